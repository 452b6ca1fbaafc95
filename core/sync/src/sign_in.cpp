// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answers.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/protocol/framing.h>
#include <ruhu/sync/runner.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::sync {
namespace {

constexpr int kSignInTimeoutMs = 20'000;
constexpr int kFetchTimeoutMs = 120'000;

Error errorOf(const Reply &reply)
{
    std::optional<protocol::Problem> problem;
    const Failed failed = failureOf(reply, &problem);
    return Error{failed.code, problem ? problem->message : u"status %1"_s.arg(reply.status), failed.problem};
}

Error unreadable()
{
    return Error{ErrorCode::ServerFailure, u"the server's answer cannot be read"_s, u"bad-answer"_s};
}

/// An error of the way itself; its subject is its code, as with the server's own.
Error errorOf(Error error)
{
    if (error.subject.isEmpty())
        error.subject = codeName(error.code);
    return error;
}

/// The way carries no headers; the three types the server takes are told by their first bytes.
QString typeOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xd8\xff"))
        return u"image/jpeg"_s;
    if (bytes.startsWith("\x89PNG"))
        return u"image/png"_s;
    return u"application/json"_s;
}

template<typename Answer>
void ask(Transport &transport, const Request &request, Result<Answer> (*decode)(const QByteArray &),
         std::function<void(Result<Answer>)> done)
{
    transport.send(request, [decode, done = std::move(done)](const Result<Reply> &reply) {
        if (!reply)
            return done(errorOf(reply.error()));
        if (!isGood(*reply))
            return done(errorOf(*reply));
        auto answer = decode(reply->body);
        done(answer ? std::move(answer) : Result<Answer>(unreadable()));
    });
}

} // namespace

void enrol(Transport &transport, const protocol::EnrolRequest &request,
           std::function<void(Result<protocol::EnrolReply>)> done)
{
    ask<protocol::EnrolReply>(
        transport,
        {"POST", u"/auth/v1/enrol"_s, "application/json", protocol::encodeEnrolRequest(request), {}, kSignInTimeoutMs},
        protocol::decodeEnrolReply, std::move(done));
}

void login(Transport &transport, const protocol::LoginRequest &request,
           std::function<void(Result<protocol::LoginReply>)> done)
{
    ask<protocol::LoginReply>(
        transport,
        {"POST", u"/auth/v1/login"_s, "application/json", protocol::encodeLoginRequest(request), {}, kSignInTimeoutMs},
        protocol::decodeLoginReply, std::move(done));
}

void changePassword(Transport &transport, const protocol::PasswordRequest &request,
                    std::function<void(Result<protocol::LoginReply>)> done)
{
    ask<protocol::LoginReply>(transport,
                              {"POST",
                               u"/auth/v1/password"_s,
                               "application/json",
                               protocol::encodePasswordRequest(request),
                               {},
                               kSignInTimeoutMs},
                              protocol::decodeLoginReply, std::move(done));
}

void resetPassword(Transport &transport, const protocol::ResetRequest &request,
                   std::function<void(Result<protocol::ResetReply>)> done)
{
    ask<protocol::ResetReply>(
        transport,
        {"POST", u"/auth/v1/reset"_s, "application/json", protocol::encodeResetRequest(request), {}, kSignInTimeoutMs},
        protocol::decodeResetReply, std::move(done));
}

void fetchWipeOrder(Transport &transport, DeviceId device, std::function<void(Result<protocol::WipeOrder>)> done)
{
    ask<protocol::WipeOrder>(transport,
                             {"GET", u"/auth/v1/orders/"_s + device.toString(), {}, {}, {}, kSignInTimeoutMs},
                             protocol::decodeWipeOrder, std::move(done));
}

void fetchOwnSessions(Transport &transport, const QString &token,
                      std::function<void(Result<protocol::OwnSessions>)> done)
{
    ask<protocol::OwnSessions>(transport, {"GET", u"/auth/v1/sessions"_s, {}, {}, token, kSignInTimeoutMs},
                               protocol::decodeOwnSessions, std::move(done));
}

void endOwnSession(Transport &transport, const QString &token, DeviceId device,
                   std::function<void(Result<protocol::OwnSessions>)> done)
{
    ask<protocol::OwnSessions>(transport,
                               {"POST", u"/auth/v1/sessions/end"_s, "application/json",
                                protocol::encodeEndSession({device}), token, kSignInTimeoutMs},
                               protocol::decodeOwnSessions, std::move(done));
}

void tellAccess(Transport &transport, const QString &token, const protocol::AccessEntries &entries,
                std::function<void(Result<protocol::AccessReply>)> done)
{
    ask<protocol::AccessReply>(transport,
                               {"POST", u"/auth/v1/access"_s, "application/json",
                                protocol::encodeAccessEntries(entries), token, kSignInTimeoutMs},
                               protocol::decodeAccessReply, std::move(done));
}

void fetchBlob(Transport &transport, const QString &token, const QByteArray &sha256,
               std::function<void(Result<protocol::Blob>)> done)
{
    const QString path = u"/sync/v1/blobs/"_s + QString::fromLatin1(sha256.toHex());
    transport.send({"GET", path, {}, {}, token, kFetchTimeoutMs},
                   [sha256, done = std::move(done)](const Result<Reply> &reply) {
                       if (!reply)
                           return done(errorOf(reply.error()));
                       if (!isGood(*reply))
                           return done(errorOf(*reply));
                       if (reply->body.size() > protocol::kMaxBlobBytes || crypto::sha256(reply->body) != sha256)
                           return done(Error{ErrorCode::Damaged, u"the bytes do not have their name"_s, u"blob"_s});
                       done(protocol::Blob{sha256, typeOf(reply->body), reply->body});
                   });
}

} // namespace ruhu::sync
