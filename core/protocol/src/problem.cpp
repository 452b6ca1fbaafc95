// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "members.h"

#include <ruhu/protocol/messages.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::protocol {
namespace {

constexpr int kProblemVersion = 1;
constexpr qsizetype kMaxProblemBytes = 64 * 1024;
const auto kMark = u"ruhu"_s;

} // namespace

QByteArray encodeProblem(const Problem &problem)
{
    Json json;
    json.set(kMark, kProblemVersion)
        .set(u"code"_s, problem.code)
        .set(u"message"_s, problem.message)
        .set(u"subject"_s, problem.subject);
    if (problem.have)
        json.set(u"have"_s, *problem.have);
    return writeJson(json);
}

Result<Problem> decodeProblem(const QByteArray &body)
{
    const Error foreign{ErrorCode::NotFound, u"the answer is not this server's"_s, {}};
    const auto json = readJson(body, JsonLimits{kMaxProblemBytes, 16});
    if (!json || json->integer(kMark) != kProblemVersion)
        return foreign;
    const auto code = json->text(u"code");
    const auto message = json->text(u"message");
    const auto subject = json->text(u"subject");
    const auto have = json->integer(u"have");
    // Members beside these are let through: a later server may say more about a failure.
    if (!code || code->isEmpty() || !message || !subject || (json->find(u"have") && (!have || *have < 0)))
        return Error{ErrorCode::InvalidInput, u"problem: member missing or wrong"_s, {}};
    return Problem{*code, *message, *subject, have};
}

} // namespace ruhu::protocol
