// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database_private.h"

#include "durable_file.h"
#include "sqlite_error.h"

#include <ruhu/base/logging.h>

#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QThread>
#include <QUrl>
#include <QVariant>

#include <sqlite3.h>

#include <atomic>
#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

constexpr int kCommitAttempts = 3;

QString nextConnectionName()
{
    static std::atomic<int> last = 0;
    return u"ruhu-store-%1"_s.arg(++last);
}

QString openUri(const QString &path, Database::Mode mode)
{
    // Never "rwc": a missing file must be an error, and a new one is made beforehand for the owner alone.
    const QString access = mode == Database::Mode::ReadOnly ? u"ro"_s : u"rw"_s;
    const QByteArray encoded = QUrl::toPercentEncoding(QFileInfo(path).absoluteFilePath(), "/");
    return u"file:"_s + QString::fromLatin1(encoded) + u"?mode="_s + access;
}

/// The file exists afterwards, or an error says why not.
Result<void> prepareFile(const QString &path, Database::Mode mode)
{
    if (QFileInfo::exists(path))
        return {};
    if (mode != Database::Mode::Create)
        return Error{ErrorCode::NotFound, u"no such database"_s, path};
    if (auto made = makeEmptyFile(path); !made)
        return made;
    return syncFolder(QFileInfo(path).path());
}

} // namespace

// ---- Database::Private

Database::Private::~Private()
{
    idle.clear();
    if (connection.isValid())
        connection.close();
    connection = QSqlDatabase();
    if (!connectionName.isEmpty())
        QSqlDatabase::removeDatabase(connectionName);
}

Result<void> Database::Private::checkUse() const
{
    // QtSql lets a captured connection be used on another thread without a word.
    Q_ASSERT(QThread::currentThread() == thread);
    if (QThread::currentThread() != thread)
        return Error{ErrorCode::Internal, u"the database belongs to another thread"_s, path};
    // A full disk makes SQLite roll back by itself; what follows would be written bit by bit.
    if (inTransaction && sqlite3_get_autocommit(handle))
        return Error{ErrorCode::Internal, u"the transaction was rolled back"_s, path};
    return {};
}

Result<void> Database::Private::runOnce(const QString &sql)
{
    if (auto good = checkUse(); !good)
        return good;
    QSqlQuery query(connection);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return lastError(handle, sql.toUtf8().constData(), path);
    return {};
}

// ---- opening

namespace {

struct Pragma {
    const char *set;
    const char *query;
    qint64 expected;
};
constexpr Pragma kPragmas[] = {
    {"PRAGMA synchronous=FULL", "PRAGMA synchronous", 2},
    {"PRAGMA foreign_keys=ON", "PRAGMA foreign_keys", 1},
    {"PRAGMA trusted_schema=OFF", "PRAGMA trusted_schema", 0},
    {"PRAGMA secure_delete=ON", "PRAGMA secure_delete", 1},
    {"PRAGMA temp_store=MEMORY", "PRAGMA temp_store", 2},
    {"PRAGMA cell_size_check=ON", "PRAGMA cell_size_check", 1},
};

Result<qint64> integerOf(Database &database, const char *sql)
{
    auto statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->integer(0) : 0;
}

Result<void> setPragmas(Database &database)
{
    for (const Pragma &pragma : kPragmas) {
        if (auto set = database.exec(pragma.set); !set)
            return set;
        const auto value = integerOf(database, pragma.query);
        if (!value)
            return value.error();
        if (*value != pragma.expected)
            return Error{ErrorCode::Internal, u"not taken: "_s + QString::fromLatin1(pragma.set), {}};
    }
    return {};
}

Result<void> useWal(Database &database, const QString &path)
{
    auto statement = database.prepare("PRAGMA journal_mode=WAL");
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    if (!*row || statement->text(0) != u"wal"_s)
        return Error{ErrorCode::ReadOnly, u"the write-ahead log cannot be used"_s, path};
    return {};
}

/// Ours, or new and empty.
Result<bool> isNew(Database &database, const Database::Options &options, const QString &path)
{
    const auto id = integerOf(database, "PRAGMA application_id");
    if (!id)
        return id.error();
    if (*id == options.applicationId && options.applicationId != 0)
        return false;
    const auto schema = integerOf(database, "PRAGMA schema_version");
    if (!schema)
        return schema.error();
    if (*id == 0 && *schema == 0 && options.mode == Database::Mode::Create)
        return true;
    if (*id == options.applicationId)
        return false;
    return Error{ErrorCode::Damaged, u"not a database of this program"_s, path};
}

void hardenHandle(sqlite3 *handle, const Database::Options &options)
{
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, options.autoCheckpointPages == 0 ? 1 : 0, nullptr);
    sqlite3_wal_autocheckpoint(handle, options.autoCheckpointPages);
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &path, const Options &options)
{
    if (const auto there = prepareFile(path, options.mode); !there)
        return there.error();
    auto d = std::make_unique<Private>();
    d->path = path;
    d->thread = QThread::currentThread();
    d->connectionName = nextConnectionName();
    d->connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, d->connectionName);
    if (!d->connection.isValid())
        return Error{ErrorCode::Internal, u"the SQLite driver of Qt is not installed"_s, {}};
    QString connect = u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1"_s.arg(options.busyTimeoutMs);
    if (options.mode == Mode::ReadOnly)
        connect += u";QSQLITE_OPEN_READONLY"_s;
    d->connection.setConnectOptions(connect);
    d->connection.setDatabaseName(openUri(path, options.mode));
    if (!d->connection.open()) {
        const int code = d->connection.lastError().nativeErrorCode().toInt();
        return Error{errorCodeOf(code, errno), u"SQLite %1 while opening"_s.arg(code), path};
    }
    const QVariant handle = d->connection.driver()->handle();
    d->handle = *static_cast<sqlite3 *const *>(handle.constData());
    hardenHandle(d->handle, options);
    std::unique_ptr<Database> database(new Database(std::move(d)));
    if (const auto good = database->configure(options); !good)
        return Error{good.error().code, good.error().detail, path};
    return database;
}

Result<void> Database::configure(const Options &options)
{
    // The first statement that reads the file; a file of another kind shows here.
    const auto fresh = isNew(*this, options, m_d->path);
    if (!fresh)
        return fresh.error();
    if (options.mode != Mode::ReadOnly) {
        // SQLite opens a write-protected file for reading without a word.
        if (sqlite3_db_readonly(m_d->handle, "main") == 1)
            return Error{ErrorCode::ReadOnly, u"the file is write-protected"_s, m_d->path};
        if (auto wal = useWal(*this, m_d->path); !wal)
            return wal;
        if (auto set = exec("PRAGMA journal_size_limit=4194304"); !set)
            return set;
    }
    if (options.maxPages > 0) {
        if (auto set = m_d->runOnce(u"PRAGMA max_page_count=%1"_s.arg(options.maxPages)); !set)
            return set;
    }
    if (*fresh && options.applicationId != 0) {
        if (auto set = m_d->runOnce(u"PRAGMA application_id=%1"_s.arg(options.applicationId)); !set)
            return set;
    }
    return setPragmas(*this);
}

Database::Database(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
Database::~Database() = default;

// ---- use

Result<void> Database::exec(const char *sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    return statement->run();
}

qint64 Database::changes() const
{
    return sqlite3_changes(m_d->handle);
}

Result<QString> Database::quickCheck()
{
    auto statement = prepare("PRAGMA quick_check(1)");
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->text(0) : u"no answer"_s;
}

Result<void> Database::backupTo(const QString &path)
{
    // Made first, so that it is the owner's alone; SQLite fills an empty file.
    if (auto made = makeEmptyFile(path); !made)
        return made;
    auto statement = prepare("VACUUM INTO ?");
    if (!statement)
        return statement.error();
    if (const auto done = statement->bind(path).run(); !done) {
        QFile::remove(path); // our own partial copy
        return Error{done.error().code, done.error().detail, path};
    }
    if (auto synced = syncFile(path); !synced)
        return synced;
    return syncFolder(QFileInfo(path).path());
}

Result<void> Database::checkpoint()
{
    const auto busy = integerOf(*this, "PRAGMA wal_checkpoint(TRUNCATE)");
    if (!busy)
        return busy.error();
    if (*busy != 0)
        return Error{ErrorCode::Busy, u"a reader keeps the log open"_s, m_d->path};
    return {};
}

// ---- Transaction

Result<Transaction> Transaction::begin(Database &database)
{
    Q_ASSERT(!database.m_d->inTransaction);
    if (const auto begun = database.exec("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    database.m_d->inTransaction = true;
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction()
{
    if (!m_database)
        return;
    Database::Private &d = *m_database->m_d;
    d.inTransaction = false;
    // After a full disk SQLite has rolled back already and a second ROLLBACK would be an error.
    if (sqlite3_get_autocommit(d.handle))
        return;
    if (const auto done = m_database->exec("ROLLBACK"); !done)
        qCWarning(lcStore) << "rollback failed:" << done.error().detail;
}

Result<void> Transaction::commit()
{
    Q_ASSERT(m_database);
    for (int attempt = 1;; ++attempt) {
        auto done = m_database->exec("COMMIT");
        if (done) {
            m_database->m_d->inTransaction = false;
            m_database = nullptr;
            return {};
        }
        if (done.error().code != ErrorCode::Busy || attempt == kCommitAttempts)
            return done;
    }
}

} // namespace ruhu::store
