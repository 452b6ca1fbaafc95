// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client_store_private.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/domain/codec.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

QString entryName(const QString &feed, qint64 sequence)
{
    return u"inbox %1/%2"_s.arg(feed).arg(sequence);
}

constexpr char kInsertInbox[] =
    "INSERT INTO inbox(feed, sequence, event, ticket, device, incarnation, device_sequence, event_hash, revision,"
    " received_ms, verdict, departed, body) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

} // namespace

Result<Cursor> follow(const Cursor &from, const InboxPage &page)
{
    if (!from.epoch.isEmpty() && from.epoch != page.epoch)
        return Error{ErrorCode::Conflict, u"the feed has another epoch"_s, page.feed};
    Cursor at{page.epoch, from.sequence, from.feedHash};
    for (const InboxEntry &entry : page.entries) {
        const QString name = entryName(page.feed, entry.sequence);
        if (entry.sequence != at.sequence + 1)
            return Error{ErrorCode::Damaged, u"a gap: expected %1"_s.arg(at.sequence + 1), name};
        if (crypto::blake2b(entry.body) != entry.eventHash)
            return Error{ErrorCode::Damaged, u"the body does not have its hash"_s, name};
        at.sequence = entry.sequence;
        at.feedHash = crypto::feedNext(at.feedHash, entry.eventHash);
    }
    if (at.feedHash != page.hashAfter)
        return Error{ErrorCode::Damaged, u"the rolling hash does not agree"_s, entryName(page.feed, at.sequence)};
    return at;
}

Result<Cursor> ClientStore::cursor(const QString &feed)
{
    auto statement = query(*m_d->database, "SELECT epoch, sequence, feed_hash FROM cursor WHERE feed = ?", feed);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    if (!*row)
        return Cursor{{}, 0, crypto::chainStart()};
    return Cursor{statement->text(0), statement->integer(1), statement->blob(2)};
}

Result<std::set<TicketId>> ClientStore::Private::insertPage(const char *insert, const InboxPage &page)
{
    auto statement = database->prepare(insert);
    if (!statement)
        return statement.error();
    std::set<TicketId> named;
    for (const InboxEntry &entry : page.entries) {
        std::optional<EventId> id;
        std::optional<TicketId> ticket;
        // What this program cannot read still belongs to the feed; it must not stop what follows.
        if (const auto event = domain::decodeEvent(entry.body)) {
            id = event->meta.id;
            ticket = event->meta.ticket;
            named.insert(*ticket);
        }
        statement->bind(page.feed).bind(entry.sequence).bind(id).bind(ticket).bind(entry.device);
        statement->bind(entry.incarnation).bind(entry.deviceSequence).bind(entry.eventHash).bind(entry.revision);
        statement->bind(toMs(entry.receivedAt)).bind(entry.verdict).bind(entry.left);
        statement->bind(sealer.seal(entry.body, place::inbox(page.feed, entry.sequence)));
        if (auto done = statement->run(); !done)
            return done.error();
    }
    return named;
}

Result<void> ClientStore::Private::noteVerdictsOf(const InboxPage &page)
{
    for (const InboxEntry &entry : page.entries) {
        if (entry.verdict.isEmpty())
            continue;
        const auto event = domain::decodeEvent(entry.body);
        if (!event)
            continue;
        auto noted = run(*database, "UPDATE journal SET problem = ? WHERE id = ? AND problem = ''", entry.verdict,
                         event->meta.id);
        if (!noted)
            return noted;
    }
    return {};
}

Result<void> ClientStore::Private::refoldAll(const std::set<TicketId> &ids, std::vector<FoldedTicket> &staged)
{
    for (const TicketId id : ids) {
        if (auto done = refold(id, staged); !done)
            return done;
    }
    return {};
}

Result<std::vector<TicketId>> ClientStore::Private::refoldAndCommit(Transaction &transaction,
                                                                    const std::set<TicketId> &ids)
{
    std::vector<FoldedTicket> staged;
    if (const auto done = refoldAll(ids, staged); !done)
        return done.error();
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    for (FoldedTicket &folded : staged)
        remember(std::move(folded));
    return std::vector<TicketId>(ids.begin(), ids.end());
}

Result<std::vector<TicketId>> ClientStore::applyPage(const InboxPage &page)
{
    Private &d = *m_d;
    auto transaction = Transaction::begin(*d.database);
    if (!transaction)
        return transaction.error();
    const auto from = cursor(page.feed);
    if (!from)
        return from.error();
    const auto to = follow(*from, page);
    if (!to)
        return to.error();
    const auto touched = d.insertPage(kInsertInbox, page);
    if (!touched)
        return touched.error();
    if (const auto noted = d.noteVerdictsOf(page); !noted)
        return noted.error();
    const auto moved = run(*d.database,
                           "INSERT INTO cursor(feed, epoch, sequence, feed_hash) VALUES(?, ?, ?, ?)"
                           " ON CONFLICT(feed) DO UPDATE SET epoch = excluded.epoch, sequence = excluded.sequence,"
                           " feed_hash = excluded.feed_hash",
                           page.feed, to->epoch, to->sequence, to->feedHash);
    if (!moved)
        return moved.error();
    return d.refoldAndCommit(*transaction, *touched);
}

} // namespace ruhu::store
