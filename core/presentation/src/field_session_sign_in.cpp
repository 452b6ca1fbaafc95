// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "field_session_p.h"
#include "folder_files.h"
#include "profile_files.h"

#include <ruhu/base/logging.h>
#include <ruhu/crypto/password_rules.h>
#include <ruhu/domain/names.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {
namespace {

constexpr qint64 kMaxCaBytes = 256 * 1024;
constexpr Millis kCodeLife = std::chrono::minutes(15); // of a one-time code at the server

[[nodiscard]] Result<void> checkInput(const EnrolInput &input)
{
    const auto missing = [](const QString &what) { return Error{ErrorCode::InvalidInput, u"is missing"_s, what}; };
    if (!input.server.isValid() || input.server.host().isEmpty())
        return missing(u"server"_s);
    if (input.login.isEmpty())
        return missing(u"login"_s);
    if (crypto::normaliseCode(input.code).isEmpty())
        return missing(u"code"_s);
    if (input.password.isEmpty())
        return missing(u"password"_s);
    // The key of all that will be on this laptop is worth what the password is.
    return crypto::checkNewPassword(input.password, {input.login});
}

/// Store files without a profile are what an enrolment that was killed left, or a store whose profile was lost. Which of
/// the two cannot be known, so they are moved aside together and never deleted.
[[nodiscard]] Result<void> moveLeftoversAside(const QString &directory, WallTime now)
{
    const auto isThere = [&](QLatin1String name) { return QFileInfo::exists(directory + u'/' + name); };
    if (!isThere("local.db"_L1) && !isThere("store.id"_L1) && !isThere("acts.log"_L1))
        return {};
    return moveAside(directory, u"aside"_s, now);
}

} // namespace

/// One enrolment under way. Whatever it put on the disk is taken away again unless it is completed.
class EnrolAttempt {
public:
    EnrolAttempt(QString directory, EnrolInput given, std::function<void(Result<void>)> callback)
        : input(std::move(given)), m_directory(std::move(directory)), m_done(std::move(callback))
    {}
    ~EnrolAttempt()
    {
        if (!m_completed)
            removeTraces();
    }
    EnrolAttempt(const EnrolAttempt &) = delete;
    EnrolAttempt &operator=(const EnrolAttempt &) = delete;

    /// Before the one-time code is used up: a disk that cannot hold the key must not cost the code.
    [[nodiscard]] Result<void> writeKeys(const crypto::KdfCost &cost)
    {
        const auto document = encodeKeys({dataKey, signing.seed()}, input.password, cost);
        if (!document)
            return document.error();
        m_written = true;
        if (!input.caFile.isEmpty()) {
            const auto ca = readWhole(input.caFile, kMaxCaBytes);
            if (!ca)
                return ca.error();
            profile.caFile = m_directory + "/ca.pem"_L1;
            if (auto copied = writeDurably(profile.caFile, *ca); !copied)
                return copied;
        }
        return writeKeyFiles(m_directory, *document);
    }
    void complete()
    {
        m_completed = true;
        m_done({});
    }
    /// The traces are gone before anybody hears of it.
    void fail(const Error &error)
    {
        removeTraces();
        m_completed = true;
        m_done(error);
    }

    /// What the server may hold of this attempt, for the next one.
    [[nodiscard]] KnownKey remembered(WallTime now) const
    {
        KnownKey known{input, signing.seed(), profile, now + kCodeLife};
        known.input.password.clear();
        return known;
    }
    /// Goes on as the device of the last attempt.
    void resume(const KnownKey &known)
    {
        auto key = crypto::SigningKey::fromSeed(known.signingSeed);
        if (!key)
            return;
        signing = std::move(*key);
        profile.device = known.profile.device;
        profile.serverPublicKey = known.profile.serverPublicKey;
    }

    EnrolInput input;
    Profile profile;
    crypto::SigningKey signing = crypto::SigningKey::generate();
    crypto::WipedBytes dataKey = crypto::newDataKey();

private:
    void removeTraces() const
    {
        if (!m_written)
            return;
        // The profile first: without it nobody is enrolled, whatever is left of the rest.
        for (auto name = kOwnFiles.rbegin(); name != kOwnFiles.rend(); ++name) {
            const QString path = m_directory + u'/' + *name;
            if (QFileInfo(path).isDir())
                QDir(path).removeRecursively();
            else
                removeDurably(path);
        }
    }

    QString m_directory;
    std::function<void(Result<void>)> m_done;
    bool m_written = false;
    bool m_completed = false;
};

namespace {

[[nodiscard]] protocol::EnrolRequest enrolRequest(const EnrolAttempt &attempt)
{
    const QString code = crypto::normaliseCode(attempt.input.code);
    const QByteArray publicKey = attempt.signing.publicKey();
    const QByteArray proof = attempt.signing.sign(protocol::enrolMessage(code, publicKey));
    return {attempt.input.login, code, publicKey, proof, attempt.input.deviceName};
}

[[nodiscard]] Result<Profile> profileFrom(const EnrolAttempt &attempt, const protocol::LoginReply &reply)
{
    if (reply.role.isEmpty())
        return Error{ErrorCode::ProtocolMismatch, u"no role"_s, u"login"_s};
    Profile profile = attempt.profile;
    profile.userId = reply.userId;
    profile.displayName = reply.displayName;
    profile.role = reply.role;
    profile.team = reply.team;
    profile.feeds = reply.feeds;
    profile.recoveryKey = reply.recoveryKey;
    profile.secondFactor = !attempt.input.secondFactor.isEmpty();
    return profile;
}

/// The same person with the same code at the same server, while the code lives.
[[nodiscard]] bool isSameEnrolment(const KnownKey &known, const EnrolInput &input, WallTime now)
{
    return now < known.until && known.input.server == input.server && known.input.login == input.login
           && crypto::normaliseCode(known.input.code) == crypto::normaliseCode(input.code);
}

[[nodiscard]] bool isAboutSecondFactor(const Error &error)
{
    return error.subject == "second-factor-needed"_L1 || error.subject == "second-factor-wrong"_L1;
}

[[nodiscard]] bool isFinalRefusal(const Error &error)
{
    return error.subject == "revoked-device"_L1 || error.subject == "disabled-user"_L1;
}

} // namespace

protocol::LoginRequest FieldSession::Private::loginRequest(const Profile &whose, const Credentials &who,
                                                           const crypto::SigningKey &key) const
{
    const WallTime issued = environment.clock.now();
    const QByteArray proof = key.sign(protocol::loginMessage(whose.device, whose.login, issued));
    return {whose.login, who.password, whose.device, issued, proof, who.secondFactor};
}

/// All of it or nothing: after a failure the session is as if nobody had tried.
Result<void> FieldSession::Private::moveIn(const Profile &whose, const SessionKeys &secrets,
                                           const protocol::LoginReply &reply)
{
    auto done = openStore(whose, secrets);
    if (done) {
        profile = whose;
        done = acceptLogin(reply);
    }
    if (done)
        done = saveProfile(whose); // the last file: from here on this laptop is enrolled
    if (!done) {
        runner.reset();
        proved.reset();
        store.reset();
        profile.reset();
    }
    return done;
}

void FieldSession::enrol(const EnrolInput &input, std::function<void(Result<void>)> done)
{
    if (m_d->profile)
        return done(Error{ErrorCode::Conflict, u"this folder belongs to somebody"_s, m_d->directory});
    if (const auto checked = checkInput(input); !checked)
        return done(checked.error());
    if (const auto moved = moveLeftoversAside(m_d->directory, m_d->environment.clock.now()); !moved)
        return done(moved.error());
    auto transport = m_d->environment.makeTransport(input.server, input.caFile);
    if (!transport)
        return done(transport.error());
    m_d->transport = std::move(*transport);
    const auto attempt = std::make_shared<EnrolAttempt>(m_d->directory, input, std::move(done));
    attempt->profile.server = input.server;
    attempt->profile.login = input.login;
    const WallTime now = m_d->environment.clock.now();
    if (m_d->knownKey && isSameEnrolment(*m_d->knownKey, input, now))
        attempt->resume(*m_d->knownKey);
    else
        m_d->knownKey = attempt->remembered(now);
    if (const auto written = attempt->writeKeys(m_d->environment.kdfCost); !written)
        return attempt->fail(written.error());
    if (attempt->profile.device.isNull())
        m_d->askForDevice(attempt);
    else
        m_d->askForPerson(attempt); // the code is used up already
}

void FieldSession::Private::askForDevice(const std::shared_ptr<EnrolAttempt> &attempt)
{
    const std::weak_ptr<int> self = alive;
    sync::enrol(*transport, enrolRequest(*attempt), [this, attempt, self](const Result<protocol::EnrolReply> &reply) {
        if (self.expired())
            return;
        if (!reply)
            return attempt->fail(reply.error());
        attempt->profile.device = reply->device;
        attempt->profile.serverPublicKey = reply->serverPublicKey;
        if (knownKey)
            knownKey->profile = attempt->profile;
        askForPerson(attempt);
    });
}

void FieldSession::Private::askForPerson(const std::shared_ptr<EnrolAttempt> &attempt)
{
    const std::weak_ptr<int> self = alive;
    const Credentials who(attempt->input.password, attempt->input.secondFactor);
    const auto request = loginRequest(attempt->profile, who, attempt->signing);
    sync::login(*transport, request, [this, attempt, self](const Result<protocol::LoginReply> &reply) {
        if (self.expired())
            return;
        const auto whose = reply ? profileFrom(*attempt, *reply) : Result<Profile>(reply.error());
        if (!whose)
            return attempt->fail(whose.error());
        const SessionKeys keys{attempt->dataKey, attempt->signing.seed()};
        if (const auto moved = moveIn(*whose, keys, *reply); !moved)
            return attempt->fail(moved.error());
        knownKey.reset();
        attempt->complete();
    });
}

void FieldSession::signIn(const Credentials &who, std::function<void(Result<SignInOutcome>)> done)
{
    if (!m_d->profile)
        return done(Error{ErrorCode::NotSignedIn, u"nobody is enrolled in this folder"_s, m_d->directory});
    const auto secrets = m_d->keys(who.password);
    if (!secrets)
        return done(secrets.error());
    if (!m_d->store) {
        if (const auto refused = m_d->refusalToOpen(*secrets))
            return m_d->openByOffice(who, *secrets, *refused, std::move(done));
        if (const auto opened = m_d->openOrRecover(*secrets); !opened)
            return done(opened.error());
        m_d->noteOpened(protocol::AccessAct::Opened, protocol::AccessAct::WrongPassword);
    }
    m_d->raiseCost(who.password, *secrets);
    m_d->pendingSignIn.reset();
    m_d->logIn(who, [d = m_d.get(), password = who.password, done = std::move(done)](const Result<void> &accepted) {
        d->reportSignIn(accepted, password, done);
    });
}

void FieldSession::Private::reportSignIn(const Result<void> &accepted, const QString &password,
                                         const std::function<void(Result<SignInOutcome>)> &done)
{
    noteLogin(accepted, password);
    const auto problem = accepted ? std::nullopt : std::optional(accepted.error());
    done(SignInOutcome{accepted.has_value(), problem, std::exchange(recovered, std::nullopt)});
    if (store && environment.syncByItself)
        takeCare();
}

void FieldSession::Private::openByOffice(const Credentials &who, const SessionKeys &secrets, const Error &whyAsked,
                                         std::function<void(Result<SignInOutcome>)> done)
{
    auto key = crypto::SigningKey::fromSeed(secrets.signingSeed);
    if (!key)
        return done(key.error());
    if (!transport)
        makeTransport(*profile);
    const std::weak_ptr<int> self = alive;
    const auto opened = [this, self, password = who.password, secrets, whyAsked,
                         done = std::move(done)](const Result<protocol::LoginReply> &reply) {
        if (self.expired())
            return;
        if (!reply)
            noteSecondFactor(isAboutSecondFactor(reply.error()));
        if (!reply) // where nobody answered, what is to be told is why anybody had to be asked
            return done(PendingSignIn::helps(reply.error()) ? whyAsked : reply.error());
        if (const auto opening = openOrRecover(secrets); !opening)
            return done(opening.error());
        noteOpened(protocol::AccessAct::Opened, protocol::AccessAct::WrongPassword);
        const auto accepted = acceptLogin(*reply);
        if (!accepted) {
            close();
            return done(accepted.error());
        }
        reportSignIn(accepted, password, done);
    };
    sync::login(*transport, loginRequest(*profile, who, *key), opened);
}

void FieldSession::Private::logIn(const Credentials &who, std::function<void(Result<void>)> done)
{
    const std::weak_ptr<int> self = alive;
    sync::login(*proved, loginRequest(*profile, who, store->signingKey()),
                [this, self, done = std::move(done)](const Result<protocol::LoginReply> &reply) {
                    if (!self.expired())
                        done(reply ? acceptLogin(*reply) : Result<void>(reply.error()));
                });
}

void FieldSession::Private::noteSecondFactor(bool asked)
{
    if (!asked || profile->secondFactor)
        return;
    Profile next = *profile;
    next.secondFactor = true;
    if (const auto saved = saveProfile(next); !saved)
        qCWarning(lcStore) << "the next sign-in is not asked for a code:" << codeName(saved.error().code);
}

void FieldSession::Private::noteLogin(const Result<void> &accepted, const QString &password)
{
    signInRefusal.reset();
    if (accepted) {
        pendingSignIn.reset();
        settleKeys();
        return;
    }
    const Error &problem = accepted.error();
    noteSecondFactor(isAboutSecondFactor(problem));
    const bool asksAgain = environment.syncByItself && PendingSignIn::helps(problem);
    if (!asksAgain) {
        pendingSignIn.reset();
        signInRefusal = problem;
    } else if (pendingSignIn) {
        pendingSignIn->failed(problem, environment.clock.now(), environment.random);
    } else {
        pendingSignIn.emplace(password, problem, environment.clock.now(), environment.random);
    }
    if (problem.subject == "revoked-device"_L1)
        noteBlocked();
    if (isFinalRefusal(problem)) {
        quick.forget();
        forgetAccount();
    } else if (environment.syncByItself && !runnerHasAccount)
        giveAccount(); // what is left of an earlier token
    tellStatus();
}

void FieldSession::Private::retrySignIn()
{
    if (!pendingSignIn || !pendingSignIn->nextTry())
        return;
    logIn(pendingSignIn->begin(), [this](const Result<void> &accepted) { noteLogin(accepted, {}); });
}

void FieldSession::Private::addSignIn(sync::Status &status) const
{
    if (pendingSignIn)
        return pendingSignIn->describe(status);
    if (!signInRefusal)
        return;
    const bool blocked = signInRefusal->subject == "revoked-device"_L1;
    status.hold = blocked ? sync::Hold::DeviceRevoked : sync::Hold::SignInNeeded;
    status.lastProblem = problemCode(*signInRefusal);
}

} // namespace ruhu::presentation
