// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is typed and not recorded yet, kept while the page is made anew.

#include "stage_view.h"

#include "card_parts.h"

#include <ruhu/widgets/choice_field.h>
#include <ruhu/widgets/step_card.h>

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QMetaProperty>

namespace ruhu::installer {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Names from the stage down to an input; the same input has the same path after the page was made anew.
QString pathOf(const QObject *object)
{
    QStringList names;
    for (; object && !qobject_cast<const StageView *>(object); object = object->parent()) {
        if (!object->objectName().isEmpty())
            names.prepend(object->objectName());
    }
    return names.join(u'/');
}

/// Lines of text of their own; those inside a date or number are part of it.
QList<QLineEdit *> lineEdits(const QWidget *stage)
{
    QList<QLineEdit *> edits = stage->findChildren<QLineEdit *>();
    edits.removeIf([](const QLineEdit *edit) { return qobject_cast<QAbstractSpinBox *>(edit->parentWidget()); });
    return edits;
}

/// Dates, numbers and lists: inputs whose value is their user property.
QList<QWidget *> valueInputs(const QWidget *stage)
{
    QList<QWidget *> inputs = stage->findChildren<QWidget *>();
    inputs.removeIf([](const QWidget *input) {
        return !qobject_cast<const QAbstractSpinBox *>(input) && !qobject_cast<const QComboBox *>(input);
    });
    return inputs;
}

QVariant valueOf(const QWidget *input)
{
    return input->metaObject()->userProperty().read(input);
}

} // namespace

/// What the page put into the inputs; a difference to it is the person's.
void StageView::noteBefore()
{
    for (QLineEdit *edit : lineEdits(this)) {
        m_before.insert(pathOf(edit), edit->text());
        edit->installEventFilter(this);
    }
    for (const widgets::ChoiceField *choice : findChildren<widgets::ChoiceField *>())
        m_before.insert(pathOf(choice), choice->chosenId());
    for (const QCheckBox *box : findChildren<QCheckBox *>())
        m_before.insert(pathOf(box), box->isChecked());
    for (const QWidget *input : valueInputs(this))
        m_before.insert(pathOf(input), valueOf(input));
    for (const widgets::StepCard *card : findChildren<widgets::StepCard *>())
        m_folds.insert(pathOf(card), card->isExpanded());
}

void StageView::noteCards(Drafts &drafts) const
{
    drafts.singled = m_singled;
    drafts.opened = m_opened;
    for (const widgets::StepCard *card : findChildren<widgets::StepCard *>()) {
        const QString path = pathOf(card);
        if (m_folds.value(path, true) != card->isExpanded())
            drafts.folds.insert(path, {static_cast<int>(card->state()), card->isExpanded()});
    }
}

/// A card whose step was recorded meanwhile folds away all the same.
void StageView::restoreCards(const Drafts &drafts)
{
    for (const QString &step : drafts.singled)
        singleOut(step);
    for (const QString &subject : drafts.opened) {
        if (m_hidden.contains(subject))
            reveal(subject, m_cards.value(subject));
    }
    const QList<widgets::StepCard *> cards = findChildren<widgets::StepCard *>();
    for (widgets::StepCard *card : cards) {
        const auto it = drafts.folds.constFind(pathOf(card));
        if (it != drafts.folds.constEnd() && it->before.toInt() == static_cast<int>(card->state()))
            card->setExpanded(it->now.toBool());
    }
}

StageView::Drafts StageView::drafts() const
{
    Drafts drafts;
    const auto note = [this, &drafts](QHash<QString, Draft> &list, const QObject *input, const QVariant &now) {
        const QString path = pathOf(input);
        if (m_before.value(path) != now)
            list.insert(path, {m_before.value(path), now});
        const QVariant sent = input->property(kSentProperty);
        if (sent.isValid())
            drafts.sent.insert(path, sent);
    };
    for (const QLineEdit *edit : lineEdits(this))
        note(drafts.texts, edit, edit->text());
    for (const widgets::ChoiceField *choice : findChildren<widgets::ChoiceField *>())
        note(drafts.choices, choice, choice->chosenId());
    for (const QCheckBox *box : findChildren<QCheckBox *>())
        note(drafts.ticks, box, box->isChecked());
    for (const QWidget *input : valueInputs(this))
        note(drafts.values, input, valueOf(input));
    // The window's own focus: that of a stage is the last child that ever had it.
    const QWidget *focused = window()->focusWidget();
    if (focused && isAncestorOf(focused))
        drafts.focus = pathOf(focused);
    noteCards(drafts);
    return drafts;
}

bool StageView::restoreDrafts(const Drafts &drafts)
{
    bool focused = false;
    restoreCards(drafts);
    restoreChoices(drafts);
    for (QWidget *input : valueInputs(this)) {
        // What the page proposes here moves with the clock, so only the person's own value counts.
        const auto it = drafts.values.constFind(pathOf(input));
        if (it != drafts.values.constEnd())
            input->setProperty(input->metaObject()->userProperty().name(), it->now);
    }
    restoreTexts(drafts);
    const QList<QWidget *> all = findChildren<QWidget *>();
    for (QWidget *widget : all) {
        const QString path = pathOf(widget);
        if (drafts.sent.contains(path))
            widget->setProperty(kSentProperty, drafts.sent.value(path));
        if (!drafts.focus.isEmpty() && widget->focusPolicy() != Qt::NoFocus && path == drafts.focus
            && widget->isVisibleTo(this)) {
            widget->setFocus();
            focused = true;
        }
    }
    return focused;
}

void StageView::restoreChoices(const Drafts &drafts)
{
    const QList<widgets::ChoiceField *> choices = findChildren<widgets::ChoiceField *>();
    for (widgets::ChoiceField *choice : choices) {
        const auto it = drafts.choices.constFind(pathOf(choice));
        if (it == drafts.choices.constEnd() || it->before.toString() != choice->chosenId())
            continue;
        choice->setChosen(it->now.toString());
        // A choice that waits for its note shows the ways on from there, as after the click.
        if (!choice->chosenId().isEmpty() && !choice->isComplete())
            Q_EMIT choice->chosen(choice->chosenId());
    }
    const QList<QCheckBox *> boxes = findChildren<QCheckBox *>();
    for (QCheckBox *box : boxes) {
        const auto it = drafts.ticks.constFind(pathOf(box));
        if (it != drafts.ticks.constEnd() && it->before.toBool() == box->isChecked())
            box->setChecked(it->now.toBool());
    }
}

void StageView::restoreTexts(const Drafts &drafts)
{
    for (QLineEdit *edit : lineEdits(this)) {
        const auto it = drafts.texts.constFind(pathOf(edit));
        if (it == drafts.texts.constEnd() || it->before.toString() != edit->text())
            continue;
        edit->selectAll();
        edit->insert(it->now.toString()); // as typed, so that verdicts and bands follow
        const QString reason = u"skipReason:"_s;
        if (edit->objectName().startsWith(reason) && !edit->text().isEmpty())
            revealSkipReason(edit->objectName().mid(reason.size()));
    }
}

/// As after the click that asks for the reason.
void StageView::revealSkipReason(const QString &step)
{
    for (const QString &part : {u"skipReason:"_s, u"skip:"_s, u"skipOpen:"_s}) {
        if (auto *widget = findChild<QWidget *>(part + step))
            widget->setVisible(part != u"skipOpen:");
    }
}

void StageView::settleSent(bool kept)
{
    const QList<QWidget *> all = findChildren<QWidget *>();
    for (QWidget *widget : all) {
        const QVariant sent = widget->property(kSentProperty);
        if (!sent.isValid())
            continue;
        widget->setProperty(kSentProperty, QVariant());
        if (kept)
            continue;
        if (auto *edit = qobject_cast<QLineEdit *>(widget); edit && edit->text().isEmpty())
            edit->insert(sent.toString());
        if (auto *box = qobject_cast<QCheckBox *>(widget))
            box->setChecked(box->isChecked() || sent.toBool());
    }
}

} // namespace ruhu::installer
