// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/action_bar.h>

#include <ruhu/widgets/button.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {

ActionBar::ActionBar(QWidget *page, QWidget *parent)
    : QWidget(parent),
      m_exceptions(new Button({})),
      m_obstacle(new Button({}, ButtonKind::Quiet)),
      m_action(new Button({}, ButtonKind::Primary))
{
    setObjectName(u"actionBar"_s);
    m_exceptions->setObjectName(u"exceptions"_s);
    m_obstacle->setObjectName(u"obstacle"_s);
    m_action->setObjectName(u"primaryAction"_s);
    m_obstacle->setIconOf(Icon::ChevronRight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::kSpace3);
    row->addWidget(m_exceptions);
    row->addStretch(1);
    row->addWidget(m_obstacle);
    row->addWidget(m_action);
    m_action->setMinimumHeight(tokens::kControlHeightTouch);
    connect(m_action, &QPushButton::clicked, this, &ActionBar::triggered);
    connect(m_obstacle, &QPushButton::clicked, this, [this] { Q_EMIT obstacleActivated(m_obstacleId); });
    setExceptions({}, nullptr);
    setObstacles({});
    if (page)
        page->installEventFilter(this);
}

void ActionBar::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void ActionBar::setObstacles(const std::vector<Obstacle> &obstacles)
{
    const bool free = obstacles.empty();
    const Obstacle first = free ? Obstacle{} : obstacles.front();
    const int others = static_cast<int>(obstacles.size()) - 1;
    m_obstacleId = first.id;
    m_obstacle->setText(others > 0 ? tr("%1 (and %n more)", nullptr, others).arg(first.text) : first.text);
    m_obstacle->setVisible(!free);
    m_action->setEnabled(free);
    m_action->setAccessibleDescription(first.text);
}

void ActionBar::setExceptions(const QString &text, QMenu *menu)
{
    m_exceptions->setText(text);
    m_exceptions->setMenu(menu);
    m_exceptions->setProperty("ruhuMenu", menu != nullptr); // makes room for the arrow
    m_exceptions->setKind(ButtonKind::Plain);
    m_exceptions->setVisible(menu != nullptr);
}

bool ActionBar::eventFilter(QObject *watched, QEvent *event)
{
    Q_UNUSED(watched)
    if (event->type() != QEvent::KeyPress)
        return false;
    // Only keys that no control inside the page wanted arrive here.
    const int key = static_cast<QKeyEvent *>(event)->key();
    if ((key != Qt::Key_Return && key != Qt::Key_Enter) || !m_action->isEnabled() || !m_action->isVisible())
        return false;
    m_action->click();
    return true;
}

} // namespace ruhu::widgets
