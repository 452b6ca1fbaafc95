// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "camera_view.h"

#include "paint.h"

#include <QPainter>

namespace ruhu::widgets {

CameraView::CameraView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("cameraView"));
    setAccessibleName(tr("Picture of the camera"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CameraView::setPicture(const QImage &picture)
{
    m_picture = picture;
    update();
}

void CameraView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::box(painter, rect(), Theme::color(Role::Surface), Theme::color(Role::Line));
    if (m_picture.isNull())
        return;
    QRect frame(QPoint(), m_picture.size().scaled(size(), Qt::KeepAspectRatio));
    frame.moveCenter(rect().center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(frame, m_picture);
}

} // namespace ruhu::widgets
