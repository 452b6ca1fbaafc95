// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/surface.h>

#include "paint.h"

#include <QPainter>
#include <QPainterPath>

namespace ruhu::widgets {

Surface::Surface(Role ground, Role line, QWidget *parent) : QWidget(parent), m_ground(ground), m_line(line) {}

void Surface::setGround(Role ground)
{
    m_ground = ground;
    update();
}

void Surface::setLine(Role line)
{
    m_line = line;
    update();
}

void Surface::setStripe(std::optional<Role> stripe)
{
    m_stripe = stripe;
    update();
}

void Surface::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::box(painter, rect(), Theme::color(m_ground), Theme::color(m_line));
    if (!m_stripe)
        return;
    QPainterPath outline;
    outline.addRoundedRect(rect(), tokens::kRadius, tokens::kRadius);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(outline);
    painter.fillRect(QRect(0, 0, tokens::kStripe, height()), Theme::color(*m_stripe));
}

Separator::Separator(Qt::Orientation orientation, QWidget *parent) : QWidget(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(tokens::kLine);
    else
        setFixedWidth(tokens::kLine);
}

void Separator::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Role::Line));
}

} // namespace ruhu::widgets
