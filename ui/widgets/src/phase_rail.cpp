// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/phase_rail.h>

#include "phase_item.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {
namespace {

constexpr int kShortcuts = 9;

} // namespace

PhaseRail::PhaseRail(QWidget *parent) : QWidget(parent), m_layout(new QHBoxLayout(this))
{
    setObjectName(u"phaseRail"_s);
    setAccessibleName(tr("Phases of the visit"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (int i = 0; i < kShortcuts; ++i) {
        auto *shortcut = new QShortcut(QKeySequence(u"Alt+%1"_s.arg(i + 1)), this);
        connect(shortcut, &QShortcut::activated, this, [this, i] {
            if (i < count())
                Q_EMIT phaseRequested(i);
        });
    }
}

void PhaseRail::setPhases(const std::vector<Phase> &phases)
{
    if (phases.size() != m_items.size())
        rebuild(static_cast<int>(phases.size()));
    for (std::size_t i = 0; i < phases.size(); ++i) {
        const bool last = i + 1 == phases.size();
        m_items[i]->setPhase(phases[i]);
        m_items[i]->setEnds(i == 0, last, !last && phases[i + 1].state != PhaseState::Later);
    }
}

void PhaseRail::rebuild(int count)
{
    qDeleteAll(m_items);
    m_items.clear();
    for (int i = 0; i < count; ++i)
        addItem(i);
}

void PhaseRail::addItem(int index)
{
    auto *item = new PhaseItem(index, this);
    item->setObjectName(u"phase%1"_s.arg(index + 1));
    connect(item, &QAbstractButton::clicked, this, [this, index] { Q_EMIT phaseRequested(index); });
    m_layout->addWidget(item, 1);
    m_items.push_back(item);
}

void PhaseRail::setOpen(int index)
{
    for (std::size_t i = 0; i < m_items.size(); ++i)
        m_items[i]->setOpen(static_cast<int>(i) == index);
}

void PhaseRail::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const auto focused = std::find_if(m_items.begin(), m_items.end(), [](PhaseItem *i) { return i->hasFocus(); });
    if (step == 0 || focused == m_items.end()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto next = std::clamp(static_cast<int>(focused - m_items.begin()) + step, 0, count() - 1);
    m_items[static_cast<std::size_t>(next)]->setFocus(Qt::OtherFocusReason);
}

} // namespace ruhu::widgets
