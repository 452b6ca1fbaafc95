// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/limit_band.h>

#include "paint.h"

#include <ruhu/widgets/scaled_number.h>

#include <QFontMetrics>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {
namespace {

constexpr int kBandTop = tokens::kBandMarker + tokens::kSpace0;

std::vector<qint64> edgesOf(const ReadingLimits &limits)
{
    std::vector<qint64> edges{limits.scaleMin, limits.scaleMax};
    for (const auto &limit : {limits.failBelow, limits.warnBelow, limits.warnAbove, limits.failAbove}) {
        if (limit && *limit > limits.scaleMin && *limit < limits.scaleMax)
            edges.push_back(*limit);
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

Severity severityOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Fail:
        return Severity::Fail;
    case Verdict::Warn:
        return Severity::Warn;
    default:
        return Severity::Ok;
    }
}

int heightOf(Severity severity)
{
    switch (severity) {
    case Severity::Fail:
        return tokens::kBandFailHeight;
    case Severity::Warn:
        return tokens::kBandWarnHeight;
    default:
        return tokens::kBandHeight;
    }
}

} // namespace

Verdict judge(qint64 value, const ReadingLimits &limits)
{
    if (!limits.failBelow && !limits.warnBelow && !limits.warnAbove && !limits.failAbove)
        return Verdict::Unjudged;
    if ((limits.failBelow && value < *limits.failBelow) || (limits.failAbove && value > *limits.failAbove))
        return Verdict::Fail;
    if ((limits.warnBelow && value <= *limits.warnBelow) || (limits.warnAbove && value >= *limits.warnAbove))
        return Verdict::Warn;
    return Verdict::Ok;
}

LimitBand::LimitBand(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LimitBand::setLimits(const ReadingLimits &limits, int decimals)
{
    m_limits = limits;
    m_decimals = decimals;
    update();
}

void LimitBand::setValue(std::optional<qint64> value)
{
    m_value = value;
    update();
}

void LimitBand::setPrevious(std::optional<qint64> previous)
{
    m_previous = previous;
    update();
}

QSize LimitBand::sizeHint() const
{
    return {tokens::kListColumn, kBandTop + tokens::kBandHeight + paint::lineHeight(TextSize::Caption)};
}

QSize LimitBand::minimumSizeHint() const
{
    return {tokens::kListColumn / 2, sizeHint().height()};
}

int LimitBand::xOf(qint64 value) const
{
    const int usable = width() - 2 * tokens::kBandMarker;
    const double span = static_cast<double>(m_limits.scaleMax - m_limits.scaleMin);
    const double share = std::clamp(static_cast<double>(value - m_limits.scaleMin) / span, 0.0, 1.0);
    return tokens::kBandMarker + static_cast<int>(share * usable);
}

void LimitBand::paintZones(QPainter &painter) const
{
    const auto edges = edgesOf(m_limits);
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        // The edges belong to one side or the other, the middle to its zone.
        const qint64 middle = edges[i] + (edges[i + 1] - edges[i]) / 2;
        const Severity severity = severityOf(judge(middle, m_limits));
        const int left = xOf(edges[i]);
        const int tall = heightOf(severity);
        const QRect zone(left, kBandTop + tokens::kBandHeight - tall, xOf(edges[i + 1]) - left - tokens::kLine, tall);
        painter.fillRect(zone, Theme::color(textRole(severity)));
    }
}

void LimitBand::paintTicks(QPainter &painter) const
{
    const QFont font = Theme::font(TextSize::Caption);
    const QFontMetrics metrics(font);
    std::vector<QRect> taken; // labels never overlap; the more telling one stays
    const auto draw = [&](std::optional<qint64> tick, Role colour) {
        if (!tick || *tick < m_limits.scaleMin || *tick > m_limits.scaleMax)
            return;
        const QString text = formatScaled(*tick, m_decimals);
        const int wide = metrics.horizontalAdvance(text) + tokens::kSpace0;
        const int x = std::clamp(xOf(*tick) - wide / 2, 0, std::max(0, width() - wide));
        const int top = kBandTop + tokens::kBandHeight;
        const QRect place(x, top, wide, height() - top);
        const QRect wanted = place.adjusted(-tokens::kSpace1, 0, tokens::kSpace1, 0);
        if (std::any_of(taken.begin(), taken.end(), [&](const QRect &other) { return other.intersects(wanted); }))
            return;
        taken.push_back(place);
        paint::line(painter, place, text, font, Theme::color(colour));
    };
    for (const auto &limit : {m_limits.failBelow, m_limits.failAbove, m_limits.warnBelow, m_limits.warnAbove})
        draw(limit, Role::Text);
    draw(m_limits.scaleMin, Role::TextMuted);
    draw(m_limits.scaleMax, Role::TextMuted);
}

void LimitBand::paintMarks(QPainter &painter) const
{
    const auto mark = [this, &painter](qint64 value, const QBrush &fill) {
        const double x = xOf(value);
        const double half = tokens::kBandMarker;
        const QPolygonF triangle{QPointF(x - half, 0.5), QPointF(x + half, 0.5), QPointF(x, kBandTop)};
        painter.setPen(QPen(Theme::color(Role::Text), tokens::kStroke));
        painter.setBrush(fill);
        painter.drawPolygon(triangle);
    };
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_previous)
        mark(*m_previous, Theme::color(Role::SurfaceRaised));
    if (!m_value)
        return;
    mark(*m_value, Theme::color(Role::Text));
    painter.drawLine(QPointF(xOf(*m_value), kBandTop), QPointF(xOf(*m_value), kBandTop + tokens::kBandHeight));
}

void LimitBand::paintEvent(QPaintEvent *)
{
    if (m_limits.scaleMax <= m_limits.scaleMin)
        return;
    QPainter painter(this);
    paintZones(painter);
    paintTicks(painter);
    paintMarks(painter);
}

} // namespace ruhu::widgets
