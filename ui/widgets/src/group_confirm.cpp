// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/group_confirm.h>

#include <ruhu/widgets/button.h>
#include <ruhu/widgets/flow_layout.h>
#include <ruhu/widgets/text_label.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {

GroupConfirm::GroupConfirm(QWidget *parent)
    : QWidget(parent),
      m_flow(new FlowLayout(nullptr, tokens::kSpace1)),
      m_hints(new TextLabel({}, TextSize::Body, Role::TextMuted)),
      m_reason(new TextLabel({}, TextSize::Caption, Role::TextMuted)),
      m_button(new Button({}))
{
    setObjectName(u"groupConfirm"_s);
    m_button->setObjectName(u"confirmAll"_s);
    m_button->setIconOf(Icon::Check);
    m_reason->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::kSpace2);
    column->addLayout(m_flow);
    m_hints->setObjectName(u"hints"_s);
    m_hints->setWrapping();
    m_hints->hide();
    column->addWidget(m_hints);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::kSpace3);
    row->addWidget(m_reason, 1);
    row->addWidget(m_button);
    column->addLayout(row);
    connect(m_button, &QPushButton::clicked, this, &GroupConfirm::confirm);
    refresh();
}

void GroupConfirm::setSteps(const QStringList &labels)
{
    m_steps = labels;
    m_confirmed = false;
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        // It may be the one that was just pressed.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < labels.size(); ++i) {
        auto *step = new Button(labels.at(i), ButtonKind::Quiet);
        step->setObjectName(u"step%1"_s.arg(i + 1));
        step->setToolTip(tr("Something is different here"));
        connect(step, &QPushButton::clicked, this, [this, i] { Q_EMIT stepActivated(i); });
        m_flow->addWidget(step);
    }
    refresh();
}

void GroupConfirm::setHints(const QStringList &hints)
{
    m_hints->setText(hints.join(u'\n'));
    m_hints->setVisible(!hints.isEmpty());
}

void GroupConfirm::setConfirmed(bool confirmed)
{
    m_confirmed = confirmed;
    refresh();
}

void GroupConfirm::setBlockedReason(const QString &reason)
{
    m_reason->setText(reason);
    refresh();
}

void GroupConfirm::confirm()
{
    if (m_confirmed)
        return;
    setConfirmed(true);
    Q_EMIT confirmed();
}

void GroupConfirm::refresh()
{
    const QString question = tr("Confirm all %n", nullptr, static_cast<int>(m_steps.size()));
    m_button->setText(m_confirmed ? tr("Confirmed") : question);
    m_button->setEnabled(!m_confirmed && !m_steps.isEmpty() && m_reason->text().isEmpty());
    setAccessibleName(m_steps.join(u", "_s));
    for (int i = 0; i < m_flow->count(); ++i) {
        if (auto *step = qobject_cast<Button *>(m_flow->itemAt(i)->widget()))
            step->setIcon(
                icon(m_confirmed ? Icon::Check : Icon::ChevronRight, m_confirmed ? Role::Ok : Role::TextMuted));
    }
}

} // namespace ruhu::widgets
