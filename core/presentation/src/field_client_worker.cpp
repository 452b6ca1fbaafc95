// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "field_client_worker.h"

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {

FieldClient::Worker::Worker(FieldClient *client, QString directory, MakeEnvironment makeEnvironment)
    : m_client(client), m_directory(std::move(directory)), m_makeEnvironment(std::move(makeEnvironment)), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_session)
            m_session->tick();
        armTimer();
    });
}

void FieldClient::Worker::open()
{
    m_environment = m_makeEnvironment();
    auto opened = FieldSession::open(m_directory, *m_environment);
    if (!opened)
        return reportState(opened.error());
    m_session = std::move(*opened);
    m_session->onSyncStatus = [this](const sync::Status &status) {
        tell(&FieldClient::syncStatusChanged, status);
        armTimer();
    };
    m_session->onWiped = [this] { reportState(Error{ErrorCode::NotAllowed, u"by order of the office"_s, u"wiped"_s}); };
    m_session->onTicketsChanged = [this](const std::vector<TicketId> &ids) { reportRows(ids); };
    reportState();
    armTimer();
}

void FieldClient::Worker::close()
{
    m_timer.stop();
    m_session.reset();
    m_environment.reset();
}

Error FieldClient::Worker::notOpen()
{
    return {ErrorCode::NotSignedIn, u"the folder could not be used"_s, {}};
}

void FieldClient::Worker::reportState(std::optional<Error> error)
{
    tell(&FieldClient::quickUnlockChanged, m_session && m_session->opensByNumber());
    const SessionState state = m_session ? m_session->state() : SessionState::NotEnrolled;
    tell(&FieldClient::stateChanged, state, m_session ? m_session->profile() : std::nullopt, std::move(error));
}

void FieldClient::Worker::armTimer()
{
    const auto wakeUp = m_session ? m_session->nextWakeUp() : std::nullopt;
    if (!wakeUp)
        return m_timer.stop();
    // A wall clock that jumped must not put the engine to sleep for days.
    const Millis wait = std::clamp(*wakeUp - m_environment->clock.now(), Millis(0), Millis(std::chrono::minutes(10)));
    m_timer.start(wait);
}

void FieldClient::Worker::enrol(const EnrolInput &input)
{
    if (!m_session)
        return tell(&FieldClient::enrolled, notOpen());
    m_session->enrol(input, [this](const Result<void> &done) {
        if (done)
            reportState();
        tell(&FieldClient::enrolled, done ? std::nullopt : std::optional(done.error()));
        armTimer();
    });
    armTimer();
}

void FieldClient::Worker::signIn(const Credentials &who)
{
    if (!m_session)
        return tell(&FieldClient::signedIn, std::nullopt, notOpen());
    m_session->signIn(who, [this](const Result<SignInOutcome> &done) { reportSignIn(done); });
    armTimer();
}

void FieldClient::Worker::reportSignIn(const Result<SignInOutcome> &done)
{
    if (done)
        reportState();
    if (done)
        tell(&FieldClient::signedIn, *done, std::nullopt);
    else
        tell(&FieldClient::signedIn, std::nullopt, done.error());
    armTimer();
}

void FieldClient::Worker::resetPassword(const QString &code, const QString &newPassword)
{
    if (!m_session)
        return tell(&FieldClient::signedIn, std::nullopt, notOpen());
    m_session->resetPassword(code, newPassword, [this](const Result<SignInOutcome> &done) { reportSignIn(done); });
    armTimer();
}

void FieldClient::Worker::changePassword(const Credentials &current, const QString &next)
{
    if (!m_session)
        return tell(&FieldClient::passwordChanged, notOpen());
    m_session->changePassword(current, next, [this](const Result<void> &done) {
        tell(&FieldClient::passwordChanged, done ? std::nullopt : std::optional(done.error()));
        armTimer();
    });
    armTimer();
}

void FieldClient::Worker::setQuickNumber(const QString &password, const QString &number)
{
    const auto set = m_session ? m_session->setQuickNumber(password, number) : Result<void>(notOpen());
    tell(&FieldClient::quickNumberSet, set ? std::nullopt : std::optional(set.error()));
}

void FieldClient::Worker::unlockByNumber(const QString &number)
{
    const auto opened = m_session ? m_session->unlockByNumber(number) : Result<void>(notOpen());
    if (!opened)
        tell(&FieldClient::quickUnlockChanged, m_session && m_session->opensByNumber());
    reportSignIn(opened ? Result<SignInOutcome>(SignInOutcome()) : Result<SignInOutcome>(opened.error()));
}

void FieldClient::Worker::reportOwnSessions(const Result<std::vector<OwnSession>> &sessions)
{
    if (sessions)
        tell(&FieldClient::ownSessionsLoaded, std::make_shared<const std::vector<OwnSession>>(*sessions), std::nullopt);
    else
        tell(&FieldClient::ownSessionsLoaded, nullptr, sessions.error());
    armTimer();
}

void FieldClient::Worker::loadOwnSessions()
{
    if (!m_session)
        return reportOwnSessions(notOpen());
    m_session->ownSessions([this](const Result<std::vector<OwnSession>> &sessions) { reportOwnSessions(sessions); });
}

void FieldClient::Worker::endOwnSession(DeviceId device)
{
    if (!m_session)
        return reportOwnSessions(notOpen());
    m_session->endOwnSession(device,
                             [this](const Result<std::vector<OwnSession>> &sessions) { reportOwnSessions(sessions); });
}

void FieldClient::Worker::lock()
{
    if (!m_session)
        return;
    m_session->lock();
    armTimer();
    reportState();
}

void FieldClient::Worker::loadTickets()
{
    auto rows = m_session ? m_session->tickets() : Result<std::vector<store::TicketRow>>(notOpen());
    if (!rows)
        return tell(&FieldClient::failed, rows.error());
    tell(&FieldClient::ticketsLoaded, std::make_shared<const std::vector<store::TicketRow>>(std::move(*rows)));
}

void FieldClient::Worker::loadPage(TicketId id)
{
    const auto page = m_session ? m_session->page(id) : Result<std::shared_ptr<const TicketPage>>(notOpen());
    if (!page)
        return tell(&FieldClient::failed, page.error());
    tell(&FieldClient::pageLoaded, *page);
}

void FieldClient::Worker::act(quint64 request, TicketId id, const domain::Payload &proposal)
{
    reportAct(request, id, m_session ? m_session->act(id, proposal) : Result<ActOutcome>(notOpen()));
}

void FieldClient::Worker::attachPhoto(quint64 request, TicketId id, const QString &step, const QByteArray &bytes,
                                      const QString &caption)
{
    reportAct(request, id,
              m_session ? m_session->attachPhoto(id, step, bytes, caption) : Result<ActOutcome>(notOpen()));
}

void FieldClient::Worker::attachPhotoFile(quint64 request, TicketId id, const QString &step, const QString &path,
                                          const QString &caption)
{
    reportAct(request, id,
              m_session ? m_session->attachPhotoFile(id, step, path, caption) : Result<ActOutcome>(notOpen()));
}

void FieldClient::Worker::sign(quint64 request, TicketId id, domain::SignerRole role, const QString &name,
                               const std::vector<domain::Stroke> &strokes, const QByteArray &shownContent)
{
    reportAct(request, id,
              m_session ? m_session->sign(id, role, name, strokes, shownContent) : Result<ActOutcome>(notOpen()));
}

void FieldClient::Worker::reportAct(quint64 request, TicketId id, const Result<ActOutcome> &outcome)
{
    if (outcome)
        tell(&FieldClient::acted, request, id, *outcome, std::nullopt);
    else
        tell(&FieldClient::acted, request, id, {}, outcome.error());
    armTimer();
}

void FieldClient::Worker::reportRows(const std::vector<TicketId> &ids)
{
    std::vector<store::TicketRow> rows;
    rows.reserve(ids.size());
    for (const TicketId &id : ids) {
        auto row = m_session->row(id);
        if (row)
            rows.push_back(std::move(*row));
        else
            tell(&FieldClient::failed, row.error());
    }
    tell(&FieldClient::rowsChanged, std::make_shared<const std::vector<store::TicketRow>>(std::move(rows)));
}

void FieldClient::Worker::loadBlob(const QByteArray &sha256)
{
    if (!m_session)
        return tell(&FieldClient::blobLoaded, sha256, {}, notOpen());
    m_session->blob(sha256, [this, sha256](const Result<QByteArray> &bytes) {
        if (bytes)
            tell(&FieldClient::blobLoaded, sha256, *bytes, std::nullopt);
        else
            tell(&FieldClient::blobLoaded, sha256, {}, bytes.error());
    });
}

void FieldClient::Worker::syncNow()
{
    if (m_session)
        m_session->syncNow();
    armTimer();
}

void FieldClient::Worker::setNetworkReachable(bool reachable)
{
    if (m_session)
        m_session->networkChanged(reachable);
    armTimer();
}

void FieldClient::Worker::loadSetting(const QString &key)
{
    const auto value = m_session ? m_session->setting(key) : Result<QString>(notOpen());
    if (!value)
        return tell(&FieldClient::failed, value.error());
    tell(&FieldClient::settingLoaded, key, *value);
}

void FieldClient::Worker::saveSetting(const QString &key, const QString &value)
{
    const auto saved = m_session ? m_session->setSetting(key, value) : Result<void>(notOpen());
    if (!saved)
        tell(&FieldClient::failed, saved.error());
}

void FieldClient::Worker::saveLanguage(const QString &language)
{
    const auto saved = m_session ? m_session->setLanguage(language) : Result<void>(notOpen());
    if (!saved)
        tell(&FieldClient::failed, saved.error());
}

} // namespace ruhu::presentation
