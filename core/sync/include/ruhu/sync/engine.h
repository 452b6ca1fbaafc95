// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/random.h>
#include <ruhu/sync/runner.h>

#include <variant>

namespace ruhu::sync {

// The decision what to do next, as a pure function: step(state, input, now, random) → effects. No I/O, no clock, no
// store. Every state has a wake-up; nothing waits without one (sync.md 2.7).

inline constexpr Millis kLongestRetryAfter = std::chrono::hours(1);
/// No wake-up is further away: one that is means that the clock was put back.
inline constexpr Millis kLongestWait = kLongestRetryAfter + kLongestRetryAfter / 5;

struct EngineState {
    Phase phase = Phase::Idle;
    Hold hold = Hold::None;
    int failures = 0; // since the last completed round
    std::optional<WallTime> wakeAt;
    std::optional<WallTime> holdSince;
    std::optional<WallTime> lastSuccess;
    int runLimit = 500; // events per push; halves on timeout and 413, grows again
    bool again = false; // work arrived during a round
    bool signedIn = false;
    bool headUnknown = false; // a push ended without an answer: ask for the head before resending
    int repairs = 0; // rewinds, new incarnations and halved runs of this round; bounded
    int parkedInARow = 0; // acts set aside since the server took one; bounded: it may be the server and not the acts
    QString
        blocked; // a part of this round that the server refuses while the rest goes on: "chain", "blob-refused", "document-missing"…
    QString lastProblem;
    bool operator==(const EngineState &) const = default;
};

struct WorkAdded {};
struct UserAsked {};
struct TimerDue {};
struct NetworkIs {
    bool reachable = true;
};
struct SignedInIs {
    bool signedIn = true;
};
struct PushDone {
    bool moreToSend = false;
    bool nothingSent = false; // there was nothing to push
};
struct HeadDone {};
struct BlobsDone {
    bool moreToSend = false;
};
struct PullDone {
    bool moreToPull = false;
    QString problem = {}; // of a document that did not come while all else did: "document-missing"…
};
struct Failed {
    ErrorCode code = ErrorCode::Offline;
    QString problem;
    std::optional<int> retryAfterSeconds;
};
using Input = std::variant<WorkAdded, UserAsked, TimerDue, NetworkIs, SignedInIs, PushDone, HeadDone, BlobsDone,
                           PullDone, Failed>;

/// Park: the act that was refused alone is set aside with its code, and those behind it go on without it.
enum class Effect { AskHead, Push, SendBlobs, Pull, Report, Rewind, NewIncarnation, Park };

[[nodiscard]] std::vector<Effect> step(EngineState &state, const Input &input, WallTime now, RandomSource &random);

/// Full jitter: uniform in [0, min(300 s, 2^failures)], at least 1 s (sync.md 2.13).
[[nodiscard]] Millis backoff(int failures, RandomSource &random);

} // namespace ruhu::sync
