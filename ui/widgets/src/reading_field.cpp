// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/reading_field.h>

#include <ruhu/widgets/finding_chip.h>
#include <ruhu/widgets/scaled_number.h>
#include <ruhu/widgets/text_label.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {
namespace {

std::pair<Icon, Role> markOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Unjudged:
        break;
    case Verdict::Ok:
        return {severityIcon(Severity::Ok), Role::Ok};
    case Verdict::Warn:
        return {severityIcon(Severity::Warn), Role::Warn};
    case Verdict::Fail:
        return {severityIcon(Severity::Fail), Role::Fail};
    case Verdict::Unreadable:
        return {Icon::Correct, Role::Warn};
    }
    return {Icon::Info, Role::TextMuted};
}

} // namespace

ReadingField::ReadingField(QWidget *parent)
    : QWidget(parent),
      m_label(new TextLabel),
      m_previous(new TextLabel({}, TextSize::Caption, Role::TextMuted)),
      m_edit(new QLineEdit),
      m_unit(new TextLabel({}, TextSize::Emphasis, Role::TextMuted)),
      m_verdictIcon(new IconLabel(Icon::Info, Role::TextMuted)),
      m_verdictText(new TextLabel),
      m_source(new TextLabel({}, TextSize::Caption, Role::TextMuted)),
      m_band(new LimitBand),
      m_reason(new ReasonPicker)
{
    setObjectName(u"readingField"_s);
    m_edit->setObjectName(u"number"_s);
    m_edit->setFont(Theme::font(TextSize::Number));
    m_edit->setAlignment(Qt::AlignRight);
    m_edit->setFixedSize(tokens::kNumberFieldWidth, tokens::kNumberFieldHeight);
    m_edit->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    m_verdictText->setObjectName(u"verdict"_s);
    m_verdictText->setSize(TextSize::Body, QFont::DemiBold);
    m_source->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_reason->setQuestion(tr("Out of limits. Why is it left like this?"));
    buildLayout();
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &ReadingField::onTextEdited);
    connect(m_edit, &QLineEdit::returnPressed, this, &ReadingField::submitted);
    connect(m_reason, &ReasonPicker::reasonChanged, this, &ReadingField::reasonChanged);
    setSpec({});
}

// The number still loses its focus while the base class deletes it; nothing of this field may hear of it then.
ReadingField::~ReadingField()
{
    m_edit->disconnect(this);
}

void ReadingField::buildLayout()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::kSpace1);
    auto *top = new QHBoxLayout;
    top->addWidget(m_label, 1);
    top->addWidget(m_previous);
    column->addLayout(top);
    column->addLayout(makeNumberRow());
    column->addWidget(m_reason);
}

QLayout *ReadingField::makeNumberRow()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::kSpace2);
    row->addWidget(m_edit, 0, Qt::AlignTop);
    row->addWidget(m_unit, 0, Qt::AlignVCenter);
    row->addSpacing(tokens::kSpace3);
    auto *right = new QVBoxLayout;
    right->setSpacing(tokens::kSpace1);
    auto *words = new QHBoxLayout;
    words->setSpacing(tokens::kSpace2);
    words->addWidget(m_verdictIcon);
    words->addWidget(m_verdictText, 1);
    words->addWidget(m_source);
    right->addLayout(words);
    right->addWidget(m_band);
    row->addLayout(right, 1);
    return row;
}

void ReadingField::setSpec(const ReadingSpec &spec)
{
    m_spec = spec;
    m_label->setText(spec.label);
    m_unit->setText(spec.unit);
    m_source->setText(spec.limitSource);
    m_previous->setVisible(spec.previous.has_value());
    if (spec.previous) {
        const QString value = formatScaled(*spec.previous, spec.decimals) + u' ' + spec.unit;
        const QString words = spec.previousMeta.isEmpty() ? value : tr("%1 (%2)").arg(value, spec.previousMeta);
        m_previous->setText(tr("Before: %1").arg(words));
    }
    m_band->setLimits(spec.limits, spec.decimals);
    m_band->setPrevious(spec.previous);
    m_band->setVisible(spec.limits.scaleMax > spec.limits.scaleMin);
    m_reason->setReasons(spec.reasons);
    m_edit->setAccessibleName(tr("%1 in %2").arg(spec.label, spec.unit));
    setAccessibleName(spec.label);
    setValue(std::nullopt);
}

void ReadingField::setValue(std::optional<qint64> value)
{
    m_value = value;
    m_edit->setText(value ? formatScaled(*value, m_spec.decimals) : QString());
    refresh(true);
}

void ReadingField::onTextEdited(const QString &text)
{
    m_value = parseScaled(text, m_spec.decimals);
    const QString trimmed = text.trimmed();
    // A sign alone is the beginning of a number, not a mistake.
    const bool begun = trimmed.size() <= 1 && !trimmed.isEmpty() && !trimmed.front().isLetterOrNumber();
    const Verdict before = m_verdict;
    refresh(m_value.has_value() || trimmed.isEmpty() || begun);
    Q_EMIT valueEdited();
    if (m_verdict != before)
        Q_EMIT verdictChanged(m_verdict);
}

void ReadingField::refresh(bool readable)
{
    m_verdict = !readable ? Verdict::Unreadable : m_value ? judge(*m_value, m_spec.limits) : Verdict::Unjudged;
    const auto [mark, role] = markOf(m_verdict);
    m_verdictIcon->setIcon(mark, role);
    m_verdictText->setRole(role);
    const QString word = m_verdict == Verdict::Unjudged && !m_value ? tr("Type the reading") : verdictWord(m_verdict);
    m_verdictText->setText(word);
    m_edit->setAccessibleDescription(word);
    m_band->setValue(m_value);
    m_reason->setVisible(needsReason());
}

std::optional<Reason> ReadingField::reason() const
{
    return needsReason() ? m_reason->reason() : std::nullopt;
}

void ReadingField::setReason(const std::optional<Reason> &reason)
{
    m_reason->setReason(reason);
}

bool ReadingField::isComplete() const
{
    return m_value && (!needsReason() || m_reason->reason());
}

QString ReadingField::verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Unjudged:
        return tr("No limit");
    case Verdict::Ok:
        return tr("Within limits");
    case Verdict::Warn:
        return tr("Close to the limit");
    case Verdict::Fail:
        return tr("Out of limits");
    case Verdict::Unreadable:
        break;
    }
    return tr("Not a number of this kind");
}

} // namespace ruhu::widgets
