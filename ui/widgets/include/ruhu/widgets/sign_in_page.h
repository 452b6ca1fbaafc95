// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/presentation/words.h>

#include <QWidget>

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

    /// No profile: the set-up form. With one: the password form for that person.
    void showProfile(const std::optional<presentation::Profile> &profile);
    /// Values of the set-up form that the command line gave.
    void prefill(const QString &server, const QString &caFile, const QString &login);
    void setBusy(bool busy);
    void showProblem(const presentation::Message &message);
    void clearProblem();

Q_SIGNALS:
    void enrolRequested(ruhu::presentation::EnrolInput input);
    void signInRequested(QString password);
    void languageRequested(ruhu::presentation::Language language);

private:
    [[nodiscard]] QWidget *makeSetUpForm();
    [[nodiscard]] QWidget *makePasswordForm();
    [[nodiscard]] QWidget *makeLanguageRow();
    void submitSetUp();
    void submitPassword();

    Banner *m_banner;
    QWidget *m_setUpForm;
    QWidget *m_passwordForm;
    QLineEdit *m_server = nullptr;
    QLineEdit *m_caFile = nullptr;
    QLineEdit *m_login = nullptr;
    QLineEdit *m_code = nullptr;
    QLineEdit *m_newPassword = nullptr;
    Button *m_setUp = nullptr;
    TextLabel *m_person = nullptr;
    QLineEdit *m_password = nullptr;
    Button *m_signIn = nullptr;
};

} // namespace ruhu::widgets
