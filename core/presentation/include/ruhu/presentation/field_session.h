// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/ids.h>
#include <ruhu/crypto/sealing.h>
#include <ruhu/domain/deadlines.h>
#include <ruhu/domain/decide.h>
#include <ruhu/domain/findings.h>
#include <ruhu/domain/paper.h>
#include <ruhu/store/client_store.h>
#include <ruhu/sync/runner.h>

#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace ruhu::presentation {

/// What a laptop knows before anybody signs in: DIR/profile.json. No customer data, no secret.
struct Profile {
    QUrl server;
    QString caFile; // copied to DIR/ca.pem at enrolment; empty = system CAs
    QString login;
    QString displayName;
    UserId userId;
    TeamId team;
    domain::RoleId role;
    DeviceId device;
    std::vector<QString> feeds;
    QByteArray serverPublicKey;
    QByteArray recoveryKey; // of the office, as told by the last sign-in; empty before one
    QString language; // "en", "zh_CN"; empty: never chosen
    bool secondFactor = false; // the office asks this person for a code of an authenticator
    bool operator==(const Profile &) const = default;
};

enum class SessionState { NotEnrolled, Locked, Open };

/// How long a password lasts for somebody at work; then it is asked for at the next pause, number or not.
inline constexpr std::chrono::hours kShift{12};

/// Where a person is signed in.
struct OwnSession {
    DeviceId device;
    QString deviceName;
    WallTime signedIn;
    WallTime expires;
    bool isHere = false; // this laptop
};

struct EnrolInput {
    QUrl server;
    QString caFile;
    QString login;
    QString code;
    QString password; // checked by the server at once; also wraps the data key of this laptop
    QString deviceName;
    QString secondFactor; // see Credentials
};

/// What a person signs in with.
struct Credentials {
    Credentials(QString given, QString code = {}) // NOLINT(google-explicit-constructor): most have a password alone
        : password(std::move(given)), secondFactor(std::move(code))
    {}
    QString password;
    QString secondFactor; // a code of the authenticator, of those whom the office asks for one; the laptop wants none
};

/// Signing in always opens the store if the password is right; `problem` says why the server was not reached, if so.
struct SignInOutcome {
    bool online = false;
    std::optional<Error> problem;
    std::optional<store::RecoveryReport> recovered; // the store was damaged and made anew; to be told
};

/// One ticket with everything a page shows, as of one moment. Immutable; handed between threads.
struct TicketPage {
    store::TicketRow row;
    domain::Ticket ticket;
    std::vector<domain::HistoryEntry> history;
    std::vector<store::JournalEntry> own; // sync state of own entries
    const domain::Catalogue *catalogue = nullptr; // lives as long as the page; nullptr: version not known here
    std::vector<domain::OpenItem> open; // leaveGate
    std::vector<domain::Possibility> possible;
    std::vector<domain::Finding> findings;
    QByteArray contentHash; // of workOrderContent() now
    WallTime now; // the server's time as far as known, when this was made
    Millis serverOffset{0}; // to add to the laptop's clock for the same
    std::shared_ptr<const domain::Catalogue> catalogueHeld; // what `catalogue` points to, when it comes from a store
};

/// What a signature is over: BLAKE2b-256 of workOrderContent().
[[nodiscard]] QByteArray contentHashOf(const domain::Ticket &ticket, const domain::Catalogue &catalogue);

/// Result of an act: recorded (durable) or refused by a rule. Storage failures are Errors.
struct ActOutcome {
    std::optional<domain::Refusal> refusal;
    std::vector<EventId> recorded;
};

/// What the world gives a session; everything outlives it.
struct Environment {
    const Clock &clock;
    RandomSource &random;
    IdSource &ids;
    const domain::CatalogueShelf &shelf; // what the program carries; a store adds what was published since
    std::function<Result<std::unique_ptr<sync::Transport>>(const QUrl &server, const QString &caFile)> makeTransport;
    crypto::KdfCost kdfCost;
    QString appVersion;
    /// False: the server is asked only after signIn(), enrol() or syncNow(); for programs that do one thing and end.
    bool syncByItself = true;
};

/// One person's store with its rules and its sync: what the installer app, the supervisor app and `ruhuctl laptop|desk`
/// do is a call here. Synchronous except where the server is asked. Thread: the one that made it; the GUI reaches it
/// through FieldClient.
class FieldSession {
public:
    /// The folder is made when missing.
    [[nodiscard]] static Result<std::unique_ptr<FieldSession>> open(const QString &directory,
                                                                    const Environment &environment);
    ~FieldSession();

    [[nodiscard]] SessionState state() const;
    [[nodiscard]] std::optional<Profile> profile() const;

    /// One-time code → device key → sign-in → store. Nothing stays on the disk when a step fails; the key is kept in memory
    /// while the code lives, so that the next try with the same code goes on as the same device. Conflict: enrolled already.
    /// Neither lock() nor the destructor may be called inside a callback of this class.
    void enrol(const EnrolInput &input, std::function<void(Result<void>)> done);
    /// Opens the store offline, then asks the server for a token. NotAllowed: wrong password. Where the leave to open without
    /// the office has ended ("lease-over", "lease-none"), the clock was put back ("clock-set-back") or ten wrong passwords
    /// were tried ("tries-over"), the server is asked first, and without its yes the store stays closed. When the server cannot be
    /// asked, the sign-in is tried again by itself until the server answers or lock(): the password stays in memory so
    /// long and never touches the disk.
    void signIn(const Credentials &who, std::function<void(Result<SignInOutcome>)> done);
    /// Opens the store without the network; NotSignedIn where signIn() would have to ask the office first.
    [[nodiscard]] Result<void> unlock(const QString &password);
    /// From now on, and while this object lives, `number` opens the store as well after lock(), without the office, for kShift
    /// after the password was last given. Needs state Open. NotAllowed: not the password. InvalidInput "number-short",
    /// "number-simple". Five wrong numbers in a row, a new password and the office's refusal end it.
    [[nodiscard]] Result<void> setQuickNumber(const QString &password, const QString &number);
    [[nodiscard]] bool opensByNumber() const;
    /// NotAllowed "wrong-number", "number-over". NotSignedIn as unlock().
    [[nodiscard]] Result<void> unlockByNumber(const QString &number);
    /// Makes a damaged store anew from whatever still opens (ClientStore::recover); it stays locked. Where the session
    /// syncs by itself, signing in does this of its own accord. `backup`: a file of backupTo() that counts as well.
    [[nodiscard]] Result<store::RecoveryReport> recover(const QString &password, const QString &backup = {});
    void lock();
    /// Of this profile; NotSignedIn while nobody is enrolled. Needs no sign-in.
    [[nodiscard]] Result<void> setLanguage(const QString &language);

    /// The person's own change, at the office and for this laptop; needs state Open and the server. Whatever happens on the
    /// way, this laptop opens with the present password, the new one, or both. Where the office knows `next` already, from
    /// another laptop or a lost answer, this laptop takes it. NotAllowed: `current` does not open this laptop. The subject
    /// is "password-unsure" when no answer came: the next sign-in at the office settles it.
    void changePassword(const Credentials &current, const QString &next, std::function<void(Result<void>)> done);

    /// For whoever forgot the password: the office's one-time code and a new password open this laptop again, with all that is
    /// in it, and sign in. Needs the server. "no-escrow": this laptop never sealed its key for the office. After a lost
    /// answer the office has the new password and this laptop the old one; another code settles it.
    void resetPassword(const QString &code, const QString &newPassword,
                       std::function<void(Result<SignInOutcome>)> done);

    /// Asks the server whether this laptop is to be wiped, and does it: true. The key files are overwritten and removed, the
    /// rest is laid aside as it is, sealed for the office; the state is NotEnrolled then. Where the session syncs by itself
    /// tick() asks by itself, while it is locked and when the office blocked the laptop.
    void carryOutOrders(std::function<void(Result<bool>)> done);

    // ---- Everything below needs state Open; NotSignedIn otherwise.
    [[nodiscard]] Result<std::vector<store::TicketRow>> tickets();
    [[nodiscard]] Result<store::TicketRow> row(TicketId id);
    [[nodiscard]] Result<std::shared_ptr<const TicketPage>> page(TicketId id);
    /// Id from a full id, a ticket number, or an unambiguous end of a number.
    [[nodiscard]] Result<TicketId> findTicket(const QString &text);
    /// Decides and records in one step. When it returns an outcome without refusal, the act is durable.
    [[nodiscard]] Result<ActOutcome> act(TicketId id, const domain::Payload &proposal);
    /// Checks and strips the picture (photo.h), keeps the bytes durably, then records the event that names them.
    [[nodiscard]] Result<ActOutcome> attachPhoto(TicketId id, const QString &step, const QByteArray &bytes,
                                                 const QString &caption);
    /// The same for a picture in a file. NotFound; TooLarge, told by its size, before a byte is read.
    [[nodiscard]] Result<ActOutcome> attachPhotoFile(TicketId id, const QString &step, const QString &path,
                                                     const QString &caption);
    /// `shownContent` is TicketPage::contentHash of what the signer saw; empty: what is there now.
    [[nodiscard]] Result<ActOutcome> sign(TicketId id, domain::SignerRole role, const QString &name,
                                          const std::vector<domain::Stroke> &strokes,
                                          const QByteArray &shownContent = {});
    /// From this laptop, else from the server (needs a connection).
    void blob(const QByteArray &sha256, std::function<void(Result<QByteArray>)> done);
    [[nodiscard]] Result<QByteArray> localBlob(const QByteArray &sha256);

    /// Where this person is signed in, as the office says; needs a sign-in there.
    void ownSessions(std::function<void(Result<std::vector<OwnSession>>)> done);
    /// Signs this person out on one laptop; answers what is left.
    void endOwnSession(DeviceId device, std::function<void(Result<std::vector<OwnSession>>)> done);

    void syncNow();
    void networkChanged(bool reachable);
    void tick();
    [[nodiscard]] std::optional<WallTime> nextWakeUp() const;
    [[nodiscard]] sync::Status syncStatus() const;
    [[nodiscard]] sync::Traffic traffic() const;
    [[nodiscard]] bool isSyncSettled() const;
    /// Last completed round, also of earlier runs of the program.
    [[nodiscard]] std::optional<WallTime> lastSync() const;
    /// Server time minus this laptop's clock at the last sign-in.
    [[nodiscard]] Millis serverOffset() const;
    /// Until when sync works without another sign-in; nothing when there is no token.
    [[nodiscard]] std::optional<WallTime> signedInUntil() const;

    [[nodiscard]] Result<store::CheckReport> verify();
    [[nodiscard]] Result<qint64> schemaVersion();
    [[nodiscard]] Result<void> rebuild();
    [[nodiscard]] Result<void> backupTo(const QString &path);
    /// Every own and received entry with hashes and signatures, one JSON line each, for `ruhuctl verify` elsewhere.
    [[nodiscard]] Result<QByteArray> exportJournal();
    /// Small settings of this person, e.g. "language", "theme"; empty when never set.
    [[nodiscard]] Result<QString> setting(const QString &key);
    [[nodiscard]] Result<void> setSetting(const QString &key, const QString &value);

    std::function<void(const sync::Status &)> onSyncStatus;
    std::function<void()> onWiped; // the session is as new; may be called within tick() alone
    std::function<void(const std::vector<TicketId> &)> onTicketsChanged; // also after own acts

private:
    struct Private;
    explicit FieldSession(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace ruhu::presentation
