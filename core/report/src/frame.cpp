// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "blocks.h"

#include <QPainter>

#include <algorithm>

namespace ruhu::report {
namespace {

using namespace Qt::Literals::StringLiterals;
using Type = Sheet::Type;

constexpr qreal kLeftShare = 0.62;

/// A text at the left and one at the right end of the same line.
struct Pair {
    TextBlock left;
    TextBlock right;

    [[nodiscard]] qreal height() const { return std::max(left.height(), right.height()); }
    void draw(QPainter &painter, const Sheet &sheet, qreal y) const
    {
        left.draw(painter, sheet.left(), y);
        right.draw(painter, sheet.left() + sheet.width() * kLeftShare, y);
    }
};

[[nodiscard]] Pair makePair(const Sheet &sheet, const QString &left, const TextBlock::Look &leftLook,
                            const QString &right, TextBlock::Look rightLook)
{
    rightLook.alignment = Qt::AlignRight;
    return {TextBlock(sheet, left, sheet.width() * kLeftShare, leftLook),
            TextBlock(sheet, right, sheet.width() * (1 - kLeftShare), rightLook)};
}

} // namespace

Block titleBlock(const Sheet &sheet, const domain::Paper &paper)
{
    const TextBlock::Look quiet{Type::Small, false, Sheet::muted()};
    Pair company = makePair(sheet, paper.company, {Type::Body, true, Sheet::accent()}, paper.hotline, quiet);
    Pair title = makePair(sheet, paper.title, {Type::Title, true}, paper.number, {Type::Heading, true});
    const qreal gap = sheet.mm(1.5);
    const qreal shift = (title.left.height() - title.right.height()) * 0.7; // the two base lines meet
    const qreal words = company.height() + gap + title.height();
    const qreal height = words + sheet.mm(7);
    return {height, [&sheet, company = std::move(company), title = std::move(title), gap, shift,
                     words](QPainter &painter, qreal y) {
                company.draw(painter, sheet, y);
                const qreal second = y + company.height() + gap;
                title.left.draw(painter, sheet.left(), second);
                title.right.draw(painter, sheet.left() + sheet.width() * kLeftShare, second + shift);
                painter.fillRect(QRectF(sheet.left(), y + words + sheet.mm(1.5), sheet.width(), sheet.mm(0.9)),
                                 Sheet::accent());
            }};
}

Block runningHeader(const Sheet &sheet, const domain::Paper &paper)
{
    const TextBlock::Look quiet{Type::Small, false, Sheet::muted()};
    Pair line =
        makePair(sheet, QString(paper.title + u" · "_s + paper.company), quiet, paper.number, {Type::Small, true});
    const qreal height = line.height() + sheet.mm(2);
    return {height, [&sheet, line = std::move(line)](QPainter &painter, qreal y) {
                line.draw(painter, sheet, y);
                const qreal under = y + line.height() + sheet.mm(1);
                painter.setPen(QPen(Sheet::muted(), sheet.mm(0.25)));
                painter.drawLine(QPointF(sheet.left(), under), QPointF(sheet.right(), under));
            }};
}

Block footerBlock(const Sheet &sheet, const domain::Paper &paper, int page, int pages)
{
    const QString count = paper.pageOf.arg(QString::number(page), QString::number(pages));
    const qreal number = sheet.mm(40);
    const TextBlock::Look quiet{Type::Tiny, false, Sheet::muted()};
    TextBlock hash(sheet, paper.footer, sheet.width() - number, quiet);
    TextBlock where(sheet, count, number, {Type::Small, false, Sheet::muted(), Qt::AlignRight});
    return {sheet.mm(8),
            [&sheet, hash = std::move(hash), where = std::move(where), number](QPainter &painter, qreal y) {
                painter.setPen(QPen(Sheet::hairline(), sheet.mm(0.2)));
                painter.drawLine(QPointF(sheet.left(), y), QPointF(sheet.right(), y));
                hash.draw(painter, sheet.left(), y + sheet.mm(1.4));
                where.draw(painter, sheet.right() - number, y + sheet.mm(1.1));
            }};
}

} // namespace ruhu::report
