// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_data.h"

#include <ruhu/base/logging.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/domain/codec.h>
#include <ruhu/domain/cross_findings.h>
#include <ruhu/domain/names.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

constexpr qint64 kServerIncarnation = 1;

domain::Event makeEvent(OfficeData &d, const OfficeAct &act, std::size_t index, const EventId &id, const EventId &first)
{
    domain::Event event;
    event.meta.id = id;
    event.meta.ticket = act.ticket;
    event.meta.baseRevision = act.baseRevision;
    event.meta.group = {first, static_cast<std::int64_t>(index) + 1, static_cast<std::int64_t>(act.payloads.size())};
    event.meta.by = act.by;
    event.meta.role = act.role;
    event.meta.wall = d.clock.now();
    event.meta.bootId = d.clock.bootId();
    event.meta.monotonic = d.clock.monotonic();
    event.payload = act.payloads[index];
    return event;
}

std::vector<domain::Event> makeEvents(OfficeData &d, const std::vector<OfficeAct> &acts)
{
    std::vector<domain::Event> events;
    for (const OfficeAct &act : acts) {
        const EventId first(d.ids.next());
        for (std::size_t i = 0; i < act.payloads.size(); ++i)
            events.push_back(makeEvent(d, act, i, i == 0 ? first : EventId(d.ids.next()), first));
    }
    return events;
}

Result<domain::TicketAssigned> assignmentTo(OfficeData &d, const QString &login)
{
    auto user = requireUser(*d.db, login);
    if (!user)
        return user.error();
    const auto role = roleOf(d, *user);
    if (!role)
        return role.error();
    if (!role->has(domain::Right::Visit) || user->disabled)
        return Error{ErrorCode::InvalidInput, u"only an active technician carries out tickets"_s, login};
    if (domain::isQualificationOver(user->qualifiedUntil, d.clock.now(), d.shelf.calendar()))
        return Error{ErrorCode::NotAllowed, u"the technician's qualification has run out"_s, login};
    return domain::TicketAssigned{user->id, user->displayName, user->team};
}

Result<void> checkOrder(const domain::TicketOpened &order)
{
    const std::pair<QString, bool> needed[] = {
        {u"number"_s, !order.number.trimmed().isEmpty() && order.number.size() <= 40},
        {u"customerName"_s, !order.customerName.trimmed().isEmpty()},
        {u"customerPhone"_s, !order.customerPhone.trimmed().isEmpty()},
        {u"address"_s, !order.address.trimmed().isEmpty()},
        {u"services"_s, !order.services.empty()},
        {u"downMbps"_s, order.downMbps >= 0 && order.upMbps >= 0},
        {u"contactPhone"_s, order.contactName.isEmpty() == order.contactPhone.isEmpty()},
        {u"requested"_s, !order.requested || order.requested->start <= order.requested->end},
    };
    for (const auto &[field, good] : needed) {
        if (!good)
            return Error{ErrorCode::InvalidInput, u"the order lacks or has a wrong field"_s, field};
    }
    return {};
}

/// A kind that was not given is the code's first.
Result<void> checkKind(const domain::Catalogue &code, domain::TicketOpened &order)
{
    if (order.kind.isEmpty() && !code.kinds.empty())
        order.kind = code.kinds.front().id;
    if (order.kind.isEmpty() || (!code.kinds.empty() && !code.kind(order.kind)))
        return Error{ErrorCode::InvalidInput, u"the service code has no such kind of ticket"_s, u"kind"_s};
    return {};
}

/// A new ticket is bound to the newest service code; what of it concerns the ticket is said there, step by step, and so
/// is what the operator's mark of the customer means.
Result<void> bindChecklist(OfficeData &d, domain::TicketOpened &order)
{
    if (!order.catalogue.isEmpty())
        return {};
    const auto newest = newestServiceCode(d);
    if (!newest)
        return newest.error();
    order.catalogue = *newest;
    const auto code = serviceCode(d, order.catalogue);
    if (!code)
        return code.error();
    if (auto good = checkKind(**code, order); !good)
        return good;
    // A mark says more than the tier that was left out; a tier that was given stands.
    if (order.tierMark.isEmpty() || order.tier != domain::Tier::Standard)
        return {};
    order.tier = (*code)->tierOf(order.tierMark).value_or(order.tier);
    return {};
}

Result<OfficeAct> prepareOrder(OfficeData &d, domain::TicketOpened order, const QString &login)
{
    if (auto checked = checkOrder(order); !checked)
        return checked.error();
    if (auto bound = bindChecklist(d, order); !bound)
        return bound.error();
    OfficeAct act;
    act.ticket = TicketId(d.ids.next());
    const QString number = order.number;
    act.payloads.emplace_back(std::move(order));
    if (!login.isEmpty()) {
        auto assignment = assignmentTo(d, login);
        if (!assignment)
            return assignment.error();
        act.payloads.emplace_back(*assignment);
    }
    auto inserted = runSql(*d.db, "INSERT INTO ticket(id,number,state) VALUES(?,?,?)", act.ticket, number,
                           domain::toName(domain::State::ToContact));
    if (!inserted && inserted.error().code == ErrorCode::Conflict)
        return Error{ErrorCode::Conflict, u"the number is taken"_s, number};
    if (!inserted)
        return inserted.error();
    return act;
}

/// The office no longer changes what is over.
Result<TicketRecord> openTicketRecord(OfficeData &d, TicketId id)
{
    auto ticket = requireTicket(*d.db, id);
    if (!ticket)
        return ticket;
    auto officeCase = isOfficeCase(*d.db, id);
    if (!officeCase)
        return officeCase.error();
    if (*officeCase)
        return Error{ErrorCode::InvalidInput, u"this is a case of the office, not a visit"_s, ticket->number};
    if (ticket->state == domain::State::Cancelled)
        return refusal(ErrorCode::NotAllowed, u"cancelled"_s, u"the ticket is cancelled"_s);
    if (ticket->state == domain::State::Done)
        return refusal(ErrorCode::NotAllowed, u"already-done"_s, u"the ticket is done"_s);
    return ticket;
}

/// One act on an existing ticket, in a transaction of its own.
Result<void> actOnTicket(OfficeData &d, TicketId id, const QString &name, const domain::Payload &payload)
{
    auto transaction = store::Transaction::begin(*d.db);
    if (!transaction)
        return transaction.error();
    auto ticket = openTicketRecord(d, id);
    if (!ticket)
        return ticket.error();
    if (const auto *assigned = std::get_if<domain::TicketAssigned>(&payload)) {
        if (assigned->user == ticket->assignee && assigned->team == ticket->team)
            return {}; // already so: nothing to record
    }
    if (auto recorded = recordActs(d, {{id, ticket->revision, {payload}}}); !recorded)
        return recorded;
    if (auto noted = audit(d, name, id.toString()); !noted)
        return noted;
    return transaction->commit();
}

} // namespace

Result<void> recordActs(OfficeData &d, const std::vector<OfficeAct> &acts)
{
    const DeviceId server;
    auto head = deviceHead(*d.db, server, kServerIncarnation);
    if (!head)
        return head.error();
    const qint64 first = head->sequence + 1;
    const std::vector<domain::Event> events = makeEvents(d, acts);
    for (std::size_t i = 0; i < events.size(); ++i) {
        NewEvent event;
        event.sequence = ++head->sequence;
        event.body = domain::encodeEvent(events[i]);
        head->hash = crypto::chainNext(head->hash, event.body);
        event.hash = head->hash;
        if (i + 1 == events.size()) {
            event.runFirst = first;
            event.signature = d.key->sign(
                crypto::runMessage(server.toBytes(), kServerIncarnation, first, head->sequence, head->hash));
        }
        event.event = events[i];
        if (auto stored = storeEvent(d, event); !stored)
            return stored.error();
    }
    for (const OfficeAct &act : acts) {
        if (auto refreshed = refreshTicket(*d.db, act.ticket); !refreshed)
            return refreshed;
    }
    return setDeviceHead(*d.db, server, kServerIncarnation, *head);
}

Result<TicketId> Office::openTicket(const domain::TicketOpened &order, const QString &assigneeLogin)
{
    auto opened = openTickets({{order, assigneeLogin}});
    if (!opened)
        return opened.error();
    return opened->front();
}

Result<std::vector<TicketId>> Office::openTickets(const std::vector<std::pair<domain::TicketOpened, QString>> &orders)
{
    if (orders.empty())
        return std::vector<TicketId>();
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    std::vector<OfficeAct> acts;
    std::vector<TicketId> ids;
    for (const auto &[order, login] : orders) {
        auto act = prepareOrder(*m_d, order, login);
        if (!act)
            return act.error();
        ids.push_back(act->ticket);
        acts.push_back(std::move(*act));
    }
    if (auto recorded = recordActs(*m_d, acts); !recorded)
        return recorded.error();
    for (const TicketId &id : ids) {
        if (auto noted = audit(*m_d, u"ticket.open"_s, id.toString()); !noted)
            return noted.error();
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    qCInfo(lcServer) << "opened" << ids.size() << "tickets";
    return ids;
}

Result<void> Office::assign(TicketId ticket, const QString &login)
{
    auto assignment = assignmentTo(*m_d, login);
    if (!assignment)
        return assignment.error();
    return actOnTicket(*m_d, ticket, u"ticket.assign"_s, *assignment);
}

Result<void> Office::reschedule(TicketId ticket, const domain::Window &window, const QString &reason)
{
    if (window.end < window.start)
        return Error{ErrorCode::InvalidInput, u"the window ends before it starts"_s, u"window"_s};
    if (reason.trimmed().isEmpty())
        return Error{ErrorCode::InvalidInput, u"a reason is needed"_s, u"reason"_s};
    return actOnTicket(*m_d, ticket, u"ticket.reschedule"_s, domain::TicketRescheduled{window, reason});
}

Result<void> Office::cancel(TicketId ticket, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return Error{ErrorCode::InvalidInput, u"a reason is needed"_s, u"reason"_s};
    return actOnTicket(*m_d, ticket, u"ticket.cancel"_s, domain::TicketCancelled{reason});
}

Result<std::vector<TicketSummary>> Office::tickets()
{
    std::vector<TicketSummary> tickets;
    auto done =
        eachRow(*m_d->db,
                "SELECT t.id,t.number,t.state,t.returned,t.assignee_id,coalesce(u.login,''),t.revision FROM ticket t"
                " LEFT JOIN user_account u ON u.id=t.assignee_id WHERE t.id NOT IN (SELECT id FROM office_case)"
                " ORDER BY t.number",
                [&](store::Statement &s) {
                    TicketSummary summary;
                    summary.id = TicketId(s.uuid(0));
                    summary.number = s.text(1);
                    summary.state = domain::fromName<domain::State>(s.text(2)).value_or(domain::State::ToContact);
                    summary.returned = s.integer(3) != 0;
                    summary.assignee = UserId(s.uuid(4));
                    summary.assigneeLogin = s.text(5);
                    summary.revision = s.integer(6);
                    tickets.push_back(summary);
                });
    if (!done)
        return done.error();
    return tickets;
}

Result<TicketId> Office::ticketByNumber(const QString &number)
{
    auto id = oneRow(
        *m_d->db, "SELECT id FROM ticket WHERE number=?", [](store::Statement &s) { return TicketId(s.uuid(0)); },
        number);
    if (!id)
        return id.error();
    if (!*id)
        return Error{ErrorCode::NotFound, u"no such ticket"_s, number};
    return **id;
}

Result<domain::Ticket> Office::ticket(TicketId id)
{
    auto history = this->history(id);
    if (!history)
        return history.error();
    return domain::fold(id, *history);
}

Result<std::vector<domain::HistoryEntry>> Office::history(TicketId id)
{
    auto known = requireTicket(*m_d->db, id);
    if (!known)
        return known.error();
    return readHistory(*m_d->db, id);
}

} // namespace ruhu::service
