// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/service/office.h>

#include "office_data.h"
#include "schema.h"

#include <ruhu/base/logging.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/service/certificates.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

const auto kJournalKeyFile = u"/journal.key"_s;
const auto kRecoveryKeyFile = u"/recovery.key"_s;
const auto kRecoveryKeyMeta = u"recovery_public_key"_s;

Result<void> ensureFolder(const QString &directory)
{
    if (!QDir().mkpath(directory))
        return Error{ErrorCode::ReadOnly, u"the folder cannot be made"_s, directory};
    QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

Result<void> ensureJournalKey(const QString &directory)
{
    const QString path = directory + kJournalKeyFile;
    if (QFile::exists(path))
        return {};
    return writeSecretFile(path, crypto::SigningKey::generate().seed().toHex());
}

Result<void> writeIdentity(store::Database &db, const Clock &clock, RandomSource &random, const crypto::SigningKey &key)
{
    UuidV7Source ids(clock, random);
    auto transaction = store::Transaction::begin(db);
    if (!transaction)
        return transaction.error();
    const std::pair<QString, QString> rows[] = {
        {u"epoch"_s, ids.next().toString()},
        {u"journal_public_key"_s, QString::fromLatin1(key.publicKey().toHex())},
        {u"server_id"_s, ids.next().toString()},
    };
    for (const auto &[name, value] : rows) {
        if (auto set = setMeta(db, name, value); !set)
            return set;
    }
    return transaction->commit();
}

Result<crypto::SigningKey> readJournalKey(const QString &directory)
{
    auto text = readFile(directory + kJournalKeyFile);
    if (!text)
        return text.error().withContext(u"while reading the server's journal key"_s);
    return crypto::SigningKey::fromSeed(QByteArray::fromHex(text->trimmed()));
}

Result<void> readIdentity(OfficeData &d, const QString &directory)
{
    auto serverId = meta(*d.db, u"server_id"_s);
    if (!serverId)
        return serverId.error();
    if (serverId->isEmpty())
        return Error{ErrorCode::NotFound, u"the folder was never initialised"_s, directory};
    auto epoch = meta(*d.db, u"epoch"_s);
    auto publicKey = meta(*d.db, u"journal_public_key"_s);
    auto key = readJournalKey(directory);
    if (!epoch)
        return epoch.error();
    if (!publicKey)
        return publicKey.error();
    if (!key)
        return key.error();
    if (QString::fromLatin1(key->publicKey().toHex()) != *publicKey)
        return Error{ErrorCode::Damaged, u"the journal key does not belong to this database"_s, directory};
    d.serverId = *serverId;
    d.epoch = *epoch;
    d.key = std::move(*key);
    return {};
}

/// Made once, by whichever worker of the first server to need it holds the database.
Result<void> ensureRecoveryKey(store::Database &db, const QString &directory)
{
    auto transaction = store::Transaction::begin(db);
    if (!transaction)
        return transaction.error();
    const auto known = meta(db, kRecoveryKeyMeta);
    if (!known)
        return known.error();
    if (!known->isEmpty())
        return {};
    const crypto::BoxKey made = crypto::BoxKey::generate();
    if (auto written = writeSecretFile(directory + kRecoveryKeyFile, made.secret().toHex()); !written)
        return written;
    if (auto set = setMeta(db, kRecoveryKeyMeta, QString::fromLatin1(made.publicKey().toHex())); !set)
        return set;
    return transaction->commit();
}

/// Its secret half may have been taken away from the server; whoever wants a password reset puts it back.
Result<void> readRecoveryKey(OfficeData &d, const QString &directory)
{
    auto known = meta(*d.db, kRecoveryKeyMeta);
    if (known && known->isEmpty()) { // a folder of before
        if (auto made = ensureRecoveryKey(*d.db, directory); !made)
            return made;
        known = meta(*d.db, kRecoveryKeyMeta);
    }
    if (!known)
        return known.error();
    d.recoveryPublicKey = QByteArray::fromHex(known->toLatin1());
    const auto secret = readFile(directory + kRecoveryKeyFile);
    if (!secret)
        return secret.error().code == ErrorCode::NotFound ? Result<void>() : Result<void>(secret.error());
    auto key = crypto::BoxKey::fromSecret(QByteArray::fromHex(secret->trimmed()));
    if (!key || key->publicKey() != d.recoveryPublicKey)
        return Error{ErrorCode::Damaged, u"the recovery key does not belong to this database"_s, directory};
    d.recoveryKey = std::move(*key);
    return {};
}

} // namespace

Result<void> Office::initialise(const QString &directory, const Clock &clock, RandomSource &random,
                                const QString &databaseFile)
{
    if (auto ready = crypto::initialise(); !ready)
        return ready;
    if (auto made = ensureFolder(directory); !made)
        return made;
    const QString path = databasePath(directory, databaseFile);
    store::Database::Options options;
    options.mode = store::Database::Mode::Create;
    options.applicationId = kServerApplicationId;
    auto db = store::Database::open(path, options);
    if (!db)
        return db.error();
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    if (auto migrated = store::migrate(**db, serverMigrations(), path); !migrated)
        return migrated;
    auto known = meta(**db, u"server_id"_s);
    if (!known)
        return known.error();
    if (!known->isEmpty())
        return Error{ErrorCode::Conflict, u"the folder is already initialised"_s, directory};
    if (auto made = ensureJournalKey(directory); !made)
        return made;
    if (!QFile::exists(directory + u"/server.pem"_s)) {
        const QStringList names{u"localhost"_s, u"127.0.0.1"_s, u"::1"_s, QSysInfo::machineHostName()};
        if (auto made = writeCertificates(directory, names, clock); !made)
            return made;
    }
    if (auto made = ensureRecoveryKey(**db, directory); !made)
        return made;
    auto key = readJournalKey(directory);
    if (!key)
        return key.error();
    // Last of all: a folder without it counts as not initialised, so that an interrupted start can be repeated.
    return writeIdentity(**db, clock, random, *key);
}

Result<std::unique_ptr<Office>> Office::open(const QString &directory, const domain::CatalogueShelf &shelf,
                                             const Clock &clock, RandomSource &random, const QString &databaseFile)
{
    if (auto ready = crypto::initialise(); !ready)
        return ready.error();
    const QString path = databasePath(directory, databaseFile);
    if (!QFileInfo::exists(path))
        return Error{ErrorCode::NotFound, u"the folder was never initialised"_s, directory};
    auto d = std::make_unique<Private>(shelf, clock, random, directory);
    store::Database::Options options;
    options.applicationId = kServerApplicationId;
    auto db = store::Database::open(path, options);
    if (!db)
        return db.error();
    d->db = std::move(*db);
    if (auto migrated = store::migrate(*d->db, serverMigrations(), path); !migrated)
        return migrated.error();
    if (auto read = readIdentity(*d, directory); !read)
        return read.error();
    if (auto read = readRecoveryKey(*d, directory); !read)
        return read.error();
    d->proofs = std::make_shared<RequestProofs>(clock);
    return std::unique_ptr<Office>(new Office(std::move(d)));
}

Office::Office(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
Office::~Office() = default;

void Office::setActor(const QString &actor)
{
    m_d->actor = actor;
}

void Office::setPasswordCost(const crypto::KdfCost &cost)
{
    m_d->passwordCost = cost;
    m_d->strangerHash.clear();
}

Result<void> Office::startNewEpoch()
{
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    const QString epoch = m_d->ids.next().toString();
    if (auto set = setMeta(*m_d->db, u"epoch"_s, epoch); !set)
        return set;
    if (auto noted = audit(*m_d, u"epoch.new"_s, epoch); !noted)
        return noted;
    if (auto committed = transaction->commit(); !committed)
        return committed;
    m_d->epoch = epoch;
    return {};
}

Result<void> Office::backupTo(const QString &path)
{
    if (QFileInfo::exists(path))
        return Error{ErrorCode::Conflict, u"the backup file exists already"_s, path};
    if (auto done = m_d->db->backupTo(path); !done)
        return done;
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return audit(*m_d, u"backup"_s, QString());
}

// ---- shared small things

Result<QString> meta(store::Database &db, const QString &key)
{
    auto row = oneRow(
        db, "SELECT value FROM server_meta WHERE key=?", [](store::Statement &s) { return s.text(0); }, key);
    if (!row)
        return row.error();
    return row->value_or(QString());
}

Result<void> setMeta(store::Database &db, const QString &key, const QString &value)
{
    return runSql(db,
                  "INSERT INTO server_meta(key,value) VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value",
                  key, value);
}

Result<void> audit(OfficeData &d, const QString &act, const QString &subject, const QString &actor)
{
    return auditAt(d, d.nowMs(), act, subject, actor.isEmpty() ? d.actor : actor);
}

Result<void> auditAt(OfficeData &d, qint64 atMs, const QString &act, const QString &subject, const QString &actor)
{
    return runSql(*d.db, "INSERT INTO audit(at_ms,act,subject,actor) VALUES(?,?,?,?)", atMs, act, subject, actor);
}

Error refusal(ErrorCode code, const QString &wireCode, const QString &detail)
{
    return {code, detail, wireCode};
}

} // namespace ruhu::service
