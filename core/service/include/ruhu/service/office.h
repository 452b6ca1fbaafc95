// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/clock.h>
#include <ruhu/base/random.h>
#include <ruhu/base/result.h>
#include <ruhu/crypto/sealing.h>
#include <ruhu/domain/catalogue.h>
#include <ruhu/domain/cross_findings.h>
#include <ruhu/domain/figures.h>
#include <ruhu/domain/office_case.h>
#include <ruhu/domain/roles.h>
#include <ruhu/domain/ticket.h>
#include <ruhu/protocol/messages.h>

#include <memory>
#include <optional>
#include <vector>

namespace ruhu::service {

class RequestProofs;

struct User {
    UserId id;
    QString login;
    QString displayName;
    domain::RoleId role;
    TeamId team;
    bool disabled = false;
    QString mobile; // personal; may be empty (D6-10)
    QString employer; // the contractor's company; empty: own staff (D7-04)
    QString qualifiedUntil; // last day of the certificate, "2026-12-31"; empty: not known (D13-01, D13-03)
    bool hasSecondFactor = false;
};
/// What an account says besides; a member that is not given stays as it is.
struct UserDetails {
    std::optional<QString> mobile; // 5 to 15 digits, or empty
    std::optional<QString> employer; // at most 80 characters
    std::optional<QString> qualifiedUntil; // ISO day, or empty
};
struct Team {
    TeamId id;
    QString name;
};
struct Device {
    DeviceId id;
    UserId user;
    QString name;
    bool blocked = false;
    WallTime enrolledAt;
    std::optional<WallTime> lastSeen;
    std::optional<WallTime> wipeOrdered;
    std::optional<WallTime> wipeFetched; // the laptop got the order, and carries it out at once
    protocol::DeviceHead head;
};
/// A sign-in that has not ended.
struct Session {
    UserId user;
    QString login;
    DeviceId device;
    WallTime expires;
};
/// An administrative act, a sign-in or a refused one. Ids only.
struct AuditEntry {
    qint64 id = 0;
    WallTime at;
    QString act; // "user.add", "session.open", "session.refused", …
    QString subject;
    QString actor; // an account's id, "console:<user of the machine>", or empty: not known
};
/// Who stands behind a valid token.
struct Caller {
    User user;
    DeviceId device;
    domain::RoleRule role; // of the user, as it is now
    QByteArray deviceKey = {}; // public; what a proof of this caller is signed with
};

/// A service code, a reference document of one, or the roles, as published at this office.
struct PublishedCatalogue {
    QString hash; // hex BLAKE2b-256 of its bytes; what tickets are bound to
    QString id; // "service-code", "phrases", "roles"
    QString version;
    WallTime publishedAt;
    qint64 sizeBytes = 0;
    bool isNewest = false; // new tickets are bound to it; roles: they are in force
};

struct TicketSummary {
    TicketId id;
    QString number;
    domain::State state = domain::State::ToContact;
    bool returned = false;
    UserId assignee;
    QString assigneeLogin;
    qint64 revision = 0;
};

/// A complaint, callback, enquiry, renewal or opinion letter; nothing personal in it.
struct CaseSummary {
    TicketId id;
    QString number;
    QString kind;
    QString state;
    bool over = false; // in a final state
    QString about; // number of the visit it came from
    QString owner; // login
    std::optional<domain::Deadline> next; // the earliest limit that still runs
};

/// What came of an act on a case: its id, or why it may not be.
struct CaseOutcome {
    TicketId id;
    std::optional<domain::Refusal> refusal;
};

/// Every event as stored, for export and audit (`server events`).
struct StoredEvent {
    qint64 serial = 0; // order of storage
    DeviceId device; // null: the server
    qint64 incarnation = 1;
    qint64 sequence = 0;
    EventId id;
    TicketId ticket;
    qint64 revision = 0;
    QByteArray hash; // chain hash
    QByteArray previousHash;
    QByteArray signature; // of the run whose last entry this is; empty inside a run
    qint64 runFirst = 0; // first sequence of that run
    QByteArray publicKey; // of the device or the server, checks the signature
    WallTime receivedAt;
    QString verdict;
    QByteArray body;
};

struct VerifyReport {
    qint64 devices = 0;
    qint64 events = 0;
    qint64 signatures = 0;
    qint64 feeds = 0;
    qint64 blobs = 0;
    qint64 blobsMissing = 0; // named by an event, not here yet
    QString firstBad; // empty: all well
    QString reason;
};

struct Stats {
    qint64 users = 0, devices = 0, tickets = 0, events = 0, blobs = 0, blobBytes = 0, quarantined = 0;
    std::map<domain::State, qint64> byState;
};

/// What stands out on one ticket.
struct TicketFindings {
    TicketId id;
    QString number;
    domain::State state = domain::State::ToContact;
    std::shared_ptr<const domain::Catalogue> catalogue; // nullptr: a version nobody here has
    std::vector<domain::Finding> own; // none without a catalogue
    std::vector<domain::Finding> across; // over several tickets
};

/// One connection to the server's data: DIR/server.db, DIR/blobs/, keys in DIR. Everything the server can do, without
/// sockets; HTTP, the command line and tests call the same functions. Each call is one transaction. Thread: the one that
/// opened it; several Office objects on one folder (one per worker) are fine.
class Office {
public:
    /// Makes folder, schema, server journal key, certificates for this host (certificates.h), server id. Conflict when
    /// already initialised; an interrupted call can be repeated. `databaseFile` empty: DIR/server.db.
    [[nodiscard]] static Result<void> initialise(const QString &directory, const Clock &clock, RandomSource &random,
                                                 const QString &databaseFile = {});
    /// `shelf`, `clock`, `random` must outlive it. NotFound when the folder was never initialised. The shelf is needed to
    /// open tickets only.
    [[nodiscard]] static Result<std::unique_ptr<Office>> open(const QString &directory,
                                                              const domain::CatalogueShelf &shelf, const Clock &clock,
                                                              RandomSource &random, const QString &databaseFile = {});
    ~Office();

    /// Work factor of passwords set from now on by this object; tests lower it.
    /// Who administers by these calls, for the audit: "console:<user of the machine>".
    void setActor(const QString &actor);
    void setPasswordCost(const crypto::KdfCost &cost);
    /// After a restore: clients verify what they hold instead of trusting it (sync.md 2.9).
    [[nodiscard]] Result<void> startNewEpoch();

    // ---- administration
    [[nodiscard]] Result<Team> addTeam(const QString &name);
    [[nodiscard]] Result<std::vector<Team>> teams();
    [[nodiscard]] Result<User> addUser(const QString &login, const QString &displayName, const domain::RoleId &role,
                                       TeamId team, const QString &password);
    /// NotFound, InvalidInput naming the member. Neither value is ever written to a log or the audit.
    [[nodiscard]] Result<User> setUserDetails(const QString &login, const UserDetails &details);
    /// Ends every session of the account. A laptop that was enrolled before still unlocks with the old password, because
    /// that needs no network; it is enrolled anew to end that (D6-02).
    [[nodiscard]] Result<void> setPassword(const QString &login, const QString &password);
    [[nodiscard]] Result<std::vector<User>> users();
    [[nodiscard]] Result<void> setUserDisabled(const QString &login, bool disabled);
    /// A new secret for the person's authenticator, as the address that an app takes; told this once. From now on every
    /// sign-in wants a code of it, and whoever is signed in is out.
    [[nodiscard]] Result<QString> newSecondFactor(const QString &login);
    [[nodiscard]] Result<void> removeSecondFactor(const QString &login);
    [[nodiscard]] Result<QString> newEnrolCode(const QString &login); // valid 15 min, once, 5 tries, stored hashed
    [[nodiscard]] Result<std::vector<Device>> devices();
    [[nodiscard]] Result<void> setDeviceBlocked(DeviceId device, bool blocked);
    /// The lowest version of the laptops' programs, "1.4.0"; empty: any. Older ones go on sending and get nothing any more.
    [[nodiscard]] Result<QString> lowestVersion();
    /// InvalidInput for what is no version.
    [[nodiscard]] Result<void> setLowestVersion(const QString &version);
    /// "update-needed" below the lowest version; a program that does not say its version is older than any.
    [[nodiscard]] Result<void> checkVersion(const QByteArray &version);
    /// Blocks the laptop and has it throw its key away with its next contact, signed in or not; setDeviceBlocked(false) takes
    /// that back. What it has not sent stays there, sealed for the recovery key.
    [[nodiscard]] Result<void> orderWipe(DeviceId device);
    /// For the laptop; notes that it was fetched. NotFound.
    [[nodiscard]] Result<protocol::WipeOrder> wipeOrder(DeviceId device);
    /// How many days a laptop opens without the office, from each sign-in on; laptops learn it with their next one.
    [[nodiscard]] Result<int> offlineDays();
    /// InvalidInput outside of 1 to 30.
    [[nodiscard]] Result<void> setOfflineDays(int days);
    [[nodiscard]] Result<std::vector<Session>> sessions();
    /// Every one of the account; answers how many. NotFound.
    [[nodiscard]] Result<qint64> endSessions(const QString &login);
    /// The caller's own, one for each laptop.
    [[nodiscard]] Result<protocol::OwnSessions> ownSessions(const Caller &caller);
    /// Signs the caller out on that laptop; answers what is left. Where there is none, nothing is done.
    [[nodiscard]] Result<protocol::OwnSessions> endOwnSession(const Caller &caller, DeviceId device);
    /// What the caller's laptop noted of being opened and locked goes into the audit, once.
    [[nodiscard]] Result<protocol::AccessReply> noteAccess(const Caller &caller,
                                                           const protocol::AccessEntries &request);

    // ---- the office's own acts: events of the server's journal
    [[nodiscard]] Result<TicketId> openTicket(const domain::TicketOpened &order, const QString &assigneeLogin);
    /// All or nothing; used by imports.
    [[nodiscard]] Result<std::vector<TicketId>> openTickets(
        const std::vector<std::pair<domain::TicketOpened, QString>> &orders);
    [[nodiscard]] Result<void> assign(TicketId ticket, const QString &login);
    [[nodiscard]] Result<void> reschedule(TicketId ticket, const domain::Window &window, const QString &reason);
    [[nodiscard]] Result<void> cancel(TicketId ticket, const QString &reason);
    [[nodiscard]] Result<std::vector<TicketSummary>> tickets();
    [[nodiscard]] Result<TicketId> ticketByNumber(const QString &number);
    [[nodiscard]] Result<domain::Ticket> ticket(TicketId id);
    [[nodiscard]] Result<std::vector<domain::HistoryEntry>> history(TicketId id);

    // ---- the office's cases (domain/office_case.h). `byLogin` is who acts; his role decides. They travel in no feed:
    // ---- a complaint stays unseen by the technician it is about (D15-98).
    /// An empty number is made: the kind's prefix and a count. Conflict when it is taken.
    [[nodiscard]] Result<CaseOutcome> openCase(const domain::CaseOpened &opening, const QString &byLogin);
    [[nodiscard]] Result<CaseOutcome> actOnCase(TicketId id, const domain::CaseActed &act, const QString &byLogin);
    /// Puts every customer whose contract ends within so many days on the list of renewals, once for each visit that names
    /// the contract (D1-20, D1-23). The ids of what was opened.
    [[nodiscard]] Result<std::vector<TicketId>> collectRenewals(int days, const QString &byLogin);
    /// In order of their numbers.
    [[nodiscard]] Result<std::vector<CaseSummary>> cases();
    /// NotFound for what is no case.
    [[nodiscard]] Result<domain::OfficeCase> officeCase(TicketId id);
    [[nodiscard]] std::vector<domain::Deadline> deadlinesOf(const domain::OfficeCase &officeCase) const;
    // ---- service codes
    /// Reads the document strictly and makes it the one that new tickets are bound to, from the next one on and in every
    /// Office of this folder. Tickets that are open keep theirs. The same bytes again change nothing; their row is answered.
    /// InvalidInput names the path of the bad member, Conflict a version that is taken by other bytes: nothing changes.
    /// `references`: documents it names that are neither published nor carried by the program.
    /// The document of the roles is published the same way and is in force at once; every role that an account has must
    /// still be in it.
    [[nodiscard]] Result<PublishedCatalogue> publishCatalogue(const QByteArray &document,
                                                              const std::vector<QByteArray> &references = {});
    /// By id, newest first.
    [[nodiscard]] Result<std::vector<PublishedCatalogue>> publishedCatalogues();
    /// The bytes as they were published; NotFound.
    [[nodiscard]] Result<QByteArray> catalogueDocument(const QString &hash);
    /// Ready for use, carried by the program or published here; NotFound.
    [[nodiscard]] Result<std::shared_ptr<const domain::Catalogue>> serviceCode(const QString &hash);
    /// The one new tickets are bound to.
    [[nodiscard]] Result<std::shared_ptr<const domain::Catalogue>> newestServiceCode();
    /// Who may do what here and now: the newest of what is published and what the program carries.
    [[nodiscard]] Result<std::shared_ptr<const domain::Roles>> roles();

    // ---- identity. Wrong user and wrong password give the same answer after the same work.
    [[nodiscard]] Result<protocol::EnrolReply> enrol(const protocol::EnrolRequest &request);
    [[nodiscard]] Result<protocol::LoginReply> login(const protocol::LoginRequest &request);
    /// By the person, who gives the present one. Ends every session of the account and begins the one that is answered.
    /// InvalidInput as crypto::checkNewPassword says.
    [[nodiscard]] Result<protocol::LoginReply> changePassword(const protocol::PasswordRequest &request);
    /// One person of the office asks, another agrees within a day and gets the one-time code (15 minutes, 5 tries, once):
    /// nobody alone gets at another's password or store. "second-person-needed" for the same actor; NotFound: nobody asked.
    [[nodiscard]] Result<void> askPasswordReset(const QString &login);
    [[nodiscard]] Result<QString> approvePasswordReset(const QString &login);
    /// By the person, with the code and on the own laptop, whose sealed Escrow is the second factor. "wrong-code" whatever of
    /// user, laptop, code and escrow is wrong; "no-escrow" where the recovery key was taken away from the server.
    [[nodiscard]] Result<protocol::ResetReply> resetPassword(const protocol::ResetRequest &request);
    [[nodiscard]] Result<Caller> authenticate(const QString &token);
    /// What every answer carries for the next proof.
    [[nodiscard]] QByteArray nonce() const;
    enum class Proof { LookAt, Spend };
    /// Whether the caller's laptop itself sent this request, now and for the first time (protocol/request_proof.h). "use-nonce":
    /// no proof, one with an old nonce, or one that was spent; "bad-proof": of another key, request or token.
    [[nodiscard]] Result<void> checkProof(const Caller &caller, const QByteArray &method, const QByteArray &target,
                                          const QString &token, const QByteArray &proof, Proof use);
    /// All workers of one server take one.
    void setRequestProofs(std::shared_ptr<RequestProofs> proofs);

    // ---- sync. A refusal that the wire names itself (gap, fork, chain, revoked-device…) is an Error whose subject is
    // ---- the problem code and whose detail ends in " have=N" where a number belongs to it.
    [[nodiscard]] Result<protocol::PushReply> push(const Caller &caller, const protocol::PushRun &run);
    [[nodiscard]] Result<protocol::HeadReply> head(const Caller &caller);
    [[nodiscard]] Result<protocol::FeedPage> feed(const Caller &caller, const QString &feed, qint64 after,
                                                  const QString &epoch);
    [[nodiscard]] Result<protocol::BlobReply> storeBlobs(const Caller &caller,
                                                         const std::vector<protocol::Blob> &blobs);
    [[nodiscard]] Result<protocol::Blob> blob(const Caller &caller, const QByteArray &sha256);

    // ---- what stands out. Both fold every ticket anew: about a second for 5,000 tickets of 50 events.
    /// Tickets with a finding, by number; with `ticket` that one, with or without. A period keeps those on which
    /// something was received in it; what they are compared with is never narrowed.
    [[nodiscard]] Result<std::vector<TicketFindings>> findings(const domain::CrossRules &rules,
                                                               std::optional<TicketId> ticket = {},
                                                               const std::optional<domain::Period> &period = {});
    /// The figures of a period; `team` empty: of all. NotFound names a team there is none of.
    [[nodiscard]] Result<domain::OfficeReport> report(const domain::FigureSet &figures, const domain::CrossRules &rules,
                                                      const domain::Period &period, const QString &team = {});

    // ---- audit
    /// In the order in which they happened, from the one after `after`.
    [[nodiscard]] Result<std::vector<AuditEntry>> auditEntries(qint64 after, int limit);
    [[nodiscard]] Result<std::vector<StoredEvent>> events(std::optional<TicketId> ticket, qint64 afterSerial,
                                                          int limit);
    [[nodiscard]] Result<VerifyReport> verify();
    [[nodiscard]] Result<Stats> stats();
    [[nodiscard]] Result<void> backupTo(const QString &path);

private:
    struct Private;
    explicit Office(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace ruhu::service
