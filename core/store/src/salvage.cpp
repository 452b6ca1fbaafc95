// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "salvage.h"

#include "client_schema.h"
#include "client_store_private.h"

#include <ruhu/base/logging.h>
#include <ruhu/domain/codec.h>

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

constexpr qsizetype kHeadBytes = 100; // of a database file, see its format
constexpr qsizetype kPageBytes = 4096; // of every store
constexpr qsizetype kPageSizeAt = 16;
constexpr qsizetype kPageCountAt = 28;
constexpr qsizetype kFreeListAt = 32;
constexpr int kMissesInRow = 256; // more rows than a page holds: behind that nothing is expected any more
constexpr int kEmptyInRow = 3; // incarnations

/// Puts so many bytes of a good beginning on a file whose own is destroyed.
bool lendBeginning(const QString &path, const QString &sound, qsizetype bytes)
{
    QFile donor(sound);
    QFile file(path);
    if (!donor.open(QIODevice::ReadOnly) || !file.open(QIODevice::ReadWrite) || file.size() < bytes)
        return false;
    QByteArray head = donor.read(bytes);
    if (head.size() < bytes || qFromBigEndian<quint16>(head.constData() + kPageSizeAt) != kPageBytes)
        return false;
    qToBigEndian(static_cast<quint32>(file.size() / kPageBytes), head.data() + kPageCountAt);
    qToBigEndian(quint64{0}, head.data() + kFreeListAt); // what is free is of no use here
    return file.seek(0) && file.write(head) == head.size();
}

constexpr char kSelectEntry[] =
    "SELECT id, ticket, group_left, state, body FROM journal WHERE incarnation = ? AND sequence = ?";

struct JournalRow {
    OwnEntry entry;
    EntryState state = EntryState::Pending;
};

/// Nothing: no such row, or it cannot be reached.
std::optional<JournalRow> entryAt(Database &database, const crypto::Sealer &sealer, qint64 incarnation, qint64 sequence)
{
    auto statement = query(database, kSelectEntry, incarnation, sequence);
    const auto found = statement ? statement->step() : Result<bool>(false);
    if (!found || !*found)
        return std::nullopt;
    JournalRow row;
    row.entry.id = EventId(statement->uuid(0));
    row.entry.ticket = TicketId(statement->uuid(1));
    row.entry.groupLeft = statement->integer(2);
    row.state = static_cast<EntryState>(statement->integer(3));
    auto body = sealer.open(statement->blob(4), place::journal(incarnation, sequence));
    if (body)
        row.entry.body = std::move(*body);
    return row;
}

/// Every event of one act, as the events themselves say.
bool isWhole(const std::vector<OwnEntry> &entries)
{
    qint64 index = 0;
    for (const OwnEntry &entry : entries) {
        const auto event = domain::decodeEvent(entry.body);
        if (!event || event->meta.group.index != ++index)
            return false;
        if (event->meta.group.count != static_cast<qint64>(entries.size()))
            return false;
    }
    return !entries.empty();
}

constexpr char kSelectReceived[] =
    "SELECT device, incarnation, device_sequence, event_hash, revision, received_ms, verdict, departed, body FROM inbox"
    " WHERE feed = ? AND sequence = ?";

std::optional<InboxEntry> receivedAt(Database &database, const crypto::Sealer &sealer, const QString &feed,
                                     qint64 sequence)
{
    auto statement = query(database, kSelectReceived, feed, sequence);
    const auto found = statement ? statement->step() : Result<bool>(false);
    if (!found || !*found)
        return std::nullopt;
    auto body = sealer.open(statement->blob(8), place::inbox(feed, sequence));
    if (!body)
        return std::nullopt;
    InboxEntry entry;
    entry.sequence = sequence;
    entry.device = DeviceId(statement->uuid(0));
    entry.incarnation = statement->integer(1);
    entry.deviceSequence = statement->integer(2);
    entry.eventHash = statement->blob(3);
    entry.revision = statement->integer(4);
    entry.receivedAt = wallTimeFromMs(statement->integer(5));
    entry.verdict = statement->text(6);
    entry.left = statement->integer(7) != 0;
    entry.body = std::move(*body);
    return entry;
}

} // namespace

bool Salvage::openDatabase(const QString &path)
{
    Database::Options options;
    options.applicationId = kClientApplicationId;
    auto opened = Database::open(path, options);
    if (!opened)
        return false;
    m_database = std::move(*opened);
    // A head alone does not say where the tables are.
    const auto tables = m_database->prepare("SELECT incarnation, sequence FROM journal WHERE incarnation = 0");
    return tables.has_value();
}

bool Salvage::open(const QString &folder, const QString &sound)
{
    m_copies = std::make_unique<QTemporaryDir>(folder + u"/copy-XXXXXX"_s);
    const QString copy = m_copies->filePath(u"local.db"_s);
    if (!m_copies->isValid() || !QFile::copy(folder + u"/local.db"_s, copy))
        return false;
    // A WAL that is missing or not one takes nothing away from what the file itself holds.
    QFile::copy(folder + u"/local.db-wal"_s, copy + u"-wal"_s);
    if (openDatabase(copy))
        return true;
    // Tables are made in the same order everywhere, so a new database has them at the same pages: its whole first page
    // serves where the head alone does not. A wrong page shows nothing false, since rows vouch for themselves.
    for (const qsizetype bytes : {kHeadBytes, kPageBytes}) {
        m_database.reset();
        QFile::remove(copy + u"-shm"_s);
        if (lendBeginning(copy, sound, bytes) && openDatabase(copy))
            return true;
    }
    return false;
}

bool Salvage::openCopy(const QString &file)
{
    m_copies = std::make_unique<QTemporaryDir>(QFileInfo(file).absolutePath() + u"/copy-XXXXXX"_s);
    const QString copy = m_copies->filePath(u"local.db"_s);
    return m_copies->isValid() && QFile::copy(file, copy) && openDatabase(copy);
}

bool Salvage::isOurs()
{
    auto statement = m_database->prepare("SELECT store_id, key_check FROM store_state");
    const auto row = statement ? statement->step() : Result<bool>(false);
    return row && *row && m_sealer.open(statement->blob(1), keyCheckPlace(statement->blob(0))).has_value();
}

void Salvage::readIncarnation(qint64 incarnation, SalvagedJournal &journal, bool &any)
{
    LoggedAct act{incarnation, 0, {}};
    int misses = 0;
    for (qint64 sequence = 1; misses < kMissesInRow; ++sequence) {
        auto row = entryAt(*m_database, m_sealer, incarnation, sequence);
        if (!row) {
            ++misses;
            act = {incarnation, 0, {}}; // an act with a gap is none
            continue;
        }
        misses = 0;
        any = true;
        const bool last = row->entry.groupLeft == 0;
        const bool atServer = row->state == EntryState::Stored || row->state == EntryState::Safe;
        if (atServer)
            journal.stored.insert(row->entry.id);
        if (act.first == 0)
            act.first = sequence;
        act.entries.push_back(std::move(row->entry)); // one that does not open makes the act no whole one
        if (!last)
            continue;
        if (isWhole(act.entries) && !atServer)
            journal.pending.push_back(act);
        act = {incarnation, 0, {}};
    }
}

SalvagedJournal Salvage::journal()
{
    SalvagedJournal journal;
    auto statement = m_database->prepare("SELECT incarnation FROM store_state");
    if (statement) {
        const auto row = statement->step();
        if (row && *row)
            journal.incarnation = statement->integer(0);
    }
    int empty = 0;
    for (qint64 incarnation = 1; incarnation <= journal.incarnation || empty < kEmptyInRow; ++incarnation) {
        bool any = false;
        readIncarnation(incarnation, journal, any);
        empty = any ? 0 : empty + 1;
        if (any)
            journal.incarnation = std::max(journal.incarnation, incarnation);
    }
    return journal;
}

std::vector<QString> Salvage::texts(const char *sql)
{
    std::vector<QString> list;
    const auto read = forEach(m_database->prepare(sql), [&](const Statement &row) -> Result<void> {
        list.push_back(row.text(0));
        return {};
    });
    if (!read)
        qCWarning(lcStore) << "salvage: a table ends early" << codeName(read.error().code);
    return list;
}

std::vector<SalvagedFeed> Salvage::feeds()
{
    std::vector<SalvagedFeed> feeds;
    for (const QString &name : texts("SELECT feed FROM cursor")) {
        SalvagedFeed feed{name, {}, {}};
        auto statement = query(*m_database, "SELECT epoch FROM cursor WHERE feed = ?", name);
        const auto row = statement ? statement->step() : Result<bool>(false);
        if (row && *row)
            feed.epoch = statement->text(0);
        while (auto entry = receivedAt(*m_database, m_sealer, name, static_cast<qint64>(feed.entries.size()) + 1))
            feed.entries.push_back(std::move(*entry));
        feeds.push_back(std::move(feed));
    }
    return feeds;
}

std::vector<QByteArray> Salvage::documents()
{
    std::vector<QByteArray> documents;
    for (const QString &hash : texts("SELECT hash FROM document")) {
        auto statement = query(*m_database, "SELECT body FROM document WHERE hash = ?", hash);
        const auto row = statement ? statement->step() : Result<bool>(false);
        if (row && *row)
            documents.push_back(statement->blob(0));
    }
    return documents;
}

std::vector<std::pair<QString, QByteArray>> Salvage::settings()
{
    std::vector<std::pair<QString, QByteArray>> settings;
    for (const QString &name : texts("SELECT name FROM setting")) {
        auto statement = query(*m_database, "SELECT value FROM setting WHERE name = ?", name);
        const auto row = statement ? statement->step() : Result<bool>(false);
        if (!row || !*row)
            continue;
        if (auto value = m_sealer.open(statement->blob(0), place::setting(name)))
            settings.emplace_back(name, std::move(*value));
    }
    return settings;
}

} // namespace ruhu::store
