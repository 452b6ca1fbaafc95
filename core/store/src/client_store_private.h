// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <ruhu/store/blob_files.h>
#include <ruhu/store/client_store.h>
#include <ruhu/store/database.h>

#include <QLockFile>

#include <map>
#include <memory>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ruhu::store {

/// What sealed bytes are bound to, so that a cell moved to another row or table does not open.
namespace place {
[[nodiscard]] QByteArray journal(qint64 incarnation, qint64 sequence);
[[nodiscard]] QByteArray inbox(const QString &feed, qint64 sequence);
[[nodiscard]] QByteArray ticket(TicketId id);
[[nodiscard]] QByteArray setting(const QString &key);
} // namespace place

/// A ticket's history as far as it counts, and what belongs to it beside the events.
struct LoadedHistory {
    std::vector<domain::HistoryEntry> entries; // without quarantined ones
    qint64 pending = 0;
    qint64 refused = 0;
    bool gone = false;
};

struct FoldedTicket {
    domain::Ticket ticket;
    qint64 pending = 0;
    qint64 refused = 0;
    bool gone = false;
};

struct ClientStore::Private {
    Private(const QString &directory_, Keys keys, const domain::CatalogueShelf &shelf_, const Clock &clock_);

    // client_store.cpp
    [[nodiscard]] Result<void> takeLock();
    [[nodiscard]] Result<void> openDatabase();
    [[nodiscard]] Result<void> readState();
    [[nodiscard]] Result<void> makeState();
    [[nodiscard]] Result<void> checkMarker(const QByteArray &storeId);

    // client_journal.cpp
    struct NewEntry {
        EventId id;
        TicketId ticket;
        qint64 groupLeft = 0;
        QByteArray body; // clear
    };
    [[nodiscard]] Result<void> readHead();
    /// Notes the server's codes; answers the tickets of entries whose code changed.
    [[nodiscard]] Result<std::set<TicketId>> noteVerdicts(const JournalHead &proved,
                                                          const std::map<qint64, QString> &verdicts);
    [[nodiscard]] Result<std::vector<NewEntry>> takePending();
    [[nodiscard]] Result<void> signTail();
    /// Appends behind `at` and moves it; signs at the end of every group. Inside a transaction.
    [[nodiscard]] Result<void> append(JournalHead &at, const std::vector<NewEntry> &entries);
    [[nodiscard]] Result<void> sign(qint64 incarnation, qint64 first, qint64 last, const QByteArray &hash);
    /// Opens the body; columns: incarnation, sequence, id, ticket, body, hash, state, problem.
    [[nodiscard]] Result<JournalEntry> journalEntry(const Statement &row) const;
    /// Every row of a statement that selects the columns journalEntry() reads.
    [[nodiscard]] Result<std::vector<JournalEntry>> journalEntries(Result<Statement> statement) const;

    // client_history.cpp
    [[nodiscard]] Result<LoadedHistory> loadHistory(TicketId id);
    [[nodiscard]] Result<FoldedTicket> load(TicketId id); // NotFound when there is no event
    /// From the cache or loaded into it; valid until the next call on the store.
    [[nodiscard]] Result<const FoldedTicket *> folded(TicketId id);
    void remember(FoldedTicket &&ticket);

    // client_inbox.cpp
    [[nodiscard]] Result<void> insertPage(const InboxPage &page, std::set<TicketId> &touched);
    [[nodiscard]] Result<void> refoldAll(const std::set<TicketId> &ids, std::vector<FoldedTicket> &staged);

    // client_projection.cpp
    [[nodiscard]] Result<void> writeRow(const FoldedTicket &folded);
    /// Folds anew and writes or removes the row; inside a transaction. A fold that was cached goes to `staged`, to be
    /// remembered after the commit.
    [[nodiscard]] Result<void> refold(TicketId id, std::vector<FoldedTicket> &staged);
    /// Pending and refused of one ticket, counted in the journal and written to its row.
    [[nodiscard]] Result<std::pair<qint64, qint64>> recount(TicketId id);
    [[nodiscard]] Result<TicketRow> openRow(const Statement &row) const;
    [[nodiscard]] Result<void> rebuildAll();

    QString directory;
    QLockFile lock; // before everything that touches files: released last
    crypto::SigningKey signing;
    DeviceId device;
    const domain::CatalogueShelf &shelf;
    const Clock &clock;
    crypto::AeadSealer sealer;
    crypto::AeadSealer mediaSealer;
    BlobFiles files;
    std::unique_ptr<Database> database;
    JournalHead head;
    /// Folds of tickets in use. An entry is taken out before a write and put back after its commit, so that a failed
    /// write leaves nothing wrong here.
    std::unordered_map<TicketId, FoldedTicket> cache;
};

inline constexpr char kSelectEntry[] =
    "SELECT incarnation, sequence, id, ticket, body, hash, state, problem FROM journal ";

} // namespace ruhu::store
