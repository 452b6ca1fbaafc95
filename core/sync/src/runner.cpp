// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner_p.h"

#include <ruhu/base/logging.h>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace ruhu::sync {
namespace {

constexpr int kExpired = 401;

bool isRunning(Phase phase)
{
    return phase == Phase::Pushing || phase == Phase::Blobs || phase == Phase::Pulling;
}

} // namespace

Runner::Private::Private(Runner &runner, store::ClientStore &clientStore, Transport &way, const Clock &time,
                         RandomSource &source)
    : q(runner), store(clientStore), transport(way), clock(time), random(source)
{
    // What became of the last push of the program's last run is not known.
    state.headUnknown = true;
    state.hold = Hold::SignInNeeded;
    state.phase = Phase::Waiting;
    state.holdSince = clock.now();
}

void Runner::Private::post(Input input)
{
    inputs.push_back(std::move(input));
    if (!draining)
        drain();
}

void Runner::Private::drain()
{
    const std::weak_ptr<int> self = alive;
    draining = true;
    while (!inputs.empty()) {
        const Input input = std::move(inputs.front());
        inputs.pop_front();
        const Phase before = state.phase;
        const std::vector<Effect> effects = step(state, input, clock.now(), random);
        if (state.phase == Phase::Pushing && before != Phase::Pushing)
            startRound();
        for (const Effect effect : effects) {
            const bool done = perform(effect);
            if (self.expired())
                return; // a callback ended the runner
            if (!done)
                break;
        }
        tellWhatChanged();
        if (self.expired())
            return;
        announce();
        if (self.expired())
            return;
    }
    draining = false;
}

bool Runner::Private::perform(Effect effect)
{
    switch (effect) {
    case Effect::AskHead:
        askHead();
        return true;
    case Effect::Push:
        push();
        return true;
    case Effect::SendBlobs:
        sendBlobs();
        return true;
    case Effect::Pull:
        pull();
        return true;
    case Effect::Rewind:
        rewindAfterGap();
        return true;
    case Effect::NewIncarnation: {
        const auto renewed = newIncarnationAfterFork();
        if (!renewed)
            fail(renewed.error());
        return renewed.has_value();
    }
    case Effect::Park:
        return parkRefused();
    case Effect::Report:
        return true; // announce() follows every step
    }
    return true;
}

void Runner::Private::startRound()
{
    answered = false;
    feedHeads.clear();
    missing.clear();
    epochChanged = false;
    triedBlobs.clear();
    blobProblem.clear();
    feedsReset.clear();
    serverHas.reset();
    refusedWith.clear();
}

void Runner::Private::send(Request request, std::function<void(const Reply &)> onReply)
{
    if (!account)
        return fail(Error{ErrorCode::NotSignedIn, {}, {}});
    request.token = account->token;
    traffic.bytesUp += request.body.size();
    const std::weak_ptr<int> self = alive;
    transport.send(request, [this, self, sentIn = generation, request,
                             onReply = std::move(onReply)](const Result<Reply> &reply) {
        if (self.expired() || sentIn != generation)
            return;
        if (!reply)
            return fail(reply.error());
        traffic.bytesDown += reply->body.size();
        // It was the token before this one that has ended: asked again with the one that is good now.
        if (reply->status == kExpired && account && account->token != request.token)
            return send(request, onReply);
        onReply(*reply);
    });
}

void Runner::Private::ticketsChanged(const std::vector<TicketId> &tickets)
{
    if (q.onTicketsChanged && !tickets.empty())
        q.onTicketsChanged(tickets);
}

/// From a place where a callback may do anything, the runner's end included.
void Runner::Private::tellWhatChanged()
{
    const std::set<TicketId> told = std::exchange(changed, {});
    ticketsChanged({told.begin(), told.end()});
}

void Runner::Private::retryParked()
{
    const auto released = store.releaseParked();
    if (!released) {
        qCWarning(lcSync) << "what was set aside stays so:" << codeName(released.error().code);
        return;
    }
    refusedKnown = false;
    changed.insert(released->begin(), released->end());
}

Status Runner::Private::statusNow()
{
    Status status;
    status.phase = state.phase;
    status.hold = state.hold;
    status.lastSuccess = state.lastSuccess;
    status.holdSince = state.holdSince;
    status.nextTry = state.wakeAt;
    status.lastProblem = state.lastProblem;
    status.pendingEvents = store.pendingCount().value_or(0);
    for (const store::BlobRow &row : pendingBlobs()) {
        ++status.pendingBlobs;
        status.pendingBlobBytes += row.sizeBytes;
    }
    if (!refusedKnown) {
        const auto counted = store.refusedCount();
        refused = counted.value_or(refused);
        refusedKnown = counted.has_value();
    }
    status.refused = refused;
    return status;
}

void Runner::Private::announce()
{
    if (!q.onStatus)
        return;
    const Status status = statusNow();
    if (announced == status)
        return;
    announced = status;
    q.onStatus(status);
}

Runner::Runner(store::ClientStore &store, Transport &transport, const Clock &clock, RandomSource &random)
    : m_d(std::make_unique<Private>(*this, store, transport, clock, random))
{}

Runner::~Runner() = default;

void Runner::setAccount(std::optional<Account> account)
{
    const bool signedIn = account.has_value();
    if (!signedIn)
        ++m_d->generation;
    m_d->account = std::move(account);
    if (signedIn && !isRunning(m_d->state.phase))
        m_d->retryParked();
    m_d->post(SignedInIs{signedIn});
}

void Runner::workAdded()
{
    m_d->post(WorkAdded{});
}

void Runner::syncNow()
{
    m_d->blobsAside.clear();
    m_d->documentsAside.clear();
    m_d->post(UserAsked{});
}

void Runner::networkChanged(bool reachable)
{
    m_d->post(NetworkIs{reachable});
}

void Runner::tick()
{
    m_d->post(TimerDue{});
}

std::optional<WallTime> Runner::nextWakeUp() const
{
    if (!m_d->state.wakeAt)
        return std::nullopt;
    return std::min(*m_d->state.wakeAt, m_d->clock.now() + kLongestWait);
}

Status Runner::status() const
{
    return m_d->statusNow();
}

std::optional<Millis> Runner::serverOffset() const
{
    return m_d->serverOffset;
}

Traffic Runner::traffic() const
{
    return m_d->traffic;
}

bool Runner::isSettled() const
{
    if (isRunning(m_d->state.phase))
        return false;
    // A round that ended with a hold has left behind what is refused, and nothing else.
    if (m_d->state.phase == Phase::Idle)
        return m_d->state.hold != Hold::None || m_d->store.pendingCount().value_or(1) == 0;
    switch (m_d->state.hold) {
    case Hold::None:
    case Hold::Offline:
    case Hold::ServerTrouble:
        return false;
    default:
        return true; // somebody has to act first
    }
}

} // namespace ruhu::sync
