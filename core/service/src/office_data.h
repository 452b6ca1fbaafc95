// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <ruhu/base/ids.h>
#include <ruhu/crypto/boxes.h>
#include <ruhu/crypto/sealing.h>
#include <ruhu/crypto/signing.h>
#include <ruhu/service/office.h>
#include <ruhu/service/request_proofs.h>
#include <ruhu/store/blob_files.h>
#include <ruhu/store/database.h>

namespace ruhu::service {

/// The server keeps bodies and photos in the clear under its own folder; the blob store's seam is passed through.
class PlainSealer final : public crypto::Sealer {
public:
    [[nodiscard]] QByteArray seal(const QByteArray &clear, const QByteArray &) const override { return clear; }
    [[nodiscard]] Result<QByteArray> open(const QByteArray &sealed, const QByteArray &) const override
    {
        return sealed;
    }
};

/// Everything the parts of Office share. One thread.
struct OfficeData {
    OfficeData(const domain::CatalogueShelf &shelfIn, const Clock &clockIn, RandomSource &random,
               const QString &directory)
        : shelf(shelfIn), clock(clockIn), ids(clockIn, random), blobs(directory + QStringLiteral("/blobs"), plain)
    {}

    const domain::CatalogueShelf &shelf;
    const Clock &clock;
    UuidV7Source ids;
    PlainSealer plain;
    store::BlobFiles blobs;
    std::unique_ptr<store::Database> db;
    std::optional<crypto::SigningKey> key; // of the server's own journal
    std::shared_ptr<RequestProofs> proofs;
    QByteArray recoveryPublicKey; // what laptops seal their data key for
    std::optional<crypto::BoxKey> recoveryKey; // its other half; nothing where it was taken to another place
    QString serverId;
    QString epoch;
    crypto::KdfCost passwordCost;
    std::pair<QString, std::shared_ptr<const domain::Roles>> publishedRoles; // by hash: read once
    QString actor; // who calls, where no account does
    QByteArray strangerHash; // checked in place of a password that does not exist: equal work

    [[nodiscard]] qint64 nowMs() const { return toMs(clock.now()); }
};

struct Office::Private : OfficeData {
    using OfficeData::OfficeData;
};

// ---- files of the server's folder
[[nodiscard]] QString databasePath(const QString &directory, const QString &databaseFile);
[[nodiscard]] Result<QByteArray> readFile(const QString &path);
/// 0600, fsynced; an existing file is replaced.
[[nodiscard]] Result<void> writeSecretFile(const QString &path, const QByteArray &bytes);

// ---- meta and audit
[[nodiscard]] Result<QString> meta(store::Database &db, const QString &key); // empty when absent
[[nodiscard]] Result<void> setMeta(store::Database &db, const QString &key, const QString &value);
/// One row for an administrative act or a sign-in: ids only, never names. `actor` empty: OfficeData::actor.
[[nodiscard]] Result<void> audit(OfficeData &d, const QString &act, const QString &subject, const QString &actor = {});
/// The same of something that was told afterwards.
[[nodiscard]] Result<void> auditAt(OfficeData &d, qint64 atMs, const QString &act, const QString &subject,
                                   const QString &actor);
[[nodiscard]] Error refusal(ErrorCode code, const QString &wireCode, const QString &detail);

// ---- accounts
[[nodiscard]] Result<std::optional<User>> userByLogin(store::Database &db, const QString &login);
[[nodiscard]] Result<std::optional<User>> userById(store::Database &db, UserId id);
/// NotFound with the login as its subject.
[[nodiscard]] Result<User> requireUser(store::Database &db, const QString &login);
/// False, for a code of nobody: writes as much as a wrong code of somebody does, so that the time of the answer tells nothing.
[[nodiscard]] Result<bool> chargeStranger(OfficeData &d);
struct DeviceRow {
    UserId user;
    QByteArray publicKey;
    bool blocked = false;
};
[[nodiscard]] Result<std::optional<DeviceRow>> findDevice(store::Database &db, DeviceId id);
/// Part of the caller's transaction; ends every session of the account.
[[nodiscard]] Result<void> storePassword(OfficeData &d, UserId user, const QByteArray &hash);

/// How long a laptop opens without the office.
[[nodiscard]] Result<int> offlineDays(OfficeData &d);

// ---- feeds
[[nodiscard]] QString userFeed(UserId user);
[[nodiscard]] QString teamFeed(TeamId team);
/// What this person follows: his own feed or the team's, as the role reads; empty for a role that reads nothing.
[[nodiscard]] QString feedOf(const User &user, const domain::RoleRule &role);
struct FeedHead {
    qint64 head = 0;
    QByteArray hash;
};
[[nodiscard]] Result<FeedHead> feedHead(store::Database &db, const QString &feed);
[[nodiscard]] Result<void> appendToFeed(store::Database &db, const QString &feed, qint64 serial,
                                        const QByteArray &eventHash, bool left);
/// Whatever of the ticket's history the feed does not carry yet, in revision order; makes the feed a reader of the ticket.
[[nodiscard]] Result<void> enterHistory(store::Database &db, const QString &feed, TicketId ticket);
/// True when the ticket is, or ever was, in the feed.
[[nodiscard]] Result<bool> isReader(store::Database &db, TicketId ticket, const QString &feed);

// ---- service codes
/// Hash of the newest one, published here or carried by the program; NotFound when there is none.
[[nodiscard]] Result<QString> newestServiceCode(OfficeData &d);
/// The one of this hash, carried or published; NotFound.
[[nodiscard]] Result<std::shared_ptr<const domain::Catalogue>> serviceCode(OfficeData &d, const QString &hash);

/// The newest of what is published here and what the program carries.
[[nodiscard]] Result<std::shared_ptr<const domain::Roles>> rolesInForce(OfficeData &d);
/// What this account may do now; nothing for a role that is not in force.
[[nodiscard]] Result<domain::RoleRule> roleOf(OfficeData &d, const User &user);

// ---- tickets and events
struct TicketRecord {
    TicketId id;
    QString number;
    domain::State state = domain::State::ToContact;
    UserId assignee; // null: nobody
    TeamId team; // null: none
    qint64 revision = 0;
};
[[nodiscard]] Result<std::optional<TicketRecord>> findTicket(store::Database &db, TicketId id);
[[nodiscard]] Result<TicketRecord> requireTicket(store::Database &db, TicketId id);
/// Stored entries that no longer decode are left out.
[[nodiscard]] Result<std::vector<domain::HistoryEntry>> readHistory(store::Database &db, TicketId id);
/// Folds the ticket and brings its row up to date.
[[nodiscard]] Result<void> refreshTicket(store::Database &db, TicketId id);

/// An event on its way into the server's journal, already chained and judged.
struct NewEvent {
    DeviceId device;
    qint64 incarnation = 1;
    qint64 sequence = 0;
    QByteArray body;
    QByteArray hash; // chain
    QByteArray signature; // last of a run only
    qint64 runFirst = 0; // first sequence the signature covers
    QString verdict;
    std::optional<domain::Event> event; // absent when undecodable
};
/// Inserts, numbers (revision), notes the blobs it names and puts it into the feeds. Inside a transaction of the caller.
/// False when it added nothing to a ticket's history: it was there already, or its ticket is not known.
[[nodiscard]] Result<bool> storeEvent(OfficeData &d, const NewEvent &event);

/// Payloads for one ticket that belong together: one group of the server's own journal.
struct OfficeAct {
    TicketId ticket;
    qint64 baseRevision = 0;
    std::vector<domain::Payload> payloads;
    UserId by = {}; // null: the office itself
    domain::RoleId role = domain::kOfficeItself;
};
/// Chains and signs as one run of the server's own journal, and stores. Inside the caller's transaction.
[[nodiscard]] Result<void> recordActs(OfficeData &d, const std::vector<OfficeAct> &acts);

/// Opens what an event of a visit opens at the office by itself (domain/office_case.h). Inside the caller's transaction;
/// the event is stored and new.
[[nodiscard]] Result<void> openCasesFrom(OfficeData &d, const domain::Event &event);
[[nodiscard]] Result<bool> isOfficeCase(store::Database &db, TicketId id);

struct HeadRow {
    qint64 sequence = 0;
    QByteArray hash; // chain start when sequence is 0
};
[[nodiscard]] Result<HeadRow> deviceHead(store::Database &db, DeviceId device, qint64 incarnation);
[[nodiscard]] Result<void> setDeviceHead(store::Database &db, DeviceId device, qint64 incarnation, const HeadRow &head);
/// The newest incarnation's head; {1, 0, chain start} for a device that never pushed.
[[nodiscard]] Result<protocol::DeviceHead> newestHead(store::Database &db, DeviceId device);
[[nodiscard]] Result<std::vector<QByteArray>> missingBlobs(store::Database &db, DeviceId device);
[[nodiscard]] Result<std::map<QString, std::int64_t>> feedHeadsFor(store::Database &db, const QString &feed);

} // namespace ruhu::service
