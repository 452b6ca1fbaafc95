// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/presentation/words.h>

#include <QWidget>

#include <initializer_list>

class QCheckBox;
class QLineEdit;

namespace ruhu::widgets {

class Banner;
class Button;
class TextLabel;

/// The first page of both programs: set the laptop up with a one-time code, or sign in. It asks, it never decides:
/// the owner carries the request out and comes back with setBusy() and showProblem().
class SignInPage final : public QWidget {
    Q_OBJECT

public:
    /// `programName` is the title, e.g. "Ruhu Installer".
    explicit SignInPage(const QString &programName, QWidget *parent = nullptr);

    /// No profile: the set-up form. With one: the password form for that person, with a way to a new password.
    void showProfile(const std::optional<presentation::Profile> &profile);
    /// Values of the set-up form that the command line gave.
    void prefill(const QString &server, const QString &caFile, const QString &login);
    /// Whether a number opens as well; then it is asked for first.
    void offerNumber(bool opens);
    void setBusy(bool busy);
    void showProblem(const presentation::Message &message);
    void clearProblem();

Q_SIGNALS:
    void enrolRequested(ruhu::presentation::EnrolInput input);
    void signInRequested(QString password, QString secondFactor);
    void numberEntered(QString number);
    void resetRequested(QString code, QString newPassword);
    void languageRequested(ruhu::presentation::Language language);

private:
    [[nodiscard]] QWidget *makeSetUpForm();
    [[nodiscard]] QWidget *makePasswordForm();
    [[nodiscard]] QWidget *makeNumberForm();
    [[nodiscard]] QWidget *makeResetForm();
    [[nodiscard]] QWidget *makeLanguageRow();
    void submitSetUp();
    void submitPassword();
    void submitNumber();
    void submitReset();
    /// False, and said so, when one of them is empty.
    [[nodiscard]] bool areFilled(std::initializer_list<QLineEdit *> edits);
    /// One of the forms of somebody who is enrolled here.
    void showForm(QWidget *form);
    void focusForm();

    Banner *m_banner;
    QWidget *m_setUpForm;
    QWidget *m_passwordForm;
    QWidget *m_numberForm;
    QWidget *m_resetForm;
    QLineEdit *m_server = nullptr;
    QLineEdit *m_caFile = nullptr;
    QLineEdit *m_login = nullptr;
    QLineEdit *m_code = nullptr;
    QLineEdit *m_newPassword = nullptr;
    QLineEdit *m_setUpCode = nullptr; // of an authenticator, as is m_signInCode
    Button *m_setUp = nullptr;
    TextLabel *m_person = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_signInCode = nullptr;
    Button *m_signIn = nullptr;
    QLineEdit *m_number = nullptr;
    Button *m_unlock = nullptr;
    QLineEdit *m_resetCode = nullptr;
    QLineEdit *m_resetPassword = nullptr;
    Button *m_reset = nullptr;
};

} // namespace ruhu::widgets
