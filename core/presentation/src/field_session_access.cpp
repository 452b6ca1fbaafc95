// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Being signed in: the short number, what is noted of opening and locking, and where else a person is signed in.

#include "field_session_p.h"

#include <ruhu/base/logging.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {
namespace {

constexpr QLatin1String kAccessSetting("session.access");
constexpr QLatin1String kAccessToldSetting("session.access-told");

[[nodiscard]] std::vector<OwnSession> ownSessionsOf(const protocol::OwnSessions &reply, DeviceId here)
{
    std::vector<OwnSession> sessions;
    sessions.reserve(reply.sessions.size());
    for (const protocol::OwnSession &session : reply.sessions)
        sessions.push_back(
            {session.device, session.deviceName, session.signedIn, session.expires, session.device == here});
    return sessions;
}

} // namespace

Result<void> FieldSession::setQuickNumber(const QString &password, const QString &number)
{
    if (!m_d->store)
        return Private::notSignedIn();
    if (auto checked = QuickUnlock::checkNumber(number); !checked)
        return checked;
    const auto secrets = m_d->keys(password);
    if (!secrets)
        return secrets.error();
    const WallTime until = m_d->environment.clock.now() + kShift;
    return m_d->quick.set(*secrets, number, m_d->environment.kdfCost, until);
}

bool FieldSession::opensByNumber() const
{
    return m_d->profile && m_d->quick.isSet(m_d->environment.clock.now());
}

Result<void> FieldSession::unlockByNumber(const QString &number)
{
    if (!m_d->profile)
        return Error{ErrorCode::NotSignedIn, u"nobody is enrolled in this folder"_s, m_d->directory};
    const auto secrets = m_d->quick.open(number, m_d->environment.clock.now());
    if (!secrets)
        return secrets.error();
    auto opened = m_d->openAlone(*secrets);
    if (opened) {
        // The one that was right counted as well.
        m_d->wrongTries = m_d->quick.takeWrong() - 1;
        m_d->noteOpened(protocol::AccessAct::OpenedByNumber, protocol::AccessAct::WrongNumber);
    }
    return opened;
}

std::vector<protocol::AccessEntry> FieldSession::Private::accessNoted() const
{
    const auto kept = store->setting(kAccessSetting);
    const auto read = kept && !kept->isEmpty() ? protocol::decodeAccessEntries(*kept) : protocol::AccessEntries();
    return read ? read->entries : std::vector<protocol::AccessEntry>();
}

void FieldSession::Private::noteAccess(protocol::AccessAct act, int count)
{
    // A program that does one thing and ends asks for the password at each call; that is no opening and locking.
    if (!store || !environment.syncByItself || count < 1)
        return;
    auto entries = accessNoted();
    const auto told = store->setting(kAccessToldSetting);
    const WallTime last = entries.empty() ? wallTimeFromMs(told ? told->toLongLong() : 0) : entries.back().at;
    entries.push_back({std::max(correctedNow(), last + Millis(1)), act, count});
    if (entries.size() > protocol::kMostAccessEntries) // weeks without the office: the oldest go
        entries.erase(entries.begin());
    if (const auto kept = store->setSetting(kAccessSetting, protocol::encodeAccessEntries({entries})); !kept)
        qCWarning(lcStore) << "opening or locking could not be noted:" << codeName(kept.error().code);
}

void FieldSession::Private::noteOpened(protocol::AccessAct opened, protocol::AccessAct wrong)
{
    noteAccess(wrong, std::exchange(wrongTries, 0));
    noteAccess(opened);
}

void FieldSession::Private::tellAccess()
{
    const protocol::AccessEntries noted{accessNoted()};
    if (!environment.syncByItself || !account || noted.entries.empty())
        return;
    const std::weak_ptr<int> self = alive;
    sync::tellAccess(*proved, account->token, noted, [this, self](const Result<protocol::AccessReply> &reply) {
        if (self.expired() || !store)
            return;
        if (reply)
            forgetAccess(reply->kept);
        else // it waits for the next sign-in
            qCInfo(lcSync) << "the office does not take notes of opening:" << codeName(reply.error().code);
    });
}

void FieldSession::Private::forgetAccess(WallTime until)
{
    auto entries = accessNoted();
    std::erase_if(entries, [until](const protocol::AccessEntry &entry) { return entry.at <= until; });
    const Result<void> steps[] = {
        store->setSetting(kAccessToldSetting, QByteArray::number(qint64{toMs(until)})),
        store->setSetting(kAccessSetting, entries.empty() ? QByteArray() : protocol::encodeAccessEntries({entries})),
    };
    for (const auto &step : steps) {
        if (!step)
            qCWarning(lcStore) << "notes of opening stay as they are:" << codeName(step.error().code);
    }
}

Result<QString> FieldSession::Private::token() const
{
    if (!store || !account)
        return Error{ErrorCode::NotSignedIn, u"the server wants a sign-in first"_s, u"expired-token"_s};
    return account->token;
}

std::function<void(Result<protocol::OwnSessions>)> FieldSession::Private::answerOfSessions(
    std::function<void(Result<std::vector<OwnSession>>)> done) const
{
    return [self = std::weak_ptr<int>(alive), here = profile->device,
            done = std::move(done)](const Result<protocol::OwnSessions> &reply) {
        if (self.expired())
            return;
        reply ? done(ownSessionsOf(*reply, here)) : done(reply.error());
    };
}

void FieldSession::ownSessions(std::function<void(Result<std::vector<OwnSession>>)> done)
{
    const auto token = m_d->token();
    if (!token)
        return done(token.error());
    sync::fetchOwnSessions(*m_d->proved, *token, m_d->answerOfSessions(std::move(done)));
}

void FieldSession::endOwnSession(DeviceId device, std::function<void(Result<std::vector<OwnSession>>)> done)
{
    const auto token = m_d->token();
    if (!token)
        return done(token.error());
    sync::endOwnSession(*m_d->proved, *token, device, m_d->answerOfSessions(std::move(done)));
}

} // namespace ruhu::presentation
