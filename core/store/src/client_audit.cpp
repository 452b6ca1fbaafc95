// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client_store_private.h"

namespace ruhu::store {

Result<std::map<qint64, QByteArray>> ClientStore::signatures(qint64 incarnation, qint64 first, qint64 last)
{
    std::map<qint64, QByteArray> found;
    const auto read = forEach(
        query(*m_d->database, "SELECT last, signature FROM journal_sig WHERE incarnation = ? AND last BETWEEN ? AND ?",
              incarnation, first, last),
        [&](const Statement &row) -> Result<void> {
            found.emplace(row.integer(0), row.blob(1));
            return {};
        });
    if (!read)
        return read.error();
    return found;
}

Result<std::vector<InboxEntry>> ClientStore::inboxFrom(const QString &feed, qint64 afterSequence, int maxEntries)
{
    std::vector<InboxEntry> entries;
    const auto read =
        forEach(query(*m_d->database,
                      "SELECT sequence, device, incarnation, device_sequence, event_hash, revision, received_ms,"
                      " verdict, departed, body FROM inbox WHERE feed = ? AND sequence > ? ORDER BY sequence LIMIT ?",
                      feed, afterSequence, maxEntries),
                [&](const Statement &row) -> Result<void> {
                    InboxEntry entry;
                    entry.sequence = row.integer(0);
                    entry.device = DeviceId(row.uuid(1));
                    entry.incarnation = row.integer(2);
                    entry.deviceSequence = row.integer(3);
                    entry.eventHash = row.blob(4);
                    entry.revision = row.integer(5);
                    entry.receivedAt = wallTimeFromMs(row.integer(6));
                    entry.verdict = row.text(7);
                    entry.left = row.integer(8) != 0;
                    auto body = m_d->sealer.open(row.blob(9), place::inbox(feed, entry.sequence));
                    if (!body)
                        return body.error();
                    entry.body = std::move(*body);
                    entries.push_back(std::move(entry));
                    return {};
                });
    if (!read)
        return read.error();
    return entries;
}

Result<qint64> ClientStore::schemaVersion()
{
    auto statement = m_d->database->prepare("PRAGMA user_version");
    if (!statement)
        return statement.error();
    if (const auto row = statement->step(); !row)
        return row.error();
    return statement->integer(0);
}

} // namespace ruhu::store
