// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fields.h"

#include <ruhu/widgets/sign_in_page.h>

#include <ruhu/widgets/banner.h>
#include <ruhu/widgets/button.h>
#include <ruhu/widgets/surface.h>
#include <ruhu/widgets/text_label.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSysInfo>
#include <QVBoxLayout>

#include <algorithm>

namespace ruhu::widgets {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kFormWidth = 420;
const auto kCodeShape = u"XXXX-XXXX-XXXX"_s;

QVBoxLayout *columnOf(QWidget *form)
{
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::kSpace1);
    return column;
}

void addHint(QVBoxLayout *column, const QString &text, TextSize size = TextSize::Body)
{
    auto *hint = new TextLabel(text, size, Role::TextMuted);
    hint->setWrapping();
    column->addWidget(hint);
}

} // namespace

SignInPage::SignInPage(const QString &programName, QWidget *parent) : QWidget(parent), m_banner(new Banner)
{
    setObjectName(u"signInPage"_s);
    auto *card = new Surface;
    card->setFixedWidth(kFormWidth);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(tokens::kSpace6, tokens::kSpace6, tokens::kSpace6, tokens::kSpace5);
    column->setSpacing(tokens::kSpace2);

    auto *brand = new TextLabel(u"Ruhu 入户"_s, TextSize::Caption, Role::Accent);
    auto *title = new TextLabel(programName);
    title->setSize(TextSize::Title, QFont::DemiBold);
    column->addWidget(brand);
    column->addWidget(title);
    m_banner->setObjectName(u"signInBanner"_s);
    m_banner->hide();
    column->addWidget(m_banner);
    m_setUpForm = makeSetUpForm();
    m_person = new TextLabel({}, TextSize::Emphasis, Role::Text);
    m_person->setObjectName(u"personLabel"_s);
    m_passwordForm = makePasswordForm();
    m_numberForm = makeNumberForm();
    m_resetForm = makeResetForm();
    column->addWidget(m_person);
    for (QWidget *form : {m_setUpForm, m_passwordForm, m_numberForm, m_resetForm})
        column->addWidget(form);
    for (QWidget *form : {m_numberForm, m_resetForm})
        form->hide();
    column->addWidget(new Separator);
    column->addWidget(makeLanguageRow());

    // Stretches and no alignment: an aligned item is asked for its height at the width of the whole page, which is too
    // little for words that wrap.
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(card);
    row->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->addStretch(2);
    page->addLayout(row);
    page->addStretch(3);
}

QWidget *SignInPage::makeSetUpForm()
{
    auto *form = new QWidget;
    QVBoxLayout *column = columnOf(form);
    addHint(column, tr("Set this laptop up once. Your office gives you the one-time code; it works for 15 minutes."));
    column->addSpacing(tokens::kSpace2);
    m_server = addField(column, tr("Server address"), u"serverField"_s);
    m_server->setPlaceholderText(u"https://ruhu.example.com:8443"_s);
    m_caFile = addField(column, tr("Certificate file of the office (if you were given one)"), u"caFileField"_s);
    m_login = addField(column, tr("Sign-in name"), u"loginField"_s);
    m_code = addField(column, tr("One-time code"), u"codeField"_s);
    m_code->setPlaceholderText(kCodeShape);
    m_newPassword = addField(column, tr("Password"), u"newPasswordField"_s);
    makePassword(m_newPassword, tr("Show password"));
    m_setUpCode = addCodeField(column, tr("Code of the authenticator app"), u"setUpSecondFactorField"_s);
    m_setUp = new Button(tr("Set up this laptop"), ButtonKind::Primary);
    m_setUp->setObjectName(u"setUpButton"_s);
    column->addSpacing(tokens::kSpace2);
    column->addWidget(m_setUp);
    column->addSpacing(tokens::kSpace2);
    connect(m_setUp, &QPushButton::clicked, this, &SignInPage::submitSetUp);
    for (QLineEdit *edit : {m_server, m_caFile, m_login, m_code, m_newPassword, m_setUpCode})
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::submitSetUp);
    return form;
}

QWidget *SignInPage::makePasswordForm()
{
    auto *form = new QWidget;
    QVBoxLayout *column = columnOf(form);
    m_password = addField(column, tr("Password"), u"passwordField"_s);
    makePassword(m_password, tr("Show password"));
    m_signInCode = addCodeField(column, tr("Code of the authenticator app"), u"secondFactorField"_s);
    m_signIn = new Button(tr("Sign in"), ButtonKind::Primary);
    m_signIn->setObjectName(u"signInButton"_s);
    column->addSpacing(tokens::kSpace2);
    column->addWidget(m_signIn);
    column->addSpacing(tokens::kSpace2);
    addHint(column, tr("Works without a network. Everything on this laptop is sealed until you sign in."),
            TextSize::Caption);
    auto *forgotten = new Button(tr("Forgotten password"), ButtonKind::Quiet);
    forgotten->setObjectName(u"forgottenButton"_s);
    column->addWidget(forgotten, 0, Qt::AlignLeft);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::submitPassword);
    for (QLineEdit *edit : {m_password, m_signInCode})
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::submitPassword);
    connect(forgotten, &QPushButton::clicked, this, [this] { showForm(m_resetForm); });
    return form;
}

QWidget *SignInPage::makeNumberForm()
{
    auto *form = new QWidget;
    QVBoxLayout *column = columnOf(form);
    m_number = addField(column, tr("Number"), u"numberField"_s);
    makeNumber(m_number, tr("Show number"));
    m_unlock = new Button(tr("Unlock"), ButtonKind::Primary);
    m_unlock->setObjectName(u"unlockButton"_s);
    auto *password = new Button(tr("Use the password"), ButtonKind::Quiet);
    password->setObjectName(u"usePasswordButton"_s);
    column->addSpacing(tokens::kSpace2);
    column->addWidget(m_unlock);
    column->addWidget(password, 0, Qt::AlignLeft);
    connect(m_unlock, &QPushButton::clicked, this, &SignInPage::submitNumber);
    connect(m_number, &QLineEdit::returnPressed, this, &SignInPage::submitNumber);
    connect(password, &QPushButton::clicked, this, [this] { showForm(m_passwordForm); });
    return form;
}

QWidget *SignInPage::makeResetForm()
{
    auto *form = new QWidget;
    QVBoxLayout *column = columnOf(form);
    addHint(column, tr("Call the office: two people there agree and give you a one-time code. With a network it opens "
                       "this laptop under a new password, and all your work stays."));
    column->addSpacing(tokens::kSpace2);
    m_resetCode = addField(column, tr("One-time code"), u"resetCodeField"_s);
    m_resetCode->setPlaceholderText(kCodeShape);
    m_resetPassword = addField(column, tr("New password"), u"resetPasswordField"_s);
    makePassword(m_resetPassword, tr("Show password"));
    m_reset = new Button(tr("Take the new password"), ButtonKind::Primary);
    m_reset->setObjectName(u"resetButton"_s);
    auto *back = new Button(tr("Back to sign in"), ButtonKind::Quiet);
    back->setObjectName(u"backToSignInButton"_s);
    column->addSpacing(tokens::kSpace2);
    column->addWidget(m_reset);
    column->addWidget(back, 0, Qt::AlignLeft);
    connect(m_reset, &QPushButton::clicked, this, &SignInPage::submitReset);
    for (QLineEdit *edit : {m_resetCode, m_resetPassword})
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::submitReset);
    connect(back, &QPushButton::clicked, this, [this] { showForm(m_passwordForm); });
    return form;
}

void SignInPage::showForm(QWidget *form)
{
    clearProblem();
    for (QWidget *one : {m_passwordForm, m_numberForm, m_resetForm})
        one->setVisible(one == form);
    focusForm();
}

void SignInPage::focusForm()
{
    if (!m_numberForm->isHidden())
        m_number->setFocus();
    else if (!m_resetForm->isHidden())
        m_resetCode->setFocus();
    else
        m_password->setFocus();
}

QWidget *SignInPage::makeLanguageRow()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addStretch(1);
    auto *english = new Button(u"English"_s, ButtonKind::Quiet);
    auto *chinese = new Button(u"中文"_s, ButtonKind::Quiet);
    english->setObjectName(u"languageEnglish"_s);
    chinese->setObjectName(u"languageChinese"_s);
    line->addWidget(english);
    line->addWidget(chinese);
    line->addStretch(1);
    connect(english, &QPushButton::clicked, this,
            [this] { Q_EMIT languageRequested(presentation::Language::English); });
    connect(chinese, &QPushButton::clicked, this,
            [this] { Q_EMIT languageRequested(presentation::Language::Chinese); });
    return row;
}

void SignInPage::showProfile(const std::optional<presentation::Profile> &profile)
{
    m_setUpForm->setVisible(!profile);
    m_person->setVisible(profile.has_value());
    m_passwordForm->setVisible(profile.has_value());
    m_numberForm->hide();
    m_resetForm->hide();
    if (profile) {
        m_person->setText(profile->displayName.isEmpty() ? profile->login : profile->displayName);
        askForCode(m_signInCode, profile->secondFactor);
        m_password->setFocus();
        return;
    }
    (m_server->text().isEmpty() ? m_server : m_code)->setFocus();
}

void SignInPage::offerNumber(bool opens)
{
    if (m_person->isHidden())
        return;
    if (opens)
        showForm(m_numberForm);
    else if (!m_numberForm->isHidden())
        showForm(m_passwordForm);
}

void SignInPage::prefill(const QString &server, const QString &caFile, const QString &login)
{
    m_server->setText(server);
    m_caFile->setText(caFile);
    m_login->setText(login);
}

void SignInPage::setBusy(bool busy)
{
    m_setUp->setEnabled(!busy);
    m_signIn->setEnabled(!busy);
    m_unlock->setEnabled(!busy);
    m_unlock->setText(busy ? tr("Unlocking …") : tr("Unlock"));
    m_reset->setEnabled(!busy);
    m_reset->setText(busy ? tr("Asking the office …") : tr("Take the new password"));
    m_setUp->setText(busy ? tr("Setting up …") : tr("Set up this laptop"));
    m_signIn->setText(busy ? tr("Signing in …") : tr("Sign in"));
}

void SignInPage::showProblem(const presentation::Message &message)
{
    m_banner->setMessage(Severity::Fail, presentation::oneLine(message), message.code);
    m_banner->show();
    if (isAboutCode(message)) {
        askForCode(m_setUpCode);
        askForCode(m_signInCode);
    }
    // The password was taken away with the try: the next one begins there.
    if (!m_resetForm->isHidden())
        return m_resetPassword->setFocus();
    if (!m_setUpForm->isHidden())
        return m_newPassword->setFocus();
    focusForm();
}

void SignInPage::clearProblem()
{
    m_banner->hide();
}

bool SignInPage::areFilled(std::initializer_list<QLineEdit *> edits)
{
    QLineEdit *empty = firstEmpty(edits);
    if (!empty)
        return true;
    m_banner->setMessage(Severity::Warn, tr("Please fill in: %1").arg(empty->accessibleName()));
    m_banner->show();
    empty->setFocus();
    return false;
}

void SignInPage::submitNumber()
{
    if (!m_unlock->isEnabled() || m_number->text().isEmpty())
        return;
    clearProblem();
    setBusy(true);
    Q_EMIT numberEntered(takePassword(m_number));
}

void SignInPage::submitReset()
{
    if (!m_reset->isEnabled() || !areFilled({m_resetCode, m_resetPassword}))
        return;
    clearProblem();
    setBusy(true);
    Q_EMIT resetRequested(m_resetCode->text().trimmed(), takePassword(m_resetPassword));
}

void SignInPage::submitSetUp()
{
    if (!areFilled({m_server, m_login, m_code, m_newPassword}))
        return;
    presentation::EnrolInput input;
    input.server = QUrl(m_server->text().trimmed());
    input.caFile = m_caFile->text().trimmed();
    input.login = m_login->text().trimmed();
    input.code = m_code->text().trimmed();
    input.password = takePassword(m_newPassword);
    input.secondFactor = m_setUpCode->text().trimmed();
    input.deviceName = QSysInfo::machineHostName();
    clearProblem();
    setBusy(true);
    Q_EMIT enrolRequested(input);
}

void SignInPage::submitPassword()
{
    if (!m_signIn->isEnabled() || m_password->text().isEmpty())
        return;
    clearProblem();
    setBusy(true);
    const QString code = m_signInCode->text().trimmed();
    m_signInCode->clear(); // good once
    Q_EMIT signInRequested(takePassword(m_password), code);
}

} // namespace ruhu::widgets
