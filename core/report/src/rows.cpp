// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "blocks.h"
#include "marks.h"
#include "report_tr.h"

#include <QPainter>

#include <algorithm>

namespace ruhu::report {
namespace {

using Type = Sheet::Type;

/// What fits into one row on any page, with room to spare: characters of the widest kind, and lines.
constexpr qsizetype kMostCharacters = 480;
constexpr qsizetype kMostLines = 24;

/// Cuts the beginning off that fits into one row, and leaves the rest.
[[nodiscard]] QString takePart(QString &text)
{
    qsizetype end = std::min(text.size(), kMostCharacters);
    qsizetype lines = 0;
    for (qsizetype i = 0; i < end; ++i) {
        if (text.at(i) == u'\n' && ++lines == kMostLines)
            end = i + 1;
    }
    if (end < text.size() && text.at(end).isLowSurrogate())
        --end;
    QString part = text.left(end);
    text.remove(0, end);
    return part;
}

[[nodiscard]] std::vector<domain::PaperRow> parts(const domain::PaperRow &row)
{
    std::vector<domain::PaperRow> rows;
    domain::PaperRow rest = row;
    QString mark = row.mark;
    do {
        rows.push_back({takePart(rest.label), takePart(rest.value), mark, takePart(rest.remark)});
        mark.clear();
    } while (!rest.label.isEmpty() || !rest.value.isEmpty() || !rest.remark.isEmpty());
    return rows;
}

void drawHairline(QPainter &painter, const Sheet &sheet, qreal y)
{
    painter.setPen(QPen(Sheet::hairline(), sheet.mm(0.15)));
    painter.drawLine(QPointF(sheet.left(), y), QPointF(sheet.right(), y));
}

struct RowTexts {
    TextBlock label;
    TextBlock value;
    TextBlock remark;
    TextBlock word;
    QString mark;
};

void drawRow(QPainter &painter, const Sheet &sheet, const RowTexts &row, qreal y)
{
    const qreal top = y + sheet.rowPadding();
    row.label.draw(painter, sheet.left(), top);
    row.value.draw(painter, sheet.valueLeft(), top);
    row.remark.draw(painter, sheet.valueLeft(), top + row.value.height());
    if (!row.mark.isEmpty()) {
        const qreal side = sheet.mm(2.5);
        const qreal line = sheet.pitch(Type::Body);
        drawMark(painter, row.mark, QRectF(sheet.markLeft(), top + (line - side) / 2, side, side));
        row.word.draw(painter, sheet.markLeft() + side + sheet.mm(1.4), top);
    }
}

[[nodiscard]] Block rowBlock(const Sheet &sheet, const domain::PaperRow &row, bool last)
{
    const QString word = markWord(row.mark);
    const bool marked = !word.isEmpty();
    const qreal valueWidth = marked ? sheet.valueWidth() : sheet.wideWidth();
    RowTexts texts{TextBlock(sheet, row.label, sheet.labelWidth(), {Type::Body, false, Sheet::muted()}),
                   TextBlock(sheet, row.value, valueWidth, {Type::Body}),
                   TextBlock(sheet, row.remark, valueWidth, {Type::Small, false, Sheet::muted()}),
                   TextBlock(sheet, word, sheet.right() - sheet.markLeft() - sheet.mm(3.9),
                             {Type::Body, true, markColour(row.mark)}),
                   marked ? row.mark : QString()};
    const qreal content =
        std::max({texts.label.height(), texts.value.height() + texts.remark.height(), texts.word.height()});
    const qreal height = content + 2 * sheet.rowPadding();
    return {height, [&sheet, texts = std::move(texts), height, last](QPainter &painter, qreal y) {
                drawRow(painter, sheet, texts, y);
                if (!last)
                    drawHairline(painter, sheet, y + height);
            }};
}

} // namespace

Block headingBlock(const Sheet &sheet, const QString &title, bool continued)
{
    const QString text = continued ? Tr::tr("%1 (continued)").arg(title) : title;
    TextBlock words(sheet, text, sheet.width(), {Type::Heading, true, Sheet::accent()});
    const qreal gap = sheet.mm(1.2);
    const qreal height = words.height() + 2 * gap;
    return {height, [&sheet, words = std::move(words), gap](QPainter &painter, qreal y) {
                words.draw(painter, sheet.left(), y);
                const qreal line = y + words.height() + gap / 2;
                painter.setPen(QPen(Sheet::accent(), sheet.mm(0.35)));
                painter.drawLine(QPointF(sheet.left(), line), QPointF(sheet.right(), line));
            }};
}

std::vector<Block> rowBlocks(const Sheet &sheet, const std::vector<domain::PaperRow> &rows)
{
    std::vector<Block> blocks;
    for (const domain::PaperRow &row : rows) {
        const std::vector<domain::PaperRow> pieces = parts(row);
        for (const domain::PaperRow &piece : pieces) {
            const bool last = &row == &rows.back() && &piece == &pieces.back();
            blocks.push_back(rowBlock(sheet, piece, last));
        }
    }
    return blocks;
}

} // namespace ruhu::report
