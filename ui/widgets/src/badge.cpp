// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/badge.h>

#include "paint.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {

Badge::Badge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::present(const QString &text, const QString &detail, const Look &look)
{
    m_text = text;
    m_detail = detail;
    m_look = look;
    const int wanted = wantedWidth();
    if (wanted > m_width) {
        m_width = wanted;
        updateGeometry();
    }
    update();
}

int Badge::wantedWidth() const
{
    const auto width = [](const QString &s, QFont::Weight weight) {
        return QFontMetrics(Theme::font(TextSize::Caption, weight)).horizontalAdvance(s);
    };
    int total = 2 * tokens::kSpace3 + width(m_text, QFont::DemiBold);
    if (m_look.icon)
        total += tokens::kIconSmall + tokens::kSpace1;
    if (!m_detail.isEmpty())
        total += tokens::kSpace2 + width(m_detail, QFont::Normal);
    return total;
}

QSize Badge::sizeHint() const
{
    return {m_width, tokens::kControlHeightSmall};
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::box(painter, rect(), Theme::color(m_look.ground), Theme::color(m_look.line), height() / 2);
    int x = tokens::kSpace3 + (width() - wantedWidth()) / 2;
    if (m_look.icon) {
        icon(*m_look.icon, m_look.colour)
            .paint(&painter, QRect(x, (height() - tokens::kIconSmall) / 2, tokens::kIconSmall, tokens::kIconSmall));
        x += tokens::kIconSmall + tokens::kSpace1;
    }
    const QFont strong = Theme::font(TextSize::Caption, QFont::DemiBold);
    const int textWidth = QFontMetrics(strong).horizontalAdvance(m_text);
    paint::line(painter, QRect(x, 0, textWidth + 1, height()), m_text, strong, Theme::color(m_look.colour));
    x += textWidth + tokens::kSpace2;
    if (!m_detail.isEmpty())
        paint::line(painter, QRect(x, 0, width() - x, height()), m_detail, Theme::font(TextSize::Caption),
                    Theme::color(m_look.colour));
}

ClockBadge::ClockBadge(QWidget *parent) : Badge(parent)
{
    setObjectName(u"clockBadge"_s);
}

void ClockBadge::setClock(const QString &time, const QString &distance, ClockState state)
{
    Look look{Icon::Clock};
    switch (state) {
    case ClockState::Neutral:
        break;
    case ClockState::OnTime:
        look = {Icon::Check, Role::Ok, Role::OkTint, Role::Ok};
        break;
    case ClockState::Soon:
        look = {Icon::Clock, Role::Warn, Role::WarnTint, Role::Warn};
        break;
    case ClockState::Late:
        look = {Icon::Fail, Role::Fail, Role::FailTint, Role::Fail};
        break;
    }
    present(time, distance, look);
    setAccessibleName(distance.isEmpty() ? time : tr("%1, %2").arg(time, distance));
}

TierBadge::TierBadge(const QString &name, TierLevel level, QWidget *parent) : Badge(parent)
{
    setObjectName(u"tierBadge"_s);
    setTier(name, level);
}

void TierBadge::setTier(const QString &name, TierLevel level)
{
    Look look;
    switch (level) {
    case TierLevel::Standard:
        look = {std::nullopt, Role::TextMuted, Role::SurfaceRaised, Role::LineStrong};
        break;
    case TierLevel::Raised:
        look = {Icon::User, Role::Accent, Role::SurfaceRaised, Role::Accent};
        break;
    case TierLevel::Top:
        look = {Icon::User, Role::OnAccent, Role::Accent, Role::Accent};
        break;
    }
    present(name, {}, look);
    setAccessibleName(tr("Tier %1").arg(name));
}

} // namespace ruhu::widgets
