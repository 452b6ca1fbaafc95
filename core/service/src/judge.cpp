// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judge.h"

#include <ruhu/domain/codec.h>
#include <ruhu/domain/decide.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
bool mayRecord(const domain::RoleRule &role, const domain::Payload &payload)
{
    using namespace domain;
    if (std::holds_alternative<UnknownPayload>(payload))
        return true;
    const auto right = rightFor(payload);
    // The office's acts are events of the server's own journal, never of a laptop.
    if (!right || *right == Right::Order || *right == Right::Case)
        return false;
    if (const auto *entered = std::get_if<StateEntered>(&payload)) {
        if (entered->to == State::Done || entered->to == State::Cancelled)
            return false;
    }
    return role.has(*right);
}

Result<Judgement> judgeBody(OfficeData &d, const Caller &caller, const QByteArray &body)
{
    Judgement judgement;
    auto event = domain::decodeEvent(body);
    if (!event) {
        judgement.verdict = u"undecodable"_s;
        return judgement;
    }
    judgement.event = std::move(*event);
    const domain::EventMeta &meta = judgement.event->meta;
    auto ticket = findTicket(*d.db, meta.ticket);
    if (!ticket)
        return ticket.error();
    auto reader = isReader(*d.db, meta.ticket, feedOf(caller.user, caller.role));
    if (!reader)
        return reader.error();
    if (meta.by != caller.user.id)
        judgement.verdict = u"wrong-actor"_s;
    else if (meta.role != caller.user.role || !mayRecord(caller.role, judgement.event->payload))
        judgement.verdict = u"wrong-role"_s;
    else if (!*ticket)
        judgement.verdict = u"unknown-ticket"_s;
    else if (!*reader) // whoever had the ticket once may still send what was done then
        judgement.verdict = u"not-yours"_s;
    return judgement;
}

} // namespace ruhu::service
