// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client_store_private.h"

#include <ruhu/domain/codec.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

// Folds of that many tickets stay in memory; one is about 10 kB.
constexpr std::size_t kCachedTickets = 256;

/// Builds a history row by row: the server's events first, then own ones.
class HistoryReader {
public:
    HistoryReader(const crypto::Sealer &sealer, DeviceId device) : m_sealer(sealer), m_device(device) {}

    [[nodiscard]] Result<void> addInbox(const Statement &row);
    [[nodiscard]] Result<void> addOwn(const Statement &row);
    [[nodiscard]] LoadedHistory finish();

private:
    [[nodiscard]] Result<QByteArray> open(const QByteArray &sealed, const QByteArray &place) const;

    struct Last {
        qint64 sequence = 0;
        bool departed = false;
    };
    const crypto::Sealer &m_sealer;
    DeviceId m_device;
    std::set<EventId> m_seen;
    std::map<QString, Last> m_feeds;
    LoadedHistory m_history;
};

Result<QByteArray> HistoryReader::open(const QByteArray &sealed, const QByteArray &place) const
{
    auto body = m_sealer.open(sealed, place);
    if (!body)
        return Error{body.error().code, body.error().detail, QString::fromUtf8(place)};
    return body;
}

constexpr char kSelectInbox[] = "SELECT feed, sequence, event, device, device_sequence, revision, received_ms, verdict,"
                                " departed, body FROM inbox WHERE ticket = ? ORDER BY revision, feed, sequence";

Result<void> HistoryReader::addInbox(const Statement &row)
{
    const QString feed = row.text(0);
    const qint64 sequence = row.integer(1);
    Last &last = m_feeds[feed];
    if (sequence > last.sequence)
        last = {sequence, row.integer(8) != 0};
    // The same event may come by two feeds, or again after a ticket came back.
    if (!m_seen.insert(EventId(row.uuid(2))).second)
        return {};
    // Quarantined: kept and shown to a supervisor, not counted as having happened.
    if (!row.text(7).isEmpty())
        return {};
    const auto body = open(row.blob(9), place::inbox(feed, sequence));
    if (!body)
        return body.error();
    auto event = domain::decodeEvent(*body);
    // Readable once and not by this program: kept like any other unreadable body, and no reason to stop the feed.
    if (!event)
        return {};
    m_history.entries.push_back(
        {std::move(*event), DeviceId(row.uuid(3)), row.integer(4), row.integer(5), wallTimeFromMs(row.integer(6))});
    return {};
}

constexpr char kSelectOwn[] = "SELECT incarnation, sequence, id, state, problem, body FROM journal"
                              " WHERE ticket = ? ORDER BY incarnation, sequence";

Result<void> HistoryReader::addOwn(const Statement &row)
{
    const auto state = static_cast<EntryState>(row.integer(3));
    const bool refused = state == EntryState::Parked || !row.text(4).isEmpty();
    if (state == EntryState::Pending)
        ++m_history.pending;
    if (refused)
        ++m_history.refused;
    if (refused || m_seen.count(EventId(row.uuid(2))) > 0)
        return {};
    const qint64 sequence = row.integer(1);
    const QByteArray place = place::journal(row.integer(0), sequence);
    const auto body = open(row.blob(5), place);
    if (!body)
        return body.error();
    auto event = domain::decodeEvent(*body);
    if (!event)
        return Error{ErrorCode::Damaged, event.error().detail, QString::fromUtf8(place)};
    m_history.entries.push_back({std::move(*event), m_device, sequence, std::nullopt, std::nullopt});
    return {};
}

LoadedHistory HistoryReader::finish()
{
    m_history.gone = !m_feeds.empty();
    for (const auto &[feed, last] : m_feeds)
        m_history.gone = m_history.gone && last.departed;
    return std::move(m_history);
}

} // namespace

Result<LoadedHistory> ClientStore::Private::loadHistory(TicketId id)
{
    HistoryReader reader(sealer, device);
    const auto fromServer =
        forEach(query(*database, kSelectInbox, id), [&](const Statement &row) { return reader.addInbox(row); });
    if (!fromServer)
        return fromServer.error();
    const auto own =
        forEach(query(*database, kSelectOwn, id), [&](const Statement &row) { return reader.addOwn(row); });
    if (!own)
        return own.error();
    return reader.finish();
}

Result<FoldedTicket> ClientStore::Private::load(TicketId id)
{
    const auto history = loadHistory(id);
    if (!history)
        return history.error();
    if (history->entries.empty())
        return Error{ErrorCode::NotFound, u"no such ticket"_s, id.toString()};
    return FoldedTicket{domain::fold(id, history->entries), history->pending, history->refused, history->gone};
}

Result<const FoldedTicket *> ClientStore::Private::folded(TicketId id)
{
    const auto cached = cache.find(id);
    if (cached != cache.end())
        return &cached->second;
    auto loaded = load(id);
    if (!loaded)
        return loaded.error();
    remember(std::move(*loaded));
    return &cache.at(id);
}

void ClientStore::Private::remember(FoldedTicket &&ticket)
{
    if (cache.size() >= kCachedTickets)
        cache.clear();
    const TicketId id = ticket.ticket.id;
    cache.insert_or_assign(id, std::move(ticket));
}

Result<domain::Ticket> ClientStore::ticket(TicketId id)
{
    const auto folded = m_d->folded(id);
    if (!folded)
        return folded.error();
    return (*folded)->ticket;
}

Result<std::vector<domain::HistoryEntry>> ClientStore::history(TicketId id)
{
    auto loaded = m_d->loadHistory(id);
    if (!loaded)
        return loaded.error();
    return std::move(loaded->entries);
}

Result<std::vector<JournalEntry>> ClientStore::ownEntries(TicketId id)
{
    return m_d->journalEntries(query(*m_d->database,
                                     "SELECT incarnation, sequence, id, ticket, body, hash, state, problem FROM journal"
                                     " WHERE ticket = ? ORDER BY incarnation, sequence",
                                     id));
}

} // namespace ruhu::store
