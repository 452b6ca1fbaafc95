// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client_schema.h"
#include "client_store_private.h"
#include "durable_file.h"

#include <ruhu/base/logging.h>
#include <ruhu/base/random.h>
#include <ruhu/crypto/digest.h>

#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

/// Written once the database is complete; from then on a missing database is a loss, not a new store.
QString markerPath(const QString &directory)
{
    return directory + u"/store.id"_s;
}

QByteArray keyCheckText()
{
    return QByteArrayLiteral("ruhu store");
}
QByteArray keyCheckPlace(const QByteArray &storeId)
{
    return QByteArrayLiteral("key-check/") + storeId.toHex();
}

} // namespace

namespace place {

QByteArray journal(qint64 incarnation, qint64 sequence)
{
    return QByteArrayLiteral("journal/") + QByteArray::number(incarnation) + '/' + QByteArray::number(sequence);
}

QByteArray inbox(const QString &feed, qint64 sequence)
{
    return QByteArrayLiteral("inbox/") + feed.toUtf8() + '/' + QByteArray::number(sequence);
}

QByteArray ticket(TicketId id)
{
    return QByteArrayLiteral("ticket/") + id.toBytes().toHex();
}

QByteArray setting(const QString &key)
{
    return QByteArrayLiteral("setting/") + key.toUtf8();
}

} // namespace place

ClientStore::Private::Private(const QString &directory_, Keys keys, const domain::CatalogueShelf &shelf_,
                              const Clock &clock_)
    : directory(directory_),
      databaseFile(directory_ + u"/local.db"_s),
      lock(directory_ + u"/lock"_s),
      signing(std::move(keys.signing)),
      device(keys.device),
      shelf(shelf_),
      clock(clock_),
      sealer(crypto::subkey(keys.dataKey, crypto::purpose::kRows)),
      mediaSealer(crypto::subkey(keys.dataKey, crypto::purpose::kMedia)),
      files(directory_ + u"/media"_s, mediaSealer),
      log(directory_, sealer)
{}

Result<void> ClientStore::Private::takeLock()
{
    // A holder is stale only when its process is gone, never by age: a laptop may sleep for days.
    lock.setStaleLockTime(0);
    if (lock.tryLock(0))
        return {};
    switch (lock.error()) {
    case QLockFile::LockFailedError:
        return Error{ErrorCode::Busy, u"another program holds the store"_s, directory};
    case QLockFile::PermissionError:
        return Error{ErrorCode::ReadOnly, u"the folder is write-protected"_s, directory};
    default:
        return Error{ErrorCode::DiskFull, u"the lock cannot be written"_s, directory};
    }
}

Result<void> ClientStore::Private::openDatabase()
{
    const QString path = databaseFile;
    const bool known = QFileInfo::exists(markerPath(directory));
    if (known && !QFileInfo::exists(path))
        return Error{ErrorCode::Damaged, u"the database of this store is missing"_s, path};
    // What a kill or a power cut left behind is looked at before it is used.
    const bool unclean = QFileInfo(path + u"-wal"_s).size() > 0;
    Database::Options options;
    options.mode = known ? Database::Mode::ReadWrite : Database::Mode::Create;
    options.applicationId = kClientApplicationId;
    auto opened = Database::open(path, options);
    if (!opened)
        return opened.error();
    database = std::move(*opened);
    if (unclean) {
        const auto check = database->quickCheck();
        if (!check)
            return check.error();
        if (*check != u"ok"_s)
            return Error{ErrorCode::Damaged, u"quick_check: "_s + *check, path};
    }
    return migrate(*database, clientMigrations(), path);
}

Result<void> ClientStore::Private::makeState(const QByteArray &storeId)
{
    return run(*database,
               "INSERT INTO store_state(only_row, store_id, incarnation, projection_version, key_check)"
               " VALUES(1, ?, 1, ?, ?)",
               storeId, kProjectionVersion, sealer.seal(keyCheckText(), keyCheckPlace(storeId)));
}

Result<void> ClientStore::Private::checkMarker(const QByteArray &storeId)
{
    const QString path = markerPath(directory);
    QFile marker(path);
    if (!marker.exists())
        return writeDurably(path, storeId.toHex() + '\n');
    if (!marker.open(QIODevice::ReadOnly))
        return Error{ErrorCode::ReadOnly, u"the store's id cannot be read: "_s + marker.errorString(), path};
    if (marker.readAll().trimmed() != storeId.toHex())
        return Error{ErrorCode::Damaged, u"the database is of another store"_s, databaseFile};
    return {};
}

Result<void> ClientStore::Private::readState()
{
    auto statement = database->prepare("SELECT store_id, incarnation, projection_version, key_check FROM store_state");
    if (!statement)
        return statement.error();
    auto row = statement->step();
    if (row && !*row) {
        if (auto made = makeState(SystemRandom().bytes(16)); !made)
            return made;
        row = statement->step();
    }
    if (!row)
        return row.error();
    const QByteArray storeId = statement->blob(0);
    head.incarnation = statement->integer(1);
    const bool oldProjection = statement->integer(2) != kProjectionVersion;
    if (const auto opens = sealer.open(statement->blob(3), keyCheckPlace(storeId)); !opens)
        return Error{ErrorCode::NotAllowed, u"the store was made with another key"_s, databaseFile};
    if (auto good = checkMarker(storeId); !good)
        return good;
    if (auto read = readHead(); !read)
        return read;
    if (auto loaded = loadDocuments(); !loaded)
        return loaded;
    if (oldProjection) {
        if (auto rebuilt = rebuildAll(); !rebuilt)
            return rebuilt;
    }
    // What cannot be put back now stays in the log, and the store is of use meanwhile.
    if (const auto replayed = replayLog(); !replayed)
        qCWarning(lcStore) << "the log of acts could not be compared:" << replayed.error().detail;
    return {};
}

ClientStore::ClientStore(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
ClientStore::~ClientStore() = default;

Result<std::unique_ptr<ClientStore>> ClientStore::open(const QString &directory, Keys keys,
                                                       const domain::CatalogueShelf &shelf, const Clock &clock)
{
    if (const auto started = crypto::initialise(); !started)
        return started.error();
    if (keys.dataKey.size() != crypto::kDataKeyBytes)
        return Error{ErrorCode::InvalidInput, u"a data key is not of 32 bytes"_s, {}};
    if (const auto made = makeFolder(directory); !made)
        return made.error();
    auto d = std::make_unique<Private>(directory, std::move(keys), shelf, clock);
    if (const auto locked = d->takeLock(); !locked)
        return locked.error();
    if (const auto opened = d->openDatabase(); !opened)
        return opened.error();
    if (const auto read = d->readState(); !read)
        return read.error();
    return std::unique_ptr<ClientStore>(new ClientStore(std::move(d)));
}

Result<QByteArray> ClientStore::setting(const QString &key)
{
    auto statement = query(*m_d->database, "SELECT value FROM setting WHERE name = ?", key);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    if (!*row)
        return QByteArray();
    return m_d->sealer.open(statement->blob(0), place::setting(key));
}

Result<void> ClientStore::setSetting(const QString &key, const QByteArray &value)
{
    return run(*m_d->database,
               "INSERT INTO setting(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
               key, m_d->sealer.seal(value, place::setting(key)));
}

Result<void> ClientStore::backupTo(const QString &path)
{
    return m_d->database->backupTo(path);
}

qint64 ClientStore::putBack() const
{
    return m_d->putBack;
}

const Clock &ClientStore::clock() const
{
    return m_d->clock;
}

const crypto::SigningKey &ClientStore::signingKey() const
{
    return m_d->signing;
}

DeviceId ClientStore::device() const
{
    return m_d->device;
}

} // namespace ruhu::store
