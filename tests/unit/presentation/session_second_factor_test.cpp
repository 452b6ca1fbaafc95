// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session_world.h"

#include <ruhu_test/authenticator.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using presentation::Credentials;
using presentation::FieldSession;

namespace {

[[nodiscard]] std::unique_ptr<FieldSession> started(OfficeWorld &world)
{
    return must(FieldSession::open(world.temp.path(u"laptop"_s), world.environment()));
}

/// What the office had against it; nothing when somebody is in.
[[nodiscard]] std::optional<Error> setUp(FieldSession &session, const presentation::EnrolInput &input)
{
    std::optional<Result<void>> answer;
    session.enrol(input, [&](Result<void> done) { answer = std::move(done); });
    REQUIRE(answer);
    return *answer ? std::nullopt : std::optional(answer->error());
}

[[nodiscard]] QString saidOf(FieldSession &session, const Credentials &who)
{
    std::optional<Result<presentation::SignInOutcome>> answer;
    session.signIn(who, [&](Result<presentation::SignInOutcome> done) { answer = std::move(done); });
    REQUIRE(answer);
    const auto problem = *answer ? (*answer)->problem : std::optional(answer->error());
    return problem ? problem->subject : u"in"_s;
}

} // namespace

TEST_CASE("a laptop is set up with a code of the authenticator, which is asked for once the office wants it",
          "[presentation][second-factor]")
{
    OfficeWorld world;
    Authenticator app(must(world.office->newSecondFactor(u"demo"_s)));
    const auto session = started(world);
    auto input = world.enrolInput();
    CHECK(setUp(*session, input)->subject == u"second-factor-needed"_s);
    CHECK_FALSE(session->profile());
    input.secondFactor = u"000000"_s;
    CHECK(setUp(*session, input)->subject == u"second-factor-wrong"_s);
    input.secondFactor = app.next(world.clock.now()); // with the same one-time code
    CHECK_FALSE(setUp(*session, input));
    CHECK(session->profile()->secondFactor);
}

TEST_CASE("who has an authenticator needs its code at the office and the password alone without a network",
          "[presentation][second-factor]")
{
    OfficeWorld world;
    enrolled(world, u"laptop"_s).reset();
    Authenticator app(must(world.office->newSecondFactor(u"demo"_s)));
    const auto session = started(world);
    CHECK_FALSE(session->profile()->secondFactor); // the office has not asked yet
    CHECK(saidOf(*session, {kPassword}) == u"second-factor-needed"_s);
    CHECK(session->profile()->secondFactor);

    session->lock();
    CHECK(saidOf(*session, {kPassword, app.next(world.clock.now())}) == u"in"_s);
    CHECK(session->signedInUntil() > world.clock.now());

    session->lock();
    world.offline = true;
    CHECK(session->unlock(kPassword));
}

TEST_CASE("a new password wants a code as well, and a code is good for one of them", "[presentation][second-factor]")
{
    OfficeWorld world;
    const auto session = enrolled(world, u"laptop"_s);
    Authenticator app(must(world.office->newSecondFactor(u"demo"_s)));
    const QString next = u"a quiet river runs"_s;
    std::optional<Result<void>> answer;
    const auto change = [&](const Credentials &current) {
        session->changePassword(current, next, [&](const Result<void> &done) { answer = done; });
        REQUIRE(answer);
        return *answer ? QString() : answer->error().subject;
    };
    CHECK(change({kPassword}) == u"second-factor-needed"_s);
    const QString code = app.next(world.clock.now());
    CHECK(change({kPassword, code}).isEmpty());
    session->lock();
    CHECK(saidOf(*session, {next, code}) == u"second-factor-wrong"_s);
}
