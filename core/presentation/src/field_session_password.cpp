// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A new password in three steps, so that a kill or a lost answer leaves a laptop that opens: the key wrapped by it is put
// beside the present one, the office takes the password, the new wrapping takes the place of the old one.

#include "field_session_p.h"
#include "profile_files.h"

#include <ruhu/base/logging.h>
#include <ruhu/crypto/password_rules.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {

Result<void> FieldSession::Private::replaceKeys(const QByteArray &document)
{
    if (auto written = writeKeyFiles(directory, document); !written)
        return written;
    removeDurably(path(kNextKeyFile));
    openedByNextKey = false;
    quick.forget();
    return {};
}

void FieldSession::Private::raiseCost(const QString &password, const SessionKeys &secrets) const
{
    const auto present = readWhole(path(kKeyFiles[0]), kMaxKeyBytes);
    // While two passwords open this laptop, the office's answer decides first which one stays.
    if (openedByNextKey || !present || !isCheaperThan(*present, environment.kdfCost))
        return;
    const auto document = encodeKeys(secrets, password, environment.kdfCost);
    const auto written = document ? writeKeyFiles(directory, *document) : Result<void>(document.error());
    if (!written)
        qCWarning(lcStore) << "the keys stay as they were wrapped:" << codeName(written.error().code);
}

void FieldSession::Private::settleKeys()
{
    const auto next = readWhole(path(kNextKeyFile), kMaxKeyBytes);
    if (!next)
        return;
    if (!openedByNextKey)
        return removeDurably(path(kNextKeyFile));
    if (const auto replaced = replaceKeys(*next); !replaced)
        qCWarning(lcStore) << "both passwords go on opening this laptop:" << codeName(replaced.error().code);
}

Result<void> FieldSession::Private::takeNewPassword(const QByteArray &keyDocument, const protocol::LoginReply &reply)
{
    pendingSignIn.reset();
    signInRefusal.reset();
    // Where the disk refuses, the new wrapping stays beside the old one and opens this laptop as well.
    if (auto replaced = replaceKeys(keyDocument); !replaced)
        return replaced;
    auto accepted = acceptLogin(reply);
    tellStatus();
    return accepted;
}

void FieldSession::changePassword(const Credentials &current, const QString &next,
                                  std::function<void(Result<void>)> done)
{
    if (!m_d->store)
        return done(Private::notSignedIn());
    const auto secrets = m_d->keys(current.password);
    if (!secrets)
        return done(secrets.error());
    const Profile &whose = *m_d->profile;
    if (const auto checked = crypto::checkNewPassword(next, {whose.login, whose.displayName}); !checked)
        return done(checked.error());
    // The present password is the one that must open this laptop if this change comes to nothing.
    if (m_d->openedByNextKey) {
        const auto present = readWhole(m_d->path(kNextKeyFile), kMaxKeyBytes);
        const auto replaced = present ? m_d->replaceKeys(*present) : Result<void>(present.error());
        if (!replaced)
            return done(replaced.error());
    }
    const auto document = encodeKeys(*secrets, next, m_d->environment.kdfCost);
    if (!document)
        return done(document.error());
    if (const auto written = writeDurably(m_d->path(kNextKeyFile), *document); !written)
        return done(written.error());
    m_d->askForNewPassword(current, next, *document, std::move(done));
}

void FieldSession::Private::askForNewPassword(const Credentials &current, const QString &next,
                                              const QByteArray &keyDocument, std::function<void(Result<void>)> done)
{
    const std::weak_ptr<int> self = alive;
    const auto finish = [this, self, keyDocument, done = std::move(done)](const Result<protocol::LoginReply> &reply) {
        if (self.expired())
            return;
        if (reply)
            return done(takeNewPassword(keyDocument, *reply));
        if (PendingSignIn::helps(reply.error()))
            return done(Error{reply.error().code, reply.error().detail, u"password-unsure"_s});
        removeDurably(path(kNextKeyFile));
        done(reply.error());
    };
    protocol::PasswordRequest request{loginRequest(*profile, current, store->signingKey()), next};
    request.person.proof = store->signingKey().sign(
        protocol::passwordMessage(request.person.device, request.person.user, request.person.issuedAt));
    const Credentials renewed(next, current.secondFactor);
    sync::changePassword(*transport, request, [this, self, renewed, finish](const Result<protocol::LoginReply> &reply) {
        if (self.expired())
            return;
        if (reply || reply.error().subject != u"wrong-password")
            return finish(reply);
        // The office may have the new one already.
        sync::login(*transport, loginRequest(*profile, renewed, store->signingKey()), finish);
    });
}

} // namespace ruhu::presentation
