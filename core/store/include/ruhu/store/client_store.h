// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/clock.h>
#include <ruhu/base/result.h>
#include <ruhu/crypto/sealing.h>
#include <ruhu/crypto/signing.h>
#include <ruhu/domain/catalogue.h>
#include <ruhu/domain/ticket.h>

#include <QByteArray>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace ruhu::store {

/// What a list shows of a ticket; the projection row. Rebuildable from journal and inbox at any time.
struct TicketRow {
    TicketId id;
    QString number;
    QString customerName; // sealed at rest
    QString customerPhone; // sealed at rest
    QString division; // sealed at rest
    QString address; // sealed at rest
    QString product; // sealed at rest
    domain::TicketKind kind;
    domain::Text kindTitle; // in the words of the ticket's service code; empty where it does not say
    domain::Access access = domain::Access::Ftth;
    std::vector<domain::Service> services;
    domain::Area area = domain::Area::Urban;
    domain::Tier tier = domain::Tier::Standard;
    domain::State state = domain::State::ToContact;
    bool returned = false;
    bool needsNewerProgram = false;
    UserId assignee;
    QString assigneeName;
    std::optional<domain::Window> window; // booked, else requested
    bool booked = false;
    bool postponed = false; // by the customer; nothing to do until the customer calls (D15-87)
    std::optional<WallTime> backBy; // left the site, and promised to be back (D15-52, D14-08)
    std::optional<WallTime> promisedBy;
    std::optional<WallTime> signedOffAt;
    qint64 pending = 0; // own entries the server has not proved to hold
    qint64 refused = 0; // own entries parked or quarantined
    QString refusedCode; // verdict on the newest of them, or why it is parked; empty when none
    qint64 findings = 0; // at sign-off or later; 0 before
    int risk = 0;
    bool gone = false; // left this feed: kept, shown only in history
    bool operator==(const TicketRow &) const = default;
};

struct JournalHead {
    qint64 incarnation = 1;
    qint64 sequence = 0;
    QByteArray hash; // chain start when sequence is 0
    bool operator==(const JournalHead &) const = default;
};

/// Parked: set aside with its code; kept, shown, not folded and not sent until releaseParked().
enum class EntryState { Pending = 0, Stored = 1, Safe = 2, Parked = 3 };
/// Problem of an entry whose bytes no longer open.
inline const QString kDamagedEntry = QStringLiteral("damaged");

struct JournalEntry {
    qint64 incarnation = 1;
    qint64 sequence = 0;
    EventId id;
    TicketId ticket;
    QByteArray body; // clear; empty when the bytes no longer open, `problem` says so
    QByteArray hash; // chain hash at this entry
    EntryState state = EntryState::Pending;
    QString problem; // code of the server's verdict or of the refusal, empty when none
    bool operator==(const JournalEntry &) const = default;
};

struct InboxEntry {
    qint64 sequence = 0;
    DeviceId device;
    qint64 incarnation = 1;
    qint64 deviceSequence = 0;
    QByteArray eventHash;
    qint64 revision = 0;
    WallTime receivedAt;
    QString verdict;
    bool left = false;
    QByteArray body;
};

struct Cursor {
    QString epoch;
    qint64 sequence = 0;
    QByteArray feedHash; // chain start when sequence is 0
    bool operator==(const Cursor &) const = default;
};

struct InboxPage {
    QString feed;
    QString epoch;
    QByteArray hashAfter;
    std::vector<InboxEntry> entries;
};

struct BlobRow {
    QByteArray sha256;
    QString mime;
    qint64 sizeBytes = 0;
    bool verified = false; // the server holds it
    bool local = false; // bytes are in media/
};

/// What `verify` and `doctor` find; `firstBad` names it ("journal 1/17", "inbox user:…/4", "blob 3fa9…").
struct CheckReport {
    qint64 entriesChecked = 0;
    qint64 signaturesChecked = 0;
    qint64 inboxChecked = 0;
    qint64 blobsChecked = 0;
    QString database; // quick_check
    QString firstBad; // empty = all well
    QString reason;
};

/// What recover() brought back.
struct RecoveryReport {
    qint64 fromDatabase = 0; // own entries the server is not known to have, from the damaged database itself
    qint64 fromLog = 0; // … from the log of acts
    qint64 fromBackup = 0; // … from a backup
    qint64 feedEntries = 0; // of the office; what is missing is fetched again
    qint64 blobs = 0;
    QString keptAt; // the folder with the damaged files
    bool operator==(const RecoveryReport &) const = default;
};

/// The store of one person on one laptop: DIR/local.db and DIR/media/. Every writing call is one IMMEDIATE transaction
/// and durable when it returns success; after an error nothing of it is in the file, except that a disk which fails to
/// sync ("io-failure") leaves that open. Thread: the one that opened it.
class ClientStore {
public:
    struct Keys {
        crypto::WipedBytes dataKey; // 32 bytes
        crypto::SigningKey signing; // the device's key
        DeviceId device;
    };
    /// Shelf (what the program carries itself) and clock must outlive the store. Makes the store when the folder has none; DIR/store.id tells a lost
    /// database from a new store. Takes DIR/lock. Busy: another program holds the store. NotAllowed: made with another
    /// data key. Damaged names the file, which stays as it is. ReadOnly, DiskFull, SchemaTooNew as they are.
    [[nodiscard]] static Result<std::unique_ptr<ClientStore>> open(const QString &directory, Keys keys,
                                                                   const domain::CatalogueShelf &shelf,
                                                                   const Clock &clock);
    /// For a store that open() calls Damaged: sets its database aside (DIR/broken-<ms>/, never deleted) and makes it anew
    /// from what still opens of it, the log of acts and the backups; the rest comes from the office. Own entries go out
    /// in a new incarnation, the server skips those it has. Nothing has changed when it fails, and it can be called again.
    /// `backup`: a file of backupTo() that counts as well, from now on; InvalidInput when it is none of this store. Nothing
    /// older takes the place of anything newer, so it does no harm to a store that is whole.
    [[nodiscard]] static Result<RecoveryReport> recover(const QString &directory, Keys keys,
                                                        const domain::CatalogueShelf &shelf, const Clock &clock,
                                                        const QString &backup = {});
    ~ClientStore();
    /// Own entries that open() found in the log of acts and not in the database any more, and put back.
    [[nodiscard]] qint64 putBack() const;

    // ---- journal
    /// Appends one group: chained, signed, projected, pending. All events belong to the same ticket. TooLarge above the
    /// limits of base/limits.h: what is kept can always be sent.
    [[nodiscard]] Result<void> record(const std::vector<domain::Event> &group);
    [[nodiscard]] Result<JournalHead> head();
    /// Pending entries in order, whole groups only, at least one group when there is any. Ends before a group whose bytes
    /// no longer open; Damaged when that is the first one (newIncarnation() sets it aside).
    [[nodiscard]] Result<std::vector<JournalEntry>> unsent(int maxEvents, qsizetype maxBytes);
    [[nodiscard]] Result<std::vector<JournalEntry>> entriesFrom(qint64 incarnation, qint64 firstSequence,
                                                                int maxEvents);
    /// Chain hash at a sequence; chain start for 0; NotFound past the head.
    [[nodiscard]] Result<QByteArray> hashAt(qint64 incarnation, qint64 sequence);
    /// Everything up to `proved` becomes Stored, provided our hash there equals; otherwise (also past our head) Conflict
    /// and nothing changes. An entry with a verdict is quarantined: kept, shown with its code, not folded.
    [[nodiscard]] Result<void> markStored(const JournalHead &proved, const std::map<qint64, QString> &verdicts);
    [[nodiscard]] Result<qint64> pendingCount();
    /// Parked and quarantined entries of all tickets.
    [[nodiscard]] Result<qint64> refusedCount();
    /// Re-journals all pending entries under a new incarnation, same event ids, chain from its start (sync.md 2.9). Acts
    /// whose bytes no longer open are parked as "damaged" where they are. Answers the tickets of those.
    [[nodiscard]] Result<std::vector<TicketId>> newIncarnation();
    /// Sets the act of this pending entry aside with a code; what is pending behind it moves to a new incarnation, whose
    /// chain does without it. Answers the tickets that changed.
    [[nodiscard]] Result<std::vector<TicketId>> park(qint64 incarnation, qint64 sequence, const QString &code);
    /// Whatever was parked, unless damaged, is pending again in a new incarnation: another server, way or program may take
    /// it. Answers the tickets that changed.
    [[nodiscard]] Result<std::vector<TicketId>> releaseParked();

    // ---- feeds
    [[nodiscard]] Result<Cursor> cursor(const QString &feed);
    /// Rows, cursor and the touched tickets in one transaction; contiguous sequence, body hashes and rolling hash are
    /// checked first (Damaged otherwise); Conflict when the page is of another epoch than the cursor. Bodies this
    /// program cannot read are kept and block nothing. Answers the tickets that changed.
    [[nodiscard]] Result<std::vector<TicketId>> applyPage(const InboxPage &page);
    /// The same entries in another life of the server: only the epoch is noted.
    [[nodiscard]] Result<void> adoptEpoch(const QString &feed, const QString &epoch);
    /// A feed that is to be read anew is collected beside the one that is shown, and takes its place when it is whole:
    /// nothing disappears while the server cannot be reached. Survives a restart. Nothing: none was begun.
    [[nodiscard]] Result<std::optional<Cursor>> replacementCursor(const QString &feed);
    /// Begins with an empty one, whatever was collected before.
    [[nodiscard]] Result<void> beginReplacement(const QString &feed, const QString &epoch);
    /// Checked as by applyPage() against replacementCursor(); Conflict when none was begun.
    [[nodiscard]] Result<void> addToReplacement(const InboxPage &page);
    /// Rows, cursor and all tickets of both feeds in one transaction. Answers the tickets that changed or went.
    [[nodiscard]] Result<std::vector<TicketId>> finishReplacement(const QString &feed);

    // ---- tickets
    [[nodiscard]] Result<std::vector<TicketRow>> tickets();
    [[nodiscard]] Result<TicketRow> row(TicketId id);
    /// The fold, cached.
    [[nodiscard]] Result<domain::Ticket> ticket(TicketId id);
    /// Server events in server order, then own ones the server has not sent back. Quarantined ones are left out.
    [[nodiscard]] Result<std::vector<domain::HistoryEntry>> history(TicketId id);
    /// Own entries of a ticket with their sync state.
    [[nodiscard]] Result<std::vector<JournalEntry>> ownEntries(TicketId id);
    /// Drops the projection and folds everything again.
    [[nodiscard]] Result<void> rebuild();
    /// Canonical text of the whole projection, for comparing.
    [[nodiscard]] Result<QByteArray> dumpProjection();

    // ---- blobs
    [[nodiscard]] Result<QByteArray> putBlob(const QByteArray &bytes, const QString &mime); // SHA-256
    [[nodiscard]] Result<QByteArray> blob(const QByteArray &sha256);
    /// A blob fetched from the server, already verified there.
    [[nodiscard]] Result<void> keepFetchedBlob(const QByteArray &sha256, const QByteArray &bytes, const QString &mime);
    [[nodiscard]] Result<std::vector<BlobRow>> unverifiedBlobs(); // signatures' strokes first, then by size
    [[nodiscard]] Result<void> markBlobsVerified(const std::vector<QByteArray> &sha256);
    [[nodiscard]] Result<void> markBlobsMissing(
        const std::vector<QByteArray> &sha256); // the server asked for them again

    // ---- service codes: those of the given shelf and those fetched from the server, by hash (hex BLAKE2b-256)
    /// nullptr: not here, or not readable for this program. What was answered stays as it is.
    [[nodiscard]] std::shared_ptr<const domain::Catalogue> catalogue(const QString &hash) const;
    /// Documents that tickets here need and this laptop has not: service codes, and the reference documents of those kept.
    [[nodiscard]] Result<std::vector<QString>> missingDocuments();
    /// Keeps a document for good; from now on, and after every start, tickets bound to it can be worked on. Damaged: the
    /// bytes do not have this hash, and nothing is kept. Answers the tickets that changed.
    [[nodiscard]] Result<std::vector<TicketId>> keepDocument(const QString &hash, const QByteArray &bytes);
    /// Why the kept documents that tickets here need cannot be used, by hash; a newer program may read them.
    [[nodiscard]] Result<std::map<QString, Error>> unreadableDocuments();

    // ---- small settings (sealed)
    [[nodiscard]] Result<QByteArray> setting(const QString &key); // empty when never set
    [[nodiscard]] Result<void> setSetting(const QString &key, const QByteArray &value);

    // ---- audit and export
    /// Signatures made when entries were recorded, by the last sequence each covers (crypto::runMessage from the entry
    /// after the signature before it).
    [[nodiscard]] Result<std::map<qint64, QByteArray>> signatures(qint64 incarnation, qint64 first, qint64 last);
    /// What came from a feed, in its order, as it came.
    [[nodiscard]] Result<std::vector<InboxEntry>> inboxFrom(const QString &feed, qint64 afterSequence, int maxEntries);
    /// Number of the newest schema step in the file.
    [[nodiscard]] Result<qint64> schemaVersion();

    [[nodiscard]] Result<CheckReport> verify();
    [[nodiscard]] Result<void> backupTo(const QString &path);
    /// A copy in DIR/backup/ when the newest is of another day; three are kept. True: one was made.
    [[nodiscard]] Result<bool> backUpIfDue();
    /// Takes some room of the disk, to be given back when it is full: what is typed then is still kept.
    void setRoomAside();
    [[nodiscard]] const Clock &clock() const;
    [[nodiscard]] const crypto::SigningKey &signingKey() const;
    [[nodiscard]] DeviceId device() const;

private:
    struct Private;
    class Recovery;
    explicit ClientStore(std::unique_ptr<Private> d);
    [[nodiscard]] static Result<void> moveIntoPlace(const QString &directory, const QByteArray &storeId);
    std::unique_ptr<Private> m_d;
};

/// Projects a folded ticket to its row; pure. Risk and findings come from domain::findings.
/// No catalogue: no findings.
[[nodiscard]] TicketRow projectRow(const domain::Ticket &ticket, const std::vector<domain::HistoryEntry> &history,
                                   const domain::Catalogue *catalogue);

} // namespace ruhu::store
