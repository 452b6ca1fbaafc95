// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A lost laptop: the office orders it to throw its key away. That needs no password, so it is asked for while the laptop is
// locked as well.

#include "field_session_p.h"
#include "folder_files.h"
#include "profile_files.h"

#include <ruhu/base/logging.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {
namespace {

constexpr Millis kAskForOrders = std::chrono::hours(1);

[[nodiscard]] bool isOrderFor(const protocol::WipeOrder &order, const Profile &profile)
{
    return order.device == profile.device
           && crypto::verify(protocol::wipeMessage(order), order.signature, profile.serverPublicKey);
}

} // namespace

Result<void> FieldSession::Private::wipe()
{
    close();
    quick.forget();
    // The keys first: whatever happens on the way, what is left opens with nothing but the office's recovery key.
    for (const QLatin1String name : kFilesThatOpen) {
        if (auto gone = destroyFile(path(name)); !gone)
            return gone;
    }
    if (auto moved = moveAside(directory, u"wiped"_s, environment.clock.now()); !moved)
        return moved;
    qCInfo(lcStore) << "wiped by order of the office";
    profile.reset();
    ordersDue.reset();
    return {};
}

void FieldSession::carryOutOrders(std::function<void(Result<bool>)> done)
{
    if (!m_d->profile)
        return done(Error{ErrorCode::NotSignedIn, u"nobody is enrolled in this folder"_s, m_d->directory});
    if (!m_d->transport)
        m_d->makeTransport(*m_d->profile);
    const std::weak_ptr<int> self = m_d->alive;
    sync::fetchWipeOrder(*m_d->transport, m_d->profile->device,
                         [this, self, done = std::move(done)](const Result<protocol::WipeOrder> &order) {
                             if (self.expired() || !m_d->profile)
                                 return;
                             if (!order)
                                 return done(order.error().code == ErrorCode::NotFound ? Result<bool>(false)
                                                                                       : Result<bool>(order.error()));
                             if (!isOrderFor(*order, *m_d->profile))
                                 return done(Error{ErrorCode::ProtocolMismatch, u"not an order of the office"_s, {}});
                             const auto wiped = m_d->wipe();
                             done(wiped ? Result<bool>(true) : Result<bool>(wiped.error()));
                         });
}

std::optional<WallTime> FieldSession::Private::nextOrders() const
{
    const bool asks = environment.syncByItself && profile && (!store || isBlocked);
    return asks ? ordersDue : std::nullopt;
}

void FieldSession::Private::askForOrders()
{
    const auto due = nextOrders();
    if (!due || *due > environment.clock.now())
        return;
    ordersDue = environment.clock.now() + kAskForOrders;
    owner->carryOutOrders([this](const Result<bool> &wiped) {
        if (!wiped)
            qCInfo(lcSync) << "no answer about orders:" << codeName(wiped.error().code);
        else if (*wiped && owner->onWiped)
            owner->onWiped();
    });
}

void FieldSession::Private::noteBlocked()
{
    if (!std::exchange(isBlocked, true))
        ordersDue = environment.clock.now();
}

} // namespace ruhu::presentation
