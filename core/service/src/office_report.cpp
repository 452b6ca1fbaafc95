// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_data.h"

#include <ruhu/domain/codec.h>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

using History = std::vector<domain::HistoryEntry>;

/// Every visit's history in one pass over the events, one ticket in memory at a time.
Result<void> eachHistory(store::Database &db, const std::function<void(TicketId, const History &)> &take)
{
    std::optional<TicketId> current;
    History history;
    auto done = eachRow(
        db,
        "SELECT ticket_id,body,device_id,sequence,revision,received_ms FROM event WHERE revision>0 AND verdict=''"
        " AND ticket_id NOT IN (SELECT id FROM office_case)"
        " ORDER BY ticket_id,revision",
        [&](store::Statement &s) {
            const TicketId id(s.uuid(0));
            if (current && *current != id) {
                take(*current, history);
                history.clear();
            }
            current = id;
            // It was readable when it was stored; verify names it.
            if (auto event = domain::decodeEvent(s.blob(1)))
                history.push_back(
                    {std::move(*event), DeviceId(s.uuid(2)), s.integer(3), s.integer(4), wallTimeFromMs(s.integer(5))});
        });
    if (!done)
        return done;
    if (current)
        take(*current, history);
    return {};
}

/// Every ticket with its own findings; `take` chooses which go in, seeing the history.
struct Folded {
    std::vector<domain::Ticket> tickets;
    std::vector<TicketFindings> found; // beside tickets
    std::vector<bool> chosen; // beside tickets
};

Result<Folded> foldAll(OfficeData &d, const std::function<bool(const domain::Ticket &, const History &)> &choose)
{
    Folded all;
    std::map<QString, std::shared_ptr<const domain::Catalogue>> codes; // one that nobody has is asked for once
    const auto codeOf = [&](const QString &hash) {
        const auto [known, isNew] = codes.try_emplace(hash);
        if (isNew)
            known->second = serviceCode(d, hash).value_or(nullptr);
        return known->second;
    };
    auto done = eachHistory(*d.db, [&](TicketId id, const History &history) {
        domain::Ticket ticket = domain::fold(id, history);
        TicketFindings found{id, ticket.order.number, ticket.state, codeOf(ticket.order.catalogue), {}, {}};
        const bool chosen = choose(ticket, history);
        if (chosen && found.catalogue)
            found.own = domain::findings(ticket, history, *found.catalogue);
        all.tickets.push_back(std::move(ticket));
        all.found.push_back(std::move(found));
        all.chosen.push_back(chosen);
    });
    if (!done)
        return done.error();
    return all;
}

void addAcross(Folded &all, const domain::CrossRules &rules)
{
    auto across = domain::crossFindings(all.tickets, rules);
    for (TicketFindings &found : all.found) {
        if (const auto some = across.find(found.id); some != across.end())
            found.across = std::move(some->second);
    }
}

/// What the accounts say about who carried the tickets out.
Result<void> addQualifications(OfficeData &d, Folded &all)
{
    std::map<UserId, QString> lastDays;
    auto done = eachRow(*d.db, "SELECT id,qualified_until FROM user_account WHERE qualified_until<>''",
                        [&](store::Statement &s) { lastDays.emplace(UserId(s.uuid(0)), s.text(1)); });
    if (!done)
        return done;
    for (std::size_t i = 0; i < all.tickets.size(); ++i) {
        const auto &assignment = all.tickets[i].assignment;
        const auto last = assignment ? lastDays.find(assignment->user) : lastDays.end();
        if (last == lastDays.end())
            continue;
        if (auto finding = domain::qualificationFinding(all.tickets[i], last->second, d.shelf.calendar()))
            all.found[i].across.push_back(std::move(*finding));
    }
    return {};
}

bool wasReceivedIn(const History &history, const domain::Period &period)
{
    return std::any_of(history.begin(), history.end(), [&](const domain::HistoryEntry &entry) {
        return entry.receivedAt && period.holds(*entry.receivedAt);
    });
}

} // namespace

Result<std::vector<TicketFindings>> Office::findings(const domain::CrossRules &rules, std::optional<TicketId> ticket,
                                                     const std::optional<domain::Period> &period)
{
    auto all = foldAll(*m_d, [&](const domain::Ticket &one, const History &history) {
        return ticket ? one.id == *ticket : !period || wasReceivedIn(history, *period);
    });
    if (!all)
        return all.error();
    addAcross(*all, rules);
    if (auto added = addQualifications(*m_d, *all); !added)
        return added.error();
    std::vector<TicketFindings> list;
    for (std::size_t i = 0; i < all->found.size(); ++i) {
        TicketFindings &found = all->found[i];
        const bool any = !found.own.empty() || !found.across.empty();
        if (all->chosen[i] && (any || ticket))
            list.push_back(std::move(found));
    }
    if (ticket && list.empty())
        return Error{ErrorCode::NotFound, u"no such ticket"_s, ticket->toString()};
    std::sort(list.begin(), list.end(),
              [](const TicketFindings &a, const TicketFindings &b) { return a.number < b.number; });
    return list;
}

Result<domain::OfficeReport> Office::report(const domain::FigureSet &figures, const domain::CrossRules &rules,
                                            const domain::Period &period, const QString &team)
{
    std::optional<TeamId> only;
    if (!team.isEmpty()) {
        const auto known = teams();
        if (!known)
            return known.error();
        for (const Team &one : *known) {
            if (one.name == team)
                only = one.id;
        }
        if (!only)
            return Error{ErrorCode::NotFound, u"no such team"_s, team};
    }
    auto all = foldAll(*m_d, [&](const domain::Ticket &ticket, const History &) {
        return !only || (ticket.assignment && ticket.assignment->team == *only);
    });
    if (!all)
        return all.error();
    addAcross(*all, rules);
    if (auto added = addQualifications(*m_d, *all); !added)
        return added.error();
    std::vector<domain::ReportedTicket> reported;
    for (std::size_t i = 0; i < all->found.size(); ++i) {
        if (!all->chosen[i])
            continue;
        TicketFindings &found = all->found[i];
        std::move(found.across.begin(), found.across.end(), std::back_inserter(found.own));
        reported.push_back({std::move(all->tickets[i]), found.catalogue.get(), std::move(found.own)});
    }
    return domain::officeReport(reported, figures, period, m_d->clock.now());
}

} // namespace ruhu::service
