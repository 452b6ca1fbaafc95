// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "act_log.h"
#include "sql.h"

#include <ruhu/store/blob_files.h>
#include <ruhu/store/client_store.h>
#include <ruhu/store/database.h>

#include <QLockFile>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>
#include <vector>

namespace ruhu::store {

/// What sealed bytes are bound to, so that a cell moved to another row or table does not open.
namespace place {
[[nodiscard]] QByteArray journal(qint64 incarnation, qint64 sequence);
[[nodiscard]] QByteArray inbox(const QString &feed, qint64 sequence);
[[nodiscard]] QByteArray ticket(TicketId id);
[[nodiscard]] QByteArray setting(const QString &key);
} // namespace place

/// Own entries of a ticket by what became of them; as in TicketRow.
struct OwnCounts {
    qint64 pending = 0;
    qint64 refused = 0;
    QString refusedCode;
};

/// A ticket's history as far as it counts, and what belongs to it beside the events.
struct LoadedHistory {
    std::vector<domain::HistoryEntry> entries; // without quarantined ones and those that no longer open
    OwnCounts own;
    bool gone = false;
};

struct FoldedTicket {
    domain::Ticket ticket;
    OwnCounts own;
    bool gone = false;
};

struct ClientStore::Private {
    Private(const QString &directory_, Keys keys, const domain::CatalogueShelf &shelf_, const Clock &clock_);

    // client_store.cpp
    [[nodiscard]] Result<void> takeLock();
    [[nodiscard]] Result<void> openDatabase();
    [[nodiscard]] Result<void> readState();
    [[nodiscard]] Result<void> makeState(const QByteArray &storeId);
    [[nodiscard]] Result<void> checkMarker(const QByteArray &storeId);

    // client_recovery.cpp
    /// A new, empty database at `databaseFile`.
    [[nodiscard]] Result<void> beginDatabase(const QByteArray &storeId);

    // client_replay.cpp
    /// Makes journal and log of acts agree: what one has lost comes from the other.
    [[nodiscard]] Result<void> replayLog();
    [[nodiscard]] Result<void> putActsBack(const std::vector<LoggedAct> &lost);
    [[nodiscard]] Result<void> logUnlogged(const std::set<EventId> &logged);

    // client_care.cpp
    [[nodiscard]] QString ballastPath() const;
    /// False: there was none.
    [[nodiscard]] bool dropBallast() const;

    // client_journal.cpp
    using NewEntry = OwnEntry;
    /// One try of ClientStore::record().
    [[nodiscard]] Result<void> recordOnce(const std::vector<domain::Event> &group,
                                          const std::vector<NewEntry> &entries);
    [[nodiscard]] static Result<std::vector<NewEntry>> encodeGroup(const std::vector<domain::Event> &group);
    [[nodiscard]] Result<void> readHead();
    /// Notes the server's codes; answers the tickets of entries whose code changed.
    [[nodiscard]] Result<std::set<TicketId>> noteVerdicts(const JournalHead &proved,
                                                          const std::map<qint64, QString> &verdicts);
    [[nodiscard]] Result<std::set<TicketId>> parkAct(qint64 incarnation, qint64 sequence, const QString &code);
    [[nodiscard]] Result<std::set<TicketId>> parkDamaged();
    [[nodiscard]] Result<std::vector<NewEntry>> takePending();
    [[nodiscard]] Result<void> signTail();
    /// Moves what is pending to a new incarnation; inside a transaction. Moves `head`.
    [[nodiscard]] Result<void> rejournal();
    /// One transaction: `setAside` parks or releases, what is pending moves on, the tickets it names are folded anew.
    [[nodiscard]] Result<std::vector<TicketId>> renew(const std::function<Result<std::set<TicketId>>()> &setAside);
    /// Appends behind `at` and moves it; signs at the end of every group. Inside a transaction.
    [[nodiscard]] Result<void> append(JournalHead &at, const std::vector<NewEntry> &entries);
    [[nodiscard]] Result<void> sign(qint64 incarnation, qint64 first, qint64 last, const QByteArray &hash);
    /// Opens the body; columns: incarnation, sequence, id, ticket, body, hash, state, problem.
    [[nodiscard]] Result<JournalEntry> journalEntry(const Statement &row) const;
    /// Every row of a statement that selects the columns journalEntry() reads. One that does not open stops none of the
    /// others: it comes without its body.
    [[nodiscard]] Result<std::vector<JournalEntry>> journalEntries(Result<Statement> statement) const;

    // client_history.cpp
    [[nodiscard]] Result<LoadedHistory> loadHistory(TicketId id);
    [[nodiscard]] Result<FoldedTicket> load(TicketId id); // NotFound when there is no event
    /// From the cache or loaded into it; valid until the next call on the store.
    [[nodiscard]] Result<const FoldedTicket *> folded(TicketId id);
    void remember(FoldedTicket &&ticket);

    // client_inbox.cpp
    /// `insert` names the table; answers the tickets that the page names.
    [[nodiscard]] Result<std::set<TicketId>> insertPage(const char *insert, const InboxPage &page);
    /// The verdict on an own entry may arrive by a feed first.
    [[nodiscard]] Result<void> noteVerdictsOf(const InboxPage &page);
    [[nodiscard]] Result<std::set<TicketId>> ticketsIn(const QString &feed);
    [[nodiscard]] Result<void> refoldAll(const std::set<TicketId> &ids, std::vector<FoldedTicket> &staged);
    /// The last act of a transaction that brought events: what was cached is replaced only once it is durable.
    [[nodiscard]] Result<std::vector<TicketId>> refoldAndCommit(Transaction &transaction,
                                                                const std::set<TicketId> &ids);

    // client_projection.cpp
    /// Reads the history again where the row needs it.
    [[nodiscard]] Result<void> writeRow(const FoldedTicket &folded);
    [[nodiscard]] Result<void> writeRow(const FoldedTicket &folded, const std::vector<domain::HistoryEntry> &history);
    /// Folds anew and writes or removes the row; inside a transaction. A fold that was cached goes to `staged`, to be
    /// remembered after the commit.
    [[nodiscard]] Result<void> refold(TicketId id, std::vector<FoldedTicket> &staged);
    /// Own entries of one ticket, counted in the journal and written to its row.
    [[nodiscard]] Result<OwnCounts> recount(TicketId id);
    [[nodiscard]] Result<TicketRow> openRow(const Statement &row) const;
    [[nodiscard]] Result<void> rebuildAll();
    /// All rows; those that do not open go to `damaged`.
    [[nodiscard]] Result<std::vector<TicketRow>> openRows(std::set<TicketId> &damaged) const;
    /// Folds tickets anew whose rows no longer open.
    [[nodiscard]] Result<void> mendRows(const std::set<TicketId> &ids);

    // client_documents.cpp
    /// nullptr: neither built in nor kept, or kept and not readable.
    [[nodiscard]] std::shared_ptr<const domain::Catalogue> catalogue(const QString &hash) const;
    [[nodiscard]] Result<void> loadDocuments();
    /// Puts every kept service code on the shelf whose reference documents are all here; answers the hashes of new ones.
    std::vector<QString> readKept();
    /// Of the reference documents that a kept service code names, those that are not here.
    [[nodiscard]] std::vector<QString> missingReferences(const QByteArray &document) const;
    /// What tickets here are bound to and no shelf has; hashes only.
    [[nodiscard]] Result<std::vector<QString>> unknownCatalogues();

    QString directory;
    QString databaseFile;
    QLockFile lock; // before everything that touches files: released last
    crypto::SigningKey signing;
    DeviceId device;
    const domain::CatalogueShelf &shelf; // built into the program
    domain::CatalogueShelf fetched;
    std::map<QString, QByteArray> kept; // documents from the server, by hash
    std::map<QString, Error> unreadable; // of those, what is no service code for this program
    const Clock &clock;
    crypto::AeadSealer sealer;
    crypto::AeadSealer mediaSealer;
    BlobFiles files;
    ActLog log;
    qint64 putBack = 0; // entries of the log that the database had lost
    std::unique_ptr<Database> database;
    JournalHead head;
    /// Folds of tickets in use. An entry is taken out before a write and put back after its commit, so that a failed
    /// write leaves nothing wrong here.
    std::unordered_map<TicketId, FoldedTicket> cache;
};

/// Nothing when there is no event and no refused work.
[[nodiscard]] std::optional<FoldedTicket> foldLoaded(TicketId id, const LoadedHistory &history);
/// Nothing of a page is applied unless every entry follows the one before it (sync.md 2.6). Answers where it ends.
[[nodiscard]] Result<Cursor> follow(const Cursor &from, const InboxPage &page);
/// The tickets in the first column.
[[nodiscard]] Result<std::set<TicketId>> ticketsOf(Result<Statement> rows);

} // namespace ruhu::store
