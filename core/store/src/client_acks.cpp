// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the server proves to hold.

#include "client_store_private.h"

#include <ruhu/crypto/digest.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
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
    if (auto done = d.refoldAll(*judged, staged); !done)
        return done;
    std::map<TicketId, OwnCounts> counts;
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
            cached->second.own = count;
    }
    return {};
}

} // namespace ruhu::store
