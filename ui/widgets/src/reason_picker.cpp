// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/reason_picker.h>

#include <ruhu/widgets/choice_field.h>
#include <ruhu/widgets/text_label.h>

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {
namespace {

QString otherCode()
{
    return u"other"_s;
}

} // namespace

ReasonPicker::ReasonPicker(QWidget *parent)
    : QWidget(parent), m_question(new TextLabel(tr("Why?"))), m_choice(new ChoiceField)
{
    setObjectName(u"reasonPicker"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::kSpace2);
    column->addWidget(m_question);
    column->addWidget(m_choice);
    setFocusProxy(m_choice);
    connect(m_choice, &ChoiceField::chosen, this, &ReasonPicker::reasonChanged);
    connect(m_choice, &ChoiceField::noteChanged, this, &ReasonPicker::reasonChanged);
    setReasons({});
}

void ReasonPicker::setQuestion(const QString &question)
{
    m_question->setText(question);
    setAccessibleName(question);
}

void ReasonPicker::setReasons(const std::vector<ReasonOption> &presets)
{
    std::vector<ChoiceOption> options;
    options.reserve(presets.size() + 1);
    for (const ReasonOption &preset : presets)
        options.push_back({preset.code, preset.label, false, {}});
    options.push_back({otherCode(), tr("Another reason"), true, tr("The reason in your words")});
    m_choice->setOptions(options);
}

void ReasonPicker::setReason(const std::optional<Reason> &reason)
{
    const Reason shown = reason.value_or(Reason{});
    m_choice->setChosen(shown.code, shown.text);
}

std::optional<Reason> ReasonPicker::reason() const
{
    if (!m_choice->isComplete())
        return std::nullopt;
    return Reason{m_choice->chosenId(), m_choice->note()};
}

} // namespace ruhu::widgets
