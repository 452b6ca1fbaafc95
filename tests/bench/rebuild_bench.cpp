// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ruhu-bench-rebuild FOLDER TICKETS EVENTS ROUNDS: fills a laptop's store with finished visits, times what builds its
// ticket list anew from the stored events against a bare reading of the same bytes from the same file, and times the
// fold of one long ticket against the decoding of its events. Prints every series in microseconds as one JSON document.

#include "visits.h"

#include <ruhu/base/ids.h>
#include <ruhu/base/json.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/domain/codec.h>
#include <ruhu/presentation/papers.h>
#include <ruhu/store/client_store.h>

#include <ruhu_test/ticket_walk.h>

#include <QCoreApplication>
#include <QDir>
#include <QStringList>

#include <sqlite3.h>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::bench;

namespace {

constexpr std::size_t kLongTicket = 200;
constexpr std::size_t kPageTickets = 20;
constexpr int kFolds = 200;

/// Measured again and again, photographed and noted: what a long day leaves on one ticket.
std::vector<domain::HistoryEntry> longVisit()
{
    test::TicketBench bench;
    bench.walkTo(domain::State::Tested);
    while (bench.history().size() < kLongTicket - 30) {
        const auto value = static_cast<std::int64_t>(-1900 - static_cast<int>(bench.history().size()));
        bench.inject(domain::ReadingRecorded{u"opt_rx"_s, value, {}, domain::Verdict::Pass, {}}, bench.technician(),
                     domain::kTechnician);
        bench.inject(bench.photo(u"K02"_s), bench.technician(), domain::kTechnician);
        bench.inject(domain::NoteAdded{u"one line of a note"_s, {}}, bench.technician(), domain::kTechnician);
    }
    bench.walkTo(domain::State::SignedOff);
    while (bench.history().size() < kLongTicket)
        bench.inject(domain::NoteAdded{u"one line of a note"_s, {}}, bench.technician(), domain::kTechnician);
    return {bench.history().begin(), bench.history().begin() + static_cast<std::ptrdiff_t>(kLongTicket)};
}

/// One feed of the server, page by page.
class Feed {
public:
    explicit Feed(std::vector<domain::HistoryEntry> visit)
        : m_ids(m_clock, m_random), m_device(m_ids.next()), m_visit(std::move(visit)), m_hash(crypto::chainStart())
    {}

    [[nodiscard]] store::InboxPage page(std::size_t tickets)
    {
        store::InboxPage page;
        page.feed = u"user:bench"_s;
        page.epoch = u"1"_s;
        for (std::size_t i = 0; i < tickets; ++i)
            addTicket(page);
        page.hashAfter = m_hash;
        return page;
    }

private:
    void addTicket(store::InboxPage &page)
    {
        const TicketId ticket(m_ids.next());
        qint64 revision = 0;
        for (const domain::HistoryEntry &entry : m_visit) {
            domain::Event event = entry.event;
            event.meta.id = EventId(m_ids.next());
            event.meta.ticket = ticket;
            event.meta.group = {event.meta.id, 1, 1};
            store::InboxEntry arrived;
            arrived.sequence = ++m_sequence;
            arrived.device = m_device;
            arrived.deviceSequence = m_sequence;
            arrived.revision = ++revision;
            arrived.receivedAt = event.meta.wall;
            arrived.body = domain::encodeEvent(event);
            arrived.eventHash = crypto::blake2b(arrived.body);
            m_hash = crypto::feedNext(m_hash, arrived.eventHash);
            page.entries.push_back(std::move(arrived));
        }
    }

    SystemClock m_clock;
    SystemRandom m_random;
    UuidV7Source m_ids;
    DeviceId m_device;
    std::vector<domain::HistoryEntry> m_visit;
    QByteArray m_hash;
    qint64 m_sequence = 0;
};

/// Every body once, and nothing else.
qint64 readBare(const QString &path)
{
    sqlite3 *database = nullptr;
    sqlite3_stmt *select = nullptr;
    qint64 sum = 0;
    if (sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK
        && sqlite3_prepare_v2(database, "SELECT body FROM inbox", -1, &select, nullptr) == SQLITE_OK) {
        while (sqlite3_step(select) == SQLITE_ROW) {
            const QByteArray body(static_cast<const char *>(sqlite3_column_blob(select, 0)),
                                  sqlite3_column_bytes(select, 0));
            sum += body.size();
        }
    }
    sqlite3_finalize(select);
    sqlite3_close(database);
    return sum;
}

/// The series of one long ticket's fold.
Json foldFigures()
{
    const std::vector<domain::HistoryEntry> history = longVisit();
    std::vector<QByteArray> bodies;
    for (const domain::HistoryEntry &entry : history)
        bodies.push_back(domain::encodeEvent(entry.event));
    const TicketId id = history.front().event.meta.ticket;
    Json out;
    out.set(u"foldUs"_s, timed(kFolds, [&] { return domain::fold(id, history).state == domain::State::SignedOff; }));
    out.set(u"decodeUs"_s, timed(kFolds, [&] {
                bool good = true;
                for (const QByteArray &body : bodies)
                    good = domain::decodeEvent(body) && good;
                return good;
            }));
    return out;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return fail(u"usage: ruhu-bench-rebuild FOLDER TICKETS EVENTS ROUNDS"_s);
    const QString folder = arguments.at(1) + u"/store"_s;
    const auto tickets = static_cast<std::size_t>(arguments.at(2).toInt());
    const int rounds = arguments.at(4).toInt();
    if (const auto ready = crypto::initialise(); !ready)
        return fail(ready.error().detail);

    SystemClock clock;
    SystemRandom random;
    UuidV7Source ids(clock, random);
    store::ClientStore::Keys keys{crypto::newDataKey(), crypto::SigningKey::generate(), DeviceId(ids.next())};
    auto opened = store::ClientStore::open(folder, std::move(keys), presentation::builtInShelf(), clock);
    if (!opened)
        return fail(opened.error().detail);
    store::ClientStore &store = **opened;
    Feed feed(visit(static_cast<std::size_t>(arguments.at(3).toInt())));
    for (std::size_t left = tickets; left > 0; left -= std::min(left, kPageTickets)) {
        if (const auto applied = store.applyPage(feed.page(std::min(left, kPageTickets))); !applied)
            return fail(applied.error().detail);
    }

    Json out = foldFigures();
    qint64 bytes = 0;
    out.set(u"rebuildUs"_s, timed(rounds, [&] { return store.rebuild().has_value(); }));
    out.set(u"readUs"_s, timed(rounds, [&] { return (bytes = readBare(folder + u"/local.db"_s)) > 0; }));
    out.set(u"bytes"_s, std::int64_t{bytes});
    const auto rows = store.tickets();
    if (!rows || rows->size() != tickets)
        return fail(u"the rebuilt list has another length"_s);
    std::printf("%s\n", writeJson(out).constData());
    return 0;
}
