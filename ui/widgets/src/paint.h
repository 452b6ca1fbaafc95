// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/icons.h>
#include <ruhu/widgets/theme.h>

#include <QRect>
#include <QString>
#include <QStyle>

class QPainter;
class QFont;

/// The few shapes that several components and delegates draw.
namespace ruhu::widgets::paint {

void focusRing(QPainter &painter, const QRect &rect);
void box(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &line, int radius = tokens::kRadius,
         int lineWidth = tokens::kLine);
void radioMark(QPainter &painter, const QRect &rect, QStyle::State state);
enum class Direction { Up, Down };
/// A small arrow in the middle of the rectangle.
void chevron(QPainter &painter, const QRect &rect, Direction direction);
void checkMark(QPainter &painter, const QRect &rect, QStyle::State state);

/// One line, elided at its end, vertically centred.
void line(QPainter &painter, const QRect &rect, const QString &text, const QFont &font, const QColor &colour,
          Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter);

/// A rounded tag with one short text.
[[nodiscard]] int tagWidth(const QString &text);
[[nodiscard]] int tagHeight();
void tag(QPainter &painter, const QRect &rect, const QString &text, Role colour, Role ground);

/// Height of one line in that font, 1.5 times the letters.
[[nodiscard]] int lineHeight(TextSize size);

} // namespace ruhu::widgets::paint
