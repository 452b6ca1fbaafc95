// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "photo_tile.h"

#include "paint.h"

#include <QPainter>
#include <QPainterPath>

namespace ruhu::widgets {
namespace {

constexpr int kCaptionLines = 2;

} // namespace

PhotoTile::PhotoTile(const Photo &photo, QWidget *parent) : QAbstractButton(parent), m_photo(photo)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    const QString caption = photo.id.isEmpty() ? tr("Add a photo") : photo.caption;
    setText(caption);
    setAccessibleName(photo.needsYou ? tr("%1, has a comment").arg(caption) : caption);
    setToolTip(caption);
}

void PhotoTile::setThumbnail(const QImage &thumbnail)
{
    m_photo.thumbnail = thumbnail;
    update();
}

QSize PhotoTile::sizeHint() const
{
    return {tokens::kThumbWidth,
            tokens::kThumbHeight + tokens::kSpace1 + kCaptionLines * paint::lineHeight(TextSize::Caption)};
}

void PhotoTile::paintPhoto(QPainter &painter, const QRect &frame) const
{
    QPainterPath outline;
    outline.addRoundedRect(frame, tokens::kRadius, tokens::kRadius);
    painter.save();
    painter.setClipPath(outline);
    paint::box(painter, frame, Theme::color(Role::Surface), Theme::color(Role::Line));
    if (!m_photo.thumbnail.isNull()) {
        QRect source(QPoint(), frame.size().scaled(m_photo.thumbnail.size(), Qt::KeepAspectRatio));
        source.moveCenter(m_photo.thumbnail.rect().center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(frame, m_photo.thumbnail, source);
    } else {
        const QSize mark(tokens::kSpace6, tokens::kSpace6);
        widgets::icon(Icon::Photo, Role::TextMuted)
            .paint(&painter, QRect(frame.center() - QPoint(mark.width() / 2, mark.height() / 2), mark));
    }
    painter.restore();
    if (!m_photo.needsYou)
        return;
    const QRect pin(frame.right() - tokens::kIcon - tokens::kSpace2, frame.top() + tokens::kSpace1,
                    tokens::kIcon + tokens::kSpace1, tokens::kIcon + tokens::kSpace1);
    paint::box(painter, pin, Theme::color(Role::WarnTint), Theme::color(Role::Warn), pin.width() / 2);
    widgets::icon(Icon::Pin, Role::Warn)
        .paint(&painter, pin.adjusted(tokens::kSpace1, tokens::kSpace1, -tokens::kSpace1, -tokens::kSpace1));
}

void PhotoTile::paintAdd(QPainter &painter, const QRect &frame) const
{
    painter.setPen(QPen(Theme::color(Role::LineStrong), tokens::kStroke, Qt::DashLine));
    painter.setBrush(Theme::color(underMouse() ? Role::Selection : Role::SurfaceRaised));
    painter.drawRoundedRect(QRectF(frame).adjusted(1, 1, -1, -1), tokens::kRadius, tokens::kRadius);
    const QSize mark(tokens::kSpace5, tokens::kSpace5);
    widgets::icon(Icon::Camera, Role::Accent)
        .paint(&painter, QRect(frame.center() - QPoint(mark.width() / 2, mark.height() / 2), mark));
}

void PhotoTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect frame(0, 0, tokens::kThumbWidth, tokens::kThumbHeight);
    const bool adds = m_photo.id.isEmpty();
    if (adds)
        paintAdd(painter, frame);
    else
        paintPhoto(painter, frame);
    const QRect words(0, frame.bottom() + 1 + tokens::kSpace1, width(),
                      kCaptionLines * paint::lineHeight(TextSize::Caption));
    painter.setFont(Theme::font(TextSize::Caption));
    painter.setPen(Theme::color(adds ? Role::Accent : Role::TextMuted));
    painter.drawText(words, static_cast<int>(Qt::AlignHCenter | Qt::AlignTop) | Qt::TextWordWrap, text());
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paint::focusRing(painter, frame);
}

} // namespace ruhu::widgets
