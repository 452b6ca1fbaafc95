// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline_lease.h"
#include "pending_sign_in.h"
#include "profile.h"
#include "quick_unlock.h"

#include <ruhu/sync/proving_transport.h>

#include <variant>

namespace ruhu::presentation {

/// Stands in when the real way to the server cannot be made: every request ends with the reason.
class UnavailableTransport final : public sync::Transport {
public:
    explicit UnavailableTransport(Error reason) : m_reason(std::move(reason)) {}
    void send(const sync::Request &, Callback callback) override { callback(m_reason); }

private:
    Error m_reason;
};

/// The token of the last sign-in, as kept sealed in the store's settings.
struct KeptAccount {
    QString token;
    WallTime expires;
};

/// An enrolment the server may have carried out although it did not end well here.
struct KnownKey {
    EnrolInput input; // without the password
    crypto::WipedBytes signingSeed;
    Profile profile; // with device and server key once the server told them
    WallTime until;
};

class EnrolAttempt;

struct FieldSession::Private {
    Private(QString folder, const Environment &world) : directory(std::move(folder)), environment(world) {}

    QString directory;
    Environment environment;
    std::optional<Profile> profile;
    // In this order: the runner uses the three before it and goes first.
    std::unique_ptr<sync::Transport> transport;
    std::unique_ptr<store::ClientStore> store;
    std::unique_ptr<sync::ProvingTransport> proved; // the transport with this laptop's proofs, while the store is open
    std::unique_ptr<sync::Runner> runner;
    std::optional<KeptAccount> account;
    bool runnerHasAccount = false; // giving it starts a round
    std::optional<PendingSignIn> pendingSignIn;
    std::optional<Error> signInRefusal; // the server's last word about the password
    std::optional<KnownKey> knownKey;
    std::optional<WallTime> lastSync;
    std::optional<store::RecoveryReport> recovered; // by the present sign-in
    Millis serverOffset{0};
    bool openedByNextKey = false; // the password was that of kNextKeyFile
    std::optional<WallTime> ordersDue;
    bool isBlocked = false; // by the office's last word
    bool triesAreOver = false; // too many wrong passwords before the right one
    int wrongTries = 0; // before the one that opens now; told with it
    QuickUnlock quick;
    std::optional<OfflineLease> lease; // while the store is open
    /// Answers that come after lock() or destruction find this gone and stop.
    std::shared_ptr<int> alive = std::make_shared<int>(0);
    FieldSession *owner = nullptr;

    /// Shapes what is offered here; the server decides by its own roles.
    [[nodiscard]] const domain::RoleRule &role() const { return environment.shelf.roles().role(profile->role); }
    /// The server's time as far as it is known: limits and guards are held against it.
    [[nodiscard]] WallTime correctedNow() const { return environment.clock.now() + serverOffset; }
    [[nodiscard]] QString path(const QString &name) const { return directory + u'/' + name; }
    [[nodiscard]] static Error notSignedIn();
    [[nodiscard]] Result<Profile> profileIn(const QString &name) const;
    [[nodiscard]] Result<void> loadProfile();
    [[nodiscard]] Result<void> saveProfile(const Profile &next);
    /// Opens the store by keys that came without asking the office.
    [[nodiscard]] Result<void> openAlone(const SessionKeys &secrets);
    /// Notes which file the password opened.
    [[nodiscard]] Result<SessionKeys> keys(const QString &password);
    [[nodiscard]] Result<void> replaceKeys(const QByteArray &document);
    /// Wraps the keys anew where trying a password on them costs less than it does for new ones.
    void raiseCost(const QString &password, const SessionKeys &secrets) const;
    /// The office took the password that opened this laptop: it is the only one from now on.
    void settleKeys();
    void askForNewPassword(const Credentials &current, const QString &next, const QByteArray &keyDocument,
                           std::function<void(Result<void>)> done);
    /// The office has the new password.
    [[nodiscard]] Result<void> takeNewPassword(const QByteArray &keyDocument, const protocol::LoginReply &reply);
    /// Writes the data key, sealed for the office, where that was not done for its present recovery key.
    void sealForOffice(const Profile &whose, const SessionKeys &secrets) const;
    /// What the first key file says that opens; where none does, the last one's reason. Damaged when there is none.
    [[nodiscard]] Result<SessionKeys> fromKeyFiles(
        const std::function<Result<SessionKeys>(const QByteArray &)> &decode) const;
    [[nodiscard]] Result<void> takeResetPassword(const QByteArray &dataKey, const QString &newPassword);
    [[nodiscard]] static Result<store::ClientStore::Keys> storeKeys(const Profile &whose, const SessionKeys &secrets);
    /// What is done once a day for the bad days; failing at it is no failure of the sign-in.
    void takeCare();
    /// Why the store opens only once the office has said yes; nothing when it opens by the password alone.
    [[nodiscard]] std::optional<Error> refusalToOpen(const SessionKeys &secrets) const;
    [[nodiscard]] Result<void> openOrRecover(const SessionKeys &secrets);
    /// The latest time this laptop saw, so that a clock that is put back is seen.
    void noteTime() const;
    /// While the store is open and there is a lease; false: nothing to keep. Failing at it is no failure of what is done.
    void changeLease(const std::function<bool(LeaseRecord &)> &change) const;
    [[nodiscard]] Result<void> keepLease(const protocol::LoginReply &reply);
    [[nodiscard]] Result<store::RecoveryReport> recover(const SessionKeys &secrets, const QString &backup = {}) const;
    /// Makes the transport, opens the store and starts the runner.
    [[nodiscard]] Result<void> openStore(const Profile &whose, const SessionKeys &secrets);
    void close();
    void makeTransport(const Profile &whose);
    void loadSettings();
    [[nodiscard]] bool hasValidAccount() const;
    void giveAccount();
    void forgetAccount();
    /// A sign-in request proved by the device key, as of now.
    [[nodiscard]] protocol::LoginRequest loginRequest(const Profile &whose, const Credentials &who,
                                                      const crypto::SigningKey &key) const;
    /// Keeps the offset for the next start when somebody set the clock since.
    void noteServerOffset();
    [[nodiscard]] Result<void> keepAccount(const KeptAccount &kept);
    [[nodiscard]] Result<void> acceptLogin(const protocol::LoginReply &reply);
    /// One-time code → device; password → person.
    void askForDevice(const std::shared_ptr<EnrolAttempt> &attempt);
    void askForPerson(const std::shared_ptr<EnrolAttempt> &attempt);
    void logIn(const Credentials &who, std::function<void(Result<void>)> done);
    /// Asks the office first and opens the store with its yes.
    void openByOffice(const Credentials &who, const SessionKeys &secrets, const Error &whyAsked,
                      std::function<void(Result<SignInOutcome>)> done);
    void reportSignIn(const Result<void> &accepted, const QString &password,
                      const std::function<void(Result<SignInOutcome>)> &done);
    /// Whether to ask for a code of the authenticator the next time.
    void noteSecondFactor(bool asked);
    /// What became of asking for a token, the first time and every time after.
    void noteLogin(const Result<void> &accepted, const QString &password);
    void retrySignIn();
    // What is noted of opening and locking, until the office has it. Failing at it is no failure of what is noted.
    [[nodiscard]] std::vector<protocol::AccessEntry> accessNoted() const;
    void noteAccess(protocol::AccessAct act, int count = 1);
    void noteOpened(protocol::AccessAct opened, protocol::AccessAct wrong);
    void tellAccess();
    void forgetAccess(WallTime until);
    /// Of the last sign-in; NotSignedIn without one.
    [[nodiscard]] Result<QString> token() const;
    [[nodiscard]] std::function<void(Result<protocol::OwnSessions>)> answerOfSessions(
        std::function<void(Result<std::vector<OwnSession>>)> done) const;
    /// The sign-in's part of the truth, where the runner can only say that it has no token.
    void addSignIn(sync::Status &status) const;
    void tellStatus() const;
    /// The keys are destroyed, the rest is moved aside; as if nobody had ever been enrolled here.
    [[nodiscard]] Result<void> wipe();
    /// When to ask for orders; nothing while that is not this session's to do.
    [[nodiscard]] std::optional<WallTime> nextOrders() const;
    void askForOrders();
    /// The office said so: it may have an order besides.
    void noteBlocked();
    [[nodiscard]] Result<void> moveIn(const Profile &whose, const SessionKeys &secrets,
                                      const protocol::LoginReply &reply);
    void noteStatus(const sync::Status &status);
    void announce(const std::vector<TicketId> &tickets) const;

    /// What an act would record, or why not.
    using Plan = std::variant<std::vector<domain::Event>, domain::Refusal>;
    [[nodiscard]] Result<Plan> plan(TicketId id, const domain::Payload &proposal);
    /// What a proposal says of bytes is taken from the bytes; without them on this laptop it is refused.
    [[nodiscard]] Result<std::optional<domain::Refusal>> readBytes(domain::Payload &proposal) const;
    [[nodiscard]] Result<ActOutcome> carryOut(TicketId id, const Plan &plan);
    [[nodiscard]] std::vector<domain::Event> events(const domain::Ticket &ticket,
                                                    const std::vector<domain::Payload> &payloads) const;
};

} // namespace ruhu::presentation
