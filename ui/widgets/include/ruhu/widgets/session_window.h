// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/presentation/field_client.h>
#include <ruhu/presentation/words.h>

#include <QMainWindow>
#include <QTimer>

#include <chrono>
#include <functional>

class QStackedWidget;

namespace ruhu::widgets {

class SignInPage;

/// The screen of a signed-in person; each program has its own.
class SessionPage : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    /// Something went wrong that belongs to no ticket.
    virtual void showProblem(const Error &error) = 0;
    /// What is open and being written, for the same person's next page: see resume(). It may wait in the sealed store in
    /// between; a page takes what it can read of an older program's.
    [[nodiscard]] virtual QByteArray keep() const { return {}; }
    virtual void resume(const QByteArray &kept) { Q_UNUSED(kept) }

Q_SIGNALS:
    void languageRequested(ruhu::presentation::Language language);
};

/// The frame of both programs: sign-in page, then the program's SessionPage, and back when the person locks or nobody is
/// there any more. Pages are made anew when the person or the language changes: one way for both, nothing to re-translate
/// by hand.
class SessionWindow : public QMainWindow {
    Q_OBJECT

public:
    struct Setup {
        std::function<QString()> title; // asked again when the language changes
        std::function<SessionPage *(const presentation::Profile &)> makePage;
        QString server; // for the set-up form
        QString caFile;
        QString login;
        bool fixedLanguage = false; // the command line chose: what the profile says does not count
    };
    /// The client must outlive the window and is started by it.
    SessionWindow(presentation::FieldClient &client, Setup setup);
    ~SessionWindow() override;

    /// Without a key, the mouse or the pen for so long it locks; what was typed is sealed first and comes back. 15 minutes
    /// unless set.
    void setIdleLock(std::chrono::milliseconds time);
    /// So long after the password was given it locks at the first pause of that length: presentation::kShift and a minute
    /// unless set.
    void setShift(std::chrono::milliseconds shift, std::chrono::milliseconds pause);

protected:
    /// Every key and every move of the mouse, in whatever window of the program, is somebody at work.
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] bool isShiftOver() const;
    void setIdleLook();
    void lockIdle();
    /// What is being written is sealed with the rest before the store closes.
    void keepDrafts();
    void onStateChanged(presentation::SessionState state, const std::optional<presentation::Profile> &profile,
                        const std::optional<Error> &error);
    void onAnswer(const std::optional<Error> &error);
    void rebuildPages();
    void changeLanguage(presentation::Language language);
    void keepLanguage();
    [[nodiscard]] bool takeLanguage(const presentation::Profile &profile);
    void applySetting(const QString &key, const QString &value);

    presentation::FieldClient &m_client;
    Setup m_setup;
    presentation::SessionState m_state = presentation::SessionState::NotEnrolled;
    std::optional<presentation::Profile> m_profile;
    sync::Status m_status; // the last one: it may be older than the page
    bool m_languageChosen = false; // here, by the person
    QTimer m_idleLook;
    std::chrono::milliseconds m_idleLock{0};
    std::chrono::milliseconds m_shift{presentation::kShift};
    std::chrono::milliseconds m_pause{std::chrono::minutes(1)};
    qint64 m_lastTouchMs = 0;
    qint64 m_passwordMs = 0; // when it was given
    bool m_byNumber = false; // the number is what is being tried
    bool m_opensByNumber = false;
    QStackedWidget *m_pages;
    SignInPage *m_signIn = nullptr;
    SessionPage *m_page = nullptr;
};

} // namespace ruhu::widgets
