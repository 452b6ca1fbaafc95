// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "marks.h"

#include "report_tr.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace ruhu::report {
namespace {

using namespace Qt::Literals::StringLiterals;

void drawTick(QPainter &painter, const QRectF &box)
{
    const QPointF points[] = {{box.left() + box.width() * 0.08, box.top() + box.height() * 0.55},
                              {box.left() + box.width() * 0.38, box.top() + box.height() * 0.86},
                              {box.left() + box.width() * 0.94, box.top() + box.height() * 0.14}};
    painter.drawPolyline(points, 3);
}

void drawTriangle(QPainter &painter, const QRectF &box)
{
    const QPointF corners[] = {
        {box.center().x(), box.top() + box.height() * 0.06}, box.bottomRight(), box.bottomLeft()};
    painter.drawPolygon(corners, 3);
    const qreal x = box.center().x();
    painter.drawLine(QPointF(x, box.top() + box.height() * 0.42), QPointF(x, box.top() + box.height() * 0.64));
    painter.drawPoint(QPointF(x, box.top() + box.height() * 0.82));
}

void drawCross(QPainter &painter, const QRectF &box)
{
    const QRectF inner = box.adjusted(box.width() * 0.1, box.height() * 0.1, -box.width() * 0.1, -box.height() * 0.1);
    painter.drawLine(inner.topLeft(), inner.bottomRight());
    painter.drawLine(inner.topRight(), inner.bottomLeft());
}

void drawRing(QPainter &painter, const QRectF &box)
{
    painter.drawEllipse(
        box.adjusted(box.width() * 0.08, box.height() * 0.08, -box.width() * 0.08, -box.height() * 0.08));
}

struct Row {
    QLatin1StringView mark;
    const char *word;
    QRgb colour;
    void (*draw)(QPainter &painter, const QRectF &box);
};

constexpr Row kRows[] = {
    {"pass"_L1, QT_TRANSLATE_NOOP("ruhu::report::Tr", "OK"), 0xff0f6b3a, drawTick},
    {"warn"_L1, QT_TRANSLATE_NOOP("ruhu::report::Tr", "Note"), 0xff8a5200, drawTriangle},
    {"fail"_L1, QT_TRANSLATE_NOOP("ruhu::report::Tr", "Not OK"), 0xffa31621, drawCross},
    {"open"_L1, QT_TRANSLATE_NOOP("ruhu::report::Tr", "Open"), 0xff50585c, drawRing},
};

[[nodiscard]] const Row *rowOf(const QString &mark)
{
    const auto row = std::find_if(std::begin(kRows), std::end(kRows), [&](const Row &r) { return r.mark == mark; });
    return row == std::end(kRows) ? nullptr : row;
}

} // namespace

QString markWord(const QString &mark)
{
    const Row *row = rowOf(mark);
    return row ? Tr::tr(row->word) : QString();
}

QColor markColour(const QString &mark)
{
    const Row *row = rowOf(mark);
    return row ? QColor::fromRgb(row->colour) : QColor();
}

void drawMark(QPainter &painter, const QString &mark, const QRectF &box)
{
    const Row *row = rowOf(mark);
    if (!row)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor::fromRgb(row->colour), box.width() * 0.15, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    row->draw(painter, box);
    painter.restore();
}

} // namespace ruhu::report
