// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store_fixture.h"

#include <ruhu_test/files.h>
#include <ruhu_test/no_warnings.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>

#include <signal.h>
#include <sqlite3.h>
#include <unistd.h>

using namespace ruhu;
using namespace ruhu::store;
using namespace ruhu::test;
using namespace Qt::Literals::StringLiterals;

namespace {

void fill(StoreBox &box)
{
    EventMaker make;
    const TicketId ticket = make.newTicket();
    must(box->record(make.order(ticket, u"IN-1"_s)));
    for (int i = 0; i < 50; ++i)
        must(box->record(make.note(ticket, u"note %1"_s.arg(i))));
}

} // namespace

TEST_CASE("a second program cannot open the same store", "[store][open]")
{
    StoreBox box;
    CHECK(codeOf(box.tryOpen()) == ErrorCode::Busy);
    QProcess other;
    other.start(QStringLiteral(RUHU_STORE_WRITER), {box.directory(), u"1"_s});
    REQUIRE(other.waitForFinished(60'000));
    CHECK(other.readAllStandardOutput().trimmed() == "busy");
    box.close();
    box.open();
    CHECK(must(box->head()).sequence == 0);
}

TEST_CASE("a lost database is a loss, not a new store", "[store][open]")
{
    StoreBox box;
    fill(box);
    box.close();
    REQUIRE(QFile::remove(box.databasePath()));
    const auto opened = box.tryOpen();
    CHECK(codeOf(opened) == ErrorCode::Damaged);
    CHECK(opened.error().subject == box.databasePath());
    CHECK_FALSE(QFile::exists(box.databasePath()));
    SECTION("nor is an empty one")
    {
        REQUIRE(QFile(box.databasePath()).open(QIODevice::WriteOnly));
        CHECK(codeOf(box.tryOpen()) == ErrorCode::Damaged);
        CHECK(QFileInfo(box.databasePath()).size() == 0);
    }
}

TEST_CASE("a damaged database is named and left as it is", "[store][open]")
{
    StoreBox box;
    fill(box);
    box.close();
    SECTION("header")
    {
        test::overwrite(box.databasePath(), 0, QByteArray(100, '\0'));
    }
    SECTION("text instead of a database")
    {
        REQUIRE(QFile::resize(box.databasePath(), 0));
        test::overwrite(box.databasePath(), 0, QByteArray("hello ").repeated(2000));
    }
    SECTION("first page")
    {
        test::overwrite(box.databasePath(), 100, QByteArray(3000, '\xff'));
    }
    const QByteArray before = test::bytesOf(box.databasePath());
    const auto opened = box.tryOpen();
    CHECK(codeOf(opened) == ErrorCode::Damaged);
    CHECK(opened.error().subject == box.databasePath());
    CHECK(test::bytesOf(box.databasePath()) == before);
}

TEST_CASE("damage inside the file is found by the check after an unclean stop", "[store][open]")
{
    StoreBox box;
    fill(box);
    box.close();
    const qint64 size = QFileInfo(box.databasePath()).size();
    for (qint64 page = 2; page * 4096 < size; ++page)
        test::overwrite(box.databasePath(), page * 4096, QByteArray(200, '\xff'));
    // A log that was not folded in is what a kill leaves behind.
    QFile log(box.databasePath() + u"-wal"_s);
    REQUIRE(log.open(QIODevice::WriteOnly));
    REQUIRE(log.write("left behind") > 0);
    log.close();
    CHECK(codeOf(box.tryOpen()) == ErrorCode::Damaged);
}

TEST_CASE("a store of another key, another origin or a newer program is refused", "[store][open]")
{
    StoreBox box;
    fill(box);
    box.close();
    SECTION("another key")
    {
        auto keys = storeKeys();
        keys.dataKey = QByteArray(crypto::kDataKeyBytes, 'x');
        CHECK(codeOf(ClientStore::open(box.directory(), std::move(keys), box.shelf, box.clock))
              == ErrorCode::NotAllowed);
    }
    SECTION("a key of the wrong length")
    {
        auto keys = storeKeys();
        keys.dataKey = QByteArray(crypto::kDataKeyBytes - 1, 'x');
        CHECK(codeOf(ClientStore::open(box.directory(), std::move(keys), box.shelf, box.clock))
              == ErrorCode::InvalidInput);
    }
    SECTION("the database of another store")
    {
        StoreBox other;
        other.close();
        REQUIRE(QFile::remove(box.databasePath()));
        REQUIRE(QFile::copy(other.databasePath(), box.databasePath()));
        CHECK(codeOf(box.tryOpen()) == ErrorCode::Damaged);
    }
    SECTION("a newer program's schema")
    {
        box.tamper("PRAGMA user_version = 9999");
        CHECK(codeOf(box.tryOpen()) == ErrorCode::SchemaTooNew);
    }
    SECTION("another program's file")
    {
        box.tamper("PRAGMA application_id = 7");
        CHECK(codeOf(box.tryOpen()) == ErrorCode::Damaged);
    }
}

TEST_CASE("a write-protected folder is called that", "[store][open]")
{
    StoreBox box;
    fill(box);
    box.close();
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    const auto others = QFile::ReadOther | QFile::ExeOther;
    REQUIRE(QFile::setPermissions(box.temp().path(), owner | others));
    REQUIRE(QFile::setPermissions(box.directory(), QFile::ReadOwner | QFile::ExeOwner | others));
    const bool switched = geteuid() == 0 && seteuid(65534) == 0;
    const auto opened = box.tryOpen();
    const auto made = ClientStore::open(box.directory() + u"/inner"_s, storeKeys(), box.shelf, box.clock);
    if (switched)
        REQUIRE(seteuid(0) == 0);
    REQUIRE(QFile::setPermissions(box.directory(), owner));
    CHECK(codeOf(opened) == ErrorCode::ReadOnly);
    CHECK(codeOf(made) == ErrorCode::ReadOnly);
    box.open();
    CHECK(must(box->head()).sequence == 51);
}

TEST_CASE("a backup opens as a store of its own", "[store][open]")
{
    StoreBox box;
    fill(box);
    const TempDir other;
    must(box->backupTo(other.path(u"local.db"_s)));
    const auto copy = must(ClientStore::open(other.path(), storeKeys(), box.shelf, box.clock));
    CHECK(must(copy->head()) == must(box->head()));
    CHECK(must(copy->dumpProjection()) == must(box->dumpProjection()));
    CHECK(must(copy->verify()).firstBad == QString());
}

// ---- kept databases of every released schema

namespace {

QString schemaOf(const QString &path)
{
    sqlite3 *handle = nullptr;
    REQUIRE(sqlite3_open(path.toUtf8().constData(), &handle) == SQLITE_OK);
    QString text;
    const auto take = [](void *to, int, char **values, char **) {
        static_cast<QString *>(to)->append(QString::fromUtf8(values[0]) + u'\n');
        return 0;
    };
    REQUIRE(sqlite3_exec(handle, "SELECT coalesce(sql, '') FROM sqlite_schema ORDER BY name", take, &text, nullptr)
            == SQLITE_OK);
    sqlite3_close(handle);
    return text;
}

} // namespace

TEST_CASE("a database of every released schema opens, verifies and equals a new one in shape", "[store][migrate]")
{
    const QDir kept(QStringLiteral(RUHU_TEST_DATA) + u"/db"_s);
    const QStringList versions = kept.entryList({u"v*.db"_s}, QDir::Files, QDir::Name);
    REQUIRE_FALSE(versions.isEmpty());
    StoreBox fresh;
    fresh.close();
    for (const QString &version : versions) {
        INFO(version.toStdString());
        const TempDir dir;
        const QString path = dir.path(u"local.db"_s);
        REQUIRE(QFile::copy(kept.filePath(version), path));
        REQUIRE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        auto store = must(ClientStore::open(dir.path(), storeKeys(), fresh.shelf, fresh.clock));
        CHECK(must(store->verify()).firstBad == QString());
        CHECK(must(store->head()).sequence == 51);
        CHECK(must(store->tickets()).size() == 2);
        CHECK(must(store->row(must(store->tickets()).front().id)).customerName == u"Customer Canary"_s);
        const QByteArray before = must(store->dumpProjection());
        must(store->rebuild());
        CHECK(must(store->dumpProjection()) == before);
        store.reset();
        CHECK(schemaOf(path) == schemaOf(fresh.databasePath()));
    }
}

// Run by hand when a schema is released: RUHU_KEEP_DB=tests/data/db/vN.db store_test "[keep-db]"
TEST_CASE("keeps a database of the present schema", "[.][keep-db]")
{
    const QString target = qEnvironmentVariable("RUHU_KEEP_DB");
    REQUIRE_FALSE(target.isEmpty());
    StoreBox box;
    fill(box);
    EventMaker make(2);
    FeedMaker feed(u"user:1"_s);
    feed.add(make.order(make.newTicket(), u"IN-2"_s).front());
    must(box->applyPage(feed.page()));
    must(box->setSetting(u"kept"_s, "value"));
    must(box->backupTo(target));
    CHECK(QFileInfo(target).size() > 0);
}

// ---- kill -9

TEST_CASE("every acknowledged entry survives a kill at any moment", "[store][kill]")
{
    constexpr int kKills = 20;
    StoreBox box;
    box.close();
    SeededRandom random(7);
    qint64 acknowledged = 0;
    for (int round = 1; round <= kKills; ++round) {
        QProcess writer;
        writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        writer.start(QStringLiteral(RUHU_STORE_WRITER), {box.directory(), QString::number(round)});
        REQUIRE(writer.waitForStarted());
        // Kills after a drawn number of acknowledgements and at a drawn moment within the next one.
        const auto wanted = acknowledged + static_cast<qint64>(random.below(30));
        QByteArray text;
        while (writer.waitForReadyRead(60'000)) {
            text += writer.readAllStandardOutput();
            const QByteArray last = text.left(text.lastIndexOf('\n')).split('\n').last();
            if (last.toLongLong() > wanted)
                break;
        }
        usleep(static_cast<useconds_t>(random.below(3000)));
        writer.kill();
        REQUIRE(writer.waitForFinished(60'000));
        text += writer.readAllStandardOutput();
        const QByteArray whole = text.left(text.lastIndexOf('\n'));
        acknowledged = std::max(acknowledged, whole.split('\n').last().toLongLong());

        INFO("round " << round);
        box.open();
        const JournalHead head = must(box->head());
        CHECK(head.sequence >= acknowledged);
        const CheckReport report = must(box->verify());
        CHECK(report.firstBad == QString());
        CHECK(report.entriesChecked == head.sequence);
        acknowledged = head.sequence;
        box.close();
    }
    CHECK(acknowledged > kKills);
}
