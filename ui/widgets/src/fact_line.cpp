// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/fact_line.h>

#include <ruhu/widgets/text_label.h>

#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {

FactLine::FactLine(const Fact &fact, QWidget *parent)
    : QWidget(parent),
      m_icon(new IconLabel(fact.icon, fact.role)),
      m_text(new TextLabel),
      m_meta(new TextLabel({}, TextSize::Caption, Role::TextMuted))
{
    setObjectName(u"factLine"_s);
    m_text->setWrapping();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, tokens::kSpace1, 0, tokens::kSpace1);
    row->setSpacing(tokens::kSpace2);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addWidget(m_meta, 0, Qt::AlignVCenter);
    setFact(fact);
}

void FactLine::setFact(const Fact &fact)
{
    m_icon->setIcon(fact.icon, fact.role);
    m_text->setText(fact.text);
    m_meta->setText(fact.meta);
    m_meta->setVisible(!fact.meta.isEmpty());
    setAccessibleName(fact.meta.isEmpty() ? fact.text : tr("%1, %2").arg(fact.text, fact.meta));
}

} // namespace ruhu::widgets
