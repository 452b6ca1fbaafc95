// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fields.h"

#include <ruhu/widgets/password_dialog.h>

#include <ruhu/widgets/banner.h>
#include <ruhu/widgets/button.h>
#include <ruhu/widgets/text_label.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ruhu::widgets {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kDialogWidth = 460;

} // namespace

PasswordDialog::PasswordDialog(QWidget *parent)
    : QDialog(parent),
      m_banner(new Banner),
      m_form(new QWidget),
      m_change(new Button(tr("Change password"), ButtonKind::Primary)),
      m_close(new Button(tr("Cancel")))
{
    setObjectName(u"passwordDialog"_s);
    setWindowTitle(tr("Change password"));
    setFixedWidth(kDialogWidth);
    m_banner->setObjectName(u"passwordBanner"_s);
    m_banner->hide();
    auto *fields = new QVBoxLayout(m_form);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(tokens::kSpace1);
    auto *hint = new TextLabel(
        tr("Both the office and this laptop take the new password, so a network is needed. Take 15 characters or more: "
           "four words that do not belong together are easy to keep in mind."),
        TextSize::Body, Role::TextMuted);
    hint->setWrapping();
    fields->addWidget(hint);
    fields->addSpacing(tokens::kSpace2);
    m_current = addField(fields, tr("Present password of this laptop"), u"currentPasswordField"_s);
    m_next = addField(fields, tr("New password"), u"nextPasswordField"_s);
    m_code = addCodeField(fields, tr("Code of the authenticator app"), u"changeSecondFactorField"_s);
    for (QLineEdit *edit : {m_current, m_next})
        makePassword(edit, tr("Show password"));
    for (QLineEdit *edit : {m_current, m_next, m_code})
        connect(edit, &QLineEdit::returnPressed, this, &PasswordDialog::submit);
    m_change->setObjectName(u"changePasswordButton"_s);
    m_change->setDefault(true);
    m_close->setObjectName(u"closePasswordButton"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_change);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::kSpace5, tokens::kSpace5, tokens::kSpace5, tokens::kSpace4);
    column->setSpacing(tokens::kSpace3);
    column->addWidget(m_banner);
    column->addWidget(m_form);
    column->addLayout(buttons);
    connect(m_change, &QPushButton::clicked, this, &PasswordDialog::submit);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    m_current->setFocus();
}

void PasswordDialog::showEvent(QShowEvent *event)
{
    fit();
    QDialog::showEvent(event);
}

/// A dialog does not grow by itself when words that wrap come into it.
void PasswordDialog::fit()
{
    setFixedHeight(layout()->totalHeightForWidth(kDialogWidth));
}

void PasswordDialog::say(Severity severity, const QString &text, const QString &code)
{
    m_banner->setMessage(severity, text, code);
    m_banner->show();
    fit();
}

void PasswordDialog::submit()
{
    if (!m_change->isEnabled())
        return;
    for (QLineEdit *edit : {m_current, m_next}) {
        if (!edit->text().isEmpty())
            continue;
        say(Severity::Warn, tr("Please fill in: %1").arg(edit->accessibleName()));
        return edit->setFocus();
    }
    m_banner->hide();
    fit();
    setBusy(true);
    const QString current = takePassword(m_current);
    Q_EMIT changeRequested(current, takePassword(m_next), m_code->text().trimmed());
}

void PasswordDialog::finish(const std::optional<presentation::Message> &problem)
{
    setBusy(false);
    if (problem) {
        askForCode(m_code, isAboutCode(*problem) || !m_code->parentWidget()->isHidden());
        say(Severity::Fail, presentation::oneLine(*problem), problem->code);
        return m_current->setFocus();
    }
    m_form->hide();
    m_change->hide();
    say(Severity::Ok,
        tr("The password is changed, here and at the office. Other laptops of yours have to sign in again."));
    m_close->setText(tr("Close"));
    m_close->setFocus();
}

void PasswordDialog::setBusy(bool busy)
{
    m_change->setEnabled(!busy);
    m_change->setText(busy ? tr("Asking the office …") : tr("Change password"));
    m_form->setEnabled(!busy);
}

} // namespace ruhu::widgets
