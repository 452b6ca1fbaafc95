// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "act_log.h"

#include <ruhu/store/client_store.h>
#include <ruhu/store/database.h>

#include <QTemporaryDir>

#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace ruhu::store {

struct SalvagedJournal {
    qint64 incarnation = 1; // the newest one that was seen
    std::vector<LoggedAct> pending; // whole acts the server has not proved to hold, parked ones as well
    std::set<EventId> stored; // what it has
};

struct SalvagedFeed {
    QString name;
    QString epoch;
    std::vector<InboxEntry> entries; // from the first on, without a gap
};

/// Reads what still opens of a damaged database. Works on a copy: the damaged files are evidence. Rows are looked up one
/// by one by their keys, so that a destroyed page costs its own rows only; what is sealed vouches for itself. Thread: one.
class Salvage {
public:
    /// The sealer must outlive this object.
    explicit Salvage(const crypto::Sealer &sealer) : m_sealer(sealer) {}

    /// Of the database of a folder; where its head is destroyed it gets that of `sound`, a database of the same schema.
    /// False: nothing is to be read there.
    [[nodiscard]] bool open(const QString &folder, const QString &sound);
    /// Of a whole file, such as a backup.
    [[nodiscard]] bool openCopy(const QString &file);

    /// Whether it was sealed with this sealer's key.
    [[nodiscard]] bool isOurs();
    [[nodiscard]] SalvagedJournal journal();
    [[nodiscard]] std::vector<SalvagedFeed> feeds();
    [[nodiscard]] std::vector<QByteArray> documents();
    /// Names with their clear values.
    [[nodiscard]] std::vector<std::pair<QString, QByteArray>> settings();

private:
    [[nodiscard]] bool openDatabase(const QString &path);
    void readIncarnation(qint64 incarnation, SalvagedJournal &journal, bool &any);
    [[nodiscard]] std::vector<QString> texts(const char *sql);

    const crypto::Sealer &m_sealer;
    std::unique_ptr<QTemporaryDir> m_copies;
    std::unique_ptr<Database> m_database;
};

} // namespace ruhu::store
