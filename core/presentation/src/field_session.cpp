// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "field_session_p.h"
#include "profile_files.h"
#include "unlock_guard.h"

#include <ruhu/base/json.h>
#include <ruhu/base/logging.h>
#include <ruhu/domain/names.h>

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <sys/stat.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {
namespace {

constexpr qint64 kMaxProfileBytes = 64 * 1024;
constexpr QLatin1String kAccountSetting("session.account");
constexpr Millis kClockWasSet = std::chrono::seconds(5);
constexpr Millis kTimeNoted = std::chrono::minutes(10); // how exactly the latest time is kept
constexpr QLatin1String kLastSyncSetting("session.last-sync");
constexpr QLatin1String kPersonalPrefix("user.");

[[nodiscard]] Result<void> prepareFolder(const QString &directory)
{
    // Everything made below belongs to this person alone; SQLite and QSaveFile go by the process's mask.
    ::umask(077);
    if (QFileInfo(directory).isDir())
        return {};
    if (!QDir().mkpath(directory))
        return Error{ErrorCode::ReadOnly, u"cannot make the folder"_s, directory};
    return {};
}

[[nodiscard]] bool isFor(const protocol::LoginReply &reply, const Profile &profile)
{
    return !reply.role.isEmpty() && !reply.token.isEmpty() && reply.userId == profile.userId
           && isLeaseOf(reply.lease, profile);
}

} // namespace

FieldSession::FieldSession(std::unique_ptr<Private> d) : m_d(std::move(d))
{
    m_d->owner = this;
}

FieldSession::~FieldSession()
{
    m_d->alive.reset();
    m_d->close();
}

Result<std::unique_ptr<FieldSession>> FieldSession::open(const QString &directory, const Environment &environment)
{
    if (const auto made = prepareFolder(directory); !made)
        return made.error();
    auto d = std::make_unique<Private>(QDir(directory).absolutePath(), environment);
    if (const auto loaded = d->loadProfile(); !loaded)
        return loaded.error();
    d->ordersDue = environment.clock.now();
    return std::unique_ptr<FieldSession>(new FieldSession(std::move(d)));
}

SessionState FieldSession::state() const
{
    if (!m_d->profile)
        return SessionState::NotEnrolled;
    return m_d->store ? SessionState::Open : SessionState::Locked;
}

std::optional<Profile> FieldSession::profile() const
{
    return m_d->profile;
}

Result<void> FieldSession::unlock(const QString &password)
{
    if (!m_d->profile)
        return Error{ErrorCode::NotSignedIn, u"nobody is enrolled in this folder"_s, m_d->directory};
    const auto secrets = m_d->keys(password);
    if (!secrets)
        return secrets.error();
    auto opened = m_d->openAlone(*secrets);
    if (opened)
        m_d->noteOpened(protocol::AccessAct::Opened, protocol::AccessAct::WrongPassword);
    return opened;
}

Result<void> FieldSession::Private::openAlone(const SessionKeys &secrets)
{
    if (!store) {
        if (auto refused = refusalToOpen(secrets))
            return *refused;
        if (auto opened = openOrRecover(secrets); !opened)
            return opened;
    }
    if (environment.syncByItself)
        giveAccount();
    return {};
}

Result<store::RecoveryReport> FieldSession::recover(const QString &password, const QString &backup)
{
    if (!m_d->profile)
        return Error{ErrorCode::NotSignedIn, u"nobody is enrolled in this folder"_s, m_d->directory};
    if (m_d->store)
        return Error{ErrorCode::Busy, u"the store is open"_s, m_d->directory};
    const auto secrets = m_d->keys(password);
    return secrets ? m_d->recover(*secrets, backup) : secrets.error();
}

void FieldSession::lock()
{
    m_d->close();
}

Result<void> FieldSession::setLanguage(const QString &language)
{
    if (!m_d->profile)
        return Error{ErrorCode::NotSignedIn, u"nobody is enrolled in this folder"_s, m_d->directory};
    Profile next = *m_d->profile;
    next.language = language;
    return next == *m_d->profile ? Result<void>() : m_d->saveProfile(next);
}

Error FieldSession::Private::notSignedIn()
{
    return Error{ErrorCode::NotSignedIn, u"the store is locked"_s, {}};
}

Result<Profile> FieldSession::Private::profileIn(const QString &name) const
{
    const auto document = readWhole(path(name), kMaxProfileBytes);
    return document ? decodeProfile(*document) : document.error();
}

Result<void> FieldSession::Private::loadProfile()
{
    auto loaded = profileIn(kProfileFiles[0]);
    // Without it nobody could get at the store any more, so there is a second one.
    if (!loaded) {
        auto copy = profileIn(kProfileFiles[1]);
        if (copy)
            loaded = std::move(copy);
        else if (loaded.error().code == ErrorCode::NotFound)
            return copy.error().code == ErrorCode::NotFound ? Result<void>() : Result<void>(copy.error());
    }
    if (!loaded)
        return loaded.error();
    // The file says only that there is one; the folder may have moved since.
    if (!loaded->caFile.isEmpty())
        loaded->caFile = path(u"ca.pem"_s);
    profile = std::move(*loaded);
    return {};
}

Result<void> FieldSession::Private::saveProfile(const Profile &next)
{
    Profile written = next;
    if (!written.caFile.isEmpty())
        written.caFile = u"ca.pem"_s;
    for (const QLatin1String name : kProfileFiles) {
        if (const auto saved = writeDurably(path(name), encodeProfile(written)); !saved)
            return saved.error();
    }
    profile = next;
    return {};
}

Result<SessionKeys> FieldSession::Private::fromKeyFiles(
    const std::function<Result<SessionKeys>(const QByteArray &)> &decode) const
{
    Result<SessionKeys> opened = Error{ErrorCode::Damaged, u"the key of this folder cannot be read"_s, u"key.json"_s};
    for (const QLatin1String name : kKeyFiles) {
        const auto document = readWhole(path(name), kMaxKeyBytes);
        if (!document)
            continue;
        opened = decode(*document);
        // A wrong password is one with both.
        if (opened || opened.error().code == ErrorCode::NotAllowed)
            break;
    }
    return opened;
}

Result<SessionKeys> FieldSession::Private::keys(const QString &password)
{
    const UnlockGuard guard(directory);
    if (const auto charged = guard.charge(environment.clock.now()); !charged)
        return charged.error();
    const auto decode = [&](const QByteArray &document) { return decodeKeys(document, password); };
    auto opened = fromKeyFiles(decode);
    openedByNextKey = false;
    if (!opened) {
        // A new wrapping that does not open either changes nothing of what the present one says.
        const auto beside = readWhole(path(kNextKeyFile), kMaxKeyBytes);
        auto next = beside ? decode(*beside) : Result<SessionKeys>(beside.error());
        openedByNextKey = next.has_value();
        if (next)
            opened = std::move(next);
    }
    if (opened) {
        wrongTries = static_cast<int>(guard.wrong()) - 1; // this one was counted as well
        triesAreOver = !guard.passed();
        quick.extend(environment.clock.now() + kShift);
    }
    return opened;
}

std::optional<Error> FieldSession::Private::refusalToOpen(const SessionKeys &secrets) const
{
    if (triesAreOver)
        return Error{ErrorCode::NotSignedIn, u"the office is asked first"_s, u"tries-over"_s};
    const OfflineLease kept(directory, secrets.dataKey);
    return refusalToOpenAlone(kept.read(), *profile, environment.clock.now());
}

Result<void> FieldSession::Private::openOrRecover(const SessionKeys &secrets)
{
    auto opened = openStore(*profile, secrets);
    if (opened || opened.error().code != ErrorCode::Damaged || !environment.syncByItself)
        return opened;
    // Nothing is lost by trying: the damaged files are set aside and kept.
    auto report = recover(secrets);
    if (!report)
        return report.error(); // such as a full disk: what has to be done first
    recovered = std::move(*report);
    return openStore(*profile, secrets);
}

Result<store::RecoveryReport> FieldSession::Private::recover(const SessionKeys &secrets, const QString &backup) const
{
    auto whose = storeKeys(*profile, secrets);
    if (!whose)
        return whose.error();
    return store::ClientStore::recover(directory, std::move(*whose), environment.shelf, environment.clock, backup);
}

Result<store::ClientStore::Keys> FieldSession::Private::storeKeys(const Profile &whose, const SessionKeys &secrets)
{
    auto signing = crypto::SigningKey::fromSeed(secrets.signingSeed);
    if (!signing)
        return signing.error();
    return store::ClientStore::Keys{secrets.dataKey, std::move(*signing), whose.device};
}

void FieldSession::Private::takeCare()
{
    store->setRoomAside();
    if (const auto copied = store->backUpIfDue(); !copied)
        qCWarning(lcStore) << "no daily backup:" << codeName(copied.error().code);
}

Result<void> FieldSession::Private::openStore(const Profile &whose, const SessionKeys &secrets)
{
    auto keysOf = storeKeys(whose, secrets);
    if (!keysOf)
        return keysOf.error();
    auto opened = store::ClientStore::open(directory, std::move(*keysOf), environment.shelf, environment.clock);
    // Another folder, which is good advice elsewhere, is none here.
    if (!opened && opened.error().code == ErrorCode::ReadOnly)
        return Error{ErrorCode::ReadOnly, opened.error().detail, u"store-read-only"_s};
    if (!opened)
        return opened.error();
    store = std::move(*opened);
    lease.emplace(directory, secrets.dataKey);
    sealForOffice(whose, secrets);
    noteTime();
    if (!transport)
        makeTransport(whose);
    loadSettings();
    proved = std::make_unique<sync::ProvingTransport>(*transport, store->signingKey(), environment.random,
                                                      environment.appVersion);
    runner = std::make_unique<sync::Runner>(*store, *proved, environment.clock, environment.random);
    runner->onStatus = [this](const sync::Status &status) { noteStatus(status); };
    runner->onTicketsChanged = [this](const std::vector<TicketId> &tickets) { announce(tickets); };
    return {};
}

void FieldSession::Private::makeTransport(const Profile &whose)
{
    auto made = environment.makeTransport(whose.server, whose.caFile);
    if (made)
        transport = std::move(*made);
    else
        transport = std::make_unique<UnavailableTransport>(made.error());
}

void FieldSession::Private::changeLease(const std::function<bool(LeaseRecord &)> &change) const
{
    auto record = lease ? lease->read() : std::nullopt;
    if (!record || !change(*record))
        return;
    if (const auto written = lease->write(*record); !written)
        qCWarning(lcStore) << "the lease could not be kept:" << codeName(written.error().code);
}

void FieldSession::Private::noteTime() const
{
    changeLease([this](LeaseRecord &record) {
        const WallTime now = environment.clock.now() + record.offset;
        const bool later = now >= record.seen + kTimeNoted;
        if (later)
            record.seen = now;
        return later;
    });
}

void FieldSession::Private::close()
{
    noteAccess(protocol::AccessAct::Locked);
    noteTime();
    lease.reset();
    runner.reset();
    proved.reset();
    store.reset();
    recovered.reset();
    transport.reset();
    account.reset();
    pendingSignIn.reset();
    signInRefusal.reset();
    runnerHasAccount = false;
    lastSync.reset();
    serverOffset = Millis(0);
    if (alive)
        alive = std::make_shared<int>(0);
}

void FieldSession::Private::loadSettings()
{
    const auto integer = [this](const QString &key) -> std::optional<qint64> {
        const auto text = store->setting(key);
        bool ok = false;
        const qint64 value = text ? text->toLongLong(&ok) : 0;
        return ok ? std::optional(value) : std::nullopt;
    };
    if (const auto ms = integer(kLastSyncSetting))
        lastSync = wallTimeFromMs(*ms);
    const auto kept = store->setting(kAccountSetting);
    if (!kept || kept->isEmpty())
        return;
    // An unreadable token is as good as none: the next sign-in makes another.
    const auto json = readJson(*kept);
    if (!json)
        return;
    const auto token = json->text(u"token");
    const auto expires = json->integer(u"expires");
    serverOffset = Millis(json->integer(u"offset").value_or(0));
    if (token && expires)
        account = KeptAccount{*token, wallTimeFromMs(*expires)};
}

bool FieldSession::Private::hasValidAccount() const
{
    return account && account->expires > correctedNow();
}

void FieldSession::Private::giveAccount()
{
    runnerHasAccount = hasValidAccount();
    if (!runnerHasAccount) {
        runner->setAccount(std::nullopt);
        return;
    }
    runner->setAccount(sync::Account{account->token, profile->feeds, profile->device, environment.appVersion});
}

void FieldSession::Private::forgetAccount()
{
    account.reset();
    if (const auto cleared = store->setSetting(kAccountSetting, {}); !cleared)
        qCWarning(lcSync) << "cannot drop a refused token:" << codeName(cleared.error().code);
    runnerHasAccount = false;
    runner->setAccount(std::nullopt);
}

Result<void> FieldSession::Private::keepAccount(const KeptAccount &kept)
{
    Json json;
    json.set(u"token"_s, kept.token)
        .set(u"expires"_s, toMs(kept.expires))
        .set(u"offset"_s, std::int64_t{serverOffset.count()});
    return store->setSetting(kAccountSetting, writeJson(json));
}

void FieldSession::Private::noteServerOffset()
{
    const auto told = runner->serverOffset();
    // Less is the way of the answer through the network.
    if (!told || std::chrono::abs(*told - serverOffset) < kClockWasSet)
        return;
    serverOffset = *told;
    changeLease([this](LeaseRecord &record) {
        record.offset = serverOffset;
        return true;
    });
    if (!account)
        return;
    if (const auto kept = keepAccount(*account); !kept)
        qCWarning(lcSync) << "cannot note the server's time:" << codeName(kept.error().code);
}

Result<void> FieldSession::Private::keepLease(const protocol::LoginReply &reply)
{
    UnlockGuard(directory).clear();
    triesAreOver = false;
    return lease->write({reply.lease, serverOffset, reply.serverTime});
}

Result<void> FieldSession::Private::acceptLogin(const protocol::LoginReply &reply)
{
    if (!isFor(reply, *profile))
        return Error{ErrorCode::ProtocolMismatch, u"the answer is for somebody else"_s, u"login"_s};
    Profile next = *profile;
    next.displayName = reply.displayName;
    next.role = reply.role;
    next.team = reply.team;
    next.feeds = reply.feeds;
    next.recoveryKey = reply.recoveryKey;
    serverOffset = reply.serverTime - environment.clock.now();
    if (auto kept = keepLease(reply); !kept)
        return kept;
    if (auto stored = keepAccount({reply.token, reply.expires}); !stored)
        return stored;
    if (next != *profile) {
        if (auto saved = saveProfile(next); !saved)
            return saved;
    }
    account = KeptAccount{reply.token, reply.expires};
    isBlocked = false;
    runnerHasAccount = false;
    if (environment.syncByItself)
        giveAccount();
    tellAccess();
    return {};
}

void FieldSession::Private::noteStatus(const sync::Status &status)
{
    noteServerOffset();
    if (status.hold == sync::Hold::DeviceRevoked)
        noteBlocked();
    if (status.lastSuccess && status.lastSuccess != lastSync) {
        lastSync = status.lastSuccess;
        const QByteArray text = QByteArray::number(qint64{toMs(*lastSync)});
        if (const auto kept = store->setSetting(kLastSyncSetting, text); !kept)
            qCWarning(lcSync) << "cannot note the time of a sync:" << codeName(kept.error().code);
    }
    tellStatus();
}

void FieldSession::Private::tellStatus() const
{
    if (owner->onSyncStatus)
        owner->onSyncStatus(owner->syncStatus());
}

void FieldSession::Private::announce(const std::vector<TicketId> &tickets) const
{
    if (!tickets.empty() && owner->onTicketsChanged)
        owner->onTicketsChanged(tickets);
}

// ---- sync and care, one line each

void FieldSession::syncNow()
{
    if (!m_d->runner)
        return;
    m_d->retrySignIn();
    // Giving the account starts a round by itself; asking as well would make it two.
    if (!m_d->runnerHasAccount)
        m_d->giveAccount();
    else
        m_d->runner->syncNow();
}

void FieldSession::networkChanged(bool reachable)
{
    if (!m_d->runner)
        return;
    if (reachable)
        m_d->retrySignIn();
    m_d->runner->networkChanged(reachable);
}

void FieldSession::tick()
{
    m_d->askForOrders(); // may end all that is below
    if (!m_d->runner)
        return;
    if (m_d->pendingSignIn && m_d->pendingSignIn->isDue(m_d->environment.clock.now()))
        m_d->retrySignIn();
    m_d->runner->tick();
    m_d->noteTime();
}

std::optional<WallTime> FieldSession::nextWakeUp() const
{
    const auto round = m_d->runner ? m_d->runner->nextWakeUp() : std::nullopt;
    const auto signIn = m_d->pendingSignIn ? m_d->pendingSignIn->nextTry() : std::nullopt;
    std::optional<WallTime> earliest;
    for (const auto &time : {round, signIn, m_d->nextOrders()}) {
        if (time && (!earliest || *time < *earliest))
            earliest = time;
    }
    return earliest;
}

sync::Status FieldSession::syncStatus() const
{
    sync::Status status = m_d->runner ? m_d->runner->status() : sync::Status();
    if (!status.lastSuccess)
        status.lastSuccess = m_d->lastSync;
    status.serverOffset = std::chrono::duration_cast<std::chrono::seconds>(m_d->serverOffset);
    if (m_d->runner && !m_d->runnerHasAccount && m_d->hasValidAccount()) {
        // Nothing was tried yet, so nothing is in the way.
        status.hold = sync::Hold::None;
        status.phase = sync::Phase::Idle;
        status.holdSince.reset();
    } else if (m_d->runner && !m_d->hasValidAccount()) {
        m_d->addSignIn(status);
    }
    return status;
}

sync::Traffic FieldSession::traffic() const
{
    return m_d->runner ? m_d->runner->traffic() : sync::Traffic();
}

bool FieldSession::isSyncSettled() const
{
    return !m_d->runner || m_d->runner->isSettled();
}

std::optional<WallTime> FieldSession::lastSync() const
{
    return m_d->lastSync;
}

Millis FieldSession::serverOffset() const
{
    return m_d->serverOffset;
}

std::optional<WallTime> FieldSession::signedInUntil() const
{
    return m_d->account ? std::optional(m_d->account->expires) : std::nullopt;
}

Result<store::CheckReport> FieldSession::verify()
{
    return m_d->store ? m_d->store->verify() : Result<store::CheckReport>(Private::notSignedIn());
}

Result<qint64> FieldSession::schemaVersion()
{
    return m_d->store ? m_d->store->schemaVersion() : Result<qint64>(Private::notSignedIn());
}

Result<void> FieldSession::rebuild()
{
    return m_d->store ? m_d->store->rebuild() : Result<void>(Private::notSignedIn());
}

Result<void> FieldSession::backupTo(const QString &path)
{
    return m_d->store ? m_d->store->backupTo(path) : Result<void>(Private::notSignedIn());
}

Result<QString> FieldSession::setting(const QString &key)
{
    if (!m_d->store)
        return Private::notSignedIn();
    const auto value = m_d->store->setting(kPersonalPrefix + key);
    if (!value)
        return value.error();
    return QString::fromUtf8(*value);
}

Result<void> FieldSession::setSetting(const QString &key, const QString &value)
{
    return m_d->store ? m_d->store->setSetting(kPersonalPrefix + key, value.toUtf8())
                      : Result<void>(Private::notSignedIn());
}

} // namespace ruhu::presentation
