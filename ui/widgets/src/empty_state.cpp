// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/empty_state.h>

#include <ruhu/widgets/button.h>
#include <ruhu/widgets/text_label.h>

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {

EmptyState::EmptyState(Icon which, const QString &title, const QString &hint, QWidget *parent)
    : QWidget(parent),
      m_icon(new IconLabel(which, Role::LineStrong, tokens::kIconLarge)),
      m_title(new TextLabel({}, TextSize::Emphasis)),
      m_hint(new TextLabel({}, TextSize::Body, Role::TextMuted)),
      m_action(new Button({}))
{
    setObjectName(u"emptyState"_s);
    m_title->setSize(TextSize::Emphasis, QFont::DemiBold);
    m_title->setAlignment(Qt::AlignCenter);
    m_hint->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_hint->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::kSpace5, tokens::kSpace5, tokens::kSpace5, tokens::kSpace5);
    column->setSpacing(tokens::kSpace2);
    column->addStretch();
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addSpacing(tokens::kSpace2);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    setAction({});
    setContent(which, title, hint);
}

void EmptyState::setContent(Icon which, const QString &title, const QString &hint)
{
    m_icon->setIcon(which, Role::LineStrong);
    m_title->setText(title);
    m_hint->setText(hint);
    setAccessibleName(tr("%1. %2").arg(title, hint));
}

void EmptyState::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

} // namespace ruhu::widgets
