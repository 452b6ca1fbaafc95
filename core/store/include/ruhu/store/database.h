// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/result.h>
#include <ruhu/base/uuid.h>

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace ruhu::store {

class Database;
struct Migration;

/// One prepared statement in use; must not outlive its database. Resets itself when it goes out of scope, so that no
/// read stays open (an open SELECT pins the WAL). Bind every placeholder in order, `bind(a).bind(b)`, then step() until
/// it answers false. Columns are read by index.
class Statement {
public:
    Statement(Statement &&) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    /// Binds the next placeholder. Only these types; everything else is refused at compile time.
    Statement &bind(int value);
    Statement &bind(long value); // std::int64_t where that is not qint64
    Statement &bind(qint64 value);
    Statement &bind(bool value);
    Statement &bind(const QString &value); // a null string is stored as ''
    Statement &bind(const QByteArray &value); // a null array is stored as an empty blob
    Statement &bindNull();
    Statement &bind(const Uuid &value); // 16-byte blob
    template<typename Tag>
    Statement &bind(const Id<Tag> &value)
    {
        return bind(value.uuid());
    }
    template<typename T>
    Statement &bind(const std::optional<T> &value)
    {
        return value ? bind(*value) : bindNull();
    }
    template<typename T>
    Statement &bind(T value) = delete;

    /// Runs to the next row; false when there is none (left).
    [[nodiscard]] Result<bool> step();
    /// For statements without rows. Afterwards the statement can be bound and run again.
    [[nodiscard]] Result<void> run();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] Uuid uuid(int column) const; // null id when the blob has not 16 bytes

private:
    friend class Database;
    struct Private;
    explicit Statement(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

/// One SQLite connection, bound to the thread that opened it; use elsewhere is refused. The only place that knows
/// QtSql. Opened as style 5.1 and security 3.1 say: WAL, synchronous=FULL, foreign_keys, trusted_schema=OFF,
/// secure_delete, temp_store=MEMORY, DQS off, DEFENSIVE on; read back and checked.
class Database {
public:
    enum class Mode { Create, ReadWrite, ReadOnly };
    struct Options {
        Mode mode = Mode::ReadWrite;
        int applicationId = 0; // refused with Damaged when the file carries another one
        int busyTimeoutMs = 5000;
        int autoCheckpointPages = 1000; // 0 for readers
        int maxPages = 0; // the file grows no further; 0: no limit
    };
    /// NotFound: no such file. Damaged: not a database or not ours. DiskFull, ReadOnly, Busy as they are.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path, const Options &options);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Cached by its text; the text must be a constant of the program.
    [[nodiscard]] Result<Statement> prepare(const char *sql);
    [[nodiscard]] Result<void> exec(const char *sql);
    [[nodiscard]] qint64 changes() const;

    [[nodiscard]] Result<QString> quickCheck(); // "ok" or the first complaint
    [[nodiscard]] Result<void> backupTo(const QString &path); // VACUUM INTO, then fsync
    [[nodiscard]] Result<void> checkpoint(); // TRUNCATE

private:
    friend class Statement;
    friend class Transaction;
    friend Result<void> migrate(Database &database, const std::vector<Migration> &migrations, const QString &path);
    struct Private;
    [[nodiscard]] Result<void> configure(const Options &options);
    [[nodiscard]] Result<void> runMigration(const Migration &migration);
    explicit Database(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

/// BEGIN IMMEDIATE … COMMIT; rolls back unless committed. Never nested.
class [[nodiscard]] Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    /// After an error here nothing of the transaction is in the file.
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) {}
    Database *m_database;
};

/// One numbered step of a schema; steps are never edited after a release. Each statement is its own element.
struct Migration {
    int version;
    const char *name;
    std::vector<const char *> statements;
};
/// Brings the file to the newest version, one transaction per step; makes a backup beside it ("PATH.v3.bak") before
/// touching an older one.
/// SchemaTooNew when the file is newer than this program.
[[nodiscard]] Result<void> migrate(Database &database, const std::vector<Migration> &migrations, const QString &path);

} // namespace ruhu::store
