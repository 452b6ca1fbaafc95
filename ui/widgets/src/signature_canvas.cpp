// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "signature_canvas.h"

#include "paint.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTabletEvent>
#include <QTouchEvent>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {
namespace {

constexpr int kUnits = 10000;
constexpr int kPressureUnits = 1000;
constexpr double kNoPressure = 0;
constexpr int kPercent = 100;

int toUnits(double position, int extent)
{
    return std::clamp(static_cast<int>(std::lround(position * kUnits / std::max(extent, 1))), 0, kUnits);
}

double inkWidth(const StrokePoint &point)
{
    const double share = point.pressure == 0 ? 0.5 : static_cast<double>(point.pressure) / kPressureUnits;
    return tokens::kInkMin + share * (tokens::kInkMax - tokens::kInkMin);
}

} // namespace

SignatureCanvas::SignatureCanvas(const ruhu::Clock &clock, QWidget *parent) : QWidget(parent), m_clock(clock)
{
    setObjectName(u"signatureCanvas"_s);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setCursor(Qt::CrossCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMaximumWidth(tokens::kContentColumn);
}

QSize SignatureCanvas::sizeHint() const
{
    return {tokens::kSignatureWidth, heightForWidth(tokens::kSignatureWidth)};
}

int SignatureCanvas::heightForWidth(int width) const
{
    return width / tokens::kSignatureAspect;
}

void SignatureCanvas::setStrokes(const std::vector<Stroke> &strokes)
{
    m_strokes = strokes;
    m_tool = Tool::None;
    m_start.reset();
    update();
}

void SignatureCanvas::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    setCursor(readOnly ? Qt::ArrowCursor : Qt::CrossCursor);
    update();
}

StrokePoint SignatureCanvas::sample(const QPointF &pos, double pressure)
{
    const ruhu::Millis now = m_clock.monotonic();
    if (!m_start)
        m_start = now;
    const auto elapsed = std::clamp<std::int64_t>((now - *m_start).count(), 0, std::numeric_limits<int>::max());
    const int force = pressure <= kNoPressure
                          ? 0
                          : std::clamp(static_cast<int>(std::lround(pressure * kPressureUnits)), 1, kPressureUnits);
    return {toUnits(pos.x(), width()), toUnits(pos.y(), height()), static_cast<int>(elapsed), force};
}

void SignatureCanvas::begin(Tool tool, const QPointF &pos, double pressure)
{
    if (tool == Tool::Pen && m_tool == Tool::Finger)
        drop(); // it was the hand that holds the pen
    if (m_tool != Tool::None)
        return;
    const bool first = m_strokes.empty();
    m_tool = tool;
    m_strokes.push_back({sample(pos, pressure)});
    update();
    if (first)
        Q_EMIT started();
}

void SignatureCanvas::extend(Tool tool, const QPointF &pos, double pressure)
{
    if (m_tool != tool)
        return;
    Stroke &stroke = m_strokes.back();
    const StrokePoint point = sample(pos, pressure);
    const QRectF dirty = QRectF(toScreen(stroke.back()), toScreen(point)).normalized();
    stroke.push_back(point);
    const int margin = static_cast<int>(std::ceil(tokens::kInkMax));
    update(dirty.toAlignedRect().adjusted(-margin, -margin, margin, margin));
}

void SignatureCanvas::end(Tool tool)
{
    if (m_tool != tool)
        return;
    m_tool = Tool::None;
    Q_EMIT changed();
}

/// The present stroke was none.
void SignatureCanvas::drop()
{
    m_tool = Tool::None;
    m_strokes.pop_back();
    update();
    Q_EMIT changed();
}

void SignatureCanvas::mousePressEvent(QMouseEvent *event)
{
    if (!m_readOnly && event->button() == Qt::LeftButton)
        begin(Tool::Mouse, event->position(), kNoPressure);
}

void SignatureCanvas::mouseMoveEvent(QMouseEvent *event)
{
    extend(Tool::Mouse, event->position(), kNoPressure);
}

void SignatureCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        end(Tool::Mouse);
}

void SignatureCanvas::tabletEvent(QTabletEvent *event)
{
    if (m_readOnly)
        return;
    event->accept(); // no mouse events for the same pen
    switch (event->type()) {
    case QEvent::TabletPress:
        begin(Tool::Pen, event->position(), event->pressure());
        break;
    case QEvent::TabletMove:
        extend(Tool::Pen, event->position(), event->pressure());
        break;
    case QEvent::TabletRelease:
        end(Tool::Pen);
        break;
    default:
        break;
    }
}

bool SignatureCanvas::touch(QTouchEvent &event)
{
    if (m_readOnly)
        return false;
    event.accept();
    if (event.type() == QEvent::TouchCancel) {
        if (m_tool == Tool::Finger)
            drop();
        return true;
    }
    for (const QEventPoint &point : event.points())
        touchPoint(point);
    return true;
}

/// The finger that came first draws; a second one or the palm is no pen.
void SignatureCanvas::touchPoint(const QEventPoint &point)
{
    const double pressure = point.pressure() < 1 ? point.pressure() : kNoPressure; // 1 means "not measured"
    if (m_tool == Tool::None && point.state() == QEventPoint::Pressed) {
        m_finger = point.id();
        begin(Tool::Finger, point.position(), pressure);
        return;
    }
    if (m_tool != Tool::Finger || point.id() != m_finger)
        return;
    if (point.state() == QEventPoint::Updated)
        extend(Tool::Finger, point.position(), pressure);
    if (point.state() == QEventPoint::Released)
        end(Tool::Finger);
}

bool SignatureCanvas::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        return touch(static_cast<QTouchEvent &>(*event)) || QWidget::event(event);
    default:
        return QWidget::event(event);
    }
}

QPointF SignatureCanvas::toScreen(const StrokePoint &point) const
{
    return {static_cast<double>(point.x) * width() / kUnits, static_cast<double>(point.y) * height() / kUnits};
}

void SignatureCanvas::paintStroke(QPainter &painter, const Stroke &stroke) const
{
    const QColor ink = Theme::color(Role::Text);
    if (stroke.size() == 1) {
        painter.setPen(QPen(ink, inkWidth(stroke.front()) * 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawPoint(toScreen(stroke.front()));
        return;
    }
    for (std::size_t i = 1; i < stroke.size(); ++i) {
        painter.setPen(QPen(ink, inkWidth(stroke[i]), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawLine(toScreen(stroke[i - 1]), toScreen(stroke[i]));
    }
}

void SignatureCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::box(painter, rect(), Theme::color(Role::SurfaceRaised),
               Theme::color(m_readOnly ? Role::Line : Role::LineStrong));
    painter.setRenderHint(QPainter::Antialiasing);
    const int base = height() * tokens::kSignatureBasePercent / kPercent;
    painter.setPen(QPen(Theme::color(Role::LineStrong), tokens::kLine));
    painter.drawLine(tokens::kSpace5, base, width() - tokens::kSpace5, base);
    if (m_strokes.empty() && !m_readOnly) {
        const QRect words(0, base, width(), height() - base);
        paint::line(painter, words, tr("Sign here with pen, finger or mouse"), Theme::font(TextSize::Caption),
                    Theme::color(Role::TextMuted), Qt::AlignCenter);
    }
    for (const Stroke &stroke : m_strokes) // a signature has a few hundred samples
        paintStroke(painter, stroke);
}

} // namespace ruhu::widgets
