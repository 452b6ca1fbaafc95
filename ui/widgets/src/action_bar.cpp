// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/action_bar.h>

#include <ruhu/widgets/button.h>

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {
namespace {

constexpr char kPartProperty[] = "ruhuPartOfAction";

bool isPartOfAction(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (widget->property(kPartProperty).toBool())
            return true;
    }
    return false;
}

bool isInput(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
           || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractButton *>(widget);
}

} // namespace

ActionBar::ActionBar(QWidget *page, QWidget *parent)
    : QWidget(parent),
      m_exceptions(new Button({})),
      m_obstacle(new Button({}, ButtonKind::Quiet)),
      m_action(new Button({}, ButtonKind::Primary)),
      m_rest(new QTimer(this))
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
    m_rest->setSingleShot(true);
    m_rest->setInterval(QApplication::doubleClickInterval());
    connect(m_rest, &QTimer::timeout, this, &ActionBar::refresh);
    connect(m_action, &QPushButton::clicked, this, &ActionBar::triggered);
    connect(m_obstacle, &QPushButton::clicked, this, [this] { Q_EMIT obstacleActivated(m_obstacleId); });
    setExceptions({}, nullptr);
    setObstacles({});
    if (page)
        page->installEventFilter(this);
}

void ActionBar::setAction(const QString &text)
{
    if (m_action->isVisible() && m_action->text() != text)
        m_rest->start();
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
    refresh();
}

void ActionBar::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void ActionBar::setPartOfAction(QWidget *card)
{
    card->setProperty(kPartProperty, true);
}

void ActionBar::setObstacles(const std::vector<Obstacle> &obstacles)
{
    m_free = obstacles.empty();
    const Obstacle first = m_free ? Obstacle{} : obstacles.front();
    const int others = static_cast<int>(obstacles.size()) - 1;
    m_obstacleId = first.id;
    m_obstacle->setText(others > 0 ? tr("%1 (and %n more)", nullptr, others).arg(first.text) : first.text);
    m_obstacle->setVisible(!m_free);
    m_action->setAccessibleDescription(first.text);
    refresh();
}

/// The keyboard waits on the bar while the action rests, instead of wandering to some other control, and then goes to what
/// is next: the action, or what keeps it back.
void ActionBar::refresh()
{
    const bool resting = m_busy || m_rest->isActive();
    const bool ready = m_free && !resting;
    if (!ready && m_action->hasFocus())
        setFocus();
    m_action->setEnabled(ready);
    if (hasFocus() && !resting)
        (m_free ? m_action : m_obstacle)->setFocus();
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
    const auto *press = static_cast<QKeyEvent *>(event);
    const bool plain = (press->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if ((press->key() != Qt::Key_Return && press->key() != Qt::Key_Enter) || !plain)
        return false;
    QWidget *focus = QApplication::focusWidget();
    auto *button = qobject_cast<QAbstractButton *>(focus);
    if (press->isAutoRepeat())
        return true;
    if (button && !button->isCheckable())
        button->click();
    else if (m_action->isEnabled() && m_action->isVisible() && (!isInput(focus) || isPartOfAction(focus)))
        m_action->click();
    return true;
}

} // namespace ruhu::widgets
