// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/step_card.h>

#include <ruhu/widgets/text_label.h>

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {

StepCard::StepCard(const QString &title, QWidget *parent)
    : Surface(Role::SurfaceRaised, Role::Line, parent),
      m_mark(new IconLabel(Icon::Check, Role::Ok)),
      m_title(new TextLabel({}, TextSize::Emphasis)),
      m_summary(new TextLabel({}, TextSize::Body, Role::TextMuted)),
      m_ruleId(new TextLabel({}, TextSize::Caption, Role::TextMuted)),
      m_hint(new TextLabel({}, TextSize::Body, Role::TextMuted)),
      m_fold(new QToolButton),
      m_column(new QVBoxLayout(this)),
      m_pins(new QVBoxLayout)
{
    setObjectName(u"stepCard"_s);
    m_title->setSize(TextSize::Emphasis, QFont::DemiBold);
    m_ruleId->setSelectable();
    m_hint->setWrapping();
    m_column->setContentsMargins(tokens::kSpace4, tokens::kSpace3, tokens::kSpace4, tokens::kSpace3);
    m_column->setSpacing(tokens::kSpace2);
    m_column->addWidget(makeHeader());
    m_column->addWidget(m_hint);
    m_column->addLayout(m_pins);
    m_pins->setSpacing(tokens::kSpace2);
    connect(m_fold, &QToolButton::clicked, this, [this] { setExpanded(!m_expanded); });
    setTitle(title);
    setHint({});
    setSummary({});
    setRuleId({});
    refresh();
}

QWidget *StepCard::makeHeader()
{
    auto *header = new QWidget;
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::kSpace2);
    row->addWidget(m_mark);
    row->addWidget(m_title);
    m_summary->setMinimumWidth(0);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_summary, 1);
    row->addStretch();
    row->addWidget(m_ruleId);
    m_fold->setObjectName(u"fold"_s);
    m_fold->setAutoRaise(true);
    row->addWidget(m_fold);
    return header;
}

void StepCard::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void StepCard::setHint(const QString &hint)
{
    m_hint->setText(hint);
    refresh();
}

void StepCard::setRuleId(const QString &ruleId)
{
    m_ruleId->setText(ruleId);
    m_ruleId->setVisible(!ruleId.isEmpty());
    m_ruleId->setAccessibleName(tr("Rule %1").arg(ruleId));
}

void StepCard::setSummary(const QString &summary)
{
    m_summary->setText(summary);
    m_summary->setToolTip(summary);
}

QString StepCard::summary() const
{
    return m_summary->text();
}

void StepCard::setBody(QWidget *body)
{
    delete m_body;
    m_body = body;
    if (m_body)
        m_column->addWidget(m_body);
    refresh();
}

void StepCard::addPin(QWidget *pin)
{
    m_pins->addWidget(pin);
}

void StepCard::setState(StepState state)
{
    m_state = state;
    m_expanded = state != StepState::Done;
    m_foldable = !m_expanded;
    refresh();
}

void StepCard::setExpanded(bool expanded)
{
    if (m_expanded == expanded)
        return;
    m_expanded = expanded;
    m_foldable = m_foldable || !expanded;
    refresh();
    Q_EMIT expandedChanged(expanded);
}

void StepCard::refresh()
{
    const bool done = m_state == StepState::Done;
    const bool returned = m_state == StepState::Returned;
    const bool blocked = m_state == StepState::Blocked;
    m_mark->setVisible(m_state != StepState::Open);
    m_mark->setIcon(done       ? Icon::Stored
                    : returned ? Icon::Return
                               : Icon::Lock,
                    done       ? Role::Ok
                    : returned ? Role::Warn
                               : Role::TextMuted);
    m_title->setRole(blocked ? Role::TextMuted : Role::Text);
    m_summary->setVisible(!m_expanded || done);
    setStripe(returned ? std::optional(Role::Warn) : std::nullopt);
    setLine(returned ? Role::Warn : Role::Line);
    m_fold->setVisible(m_foldable);
    m_fold->setIcon(icon(m_expanded ? Icon::ChevronDown : Icon::ChevronRight, Role::TextMuted));
    m_fold->setAccessibleName(m_expanded ? tr("Fold %1").arg(m_title->text()) : tr("Open %1").arg(m_title->text()));
    m_fold->setToolTip(m_expanded ? tr("Fold") : tr("Open"));
    m_hint->setVisible(m_expanded && !m_hint->text().isEmpty());
    if (m_body) {
        m_body->setVisible(m_expanded);
        m_body->setEnabled(!blocked);
    }
}

} // namespace ruhu::widgets
