// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/choice_field.h>

#include "choice_button.h"

#include <ruhu/widgets/flow_layout.h>
#include <ruhu/widgets/tokens.h>

#include <QAbstractButton>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {

ChoiceField::ChoiceField(QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_flow(new FlowLayout), m_note(new QLineEdit)
{
    setObjectName(u"choiceField"_s);
    m_note->setObjectName(u"note"_s);
    m_note->setMinimumWidth(tokens::kNoteMinWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::kSpace2);
    column->addLayout(m_flow);
    column->addWidget(m_note);
    m_note->hide();
    connect(m_group, &QButtonGroup::idClicked, this, [this](int index) {
        refreshNote();
        Q_EMIT chosen(m_options[static_cast<std::size_t>(index)].id);
    });
    connect(m_note, &QLineEdit::textEdited, this, [this] { Q_EMIT noteChanged(note()); });
    connect(m_note, &QLineEdit::returnPressed, this, &ChoiceField::noteFinished);
}

void ChoiceField::setOptions(const std::vector<ChoiceOption> &options)
{
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_options = options;
    for (int i = 0; i < static_cast<int>(options.size()); ++i)
        addOption(i);
    m_note->clear();
    refreshNote();
}

void ChoiceField::addOption(int index)
{
    const ChoiceOption &option = m_options[static_cast<std::size_t>(index)];
    auto *button = new ChoiceButton(option.label, index + 1, this);
    button->setObjectName(u"option-"_s + option.id);
    m_group->addButton(button, index);
    m_flow->addWidget(button);
    if (index == 0)
        setFocusProxy(button);
}

int ChoiceField::chosenIndex() const
{
    return m_group->checkedId();
}

QString ChoiceField::chosenId() const
{
    const int index = chosenIndex();
    return index < 0 ? QString() : m_options[static_cast<std::size_t>(index)].id;
}

void ChoiceField::setChosen(const QString &id, const QString &note)
{
    m_group->setExclusive(false);
    for (int i = 0; i < static_cast<int>(m_options.size()); ++i)
        m_group->button(i)->setChecked(!id.isEmpty() && m_options[static_cast<std::size_t>(i)].id == id);
    m_group->setExclusive(true);
    m_note->setText(note);
    refreshNote();
}

QString ChoiceField::note() const
{
    const int index = chosenIndex();
    const bool asked = index >= 0 && m_options[static_cast<std::size_t>(index)].asksNote;
    return asked ? m_note->text().trimmed() : QString();
}

bool ChoiceField::isComplete() const
{
    const int index = chosenIndex();
    if (index < 0)
        return false;
    const ChoiceOption &option = m_options[static_cast<std::size_t>(index)];
    return !option.asksNote || option.noteMayBeEmpty || !note().isEmpty();
}

void ChoiceField::refreshNote()
{
    const int index = chosenIndex();
    const ChoiceOption option = index < 0 ? ChoiceOption{} : m_options[static_cast<std::size_t>(index)];
    m_note->setVisible(option.asksNote);
    m_note->setPlaceholderText(option.notePrompt);
    m_note->setAccessibleName(option.notePrompt.isEmpty() ? tr("Note on %1").arg(option.label) : option.notePrompt);
}

void ChoiceField::select(int index)
{
    QAbstractButton *button = m_group->button(index);
    button->setFocus(Qt::ShortcutFocusReason);
    button->click();
    if (m_note->isVisibleTo(this))
        m_note->setFocus(Qt::OtherFocusReason);
}

bool ChoiceField::moveFocus(int by)
{
    const int count = static_cast<int>(m_options.size());
    for (int i = 0; i < count; ++i) {
        if (!m_group->button(i)->hasFocus())
            continue;
        m_group->button(std::clamp(i + by, 0, count - 1))->setFocus(Qt::TabFocusReason);
        return true;
    }
    return false;
}

void ChoiceField::keyPressEvent(QKeyEvent *event)
{
    const bool back = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    const bool on = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    if ((back || on) && moveFocus(on ? 1 : -1))
        return;
    const int index = event->key() - Qt::Key_1;
    const bool isDigit = event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isDigit && plain && index < static_cast<int>(m_options.size()) && !m_note->hasFocus()) {
        select(index);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ruhu::widgets
