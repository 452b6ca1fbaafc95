// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>

#include <ruhu/sync/engine.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::sync;
using namespace std::chrono_literals;

namespace {

const WallTime kNow = wallTimeFromMs(1'772'300'000'000);
using Effects = std::vector<Effect>;

struct EngineBench {
    EngineState state;
    SeededRandom random{1};
    WallTime now = kNow;

    Effects operator()(const Input &input) { return step(state, input, now, random); }
    /// Runs a whole round without trouble.
    void round()
    {
        (*this)(PushDone{});
        (*this)(BlobsDone{});
        (*this)(PullDone{});
    }
    /// Signed in, one round behind.
    static EngineBench idle()
    {
        EngineBench bench;
        bench(SignedInIs{});
        bench.round();
        REQUIRE(bench.state.phase == Phase::Idle);
        return bench;
    }
    static EngineBench in(Phase phase)
    {
        EngineBench bench = idle();
        bench(UserAsked{});
        if (phase != Phase::Pushing)
            bench(PushDone{});
        if (phase == Phase::Pulling)
            bench(BlobsDone{});
        REQUIRE(bench.state.phase == phase);
        return bench;
    }
};

Millis wait(const EngineBench &bench)
{
    REQUIRE(bench.state.wakeAt);
    return *bench.state.wakeAt - bench.now;
}

struct FailureRow {
    const char *name;
    Phase phase;
    Failed failed;
    Hold hold;
    bool headUnknown;
    Millis least;
    Millis most;
};

} // namespace

TEST_CASE("a round pushes, sends blobs, pulls and ends idle with a wake-up", "[sync][engine]")
{
    EngineBench bench;
    CHECK(bench(SignedInIs{}) == Effects{Effect::Push, Effect::Report});
    CHECK(bench(PushDone{true}) == Effects{Effect::Push});
    CHECK(bench(PushDone{}) == Effects{Effect::SendBlobs});
    CHECK(bench(BlobsDone{true}) == Effects{Effect::SendBlobs});
    CHECK(bench(BlobsDone{}) == Effects{Effect::Pull});
    CHECK(bench(PullDone{true}) == Effects{Effect::Pull});
    CHECK(bench(PullDone{}) == Effects{Effect::Report});
    CHECK(bench.state.phase == Phase::Idle);
    CHECK(bench.state.hold == Hold::None);
    CHECK(bench.state.lastSuccess == kNow);
    CHECK(wait(bench) >= 60s);
    CHECK(wait(bench) <= 72s);
}

TEST_CASE("the head is asked for only where a push ended without an answer", "[sync][engine]")
{
    EngineBench bench = EngineBench::idle();
    bench.state.headUnknown = true;
    CHECK(bench(UserAsked{}).front() == Effect::AskHead);
    CHECK(bench(HeadDone{}) == Effects{Effect::Push});
    CHECK_FALSE(bench.state.headUnknown);
    bench.round();
    CHECK(bench(UserAsked{}).front() == Effect::Push);
}

TEST_CASE("work that comes while a round runs starts another one unless it went along", "[sync][engine]")
{
    EngineBench bench = EngineBench::in(Phase::Pushing);
    CHECK(bench(WorkAdded{}).empty());
    CHECK(bench(PushDone{}) == Effects{Effect::SendBlobs}); // the push said that nothing is left
    bench(BlobsDone{});
    CHECK(bench(PullDone{}) == Effects{Effect::Report});
    CHECK(bench.state.phase == Phase::Idle);

    bench = EngineBench::in(Phase::Pulling);
    CHECK(bench(WorkAdded{}).empty());
    CHECK(bench(PullDone{}) == Effects{Effect::Push, Effect::Report});
    CHECK(bench.state.phase == Phase::Pushing);
}

TEST_CASE("work starts a round at once when idle, but not against a back-off", "[sync][engine]")
{
    EngineBench bench = EngineBench::idle();
    CHECK(bench(WorkAdded{}).front() == Effect::Push);
    bench(Failed{ErrorCode::Offline, u"offline"_s, {}});
    const auto before = bench.state.wakeAt;
    CHECK(bench(WorkAdded{}) == Effects{Effect::Report});
    CHECK(bench.state.phase == Phase::Waiting);
    CHECK(bench.state.wakeAt == before);
}

TEST_CASE("a person who asks does not wait for a back-off", "[sync][engine]")
{
    EngineBench bench = EngineBench::in(Phase::Pulling);
    bench(Failed{ErrorCode::Busy, u"busy"_s, 3000});
    REQUIRE(bench.state.phase == Phase::Waiting);
    CHECK(bench(UserAsked{}).front() == Effect::Push);
    CHECK(bench.state.phase == Phase::Pushing);
}

TEST_CASE("every failure has its hold, a wake-up in its range, and never clears what it does not know",
          "[sync][engine]")
{
    const Millis slowLeast = 15min;
    const Millis slowMost = 18min;
    const std::vector<FailureRow> rows{
        {"offline", Phase::Pushing, {ErrorCode::Offline, u"offline"_s, {}}, Hold::Offline, true, 1s, 2s},
        {"portal", Phase::Pushing, {ErrorCode::Offline, u"captive-portal"_s, {}}, Hold::Offline, true, 1s, 2s},
        {"timeout", Phase::Pushing, {ErrorCode::Timeout, u"timeout"_s, {}}, Hold::ServerTrouble, true, 1s, 2s},
        {"500", Phase::Pushing, {ErrorCode::ServerFailure, u"internal"_s, {}}, Hold::ServerTrouble, true, 1s, 2s},
        {"offline pull", Phase::Pulling, {ErrorCode::Offline, u"offline"_s, {}}, Hold::Offline, false, 1s, 2s},
        {"busy", Phase::Pushing, {ErrorCode::Busy, u"busy"_s, 120}, Hold::ServerTrouble, false, 120s, 144s},
        {"busy long", Phase::Pushing, {ErrorCode::Busy, u"busy"_s, 99999}, Hold::ServerTrouble, false, 1h, 72min},
        {"busy zero", Phase::Pushing, {ErrorCode::Busy, u"busy"_s, 0}, Hold::ServerTrouble, false, 1s, 2s},
        {"busy untold", Phase::Blobs, {ErrorCode::Busy, u"busy"_s, {}}, Hold::ServerTrouble, false, 1s, 2s},
        {"tls", Phase::Pushing, {ErrorCode::TlsFailure, u"tls-failure"_s, {}}, Hold::TlsFailure, false, 1s, 2s},
        {"disk", Phase::Pulling, {ErrorCode::DiskFull, u"disk-full"_s, {}}, Hold::DiskFull, false, 1s, 2s},
        {"update",
         Phase::Pulling,
         {ErrorCode::ProtocolMismatch, u"update-needed"_s, {}},
         Hold::UpdateNeeded,
         false,
         slowLeast,
         slowMost},
        {"revoked",
         Phase::Pushing,
         {ErrorCode::NotAllowed, u"revoked-device"_s, {}},
         Hold::DeviceRevoked,
         false,
         slowLeast,
         slowMost},
        {"damaged", Phase::Pulling, {ErrorCode::Damaged, u"feed"_s, {}}, Hold::Damaged, false, slowLeast, slowMost},
        {"feed of others",
         Phase::Pulling,
         {ErrorCode::NotAllowed, u"not-allowed"_s, {}},
         Hold::ServerTrouble,
         false,
         1s,
         2s},
    };
    for (const FailureRow &row : rows) {
        CAPTURE(row.name);
        EngineBench bench = EngineBench::in(row.phase);
        CHECK(bench(row.failed) == Effects{Effect::Report});
        CHECK(bench.state.phase == Phase::Waiting);
        CHECK((bench.state.hold == row.hold));
        CHECK(bench.state.holdSince == kNow);
        CHECK(bench.state.headUnknown == row.headUnknown);
        CHECK(bench.state.lastProblem == row.failed.problem);
        CHECK(bench.state.failures == 1);
        CHECK(wait(bench) >= row.least);
        CHECK(wait(bench) <= row.most);
        // The timer leads back into a round, and the round out of the hold.
        bench.now = *bench.state.wakeAt;
        CHECK(bench(TimerDue{}).front() == (row.headUnknown ? Effect::AskHead : Effect::Push));
        bench.round();
        CHECK((bench.state.hold == Hold::None));
        CHECK_FALSE(bench.state.holdSince);
        CHECK(bench.state.failures == 0);
        CHECK(bench.state.lastProblem.isEmpty());
    }
}

TEST_CASE("an expired sign-in stops everything until somebody signs in", "[sync][engine]")
{
    for (const Failed &failed : {Failed{ErrorCode::NotSignedIn, u"expired-token"_s, {}},
                                 Failed{ErrorCode::NotAllowed, u"disabled-user"_s, {}}}) {
        EngineBench bench = EngineBench::in(Phase::Pushing);
        bench(failed);
        CHECK((bench.state.hold == Hold::SignInNeeded));
        CHECK_FALSE(bench.state.wakeAt);
        CHECK(bench(UserAsked{}) == Effects{Effect::Report});
        CHECK(bench(WorkAdded{}) == Effects{Effect::Report});
        CHECK(bench(TimerDue{}).empty());
        CHECK(bench(SignedInIs{}).front() == Effect::Push);
    }
}

TEST_CASE("signing out in the middle of a push leaves its outcome unknown", "[sync][engine]")
{
    EngineBench bench = EngineBench::in(Phase::Pushing);
    bench(SignedInIs{false});
    CHECK((bench.state.hold == Hold::SignInNeeded));
    CHECK(bench(PushDone{}).empty());
    CHECK(bench(SignedInIs{}).front() == Effect::AskHead);
    CHECK((bench.state.hold == Hold::None)); // what was asked for is given
}

TEST_CASE("a gap rewinds and a fork moves on, but not without end", "[sync][engine]")
{
    for (const auto &[problem, effect] :
         {std::pair(u"gap"_s, Effect::Rewind), std::pair(u"fork"_s, Effect::NewIncarnation)}) {
        EngineBench bench = EngineBench::in(Phase::Pushing);
        const Failed failed{ErrorCode::Conflict, problem, {}};
        CHECK(bench(failed) == Effects{effect, Effect::Push});
        int repairs = 1;
        while (bench(failed).front() == effect)
            ++repairs;
        CHECK(repairs <= 20);
        CHECK(bench.state.phase == Phase::Waiting);
        CHECK((bench.state.hold == Hold::ServerTrouble));
        CHECK(bench.state.lastProblem == problem);
        CHECK(bench.state.wakeAt);
    }
}

TEST_CASE("runs shrink when they are too large or too slow and grow again", "[sync][engine]")
{
    EngineBench bench = EngineBench::in(Phase::Pushing);
    CHECK(bench(Failed{ErrorCode::TooLarge, u"body-too-large"_s, {}}) == Effects{Effect::Push});
    CHECK(bench.state.runLimit == 250);
    bench(Failed{ErrorCode::Timeout, u"timeout"_s, {}});
    CHECK(bench.state.runLimit == 125);
    bench(UserAsked{});
    bench(PushDone{true});
    CHECK(bench.state.runLimit == 137);
    for (int i = 0; i < 100; ++i)
        bench(PushDone{true});
    CHECK(bench.state.runLimit == 500);
}

TEST_CASE("an act that is refused alone is set aside and those behind it go on", "[sync][engine]")
{
    for (const Failed &failed :
         {Failed{ErrorCode::TooLarge, u"body-too-large"_s, {}}, Failed{ErrorCode::InvalidInput, u"bad-request"_s, {}},
          Failed{ErrorCode::InvalidInput, u"chain"_s, {}}}) {
        EngineBench bench = EngineBench::in(Phase::Pushing);
        int tries = 0;
        Effects effects = bench(failed);
        while (effects == Effects{Effect::Push}) {
            REQUIRE(++tries < 20);
            effects = bench(failed);
        }
        CHECK(bench.state.runLimit == 1);
        CHECK(effects == Effects{Effect::Park, Effect::Push});
        bench.round();
        CHECK(bench.state.phase == Phase::Idle);
        CHECK((bench.state.hold == Hold::None));
    }
}

TEST_CASE("a server that refuses every act gets no outbox set aside", "[sync][engine]")
{
    EngineBench bench = EngineBench::in(Phase::Pushing);
    const Failed failed{ErrorCode::InvalidInput, u"bad-request"_s, {}};
    int parked = 0;
    for (int round = 0; round < 10; ++round) {
        while (bench.state.phase == Phase::Pushing) {
            const Effects effects = bench(failed);
            parked += static_cast<int>(std::count(effects.begin(), effects.end(), Effect::Park));
        }
        bench(BlobsDone{});
        bench(PullDone{});
        CHECK((bench.state.hold == Hold::ServerTrouble));
        CHECK(bench.state.lastProblem == u"bad-request"_s);
        bench(UserAsked{});
    }
    CHECK(parked <= 3);
    // One that is taken shows that it was the acts and not the server.
    bench(PushDone{true});
    CHECK(bench(failed) != Effects{Effect::SendBlobs});
}

TEST_CASE("a refused chain or blob stops only its own part of the round", "[sync][engine]")
{
    EngineBench bench = EngineBench::in(Phase::Pushing);
    while (bench.state.phase == Phase::Pushing)
        bench(Failed{ErrorCode::InvalidInput, u"chain"_s, {}});
    CHECK(bench.state.phase == Phase::Blobs);
    CHECK(bench(BlobsDone{}) == Effects{Effect::Pull});
    CHECK(bench(PullDone{}) == Effects{Effect::Report});
    CHECK((bench.state.hold == Hold::Damaged));
    CHECK(bench.state.lastProblem == u"chain"_s);

    // Only what is wrong with our own bytes is called damage.
    for (const auto &[problem, hold] :
         {std::pair(u"blob-refused"_s, Hold::ServerTrouble), std::pair(u"blob-too-large"_s, Hold::ServerTrouble),
          std::pair(u"blob-damaged"_s, Hold::Damaged)}) {
        bench = EngineBench::in(Phase::Blobs);
        CHECK(bench(Failed{ErrorCode::Damaged, problem, {}}) == Effects{Effect::Pull});
        CHECK(bench(PullDone{}) == Effects{Effect::Report});
        CHECK((bench.state.hold == hold));
        CHECK(bench.state.lastProblem == problem);
    }
}

TEST_CASE("a part that is refused does not slow the rest and stays in sight", "[sync][engine]")
{
    EngineBench bench = EngineBench::in(Phase::Blobs);
    bench.now += 1h;
    bench(Failed{ErrorCode::Damaged, u"blob-refused"_s, {}});
    bench(PullDone{});
    CHECK(bench.state.phase == Phase::Idle);
    CHECK((bench.state.hold == Hold::ServerTrouble));
    CHECK(bench.state.holdSince == bench.now);
    CHECK(bench.state.lastSuccess == bench.now);
    CHECK(bench.state.failures == 0);
    CHECK(wait(bench) <= 72s);
    CHECK(bench(WorkAdded{}).front() == Effect::Push);
    bench.round();
    CHECK((bench.state.hold == Hold::None));
    CHECK(bench.state.lastProblem.isEmpty());
}

TEST_CASE("the time of a hold is that of its first failure", "[sync][engine]")
{
    EngineBench bench = EngineBench::in(Phase::Pushing);
    bench(Failed{ErrorCode::Offline, u"offline"_s, {}});
    bench.now += 1h;
    bench(TimerDue{});
    bench(Failed{ErrorCode::Timeout, u"timeout"_s, {}});
    CHECK(bench.state.holdSince == kNow);
    CHECK((bench.state.hold == Hold::ServerTrouble));
}

TEST_CASE("a network that comes back shortens the wait, one that goes away changes nothing", "[sync][engine]")
{
    EngineBench bench = EngineBench::in(Phase::Pushing);
    bench.state.failures = 8;
    bench(Failed{ErrorCode::Offline, u"offline"_s, {}});
    const auto before = bench.state.wakeAt;
    CHECK(bench(NetworkIs{false}).empty());
    CHECK(bench.state.wakeAt == before);
    bench(NetworkIs{true});
    CHECK(wait(bench) <= 3s);
    bench = EngineBench::idle();
    CHECK(bench(NetworkIs{true}).empty());
}

TEST_CASE("a clock that was put back does not leave the laptop waiting for years", "[sync][engine]")
{
    EngineBench bench = EngineBench::idle();
    bench.now -= std::chrono::hours(24 * 365 * 10);
    CHECK(bench(TimerDue{}).front() == Effect::Push);
    bench = EngineBench::idle();
    bench.now += std::chrono::hours(24 * 365 * 10);
    CHECK(bench(TimerDue{}).front() == Effect::Push);
    bench = EngineBench::idle();
    CHECK(bench(TimerDue{}).empty()); // not yet
}

TEST_CASE("the back-off is full jitter under a cap and never below a second", "[sync][engine]")
{
    SeededRandom random(3);
    for (int failures = 0; failures < 60; ++failures) {
        const Millis most = std::min<Millis>(300s, Millis(1000LL << std::min(failures, 20)));
        Millis least = 1h;
        Millis longest = 0s;
        for (int i = 0; i < 200; ++i) {
            const Millis chosen = backoff(failures, random);
            least = std::min(least, chosen);
            longest = std::max(longest, chosen);
        }
        CAPTURE(failures);
        CHECK(least >= 1s);
        CHECK(longest <= std::max<Millis>(most, 1s));
        if (failures >= 9) {
            CHECK(least < 30s); // spread over the whole range
            CHECK(longest > 270s);
        }
    }
}

TEST_CASE("whatever comes in whatever order, something moves, wakes up or waits for a person", "[sync][engine]")
{
    SeededRandom chance(99);
    const std::vector<ErrorCode> codes{ErrorCode::Offline,     ErrorCode::Timeout,      ErrorCode::Busy,
                                       ErrorCode::Conflict,    ErrorCode::InvalidInput, ErrorCode::TooLarge,
                                       ErrorCode::NotSignedIn, ErrorCode::Damaged,      ErrorCode::NotAllowed,
                                       ErrorCode::Internal};
    const std::vector<QString> problems{u"gap"_s, u"fork"_s,         u"chain"_s,
                                        u"x"_s,   u"blob-refused"_s, u"revoked-device"_s};
    EngineBench bench;
    bool inFlight = false;
    for (int i = 0; i < 20'000; ++i) {
        bench.now += Millis(static_cast<qint64>(chance.below(120'000)));
        const auto kind = chance.below(inFlight ? 12 : 5);
        std::optional<Input> input;
        if (kind == 0)
            input = WorkAdded{};
        else if (kind == 1)
            input = UserAsked{};
        else if (kind == 2)
            input = TimerDue{};
        else if (kind == 3)
            input = NetworkIs{chance.below(2) == 0};
        else if (kind == 4)
            input = SignedInIs{chance.below(4) != 0};
        else if (kind < 8)
            input = Failed{codes[chance.below(codes.size())], problems[chance.below(problems.size())], {}};
        else if (bench.state.phase == Phase::Pushing)
            input = PushDone{chance.below(3) == 0};
        else if (bench.state.phase == Phase::Blobs)
            input = BlobsDone{chance.below(3) == 0};
        else
            input = PullDone{chance.below(3) == 0};
        const Effects effects = bench(*input);
        const auto requests = std::count_if(effects.begin(), effects.end(), [](Effect effect) {
            return effect != Effect::Report && effect != Effect::Rewind && effect != Effect::NewIncarnation
                   && effect != Effect::Park;
        });
        REQUIRE(requests <= 1);
        inFlight = bench.state.phase == Phase::Pushing || bench.state.phase == Phase::Blobs
                   || bench.state.phase == Phase::Pulling;
        const bool waitsForPerson = bench.state.hold == Hold::SignInNeeded;
        if (!inFlight)
            REQUIRE((bench.state.wakeAt.has_value() || waitsForPerson));
    }
}
