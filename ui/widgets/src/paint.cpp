// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPolygonF>

namespace ruhu::widgets::paint {
namespace {

// A pen of width w drawn inside the rectangle, not across its edge.
QRectF inside(const QRect &rect, double width)
{
    const double half = width / 2;
    return QRectF(rect).adjusted(half, half, -half, -half);
}

QRect centredSquare(const QRect &rect, int side)
{
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    return square;
}

} // namespace

void focusRing(QPainter &painter, const QRect &rect)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::color(Role::Focus), tokens::kFocusRing));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(inside(rect, tokens::kFocusRing), tokens::kRadius, tokens::kRadius);
    painter.restore();
}

void box(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &line, int radius, int lineWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, lineWidth));
    painter.setBrush(fill);
    painter.drawRoundedRect(inside(rect, lineWidth), radius, radius);
    painter.restore();
}

void radioMark(QPainter &painter, const QRect &rect, QStyle::State state)
{
    const bool on = state & QStyle::State_On;
    const bool enabled = state & QStyle::State_Enabled;
    const Role colour = !enabled ? Role::Line : on ? Role::Accent : Role::LineStrong;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::color(colour), on ? tokens::kLineStrong : tokens::kStroke));
    painter.setBrush(Theme::color(Role::SurfaceRaised));
    const QRect square = centredSquare(rect, tokens::kIndicator);
    painter.drawEllipse(inside(square, tokens::kLineStrong));
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::color(colour));
        painter.drawEllipse(QRectF(square).adjusted(tokens::kSpace1 + 1, tokens::kSpace1 + 1, -tokens::kSpace1 - 1,
                                                    -tokens::kSpace1 - 1));
    }
    painter.restore();
}

void chevron(QPainter &painter, const QRect &rect, Direction direction)
{
    const double reach = direction == Direction::Down ? tokens::kSpace0 : -tokens::kSpace0;
    const QPointF middle = QRectF(rect).center();
    const QPolygonF arrow{middle + QPointF(-tokens::kSpace1, -reach), middle + QPointF(0, reach),
                          middle + QPointF(tokens::kSpace1, -reach)};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::color(Role::TextMuted), tokens::kStroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(arrow);
    painter.restore();
}

void checkMark(QPainter &painter, const QRect &rect, QStyle::State state)
{
    const bool on = state & QStyle::State_On;
    const bool enabled = state & QStyle::State_Enabled;
    const Role line = !enabled ? Role::Line : on ? Role::Accent : Role::LineStrong;
    const Role fill = on ? line : Role::SurfaceRaised;
    const QRect square = centredSquare(rect, tokens::kIndicator);
    box(painter, square, Theme::color(fill), Theme::color(line), tokens::kRadiusSmall);
    if (on) {
        const int inset = tokens::kSpace0;
        icon(Icon::Check, enabled ? Role::OnAccent : Role::TextMuted)
            .paint(&painter, square.adjusted(inset, inset, -inset, -inset));
    }
}

void line(QPainter &painter, const QRect &rect, const QString &text, const QFont &font, const QColor &colour,
          Qt::Alignment align)
{
    painter.setFont(font);
    painter.setPen(colour);
    const QFontMetrics metrics(font);
    painter.drawText(rect, static_cast<int>(align | Qt::TextSingleLine),
                     metrics.elidedText(text, Qt::ElideRight, rect.width()));
}

int tagWidth(const QString &text)
{
    return QFontMetrics(Theme::font(TextSize::Caption)).horizontalAdvance(text) + 2 * tokens::kSpace2;
}

int tagHeight()
{
    return lineHeight(TextSize::Caption) + tokens::kSpace0;
}

void tag(QPainter &painter, const QRect &rect, const QString &text, Role colour, Role ground)
{
    box(painter, rect, Theme::color(ground), Theme::color(colour), rect.height() / 2);
    line(painter, rect.adjusted(tokens::kSpace1, 0, -tokens::kSpace1, 0), text, Theme::font(TextSize::Caption),
         Theme::color(colour), Qt::AlignCenter);
}

int lineHeight(TextSize size)
{
    constexpr int kNumerator = 3;
    constexpr int kDenominator = 2;
    return Theme::font(size).pixelSize() * kNumerator / kDenominator;
}

} // namespace ruhu::widgets::paint
