// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answers.h"

using namespace Qt::Literals::StringLiterals;

namespace ruhu::sync {
namespace {

ErrorCode codeOf(int status)
{
    switch (status) {
    case 400:
    case 422:
        return ErrorCode::InvalidInput;
    case 401:
        return ErrorCode::NotSignedIn;
    case 403:
        return ErrorCode::NotAllowed;
    case 404:
        return ErrorCode::NotFound;
    case 409:
        return ErrorCode::Conflict;
    case 413:
        return ErrorCode::TooLarge;
    case 426:
        return ErrorCode::ProtocolMismatch;
    case 429:
    case 503:
        return ErrorCode::Busy;
    default:
        return ErrorCode::ServerFailure;
    }
}

/// Somebody on the way answered: nothing of it may count as an answer of the server.
Failed failureOnTheWay(const Reply &reply)
{
    // A proxy with a smaller limit than ours; smaller runs get through.
    if (reply.status == 413)
        return {ErrorCode::TooLarge, u"too-large"_s, reply.retryAfterSeconds};
    if (reply.status == 429 || reply.status == 503)
        return {ErrorCode::Busy, u"proxy"_s, reply.retryAfterSeconds};
    if (reply.status >= 500 && reply.status != 511)
        return {ErrorCode::ServerFailure, u"proxy"_s, reply.retryAfterSeconds};
    return {ErrorCode::Offline, u"captive-portal"_s, std::nullopt};
}

} // namespace

bool isGood(const Reply &reply)
{
    return reply.isOurs && reply.status >= 200 && reply.status < 300;
}

Failed failureOf(const Reply &reply, std::optional<protocol::Problem> *problem)
{
    if (!reply.isOurs)
        return failureOnTheWay(reply);
    auto said = protocol::decodeProblem(reply.body);
    if (!said)
        return {codeOf(reply.status), u"bad-answer"_s, reply.retryAfterSeconds};
    Failed failed{codeOf(reply.status), said->code, reply.retryAfterSeconds};
    // Nothing is wrong with the sign-in: the proof came too late or twice, and the next one will do.
    if (said->code == u"use-nonce")
        failed.code = ErrorCode::Busy;
    if (problem)
        *problem = std::move(*said);
    return failed;
}

Failed failureOf(const Error &error)
{
    return {error.code, codeName(error.code), std::nullopt};
}

Failed badAnswer()
{
    return {ErrorCode::ServerFailure, u"bad-answer"_s, std::nullopt};
}

} // namespace ruhu::sync
