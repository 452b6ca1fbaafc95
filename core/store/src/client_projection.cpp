// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client_schema.h"
#include "client_store_private.h"

#include "ticket_cells.h"
#include <ruhu/base/logging.h>

#include <ruhu/domain/findings.h>
#include <ruhu/domain/names.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

constexpr char kSelectRows[] = "SELECT id, pending, refused, gone, cells, refused_code FROM ticket ORDER BY id";
constexpr char kSelectRow[] = "SELECT id, pending, refused, gone, cells, refused_code FROM ticket WHERE id = ?";

Json timeJson(const std::optional<WallTime> &time)
{
    return time ? Json(toMs(*time)) : Json();
}

Json rowJson(const TicketRow &row)
{
    Json::Array services;
    for (const domain::Service service : row.services)
        services.emplace_back(domain::toName(service));
    Json json;
    json.set(u"id"_s, row.id.toString()).set(u"number"_s, row.number).set(u"name"_s, row.customerName);
    json.set(u"phone"_s, row.customerPhone).set(u"division"_s, row.division).set(u"address"_s, row.address);
    json.set(u"product"_s, row.product).set(u"kind"_s, row.kind);
    json.set(u"access"_s, domain::toName(row.access)).set(u"services"_s, services);
    json.set(u"area"_s, domain::toName(row.area)).set(u"tier"_s, domain::toName(row.tier));
    json.set(u"state"_s, domain::toName(row.state)).set(u"returned"_s, row.returned);
    json.set(u"newer"_s, row.needsNewerProgram).set(u"assignee"_s, row.assignee.toString());
    json.set(u"assignee_name"_s, row.assigneeName);
    json.set(u"start"_s, timeJson(row.window ? std::optional(row.window->start) : std::nullopt));
    json.set(u"end"_s, timeJson(row.window ? std::optional(row.window->end) : std::nullopt));
    json.set(u"booked"_s, row.booked).set(u"promised"_s, timeJson(row.promisedBy));
    json.set(u"postponed"_s, row.postponed).set(u"back_by"_s, timeJson(row.backBy));
    json.set(u"signed_off"_s, timeJson(row.signedOffAt)).set(u"pending"_s, std::int64_t{row.pending});
    json.set(u"refused"_s, std::int64_t{row.refused})
        .set(u"refused_code"_s, row.refusedCode)
        .set(u"findings"_s, std::int64_t{row.findings});
    json.set(u"risk"_s, row.risk).set(u"gone"_s, row.gone);
    return json;
}

bool isSignedOff(domain::State state)
{
    return state >= domain::State::SignedOff;
}

} // namespace

TicketRow projectRow(const domain::Ticket &ticket, const std::vector<domain::HistoryEntry> &history,
                     const domain::Catalogue *catalogue)
{
    const domain::TicketOpened &order = ticket.order;
    TicketRow row;
    row.id = ticket.id;
    row.number = order.number;
    row.customerName = order.customerName;
    row.customerPhone = order.customerPhone;
    row.division = order.division;
    row.address = order.address;
    row.product = order.product;
    row.kind = order.kind;
    if (const domain::TicketKindRule *kind = catalogue ? catalogue->kind(order.kind) : nullptr)
        row.kindTitle = kind->title;
    row.access = order.access;
    row.services = order.services;
    row.area = order.area;
    row.tier = order.tier;
    row.state = ticket.state;
    row.returned = ticket.returned;
    row.needsNewerProgram = ticket.needsNewerProgram;
    if (ticket.assignment) {
        row.assignee = ticket.assignment->user;
        row.assigneeName = ticket.assignment->userName;
    }
    row.booked = ticket.appointment.has_value();
    row.window = row.booked ? std::optional(ticket.appointment->appointment.window) : order.requested;
    row.postponed = ticket.isPostponed();
    row.promisedBy = order.promisedBy;
    if (ticket.isAway())
        row.backBy = ticket.absences.back().left.promisedBy;
    for (const domain::State end : {domain::State::SignedOff, domain::State::HandedBack}) {
        const auto reached = ticket.reached.find(end);
        if (reached != ticket.reached.end())
            row.signedOffAt = std::max(row.signedOffAt.value_or(reached->second.wall), reached->second.wall);
    }
    row.pending = ticket.pendingEvents;
    if (isSignedOff(ticket.state) && catalogue) {
        const auto found = domain::findings(ticket, history, *catalogue);
        row.findings = static_cast<qint64>(found.size());
        row.risk = domain::riskScore(found);
    }
    return row;
}

Result<void> ClientStore::Private::writeRow(const FoldedTicket &folded)
{
    // Only findings look at the history; before the sign-off there are none and nothing is read again.
    if (!isSignedOff(folded.ticket.state) || !catalogue(folded.ticket.order.catalogue))
        return writeRow(folded, {});
    const auto loaded = loadHistory(folded.ticket.id);
    if (!loaded)
        return loaded.error();
    return writeRow(folded, loaded->entries);
}

Result<void> ClientStore::Private::writeRow(const FoldedTicket &folded,
                                            const std::vector<domain::HistoryEntry> &history)
{
    const domain::Ticket &ticket = folded.ticket;
    const TicketRow row = projectRow(ticket, history, catalogue(ticket.order.catalogue).get());
    return run(*database,
               "INSERT INTO ticket(id, state, pending, refused, refused_code, gone, catalogue, cells)"
               " VALUES(?, ?, ?, ?, ?, ?, ?, ?)"
               " ON CONFLICT(id) DO UPDATE SET state = excluded.state, pending = excluded.pending,"
               " refused = excluded.refused, refused_code = excluded.refused_code, gone = excluded.gone,"
               " catalogue = excluded.catalogue, cells = excluded.cells",
               row.id, static_cast<int>(row.state), folded.own.pending, folded.own.refused, folded.own.refusedCode,
               folded.gone, ticket.order.catalogue, sealer.seal(packCells(row), place::ticket(row.id)));
}

Result<void> ClientStore::Private::refold(TicketId id, std::vector<FoldedTicket> &staged)
{
    const bool cached = cache.erase(id) > 0;
    const auto history = loadHistory(id);
    if (!history)
        return history.error();
    auto folded = foldLoaded(id, *history);
    if (!folded)
        return run(*database, "DELETE FROM ticket WHERE id = ?", id);
    if (auto written = writeRow(*folded, history->entries); !written)
        return written;
    if (cached)
        staged.push_back(std::move(*folded));
    return {};
}

Result<OwnCounts> ClientStore::Private::recount(TicketId id)
{
    OwnCounts counts;
    const auto read = forEach(query(*database,
                                    "SELECT coalesce(sum(state = 0), 0), coalesce(sum(state = 3 OR problem <> ''), 0),"
                                    " coalesce((SELECT problem FROM journal WHERE ticket = ? AND problem <> ''"
                                    "  ORDER BY incarnation DESC, sequence DESC LIMIT 1), '')"
                                    " FROM journal WHERE ticket = ?",
                                    id, id),
                              [&](const Statement &row) -> Result<void> {
                                  counts = {row.integer(0), row.integer(1), row.text(2)};
                                  return {};
                              });
    if (!read)
        return read.error();
    const auto written = run(*database, "UPDATE ticket SET pending = ?, refused = ?, refused_code = ? WHERE id = ?",
                             counts.pending, counts.refused, counts.refusedCode, id);
    if (!written)
        return written.error();
    return counts;
}

Result<TicketRow> ClientStore::Private::openRow(const Statement &statement) const
{
    TicketRow row;
    row.id = TicketId(statement.uuid(0));
    row.pending = statement.integer(1);
    row.refused = statement.integer(2);
    row.gone = statement.integer(3) != 0;
    row.refusedCode = statement.text(5);
    const auto cells = sealer.open(statement.blob(4), place::ticket(row.id));
    if (!cells || !unpackCells(*cells, row))
        return Error{ErrorCode::Damaged, u"a projection row does not open"_s, u"ticket "_s + row.id.toString()};
    return row;
}

Result<void> ClientStore::Private::mendRows(const std::set<TicketId> &ids)
{
    auto transaction = Transaction::begin(*database);
    if (!transaction)
        return transaction.error();
    for (const TicketId id : ids)
        qCWarning(lcStore) << "a row of the list does not open and is made anew:" << id.toString();
    const auto done = refoldAndCommit(*transaction, ids);
    return done ? Result<void>() : done.error();
}

Result<std::vector<TicketRow>> ClientStore::Private::openRows(std::set<TicketId> &damaged) const
{
    std::vector<TicketRow> rows;
    const auto read = forEach(query(*database, kSelectRows), [&](const Statement &statement) -> Result<void> {
        if (auto row = openRow(statement))
            rows.push_back(std::move(*row));
        else
            damaged.insert(TicketId(statement.uuid(0)));
        return {};
    });
    if (!read)
        return read.error();
    return rows;
}

Result<std::vector<TicketRow>> ClientStore::tickets()
{
    std::set<TicketId> damaged;
    auto rows = m_d->openRows(damaged);
    if (!rows || damaged.empty())
        return rows;
    // The list is made of what the journal and the feeds say: a bad row costs nobody the others.
    if (auto mended = m_d->mendRows(damaged); !mended)
        return mended.error();
    damaged.clear();
    return m_d->openRows(damaged);
}

Result<TicketRow> ClientStore::row(TicketId id)
{
    auto statement = query(*m_d->database, kSelectRow, id);
    if (!statement)
        return statement.error();
    const auto found = statement->step();
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::NotFound, u"no such ticket"_s, id.toString()};
    return m_d->openRow(*statement);
}

Result<void> ClientStore::Private::rebuildAll()
{
    auto transaction = Transaction::begin(*database);
    if (!transaction)
        return transaction.error();
    cache.clear();
    std::set<TicketId> ids;
    auto read = forEach(query(*database, "SELECT ticket FROM journal UNION"
                                         " SELECT ticket FROM inbox WHERE ticket IS NOT NULL"),
                        [&](const Statement &row) -> Result<void> {
                            ids.insert(TicketId(row.uuid(0)));
                            return {};
                        });
    if (!read)
        return read;
    if (auto done = run(*database, "DELETE FROM ticket"); !done)
        return done;
    std::vector<FoldedTicket> staged;
    if (auto done = refoldAll(ids, staged); !done)
        return done;
    if (auto noted = run(*database, "UPDATE store_state SET projection_version = ?", kProjectionVersion); !noted)
        return noted;
    return transaction->commit();
}

Result<void> ClientStore::rebuild()
{
    return m_d->rebuildAll();
}

Result<QByteArray> ClientStore::dumpProjection()
{
    const auto rows = tickets();
    if (!rows)
        return rows.error();
    QByteArray text;
    for (const TicketRow &row : *rows)
        text += writeJson(rowJson(row)) + '\n';
    return text;
}

} // namespace ruhu::store
