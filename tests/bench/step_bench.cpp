// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ruhu-bench FOLDER ROUNDS: times one recorded act against a bare durable SQLite commit of the same bytes on the same
// disk, in turn, and prints both series in microseconds as one JSON document.

#include <ruhu/base/ids.h>
#include <ruhu/base/json.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/domain/codec.h>
#include <ruhu/presentation/papers.h>
#include <ruhu/store/client_store.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QStringList>

#include <sqlite3.h>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;

namespace {

struct World {
    SystemClock clock;
    SystemRandom random;
    UuidV7Source ids{clock, random};
    UserId user{ids.next()};
    TicketId ticket{ids.next()};
    QString boot = clock.bootId();

    domain::Event event(domain::Payload payload)
    {
        domain::Event event;
        event.meta.id = EventId(ids.next());
        event.meta.ticket = ticket;
        event.meta.group = {event.meta.id, 1, 1};
        event.meta.by = user;
        event.meta.wall = clock.now();
        event.meta.bootId = boot;
        event.meta.monotonic = clock.monotonic();
        event.payload = std::move(payload);
        return event;
    }
};

/// A store with nothing of ours: one table, WAL, synchronous=FULL, one prepared insert.
class BareStore {
public:
    explicit BareStore(const QString &path)
    {
        sqlite3_open(path.toUtf8().constData(), &m_database);
        sqlite3_exec(m_database, "PRAGMA journal_mode=WAL", nullptr, nullptr, nullptr);
        sqlite3_exec(m_database, "PRAGMA synchronous=FULL", nullptr, nullptr, nullptr);
        sqlite3_exec(m_database, "CREATE TABLE entry(sequence INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT", nullptr,
                     nullptr, nullptr);
        sqlite3_prepare_v2(m_database, "INSERT INTO entry(body) VALUES(?)", -1, &m_insert, nullptr);
    }
    ~BareStore()
    {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_database);
    }
    BareStore(const BareStore &) = delete;
    BareStore &operator=(const BareStore &) = delete;

    bool commit(const QByteArray &body)
    {
        sqlite3_bind_blob(m_insert, 1, body.constData(), static_cast<int>(body.size()), SQLITE_STATIC);
        const bool done = sqlite3_step(m_insert) == SQLITE_DONE; // one statement, one durable commit
        sqlite3_reset(m_insert);
        return done;
    }

private:
    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_insert = nullptr;
};

int fail(const QString &what)
{
    std::fprintf(stderr, "%s\n", what.toUtf8().constData());
    return 1;
}

domain::TicketOpened order()
{
    domain::TicketOpened order;
    order.kind = u"install"_s;
    order.number = u"IN-BENCH-1"_s;
    order.services = {domain::Service::Broadband};
    order.downMbps = 300;
    order.upMbps = 60;
    order.product = u"300M"_s;
    order.customerName = u"Bench"_s;
    order.customerPhone = u"13800000000"_s;
    order.catalogue = presentation::builtInShelf().latest(u"service-code"_s)->hash;
    return order;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return fail(u"usage: ruhu-bench FOLDER ROUNDS"_s);
    const QDir folder(arguments.at(1));
    const int rounds = arguments.at(2).toInt();
    if (const auto ready = crypto::initialise(); !ready)
        return fail(ready.error().detail);

    World world;
    store::ClientStore::Keys keys{crypto::newDataKey(), crypto::SigningKey::generate(), DeviceId(world.ids.next())};
    auto opened = store::ClientStore::open(folder.filePath(u"store"_s), std::move(keys), presentation::builtInShelf(),
                                           world.clock);
    if (!opened)
        return fail(opened.error().detail);
    store::ClientStore &store = **opened;
    if (const auto made = store.record({world.event(order())}); !made)
        return fail(made.error().detail);
    BareStore bare(folder.filePath(u"bare.db"_s));

    Json::Array recorded;
    Json::Array baseline;
    QElapsedTimer timer;
    for (int round = 0; round < rounds; ++round) {
        const domain::Event event = world.event(domain::StepsConfirmed{{u"A01"_s, u"A14"_s}});
        const QByteArray body = domain::encodeEvent(event);
        timer.start();
        if (!bare.commit(body))
            return fail(u"bare commit failed"_s);
        baseline.emplace_back(static_cast<std::int64_t>(timer.nsecsElapsed() / 1000));
        timer.start();
        if (const auto done = store.record({event}); !done)
            return fail(done.error().detail);
        recorded.emplace_back(static_cast<std::int64_t>(timer.nsecsElapsed() / 1000));
    }
    Json out;
    out.set(u"recordedUs"_s, std::move(recorded)).set(u"bareUs"_s, std::move(baseline));
    std::printf("%s\n", writeJson(out).constData());
    return 0;
}
