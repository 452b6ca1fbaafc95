// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/form_dialog.h>

namespace ruhu::widgets {

/// The change of one's own password.
class PasswordDialog final : public FormDialog {
    Q_OBJECT

public:
    explicit PasswordDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    void changeRequested(QString current, QString next, QString secondFactor);

protected:
    bool submit() override;
    void prepareFor(const presentation::Message &problem) override;

private:
    QLineEdit *m_current;
    QLineEdit *m_next;
    QLineEdit *m_code; // of an authenticator, once the office has asked for it
};

/// A short number that unlocks this laptop while the program runs.
class NumberDialog final : public FormDialog {
    Q_OBJECT

public:
    explicit NumberDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    void numberRequested(QString password, QString number);

protected:
    bool submit() override;

private:
    QLineEdit *m_password;
    QLineEdit *m_number;
};

} // namespace ruhu::widgets
