// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A store whose database is damaged or gone is made anew beside it, from whatever still opens, and takes its place when it
// is whole. The damaged files stay in DIR/broken-<ms>/ and are never deleted.

#include "client_schema.h"
#include "client_store_private.h"
#include "durable_file.h"
#include "salvage.h"

#include <ruhu/base/json.h>
#include <ruhu/base/logging.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/domain/codec.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

constexpr qsizetype kIdBytes = 16;
const auto kReportName = u"report.json"_s; // its presence says that nothing more is to be got from the folder
constexpr std::size_t kPageEntries = 200;

QString brokenPath(const QString &directory, WallTime now)
{
    QString path = directory + u"/broken-"_s + QString::number(toMs(now));
    while (QFileInfo::exists(path))
        path += u"-again"_s;
    return path;
}

/// Moves the database of the folder aside, if there is one.
Result<void> setAside(const QString &directory, const QString &aside)
{
    if (auto made = makeFolder(aside); !made)
        return made;
    for (const QString &name : {u"local.db"_s, u"local.db-wal"_s, u"local.db-shm"_s}) {
        const QString from = directory + u'/' + name;
        if (QFileInfo::exists(from) && !QFile::rename(from, aside + u'/' + name))
            return Error{ErrorCode::ReadOnly, u"cannot move the damaged file aside"_s, from};
    }
    if (auto synced = syncFolder(aside); !synced)
        return synced;
    return syncFolder(directory);
}

/// Folders whose database was set aside and from which nothing was taken yet, newest first: an earlier recovery may have
/// been killed.
QStringList openFolders(const QString &directory)
{
    QStringList folders;
    const QDir dir(directory);
    for (const QString &name : dir.entryList({u"broken-*"_s}, QDir::Dirs, QDir::Name | QDir::Reversed)) {
        if (!QFileInfo::exists(dir.filePath(name + u'/' + kReportName)))
            folders << dir.filePath(name);
    }
    return folders;
}

/// Backups from the newest on; an upgrade's as well.
QStringList backups(const QString &directory)
{
    QStringList files;
    const QDir daily(directory + u"/backup"_s);
    for (const QString &name : daily.entryList({u"*.db"_s}, QDir::Files, QDir::Name | QDir::Reversed))
        files << daily.filePath(name);
    const QDir dir(directory);
    for (const QString &name : dir.entryList({u"local.db.*.bak"_s}, QDir::Files, QDir::Time))
        files << dir.filePath(name);
    return files;
}

/// Puts a copy of the file among the folder's backups; the next recovery finds it there, too.
Result<void> takeIn(const QString &backup, const QString &directory, const crypto::Sealer &sealer, WallTime now)
{
    const QString folder = directory + u"/backup"_s;
    if (auto made = makeFolder(folder); !made)
        return made;
    const QString copy = folder + u"/given-%1.db"_s.arg(toMs(now));
    if (!QFileInfo(backup).isFile())
        return Error{ErrorCode::NotFound, u"no such file"_s, backup};
    if (!QFile::copy(backup, copy))
        return Error{ErrorCode::DiskFull, u"the backup cannot be copied into the folder"_s, copy};
    if (Salvage salvage(sealer); salvage.openCopy(copy) && salvage.isOurs()) {
        QFile::setPermissions(copy, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        return syncFolder(folder);
    }
    QFile::remove(copy);
    return Error{ErrorCode::InvalidInput, u"not a backup of this folder"_s, backup};
}

QByteArray storeIdOf(const QString &directory)
{
    QFile marker(directory + u"/store.id"_s);
    const QByteArray id =
        marker.open(QIODevice::ReadOnly) ? QByteArray::fromHex(marker.readAll().trimmed()) : QByteArray();
    return id.size() == kIdBytes ? id : SystemRandom().bytes(kIdBytes);
}

QString mimeOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xd8\xff"))
        return u"image/jpeg"_s;
    return bytes.startsWith("\x89PNG") ? u"image/png"_s : u"application/json"_s;
}

/// Photos and strokes that the event names.
void addNamed(const QByteArray &body, std::set<QByteArray> &named)
{
    const auto event = domain::decodeEvent(body);
    if (!event)
        return;
    if (const auto *photo = std::get_if<domain::PhotoAttached>(&event->payload))
        named.insert(photo->sha256);
    if (const auto *signature = std::get_if<domain::SignatureGiven>(&event->payload))
        named.insert(signature->strokes);
}

} // namespace

/// Collects what still opens, act by act. What came first stands: the database before the log before a backup.
class ActCollection {
public:
    /// Answers how many entries were new.
    qint64 add(std::vector<LoggedAct> acts)
    {
        qint64 added = 0;
        for (LoggedAct &act : acts) {
            if (m_ids.count(act.entries.front().id) > 0)
                continue;
            for (const OwnEntry &entry : act.entries)
                m_ids.insert(entry.id);
            added += static_cast<qint64>(act.entries.size());
            m_acts.push_back(std::move(act));
        }
        return added;
    }
    /// Known to be at the server: nobody needs to send it again.
    void settle(const std::set<EventId> &stored) { m_ids.insert(stored.begin(), stored.end()); }
    /// In the order in which they were recorded.
    [[nodiscard]] std::vector<OwnEntry> inOrder()
    {
        std::stable_sort(m_acts.begin(), m_acts.end(), [](const LoggedAct &a, const LoggedAct &b) {
            return std::pair(a.incarnation, a.first) < std::pair(b.incarnation, b.first);
        });
        std::vector<OwnEntry> entries;
        for (LoggedAct &act : m_acts)
            std::move(act.entries.begin(), act.entries.end(), std::back_inserter(entries));
        return entries;
    }

private:
    std::set<EventId> m_ids;
    std::vector<LoggedAct> m_acts;
};

/// One recovery: reads from the folders, writes to a new store.
class ClientStore::Recovery {
public:
    Recovery(ClientStore &store, QString directory) : m_store(store), m_d(*store.m_d), m_directory(std::move(directory))
    {}

    [[nodiscard]] Result<RecoveryReport> fill(const QStringList &folders)
    {
        for (const QString &folder : folders) {
            if (auto done = fromDatabase(folder); !done)
                return done.error();
        }
        m_report.fromLog = m_acts.add(m_d.log.read());
        for (const QString &file : backups(m_directory)) {
            if (auto done = fromBackup(file); !done)
                return done.error();
        }
        if (auto done = rejournal(); !done)
            return done.error();
        if (auto done = listBlobs(); !done)
            return done.error();
        if (auto done = m_d.rebuildAll(); !done)
            return done.error();
        return m_report;
    }

private:
    [[nodiscard]] Result<void> fromDatabase(const QString &folder);
    [[nodiscard]] Result<void> keepFeed(const SalvagedFeed &feed);
    [[nodiscard]] Result<void> fromBackup(const QString &file);
    [[nodiscard]] Result<void> keepReceived(Salvage &salvage);
    [[nodiscard]] Result<void> rejournal();
    [[nodiscard]] Result<void> listBlobs();

    ClientStore &m_store;
    Private &m_d;
    QString m_directory;
    ActCollection m_acts;
    std::set<QByteArray> m_named; // blobs of what is to be sent
    qint64 m_incarnation = 1; // the newest one seen anywhere
    RecoveryReport m_report;
};

Result<void> ClientStore::Recovery::fromDatabase(const QString &folder)
{
    Salvage salvage(m_d.sealer);
    if (!salvage.open(folder, m_d.databaseFile))
        return {}; // the log and the backups are left
    const SalvagedJournal journal = salvage.journal();
    m_incarnation = std::max(m_incarnation, journal.incarnation);
    m_acts.settle(journal.stored);
    m_report.fromDatabase += m_acts.add(journal.pending);
    if (auto kept = keepReceived(salvage); !kept)
        return kept;
    for (const auto &[name, value] : salvage.settings()) {
        if (auto kept = m_store.setSetting(name, value); !kept)
            return kept;
    }
    return {};
}

/// What came from the office: without a network the tickets are worked on as they were known.
Result<void> ClientStore::Recovery::keepReceived(Salvage &salvage)
{
    for (const QByteArray &document : salvage.documents()) {
        const QString hash = QString::fromLatin1(crypto::blake2b(document).toHex());
        if (auto kept = m_store.keepDocument(hash, document); !kept)
            return kept.error();
    }
    for (const SalvagedFeed &feed : salvage.feeds()) {
        if (auto kept = keepFeed(feed); !kept)
            return kept;
    }
    return {};
}

/// As far as the entries follow one another; the rest is fetched from the office.
Result<void> ClientStore::Recovery::keepFeed(const SalvagedFeed &feed)
{
    const auto before = m_store.cursor(feed.name);
    if (!before || before->sequence > 0)
        return before ? Result<void>() : Result<void>(before.error());
    QByteArray hash = crypto::chainStart();
    for (std::size_t at = 0; at < feed.entries.size(); at += kPageEntries) {
        InboxPage page{feed.name, feed.epoch, {}, {}};
        const std::size_t end = std::min(feed.entries.size(), at + kPageEntries);
        page.entries.assign(feed.entries.begin() + static_cast<std::ptrdiff_t>(at),
                            feed.entries.begin() + static_cast<std::ptrdiff_t>(end));
        for (const InboxEntry &entry : page.entries)
            hash = crypto::feedNext(hash, entry.eventHash);
        page.hashAfter = hash;
        if (auto applied = m_store.applyPage(page); !applied) {
            qCWarning(lcStore) << "a feed is fetched anew from" << page.entries.front().sequence;
            return {};
        }
        m_report.feedEntries += static_cast<qint64>(page.entries.size());
    }
    return {};
}

Result<void> ClientStore::Recovery::fromBackup(const QString &file)
{
    Salvage salvage(m_d.sealer);
    if (!salvage.openCopy(file))
        return {};
    SalvagedJournal journal = salvage.journal();
    m_incarnation = std::max(m_incarnation, journal.incarnation);
    m_report.fromBackup += m_acts.add(std::move(journal.pending));
    return keepReceived(salvage);
}

/// Everything goes out in a new incarnation: the server skips what it has, by its id.
Result<void> ClientStore::Recovery::rejournal()
{
    const std::vector<OwnEntry> entries = m_acts.inOrder();
    for (const OwnEntry &entry : entries)
        addNamed(entry.body, m_named);
    auto transaction = Transaction::begin(*m_d.database);
    if (!transaction)
        return transaction.error();
    JournalHead head{m_incarnation + 1, 0, crypto::chainStart()};
    if (auto appended = m_d.append(head, entries); !appended)
        return appended;
    if (auto noted = run(*m_d.database, "UPDATE store_state SET incarnation = ?", head.incarnation); !noted)
        return noted;
    if (auto committed = transaction->commit(); !committed)
        return committed;
    m_d.head = head;
    return {};
}

Result<void> ClientStore::Recovery::listBlobs()
{
    const QDir media(m_directory + u"/media"_s);
    for (const QString &folder : media.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QString &name : QDir(media.filePath(folder)).entryList(QDir::Files)) {
            const QByteArray sha256 = QByteArray::fromHex(name.toLatin1());
            const auto bytes = m_d.files.read(sha256);
            if (!bytes)
                continue; // not a blob, or one that no longer opens: it stays where it is
            // What the office is not known to have is sent; of the rest it asks for what it lacks.
            const bool verified = m_named.count(sha256) == 0;
            auto noted = run(*m_d.database,
                             "INSERT INTO blob(sha256, mime, size_bytes, verified, local) VALUES(?, ?, ?, ?, 1)"
                             " ON CONFLICT(sha256) DO NOTHING",
                             sha256, mimeOf(*bytes), bytes->size(), verified);
            if (!noted)
                return noted;
            ++m_report.blobs;
        }
    }
    return {};
}

namespace {

QByteArray reportJson(const RecoveryReport &report)
{
    Json json;
    json.set(u"fromDatabase"_s, std::int64_t{report.fromDatabase})
        .set(u"fromLog"_s, std::int64_t{report.fromLog})
        .set(u"fromBackup"_s, std::int64_t{report.fromBackup})
        .set(u"feedEntries"_s, std::int64_t{report.feedEntries})
        .set(u"blobs"_s, std::int64_t{report.blobs});
    return writeJson(json) + '\n';
}

} // namespace

Result<void> ClientStore::Private::beginDatabase(const QByteArray &storeId)
{
    Database::Options options;
    options.mode = Database::Mode::Create;
    options.applicationId = kClientApplicationId;
    auto opened = Database::open(databaseFile, options);
    if (!opened)
        return opened.error();
    database = std::move(*opened);
    if (auto migrated = migrate(*database, clientMigrations(), databaseFile); !migrated)
        return migrated;
    if (auto made = makeState(storeId); !made)
        return made;
    if (auto read = readHead(); !read)
        return read;
    return database->checkpoint(); // its head is lent to files that lost theirs
}

Result<RecoveryReport> ClientStore::recover(const QString &directory, Keys keys, const domain::CatalogueShelf &shelf,
                                            const Clock &clock, const QString &backup)
{
    if (const auto started = crypto::initialise(); !started)
        return started.error();
    auto d = std::make_unique<Private>(directory, std::move(keys), shelf, clock);
    if (const auto locked = d->takeLock(); !locked)
        return locked.error();
    if (!backup.isEmpty()) {
        if (const auto taken = takeIn(backup, directory, d->sealer, clock.now()); !taken)
            return taken.error();
    }
    if (const auto aside = setAside(directory, brokenPath(directory, clock.now())); !aside)
        return aside.error();
    // What an earlier recovery had begun is a copy of what is still there.
    QDir(directory + u"/recovered"_s).removeRecursively();
    if (const auto made = makeFolder(directory + u"/recovered"_s); !made)
        return made.error();
    d->databaseFile = directory + u"/recovered/local.db"_s;
    const QByteArray storeId = storeIdOf(directory);
    if (const auto begun = d->beginDatabase(storeId); !begun)
        return begun.error();
    const QStringList folders = openFolders(directory);
    ClientStore store(std::move(d)); // holds the folder's lock to the end
    auto report = Recovery(store, directory).fill(folders);
    if (!report)
        return report;
    if (const auto written = store.m_d->database->checkpoint(); !written)
        return written.error();
    store.m_d->database.reset();
    if (const auto placed = moveIntoPlace(directory, storeId); !placed)
        return placed.error();
    for (const QString &folder : folders) {
        if (const auto noted = writeDurably(folder + u'/' + kReportName, reportJson(*report)); !noted)
            return noted.error();
    }
    report->keptAt = folders.isEmpty() ? QString() : folders.front();
    qCWarning(lcStore) << "the store was made anew:" << reportJson(*report).trimmed();
    return report;
}

Result<void> ClientStore::moveIntoPlace(const QString &directory, const QByteArray &storeId)
{
    const QString from = directory + u"/recovered/local.db"_s;
    if (auto synced = syncFile(from); !synced)
        return synced;
    if (!QFile::rename(from, directory + u"/local.db"_s))
        return Error{ErrorCode::ReadOnly, u"the new database cannot take its place"_s, from};
    if (auto marked = writeDurably(directory + u"/store.id"_s, storeId.toHex() + '\n'); !marked)
        return marked;
    QDir(directory + u"/recovered"_s).removeRecursively();
    return syncFolder(directory);
}

} // namespace ruhu::store
