// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client_store_private.h"

#include <ruhu/base/logging.h>
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

    void addInbox(const Statement &row);
    void addOwn(const Statement &row);
    [[nodiscard]] LoadedHistory finish();

private:
    /// Nothing when the bytes do not open or do not decode: one bad row must not take its ticket, and with it the whole
    /// feed, out of use. verify() names it.
    [[nodiscard]] std::optional<domain::Event> read(const QByteArray &sealed, const QByteArray &place) const;

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

std::optional<domain::Event> HistoryReader::read(const QByteArray &sealed, const QByteArray &place) const
{
    const auto body = m_sealer.open(sealed, place);
    if (!body) {
        qCWarning(lcStore) << "left out, does not open:" << place;
        return std::nullopt;
    }
    auto event = domain::decodeEvent(*body);
    return event ? std::optional(std::move(*event)) : std::nullopt;
}

constexpr char kSelectInbox[] = "SELECT feed, sequence, event, device, device_sequence, revision, received_ms, verdict,"
                                " departed, body FROM inbox WHERE ticket = ? ORDER BY revision, feed, sequence";

void HistoryReader::addInbox(const Statement &row)
{
    const QString feed = row.text(0);
    const qint64 sequence = row.integer(1);
    Last &last = m_feeds[feed];
    if (sequence > last.sequence)
        last = {sequence, row.integer(8) != 0};
    // The same event may come by two feeds, or again after a ticket came back.
    if (!m_seen.insert(EventId(row.uuid(2))).second)
        return;
    // Quarantined: kept and shown to a supervisor, not counted as having happened.
    if (!row.text(7).isEmpty())
        return;
    if (auto event = read(row.blob(9), place::inbox(feed, sequence))) {
        m_history.entries.push_back(
            {std::move(*event), DeviceId(row.uuid(3)), row.integer(4), row.integer(5), wallTimeFromMs(row.integer(6))});
    }
}

constexpr char kSelectOwn[] = "SELECT incarnation, sequence, id, state, problem, body FROM journal"
                              " WHERE ticket = ? ORDER BY incarnation, sequence";

void HistoryReader::addOwn(const Statement &row)
{
    const auto state = static_cast<EntryState>(row.integer(3));
    const QString problem = row.text(4);
    const bool refused = state == EntryState::Parked || !problem.isEmpty();
    if (state == EntryState::Pending)
        ++m_history.own.pending;
    if (refused) {
        ++m_history.own.refused;
        m_history.own.refusedCode = problem; // rows come oldest first
    }
    if (refused || m_seen.count(EventId(row.uuid(2))) > 0)
        return;
    const qint64 sequence = row.integer(1);
    if (auto event = read(row.blob(5), place::journal(row.integer(0), sequence)))
        m_history.entries.push_back({std::move(*event), m_device, sequence, std::nullopt, std::nullopt});
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
    const auto fromServer = forEach(query(*database, kSelectInbox, id), [&](const Statement &row) -> Result<void> {
        reader.addInbox(row);
        return {};
    });
    if (!fromServer)
        return fromServer.error();
    const auto own = forEach(query(*database, kSelectOwn, id), [&](const Statement &row) -> Result<void> {
        reader.addOwn(row);
        return {};
    });
    if (!own)
        return own.error();
    return reader.finish();
}

std::optional<FoldedTicket> foldLoaded(TicketId id, const LoadedHistory &history)
{
    // Refused work stays in sight even where nothing else is known of its ticket.
    if (history.entries.empty() && history.own.refused == 0)
        return std::nullopt;
    return FoldedTicket{domain::fold(id, history.entries), history.own, history.gone};
}

Result<FoldedTicket> ClientStore::Private::load(TicketId id)
{
    const auto history = loadHistory(id);
    if (!history)
        return history.error();
    auto folded = foldLoaded(id, *history);
    if (!folded)
        return Error{ErrorCode::NotFound, u"no such ticket"_s, id.toString()};
    return std::move(*folded);
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
