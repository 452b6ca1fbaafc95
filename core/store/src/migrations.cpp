// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database_private.h"

#include <ruhu/base/logging.h>

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

Result<qint64> userVersion(Database &database)
{
    auto statement = database.prepare("PRAGMA user_version");
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->integer(0) : 0;
}

/// An older backup of the same version is kept as well.
Result<void> backUp(Database &database, const QString &path, qint64 version)
{
    QString target = u"%1.v%2.bak"_s.arg(path).arg(version);
    for (int n = 2; QFileInfo::exists(target); ++n)
        target = u"%1.v%2.%3.bak"_s.arg(path).arg(version).arg(n);
    qCInfo(lcStore) << "backing up before the upgrade from version" << version;
    return database.backupTo(target);
}

Result<void> checkForeignKeys(Database &database, const QString &path)
{
    auto statement = database.prepare("PRAGMA foreign_key_check");
    if (!statement)
        return statement.error();
    const auto violation = statement->step();
    if (!violation)
        return violation.error();
    if (*violation)
        return Error{ErrorCode::Damaged, u"a reference leads nowhere after the upgrade: "_s + statement->text(0), path};
    return {};
}

Result<void> noteStep(Database &database, const Migration &migration)
{
    auto made = database.exec("CREATE TABLE IF NOT EXISTS schema_history("
                              "version INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT");
    if (!made)
        return made;
    auto statement = database.prepare("INSERT INTO schema_history(version, name) VALUES(?, ?)");
    if (!statement)
        return statement.error();
    return statement->bind(migration.version).bind(QString::fromLatin1(migration.name)).run();
}

} // namespace

Result<void> Database::runMigration(const Migration &migration)
{
    auto transaction = Transaction::begin(*this);
    if (!transaction)
        return transaction.error();
    // Read again under the lock: another program may have been faster.
    const auto version = userVersion(*this);
    if (!version)
        return version.error();
    if (*version >= migration.version)
        return {};
    for (const char *statement : migration.statements) {
        if (auto done = m_d->runOnce(QString::fromUtf8(statement)); !done)
            return done;
    }
    if (auto noted = noteStep(*this, migration); !noted)
        return noted;
    if (auto good = checkForeignKeys(*this, m_d->path); !good)
        return good;
    if (auto set = m_d->runOnce(u"PRAGMA user_version=%1"_s.arg(migration.version)); !set)
        return set;
    return transaction->commit();
}

Result<void> migrate(Database &database, const std::vector<Migration> &migrations, const QString &path)
{
    Q_ASSERT(!migrations.empty());
    const auto version = userVersion(database);
    if (!version)
        return version.error();
    const int newest = migrations.back().version;
    if (*version > newest) {
        return Error{ErrorCode::SchemaTooNew, u"version %1, this program knows %2"_s.arg(*version).arg(newest), path};
    }
    if (*version > 0 && *version < newest) {
        if (auto saved = backUp(database, path, *version); !saved)
            return saved;
    }
    for (const Migration &migration : migrations) {
        if (migration.version <= *version)
            continue;
        if (const auto done = database.runMigration(migration); !done)
            return done.error().withContext(
                u"step %1 %2"_s.arg(migration.version).arg(QLatin1StringView(migration.name)));
        if (*version > 0)
            qCInfo(lcStore) << "schema step" << migration.version << migration.name;
    }
    return {};
}

} // namespace ruhu::store
