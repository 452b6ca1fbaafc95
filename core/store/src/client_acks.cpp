// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the server proves to hold, and what happens when it holds something else.

#include "client_store_private.h"

#include <ruhu/crypto/digest.h>

#include <tuple>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

Result<std::set<TicketId>> ticketsOf(Result<Statement> rows)
{
    std::set<TicketId> ids;
    const auto read = forEach(std::move(rows), [&](const Statement &row) -> Result<void> {
        ids.insert(TicketId(row.uuid(0)));
        return {};
    });
    if (!read)
        return read.error();
    return ids;
}

} // namespace

Result<std::set<TicketId>> ClientStore::Private::noteVerdicts(const JournalHead &proved,
                                                              const std::map<qint64, QString> &verdicts)
{
    std::set<TicketId> changed;
    for (const auto &[sequence, code] : verdicts) {
        if (code.isEmpty() || sequence > proved.sequence)
            continue;
        auto ids = ticketsOf(query(*database,
                                   "UPDATE journal SET problem = ?"
                                   " WHERE incarnation = ? AND sequence = ? AND problem <> ? RETURNING ticket",
                                   code, proved.incarnation, sequence, code));
        if (!ids)
            return ids;
        changed.insert(ids->begin(), ids->end());
    }
    return changed;
}

Result<void> ClientStore::markStored(const JournalHead &proved, const std::map<qint64, QString> &verdicts)
{
    const auto own = hashAt(proved.incarnation, proved.sequence);
    if (!own && own.error().code != ErrorCode::NotFound)
        return own.error();
    if (!own || !crypto::equalConstantTime(*own, proved.hash)) {
        return Error{ErrorCode::Conflict, u"the server proves other bytes than ours"_s,
                     u"journal %1/%2"_s.arg(proved.incarnation).arg(proved.sequence)};
    }
    Private &d = *m_d;
    auto transaction = Transaction::begin(*d.database);
    if (!transaction)
        return transaction.error();
    const auto judged = d.noteVerdicts(proved, verdicts);
    if (!judged)
        return judged.error();
    const auto stored = ticketsOf(query(*d.database,
                                        "UPDATE journal SET state = 1"
                                        " WHERE incarnation = ? AND sequence <= ? AND state = 0 RETURNING ticket",
                                        proved.incarnation, proved.sequence));
    if (!stored)
        return stored.error();
    std::vector<FoldedTicket> staged;
    for (const TicketId id : *judged) {
        if (auto done = d.refold(id, staged); !done)
            return done;
    }
    std::map<TicketId, std::pair<qint64, qint64>> counts;
    for (const TicketId id : *stored) {
        const auto counted = d.recount(id);
        if (!counted)
            return counted.error();
        counts[id] = *counted;
    }
    if (auto committed = transaction->commit(); !committed)
        return committed;
    for (FoldedTicket &folded : staged)
        d.remember(std::move(folded));
    for (const auto &[id, count] : counts) {
        const auto cached = d.cache.find(id);
        if (cached != d.cache.end())
            std::tie(cached->second.pending, cached->second.refused) = count;
    }
    return {};
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

Result<void> ClientStore::newIncarnation()
{
    Private &d = *m_d;
    const JournalHead before = d.head;
    auto transaction = Transaction::begin(*d.database);
    if (!transaction)
        return transaction.error();
    const auto renew = [&]() -> Result<void> {
        const auto entries = d.takePending();
        if (!entries)
            return entries.error();
        if (auto read = d.readHead(); !read)
            return read;
        if (auto signedTail = d.signTail(); !signedTail)
            return signedTail;
        d.head = {before.incarnation + 1, 0, crypto::chainStart()};
        if (auto appended = d.append(d.head, *entries); !appended)
            return appended;
        auto noted = run(*d.database, "UPDATE store_state SET incarnation = ?", d.head.incarnation);
        if (!noted)
            return noted;
        return transaction->commit();
    };
    auto done = renew();
    if (!done)
        d.head = before;
    return done;
}

} // namespace ruhu::store
