// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ruhu-bench-findings FOLDER TICKETS EVENTS ROUNDS: fills a server with finished visits, and times what looks at all of
// them, the findings and the report, against a bare reading of the same bytes. Microseconds, one JSON document.

#include "visits.h"

#include <ruhu/base/ids.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/domain/codec.h>
#include <ruhu/presentation/papers.h>
#include <ruhu/service/office.h>

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

#include <sqlite3.h>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::bench;

namespace {

constexpr std::uint64_t kTechnicians = 20;

QByteArray document(const QString &name)
{
    QFile file(u":/ruhu/office/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void bindBlob(sqlite3_stmt *statement, int place, const QByteArray &bytes)
{
    sqlite3_bind_blob(statement, place, bytes.constData(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
}

/// Straight into the table: what a push checks is not what is timed here.
class Filler {
public:
    explicit Filler(const QString &path) : m_ids(m_clock, m_random), m_device(m_ids.next())
    {
        sqlite3_open(path.toUtf8().constData(), &m_database);
        sqlite3_exec(m_database, "BEGIN", nullptr, nullptr, nullptr);
        sqlite3_prepare_v2(
            m_database,
            "INSERT INTO event(device_id,incarnation,sequence,id,ticket_id,revision,body,event_hash,hash,"
            "signature,run_first,received_ms,verdict) VALUES(?,1,?,?,?,?,?,x'',x'',x'',0,?,'')",
            -1, &m_insert, nullptr);
    }
    ~Filler()
    {
        sqlite3_finalize(m_insert);
        sqlite3_exec(m_database, "COMMIT", nullptr, nullptr, nullptr);
        sqlite3_close(m_database);
    }
    Filler(const Filler &) = delete;
    Filler &operator=(const Filler &) = delete;

    /// False when the table does not take it.
    bool add(const std::vector<domain::HistoryEntry> &visit)
    {
        const TicketId ticket(m_ids.next());
        std::int64_t revision = 0;
        bool good = m_insert != nullptr;
        for (const domain::HistoryEntry &entry : visit) {
            domain::Event event = entry.event;
            event.meta.id = EventId(m_ids.next());
            event.meta.ticket = ticket;
            event.meta.group = {event.meta.id, 1, 1};
            tellApart(event.payload, ticket);
            bindBlob(m_insert, 1, m_device.toBytes());
            sqlite3_bind_int64(m_insert, 2, ++m_sequence);
            bindBlob(m_insert, 3, event.meta.id.toBytes());
            bindBlob(m_insert, 4, ticket.toBytes());
            sqlite3_bind_int64(m_insert, 5, ++revision);
            bindBlob(m_insert, 6, domain::encodeEvent(event));
            sqlite3_bind_int64(m_insert, 7, toMs(event.meta.wall));
            good = sqlite3_step(m_insert) == SQLITE_DONE && good;
            sqlite3_reset(m_insert);
        }
        return good;
    }

private:
    /// Other customers, other readings, other hands.
    void tellApart(domain::Payload &payload, TicketId ticket)
    {
        if (auto *order = std::get_if<domain::TicketOpened>(&payload)) {
            order->number = ticket.toString();
            order->accountId = order->number;
            order->customerPhone = QString::number(13'800'000'000 + m_sequence);
        } else if (auto *reading = std::get_if<domain::ReadingRecorded>(&payload)) {
            reading->value -= static_cast<std::int64_t>(m_random.below(400));
        } else if (auto *signature = std::get_if<domain::SignatureGiven>(&payload)) {
            signature->strokes = m_random.bytes(32);
        }
    }

    SystemClock m_clock;
    SystemRandom m_random;
    UuidV7Source m_ids;
    DeviceId m_device;
    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    std::int64_t m_sequence = 0;
};

qint64 readBare(const QString &path)
{
    sqlite3 *database = nullptr;
    sqlite3_stmt *select = nullptr;
    qint64 sum = 0;
    if (sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK
        && sqlite3_prepare_v2(database, "SELECT body FROM event", -1, &select, nullptr) == SQLITE_OK) {
        while (sqlite3_step(select) == SQLITE_ROW)
            sum +=
                QByteArray(static_cast<const char *>(sqlite3_column_blob(select, 0)), sqlite3_column_bytes(select, 0))
                    .size();
    }
    sqlite3_finalize(select);
    sqlite3_close(database);
    return sum;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return fail(u"usage: ruhu-bench-findings FOLDER TICKETS EVENTS ROUNDS"_s);
    const QString folder = arguments.at(1) + u"/server"_s;
    const QString path = folder + u"/server.db"_s;
    const int rounds = arguments.at(4).toInt();
    SystemClock clock;
    SystemRandom random;
    if (const auto ready = crypto::initialise(); !ready)
        return fail(ready.error().detail);
    if (const auto made = service::Office::initialise(folder, clock, random); !made)
        return fail(made.error().detail);
    {
        std::vector<std::vector<domain::HistoryEntry>> visits;
        for (std::uint64_t seed = 1; seed <= kTechnicians; ++seed)
            visits.push_back(visit(static_cast<std::size_t>(arguments.at(3).toInt()), seed));
        Filler filler(path);
        for (int i = 0; i < arguments.at(2).toInt(); ++i) {
            if (!filler.add(visits[static_cast<std::size_t>(i) % visits.size()]))
                return fail(u"the server's table does not take an event"_s);
        }
    }
    const auto opened = service::Office::open(folder, presentation::builtInShelf(), clock, random);
    const auto rules = domain::readCrossRules(document(u"cross-findings.json"_s));
    const auto figures = domain::readFigures(document(u"figures.json"_s));
    if (!opened || !rules || !figures)
        return fail(u"the server or a document does not open"_s);
    service::Office &office = **opened;
    const domain::Period all{wallTimeFromMs(0), clock.now() + std::chrono::hours(24 * 366)};
    Json out;
    out.set(u"readUs"_s, timed(rounds, [&] { return readBare(path) > 0; }));
    out.set(u"findingsUs"_s, timed(rounds, [&] { return office.findings(*rules).has_value(); }));
    out.set(u"reportUs"_s, timed(rounds, [&] { return office.report(*figures, *rules, all).has_value(); }));
    std::printf("%s\n", writeJson(out).constData());
    return 0;
}
