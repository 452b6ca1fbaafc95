// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fields.h"

#include <ruhu/widgets/password_dialog.h>

#include <QLineEdit>
#include <QVBoxLayout>

namespace ruhu::widgets {

using namespace Qt::Literals::StringLiterals;

PasswordDialog::PasswordDialog(QWidget *parent)
    : FormDialog(
        u"password"_s,
        {tr("Change password"),
         tr("Both the office and this laptop take the new password, so a network is needed. Take 15 characters "
            "or more: four words that do not belong together are easy to keep in mind."),
         tr("Change password"), tr("Asking the office …"),
         tr("The password is changed, here and at the office. Other laptops of yours have to sign in again.")},
        parent),
      m_current(addField(fields(), tr("Present password of this laptop"), u"currentPasswordField"_s)),
      m_next(addField(fields(), tr("New password"), u"nextPasswordField"_s)),
      m_code(addCodeField(fields(), tr("Code of the authenticator app"), u"changeSecondFactorField"_s))
{
    for (QLineEdit *edit : {m_current, m_next})
        makePassword(edit, tr("Show password"));
    setInputs({m_current, m_next, m_code});
}

bool PasswordDialog::submit()
{
    if (!areFilled({m_current, m_next}))
        return false;
    const QString current = takePassword(m_current);
    Q_EMIT changeRequested(current, takePassword(m_next), m_code->text().trimmed());
    return true;
}

void PasswordDialog::prepareFor(const presentation::Message &problem)
{
    askForCode(m_code, isAboutCode(problem) || !m_code->parentWidget()->isHidden());
}

NumberDialog::NumberDialog(QWidget *parent)
    : FormDialog(
        u"number"_s,
        {tr("Unlock with a number"),
         tr("A number of six digits or more unlocks this laptop between two homes, until the program is closed and "
            "for 12 hours after the password at the most. Five wrong ones end it, and the password opens."),
         tr("Use this number"), tr("Setting the number …"),
         tr("From now on the number unlocks this laptop as well, until the program is closed.")},
        parent),
      m_password(addField(fields(), tr("Present password of this laptop"), u"numberPasswordField"_s)),
      m_number(addField(fields(), tr("New number, 6 to 12 digits"), u"newNumberField"_s))
{
    makePassword(m_password, tr("Show password"));
    makeNumber(m_number, tr("Show number"));
    setInputs({m_password, m_number});
}

bool NumberDialog::submit()
{
    if (!areFilled({m_password, m_number}))
        return false;
    const QString password = takePassword(m_password);
    Q_EMIT numberRequested(password, takePassword(m_number));
    return true;
}

} // namespace ruhu::widgets
