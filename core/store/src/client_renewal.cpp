// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// New incarnations: for a chain that the server holds otherwise, and around acts that it does not take.

#include "client_store_private.h"

#include <ruhu/base/logging.h>
#include <ruhu/crypto/digest.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {

/// A group is kept or set aside whole.
Result<std::set<TicketId>> ClientStore::Private::parkAct(qint64 incarnation, qint64 sequence, const QString &code)
{
    return ticketsOf(query(*database,
                           "UPDATE journal SET state = 3, problem = ? WHERE incarnation = ? AND state = 0"
                           " AND sequence > coalesce((SELECT max(sequence) FROM journal"
                           "  WHERE incarnation = ? AND sequence < ? AND group_left = 0), 0)"
                           " AND sequence <= coalesce((SELECT min(sequence) FROM journal"
                           "  WHERE incarnation = ? AND sequence >= ? AND group_left = 0), ?) RETURNING ticket",
                           code, incarnation, incarnation, sequence, incarnation, sequence, sequence));
}

/// What no longer opens can never be sent; what is behind it must not wait for it.
Result<std::set<TicketId>> ClientStore::Private::parkDamaged()
{
    std::vector<std::pair<qint64, qint64>> damaged;
    const auto read = forEach(query(*database, "SELECT incarnation, sequence, id, ticket, body, hash, state, problem"
                                               " FROM journal WHERE state = 0"),
                              [&](const Statement &row) -> Result<void> {
                                  if (!journalEntry(row))
                                      damaged.emplace_back(row.integer(0), row.integer(1));
                                  return {};
                              });
    if (!read)
        return read.error();
    std::set<TicketId> tickets;
    for (const auto &[incarnation, sequence] : damaged) {
        qCWarning(lcStore) << "parked, does not open: journal" << incarnation << sequence;
        auto parked = parkAct(incarnation, sequence, kDamagedEntry);
        if (!parked)
            return parked;
        tickets.merge(*parked);
    }
    return tickets;
}

Result<std::vector<ClientStore::Private::NewEntry>> ClientStore::Private::takePending()
{
    std::vector<NewEntry> entries;
    const auto read =
        forEach(query(*database, "SELECT incarnation, sequence, id, ticket, body, hash, state, problem, group_left"
                                 " FROM journal WHERE state = 0 ORDER BY incarnation, sequence"),
                [&](const Statement &row) -> Result<void> {
                    auto entry = journalEntry(row);
                    if (!entry)
                        return entry.error();
                    entries.push_back({entry->id, entry->ticket, row.integer(8), std::move(entry->body)});
                    return {};
                });
    if (!read)
        return read.error();
    if (const auto done = run(*database, "DELETE FROM journal WHERE state = 0"); !done)
        return done.error();
    const auto done = run(*database, "DELETE FROM journal_sig WHERE NOT EXISTS (SELECT 1 FROM journal"
                                     " WHERE journal.incarnation = journal_sig.incarnation AND sequence = last)");
    if (!done)
        return done.error();
    return entries;
}

/// A proof that ended inside a group leaves entries whose signature went with the rest of the group.
Result<void> ClientStore::Private::signTail()
{
    auto statement = query(*database, "SELECT coalesce((SELECT max(last) FROM journal_sig WHERE incarnation = ?), 0)",
                           head.incarnation);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    const qint64 last = statement->integer(0);
    if (last >= head.sequence)
        return {};
    return sign(head.incarnation, last + 1, head.sequence, head.hash);
}

Result<void> ClientStore::Private::rejournal()
{
    const auto entries = takePending();
    if (!entries)
        return entries.error();
    if (auto read = readHead(); !read)
        return read;
    if (auto signedTail = signTail(); !signedTail)
        return signedTail;
    head = {head.incarnation + 1, 0, crypto::chainStart()};
    if (auto appended = append(head, *entries); !appended)
        return appended;
    return run(*database, "UPDATE store_state SET incarnation = ?", head.incarnation);
}

Result<std::vector<TicketId>> ClientStore::Private::renew(const std::function<Result<std::set<TicketId>>()> &setAside)
{
    const JournalHead before = head;
    auto transaction = Transaction::begin(*database);
    if (!transaction)
        return transaction.error();
    std::set<TicketId> changed;
    std::vector<FoldedTicket> staged;
    const auto work = [&]() -> Result<void> {
        auto chosen = setAside();
        if (!chosen)
            return chosen.error();
        auto damaged = parkDamaged();
        if (!damaged)
            return damaged.error();
        changed = std::move(*chosen);
        changed.merge(*damaged);
        if (auto moved = rejournal(); !moved)
            return moved;
        if (auto done = refoldAll(changed, staged); !done)
            return done;
        return transaction->commit();
    };
    if (const auto done = work(); !done) {
        head = before;
        return done.error();
    }
    for (FoldedTicket &folded : staged)
        remember(std::move(folded));
    return std::vector<TicketId>(changed.begin(), changed.end());
}

Result<std::vector<TicketId>> ClientStore::newIncarnation()
{
    return m_d->renew([] { return Result<std::set<TicketId>>(std::set<TicketId>()); });
}

Result<std::vector<TicketId>> ClientStore::park(qint64 incarnation, qint64 sequence, const QString &code)
{
    return m_d->renew([&]() -> Result<std::set<TicketId>> {
        auto parked = m_d->parkAct(incarnation, sequence, code);
        if (parked && parked->empty())
            return Error{ErrorCode::NotFound, u"no pending entry"_s, u"journal %1/%2"_s.arg(incarnation).arg(sequence)};
        return parked;
    });
}

Result<std::vector<TicketId>> ClientStore::releaseParked()
{
    qint64 parked = 0;
    const auto counted =
        forEach(query(*m_d->database, "SELECT count(*) FROM journal WHERE problem <> '' AND state = 3 AND problem <> ?",
                      kDamagedEntry),
                [&](const Statement &row) -> Result<void> {
                    parked = row.integer(0);
                    return {};
                });
    if (!counted)
        return counted.error();
    if (parked == 0)
        return std::vector<TicketId>();
    return m_d->renew([this] {
        return ticketsOf(query(*m_d->database,
                               "UPDATE journal SET state = 0, problem = ''"
                               " WHERE problem <> '' AND state = 3 AND problem <> ? RETURNING ticket",
                               kDamagedEntry));
    });
}

} // namespace ruhu::store
