// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client_store_private.h"

#include <ruhu/base/limits.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/domain/codec.h>

#include <set>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

QString entryName(qint64 incarnation, qint64 sequence)
{
    return u"journal %1/%2"_s.arg(incarnation).arg(sequence);
}

Result<qint64> countOf(Result<Statement> statement)
{
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    return statement->integer(0);
}

/// All but the body.
JournalEntry clearColumns(const Statement &row)
{
    JournalEntry entry;
    entry.incarnation = row.integer(0);
    entry.sequence = row.integer(1);
    entry.id = EventId(row.uuid(2));
    entry.ticket = TicketId(row.uuid(3));
    entry.hash = row.blob(5);
    entry.state = static_cast<EntryState>(row.integer(6));
    entry.problem = row.text(7);
    return entry;
}

/// One act: same ticket, numbered 1…n, named by its first event.
Result<void> checkGroup(const std::vector<domain::Event> &group)
{
    const auto bad = [](const QString &why) { return Error{ErrorCode::InvalidInput, why, {}}; };
    if (group.empty())
        return bad(u"an act without events"_s);
    const auto count = static_cast<qint64>(group.size());
    const domain::EventMeta &first = group.front().meta;
    qint64 index = 0;
    for (const domain::Event &event : group) {
        const domain::EventMeta &meta = event.meta;
        if (meta.id.isNull() || meta.ticket.isNull() || meta.ticket != first.ticket)
            return bad(u"events of one act belong to one ticket"_s);
        if (meta.group.first != first.id || meta.group.index != ++index || meta.group.count != count)
            return bad(u"events of one act are numbered through"_s);
    }
    return {};
}

} // namespace

Result<void> ClientStore::Private::readHead()
{
    head.sequence = 0;
    head.hash = crypto::chainStart();
    return forEach(query(*database,
                         "SELECT sequence, hash FROM journal WHERE incarnation = ? ORDER BY sequence DESC LIMIT 1",
                         head.incarnation),
                   [this](const Statement &row) -> Result<void> {
                       head.sequence = row.integer(0);
                       head.hash = row.blob(1);
                       return {};
                   });
}

Result<void> ClientStore::Private::sign(qint64 incarnation, qint64 first, qint64 last, const QByteArray &hash)
{
    const QByteArray message = crypto::runMessage(device.toBytes(), incarnation, first, last, hash);
    return run(*database, "INSERT OR REPLACE INTO journal_sig(incarnation, last, first, signature) VALUES(?, ?, ?, ?)",
               incarnation, last, first, signing.sign(message));
}

Result<void> ClientStore::Private::append(JournalHead &at, const std::vector<NewEntry> &entries)
{
    auto statement =
        database->prepare("INSERT INTO journal(incarnation, sequence, id, ticket, group_left, hash, state, body)"
                          " VALUES(?, ?, ?, ?, ?, ?, 0, ?)");
    if (!statement)
        return statement.error();
    qint64 first = at.sequence + 1;
    for (const NewEntry &entry : entries) {
        ++at.sequence;
        at.hash = crypto::chainNext(at.hash, entry.body);
        statement->bind(at.incarnation).bind(at.sequence).bind(entry.id).bind(entry.ticket).bind(entry.groupLeft);
        statement->bind(at.hash).bind(sealer.seal(entry.body, place::journal(at.incarnation, at.sequence)));
        if (auto done = statement->run(); !done)
            return done;
        if (entry.groupLeft > 0)
            continue;
        if (auto signature = sign(at.incarnation, first, at.sequence, at.hash); !signature)
            return signature;
        first = at.sequence + 1;
    }
    return {};
}

Result<JournalEntry> ClientStore::Private::journalEntry(const Statement &row) const
{
    JournalEntry entry = clearColumns(row);
    auto body = sealer.open(row.blob(4), place::journal(entry.incarnation, entry.sequence));
    if (!body)
        return Error{body.error().code, body.error().detail, entryName(entry.incarnation, entry.sequence)};
    entry.body = std::move(*body);
    return entry;
}

Result<std::vector<JournalEntry>> ClientStore::Private::journalEntries(Result<Statement> statement) const
{
    std::vector<JournalEntry> entries;
    const auto read = forEach(std::move(statement), [&](const Statement &row) -> Result<void> {
        auto entry = journalEntry(row);
        if (entry) {
            entries.push_back(std::move(*entry));
            return {};
        }
        entries.push_back(clearColumns(row));
        if (entries.back().problem.isEmpty())
            entries.back().problem = kDamagedEntry;
        return {};
    });
    if (!read)
        return read.error();
    return entries;
}

/// What the wire does not carry is not begun: it could never leave this laptop.
Result<std::vector<ClientStore::Private::NewEntry>> ClientStore::Private::encodeGroup(
    const std::vector<domain::Event> &group)
{
    const auto tooLarge = [](const QString &what) { return Error{ErrorCode::TooLarge, what, u"act"_s}; };
    if (group.size() > std::size_t{kMaxActEvents})
        return tooLarge(u"an act of more events than a push carries"_s);
    std::vector<NewEntry> entries;
    entries.reserve(group.size());
    qsizetype bytes = 0;
    for (const domain::Event &event : group) {
        const domain::EventMeta &meta = event.meta;
        entries.push_back({meta.id, meta.ticket, meta.group.count - meta.group.index, domain::encodeEvent(event)});
        bytes += entries.back().body.size();
        if (entries.back().body.size() > kMaxEventBytes || bytes > kMaxActBytes)
            return tooLarge(u"an act larger than a push carries"_s);
    }
    return entries;
}

Result<void> ClientStore::record(const std::vector<domain::Event> &group)
{
    if (auto good = checkGroup(group); !good)
        return good;
    const auto entries = Private::encodeGroup(group);
    if (!entries)
        return entries.error();
    const JournalHead before = m_d->head;
    auto recorded = m_d->recordOnce(group, *entries);
    if (!recorded && recorded.error().code == ErrorCode::DiskFull && m_d->dropBallast())
        recorded = m_d->recordOnce(group, *entries);
    if (recorded)
        m_d->log.append({before.incarnation, before.sequence + 1, *entries});
    return recorded;
}

Result<void> ClientStore::Private::recordOnce(const std::vector<domain::Event> &group,
                                              const std::vector<NewEntry> &entries)
{
    const TicketId id = group.front().meta.ticket;
    auto transaction = Transaction::begin(*database);
    if (!transaction)
        return transaction.error();
    const auto before = this->folded(id);
    if (!before && before.error().code != ErrorCode::NotFound)
        return before.error();
    FoldedTicket changed;
    changed.ticket.id = id;
    if (before)
        changed = std::move(cache.extract(id).mapped());
    JournalHead next = head;
    if (auto appended = append(next, entries); !appended)
        return appended;
    qint64 sequence = head.sequence;
    for (const domain::Event &event : group)
        domain::apply(changed.ticket, {event, device, ++sequence, std::nullopt, std::nullopt});
    changed.own.pending += static_cast<qint64>(group.size());
    if (auto written = writeRow(changed); !written)
        return written;
    if (auto committed = transaction->commit(); !committed)
        return committed;
    head = next;
    remember(std::move(changed));
    return {};
}

Result<JournalHead> ClientStore::head()
{
    return m_d->head;
}

Result<std::vector<JournalEntry>> ClientStore::unsent(int maxEvents, qsizetype maxBytes)
{
    auto statement = m_d->database->prepare(
        "SELECT incarnation, sequence, id, ticket, body, hash, state, problem, group_left FROM journal"
        " WHERE state = 0 ORDER BY incarnation, sequence");
    if (!statement)
        return statement.error();
    std::vector<JournalEntry> whole;
    std::vector<JournalEntry> group;
    qsizetype bytes = 0;
    for (;;) {
        const auto more = statement->step();
        if (!more)
            return more.error();
        if (!*more)
            return whole;
        auto entry = m_d->journalEntry(*statement);
        if (!entry)
            return whole.empty() ? Result<std::vector<JournalEntry>>(entry.error()) : whole;
        bytes += entry->body.size();
        group.push_back(std::move(*entry));
        const bool tooMuch =
            whole.size() + group.size() > static_cast<std::size_t>(std::max(maxEvents, 0)) || bytes > maxBytes;
        if (tooMuch && !whole.empty())
            return whole;
        if (statement->integer(8) > 0)
            continue;
        whole.insert(whole.end(), std::make_move_iterator(group.begin()), std::make_move_iterator(group.end()));
        group.clear();
    }
}

Result<std::vector<JournalEntry>> ClientStore::entriesFrom(qint64 incarnation, qint64 firstSequence, int maxEvents)
{
    return m_d->journalEntries(query(*m_d->database,
                                     "SELECT incarnation, sequence, id, ticket, body, hash, state, problem FROM journal"
                                     " WHERE incarnation = ? AND sequence >= ? ORDER BY sequence LIMIT ?",
                                     incarnation, firstSequence, maxEvents));
}

Result<QByteArray> ClientStore::hashAt(qint64 incarnation, qint64 sequence)
{
    if (sequence == 0)
        return crypto::chainStart();
    auto statement =
        query(*m_d->database, "SELECT hash FROM journal WHERE incarnation = ? AND sequence = ?", incarnation, sequence);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    if (!*row)
        return Error{ErrorCode::NotFound, u"no such entry"_s, entryName(incarnation, sequence)};
    return statement->blob(0);
}

Result<qint64> ClientStore::pendingCount()
{
    return countOf(m_d->database->prepare("SELECT count(*) FROM journal WHERE state = 0"));
}

Result<qint64> ClientStore::refusedCount()
{
    return countOf(
        m_d->database->prepare("SELECT count(*) FROM journal WHERE problem <> ''")); // a parked one has its code
}

} // namespace ruhu::store
