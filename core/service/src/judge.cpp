// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judge.h"

#include <ruhu/domain/codec.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

template<typename... Types>
bool isAnyOf(const domain::Payload &payload)
{
    return (std::holds_alternative<Types>(payload) || ...);
}

} // namespace

bool mayRecord(domain::Role role, const domain::Payload &payload)
{
    using namespace domain;
    if (isAnyOf<UnknownPayload, NoteAdded>(payload))
        return true;
    // The office's acts are events of the server's own journal, never of a laptop.
    if (isAnyOf<TicketOpened, TicketAssigned, TicketRescheduled, TicketCancelled, CaseOpened, CaseActed>(payload))
        return false;
    if (isAnyOf<ReviewDecided>(payload))
        return role == Role::Supervisor;
    if (const auto *entered = std::get_if<StateEntered>(&payload)) {
        if (entered->to == State::Done || entered->to == State::Cancelled)
            return false;
    }
    return role == Role::Technician;
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
    auto reader = isReader(*d.db, meta.ticket, feedOf(caller.user));
    if (!reader)
        return reader.error();
    if (meta.by != caller.user.id)
        judgement.verdict = u"wrong-actor"_s;
    else if (meta.role != caller.user.role || !mayRecord(caller.user.role, judgement.event->payload))
        judgement.verdict = u"wrong-role"_s;
    else if (!*ticket)
        judgement.verdict = u"unknown-ticket"_s;
    else if (!*reader) // whoever had the ticket once may still send what was done then
        judgement.verdict = u"not-yours"_s;
    return judgement;
}

} // namespace ruhu::service
