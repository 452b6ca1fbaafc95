// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fields.h"

#include <ruhu/widgets/form_dialog.h>

#include <ruhu/widgets/banner.h>
#include <ruhu/widgets/button.h>
#include <ruhu/widgets/text_label.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ruhu::widgets {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kFormDialogWidth = 460;

} // namespace

FormDialog::FormDialog(const QString &name, Words words, QWidget *parent)
    : QDialog(parent),
      m_words(std::move(words)),
      m_banner(new Banner),
      m_form(new QWidget),
      m_fields(new QVBoxLayout(m_form)),
      m_submit(new Button(m_words.submit, ButtonKind::Primary)),
      m_close(new Button(tr("Cancel")))
{
    setObjectName(name + u"Dialog"_s);
    setWindowTitle(m_words.title);
    setFixedWidth(kFormDialogWidth);
    m_banner->setObjectName(name + u"Banner"_s);
    m_banner->hide();
    m_submit->setObjectName(name + u"Submit"_s);
    m_submit->setDefault(true);
    m_close->setObjectName(name + u"Close"_s);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setSpacing(tokens::kSpace1);
    auto *hint = new TextLabel(m_words.hint, TextSize::Body, Role::TextMuted);
    hint->setWrapping();
    m_fields->addWidget(hint);
    m_fields->addSpacing(tokens::kSpace2);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_submit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::kSpace5, tokens::kSpace5, tokens::kSpace5, tokens::kSpace4);
    column->setSpacing(tokens::kSpace3);
    column->addWidget(m_banner);
    column->addWidget(m_form);
    column->addLayout(buttons);
    connect(m_submit, &QPushButton::clicked, this, &FormDialog::trySubmit);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

void FormDialog::setInputs(std::initializer_list<QLineEdit *> inputs)
{
    m_first = *inputs.begin();
    m_first->setFocus();
    for (QLineEdit *edit : inputs)
        connect(edit, &QLineEdit::returnPressed, this, &FormDialog::trySubmit);
}

bool FormDialog::areFilled(std::initializer_list<QLineEdit *> inputs)
{
    QLineEdit *empty = firstEmpty(inputs);
    if (!empty)
        return true;
    say(Severity::Warn, tr("Please fill in: %1").arg(empty->accessibleName()));
    empty->setFocus();
    return false;
}

void FormDialog::showEvent(QShowEvent *event)
{
    fit();
    QDialog::showEvent(event);
}

/// A dialog does not grow by itself when words that wrap come into it.
void FormDialog::fit()
{
    setFixedHeight(layout()->totalHeightForWidth(kFormDialogWidth));
}

void FormDialog::say(Severity severity, const QString &text, const QString &code)
{
    m_banner->setMessage(severity, text, code);
    m_banner->show();
    fit();
}

void FormDialog::trySubmit()
{
    if (!m_submit->isEnabled())
        return;
    m_banner->hide();
    if (submit())
        setBusy(true);
    fit();
}

void FormDialog::finish(const std::optional<presentation::Message> &problem)
{
    setBusy(false);
    if (problem) {
        prepareFor(*problem);
        say(Severity::Fail, presentation::oneLine(*problem), problem->code);
        return m_first->setFocus();
    }
    m_form->hide();
    m_submit->hide();
    say(Severity::Ok, m_words.done);
    m_close->setText(tr("Close"));
    m_close->setFocus();
}

void FormDialog::setBusy(bool busy)
{
    m_submit->setEnabled(!busy);
    m_submit->setText(busy ? m_words.busy : m_words.submit);
    m_form->setEnabled(!busy);
}

} // namespace ruhu::widgets
