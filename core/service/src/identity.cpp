// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_data.h"

#include <ruhu/base/logging.h>
#include <ruhu/crypto/authenticator.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/crypto/password_rules.h>
#include <ruhu/domain/names.h>
#include <ruhu/protocol/request_proof.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

constexpr qint64 kSessionMs = 12LL * 3600 * 1000; // one shift
constexpr qsizetype kMaxDeviceName = 64;
// Per account and device, so that a stranger cannot lock anybody out: four free mistakes, then 30 s doubling up to 1 h.
constexpr qint64 kFreeFailures = 4;
constexpr qint64 kFirstDelayMs = 30'000;
constexpr qint64 kLongestDelayMs = 3'600'000;
constexpr qint64 kMostFailures = 100; // in a row at one laptop, which takes days; then the office looks at it

Error wrongCode()
{
    return refusal(ErrorCode::NotAllowed, u"wrong-code"_s, u"unknown user, or the code is wrong, used or too old"_s);
}
Error wrongPassword()
{
    return refusal(ErrorCode::NotSignedIn, u"wrong-password"_s, u"user, password or device do not match"_s);
}

struct CodeRow {
    QByteArray hash;
    qint64 expiresMs = 0;
};

/// Counts the try; a right code is used up. The caller commits in both cases. No number of tries ends a code, or anybody could
/// keep somebody from setting up a laptop: each costs a durable write, so that fifteen minutes are enough for a million of
/// them, of which one in four thousand million finds a code of 51.9 bits.
Result<bool> useCode(OfficeData &d, UserId user, const QByteArray &codeHash)
{
    auto row = oneRow(
        *d.db, "SELECT code_hash,expires_ms FROM enrol_code WHERE user_id=?",
        [](store::Statement &s) {
            return CodeRow{s.blob(0), s.integer(1)};
        },
        user);
    if (!row)
        return row.error();
    if (!*row || (*row)->expiresMs <= d.nowMs())
        return chargeStranger(d);
    if (auto done = runSql(*d.db, "UPDATE enrol_code SET tries=tries+1 WHERE user_id=?", user); !done)
        return done.error();
    if (!crypto::equalConstantTime((*row)->hash, codeHash))
        return false;
    if (auto done = runSql(*d.db, "DELETE FROM enrol_code WHERE user_id=?", user); !done)
        return done.error();
    return true;
}

/// A lost answer: the same key with the same code gets the same device again.
Result<std::optional<DeviceId>> alreadyEnrolled(OfficeData &d, const protocol::EnrolRequest &request,
                                                const QByteArray &codeHash)
{
    return oneRow(
        *d.db,
        "SELECT device.id FROM device JOIN user_account ON user_account.id=device.user_id"
        " WHERE public_key=? AND enrol_hash=? AND login=?",
        [](store::Statement &s) { return DeviceId(s.uuid(0)); }, request.publicKey, codeHash, request.user);
}

Result<DeviceId> addDevice(OfficeData &d, const User &user, const protocol::EnrolRequest &request,
                           const QByteArray &codeHash)
{
    const DeviceId id(d.ids.next());
    auto done =
        runSql(*d.db,
               "INSERT INTO device(id,user_id,name,public_key,enrol_hash,blocked,enrolled_ms) VALUES(?,?,?,?,?,0,?)",
               id, user.id, request.deviceName.left(kMaxDeviceName), request.publicKey, codeHash, d.nowMs());
    if (!done)
        return done.error();
    if (auto noted = audit(d, u"device.enrol"_s, id.toString(), user.id.toString()); !noted)
        return noted.error();
    return id;
}

/// A store of tickets is for whoever reads tickets.
Result<void> mayHaveLaptop(OfficeData &d, const User &user)
{
    const auto role = roleOf(d, user);
    if (!role)
        return role.error();
    return role->reads == domain::Reach::None
               ? Result<void>(refusal(ErrorCode::NotAllowed, u"role-reads-nothing"_s, u"this role reads no tickets"_s))
               : Result<void>();
}

/// The laptop of somebody whose code was right.
Result<DeviceId> admitDevice(OfficeData &d, const User &user, const protocol::EnrolRequest &request,
                             const QByteArray &codeHash)
{
    if (user.disabled)
        return refusal(ErrorCode::NotAllowed, u"disabled-user"_s, u"the account is disabled"_s);
    if (auto laptop = mayHaveLaptop(d, user); !laptop)
        return laptop.error();
    return addDevice(d, user, request, codeHash);
}

struct Tries {
    qint64 failures = 0;
    qint64 notBeforeMs = 0;
};

/// Whoever goes on guessing has the laptop and not the password: the account stays open from every other one.
Result<void> blockGuesser(OfficeData &d, UserId user, DeviceId device)
{
    const Result<void> steps[] = {
        runSql(*d.db, "UPDATE device SET blocked=1 WHERE id=?", device),
        runSql(*d.db, "DELETE FROM login_try WHERE user_id=? AND device_id=?", user, device),
        audit(d, u"device.block"_s, device.toString(), u"console:too-many-tries"_s),
    };
    for (const auto &step : steps) {
        if (!step)
            return step;
    }
    return {};
}

/// Counts the attempt as a failure before the password is looked at; a success takes it back. Busy while waiting.
Result<void> chargeTry(OfficeData &d, UserId user, DeviceId device)
{
    auto transaction = store::Transaction::begin(*d.db);
    if (!transaction)
        return transaction.error();
    auto row = oneRow(
        *d.db, "SELECT failures,not_before_ms FROM login_try WHERE user_id=? AND device_id=?",
        [](store::Statement &s) {
            return Tries{s.integer(0), s.integer(1)};
        },
        user, device);
    if (!row)
        return row.error();
    Tries tries = row->value_or(Tries());
    const qint64 now = d.nowMs();
    if (tries.notBeforeMs > now) {
        const qint64 seconds = (tries.notBeforeMs - now + 999) / 1000;
        return refusal(ErrorCode::Busy, u"too-many-tries"_s, u"too many wrong passwords retry=%1"_s.arg(seconds));
    }
    ++tries.failures;
    if (tries.failures > kMostFailures) {
        if (auto blocked = blockGuesser(d, user, device); !blocked)
            return blocked;
        if (auto committed = transaction->commit(); !committed)
            return committed;
        return refusal(ErrorCode::NotAllowed, u"revoked-device"_s, u"too many wrong passwords"_s);
    }
    if (tries.failures > kFreeFailures) {
        const qint64 doublings = std::min<qint64>(tries.failures - kFreeFailures - 1, 10);
        tries.notBeforeMs = now + std::min(kLongestDelayMs, kFirstDelayMs << doublings);
    }
    auto done = runSql(*d.db,
                       "INSERT INTO login_try(user_id,device_id,failures,not_before_ms) VALUES(?,?,?,?)"
                       " ON CONFLICT(user_id,device_id) DO UPDATE SET failures=excluded.failures, "
                       "not_before_ms=excluded.not_before_ms",
                       user, device, tries.failures, tries.notBeforeMs);
    if (!done)
        return done;
    return transaction->commit();
}

/// The same work whether or not there is such an account.
bool checkAgainstStranger(OfficeData &d, const QString &password)
{
    if (d.strangerHash.isEmpty()) {
        auto hash = crypto::hashPassword(u"nobody's password"_s, d.passwordCost);
        if (hash)
            d.strangerHash = *hash;
    }
    return !d.strangerHash.isEmpty() && crypto::checkPassword(d.strangerHash, password) && false;
}

/// A hash that costs less to guess at than new ones is made anew, now that the password is at hand. Failing at it is no
/// failure of the sign-in.
void raiseCost(OfficeData &d, UserId user, const QByteArray &hash, const QString &password)
{
    const auto cost = crypto::costOfHash(hash);
    if (!cost || (cost->ops >= d.passwordCost.ops && cost->memoryBytes >= d.passwordCost.memoryBytes))
        return;
    const auto dearer = crypto::hashPassword(password, d.passwordCost);
    // Not over a password that was set meanwhile.
    const auto kept = dearer ? runSql(*d.db, "UPDATE user_account SET password_hash=? WHERE id=? AND password_hash=?",
                                      *dearer, user, hash)
                             : Result<void>(dearer.error());
    if (!kept)
        qCWarning(lcServer) << "the hash of a password keeps its cost:" << codeName(kept.error().code);
}

Result<bool> passwordMatches(OfficeData &d, UserId user, const QString &password)
{
    auto hash = oneRow(
        *d.db, "SELECT password_hash FROM user_account WHERE id=?", [](store::Statement &s) { return s.blob(0); },
        user);
    if (!hash)
        return hash.error();
    if (!*hash || !crypto::checkPassword(**hash, password))
        return false;
    raiseCost(d, user, **hash, password);
    return true;
}

/// For whoever has an authenticator, and nobody gets in without one whose role wants it.
Result<void> checkSecondFactor(OfficeData &d, const User &user, DeviceId device, const QString &code)
{
    const auto role = roleOf(d, user);
    if (!role)
        return role.error();
    struct Factor {
        QByteArray secret;
        qint64 used = 0;
    };
    const auto row = oneRow(
        *d.db, "SELECT factor_secret,factor_used FROM user_account WHERE id=?",
        [](store::Statement &s) {
            return Factor{s.blob(0), s.integer(1)};
        },
        user.id);
    if (!row)
        return row.error();
    const Factor factor = row->value_or(Factor());
    if (factor.secret.isEmpty() && role->secondFactor)
        return refusal(ErrorCode::NotAllowed, u"second-factor-unset"_s, u"the account has no authenticator yet"_s);
    if (factor.secret.isEmpty())
        return {};
    // The try stays charged: a password that is known must not buy guesses at the code.
    if (code.isEmpty())
        return refusal(ErrorCode::NotSignedIn, u"second-factor-needed"_s, u"a code of the authenticator is needed"_s);
    const auto step = crypto::authenticatorStep(factor.secret, code, wallTimeFromMs(d.nowMs()), factor.used);
    // Another worker may have taken the same code meanwhile.
    const auto taken = runSql(*d.db, "UPDATE user_account SET factor_used=? WHERE id=? AND factor_used<?",
                              step.value_or(0), user.id, step.value_or(0));
    if (!taken)
        return taken;
    if (step && d.db->changes() == 1)
        return {};
    auto noted = audit(d, u"session.refused"_s, device.toString(), user.id.toString());
    return noted ? refusal(ErrorCode::NotSignedIn, u"second-factor-wrong"_s, u"not a code of this moment, or used"_s)
                 : noted.error();
}

Result<protocol::Lease> newLease(OfficeData &d, UserId user, DeviceId device)
{
    const auto days = offlineDays(d);
    if (!days)
        return days.error();
    const WallTime now = wallTimeFromMs(d.nowMs());
    protocol::Lease lease{user, device, now, now + std::chrono::days(*days), {}};
    lease.signature = d.key->sign(protocol::leaseMessage(lease));
    return lease;
}

Result<protocol::LoginReply> openSession(OfficeData &d, const User &user, DeviceId device)
{
    const auto role = roleOf(d, user);
    if (!role)
        return role.error();
    const auto lease = newLease(d, user.id, device);
    if (!lease)
        return lease.error();
    const QString token = crypto::newToken();
    const qint64 now = d.nowMs();
    auto transaction = store::Transaction::begin(*d.db);
    if (!transaction)
        return transaction.error();
    const Result<void> steps[] = {
        runSql(*d.db, "DELETE FROM login_try WHERE user_id=? AND device_id=?", user.id, device),
        runSql(*d.db, "DELETE FROM session WHERE expires_ms<=?", now),
        runSql(*d.db, "INSERT INTO session(token_hash,user_id,device_id,expires_ms) VALUES(?,?,?,?)",
               crypto::tokenHash(token), user.id, device, now + kSessionMs),
        runSql(*d.db, "UPDATE device SET last_seen_ms=? WHERE id=?", now, device),
        audit(d, u"session.open"_s, device.toString(), user.id.toString()),
    };
    for (const auto &step : steps) {
        if (!step)
            return step.error();
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    protocol::LoginReply reply;
    reply.token = token;
    reply.expires = wallTimeFromMs(now + kSessionMs);
    reply.userId = user.id;
    reply.displayName = user.displayName;
    reply.role = user.role;
    reply.team = user.team;
    reply.feeds = {feedOf(user, *role)};
    reply.serverTime = d.clock.now();
    reply.lease = *lease;
    reply.recoveryKey = d.recoveryPublicKey;
    return reply;
}

/// The try was charged already; how many rows this makes is bounded by the waiting.
Error notedRefusal(OfficeData &d, UserId owner, DeviceId device)
{
    auto noted = audit(d, u"session.refused"_s, device.toString(), owner.toString());
    return noted ? wrongPassword() : noted.error();
}

/// Laptop, password, account: the person behind a request that `message` is the signed text of.
Result<User> provePerson(OfficeData &d, const protocol::LoginRequest &request, const QByteArray &message)
{
    auto device = findDevice(*d.db, request.device);
    if (!device)
        return device.error();
    // Without the proof of an enrolled device no password is looked at: there is nothing to guess at from outside, and
    // known and unknown users cost the same, namely nothing.
    if (!*device || !crypto::verify(message, request.proof, (*device)->publicKey))
        return wrongPassword();
    if ((*device)->blocked)
        return refusal(ErrorCode::NotAllowed, u"revoked-device"_s, u"the device is blocked"_s);
    if (auto charged = chargeTry(d, (*device)->user, request.device); !charged)
        return charged.error();
    auto user = userByLogin(*d.db, request.user);
    if (!user)
        return user.error();
    if (!*user || (*user)->id != (*device)->user) {
        (void)checkAgainstStranger(d, request.password);
        return notedRefusal(d, (*device)->user, request.device);
    }
    auto matches = passwordMatches(d, (*user)->id, request.password);
    if (!matches)
        return matches.error();
    if (!*matches)
        return notedRefusal(d, (*device)->user, request.device);
    if ((*user)->disabled)
        return refusal(ErrorCode::NotAllowed, u"disabled-user"_s, u"the account is disabled"_s);
    if (auto laptop = mayHaveLaptop(d, **user); !laptop)
        return laptop.error();
    if (auto second = checkSecondFactor(d, **user, request.device, request.secondFactor); !second)
        return second.error();
    return **user;
}

} // namespace

Result<std::optional<DeviceRow>> findDevice(store::Database &db, DeviceId id)
{
    return oneRow(
        db, "SELECT user_id,public_key,blocked FROM device WHERE id=?",
        [](store::Statement &s) {
            return DeviceRow{UserId(s.uuid(0)), s.blob(1), s.integer(2) != 0};
        },
        id);
}

Result<bool> chargeStranger(OfficeData &d)
{
    auto charged = setMeta(*d.db, u"stranger_tried_ms"_s, QString::number(d.nowMs()));
    return charged ? Result<bool>(false) : Result<bool>(charged.error());
}

Result<protocol::EnrolReply> Office::enrol(const protocol::EnrolRequest &request)
{
    const QString code = crypto::normaliseCode(request.code);
    if (!crypto::verify(protocol::enrolMessage(code, request.publicKey), request.proof, request.publicKey))
        return wrongCode();
    const QByteArray codeHash = crypto::tokenHash(code);
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    auto device = alreadyEnrolled(*m_d, request, codeHash);
    if (!device)
        return device.error();
    if (!*device) {
        auto user = userByLogin(*m_d->db, request.user);
        if (!user)
            return user.error();
        auto right = *user ? useCode(*m_d, (*user)->id, codeHash) : chargeStranger(*m_d);
        if (!right)
            return right.error();
        if (!*right) {
            // The charged try must survive, so this refusal commits.
            auto committed = transaction->commit();
            return committed ? wrongCode() : committed.error();
        }
        auto added = admitDevice(*m_d, **user, request, codeHash);
        if (!added)
            return added.error();
        *device = *added;
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    qCInfo(lcServer) << "device enrolled" << (*device)->toString();
    return protocol::EnrolReply{**device, m_d->key->publicKey(), m_d->serverId};
}

Result<protocol::LoginReply> Office::login(const protocol::LoginRequest &request)
{
    const auto user =
        provePerson(*m_d, request, protocol::loginMessage(request.device, request.user, request.issuedAt));
    if (!user)
        return user.error();
    return openSession(*m_d, *user, request.device);
}

Result<protocol::LoginReply> Office::changePassword(const protocol::PasswordRequest &request)
{
    const protocol::LoginRequest &person = request.person;
    const auto user = provePerson(*m_d, person, protocol::passwordMessage(person.device, person.user, person.issuedAt));
    if (!user)
        return user.error();
    if (auto checked = crypto::checkNewPassword(request.newPassword, {user->login, user->displayName}); !checked) {
        // The person has proved who it is: thinking of a better one costs no waiting.
        auto cleared =
            runSql(*m_d->db, "DELETE FROM login_try WHERE user_id=? AND device_id=?", user->id, person.device);
        return cleared ? checked.error() : cleared.error();
    }
    const auto hash = crypto::hashPassword(request.newPassword, m_d->passwordCost);
    if (!hash)
        return hash.error();
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    if (auto stored = storePassword(*m_d, user->id, *hash); !stored)
        return stored.error();
    if (auto noted = audit(*m_d, u"password.change"_s, user->id.toString(), user->id.toString()); !noted)
        return noted.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    qCInfo(lcServer) << "password changed by" << user->id.toString();
    return openSession(*m_d, *user, person.device);
}

Result<Caller> Office::authenticate(const QString &token)
{
    struct SessionRow {
        UserId user;
        DeviceId device;
        qint64 expiresMs = 0;
        bool blocked = false;
        QByteArray deviceKey;
    };
    auto row = oneRow(
        *m_d->db,
        "SELECT session.user_id,device_id,expires_ms,blocked,public_key FROM session JOIN device ON "
        "device.id=session.device_id"
        " WHERE token_hash=?",
        [](store::Statement &s) {
            return SessionRow{UserId(s.uuid(0)), DeviceId(s.uuid(1)), s.integer(2), s.integer(3) != 0, s.blob(4)};
        },
        crypto::tokenHash(token));
    if (!row)
        return row.error();
    if (!*row || (*row)->expiresMs <= m_d->nowMs())
        return refusal(ErrorCode::NotSignedIn, u"expired-token"_s, u"unknown or expired token"_s);
    if ((*row)->blocked)
        return refusal(ErrorCode::NotAllowed, u"revoked-device"_s, u"the device is blocked"_s);
    auto user = userById(*m_d->db, (*row)->user);
    if (!user)
        return user.error();
    if (!*user || (*user)->disabled)
        return refusal(ErrorCode::NotAllowed, u"disabled-user"_s, u"the account is disabled"_s);
    auto role = roleOf(*m_d, **user);
    if (!role)
        return role.error();
    return Caller{**user, (*row)->device, *std::move(role), (*row)->deviceKey};
}

QByteArray Office::nonce() const
{
    return m_d->proofs->nonce();
}

void Office::setRequestProofs(std::shared_ptr<RequestProofs> proofs)
{
    m_d->proofs = std::move(proofs);
}

Result<void> Office::checkProof(const Caller &caller, const QByteArray &method, const QByteArray &target,
                                const QString &token, const QByteArray &proof, Proof use)
{
    const auto useNonce = [] {
        return refusal(ErrorCode::NotSignedIn, u"use-nonce"_s, u"a proof with the newest nonce is needed"_s);
    };
    if (proof.isEmpty())
        return useNonce();
    const auto badProof =
        refusal(ErrorCode::NotSignedIn, u"bad-proof"_s, u"not the proof of this laptop and request"_s);
    const auto read = protocol::decodeProof(proof);
    if (!read)
        return badProof;
    if (!m_d->proofs->isGood(read->nonce))
        return useNonce();
    const QByteArray message = protocol::proofMessage(method, target, token, *read);
    if (!crypto::verify(message, read->signature, caller.deviceKey))
        return badProof;
    if (use == Proof::LookAt)
        return {};
    const auto taken = m_d->proofs->take(message);
    if (taken == RequestProofs::Taken::TooMany)
        return Error{ErrorCode::Busy, u"too many requests at once"_s, {}};
    // A network library sends once more by itself when a connection broke off: a new proof is all that it needs.
    return taken == RequestProofs::Taken::Yes ? Result<void>() : Result<void>(useNonce());
}

} // namespace ruhu::service
