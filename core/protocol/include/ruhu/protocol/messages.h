// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/clock.h>
#include <ruhu/base/result.h>
#include <ruhu/base/uuid.h>

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>
#include <vector>

// The bodies of every request and answer. Each struct has encode…() → bytes and decode…(bytes) → Result; decoders are
// strict and fail with InvalidInput or TooLarge. Hashes and keys travel as lower-case hex inside JSON.
namespace ruhu::protocol {

/// POST /sync/v1/push: one run of a device's journal. zstd( frames: head JSON, body, body, … ).
struct PushRun {
    DeviceId device;
    std::int64_t incarnation = 1;
    std::int64_t first = 1; // sequence of bodies[0]
    QByteArray previousHash; // chain hash at first-1
    QByteArray headHash; // chain hash at the last body
    QByteArray signature; // of crypto::runMessage()
    QString appVersion;
    std::vector<QByteArray> bodies; // exact event bytes
    bool operator==(const PushRun &) const = default;
};
[[nodiscard]] QByteArray encodePushRun(const PushRun &run);
[[nodiscard]] Result<PushRun> decodePushRun(const QByteArray &packed);

/// What the server holds of a device: the answer to GET /sync/v1/head and part of the push answer.
struct DeviceHead {
    std::int64_t incarnation = 1;
    std::int64_t sequence = 0;
    QByteArray hash; // proves the bytes
    bool operator==(const DeviceHead &) const = default;
};

/// 200 of a push. `verdicts` names only what was not plainly accepted (sequence → code); everything up to `head` is stored.
struct PushReply {
    DeviceHead head;
    std::map<std::int64_t, QString> verdicts;
    std::map<QString, std::int64_t> feedHeads; // feed id → newest sequence
    std::vector<QByteArray> missingBlobs; // SHA-256 of blobs named by this device's events and not here yet
    std::int64_t safeThrough = 0;
    QString epoch;
    WallTime serverTime;
    bool operator==(const PushReply &) const = default;
};
[[nodiscard]] QByteArray encodePushReply(const PushReply &reply);
[[nodiscard]] Result<PushReply> decodePushReply(const QByteArray &body);

/// GET /sync/v1/head
struct HeadReply {
    DeviceHead head;
    std::map<QString, std::int64_t> feedHeads;
    std::vector<QByteArray> missingBlobs;
    QString epoch;
    WallTime serverTime;
    bool operator==(const HeadReply &) const = default;
};
[[nodiscard]] QByteArray encodeHeadReply(const HeadReply &reply);
[[nodiscard]] Result<HeadReply> decodeHeadReply(const QByteArray &body);

/// One entry of a feed.
struct FeedEntry {
    std::int64_t sequence = 0; // dense in the feed
    DeviceId device; // null: the server itself
    std::int64_t incarnation = 1;
    std::int64_t deviceSequence = 0;
    QByteArray eventHash; // BLAKE2b-256 of body
    std::int64_t revision = 0; // per ticket
    WallTime receivedAt;
    QString verdict; // "" or why it is quarantined
    bool left = false; // the ticket left this feed with this entry (assigned to somebody else)
    QByteArray body;
    bool operator==(const FeedEntry &) const = default;
};

/// GET /sync/v1/feed/{id}?after=N&epoch=E. zstd( frames: head JSON, then entry JSON, body, entry JSON, body … ).
struct FeedPage {
    QString feed;
    QString epoch;
    std::int64_t head = 0; // newest sequence of the feed at the server
    QByteArray hashBefore; // rolling feed hash at `after`
    QByteArray hashAfter; // at the last entry
    WallTime serverTime;
    std::vector<FeedEntry> entries;
    bool operator==(const FeedPage &) const = default;
};
[[nodiscard]] QByteArray encodeFeedPage(const FeedPage &page);
[[nodiscard]] Result<FeedPage> decodeFeedPage(const QByteArray &packed);

/// POST /sync/v1/blobs: several whole blobs in one request. frames: head JSON {"v":1,"blobs":[{"sha256","mime"}…]}, bytes, bytes …
struct Blob {
    QByteArray sha256;
    QString mime;
    QByteArray bytes;
    bool operator==(const Blob &) const = default;
};
[[nodiscard]] QByteArray encodeBlobBundle(const std::vector<Blob> &blobs);
/// Refuses a blob whose bytes do not have the named hash.
[[nodiscard]] Result<std::vector<Blob>> decodeBlobBundle(const QByteArray &body);
struct BlobReply {
    std::vector<QByteArray> verified; // on the server's disk, hash checked
    bool operator==(const BlobReply &) const = default;
};
[[nodiscard]] QByteArray encodeBlobReply(const BlobReply &reply);
[[nodiscard]] Result<BlobReply> decodeBlobReply(const QByteArray &body);

/// POST /auth/v1/enrol. `proof` signs "ruhu-enrol-v1" | normalised code | public key with the new device key.
struct EnrolRequest {
    QString user;
    QString code;
    QByteArray publicKey;
    QByteArray proof;
    QString deviceName;
    bool operator==(const EnrolRequest &) const = default;
};
struct EnrolReply {
    DeviceId device;
    QByteArray serverPublicKey; // signs the server's own journal
    QString serverId;
    bool operator==(const EnrolReply &) const = default;
};
[[nodiscard]] QByteArray encodeEnrolRequest(const EnrolRequest &request);
[[nodiscard]] Result<EnrolRequest> decodeEnrolRequest(const QByteArray &body);
[[nodiscard]] QByteArray encodeEnrolReply(const EnrolReply &reply);
[[nodiscard]] Result<EnrolReply> decodeEnrolReply(const QByteArray &body);
[[nodiscard]] QByteArray enrolMessage(const QString &normalisedCode, const QByteArray &publicKey);

/// POST /auth/v1/login. `proof` signs "ruhu-login-v1" | device 16 | user | issuedAt as 8 bytes with the device key.
struct LoginRequest {
    QString user;
    QString password;
    DeviceId device;
    WallTime issuedAt;
    QByteArray proof;
    QString secondFactor; // code of an authenticator; empty, and not written then, where the office asks for none
    bool operator==(const LoginRequest &) const = default;
};
/// Leave to open a laptop's store without the server, until it ends. `signature` is of leaseMessage() with the server's key.
struct Lease {
    UserId user;
    DeviceId device;
    WallTime issued; // by the server's clock, as is the end
    WallTime expires;
    QByteArray signature;
    bool operator==(const Lease &) const = default;
};
/// "ruhu-lease-v1" | user 16 | device 16 | issued 8 | expires 8, milliseconds little-endian.
[[nodiscard]] QByteArray leaseMessage(const Lease &lease);
[[nodiscard]] QByteArray encodeLease(const Lease &lease);
[[nodiscard]] Result<Lease> decodeLease(const QByteArray &document);

struct LoginReply {
    QString token; // bearer, bound to the device
    WallTime expires;
    UserId userId;
    QString displayName;
    QString role; // domain::RoleId
    TeamId team;
    std::vector<QString> feeds; // "user:<id>" for technicians, "team:<id>" for supervisors
    WallTime serverTime;
    Lease lease;
    QByteArray
        recoveryKey; // X25519, public: what a laptop seals its data key for, so that a lost password loses nothing
    bool operator==(const LoginReply &) const = default;
};
[[nodiscard]] QByteArray encodeLoginRequest(const LoginRequest &request);
[[nodiscard]] Result<LoginRequest> decodeLoginRequest(const QByteArray &body);
[[nodiscard]] QByteArray encodeLoginReply(const LoginReply &reply);
[[nodiscard]] Result<LoginReply> decodeLoginReply(const QByteArray &body);
[[nodiscard]] QByteArray loginMessage(const DeviceId &device, const QString &user, WallTime issuedAt);

/// POST /auth/v1/password, answered with a LoginReply: the new session is the only one left of the account. `proof` signs
/// "ruhu-password-v1" | device 16 | user | issuedAt as 8 bytes with the device key.
struct PasswordRequest {
    LoginRequest person; // with the present password
    QString newPassword;
    bool operator==(const PasswordRequest &) const = default;
};
[[nodiscard]] QByteArray encodePasswordRequest(const PasswordRequest &request);
[[nodiscard]] Result<PasswordRequest> decodePasswordRequest(const QByteArray &body);
[[nodiscard]] QByteArray passwordMessage(const DeviceId &device, const QString &user, WallTime issuedAt);

/// What a laptop seals for the office's recovery key and keeps beside its store. `signature` is of escrowMessage() with the
/// device key: only that laptop can have made it.
struct Escrow {
    DeviceId device;
    QByteArray dataKey;
    QByteArray signature;
    bool operator==(const Escrow &) const = default;
};
/// device 16 | data key 32 | signature 64
[[nodiscard]] QByteArray encodeEscrow(const Escrow &escrow);
/// Nothing for another length.
[[nodiscard]] std::optional<Escrow> decodeEscrow(const QByteArray &bytes);
/// "ruhu-escrow-v1" | device 16 | BLAKE2b-256 of the data key
[[nodiscard]] QByteArray escrowMessage(const Escrow &escrow);

/// POST /auth/v1/reset, by whoever forgot the password: a one-time code, the laptop's sealed Escrow and the new password.
/// Ends every session of the account. The same request again gets the same, while the code lives.
struct ResetRequest {
    QString user;
    DeviceId device;
    QString code;
    QByteArray escrow; // sealed
    QByteArray answerKey; // X25519, public, made for this request
    QString newPassword;
    bool operator==(const ResetRequest &) const = default;
};
struct ResetReply {
    QByteArray dataKey; // sealed for answerKey
    bool operator==(const ResetReply &) const = default;
};
[[nodiscard]] QByteArray encodeResetRequest(const ResetRequest &request);
[[nodiscard]] Result<ResetRequest> decodeResetRequest(const QByteArray &body);
[[nodiscard]] QByteArray encodeResetReply(const ResetReply &reply);
[[nodiscard]] Result<ResetReply> decodeResetReply(const QByteArray &body);

/// GET /auth/v1/orders/{device}: the office orders a lost laptop to throw its key away. Anybody may ask for it, a locked
/// laptop has no proof to give; `signature` is of wipeMessage() with the server's key.
struct WipeOrder {
    DeviceId device;
    WallTime issued;
    QByteArray signature;
    bool operator==(const WipeOrder &) const = default;
};
[[nodiscard]] QByteArray encodeWipeOrder(const WipeOrder &order);
[[nodiscard]] Result<WipeOrder> decodeWipeOrder(const QByteArray &body);
/// "ruhu-wipe-v1" | device 16 | issued 8
[[nodiscard]] QByteArray wipeMessage(const WipeOrder &order);

/// GET /auth/v1/sessions: where the caller's account is signed in, one for each laptop. The same answers
/// POST /auth/v1/sessions/end, with what is left.
struct OwnSession {
    DeviceId device;
    QString deviceName;
    WallTime signedIn; // the last time
    WallTime expires;
    bool operator==(const OwnSession &) const = default;
};
struct OwnSessions {
    std::vector<OwnSession> sessions;
    bool operator==(const OwnSessions &) const = default;
};
struct EndSession {
    DeviceId device;
    bool operator==(const EndSession &) const = default;
};
[[nodiscard]] QByteArray encodeOwnSessions(const OwnSessions &reply);
[[nodiscard]] Result<OwnSessions> decodeOwnSessions(const QByteArray &body);
[[nodiscard]] QByteArray encodeEndSession(const EndSession &request);
[[nodiscard]] Result<EndSession> decodeEndSession(const QByteArray &body);

/// POST /auth/v1/access: what a laptop noted of being opened and locked, also without a network. `at` grows from entry to
/// entry; what is not after the answer's `kept` is stored and may be forgotten.
enum class AccessAct { Opened, OpenedByNumber, Locked, WrongPassword, WrongNumber };
inline constexpr std::size_t kMostAccessEntries = 200;
struct AccessEntry {
    WallTime at; // by the server's clock as far as the laptop knows it
    AccessAct act = AccessAct::Opened;
    int count = 1; // of wrong ones in a row
    bool operator==(const AccessEntry &) const = default;
};
struct AccessEntries {
    std::vector<AccessEntry> entries;
    bool operator==(const AccessEntries &) const = default;
};
struct AccessReply {
    WallTime kept;
    bool operator==(const AccessReply &) const = default;
};
[[nodiscard]] QString accessActName(AccessAct act);
[[nodiscard]] std::optional<AccessAct> accessAct(const QString &name);
[[nodiscard]] QByteArray encodeAccessEntries(const AccessEntries &request);
/// InvalidInput also for more than kMostAccessEntries.
[[nodiscard]] Result<AccessEntries> decodeAccessEntries(const QByteArray &body);
[[nodiscard]] QByteArray encodeAccessReply(const AccessReply &reply);
[[nodiscard]] Result<AccessReply> decodeAccessReply(const QByteArray &body);

/// Every answer that is not 2xx: {"ruhu":1,"code":"…","message":"…","subject":"…"}; TM Forum shape on top later.
/// Codes besides ErrorCode names: "gap" "fork" "chain" "revoked-device" "disabled-user" "role-reads-nothing"
/// "wrong-password" "second-factor-needed" "second-factor-wrong" "second-factor-unset" "password-short" "password-long" "password-known" "wrong-code" "expired-token" "unknown-route" "bad-request" "body-too-large" "update-needed".
struct Problem {
    QString code;
    QString message; // English, for logs
    QString subject;
    std::optional<std::int64_t> have; // "gap": head here; "fork": first differing sequence
    bool operator==(const Problem &) const = default;
};
[[nodiscard]] QByteArray encodeProblem(const Problem &problem);
/// NotFound when the body is not ours (a proxy or captive portal answered).
[[nodiscard]] Result<Problem> decodeProblem(const QByteArray &body);

} // namespace ruhu::protocol
