// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way back for whoever forgot the password: at a sign-in the laptop seals its data key for the office; with a one-time
// code the office opens it and gives it back under a key of this very request.

#include "field_session_p.h"
#include "profile_files.h"
#include "unlock_guard.h"

#include <ruhu/base/hex.h>
#include <ruhu/base/json.h>
#include <ruhu/base/logging.h>
#include <ruhu/crypto/boxes.h>
#include <ruhu/crypto/password_rules.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {
namespace {

constexpr qint64 kMaxEscrowBytes = 4096;

struct KeptEscrow {
    QByteArray madeFor; // the recovery key
    QByteArray sealed;
};

[[nodiscard]] std::optional<KeptEscrow> readEscrow(const QString &path)
{
    const auto document = readWhole(path, kMaxEscrowBytes);
    const auto json = document ? readJson(*document) : Result<Json>(document.error());
    const auto madeFor = json ? json->text(u"for") : std::nullopt;
    const auto sealed = json ? json->text(u"sealed") : std::nullopt;
    if (!madeFor || !sealed)
        return std::nullopt;
    return KeptEscrow{QByteArray::fromHex(madeFor->toLatin1()), QByteArray::fromHex(sealed->toLatin1())};
}

[[nodiscard]] Result<void> writeEscrow(const QString &path, const QByteArray &recoveryKey,
                                       const protocol::Escrow &escrow)
{
    const auto sealed = crypto::sealFor(recoveryKey, crypto::WipedBytes(protocol::encodeEscrow(escrow)));
    if (!sealed)
        return sealed.error();
    Json json;
    json.set(u"v"_s, 1).set(u"for"_s, hex(recoveryKey)).set(u"sealed"_s, hex(*sealed));
    return writeDurably(path, writeJsonPretty(json));
}

} // namespace

void FieldSession::Private::sealForOffice(const Profile &whose, const SessionKeys &secrets) const
{
    const auto kept = readEscrow(path(kEscrowFile));
    if (whose.recoveryKey.isEmpty() || (kept && kept->madeFor == whose.recoveryKey))
        return;
    const auto key = crypto::SigningKey::fromSeed(secrets.signingSeed);
    if (!key)
        return;
    protocol::Escrow escrow{whose.device, secrets.dataKey, {}};
    escrow.signature = key->sign(protocol::escrowMessage(escrow));
    // Work goes on without it; the next sign-in tries again.
    if (const auto written = writeEscrow(path(kEscrowFile), whose.recoveryKey, escrow); !written)
        qCWarning(lcStore) << "no way back from a lost password:" << codeName(written.error().code);
}

Result<void> FieldSession::Private::takeResetPassword(const QByteArray &dataKey, const QString &newPassword)
{
    const auto secrets = fromKeyFiles([&](const QByteArray &document) { return decodeKeysWith(document, dataKey); });
    if (!secrets)
        return secrets.error();
    const auto document = encodeKeys(*secrets, newPassword, environment.kdfCost);
    if (!document)
        return document.error();
    if (auto replaced = replaceKeys(*document); !replaced)
        return replaced;
    // The office has just said who this is.
    UnlockGuard(directory).clear();
    return {};
}

void FieldSession::resetPassword(const QString &code, const QString &newPassword,
                                 std::function<void(Result<SignInOutcome>)> done)
{
    if (!m_d->profile)
        return done(Error{ErrorCode::NotSignedIn, u"nobody is enrolled in this folder"_s, m_d->directory});
    if (m_d->store)
        return done(Error{ErrorCode::Busy, u"the store is open"_s, m_d->directory});
    const Profile &whose = *m_d->profile;
    if (const auto checked = crypto::checkNewPassword(newPassword, {whose.login, whose.displayName}); !checked)
        return done(checked.error());
    const auto escrow = readEscrow(m_d->path(kEscrowFile));
    if (!escrow)
        return done(Error{ErrorCode::NotFound, u"this laptop has nothing sealed for the office"_s, u"no-escrow"_s});
    if (!m_d->transport)
        m_d->makeTransport(whose);
    const auto answerKey = std::make_shared<crypto::BoxKey>(crypto::BoxKey::generate());
    const protocol::ResetRequest request{whose.login,    whose.device,           crypto::normaliseCode(code),
                                         escrow->sealed, answerKey->publicKey(), newPassword};
    const std::weak_ptr<int> self = m_d->alive;
    const auto answered = [this, self, answerKey, newPassword,
                           done = std::move(done)](const Result<protocol::ResetReply> &reply) {
        if (self.expired())
            return;
        if (!reply && PendingSignIn::helps(reply.error()))
            return done(Error{reply.error().code, reply.error().detail, u"reset-unanswered"_s});
        auto dataKey = reply ? answerKey->open(reply->dataKey) : Result<QByteArray>(reply.error());
        const auto taken = dataKey ? m_d->takeResetPassword(crypto::WipedBytes(*std::move(dataKey)), newPassword)
                                   : Result<void>(dataKey.error());
        if (!taken)
            return done(taken.error());
        signIn(newPassword, done);
    };
    sync::resetPassword(*m_d->transport, request, answered);
}

} // namespace ruhu::presentation
