// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/service/api.h>

#include <ruhu/base/json.h>
#include <ruhu/base/logging.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/protocol/framing.h>

#include <QStringList>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

constexpr qint64 kSmallBody = 16 * 1024;

/// Codes that the wire names itself (protocol::Problem), with their status.
struct WireCode {
    const char16_t *code;
    int status;
};
constexpr WireCode kWireCodes[] = {
    {u"gap", 409},
    {u"fork", 409},
    {u"chain", 422},
    {u"revoked-device", 403},
    {u"disabled-user", 403},
    {u"role-reads-nothing", 403},
    {u"wrong-password", 401},
    {u"second-factor-needed", 401},
    {u"second-factor-wrong", 401},
    {u"second-factor-unset", 403},
    {u"password-short", 400},
    {u"password-long", 400},
    {u"password-known", 400},
    {u"wrong-code", 403},
    {u"no-escrow", 404},
    {u"expired-token", 401},
    {u"use-nonce", 401},
    {u"bad-proof", 401},
    {u"too-many-tries", 429},
    {u"unknown-route", 404},
    {u"bad-request", 400},
    {u"body-too-large", 413},
    {u"update-needed", 426},
};

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::InvalidInput:
        return 400;
    case ErrorCode::NotAllowed:
        return 403;
    case ErrorCode::NotSignedIn:
        return 401;
    case ErrorCode::TooLarge:
        return 413;
    case ErrorCode::ProtocolMismatch:
        return 426;
    case ErrorCode::Busy:
    case ErrorCode::Timeout:
    case ErrorCode::ReadOnly:
        return 503;
    case ErrorCode::DiskFull:
        return 507;
    default:
        return 500;
    }
}

/// The number behind " name=" at the end of a detail.
std::optional<qint64> numberIn(const QString &detail, QStringView name)
{
    const qsizetype at = detail.lastIndexOf(u' ' + name.toString() + u'=');
    if (at < 0)
        return std::nullopt;
    bool good = false;
    const qint64 number = QStringView(detail).mid(at + name.size() + 2).toLongLong(&good);
    return good ? std::optional(number) : std::nullopt;
}

HttpResponse problem(int status, const protocol::Problem &what)
{
    HttpResponse response;
    response.status = status;
    response.contentType = "application/problem+json";
    response.body = protocol::encodeProblem(what);
    return response;
}

HttpResponse fromError(const Error &error)
{
    protocol::Problem what;
    what.message = error.detail;
    what.have = numberIn(error.detail, u"have");
    int status = statusOf(error.code);
    what.code = codeName(error.code);
    what.subject = error.subject;
    for (const WireCode &wire : kWireCodes) {
        if (error.subject == QStringView(wire.code)) {
            what.code = error.subject;
            what.subject.clear();
            status = wire.status;
        }
    }
    if (status >= 500)
        qCWarning(lcServer) << "failed:" << codeName(error.code) << error.detail;
    HttpResponse response = problem(status, what);
    if (const auto wait = numberIn(error.detail, u"retry"))
        response.retryAfterSeconds = static_cast<int>(*wait);
    else if (status == 503)
        response.retryAfterSeconds = 2;
    return response;
}

/// A body that cannot be read is the sender's mistake, whatever the decoder calls it.
HttpResponse fromDecodeError(const Error &error)
{
    const bool large = error.code == ErrorCode::TooLarge;
    return problemResponse(large ? 413 : 400, large ? u"body-too-large"_s : u"bad-request"_s, error.detail,
                           error.subject);
}

HttpResponse ok(const QByteArray &body, const QByteArray &contentType = "application/json")
{
    HttpResponse response;
    response.contentType = contentType;
    response.body = body;
    return response;
}

// ---- handlers

HttpResponse health(Office &, const HttpRequest &, const Caller *)
{
    return ok(writeJson(Json(Json::Object{{u"ok"_s, true}, {u"protocol"_s, protocol::kProtocolVersion}})));
}

HttpResponse enrol(Office &office, const HttpRequest &request, const Caller *)
{
    const auto message = protocol::decodeEnrolRequest(request.body);
    if (!message)
        return fromDecodeError(message.error());
    const auto reply = office.enrol(*message);
    return reply ? ok(protocol::encodeEnrolReply(*reply)) : fromError(reply.error());
}

HttpResponse login(Office &office, const HttpRequest &request, const Caller *)
{
    const auto message = protocol::decodeLoginRequest(request.body);
    if (!message)
        return fromDecodeError(message.error());
    const auto reply = office.login(*message);
    return reply ? ok(protocol::encodeLoginReply(*reply)) : fromError(reply.error());
}

HttpResponse changePassword(Office &office, const HttpRequest &request, const Caller *)
{
    const auto message = protocol::decodePasswordRequest(request.body);
    if (!message)
        return fromDecodeError(message.error());
    const auto reply = office.changePassword(*message);
    return reply ? ok(protocol::encodeLoginReply(*reply)) : fromError(reply.error());
}

HttpResponse resetPassword(Office &office, const HttpRequest &request, const Caller *)
{
    const auto message = protocol::decodeResetRequest(request.body);
    if (!message)
        return fromDecodeError(message.error());
    const auto reply = office.resetPassword(*message);
    return reply ? ok(protocol::encodeResetReply(*reply)) : fromError(reply.error());
}

HttpResponse orders(Office &office, const HttpRequest &request, const Caller *)
{
    const auto device = DeviceId::fromString(request.pathValues.at(u"device"_s));
    if (!device)
        return problemResponse(400, u"bad-request"_s, u"not the id of a device"_s, u"device"_s);
    const auto order = office.wipeOrder(*device);
    return order ? ok(protocol::encodeWipeOrder(*order)) : fromError(order.error());
}

HttpResponse ownSessions(Office &office, const HttpRequest &, const Caller *caller)
{
    const auto reply = office.ownSessions(*caller);
    return reply ? ok(protocol::encodeOwnSessions(*reply)) : fromError(reply.error());
}

HttpResponse endOwnSession(Office &office, const HttpRequest &request, const Caller *caller)
{
    const auto message = protocol::decodeEndSession(request.body);
    if (!message)
        return fromDecodeError(message.error());
    const auto reply = office.endOwnSession(*caller, message->device);
    return reply ? ok(protocol::encodeOwnSessions(*reply)) : fromError(reply.error());
}

HttpResponse noteAccess(Office &office, const HttpRequest &request, const Caller *caller)
{
    const auto message = protocol::decodeAccessEntries(request.body);
    if (!message)
        return fromDecodeError(message.error());
    const auto reply = office.noteAccess(*caller, *message);
    return reply ? ok(protocol::encodeAccessReply(*reply)) : fromError(reply.error());
}

HttpResponse head(Office &office, const HttpRequest &, const Caller *caller)
{
    const auto reply = office.head(*caller);
    return reply ? ok(protocol::encodeHeadReply(*reply)) : fromError(reply.error());
}

HttpResponse push(Office &office, const HttpRequest &request, const Caller *caller)
{
    const auto run = protocol::decodePushRun(request.body);
    if (!run)
        return fromDecodeError(run.error());
    const auto reply = office.push(*caller, *run);
    return reply ? ok(protocol::encodePushReply(*reply)) : fromError(reply.error());
}

HttpResponse feed(Office &office, const HttpRequest &request, const Caller *caller)
{
    const auto text = request.query.find(u"after"_s);
    bool good = true;
    const qint64 after = text == request.query.end() ? 0 : text->second.toLongLong(&good);
    if (!good || after < 0)
        return problemResponse(400, u"bad-request"_s, u"after is no cursor"_s, u"after"_s);
    const auto epoch = request.query.find(u"epoch"_s);
    const auto page = office.feed(*caller, request.pathValues.at(u"id"_s), after,
                                  epoch == request.query.end() ? QString() : epoch->second);
    return page ? ok(protocol::encodeFeedPage(*page), "application/zstd") : fromError(page.error());
}

HttpResponse storeBlobs(Office &office, const HttpRequest &request, const Caller *caller)
{
    const auto blobs = protocol::decodeBlobBundle(request.body);
    if (!blobs)
        return fromDecodeError(blobs.error());
    const auto reply = office.storeBlobs(*caller, *blobs);
    return reply ? ok(protocol::encodeBlobReply(*reply)) : fromError(reply.error());
}

HttpResponse readBlob(Office &office, const HttpRequest &request, const Caller *caller)
{
    const QByteArray name = request.pathValues.at(u"sha"_s).toLatin1();
    const QByteArray sha256 = QByteArray::fromHex(name);
    if (sha256.size() != crypto::kDigestBytes || sha256.toHex() != name)
        return problemResponse(400, u"bad-request"_s, u"not a SHA-256 in lower-case hex"_s, u"sha"_s);
    const auto blob = office.blob(*caller, sha256);
    return blob ? ok(blob->bytes, blob->mime.toLatin1()) : fromError(blob.error());
}

HttpResponse catalogueDocument(Office &office, const HttpRequest &request, const Caller *)
{
    const auto document = office.catalogueDocument(request.pathValues.at(u"hash"_s));
    return document ? ok(*document) : fromError(document.error());
}

/// The {parts} of a pattern with their values; nothing when the path is another one.
std::optional<std::map<QString, QString>> match(const QString &pattern, const QString &path)
{
    const QStringList wanted = pattern.split(u'/');
    const QStringList given = path.split(u'/');
    if (wanted.size() != given.size())
        return std::nullopt;
    std::map<QString, QString> values;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i].startsWith(u'{')) {
            if (given[i].isEmpty())
                return std::nullopt;
            values.emplace(wanted[i].mid(1, wanted[i].size() - 2), given[i]);
        } else if (wanted[i] != given[i]) {
            return std::nullopt;
        }
    }
    return values;
}

} // namespace

const std::vector<Route> &routes()
{
    static const std::vector<Route> table = {
        {"GET", u"/healthz"_s, Access::Anonymous, 0, health},
        {"POST", u"/auth/v1/enrol"_s, Access::Anonymous, kSmallBody, enrol},
        {"POST", u"/auth/v1/login"_s, Access::Anonymous, kSmallBody, login},
        {"POST", u"/auth/v1/password"_s, Access::Anonymous, kSmallBody, changePassword},
        {"POST", u"/auth/v1/reset"_s, Access::Anonymous, kSmallBody, resetPassword},
        {"GET", u"/auth/v1/orders/{device}"_s, Access::Anonymous, 0, orders},
        {"GET", u"/auth/v1/sessions"_s, Access::SignedIn, 0, ownSessions},
        {"POST", u"/auth/v1/sessions/end"_s, Access::SignedIn, kSmallBody, endOwnSession},
        {"POST", u"/auth/v1/access"_s, Access::SignedIn, kSmallBody, noteAccess},
        {"GET", u"/sync/v1/head"_s, Access::SignedIn, 0, head},
        {"POST", u"/sync/v1/push"_s, Access::SignedIn, qint64{protocol::kMaxPackedBytes}, push},
        {"GET", u"/sync/v1/feed/{id}"_s, Access::Reader, 0, feed},
        {"POST", u"/sync/v1/blobs"_s, Access::SignedIn, qint64{protocol::kMaxBundleBytes}, storeBlobs},
        {"GET", u"/sync/v1/blobs/{sha}"_s, Access::Reader, 0, readBlob},
        {"GET", u"/v1/catalogue/{hash}"_s, Access::Reader, 0, catalogueDocument},
    };
    return table;
}

const Route *findRoute(const QByteArray &method, const QString &path, bool *methodKnown)
{
    const Route *found = nullptr;
    bool pathKnown = false;
    for (const Route &route : routes()) {
        if (!match(route.pattern, path))
            continue;
        pathKnown = true;
        if (route.method == method)
            found = &route;
    }
    if (methodKnown)
        *methodKnown = found != nullptr || !pathKnown;
    return found;
}

HttpResponse problemResponse(int status, const QString &code, const QString &message, const QString &subject)
{
    return problem(status, {code, message, subject, std::nullopt});
}

namespace {

/// The one place that says who may use a route; what of his own he gets there is the Office's to say.
Result<Caller> admit(Office &office, const Route &route, const HttpRequest &request, Office::Proof use)
{
    if (request.token.isEmpty())
        return Error{ErrorCode::NotSignedIn, u"this route needs a token"_s, u"expired-token"_s};
    auto caller = office.authenticate(request.token);
    if (!caller)
        return caller;
    if (const auto proved =
            office.checkProof(*caller, request.method, request.target, request.token, request.proof, use);
        !proved)
        return proved.error();
    if (route.access != Access::Reader)
        return caller; // what was recorded is taken from every program
    if (caller->role.reads == domain::Reach::None)
        return Error{ErrorCode::NotAllowed, u"this role reads no tickets"_s, u"role-reads-nothing"_s};
    const auto wanted = office.checkVersion(request.version);
    return wanted ? caller : wanted.error();
}

HttpResponse answer(Office &office, HttpRequest request)
{
    bool methodKnown = true;
    const Route *route = findRoute(request.method, request.path, &methodKnown);
    if (!route && !methodKnown)
        return problemResponse(405, u"bad-request"_s, u"the path does not take this method"_s);
    if (!route)
        return problemResponse(404, u"unknown-route"_s, u"no such path"_s);
    if (request.body.size() > route->bodyLimit)
        return problemResponse(413, u"body-too-large"_s, u"the body is larger than this path takes"_s);
    request.pathValues = match(route->pattern, request.path).value_or(std::map<QString, QString>());
    if (route->access == Access::Anonymous)
        return route->handler(office, request, nullptr);
    const auto caller = admit(office, *route, request, Office::Proof::Spend);
    if (!caller)
        return fromError(caller.error());
    return route->handler(office, request, &*caller);
}

} // namespace

std::optional<HttpResponse> refuseBeforeBody(Office &office, const Route &route, const HttpRequest &head)
{
    if (route.access == Access::Anonymous)
        return std::nullopt;
    const auto caller = admit(office, route, head, Office::Proof::LookAt);
    if (caller)
        return std::nullopt;
    HttpResponse refused = fromError(caller.error());
    refused.nonce = office.nonce();
    return refused;
}

HttpResponse handle(Office &office, HttpRequest request)
{
    HttpResponse response = answer(office, std::move(request));
    response.nonce = office.nonce();
    return response;
}

} // namespace ruhu::service
