// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ticket_json.h"

#include "times.h"

#include <ruhu/domain/codec.h>
#include <ruhu/domain/names.h>
#include <ruhu/presentation/words.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::ctl {
namespace {

[[nodiscard]] Json windowJson(const std::optional<domain::Window> &window)
{
    if (!window)
        return {};
    Json json;
    json.set(u"start"_s, utcText(window->start)).set(u"end"_s, utcText(window->end));
    return json;
}

[[nodiscard]] Json argumentsJson(const std::vector<std::pair<QString, QString>> &arguments)
{
    Json json{Json::Object()};
    for (const auto &[name, value] : arguments)
        json.set(name, value);
    return json;
}

} // namespace

Json ticketJson(const domain::Ticket &ticket)
{
    Json json;
    json.set(u"id"_s, ticket.id.toString())
        .set(u"number"_s, ticket.order.number)
        .set(u"state"_s, domain::toName(ticket.state))
        .set(u"returned"_s, ticket.returned)
        .set(u"order"_s, domain::encodePayload(ticket.order))
        .set(u"assignee"_s, ticket.assignment ? Json(ticket.assignment->user.toString()) : Json())
        .set(u"revision"_s, ticket.serverRevision)
        .set(u"pendingEvents"_s, ticket.pendingEvents);
    return json;
}

Json rowJson(const store::TicketRow &row)
{
    Json json;
    json.set(u"id"_s, row.id.toString())
        .set(u"number"_s, row.number)
        .set(u"customer"_s, row.customerName)
        .set(u"phone"_s, row.customerPhone)
        .set(u"division"_s, row.division)
        .set(u"address"_s, row.address)
        .set(u"product"_s, row.product)
        .set(u"kind"_s, row.kind)
        .set(u"access"_s, domain::toName(row.access))
        .set(u"area"_s, domain::toName(row.area))
        .set(u"tier"_s, domain::toName(row.tier))
        .set(u"state"_s, domain::toName(row.state))
        .set(u"returned"_s, row.returned)
        .set(u"assignee"_s, row.assigneeName)
        .set(u"window"_s, windowJson(row.window))
        .set(u"booked"_s, row.booked)
        .set(u"postponed"_s, row.postponed)
        .set(u"backBy"_s, utcJson(row.backBy))
        .set(u"pending"_s, std::int64_t{row.pending})
        .set(u"refused"_s, std::int64_t{row.refused})
        .set(u"findings"_s, std::int64_t{row.findings})
        .set(u"risk"_s, row.risk)
        .set(u"gone"_s, row.gone);
    return json;
}

Json historyJson(const std::vector<domain::HistoryEntry> &history)
{
    Json::Array list;
    for (const domain::HistoryEntry &entry : history) {
        const domain::EventMeta &meta = entry.event.meta;
        Json json;
        json.set(u"event"_s, meta.id.toString())
            .set(u"type"_s, domain::payloadType(entry.event.payload))
            .set(u"by"_s, meta.by.toString())
            .set(u"role"_s, meta.role)
            .set(u"wall"_s, utcText(meta.wall))
            .set(u"received"_s, utcJson(entry.receivedAt))
            .set(u"revision"_s, entry.revision ? Json(*entry.revision) : Json())
            .set(u"device"_s, entry.device.isNull() ? u"server"_s : entry.device.toString())
            .set(u"payload"_s, domain::encodePayload(entry.event.payload));
        list.push_back(std::move(json));
    }
    return Json(std::move(list));
}

QStringList historyLines(const domain::Ticket &ticket, const std::vector<domain::HistoryEntry> &history)
{
    QStringList lines{u"%1  %2%3"_s.arg(ticket.order.number, domain::toName(ticket.state),
                                        ticket.returned ? u"  returned"_s : QString())};
    for (const domain::HistoryEntry &entry : history) {
        const QString revision = entry.revision ? u"rev %1"_s.arg(*entry.revision) : u"only here"_s;
        lines << u"  %1  %2  %3"_s.arg(utcText(entry.event.meta.wall), domain::payloadType(entry.event.payload),
                                       revision);
    }
    return lines;
}

Json refusalJson(const domain::Refusal &refusal)
{
    Json json;
    json.set(u"code"_s, domain::toName(refusal.code))
        .set(u"rule"_s, refusal.rule)
        .set(u"subject"_s, refusal.subject)
        .set(u"args"_s, argumentsJson(refusal.args));
    return json;
}

Json findingJson(const domain::Finding &finding)
{
    Json json;
    json.set(u"code"_s, finding.code)
        .set(u"rule"_s, finding.rule)
        .set(u"severity"_s, domain::toName(finding.severity))
        .set(u"subject"_s, finding.subject)
        .set(u"args"_s, argumentsJson(finding.args));
    return json;
}

Outcome outcomeOf(const presentation::ActOutcome &act, const presentation::TicketPage &page)
{
    Outcome outcome;
    Json::Array recorded;
    for (const EventId &id : act.recorded)
        recorded.emplace_back(id.toString());
    outcome.json.set(u"ticket"_s, page.row.number)
        .set(u"state"_s, domain::toName(page.ticket.state))
        .set(u"recorded"_s, std::move(recorded))
        .set(u"refusal"_s, act.refusal ? refusalJson(*act.refusal) : Json());
    if (act.refusal) {
        outcome.exitCode = Refused;
        outcome.problem = presentation::refusalText(*act.refusal, page.catalogue, page.ticket) + " ["_L1
                          + domain::toName(act.refusal->code) + u']';
        return outcome;
    }
    outcome.lines << u"%1: kept on this laptop, state %2"_s.arg(page.row.number, domain::toName(page.ticket.state));
    return outcome;
}

} // namespace ruhu::ctl
