// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ruhu-bench-seal FOLDER TICKETS ROUNDS: what sealing costs, in turn with the same rows in the clear: a durable commit of one
// row, all rows in one transaction, reading all rows; and how long a store takes from its keys to its whole list. Prints
// the series in microseconds as one JSON document.

#include <ruhu/base/ids.h>
#include <ruhu/base/json.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/domain/codec.h>
#include <ruhu/presentation/papers.h>
#include <ruhu/store/client_store.h>
#include <ruhu/store/database.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QStringList>

#include <cstdio>
#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;

namespace {

constexpr int kRowBytes = 448; // a row of the list, padded
constexpr int kCommits = 40; // in each round

class PlainSealer final : public crypto::Sealer {
public:
    [[nodiscard]] QByteArray seal(const QByteArray &clear, const QByteArray &) const override { return clear; }
    [[nodiscard]] Result<QByteArray> open(const QByteArray &sealed, const QByteArray &) const override
    {
        return sealed;
    }
};

[[noreturn]] void fail(const Error &error)
{
    std::fprintf(stderr, "%s: %s\n", codeName(error.code).toUtf8().constData(), error.detail.toUtf8().constData());
    std::exit(1);
}

template<typename T>
T need(Result<T> result)
{
    if (!result)
        fail(result.error());
    return std::move(*result);
}
void need(const Result<void> &result)
{
    if (!result)
        fail(result.error());
}

/// The rows of a list in a database of their own.
class Rows {
public:
    Rows(const QString &path, const crypto::Sealer &sealer)
        : m_sealer(sealer), m_database(need(store::Database::open(path, options())))
    {
        need(m_database->exec("CREATE TABLE ticket(id INTEGER PRIMARY KEY, state INTEGER NOT NULL, cells BLOB NOT NULL)"
                              " STRICT"));
    }

    void commitOne(int id) { write(id, id + 1); }
    void writeAll(int count) { write(0, count); }
    [[nodiscard]] qint64 readAll() const
    {
        auto statement = need(m_database->prepare("SELECT id, state, cells FROM ticket ORDER BY id"));
        qint64 bytes = 0;
        while (need(statement.step()))
            bytes += need(m_sealer.open(statement.blob(2), placeOf(statement.integer(0)))).size();
        return bytes;
    }

private:
    static store::Database::Options options()
    {
        store::Database::Options options;
        options.mode = store::Database::Mode::Create;
        return options;
    }
    static QByteArray placeOf(qint64 id) { return QByteArrayLiteral("ticket/") + QByteArray::number(id); }

    void write(int first, int end)
    {
        auto transaction = need(store::Transaction::begin(*m_database));
        auto statement = need(m_database->prepare("INSERT OR REPLACE INTO ticket(id, state, cells) VALUES(?, ?, ?)"));
        const QByteArray row(kRowBytes, 'x');
        for (int id = first; id < end; ++id)
            need(statement.bind(id).bind(1).bind(m_sealer.seal(row, placeOf(id))).run());
        need(transaction.commit());
    }

    const crypto::Sealer &m_sealer;
    std::unique_ptr<store::Database> m_database;
};

std::int64_t timed(const std::function<void()> &act)
{
    QElapsedTimer timer;
    timer.start();
    act();
    return timer.nsecsElapsed() / 1000;
}

struct Series {
    Json::Array commit;
    Json::Array batch;
    Json::Array read;

    void measure(Rows &rows, int count)
    {
        for (int i = 0; i < kCommits; ++i)
            commit.emplace_back(timed([&] { rows.commitOne(i); }));
        batch.emplace_back(timed([&] { rows.writeAll(count); }));
        read.emplace_back(timed([&] { static_cast<void>(rows.readAll()); }));
    }
    [[nodiscard]] Json json() const
    {
        Json json;
        json.set(u"commitUs"_s, commit).set(u"batchUs"_s, batch).set(u"readUs"_s, read);
        return json;
    }
};

/// A feed of fresh orders, as the office would serve it.
store::InboxPage feedOf(int tickets, UuidV7Source &ids, const Clock &clock)
{
    store::InboxPage page{u"user:bench"_s, u"epoch"_s, crypto::chainStart(), {}};
    const QString code = presentation::builtInShelf().latest(domain::kServiceCode)->hash;
    for (int i = 0; i < tickets; ++i) {
        domain::TicketOpened order;
        order.kind = u"install"_s;
        order.number = u"IN-%1"_s.arg(i, 6, 10, QChar(u'0'));
        order.services = {domain::Service::Broadband};
        order.product = u"300M"_s;
        order.customerName = u"Bench"_s;
        order.customerPhone = u"13800000000"_s;
        order.division = u"Bench district"_s;
        order.address = u"Bench road 1, door 2"_s;
        order.acceptedAt = clock.now();
        order.catalogue = code;
        domain::Event event;
        event.meta.id = EventId(ids.next());
        event.meta.ticket = TicketId(ids.next());
        event.meta.group = {event.meta.id, 1, 1};
        event.meta.wall = clock.now();
        event.payload = std::move(order);
        store::InboxEntry entry;
        entry.sequence = i + 1;
        entry.body = domain::encodeEvent(event);
        entry.eventHash = crypto::blake2b(entry.body);
        entry.revision = 1;
        entry.receivedAt = clock.now();
        page.hashAfter = crypto::feedNext(page.hashAfter, entry.eventHash);
        page.entries.push_back(std::move(entry));
    }
    return page;
}

Json::Array unlockSeries(const QString &folder, int tickets, int rounds)
{
    const SystemClock clock;
    SystemRandom random;
    UuidV7Source ids(clock, random);
    const QByteArray dataKey = crypto::newDataKey();
    const QByteArray seed = crypto::SigningKey::generate().seed();
    const DeviceId device(ids.next());
    const auto open = [&] {
        return need(store::ClientStore::open(folder, {dataKey, *crypto::SigningKey::fromSeed(seed), device},
                                             presentation::builtInShelf(), clock));
    };
    need(open()->applyPage(feedOf(tickets, ids, clock)));
    Json::Array series;
    for (int round = 0; round < rounds; ++round) {
        series.emplace_back(timed([&] {
            const auto store = open();
            if (need(store->tickets()).size() != static_cast<std::size_t>(tickets))
                fail({ErrorCode::Internal, u"tickets are missing"_s, {}});
        }));
    }
    return series;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        std::fprintf(stderr, "usage: ruhu-bench-seal FOLDER TICKETS ROUNDS\n");
        return 2;
    }
    need(crypto::initialise());
    static_cast<void>(presentation::builtInShelf()); // every program has read it before anybody signs in
    const QDir folder(arguments.at(1));
    const int tickets = arguments.at(2).toInt();
    const int rounds = arguments.at(3).toInt();
    const PlainSealer plain;
    const crypto::AeadSealer sealer(crypto::newDataKey());
    Rows clearRows(folder.filePath(u"clear.db"_s), plain);
    Rows sealedRows(folder.filePath(u"sealed.db"_s), sealer);
    Series clear;
    Series sealed;
    for (int round = 0; round < rounds; ++round) {
        clear.measure(clearRows, tickets);
        sealed.measure(sealedRows, tickets);
    }
    Json json;
    json.set(u"clear"_s, clear.json()).set(u"sealed"_s, sealed.json());
    json.set(u"unlockUs"_s, unlockSeries(folder.filePath(u"store"_s), tickets, rounds));
    std::fputs(writeJson(json).append('\n').constData(), stdout);
    return 0;
}
