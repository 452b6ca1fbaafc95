// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/random.h>
#include <ruhu/protocol/messages.h>
#include <ruhu/store/client_store.h>
#include <ruhu/sync/transport.h>

#include <functional>
#include <memory>

namespace ruhu::sync {

enum class Phase { Idle, Pushing, Blobs, Pulling, Waiting };
/// Why nothing moves at the moment.
enum class Hold {
    None,
    Offline,
    SignInNeeded,
    ServerTrouble,
    UpdateNeeded,
    DeviceRevoked,
    TlsFailure,
    DiskFull,
    Damaged
};

/// What a person may be told; derived from the journal and the last answers, never from a flag of its own.
struct Status {
    Phase phase = Phase::Idle;
    Hold hold = Hold::None;
    qint64 pendingEvents = 0;
    qint64 pendingBlobs = 0;
    qint64 pendingBlobBytes = 0;
    qint64 refused = 0;
    std::optional<WallTime> lastSuccess; // last completed round
    std::optional<WallTime> holdSince;
    std::optional<WallTime> nextTry;
    QString lastProblem; // code
    Millis serverOffset{0}; // whole seconds to add to this laptop's clock; filled by FieldSession
    bool operator==(const Status &) const = default;
};

/// Counts of one run; the number of requests is a promise (sync P8).
struct Traffic {
    int pushes = 0;
    int blobRequests = 0;
    int pulls = 0;
    int heads = 0;
    int documents = 0; // service codes that tickets wait for
    qint64 bytesUp = 0;
    qint64 bytesDown = 0;
};

struct Account {
    QString token;
    std::vector<QString> feeds;
    DeviceId device;
    QString appVersion;
};

/// Drives the engine (engine.h: a pure step function) over one store and one transport. No timers of its own: whoever
/// owns it calls tick() no later than nextWakeUp(). Thread: the store's.
class Runner {
public:
    /// All must outlive the runner. Runs are signed with the store's key.
    Runner(store::ClientStore &store, Transport &transport, const Clock &clock, RandomSource &random);
    ~Runner();

    void setAccount(std::optional<Account> account); // none = SignInNeeded
    /// Something was recorded; starts a round unless one runs or a back-off is on.
    void workAdded();
    /// The person asked: bypasses a back-off.
    void syncNow();
    void networkChanged(bool reachable);
    void tick();
    [[nodiscard]] std::optional<WallTime> nextWakeUp() const;

    [[nodiscard]] Status status() const;
    /// The server's time minus this clock's, as the last answer told it; nothing before one.
    [[nodiscard]] std::optional<Millis> serverOffset() const;
    [[nodiscard]] Traffic traffic() const;
    /// True when the last round ended and nothing is pending, or nothing can move without somebody's act.
    [[nodiscard]] bool isSettled() const;

    std::function<void(const Status &)> onStatus; // on every change
    std::function<void(const std::vector<TicketId> &)> onTicketsChanged;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

/// Enrolment and sign-in over the same transport. The callback's error subject carries the server's problem code.
void enrol(Transport &transport, const protocol::EnrolRequest &request,
           std::function<void(Result<protocol::EnrolReply>)> done);
void login(Transport &transport, const protocol::LoginRequest &request,
           std::function<void(Result<protocol::LoginReply>)> done);
void changePassword(Transport &transport, const protocol::PasswordRequest &request,
                    std::function<void(Result<protocol::LoginReply>)> done);
void resetPassword(Transport &transport, const protocol::ResetRequest &request,
                   std::function<void(Result<protocol::ResetReply>)> done);
/// NotFound: there is none. Whether the server has signed it is for the caller to look at.
void fetchWipeOrder(Transport &transport, DeviceId device, std::function<void(Result<protocol::WipeOrder>)> done);
void fetchOwnSessions(Transport &transport, const QString &token,
                      std::function<void(Result<protocol::OwnSessions>)> done);
void endOwnSession(Transport &transport, const QString &token, DeviceId device,
                   std::function<void(Result<protocol::OwnSessions>)> done);
void tellAccess(Transport &transport, const QString &token, const protocol::AccessEntries &entries,
                std::function<void(Result<protocol::AccessReply>)> done);
/// GET /sync/v1/blobs/<sha256>; the answer's hash is checked.
void fetchBlob(Transport &transport, const QString &token, const QByteArray &sha256,
               std::function<void(Result<protocol::Blob>)> done);

} // namespace ruhu::sync
