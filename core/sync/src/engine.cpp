// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/sync/engine.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace ruhu::sync {
namespace {

using Effects = std::vector<Effect>;

constexpr Millis kIdle = 60s; // how often a quiet laptop asks for news
constexpr Millis kLongestBackoff = 300s;
constexpr Millis kSlow = 15min; // what a person has to put right
constexpr Millis kReconnect = 3s;
constexpr int kMostEvents = 500;
constexpr int kMostRepairs = 12;
constexpr int kMostParked = 3;

Millis upTo(Millis most, RandomSource &random)
{
    return Millis(static_cast<Millis::rep>(random.below(static_cast<std::uint64_t>(most.count()) + 1)));
}

bool isRunning(const EngineState &state)
{
    return state.phase == Phase::Pushing || state.phase == Phase::Blobs || state.phase == Phase::Pulling;
}

void setHold(EngineState &state, Hold hold, WallTime now)
{
    if (hold == Hold::None)
        state.holdSince.reset();
    else if (state.hold == Hold::None)
        state.holdSince = now;
    state.hold = hold;
}

void wait(EngineState &state, Hold hold, const QString &problem, std::optional<WallTime> wakeAt, WallTime now)
{
    setHold(state, hold, now);
    state.phase = Phase::Waiting;
    state.lastProblem = problem;
    state.wakeAt = wakeAt;
    state.repairs = 0;
    state.blocked.clear();
    state.again = false;
}

Effects waitForSignIn(EngineState &state, const QString &problem, WallTime now)
{
    state.signedIn = false;
    // Nothing can be asked without a token: SignedInIs is the way out.
    wait(state, Hold::SignInNeeded, problem, std::nullopt, now);
    return {Effect::Report};
}

Effects begin(EngineState &state, WallTime now)
{
    if (!state.signedIn)
        return waitForSignIn(state, state.lastProblem, now);
    state.phase = Phase::Pushing;
    state.wakeAt.reset();
    state.again = false;
    state.repairs = 0;
    state.blocked.clear();
    return {state.headUnknown ? Effect::AskHead : Effect::Push, Effect::Report};
}

Effects tryLater(EngineState &state, Hold hold, const QString &problem, WallTime now, RandomSource &random)
{
    ++state.failures;
    wait(state, hold, problem, now + backoff(state.failures, random), now);
    return {Effect::Report};
}

Effects trySlowly(EngineState &state, Hold hold, const QString &problem, WallTime now, RandomSource &random)
{
    ++state.failures;
    wait(state, hold, problem, now + kSlow + upTo(kSlow / 5, random), now);
    return {Effect::Report};
}

/// Damage is what is wrong with our own bytes; the rest is the server's will, or the way's.
Hold holdOf(const QString &blocked)
{
    if (blocked.isEmpty())
        return Hold::None;
    return blocked == u"chain" || blocked == u"blob-damaged" ? Hold::Damaged : Hold::ServerTrouble;
}

Effects finish(EngineState &state, WallTime now, RandomSource &random)
{
    state.failures = 0;
    state.repairs = 0;
    state.lastSuccess = now;
    // A part that is refused stays in sight and slows nothing else.
    state.lastProblem = state.blocked;
    setHold(state, holdOf(state.blocked), now);
    state.phase = Phase::Idle;
    if (state.again)
        return begin(state, now);
    state.wakeAt = now + kIdle + upTo(kIdle / 5, random);
    return {Effect::Report};
}

/// Goes on with the next phase although the server refuses what this one has to give (P5).
Effects skipPhase(EngineState &state, const QString &problem)
{
    if (state.blocked.isEmpty())
        state.blocked = problem;
    if (state.phase == Phase::Pushing) {
        state.phase = Phase::Blobs;
        return {Effect::SendBlobs};
    }
    state.phase = Phase::Pulling;
    return {Effect::Pull};
}

/// Repairs are bounded: a server that answers every repair with the same refusal must not be asked without end.
bool mayRepair(EngineState &state)
{
    return state.phase == Phase::Pushing && ++state.repairs <= kMostRepairs;
}

bool leavesHeadUnknown(ErrorCode code)
{
    return code == ErrorCode::Offline || code == ErrorCode::Timeout || code == ErrorCode::ServerFailure
           || code == ErrorCode::Cancelled;
}

/// Refusals the wire names and that something can be done about at once; nothing when it is none of them.
std::optional<Effects> repair(EngineState &state, const Failed &failed)
{
    if (state.phase != Phase::Pushing)
        return std::nullopt;
    if (failed.problem == u"gap" && mayRepair(state))
        return Effects{Effect::Rewind, Effect::Push};
    if (failed.problem == u"fork" && mayRepair(state))
        return Effects{Effect::NewIncarnation, Effect::Push};
    if (failed.problem != u"chain" && failed.code != ErrorCode::TooLarge && failed.code != ErrorCode::InvalidInput)
        return std::nullopt;
    // Halved until it is one act; then it is known which one.
    if (state.runLimit > 1 && mayRepair(state)) {
        state.runLimit /= 2;
        return Effects{Effect::Push};
    }
    if (state.runLimit == 1 && state.parkedInARow < kMostParked && mayRepair(state)) {
        ++state.parkedInARow;
        return Effects{Effect::Park, Effect::Push};
    }
    return skipPhase(state, failed.problem);
}

Effects waitAsTold(EngineState &state, const Failed &failed, WallTime now, RandomSource &random)
{
    if (!failed.retryAfterSeconds)
        return tryLater(state, Hold::ServerTrouble, failed.problem, now, random);
    ++state.failures;
    const Millis told = std::clamp<Millis>(std::chrono::seconds(*failed.retryAfterSeconds), 1s, kLongestRetryAfter);
    wait(state, Hold::ServerTrouble, failed.problem, now + told + upTo(told / 5, random), now);
    return {Effect::Report};
}

Effects fail(EngineState &state, const Failed &failed, WallTime now, RandomSource &random)
{
    if (!isRunning(state))
        return {};
    if (failed.problem == u"revoked-device")
        return trySlowly(state, Hold::DeviceRevoked, failed.problem, now, random);
    if (failed.problem == u"disabled-user" || failed.code == ErrorCode::NotSignedIn)
        return waitForSignIn(state, failed.problem, now);
    if (auto repaired = repair(state, failed))
        return *repaired;
    if (state.phase == Phase::Blobs && failed.problem.startsWith(u"blob-"))
        return skipPhase(state, failed.problem);
    if (state.phase == Phase::Pushing && leavesHeadUnknown(failed.code))
        state.headUnknown = true;
    switch (failed.code) {
    case ErrorCode::Timeout:
        state.runLimit = std::max(1, state.runLimit / 2);
        return tryLater(state, Hold::ServerTrouble, failed.problem, now, random);
    case ErrorCode::Offline:
        return tryLater(state, Hold::Offline, failed.problem, now, random);
    case ErrorCode::TlsFailure:
        return tryLater(state, Hold::TlsFailure, failed.problem, now, random);
    case ErrorCode::ProtocolMismatch:
        return trySlowly(state, Hold::UpdateNeeded, failed.problem, now, random);
    case ErrorCode::DiskFull:
        return tryLater(state, Hold::DiskFull, failed.problem, now, random);
    case ErrorCode::Damaged:
    case ErrorCode::ReadOnly:
    case ErrorCode::SchemaTooNew:
    case ErrorCode::Internal:
        return trySlowly(state, Hold::Damaged, failed.problem, now, random);
    default:
        return waitAsTold(state, failed, now, random);
    }
}

struct Step {
    EngineState &state;
    WallTime now;
    RandomSource &random;

    Effects operator()(const WorkAdded &) const
    {
        if (isRunning(state)) {
            state.again = true;
            return {};
        }
        return state.phase == Phase::Idle ? begin(state, now) : Effects{Effect::Report};
    }
    Effects operator()(const UserAsked &) const
    {
        if (isRunning(state)) {
            state.again = true;
            return {};
        }
        return begin(state, now);
    }
    Effects operator()(const TimerDue &) const
    {
        if (isRunning(state) || !state.wakeAt)
            return {};
        // A wake-up further away than any we set: the clock was put back.
        const bool due = now >= *state.wakeAt || *state.wakeAt > now + kLongestWait;
        return due ? begin(state, now) : Effects{};
    }
    Effects operator()(const NetworkIs &network) const
    {
        const bool waitsForNetwork = state.hold == Hold::Offline || state.hold == Hold::ServerTrouble;
        if (isRunning(state) || !network.reachable || !waitsForNetwork || !state.wakeAt)
            return {}; // what the system says about a lost network is a hint; requests tell
        state.wakeAt = std::min(*state.wakeAt, now + upTo(kReconnect, random));
        return {Effect::Report};
    }
    Effects operator()(const SignedInIs &signedInIs) const
    {
        if (!signedInIs.signedIn) {
            state.headUnknown = state.headUnknown || state.phase == Phase::Pushing;
            return waitForSignIn(state, {}, now);
        }
        state.signedIn = true;
        // What was asked for is given; the round that begins now must not be shown as waiting for it.
        if (state.hold == Hold::SignInNeeded)
            setHold(state, Hold::None, now);
        if (isRunning(state)) {
            state.again = true;
            return {};
        }
        return begin(state, now);
    }
    Effects operator()(const HeadDone &) const
    {
        if (state.phase != Phase::Pushing)
            return {};
        state.headUnknown = false;
        return {Effect::Push};
    }
    Effects operator()(const PushDone &done) const
    {
        if (state.phase != Phase::Pushing)
            return {};
        state.headUnknown = false;
        if (!done.nothingSent) {
            state.parkedInARow = 0;
            state.runLimit = std::min(kMostEvents, state.runLimit + std::max(1, state.runLimit / 10));
        }
        if (done.moreToSend)
            return {Effect::Push};
        state.again = false; // all that was recorded until now has been sent
        state.phase = Phase::Blobs;
        return {Effect::SendBlobs};
    }
    Effects operator()(const BlobsDone &done) const
    {
        if (state.phase != Phase::Blobs)
            return {};
        if (done.moreToSend)
            return {Effect::SendBlobs};
        state.phase = Phase::Pulling;
        return {Effect::Pull};
    }
    Effects operator()(const PullDone &done) const
    {
        if (state.phase != Phase::Pulling)
            return {};
        if (done.moreToPull)
            return {Effect::Pull};
        if (state.blocked.isEmpty())
            state.blocked = done.problem;
        return finish(state, now, random);
    }
    Effects operator()(const Failed &failed) const { return fail(state, failed, now, random); }
};

} // namespace

Millis backoff(int failures, RandomSource &random)
{
    const int doublings = std::clamp(failures, 0, 9);
    // The cap comes before the jitter: jitter before the cap brings everybody back at the same moment.
    const Millis most = std::min(kLongestBackoff, Millis(1000LL << doublings));
    return std::max<Millis>(1s, upTo(most, random));
}

std::vector<Effect> step(EngineState &state, const Input &input, WallTime now, RandomSource &random)
{
    return std::visit(Step{state, now, random}, input);
}

} // namespace ruhu::sync
