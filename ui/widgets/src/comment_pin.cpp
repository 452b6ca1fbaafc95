// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/comment_pin.h>

#include <ruhu/widgets/button.h>
#include <ruhu/widgets/text_label.h>

#include <QGridLayout>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {

CommentPin::CommentPin(const Comment &comment, QWidget *parent)
    : Surface(Role::WarnTint, Role::Warn, parent),
      m_icon(new IconLabel(Icon::Pin, Role::Warn)),
      m_text(new TextLabel),
      m_meta(new TextLabel({}, TextSize::Caption, Role::TextMuted)),
      m_action(new Button({}, ButtonKind::Quiet))
{
    setObjectName(u"commentPin"_s);
    m_text->setWrapping();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(tokens::kSpace3, tokens::kSpace2, tokens::kSpace2, tokens::kSpace2);
    grid->setHorizontalSpacing(tokens::kSpace2);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_icon, 0, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(m_text, 0, 1);
    grid->addWidget(m_meta, 1, 1);
    grid->addWidget(m_action, 0, 2, 2, 1, Qt::AlignVCenter);
    grid->setColumnStretch(1, 1);
    connect(m_action, &QPushButton::clicked, this, &CommentPin::actionTriggered);
    setAction({});
    setComment(comment);
}

void CommentPin::setComment(const Comment &comment)
{
    m_text->setText(comment.text);
    m_meta->setText(comment.answered ? tr("%1 · answered").arg(comment.meta) : comment.meta);
    m_icon->setIcon(comment.answered ? Icon::Check : Icon::Pin, comment.answered ? Role::Ok : Role::Warn);
    setGround(comment.answered ? Role::SurfaceRaised : Role::WarnTint);
    setLine(comment.answered ? Role::Line : Role::Warn);
    setAccessibleName(tr("Comment: %1. %2").arg(comment.text, m_meta->text()));
}

void CommentPin::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

} // namespace ruhu::widgets
