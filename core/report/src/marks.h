// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheet.h"

#include <QString>

class QPainter;

namespace ruhu::report {

/// "pass", "warn", "fail", "open" in words; empty for anything else.
[[nodiscard]] QString markWord(const QString &mark);
[[nodiscard]] QColor markColour(const QString &mark);
/// The sign beside the word, told apart by its shape alone: tick, triangle, cross, empty ring.
void drawMark(QPainter &painter, const QString &mark, const QRectF &box);

} // namespace ruhu::report
