// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The journal and the log of acts hold the same acts. At every start what one of them has lost comes from the other.

#include "client_store_private.h"

#include <ruhu/base/logging.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

constexpr qint64 kLogBytes = 512 * 1024; // a new one is begun beyond, once everything in it is at the server

Result<bool> isKnown(Database &database, EventId id)
{
    auto statement = query(database, "SELECT 1 FROM journal WHERE id = ?", id);
    return statement ? statement->step() : statement.error();
}

/// The acts go on exactly where the journal ends: the chain becomes what it was.
bool follow(JournalHead at, const std::vector<LoggedAct> &acts)
{
    return std::all_of(acts.begin(), acts.end(), [&](const LoggedAct &act) {
        const bool next = act.incarnation == at.incarnation && act.first == at.sequence + 1;
        at.sequence += static_cast<qint64>(act.entries.size());
        return next;
    });
}

} // namespace

Result<void> ClientStore::Private::putActsBack(const std::vector<LoggedAct> &lost)
{
    if (!follow(head, lost)) {
        const auto moved = renew([] { return Result<std::set<TicketId>>(std::set<TicketId>()); });
        if (!moved)
            return moved.error();
    }
    auto transaction = Transaction::begin(*database);
    if (!transaction)
        return transaction.error();
    JournalHead at = head;
    std::set<TicketId> tickets;
    qint64 count = 0;
    for (const LoggedAct &act : lost) {
        if (auto appended = append(at, act.entries); !appended)
            return appended;
        for (const OwnEntry &entry : act.entries)
            tickets.insert(entry.ticket);
        count += static_cast<qint64>(act.entries.size());
    }
    if (const auto done = refoldAndCommit(*transaction, tickets); !done)
        return done.error();
    head = at;
    putBack = count;
    qCWarning(lcStore) << "the database had lost" << count << "entries; they came back from the log of acts";
    return {};
}

/// A kill between a commit and its line in the log, or a log that was lost.
Result<void> ClientStore::Private::logUnlogged(const std::set<EventId> &logged)
{
    std::vector<LoggedAct> acts;
    bool complete = true;
    const auto read =
        forEach(query(*database, "SELECT incarnation, sequence, id, ticket, body, hash, state, problem, group_left"
                                 " FROM journal WHERE state = 0 ORDER BY incarnation, sequence"),
                [&](const Statement &row) -> Result<void> {
                    auto entry = journalEntry(row);
                    if (!entry || logged.count(entry->id) > 0)
                        return {}; // a damaged one is parked where it is met
                    if (complete)
                        acts.push_back({entry->incarnation, entry->sequence, {}});
                    acts.back().entries.push_back({entry->id, entry->ticket, row.integer(8), std::move(entry->body)});
                    complete = row.integer(8) == 0;
                    return {};
                });
    if (!read)
        return read;
    for (LoggedAct &act : acts)
        log.append(std::move(act));
    return {};
}

Result<void> ClientStore::Private::replayLog()
{
    std::set<EventId> logged;
    std::vector<LoggedAct> lost;
    for (LoggedAct &act : log.read()) {
        const bool again = logged.count(act.entries.front().id) > 0;
        for (const OwnEntry &entry : act.entries)
            logged.insert(entry.id);
        if (again)
            continue;
        bool known = false;
        for (const OwnEntry &entry : act.entries) {
            const auto there = isKnown(*database, entry.id);
            if (!there)
                return there.error();
            known = known || *there;
        }
        if (!known) // half an act is no loss of the disk's but somebody's doing; verify() names it
            lost.push_back(std::move(act));
    }
    if (!lost.empty()) {
        if (auto back = putActsBack(lost); !back)
            return back;
    }
    if (auto done = logUnlogged(logged); !done)
        return done;
    auto pending = query(*database, "SELECT 1 FROM journal WHERE state = 0 LIMIT 1");
    const auto any = pending ? pending->step() : Result<bool>(pending.error());
    if (any && !*any && log.sizeBytes() > kLogBytes)
        log.startAnew();
    return any ? Result<void>() : any.error();
}

} // namespace ruhu::store
