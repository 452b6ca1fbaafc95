// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store_fixture.h"

#include <ruhu/store/database.h>

#include <ruhu_test/no_warnings.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <thread>
#include <unistd.h>

using namespace ruhu;
using namespace ruhu::store;
using namespace ruhu::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kId = 0x1234;

std::unique_ptr<Database> makeDatabase(const QString &path, int maxPages = 0)
{
    Database::Options options;
    options.mode = Database::Mode::Create;
    options.applicationId = kId;
    options.maxPages = maxPages;
    return must(Database::open(path, options));
}

Result<std::unique_ptr<Database>> openAs(const QString &path, Database::Mode mode, int busyTimeoutMs = 100)
{
    Database::Options options;
    options.mode = mode;
    options.applicationId = kId;
    options.busyTimeoutMs = busyTimeoutMs;
    return Database::open(path, options);
}

qint64 count(Database &database)
{
    auto statement = must(database.prepare("SELECT count(*) FROM t"));
    REQUIRE(must(statement.step()));
    return statement.integer(0);
}

Result<void> insert(Database &database, const QByteArray &value)
{
    auto statement = database.prepare("INSERT INTO t(value) VALUES(?)");
    if (!statement)
        return statement.error();
    return statement->bind(value).run();
}

/// Another user than root for a while: root may write everywhere.
class AsNobody {
public:
    AsNobody() : m_switched(geteuid() == 0 && seteuid(65534) == 0) {}
    ~AsNobody()
    {
        if (m_switched)
            static_cast<void>(seteuid(0) == 0);
    }
    AsNobody(const AsNobody &) = delete;
    AsNobody &operator=(const AsNobody &) = delete;

private:
    bool m_switched;
};

} // namespace

TEST_CASE_METHOD(NoWarnings, "a database is made for its owner alone and found again", "[store][database]")
{
    const TempDir dir;
    const QString path = dir.path(u"a #%?ü.db"_s);
    {
        const auto database = makeDatabase(path);
        must(database->exec("CREATE TABLE t(value BLOB) STRICT"));
        must(insert(*database, "one"));
        const auto permissions = QFileInfo(path).permissions();
        CHECK_FALSE(
            permissions.testAnyFlags(QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther));
    }
    const auto again = must(openAs(path, Database::Mode::ReadWrite));
    CHECK(count(*again) == 1);
}

TEST_CASE("what is not our database is an error and stays as it is", "[store][database]")
{
    const TempDir dir;
    const QString path = dir.path(u"x.db"_s);
    SECTION("a missing file")
    {
        CHECK(codeOf(openAs(path, Database::Mode::ReadWrite)) == ErrorCode::NotFound);
        CHECK_FALSE(QFile::exists(path));
    }
    SECTION("an empty file")
    {
        dir.write(u"x.db"_s, "");
        CHECK(codeOf(openAs(path, Database::Mode::ReadWrite)) == ErrorCode::Damaged);
        CHECK(QFileInfo(path).size() == 0);
    }
    SECTION("text")
    {
        const QByteArray text = QByteArray("not a database ").repeated(100);
        dir.write(u"x.db"_s, text);
        const auto opened = openAs(path, Database::Mode::Create);
        CHECK(codeOf(opened) == ErrorCode::Damaged);
        CHECK(opened.error().subject == path);
        CHECK(dir.read(u"x.db"_s) == text);
    }
    SECTION("another program's database")
    {
        Database::Options options;
        options.mode = Database::Mode::Create;
        options.applicationId = 77;
        must(Database::open(path, options));
        CHECK(codeOf(openAs(path, Database::Mode::Create)) == ErrorCode::Damaged);
    }
    SECTION("a zeroed header")
    {
        makeDatabase(path);
        QByteArray bytes = dir.read(u"x.db"_s);
        bytes.replace(0, 100, QByteArray(100, '\0'));
        dir.write(u"x.db"_s, bytes);
        CHECK(codeOf(openAs(path, Database::Mode::ReadWrite)) == ErrorCode::Damaged);
    }
}

TEST_CASE("settings that keep data safe are on", "[store][database]")
{
    const TempDir dir;
    const auto database = makeDatabase(dir.path(u"x.db"_s));
    const auto value = [&](const char *sql) {
        auto statement = must(database->prepare(sql));
        REQUIRE(must(statement.step()));
        return statement.text(0);
    };
    CHECK(value("PRAGMA journal_mode") == u"wal"_s);
    CHECK(value("PRAGMA synchronous") == u"2"_s);
    CHECK(value("PRAGMA foreign_keys") == u"1"_s);
    CHECK(value("PRAGMA secure_delete") == u"1"_s);
    CHECK(value("PRAGMA application_id") == QString::number(kId));
    must(database->exec("CREATE TABLE t(value BLOB) STRICT"));
    // A misspelt column in double quotes is an error, not a text.
    CHECK_FALSE(database->exec("SELECT \"nosuch\" FROM t"));
    CHECK_FALSE(database->exec("PRAGMA writable_schema=ON; SELECT 1"));
}

TEST_CASE("values come back as they were bound", "[store][database]")
{
    const TempDir dir;
    const auto database = makeDatabase(dir.path(u"x.db"_s));
    must(database->exec(
        "CREATE TABLE v(a INTEGER, b TEXT NOT NULL, c BLOB NOT NULL, d INTEGER, e BLOB, f INTEGER) STRICT"));
    const auto uuid = Uuid::fromString(u"0192d5f0-0000-7000-8000-00000000d001");
    REQUIRE(uuid);
    auto in = must(database->prepare("INSERT INTO v VALUES(?, ?, ?, ?, ?, ?)"));
    must(in.bind(qint64{1} << 60)
             .bind(QString())
             .bind(QByteArray())
             .bind(std::optional<qint64>())
             .bind(*uuid)
             .bind(true)
             .run());
    auto out = must(database->prepare("SELECT a, b, c, d, e, f FROM v"));
    REQUIRE(must(out.step()));
    CHECK(out.integer(0) == qint64{1} << 60);
    CHECK(out.text(1).isEmpty());
    CHECK(out.blob(2).isEmpty());
    CHECK(out.isNull(3));
    CHECK(out.uuid(4) == *uuid);
    CHECK(out.integer(5) == 1);
    CHECK_FALSE(must(out.step()));
}

TEST_CASE("one statement may be in use twice and is ready again after use", "[store][database]")
{
    const TempDir dir;
    const auto database = makeDatabase(dir.path(u"x.db"_s));
    must(database->exec("CREATE TABLE t(value BLOB) STRICT"));
    for (const char *value : {"a", "b", "c"})
        must(insert(*database, value));
    static constexpr char kSql[] = "SELECT value FROM t ORDER BY value";
    auto outer = must(database->prepare(kSql));
    REQUIRE(must(outer.step()));
    {
        auto inner = must(database->prepare(kSql));
        REQUIRE(must(inner.step()));
        REQUIRE(must(inner.step()));
        CHECK(inner.blob(0) == "b");
    }
    REQUIRE(must(outer.step()));
    CHECK(outer.blob(0) == "b");
}

TEST_CASE("errors say what the caller can do about them", "[store][database]")
{
    const TempDir dir;
    const auto database = makeDatabase(dir.path(u"x.db"_s));
    must(database->exec("CREATE TABLE u(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT"));
    must(database->exec("INSERT INTO u VALUES(1, 'a')"));
    CHECK(codeOf(database->exec("INSERT INTO u VALUES(1, 'b')")) == ErrorCode::Conflict);
    CHECK(codeOf(database->exec("INSERT INTO u VALUES(2, 'a')")) == ErrorCode::Conflict);
    CHECK(codeOf(database->exec("INSERT INTO u VALUES(3, NULL)")) == ErrorCode::InvalidInput);
    CHECK(codeOf(database->exec("INSERT INTO u VALUES('x', 'y')")) == ErrorCode::InvalidInput);
    CHECK(codeOf(database->exec("nonsense")) == ErrorCode::Internal);
}

TEST_CASE_METHOD(NoWarnings, "a transaction that is not committed leaves nothing", "[store][database]")
{
    const TempDir dir;
    const auto database = makeDatabase(dir.path(u"x.db"_s));
    must(database->exec("CREATE TABLE t(value BLOB) STRICT"));
    {
        auto transaction = must(Transaction::begin(*database));
        must(insert(*database, "gone"));
    }
    CHECK(count(*database) == 0);
    {
        auto transaction = must(Transaction::begin(*database));
        must(insert(*database, "kept"));
        must(transaction.commit());
    }
    CHECK(count(*database) == 1);
}

TEST_CASE_METHOD(NoWarnings, "a full disk ends the transaction whole and the database goes on", "[store][database]")
{
    const TempDir dir;
    const auto database = makeDatabase(dir.path(u"x.db"_s), 40);
    must(database->exec("CREATE TABLE t(value BLOB) STRICT"));
    must(insert(*database, "before"));
    {
        auto transaction = must(Transaction::begin(*database));
        ErrorCode code = ErrorCode::Internal;
        for (int i = 0; i < 1000; ++i) {
            if (const auto done = insert(*database, QByteArray(3000, 'x')); !done) {
                code = done.error().code;
                break;
            }
        }
        CHECK(code == ErrorCode::DiskFull);
        // Whether SQLite has rolled back by itself or not, nothing more may trickle in.
        static_cast<void>(insert(*database, QByteArray(3000, 'y')));
    }
    CHECK(count(*database) == 1);
    CHECK(must(database->quickCheck()) == u"ok"_s);
    must(insert(*database, "after"));
    CHECK(count(*database) == 2);
}

TEST_CASE("a writer who waits too long is told that the store is busy", "[store][database]")
{
    const TempDir dir;
    const QString path = dir.path(u"x.db"_s);
    const auto first = makeDatabase(path);
    const auto second = must(openAs(path, Database::Mode::ReadWrite, 1));
    const auto transaction = must(Transaction::begin(*first));
    CHECK(codeOf(Transaction::begin(*second)) == ErrorCode::Busy);
}

TEST_CASE("a reader cannot write and sees what was committed", "[store][database]")
{
    const TempDir dir;
    const QString path = dir.path(u"x.db"_s);
    const auto writer = makeDatabase(path);
    must(writer->exec("CREATE TABLE t(value BLOB) STRICT"));
    const auto reader = must(openAs(path, Database::Mode::ReadOnly));
    must(insert(*writer, "one"));
    CHECK(count(*reader) == 1);
    CHECK(codeOf(insert(*reader, "two")) == ErrorCode::ReadOnly);
}

TEST_CASE("a write-protected folder or file is named as such", "[store][database]")
{
    const TempDir dir;
    REQUIRE(QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther
                                                  | QFile::WriteOwner));
    const QString path = dir.path(u"x.db"_s);
    makeDatabase(path);
    REQUIRE(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadOther));
    REQUIRE(QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    {
        const AsNobody nobody;
        CHECK(codeOf(openAs(path, Database::Mode::ReadWrite)) == ErrorCode::ReadOnly);
        CHECK(codeOf(openAs(dir.path(u"new.db"_s), Database::Mode::Create)) == ErrorCode::ReadOnly);
    }
    REQUIRE(QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner));
}

TEST_CASE("a backup is whole, the owner's alone, and replaces nothing", "[store][database]")
{
    const TempDir dir;
    const auto database = makeDatabase(dir.path(u"x.db"_s));
    must(database->exec("CREATE TABLE t(value BLOB) STRICT"));
    must(insert(*database, "one"));
    const QString copy = dir.path(u"copy.db"_s);
    must(database->backupTo(copy));
    CHECK(QFileInfo(copy).permissions().testAnyFlags(QFile::ReadOther) == false);
    const auto opened = must(openAs(copy, Database::Mode::ReadWrite));
    CHECK(count(*opened) == 1);
    CHECK(codeOf(database->backupTo(copy)) == ErrorCode::Conflict);
    must(database->checkpoint());
    CHECK(QFileInfo(dir.path(u"x.db-wal"_s)).size() == 0);
}

// ---- migrations

namespace {

const std::vector<Migration> &steps(std::size_t count)
{
    static const std::vector<Migration> all = {
        {1, "first", {"CREATE TABLE t(value BLOB) STRICT", "CREATE TABLE other(id INTEGER PRIMARY KEY) STRICT"}},
        {2, "second", {"ALTER TABLE t ADD COLUMN more TEXT NOT NULL DEFAULT ''", "DROP TABLE other"}},
        {3, "third", {"CREATE INDEX t_more ON t(more)"}},
    };
    static std::vector<Migration> some;
    some.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
    return some;
}

QString schema(Database &database)
{
    QString text;
    auto statement = must(database.prepare("SELECT coalesce(sql, '') FROM sqlite_schema ORDER BY name"));
    while (must(statement.step()))
        text += statement.text(0) + u'\n';
    return text;
}

} // namespace

TEST_CASE("an upgrade leads to the same schema as a new file and keeps a backup", "[store][migrate]")
{
    const TempDir dir;
    const QString path = dir.path(u"x.db"_s);
    const auto database = makeDatabase(path);
    must(migrate(*database, steps(1), path));
    must(insert(*database, "kept"));
    CHECK_FALSE(QFile::exists(path + u".v1.bak"_s));
    must(migrate(*database, steps(3), path));
    CHECK(count(*database) == 1);
    const auto fresh = makeDatabase(dir.path(u"fresh.db"_s));
    must(migrate(*fresh, steps(3), dir.path(u"fresh.db"_s)));
    CHECK(schema(*database) == schema(*fresh));
    const auto backup = must(openAs(path + u".v1.bak"_s, Database::Mode::ReadWrite));
    CHECK(count(*backup) == 1);
    must(migrate(*database, steps(3), path));
    CHECK_FALSE(QFile::exists(path + u".v3.bak"_s));
}

TEST_CASE("a newer file is refused untouched", "[store][migrate]")
{
    const TempDir dir;
    const QString path = dir.path(u"x.db"_s);
    const auto database = makeDatabase(path);
    must(migrate(*database, steps(3), path));
    const QString before = schema(*database);
    CHECK(codeOf(migrate(*database, steps(2), path)) == ErrorCode::SchemaTooNew);
    CHECK(schema(*database) == before);
}

TEST_CASE("a step that fails at any statement leaves the version before it", "[store][migrate]")
{
    const TempDir dir;
    for (std::size_t at = 0; at < 3; ++at) {
        const QString path = dir.path(u"x%1.db"_s.arg(at));
        const auto database = makeDatabase(path);
        must(migrate(*database, steps(1), path));
        const QString before = schema(*database);
        std::vector<Migration> broken = steps(2);
        auto &statements = broken.back().statements;
        statements.insert(statements.begin() + static_cast<std::ptrdiff_t>(at), "CREATE TABLE t(again INTEGER)");
        const auto done = migrate(*database, broken, path);
        REQUIRE_FALSE(done);
        CHECK(done.error().detail.contains(u"step 2 second"));
        CHECK(schema(*database) == before);
        must(migrate(*database, steps(2), path));
    }
}
