// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every damage a database can meet, done to a store full of work: whatever the damage, each act that was acknowledged and
// not sent is there afterwards, and the damaged files are still there as well.

#include "fault_vfs.h"
#include "store_fixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <functional>
#include <set>

using namespace ruhu;
using namespace ruhu::store;
using namespace ruhu::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kPage = 4096;

/// A day's work: tickets of the office, acts of which the first are at the server, photos.
class FullStore {
public:
    FullStore()
    {
        FeedMaker feed(kFeed);
        for (int i = 0; i < 40; ++i) {
            m_tickets.push_back(m_make.newTicket());
            feed.add(m_make.order(m_tickets.back(), u"IN-%1"_s.arg(i)).front());
        }
        must(box->applyPage(feed.page()));
        for (int i = 0; i < 30; ++i)
            note(u"sent %1"_s.arg(i));
        must(box->markStored(must(box->head()), {}));
        photo = must(box->putBlob("\xff\xd8\xff a picture", u"image/jpeg"_s));
        for (int i = 0; i < 60; ++i)
            note(u"unsent %1"_s.arg(i));
        domain::PhotoAttached attached;
        attached.step = u"K02"_s;
        attached.sha256 = photo;
        attached.mime = u"image/jpeg"_s;
        attached.sizeBytes = 13;
        must(box->record(m_make.act(m_tickets.front(), {attached, domain::NoteAdded{u"two in one act"_s, {}}})));
        must(box->setSetting(u"session.account"_s, "a token"));
        unsent = unsentIds();
        REQUIRE(unsent.size() == 62);
    }

    void note(const QString &text)
    {
        const TicketId ticket = m_tickets[m_notes++ % m_tickets.size()];
        must(box->record(m_make.note(ticket, text)));
    }

    [[nodiscard]] std::set<EventId> unsentIds()
    {
        std::set<EventId> ids;
        for (const JournalEntry &entry : must(box->unsent(10'000, 100'000'000)))
            ids.insert(entry.id);
        return ids;
    }

    /// Everything that was acknowledged and is not at the server is there, in whole acts and a chain that holds.
    void checkNothingIsLost()
    {
        std::set<EventId> now = unsentIds();
        std::vector<EventId> lost;
        std::set_difference(unsent.begin(), unsent.end(), now.begin(), now.end(), std::back_inserter(lost));
        CHECK(lost.size() == 0);
        const CheckReport report = must(box->verify());
        CAPTURE(report.reason.toStdString());
        CHECK(report.firstBad == QString());
        bool named = false;
        for (const BlobRow &row : must(box->unverifiedBlobs()))
            named = named || row.sha256 == photo;
        CHECK(named); // it will be sent
        CHECK(must(box->blob(photo)).startsWith("\xff\xd8\xff"));
        // And work goes on.
        note(u"after"_s);
        CHECK(unsentIds().size() == now.size() + 1);
    }

    [[nodiscard]] RecoveryReport recover() { return must(recoverWith({})); }
    [[nodiscard]] Result<RecoveryReport> recoverWith(const QString &backup)
    {
        return ClientStore::recover(box.directory(), storeKeys(), box.shelf, box.clock, backup);
    }

    StoreBox box;
    std::set<EventId> unsent;
    QByteArray photo;

private:
    EventMaker m_make;
    std::vector<TicketId> m_tickets;
    std::size_t m_notes = 0;
};

/// Bytes that look like nothing, the same in every run.
QByteArray noise(qint64 size, std::uint64_t seed)
{
    SeededRandom random(seed);
    return random.bytes(static_cast<int>(size));
}

struct Damage {
    const char *name;
    std::function<void(const QString &database)> done;
};

void cut(const QString &path)
{
    REQUIRE(QFile::resize(path, QFileInfo(path).size() / 2 / kPage * kPage));
}

std::vector<Damage> damages()
{
    return {
        {"zeroed header", [](const QString &db) { test::overwrite(db, 0, QByteArray(100, '\0')); }},
        {"first page destroyed", [](const QString &db) { test::overwrite(db, 0, noise(kPage, 1)); }},
        {"two random pages",
         [](const QString &db) {
             const qint64 pages = QFileInfo(db).size() / kPage;
             test::overwrite(db, (pages / 3) * kPage, noise(kPage, 2));
             test::overwrite(db, (pages / 2) * kPage, noise(kPage, 3));
         }},
        {"every second page",
         [](const QString &db) {
             for (qint64 page = 1; page < QFileInfo(db).size() / kPage; page += 2)
                 test::overwrite(db, page * kPage, noise(kPage, static_cast<std::uint64_t>(page)));
         }},
        {"truncated to half", cut},
        {"emptied", [](const QString &db) { REQUIRE(QFile::resize(db, 0)); }},
        {"gone", [](const QString &db) { REQUIRE(QFile::remove(db)); }},
        {"another file in its place",
         [](const QString &db) { test::overwrite(db, 0, "%PDF-1.7 this is no database"); }},
    };
}

} // namespace

TEST_CASE("whatever happens to the database, no acknowledged unsent act is lost", "[store][recovery]")
{
    for (const Damage &damage : damages()) {
        DYNAMIC_SECTION(damage.name)
        {
            FullStore day;
            day.box.close();
            damage.done(day.box.databasePath());
            auto opened = day.box.tryOpen();
            if (!opened) {
                CHECK(opened.error().code == ErrorCode::Damaged);
                const RecoveryReport report = day.recover();
                // Where their state cannot be read, those that were sent go out once more; the server skips them.
                const qint64 count = report.fromDatabase + report.fromLog + report.fromBackup;
                CHECK((count == 62 || count == 92));
                CHECK(QFileInfo::exists(report.keptAt));
            } else {
                // The damage does not show at once; it is found when it is met, and the same way is taken.
                opened->reset();
                static_cast<void>(day.recover());
            }
            day.box.open();
            day.checkNothingIsLost();
        }
    }
}

TEST_CASE("without the log of acts the database alone gives back what its pages still hold", "[store][recovery]")
{
    const qint64 destroyed = GENERATE(qint64{100}, kPage); // the head, or the whole first page with the list of tables
    FullStore day;
    day.box.close();
    REQUIRE(QFile::remove(day.box.directory() + u"/acts.log"_s));
    test::overwrite(day.box.databasePath(), 0, noise(destroyed, 6));
    const RecoveryReport report = day.recover();
    CHECK(report.fromDatabase == 62);
    CHECK(report.feedEntries == 40);
    day.box.open();
    CHECK(must(day.box->tickets()).size() == 40);
    CHECK(must(day.box->setting(u"session.account"_s)) == "a token");
    day.checkNothingIsLost();
}

TEST_CASE("a backup gives back what neither the database nor the log holds", "[store][recovery]")
{
    FullStore day;
    CHECK(must(day.box->backUpIfDue()));
    CHECK_FALSE(must(day.box->backUpIfDue())); // once a day
    day.box.close();
    REQUIRE(QFile::remove(day.box.directory() + u"/acts.log"_s));
    REQUIRE(QFile::remove(day.box.databasePath()));
    const RecoveryReport report = day.recover();
    CHECK(report.fromBackup == 62);
    CHECK(report.feedEntries == 40);
    day.box.open();
    CHECK(must(day.box->tickets()).size() == 40); // also where there is no network to fetch them
    day.checkNothingIsLost();
}

TEST_CASE("a backup that somebody kept elsewhere is taken in, and a file that is none changes nothing",
          "[store][recovery]")
{
    FullStore day;
    const QString kept = day.box.temp().path(u"stick.db"_s);
    must(day.box->backupTo(kept));
    day.note(u"behind the backup"_s);
    day.unsent = day.unsentIds();
    day.box.close();
    SECTION("into a folder that lost everything but its key")
    {
        REQUIRE(QFile::remove(day.box.databasePath()));
        REQUIRE(QFile::remove(day.box.directory() + u"/acts.log"_s));
        const RecoveryReport report = must(day.recoverWith(kept));
        CHECK(report.fromBackup == 62);
        CHECK(QFileInfo::exists(kept));
        day.box.open();
        CHECK(day.unsentIds().size() == 62); // the one behind it is gone with everything else
    }
    SECTION("into a folder that is whole")
    {
        const RecoveryReport report = must(day.recoverWith(kept));
        CHECK(report.fromBackup == 0);
        day.box.open();
        day.checkNothingIsLost();
    }
    SECTION("no other file, and none that is of another key or not there")
    {
        const QString text = day.box.temp().path(u"text"_s);
        test::overwrite(text, 0, "no database");
        CHECK(codeOf(day.recoverWith(text)) == ErrorCode::InvalidInput);
        CHECK(codeOf(day.recoverWith(day.box.temp().path(u"nothing"_s))) == ErrorCode::NotFound);
        auto otherKeys = storeKeys();
        otherKeys.dataKey = QByteArray(crypto::kDataKeyBytes, 'x');
        const auto ofAnother =
            ClientStore::recover(day.box.directory(), std::move(otherKeys), day.box.shelf, day.box.clock, kept);
        CHECK(codeOf(ofAnother) == ErrorCode::InvalidInput);
        CHECK(QDir(day.box.directory()).entryList({u"broken-*"_s}).isEmpty());
        CHECK(QDir(day.box.directory() + u"/backup"_s).entryList({u"given-*"_s}).isEmpty());
        day.box.open();
        day.checkNothingIsLost();
    }
}

TEST_CASE("commits that vanish with the WAL come back by themselves, in the same chain", "[store][recovery]")
{
    for (const bool garbage : {false, true}) {
        DYNAMIC_SECTION((garbage ? "overwritten" : "deleted"))
        {
            FullStore day;
            const JournalHead head = must(day.box->head());
            // A laptop that is switched off hard keeps its WAL; then somebody cleans up.
            const QString copy = day.box.temp().path(u"switched-off"_s);
            REQUIRE(QDir().mkpath(copy));
            for (const QString &name : {u"local.db"_s, u"local.db-wal"_s, u"acts.log"_s, u"store.id"_s})
                REQUIRE(QFile::copy(day.box.directory() + u'/' + name, copy + u'/' + name));
            if (garbage)
                test::overwrite(copy + u"/local.db-wal"_s, 0, noise(QFileInfo(copy + u"/local.db-wal"_s).size(), 9));
            else
                REQUIRE(QFile::remove(copy + u"/local.db-wal"_s));
            auto store = ClientStore::open(copy, storeKeys(), day.box.shelf, day.box.clock);
            if (!store) { // not even its tables had reached the file
                CHECK(store.error().code == ErrorCode::Damaged);
                static_cast<void>(must(ClientStore::recover(copy, storeKeys(), day.box.shelf, day.box.clock)));
                store = ClientStore::open(copy, storeKeys(), day.box.shelf, day.box.clock);
            } else {
                CHECK((*store)->putBack() > 0);
                CHECK(must((*store)->head()) == head); // the server sees the chain it knows
            }
            REQUIRE(store);
            std::set<EventId> now;
            for (const JournalEntry &entry : must((*store)->unsent(10'000, 100'000'000)))
                now.insert(entry.id);
            CHECK(std::includes(now.begin(), now.end(), day.unsent.begin(), day.unsent.end()));
        }
    }
}

TEST_CASE("a log that is damaged, cut or gone costs nothing while the database is whole", "[store][recovery]")
{
    FullStore day;
    const JournalHead head = must(day.box->head());
    day.box.close();
    const QString log = day.box.directory() + u"/acts.log"_s;
    const qint64 size = QFileInfo(log).size();
    REQUIRE(size > 10'000);
    SECTION("gone")
    {
        REQUIRE(QFile::remove(log));
    }
    SECTION("cut in the middle of a record")
    {
        REQUIRE(QFile::resize(log, size / 2 + 7));
    }
    SECTION("noise in its middle")
    {
        test::overwrite(log, size / 3, noise(200, 4));
    }
    day.box.open();
    CHECK(must(day.box->head()) == head);
    CHECK(day.box->putBack() == 0);
    // It is whole again: the database may go now.
    day.box.close();
    REQUIRE(QFile::remove(day.box.databasePath()));
    CHECK(day.recover().fromLog >= 62);
    day.box.open();
    day.checkNothingIsLost();
}

TEST_CASE("a recovery that is killed is done again from what it left", "[store][recovery]")
{
    FullStore day;
    day.box.close();
    test::overwrite(day.box.databasePath(), 0, noise(kPage, 5));
    // As a kill leaves it after the damaged files were set aside.
    const QString aside = day.box.directory() + u"/broken-1700000000000"_s;
    REQUIRE(QDir().mkpath(aside));
    REQUIRE(QFile::rename(day.box.databasePath(), aside + u"/local.db"_s));
    REQUIRE(QDir().mkpath(day.box.directory() + u"/recovered"_s));
    REQUIRE(QFile::remove(day.box.directory() + u"/acts.log"_s));
    static_cast<void>(day.recover());
    CHECK(QFileInfo::exists(aside + u"/local.db"_s));
    CHECK(QFileInfo::exists(aside + u"/report.json"_s)); // looked at, and kept
    day.box.open();
    CHECK(must(day.box->verify()).firstBad == QString());
}

TEST_CASE("a row of the list that does not open is made anew and costs nobody the others", "[store][recovery]")
{
    FullStore day;
    const QByteArray before = must(day.box->dumpProjection());
    day.box.close();
    CHECK(day.box.tamper("UPDATE ticket SET cells = zeroblob(64) WHERE id IN (SELECT id FROM ticket LIMIT 3)") == 3);
    day.box.open();
    CHECK(must(day.box->verify()).firstBad.startsWith(u"ticket "_s)); // told as it is
    CHECK(must(day.box->tickets()).size() == 40);
    CHECK(must(day.box->dumpProjection()) == before);
    CHECK(must(day.box->verify()).firstBad == QString());
}

TEST_CASE("only three daily backups stay, and a clock that was put back does not end them", "[store][recovery]")
{
    FullStore day;
    const auto count = [&] {
        return QDir(day.box.directory() + u"/backup"_s).entryList({u"*.db"_s}, QDir::Files).size();
    };
    for (int i = 0; i < 5; ++i) {
        CHECK(must(day.box->backUpIfDue()));
        day.box.clock.advance(std::chrono::hours(24));
    }
    CHECK(count() == 3);
    day.box.clock.advance(-std::chrono::hours(24 * 30));
    CHECK(must(day.box->backUpIfDue()));
}

TEST_CASE("on a full disk the room that was set aside is given up before an act is", "[store][recovery][fault]")
{
    FaultVfs disk;
    FullStore day;
    day.box->setRoomAside();
    const QString ballast = day.box.directory() + u"/ballast"_s;
    REQUIRE(QFileInfo(ballast).size() == 16 * 1024 * 1024);
    SECTION("and the act is kept when that was enough")
    {
        // The disk takes nothing more until somebody gives room back.
        disk.failWhile([&] { return QFileInfo::exists(ballast); });
        day.note(u"typed on a full disk"_s);
        disk.heal();
        CHECK_FALSE(QFileInfo::exists(ballast));
        CHECK(day.unsentIds().size() == 63);
    }
    SECTION("and it is refused whole when it was not")
    {
        EventMaker make(7);
        disk.failFrom(1);
        CHECK(codeOf(day.box->record(make.note(make.newTicket(), u"x"_s))) == ErrorCode::DiskFull);
        disk.heal();
        CHECK(day.unsentIds() == day.unsent);
    }
    day.box.close();
    day.box.open();
    day.checkNothingIsLost();
}
