// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheet.h"

#include <QString>
#include <QTextLayout>

#include <memory>

class QPainter;

namespace ruhu::report {

/// A text broken into lines of a width, measured once, drawn where it is needed. Words that are too long break anywhere,
/// so that nothing is ever cut off.
class TextBlock {
public:
    struct Look {
        Sheet::Type type = Sheet::Type::Body;
        bool bold = false;
        QColor colour = Sheet::ink();
        Qt::Alignment alignment = Qt::AlignLeft;
    };
    TextBlock(const Sheet &sheet, const QString &text, qreal width, const Look &look);

    [[nodiscard]] qreal height() const { return m_height; }
    /// Of the widest line.
    [[nodiscard]] qreal naturalWidth() const;
    [[nodiscard]] int lineCount() const;
    void draw(QPainter &painter, qreal x, qreal y) const;

private:
    // Shared: blocks are copied into what a page draws.
    std::shared_ptr<QTextLayout> m_layout;
    QColor m_colour;
    qreal m_height = 0;
};

} // namespace ruhu::report
