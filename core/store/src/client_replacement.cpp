// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A feed that is read anew because the server's is not the one a part of is held here.

#include "client_store_private.h"

#include <ruhu/crypto/digest.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

constexpr char kInsertNext[] =
    "INSERT INTO inbox_next(feed, sequence, event, ticket, device, incarnation, device_sequence, event_hash, revision,"
    " received_ms, verdict, departed, body) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

// Bodies are sealed with the place they get in the end.
constexpr const char *kSwap[] = {
    "DELETE FROM inbox WHERE feed = ?",
    "INSERT INTO inbox SELECT * FROM inbox_next WHERE feed = ?",
    "DELETE FROM inbox_next WHERE feed = ?",
    "DELETE FROM cursor WHERE feed = ?",
    "INSERT INTO cursor SELECT * FROM cursor_next WHERE feed = ?",
    "DELETE FROM cursor_next WHERE feed = ?",
};

// Verdicts on own entries that came by this feed first.
constexpr char kNoteVerdicts[] =
    "UPDATE journal SET problem = (SELECT verdict FROM inbox WHERE feed = ? AND event = journal.id AND verdict <> ''"
    " ORDER BY sequence LIMIT 1)"
    " WHERE problem = '' AND id IN (SELECT event FROM inbox WHERE feed = ? AND verdict <> '' AND event IS NOT NULL)";

} // namespace

Result<void> ClientStore::adoptEpoch(const QString &feed, const QString &epoch)
{
    return run(*m_d->database, "UPDATE cursor SET epoch = ? WHERE feed = ?", epoch, feed);
}

Result<std::optional<Cursor>> ClientStore::replacementCursor(const QString &feed)
{
    auto statement = query(*m_d->database, "SELECT epoch, sequence, feed_hash FROM cursor_next WHERE feed = ?", feed);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Cursor>();
    return std::optional(Cursor{statement->text(0), statement->integer(1), statement->blob(2)});
}

Result<void> ClientStore::beginReplacement(const QString &feed, const QString &epoch)
{
    Database &database = *m_d->database;
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto done = run(database, "DELETE FROM inbox_next WHERE feed = ?", feed); !done)
        return done;
    auto begun = run(database,
                     "INSERT INTO cursor_next(feed, epoch, sequence, feed_hash) VALUES(?, ?, 0, ?)"
                     " ON CONFLICT(feed) DO UPDATE SET epoch = excluded.epoch, sequence = 0,"
                     " feed_hash = excluded.feed_hash",
                     feed, epoch, crypto::chainStart());
    return begun ? transaction->commit() : begun;
}

Result<void> ClientStore::addToReplacement(const InboxPage &page)
{
    auto transaction = Transaction::begin(*m_d->database);
    if (!transaction)
        return transaction.error();
    const auto from = replacementCursor(page.feed);
    if (!from)
        return from.error();
    if (!*from)
        return Error{ErrorCode::Conflict, u"no replacement was begun"_s, page.feed};
    const auto to = follow(**from, page);
    if (!to)
        return to.error();
    if (const auto inserted = m_d->insertPage(kInsertNext, page); !inserted)
        return inserted.error();
    auto moved = run(*m_d->database, "UPDATE cursor_next SET sequence = ?, feed_hash = ? WHERE feed = ?", to->sequence,
                     to->feedHash, page.feed);
    return moved ? transaction->commit() : moved;
}

Result<std::set<TicketId>> ClientStore::Private::ticketsIn(const QString &feed)
{
    return ticketsOf(query(*database, "SELECT DISTINCT ticket FROM inbox WHERE feed = ? AND ticket IS NOT NULL", feed));
}

Result<std::vector<TicketId>> ClientStore::finishReplacement(const QString &feed)
{
    Private &d = *m_d;
    auto transaction = Transaction::begin(*d.database);
    if (!transaction)
        return transaction.error();
    auto touched = d.ticketsIn(feed);
    if (!touched)
        return touched.error();
    for (const char *sql : kSwap) {
        if (const auto done = run(*d.database, sql, feed); !done)
            return done.error();
    }
    auto now = d.ticketsIn(feed);
    if (!now)
        return now.error();
    touched->merge(*now);
    if (const auto noted = run(*d.database, kNoteVerdicts, feed, feed); !noted)
        return noted.error();
    return d.refoldAndCommit(*transaction, *touched);
}

} // namespace ruhu::store
