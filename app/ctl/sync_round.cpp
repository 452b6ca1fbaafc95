// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync_round.h"

#include "times.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::ctl {
namespace {

[[nodiscard]] ErrorCode codeOf(sync::Hold hold)
{
    switch (hold) {
    case sync::Hold::None:
    case sync::Hold::Offline:
        return ErrorCode::Offline;
    case sync::Hold::SignInNeeded:
        return ErrorCode::NotSignedIn;
    case sync::Hold::ServerTrouble:
        return ErrorCode::ServerFailure;
    case sync::Hold::UpdateNeeded:
        return ErrorCode::ProtocolMismatch;
    case sync::Hold::DeviceRevoked:
        return ErrorCode::NotAllowed;
    case sync::Hold::TlsFailure:
        return ErrorCode::TlsFailure;
    case sync::Hold::DiskFull:
        return ErrorCode::DiskFull;
    case sync::Hold::Damaged:
        return ErrorCode::Damaged;
    }
    return ErrorCode::Internal;
}

[[nodiscard]] Json trafficJson(const sync::Traffic &traffic)
{
    Json json;
    json.set(u"pushes"_s, traffic.pushes)
        .set(u"blobRequests"_s, traffic.blobRequests)
        .set(u"pulls"_s, traffic.pulls)
        .set(u"heads"_s, traffic.heads)
        .set(u"documents"_s, traffic.documents)
        .set(u"bytesUp"_s, std::int64_t{traffic.bytesUp})
        .set(u"bytesDown"_s, std::int64_t{traffic.bytesDown});
    return json;
}

/// Watches the engine and wakes it; belongs to the application object and ends with it.
class Watch final : public QObject {
public:
    Watch(Run &run, bool untilIdle)
        : QObject(QCoreApplication::instance()), m_run(run), m_untilIdle(untilIdle), m_timer(this)
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_run.session->tick();
            look();
        });
    }

    void start()
    {
        // Looking is put off to the event loop: a status may be reported from the middle of a step.
        m_run.session->onSyncStatus = [this](const sync::Status &) { QTimer::singleShot(0, this, [this] { look(); }); };
        m_run.session->syncNow();
        look();
    }

private:
    void look()
    {
        const sync::Status status = m_run.session->syncStatus();
        const bool resting = status.phase == sync::Phase::Idle || status.phase == sync::Phase::Waiting;
        if (status.hold != sync::Hold::None && resting)
            return m_run.finish(trouble(status));
        if (m_run.session->isSyncSettled() || (!m_untilIdle && resting))
            return m_run.finish(answer(status));
        const auto wakeUp = m_run.session->nextWakeUp();
        const Millis wait = wakeUp ? *wakeUp - m_run.world.clock.now() : Millis(1000);
        m_timer.start(std::clamp(wait, Millis(10), Millis(60'000)));
    }

    [[nodiscard]] Outcome answer(const sync::Status &status) const
    {
        Outcome outcome;
        outcome.json = statusJson(*m_run.session);
        outcome.lines << u"%1 waiting, %2 photos waiting, %3 refused"_s.arg(status.pendingEvents)
                             .arg(status.pendingBlobs)
                             .arg(status.refused);
        return outcome;
    }

    [[nodiscard]] Outcome trouble(const sync::Status &status) const
    {
        const Error error{codeOf(status.hold), {}, status.lastProblem};
        Outcome outcome = answer(status);
        outcome.exitCode = exitCodeFor(error);
        const QString code = status.lastProblem.isEmpty() ? codeName(error.code) : status.lastProblem;
        outcome.problem = u"not everything could be sent and fetched: %1. What was recorded is kept here. [%2]"_s.arg(
            holdName(status.hold), code);
        return outcome;
    }

    Run &m_run; // outlives the event loop
    bool m_untilIdle;
    QTimer m_timer;
};

} // namespace

QString holdName(sync::Hold hold)
{
    switch (hold) {
    case sync::Hold::None:
        return {};
    case sync::Hold::Offline:
        return u"offline"_s;
    case sync::Hold::SignInNeeded:
        return u"sign-in-needed"_s;
    case sync::Hold::ServerTrouble:
        return u"server-trouble"_s;
    case sync::Hold::UpdateNeeded:
        return u"update-needed"_s;
    case sync::Hold::DeviceRevoked:
        return u"device-revoked"_s;
    case sync::Hold::TlsFailure:
        return u"tls-failure"_s;
    case sync::Hold::DiskFull:
        return u"disk-full"_s;
    case sync::Hold::Damaged:
        return u"damaged"_s;
    }
    return {};
}

Json statusJson(const presentation::FieldSession &session)
{
    const sync::Status status = session.syncStatus();
    Json json;
    json.set(u"pendingEvents"_s, std::int64_t{status.pendingEvents})
        .set(u"pendingBlobs"_s, std::int64_t{status.pendingBlobs})
        .set(u"pendingBlobBytes"_s, std::int64_t{status.pendingBlobBytes})
        .set(u"refused"_s, std::int64_t{status.refused})
        .set(u"hold"_s, holdName(status.hold))
        .set(u"problem"_s, status.lastProblem)
        .set(u"lastSync"_s, utcJson(session.lastSync()))
        .set(u"signedInUntil"_s, utcJson(session.signedInUntil()))
        .set(u"traffic"_s, trafficJson(session.traffic()));
    return json;
}

void startSync(Run &run, bool untilIdle)
{
    auto *watch = new Watch(run, untilIdle);
    watch->start();
}

} // namespace ruhu::ctl
