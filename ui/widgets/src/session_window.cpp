// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/session_window.h>

#include <ruhu/widgets/sign_in_page.h>
#include <ruhu/widgets/theme.h>
#include <ruhu/widgets/top_bar.h>

#include <QApplication>
#include <QCloseEvent>
#include <QDateTime>
#include <QDialog>
#include <QStackedWidget>

#include <algorithm>

namespace ruhu::widgets {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr QSize kDesignedFor(1280, 800);
constexpr std::chrono::minutes kIdleLock(15);
constexpr std::chrono::seconds kIdleLook(20);
const auto kDraftSetting = u"draft"_s;

/// A day without a network is an ordinary day: the mark says it, and no banner says it once more.
bool isSaidByMark(const Error &error)
{
    return error.code == ErrorCode::Offline || error.code == ErrorCode::Timeout;
}

} // namespace

SessionWindow::SessionWindow(presentation::FieldClient &client, Setup setup)
    : m_client(client), m_setup(std::move(setup)), m_pages(new QStackedWidget)
{
    setObjectName(u"sessionWindow"_s);
    setWindowTitle(m_setup.title());
    setMinimumSize(tokens::kWindowMinWidth, tokens::kWindowMinHeight);
    resize(kDesignedFor);
    setCentralWidget(m_pages);
    using presentation::FieldClient;
    connect(&m_client, &FieldClient::stateChanged, this, &SessionWindow::onStateChanged);
    connect(&m_client, &FieldClient::enrolled, this, &SessionWindow::onAnswer);
    connect(&m_client, &FieldClient::signedIn, this,
            [this](const std::optional<presentation::SignInOutcome> &outcome, const std::optional<Error> &error) {
                onAnswer(error);
                m_byNumber = false;
                if (outcome && outcome->recovered && m_page)
                    m_page->showProblem({ErrorCode::Damaged, {}, u"store-recovered"_s});
                else if (outcome && outcome->problem && m_page && !isSaidByMark(*outcome->problem))
                    m_page->showProblem(*outcome->problem);
            });
    connect(&m_client, &FieldClient::quickUnlockChanged, this, [this](bool opens) {
        m_opensByNumber = opens;
        if (m_signIn)
            m_signIn->offerNumber(opens);
    });
    for (const auto given : {&FieldClient::passwordChanged, &FieldClient::quickNumberSet}) {
        connect(&m_client, given, this, [this](const std::optional<Error> &error) {
            if (!error)
                m_passwordMs = QDateTime::currentMSecsSinceEpoch();
        });
    }
    connect(&m_client, &FieldClient::syncStatusChanged, this,
            [this](const sync::Status &status) { m_status = status; });
    connect(&m_client, &FieldClient::settingLoaded, this, &SessionWindow::applySetting);
    connect(&m_client, &FieldClient::locking, this, &SessionWindow::keepDrafts);
    setIdleLock(kIdleLock);
    connect(&m_idleLook, &QTimer::timeout, this, [this] {
        if (isIdle())
            lockIdle();
    });
    qApp->installEventFilter(this);
    rebuildPages();
    m_client.start();
}

SessionWindow::~SessionWindow() = default;

void SessionWindow::setIdleLock(std::chrono::milliseconds time)
{
    m_idleLock = time;
    setIdleLook();
}

void SessionWindow::setShift(std::chrono::milliseconds shift, std::chrono::milliseconds pause)
{
    m_shift = shift;
    m_pause = pause;
    setIdleLook();
}

void SessionWindow::setIdleLook()
{
    m_idleLook.setInterval(std::min<std::chrono::milliseconds>({m_idleLock, m_pause, kIdleLook}));
}

bool SessionWindow::isShiftOver() const
{
    return QDateTime::currentMSecsSinceEpoch() - m_passwordMs >= m_shift.count();
}

/// By the time of day: a timer does not count the hours for which the lid was closed. Not once it is being locked.
bool SessionWindow::isIdle() const
{
    const qint64 idleMs = QDateTime::currentMSecsSinceEpoch() - m_lastTouchMs;
    return m_idleLook.isActive() && (idleMs >= m_idleLock.count() || (idleMs >= m_pause.count() && isShiftOver()));
}

bool SessionWindow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
        if (m_page && isIdle()) {
            lockIdle(); // the first touch after the lid was opened is nobody's work yet
            return true;
        }
        m_lastTouchMs = QDateTime::currentMSecsSinceEpoch();
        break;
    default:
        break;
    }
    return QMainWindow::eventFilter(watched, event);
}

void SessionWindow::lockIdle()
{
    if (!m_page)
        return;
    m_idleLook.stop();
    // A dialog shows customers' data as well, and its owner is about to go.
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<QDialog *>(window))
            dialog->reject();
    }
    m_client.lock();
}

void SessionWindow::closeEvent(QCloseEvent *event)
{
    keepDrafts();
    QMainWindow::closeEvent(event);
}

void SessionWindow::keepDrafts()
{
    if (m_page)
        m_client.saveSetting(kDraftSetting, QString::fromLatin1(m_page->keep().toBase64()));
}

void SessionWindow::onStateChanged(presentation::SessionState state,
                                   const std::optional<presentation::Profile> &profile,
                                   const std::optional<Error> &error)
{
    const bool pageFits = (state == presentation::SessionState::Open) == (m_page != nullptr);
    m_state = state;
    m_profile = profile;
    const bool otherWords = profile && takeLanguage(*profile);
    if (!pageFits || otherWords)
        rebuildPages();
    keepLanguage();
    if (state == presentation::SessionState::Open) {
        m_client.loadSetting(u"theme"_s);
        if (!pageFits) {
            m_client.loadSetting(kDraftSetting);
            m_lastTouchMs = QDateTime::currentMSecsSinceEpoch();
            if (!m_byNumber)
                m_passwordMs = m_lastTouchMs;
            m_idleLook.start();
        }
        return;
    }
    m_signIn->showProfile(profile);
    m_signIn->offerNumber(m_opensByNumber);
    m_signIn->setBusy(false);
    if (error)
        m_signIn->showProblem(presentation::messageFor(*error));
}

void SessionWindow::onAnswer(const std::optional<Error> &error)
{
    if (!m_signIn)
        return;
    m_signIn->setBusy(false);
    if (error)
        m_signIn->showProblem(m_profile ? presentation::messageFor(*error) : presentation::messageForSetUp(*error));
}

void SessionWindow::rebuildPages()
{
    const QByteArray kept = m_page ? m_page->keep() : QByteArray();
    while (QWidget *page = m_pages->currentWidget()) {
        m_pages->removeWidget(page);
        page->deleteLater();
    }
    m_signIn = nullptr;
    m_page = nullptr;
    if (m_state == presentation::SessionState::Open && m_profile) {
        m_page = m_setup.makePage(*m_profile);
        connect(m_page, &SessionPage::languageRequested, this, &SessionWindow::changeLanguage);
        m_pages->addWidget(m_page);
        if (auto *bar = m_page->findChild<TopBar *>())
            bar->showStatus(m_status);
        if (!kept.isEmpty())
            m_page->resume(kept);
        return;
    }
    m_signIn = new SignInPage(m_setup.title());
    m_signIn->prefill(m_setup.server, m_setup.caFile, m_setup.login);
    m_signIn->showProfile(m_profile);
    m_signIn->offerNumber(m_opensByNumber);
    connect(m_signIn, &SignInPage::enrolRequested, &m_client, &presentation::FieldClient::enrol);
    connect(m_signIn, &SignInPage::signInRequested, this, [this](const QString &password, const QString &code) {
        m_byNumber = false;
        m_client.signIn(password, code);
    });
    connect(m_signIn, &SignInPage::numberEntered, this, [this](const QString &number) {
        m_byNumber = true;
        m_client.unlockByNumber(number);
    });
    connect(m_signIn, &SignInPage::resetRequested, &m_client, &presentation::FieldClient::resetPassword);
    connect(m_signIn, &SignInPage::languageRequested, this, &SessionWindow::changeLanguage);
    m_pages->addWidget(m_signIn);
}

void SessionWindow::changeLanguage(presentation::Language language)
{
    presentation::setLanguage(language);
    setWindowTitle(m_setup.title());
    m_languageChosen = true;
    keepLanguage();
    // Queued: the button that asked lives on the page that goes away.
    QMetaObject::invokeMethod(this, &SessionWindow::rebuildPages, Qt::QueuedConnection);
}

/// A choice made before the set-up is kept as soon as there is a profile to keep it in.
void SessionWindow::keepLanguage()
{
    const QString name = presentation::languageName(presentation::currentLanguage());
    if (!m_languageChosen || !m_profile || m_profile->language == name)
        return;
    m_profile->language = name;
    m_client.saveLanguage(name);
}

/// The language of the last run; true when the words on screen are of another one now.
bool SessionWindow::takeLanguage(const presentation::Profile &profile)
{
    const auto kept = presentation::languageNamed(profile.language);
    if (!kept || m_languageChosen || m_setup.fixedLanguage || *kept == presentation::currentLanguage())
        return false;
    presentation::setLanguage(*kept);
    setWindowTitle(m_setup.title());
    return true;
}

void SessionWindow::applySetting(const QString &key, const QString &value)
{
    if (key == kDraftSetting && !value.isEmpty() && m_page) {
        m_page->resume(QByteArray::fromBase64(value.toLatin1()));
        m_client.saveSetting(kDraftSetting, {}); // on the screen again
    }
    if (key != u"theme")
        return;
    if (const auto kind = themeNamed(value))
        Theme::apply(*qApp, *kind);
}

} // namespace ruhu::widgets
