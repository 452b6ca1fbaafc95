// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "blocks.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cstdlib>

namespace ruhu::report {
namespace {

using Type = Sheet::Type;

constexpr qreal kPadUnits = 10'000;
constexpr qreal kFullPressure = 1000;
constexpr qreal kPadHeight = 28; // mm
constexpr qreal kThinnest = 0.28; // mm
constexpr qreal kThickest = 0.75;

[[nodiscard]] QPointF placeOf(const domain::StrokePoint &point, const QRectF &pad)
{
    return {pad.left() + pad.width() * static_cast<qreal>(point.x) / kPadUnits,
            pad.top() + pad.height() * static_cast<qreal>(point.y) / kPadUnits};
}

/// A mouse has no pressure: 0 all the way counts as middling.
[[nodiscard]] qreal penWidth(const Sheet &sheet, std::int64_t pressure)
{
    const qreal share = pressure <= 0 ? 0.5 : std::min(static_cast<qreal>(pressure) / kFullPressure, 1.0);
    return sheet.mm(kThinnest + (kThickest - kThinnest) * share);
}

/// One smooth path while the pressure stays, through the midpoints of the samples.
void drawStroke(QPainter &painter, const Sheet &sheet, const domain::Stroke &stroke, const QRectF &pad)
{
    const auto setPen = [&](std::int64_t pressure) {
        painter.setPen(QPen(Sheet::ink(), penWidth(sheet, pressure), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    };
    if (stroke.empty())
        return;
    setPen(stroke.front().pressure);
    if (stroke.size() == 1) {
        painter.drawPoint(placeOf(stroke.front(), pad));
        return;
    }
    constexpr std::int64_t step = 60; // of pressure that can be seen
    QPainterPath path(placeOf(stroke.front(), pad));
    std::int64_t pressure = stroke.front().pressure;
    for (std::size_t i = 1; i + 1 < stroke.size(); ++i) {
        const QPointF here = placeOf(stroke[i], pad);
        path.quadTo(here, (here + placeOf(stroke[i + 1], pad)) / 2);
        if (std::abs(stroke[i].pressure - pressure) < step)
            continue;
        const QPointF end = path.currentPosition();
        painter.drawPath(path);
        path = QPainterPath(end);
        pressure = stroke[i].pressure;
        setPen(pressure);
    }
    path.lineTo(placeOf(stroke.back(), pad));
    painter.drawPath(path);
}

struct Box {
    TextBlock title;
    TextBlock name;
    TextBlock when;
    TextBlock remark;
    std::vector<domain::Stroke> strokes;

    [[nodiscard]] qreal wordsHeight() const { return name.height() + when.height() + remark.height(); }
};

void drawBox(QPainter &painter, const Sheet &sheet, const Box &box, const QRectF &frame)
{
    const qreal inset = sheet.mm(3);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Sheet::muted(), sheet.mm(0.2)));
    painter.drawRect(frame);
    qreal y = frame.top() + sheet.mm(1.6);
    box.title.draw(painter, frame.left() + inset, y);
    y += box.title.height();
    const QRectF pad(frame.left() + inset, y, frame.width() - 2 * inset, sheet.mm(kPadHeight));
    const qreal base = pad.top() + pad.height() * 0.82;
    painter.setPen(QPen(Sheet::hairline(), sheet.mm(0.25)));
    painter.drawLine(QPointF(pad.left(), base), QPointF(pad.right(), base));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const domain::Stroke &stroke : box.strokes)
        drawStroke(painter, sheet, stroke, pad);
    painter.restore();
    y = pad.bottom() + sheet.mm(1);
    for (const TextBlock *words : {&box.name, &box.when, &box.remark}) {
        words->draw(painter, frame.left() + inset, y);
        y += words->height();
    }
}

[[nodiscard]] Box makeBox(const Sheet &sheet, const domain::PaperSignature &signature, qreal width)
{
    return {TextBlock(sheet, signature.title, width, {Type::Small, true, Sheet::muted()}),
            TextBlock(sheet, signature.name, width, {Type::Body, true}),
            TextBlock(sheet, signature.when, width, {Type::Small}),
            TextBlock(sheet, signature.remark, width, {Type::Small, false, Sheet::muted()}), signature.strokes};
}

[[nodiscard]] Block boxRow(const Sheet &sheet, std::vector<Box> boxes, qreal width, qreal gap)
{
    qreal words = 0;
    for (const Box &box : boxes)
        words = std::max(words, box.title.height() + box.wordsHeight());
    const qreal frame = words + sheet.mm(kPadHeight + 4.6);
    const qreal above = sheet.mm(1.5);
    return {frame + above + sheet.mm(3),
            [&sheet, boxes = std::move(boxes), width, gap, frame, above](QPainter &painter, qreal y) {
                qreal x = sheet.left();
                for (const Box &box : boxes) {
                    drawBox(painter, sheet, box, QRectF(x, y + above, width, frame));
                    x += width + gap;
                }
            }};
}

} // namespace

std::vector<Block> signatureBlocks(const Sheet &sheet, const std::vector<domain::PaperSignature> &signatures)
{
    constexpr std::size_t columns = 2;
    const qreal gap = sheet.mm(6);
    const qreal width = (sheet.width() - gap) / columns;
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < signatures.size(); i += columns) {
        std::vector<Box> boxes;
        for (std::size_t k = i; k < std::min(i + columns, signatures.size()); ++k)
            boxes.push_back(makeBox(sheet, signatures[k], width - sheet.mm(6)));
        blocks.push_back(boxRow(sheet, std::move(boxes), width, gap));
    }
    return blocks;
}

} // namespace ruhu::report
