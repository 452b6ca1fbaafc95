// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phase_item.h"

#include "paint.h"

#include <QPainter>

#include <algorithm>

namespace ruhu::widgets {
namespace {

bool isReached(const Phase &phase)
{
    return phase.state != PhaseState::Later;
}

} // namespace

PhaseItem::PhaseItem(int index, QWidget *parent) : QAbstractButton(parent), m_index(index)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void PhaseItem::setPhase(const Phase &phase)
{
    m_phase = phase;
    setText(phase.label);
    const QString state = phase.state == PhaseState::Done      ? tr("done")
                          : phase.state == PhaseState::Current ? tr("now")
                                                               : tr("later");
    const QString extra = phase.needsYou ? tr("needs you") : QString();
    QStringList words{tr("Phase %1: %2").arg(QString::number(m_index + 1), phase.label), state};
    if (!phase.time.isEmpty())
        words << phase.time;
    if (!extra.isEmpty())
        words << extra;
    setAccessibleName(words.join(QStringLiteral(", ")));
    setToolTip(tr("%1 (Alt+%2)").arg(phase.label, QString::number(m_index + 1)));
    setFocusPolicy(phase.state == PhaseState::Current ? Qt::StrongFocus : Qt::ClickFocus);
    update();
}

void PhaseItem::setEnds(bool first, bool last, bool nextReached)
{
    m_first = first;
    m_last = last;
    m_nextReached = nextReached;
    update();
}

void PhaseItem::setOpen(bool open)
{
    m_open = open;
    update();
}

QSize PhaseItem::sizeHint() const
{
    const int label = QFontMetrics(Theme::font(TextSize::Caption, QFont::DemiBold)).horizontalAdvance(text());
    const int height = tokens::kSpace1 + tokens::kRailMark + tokens::kSpace1 + 2 * paint::lineHeight(TextSize::Caption)
                       + tokens::kSpace1;
    return {std::max(label + tokens::kSpace2, tokens::kRailItemMinWidth), height};
}

QSize PhaseItem::minimumSizeHint() const
{
    return {tokens::kRailItemMinWidth, sizeHint().height()};
}

void PhaseItem::enterEvent(QEnterEvent *)
{
    update();
}

void PhaseItem::leaveEvent(QEvent *)
{
    update();
}

void PhaseItem::paintLine(QPainter &painter, const QPoint &centre) const
{
    const int gap = tokens::kRailMark / 2 + tokens::kSpace1;
    const auto draw = [&painter, &centre](int from, int to, bool reached) {
        painter.setPen(QPen(Theme::color(reached ? Role::Accent : Role::Line), tokens::kLineStrong));
        painter.drawLine(from, centre.y(), to, centre.y());
    };
    if (!m_first)
        draw(0, centre.x() - gap, isReached(m_phase));
    if (!m_last)
        draw(centre.x() + gap, width(), m_nextReached);
}

void PhaseItem::paintMark(QPainter &painter, const QPoint &centre) const
{
    QRect mark(0, 0, tokens::kRailMark, tokens::kRailMark);
    mark.moveCenter(centre);
    const bool done = m_phase.state == PhaseState::Done;
    const bool now = m_phase.state == PhaseState::Current;
    const Role line = m_phase.needsYou ? Role::Warn : done || now ? Role::Accent : Role::LineStrong;
    const Role fill = done && !m_phase.needsYou ? Role::Accent : Role::SurfaceRaised;
    paint::box(painter, mark, Theme::color(fill), Theme::color(line), tokens::kRailMark / 2,
               now || m_phase.needsYou ? tokens::kLineStrong : tokens::kLine);
    const QRect inner = mark.adjusted(tokens::kSpace1, tokens::kSpace1, -tokens::kSpace1, -tokens::kSpace1);
    if (m_phase.needsYou) {
        paint::line(painter, mark, QStringLiteral("!"), Theme::font(TextSize::Body, QFont::Bold),
                    Theme::color(Role::Warn), Qt::AlignCenter);
    } else if (done) {
        widgets::icon(Icon::Check, Role::OnAccent).paint(&painter, inner);
    } else if (now) {
        QRect dot(0, 0, tokens::kRailDot, tokens::kRailDot);
        dot.moveCenter(centre);
        paint::box(painter, dot, Theme::color(Role::Accent), Theme::color(Role::Accent), tokens::kRailDot / 2);
    } else {
        paint::line(painter, mark, QString::number(m_index + 1), Theme::font(TextSize::Caption),
                    Theme::color(Role::TextMuted), Qt::AlignCenter);
    }
}

void PhaseItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown())
        paint::box(painter, rect(), Theme::color(Role::Selection), Theme::color(Role::Selection));
    const QPoint centre(width() / 2, tokens::kSpace1 + tokens::kRailMark / 2);
    paintLine(painter, centre);
    paintMark(painter, centre);

    const bool now = m_phase.state == PhaseState::Current;
    const int top = tokens::kSpace1 + tokens::kRailMark + tokens::kSpace1;
    const int height = paint::lineHeight(TextSize::Caption);
    paint::line(painter, QRect(0, top, width(), height), m_phase.label,
                Theme::font(TextSize::Caption, now ? QFont::DemiBold : QFont::Normal),
                Theme::color(m_phase.state == PhaseState::Later ? Role::TextMuted : Role::Text), Qt::AlignCenter);
    paint::line(painter, QRect(0, top + height, width(), height), m_phase.time, Theme::font(TextSize::Caption),
                Theme::color(Role::TextMuted), Qt::AlignCenter);
    if (m_open) {
        const QRect bar(tokens::kSpace4, this->height() - tokens::kLineStrong, width() - 2 * tokens::kSpace4,
                        tokens::kLineStrong);
        painter.fillRect(bar, Theme::color(Role::Accent));
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paint::focusRing(painter, rect());
}

} // namespace ruhu::widgets
