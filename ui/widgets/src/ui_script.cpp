// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/ui_script.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QShortcut>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace ruhu::widgets {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kPollMs = 15;

QWidgetList allWidgets()
{
    QWidgetList all;
    const QWidgetList tops = QApplication::topLevelWidgets();
    for (QWidget *top : tops) {
        if (!top->isVisible())
            continue;
        all.append(top);
        all.append(top->findChildren<QWidget *>());
    }
    return all;
}

/// The dialog, the active window, or, without a window manager to activate one, the one that is there.
QWidget *windowInFront()
{
    QWidget *window = QApplication::activeModalWidget();
    if (!window)
        window = QApplication::activeWindow();
    const QWidgetList tops = QApplication::topLevelWidgets();
    for (QWidget *top : tops) {
        if (!window && top->isVisible() && top->isWindow())
            window = top;
    }
    return window;
}

/// "name", or "outer/inner" for a part of a component.
QWidget *findVisible(const QString &path)
{
    const QStringList names = path.split(u'/');
    const QWidgetList all = allWidgets();
    for (QWidget *widget : all) {
        if (widget->objectName() != names.first() || !widget->isVisible())
            continue;
        if (names.size() == 1)
            return widget;
        const QWidgetList parts = widget->findChildren<QWidget *>(names.last());
        for (QWidget *part : parts) {
            if (part->isVisible())
                return part;
        }
    }
    return nullptr;
}

void bringIntoView(QWidget *widget)
{
    for (QWidget *up = widget->parentWidget(); up; up = up->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(up))
            area->ensureWidgetVisible(widget);
    }
}

void sendMouse(QWidget *widget, QEvent::Type type, const QPointF &at, Qt::MouseButtons buttons)
{
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, widget->mapToGlobal(at), button, buttons, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
}

/// An event that is sent goes past the shortcuts of the window, so they are asked here, as the platform would do. It runs
/// none of two shortcuts with the same keys, and neither does a script: then `problem` says so.
bool triggerShortcut(QWidget *target, const QKeySequence &keys, QString &problem)
{
    const QKeyCombination combination = keys[0];
    QKeyEvent question(QEvent::ShortcutOverride, combination.key(), combination.keyboardModifiers());
    question.ignore();
    QApplication::sendEvent(target, &question);
    if (question.isAccepted())
        return false; // the input wants the key itself
    const QList<QShortcut *> shortcuts = target->window()->findChildren<QShortcut *>();
    QList<QShortcut *> meant;
    std::copy_if(shortcuts.begin(), shortcuts.end(), std::back_inserter(meant), [&keys](const QShortcut *shortcut) {
        const auto *owner = qobject_cast<const QWidget *>(shortcut->parent());
        return shortcut->key() == keys && shortcut->isEnabled() && owner && owner->isVisible() && owner->isEnabled();
    });
    problem = meant.size() > 1 ? u"%1 shortcuts have these keys"_s.arg(meant.size()) : QString();
    if (meant.size() != 1)
        return false;
    Q_EMIT meant.first()->activated();
    return true;
}

void clickWidget(QWidget *widget)
{
    bringIntoView(widget);
    if (auto *button = qobject_cast<QAbstractButton *>(widget)) {
        button->click();
        return;
    }
    const QPointF centre = QRectF(widget->rect()).center();
    sendMouse(widget, QEvent::MouseButtonPress, centre, Qt::LeftButton);
    sendMouse(widget, QEvent::MouseButtonRelease, centre, Qt::NoButton);
}

QString textOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit->text();
    return widget->accessibleName();
}

// A popup is a window of its own; people see it on the one it was opened from.
QPixmap withPopup(QWidget &window)
{
    QPixmap picture = window.grab();
    QWidget *popup = QApplication::activePopupWidget();
    if (popup && popup != &window) {
        QPainter painter(&picture);
        painter.drawPixmap(window.mapFromGlobal(popup->mapToGlobal(QPoint(0, 0))), popup->grab());
    }
    return picture;
}

} // namespace

UiScript::UiScript(QJsonArray steps, QString outputFolder, QObject *parent)
    : QObject(parent), m_steps(std::move(steps)), m_folder(std::move(outputFolder))
{
    m_timer.setInterval(kPollMs);
    connect(&m_timer, &QTimer::timeout, this, &UiScript::advance);
}

void UiScript::start()
{
    m_waiting.start();
    m_timer.start();
}

void UiScript::advance()
{
    if (m_next >= m_steps.size()) {
        m_timer.stop();
        Q_EMIT finished({});
        return;
    }
    const QJsonObject step = m_steps.at(m_next).toObject();
    m_problem.clear();
    const Outcome outcome = carryOut(step);
    if (outcome == Outcome::Done) {
        ++m_next;
        m_waiting.restart();
        return;
    }
    if (outcome == Outcome::NotYet && m_waiting.elapsed() < m_patienceMs)
        return;
    m_timer.stop();
    const QString why = m_problem;
    if (!m_folder.isEmpty())
        (void)takeShot(u"stopped.png"_s); // what the person would see now; the reason is reported below
    m_problem = why;
    const QString line = QString::fromUtf8(QJsonDocument(step).toJson(QJsonDocument::Compact));
    Q_EMIT finished(u"step %1 %2: %3"_s.arg(QString::number(m_next + 1), line,
                                            m_problem.isEmpty() ? u"not possible"_s : m_problem));
}

UiScript::Outcome UiScript::carryOut(const QJsonObject &step)
{
    const auto text = [&step](QLatin1StringView key) { return step.value(key).toString(); };
    if (step.contains("if"_L1))
        return takeBranch(step);
    if (step.contains("each"_L1))
        return clickEach(text("each"_L1), text("click"_L1));
    if (step.contains("click"_L1))
        return clickOn(text("click"_L1));
    if (step.contains("type"_L1))
        return typeInto(text("type"_L1), text("text"_L1));
    if (step.contains("pick"_L1))
        return pickRow(text("pick"_L1), text("text"_L1));
    if (step.contains("draw"_L1))
        return drawOn(text("draw"_L1));
    if (step.contains("press"_L1))
        return pressKey(text("press"_L1));
    if (step.contains("shot"_L1))
        return takeShot(text("shot"_L1));
    if (step.contains("size"_L1))
        return resizeTo(text("size"_L1));
    return lookAt(step);
}

/// The steps that only wait.
UiScript::Outcome UiScript::lookAt(const QJsonObject &step)
{
    const auto text = [&step](QLatin1StringView key) { return step.value(key).toString(); };
    if (step.contains("gone"_L1)) {
        m_problem = u"still visible"_s;
        return findVisible(text("gone"_L1)) ? Outcome::NotYet : Outcome::Done;
    }
    if (step.contains("wait"_L1))
        return awaitWidget(text("wait"_L1), step.value("enabled"_L1).toBool(true));
    if (step.contains("rows"_L1))
        return awaitRows(text("rows"_L1), step.value("atLeast"_L1).toInt());
    if (step.contains("text"_L1))
        return awaitText(text("text"_L1), text("contains"_L1));
    if (step.contains("state"_L1))
        return awaitState(text("state"_L1), text("is"_L1));
    m_problem = u"unknown step"_s;
    return Outcome::Impossible;
}

UiScript::Outcome UiScript::awaitWidget(const QString &name, bool mustBeEnabled)
{
    const QWidget *widget = findVisible(name);
    m_problem = widget ? u"not enabled"_s : u"not visible"_s;
    return widget && (widget->isEnabled() || !mustBeEnabled) ? Outcome::Done : Outcome::NotYet;
}

UiScript::Outcome UiScript::awaitRows(const QString &name, int atLeast)
{
    const auto *view = qobject_cast<QAbstractItemView *>(findVisible(name));
    const int count = view && view->model() ? view->model()->rowCount() : 0;
    m_problem = u"%1 rows"_s.arg(count);
    return count >= atLeast ? Outcome::Done : Outcome::NotYet;
}

UiScript::Outcome UiScript::awaitText(const QString &name, const QString &wanted)
{
    const QWidget *widget = findVisible(name);
    m_problem = widget ? u"its text is \"%1\""_s.arg(textOf(widget)) : u"not visible"_s;
    return widget && textOf(widget).contains(wanted) ? Outcome::Done : Outcome::NotYet;
}

UiScript::Outcome UiScript::awaitState(const QString &name, const QString &wanted)
{
    const QWidget *widget = findVisible(name);
    const QString state = widget ? widget->property("state").toString() : QString();
    m_problem = widget ? u"its state is \"%1\""_s.arg(state) : u"not visible"_s;
    return widget && state == wanted ? Outcome::Done : Outcome::NotYet;
}

/// The steps of a branch take its place in the list when what it names is visible now.
UiScript::Outcome UiScript::takeBranch(const QJsonObject &step)
{
    if (!findVisible(step.value("if"_L1).toString()))
        return Outcome::Done;
    const QJsonArray branch = step.value("steps"_L1).toArray();
    for (qsizetype i = 0; i < branch.size(); ++i)
        m_steps.insert(m_next + 1 + i, branch.at(i));
    return Outcome::Done;
}

UiScript::Outcome UiScript::clickOn(const QString &name)
{
    QWidget *widget = findVisible(name);
    m_problem = widget ? u"not enabled"_s : u"not visible"_s;
    if (!widget || !widget->isEnabled())
        return Outcome::NotYet;
    clickWidget(widget);
    return Outcome::Done;
}

UiScript::Outcome UiScript::clickEach(const QString &prefix, const QString &suffix)
{
    const QWidgetList all = allWidgets();
    for (QWidget *widget : all) {
        const QString name = widget->objectName();
        if (!name.startsWith(prefix) || !name.endsWith(suffix) || !widget->isVisible() || !widget->isEnabled())
            continue;
        m_problem = u"%1 does not go away"_s.arg(name);
        clickWidget(widget);
        return Outcome::NotYet; // one at a time: the page may be made anew by the answer
    }
    return Outcome::Done;
}

UiScript::Outcome UiScript::typeInto(const QString &name, const QString &text)
{
    QWidget *widget = findVisible(name);
    m_problem = widget ? u"not enabled"_s : u"not visible"_s;
    if (!widget || !widget->isEnabled())
        return Outcome::NotYet;
    bringIntoView(widget);
    if (auto *edit = qobject_cast<QLineEdit *>(widget)) {
        edit->setFocus();
        edit->selectAll();
        edit->insert(text); // as typed: textEdited() is sent
        return Outcome::Done;
    }
    if (auto *edit = qobject_cast<QPlainTextEdit *>(widget)) {
        edit->setFocus();
        edit->setPlainText(text);
        return Outcome::Done;
    }
    if (auto *box = qobject_cast<QComboBox *>(widget)) {
        box->setCurrentText(text);
        return Outcome::Done;
    }
    m_problem = u"takes no text"_s;
    return Outcome::Impossible;
}

UiScript::Outcome UiScript::pickRow(const QString &name, const QString &text)
{
    auto *view = qobject_cast<QAbstractItemView *>(findVisible(name));
    m_problem = view ? u"no such row"_s : u"not visible"_s;
    if (!view || !view->model())
        return Outcome::NotYet;
    const QAbstractItemModel *model = view->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        if (!index.flags().testFlag(Qt::ItemIsSelectable))
            continue; // a section header
        const bool found = index.data(Qt::AccessibleTextRole).toString().contains(text)
                           || index.data(Qt::DisplayRole).toString().contains(text);
        if (!found)
            continue;
        view->setCurrentIndex(index);
        Q_EMIT view->activated(index);
        return Outcome::Done;
    }
    return Outcome::NotYet;
}

/// Three waves, a few points at a time: a signature without duration is none.
UiScript::Outcome UiScript::drawOn(const QString &name)
{
    QWidget *pad = findVisible(name);
    m_problem = u"not visible"_s;
    if (!pad || !pad->isEnabled())
        return Outcome::NotYet;
    bringIntoView(pad);
    constexpr int kStrokes = 3;
    constexpr int kPoints = 24;
    constexpr int kPointsAtOnce = 5;
    const QSizeF size = pad->size();
    for (int i = 0; i < kPointsAtOnce && m_drawn < kStrokes * (kPoints + 1); ++i, ++m_drawn) {
        const int stroke = m_drawn / (kPoints + 1);
        const int point = m_drawn % (kPoints + 1);
        const double part = double(point) / kPoints;
        const QPointF at(size.width() * (0.12 + 0.26 * stroke + 0.2 * part),
                         size.height() * (0.5 + 0.22 * std::sin(part * 7.0 + stroke)));
        const QEvent::Type type = point == 0         ? QEvent::MouseButtonPress
                                  : point == kPoints ? QEvent::MouseButtonRelease
                                                     : QEvent::MouseMove;
        sendMouse(pad, type, at, type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton);
    }
    if (m_drawn < kStrokes * (kPoints + 1))
        return Outcome::NotYet;
    m_drawn = 0;
    return Outcome::Done;
}

UiScript::Outcome UiScript::pressKey(const QString &keys)
{
    QWidget *target = QApplication::focusWidget();
    if (QWidget *window = target ? nullptr : windowInFront()) // not active, but it knows where its focus is
        target = window->focusWidget() ? window->focusWidget() : window;
    const QKeySequence sequence(keys);
    m_problem = u"no window"_s;
    if (!target || sequence.isEmpty())
        return Outcome::NotYet;
    m_problem.clear();
    if (triggerShortcut(target, sequence, m_problem))
        return Outcome::Done;
    if (!m_problem.isEmpty())
        return Outcome::Impossible;
    const QKeyCombination combination = sequence[0];
    QKeyEvent press(QEvent::KeyPress, combination.key(), combination.keyboardModifiers());
    QKeyEvent release(QEvent::KeyRelease, combination.key(), combination.keyboardModifiers());
    QApplication::sendEvent(target, &press);
    QApplication::sendEvent(target, &release);
    return Outcome::Done;
}

UiScript::Outcome UiScript::takeShot(const QString &file)
{
    QWidget *window = windowInFront();
    m_problem = u"no window to take a picture of"_s;
    if (!window)
        return Outcome::NotYet;
    QDir().mkpath(m_folder);
    m_problem = u"cannot write the picture"_s;
    return withPopup(*window).save(QDir(m_folder).filePath(file)) ? Outcome::Done : Outcome::Impossible;
}

UiScript::Outcome UiScript::resizeTo(const QString &size)
{
    const QStringList parts = size.split(u'x');
    QWidget *window = windowInFront();
    m_problem = u"no window"_s;
    if (!window || parts.size() != 2)
        return Outcome::NotYet;
    window->resize(parts.at(0).toInt(), parts.at(1).toInt());
    return Outcome::Done;
}

} // namespace ruhu::widgets
