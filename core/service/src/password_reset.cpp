// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A forgotten password: two people of the office issue a one-time code, the laptop shows the data key it once sealed for
// the office, and gets it back for the new password. Nobody at the office learns or chooses that password.

#include "office_data.h"

#include <ruhu/base/logging.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/crypto/password_rules.h>
#include <ruhu/domain/names.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

constexpr qint64 kResetCodeLifeMs = 15LL * 60 * 1000;
constexpr qint64 kResetWishLifeMs = 24LL * 3600 * 1000; // until somebody else has to agree
constexpr int kResetCodeTries = 5;

Error wrongResetCode()
{
    return refusal(ErrorCode::NotAllowed, u"wrong-code"_s,
                   u"unknown user or laptop, or the code is wrong, used or too old"_s);
}

struct ResetRow {
    QString askedBy;
    qint64 askedMs = 0;
    QByteArray codeHash; // empty: nobody has agreed yet
    qint64 expiresMs = 0;
    qint64 tries = 0;
    QByteArray usedBy; // hash of the request that used it; empty: unused
};

Result<std::optional<ResetRow>> resetRow(OfficeData &d, UserId user)
{
    return oneRow(
        *d.db, "SELECT asked_by,asked_ms,code_hash,expires_ms,tries,used_by FROM password_reset WHERE user_id=?",
        [](store::Statement &s) {
            return ResetRow{s.text(0), s.integer(1), s.blob(2), s.integer(3), s.integer(4), s.blob(5)};
        },
        user);
}

/// Charges one try before the comparison. The same request again, as after a lost answer, is let in again.
Result<bool> useResetCode(OfficeData &d, UserId user, const QByteArray &codeHash, const QByteArray &requestHash)
{
    const auto row = resetRow(d, user);
    if (!row)
        return row.error();
    if (!*row || (*row)->codeHash.isEmpty() || (*row)->tries >= kResetCodeTries || (*row)->expiresMs <= d.nowMs())
        return chargeStranger(d);
    if (auto done = runSql(*d.db, "UPDATE password_reset SET tries=tries+1 WHERE user_id=?", user); !done)
        return done.error();
    if (!crypto::equalConstantTime((*row)->codeHash, codeHash))
        return false;
    if (!(*row)->usedBy.isEmpty())
        return (*row)->usedBy == requestHash;
    auto used = runSql(*d.db, "UPDATE password_reset SET used_by=? WHERE user_id=?", requestHash, user);
    return used ? Result<bool>(true) : Result<bool>(used.error());
}

/// The data key, when this laptop sealed it and nobody else.
std::optional<QByteArray> openEscrow(const OfficeData &d, DeviceId device, const QByteArray &deviceKey,
                                     const QByteArray &sealed)
{
    const auto clear = d.recoveryKey->open(sealed);
    const auto escrow = clear ? protocol::decodeEscrow(*clear) : std::nullopt;
    if (!escrow || escrow->device != device)
        return std::nullopt;
    if (!crypto::verify(protocol::escrowMessage(*escrow), escrow->signature, deviceKey))
        return std::nullopt;
    return escrow->dataKey;
}

struct ProvenReset {
    UserId user;
    QByteArray dataKey;
};

/// Who stands behind a right code: the account, its laptop, and the key that laptop once sealed.
Result<ProvenReset> judgeReset(OfficeData &d, const User &user, const protocol::ResetRequest &request)
{
    const auto device = findDevice(*d.db, request.device);
    if (!device)
        return device.error();
    if (!*device || (*device)->user != user.id)
        return wrongResetCode();
    if ((*device)->blocked)
        return refusal(ErrorCode::NotAllowed, u"revoked-device"_s, u"the device is blocked"_s);
    if (user.disabled)
        return refusal(ErrorCode::NotAllowed, u"disabled-user"_s, u"the account is disabled"_s);
    const auto dataKey = openEscrow(d, request.device, (*device)->publicKey, request.escrow);
    return dataKey ? Result<ProvenReset>(ProvenReset{user.id, *dataKey}) : Result<ProvenReset>(wrongResetCode());
}

/// The charged try is kept, whatever comes of it.
Result<ProvenReset> proveReset(OfficeData &d, const protocol::ResetRequest &request)
{
    const QByteArray requestHash = crypto::blake2b(protocol::encodeResetRequest(request));
    const QByteArray codeHash = crypto::tokenHash(crypto::normaliseCode(request.code));
    auto transaction = store::Transaction::begin(*d.db);
    if (!transaction)
        return transaction.error();
    const auto user = userByLogin(*d.db, request.user);
    if (!user)
        return user.error();
    const auto right = *user ? useResetCode(d, (*user)->id, codeHash, requestHash) : chargeStranger(d);
    if (!right)
        return right.error();
    auto proven = *right ? judgeReset(d, **user, request) : Result<ProvenReset>(wrongResetCode());
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return proven;
}

} // namespace

Result<void> Office::askPasswordReset(const QString &login)
{
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    const auto user = requireUser(*m_d->db, login);
    if (!user)
        return user.error();
    if (user->disabled)
        return refusal(ErrorCode::NotAllowed, u"disabled-user"_s, u"the account is disabled"_s);
    auto done = runSql(*m_d->db,
                       "INSERT INTO password_reset(user_id,asked_by,asked_ms) VALUES(?,?,?) ON CONFLICT(user_id) DO"
                       " UPDATE SET asked_by=excluded.asked_by, asked_ms=excluded.asked_ms, code_hash=NULL,"
                       " expires_ms=0, tries=0, used_by=NULL",
                       user->id, m_d->actor, m_d->nowMs());
    if (!done)
        return done;
    if (auto noted = audit(*m_d, u"password-reset.ask"_s, user->id.toString()); !noted)
        return noted;
    return transaction->commit();
}

Result<QString> Office::approvePasswordReset(const QString &login)
{
    const QString code = crypto::newOneTimeCode();
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    const auto user = requireUser(*m_d->db, login);
    if (!user)
        return user.error();
    const auto row = resetRow(*m_d, user->id);
    if (!row)
        return row.error();
    if (!*row || !(*row)->codeHash.isEmpty() || (*row)->askedMs + kResetWishLifeMs <= m_d->nowMs())
        return Error{ErrorCode::NotFound, u"nobody asked for a new password of this account"_s, login};
    if (m_d->actor.isEmpty() || m_d->actor == (*row)->askedBy)
        return refusal(ErrorCode::NotAllowed, u"second-person-needed"_s, u"whoever asked cannot agree as well"_s);
    auto done = runSql(*m_d->db, "UPDATE password_reset SET code_hash=?, expires_ms=?, tries=0 WHERE user_id=?",
                       crypto::tokenHash(crypto::normaliseCode(code)), m_d->nowMs() + kResetCodeLifeMs, user->id);
    if (!done)
        return done.error();
    if (auto noted = audit(*m_d, u"password-reset.approve"_s, user->id.toString()); !noted)
        return noted.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return code;
}

Result<protocol::ResetReply> Office::resetPassword(const protocol::ResetRequest &request)
{
    if (!m_d->recoveryKey)
        return refusal(ErrorCode::NotFound, u"no-escrow"_s, u"this office has no recovery key here"_s);
    // Before anything is charged: thinking of a better one costs nothing.
    if (auto checked = crypto::checkNewPassword(request.newPassword, {request.user}); !checked)
        return checked.error();
    const auto proven = proveReset(*m_d, request);
    if (!proven)
        return proven.error();
    const auto answer = crypto::sealFor(request.answerKey, proven->dataKey);
    const auto hash = answer ? crypto::hashPassword(request.newPassword, m_d->passwordCost) : answer;
    if (!hash)
        return hash.error();
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    if (auto stored = storePassword(*m_d, proven->user, *hash); !stored)
        return stored.error();
    if (auto noted = audit(*m_d, u"password-reset.use"_s, request.device.toString(), proven->user.toString()); !noted)
        return noted.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    qCInfo(lcServer) << "password reset by" << proven->user.toString();
    return protocol::ResetReply{*answer};
}

} // namespace ruhu::service
