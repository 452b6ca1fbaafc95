// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session_world.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using presentation::FieldSession;

namespace {

const QString kNext = u"a quiet river runs"_s;
const QString kThird = u"seven tall chimneys"_s;

/// Nothing when no answer came.
std::optional<Error> change(FieldSession &session, const QString &current, const QString &next)
{
    std::optional<Result<void>> answer;
    session.changePassword(current, next, [&](const Result<void> &done) { answer = done; });
    REQUIRE(answer);
    return *answer ? std::nullopt : std::optional(answer->error());
}

/// A program that was just started opens the folder with the password; what the office says of it.
QString signInAnew(OfficeWorld &world, const QString &password)
{
    const auto session = must(FieldSession::open(world.temp.path(u"laptop"_s), world.environment()));
    const auto done = signIn(*session, password);
    const auto problem = done ? done->problem : std::optional(done.error());
    return problem ? problem->subject : u"in"_s;
}

bool opens(OfficeWorld &world, const QString &password)
{
    world.clock.advance(std::chrono::hours(1)); // what was tried before is not waited for
    const auto session = must(FieldSession::open(world.temp.path(u"laptop"_s), world.environment()));
    return session->unlock(password).has_value();
}

} // namespace

TEST_CASE("a person's new password opens the laptop and signs in, and the old one does neither",
          "[presentation][password]")
{
    OfficeWorld world;
    auto session = enrolled(world, u"laptop"_s);
    CHECK_FALSE(change(*session, kPassword, kNext));
    CHECK(session->signedInUntil() > world.clock.now());
    syncAll(world, *session); // the session that changed it goes on
    CHECK(session->syncStatus().hold == sync::Hold::None);
    session.reset();
    CHECK(signInAnew(world, kNext) == u"in"_s);
    CHECK_FALSE(opens(world, kPassword));
}

TEST_CASE("a change that is refused leaves the password as it was", "[presentation][password]")
{
    OfficeWorld world;
    auto session = enrolled(world, u"laptop"_s);
    SECTION("the present one is not given")
    {
        CHECK(change(*session, u"not the present one"_s, kNext)->subject == u"wrong-password"_s);
    }
    SECTION("the new one is short")
    {
        CHECK(change(*session, kPassword, u"short"_s)->subject == u"password-short"_s);
    }
    SECTION("the new one is made of the person's own names")
    {
        CHECK(change(*session, kPassword, u"demo demo demo demo"_s)->subject == u"password-known"_s);
    }
    SECTION("the account is disabled")
    {
        REQUIRE(world.office->setUserDisabled(u"demo"_s, true));
        CHECK(change(*session, kPassword, kNext)->subject == u"disabled-user"_s);
        REQUIRE(world.office->setUserDisabled(u"demo"_s, false));
    }
    SECTION("the store is locked")
    {
        session->lock();
        CHECK(change(*session, kPassword, kNext)->code == ErrorCode::NotSignedIn);
    }
    session.reset();
    world.clock.advance(std::chrono::minutes(5));
    CHECK(signInAnew(world, kPassword) == u"in"_s);
    CHECK_FALSE(opens(world, kNext));
}

TEST_CASE("a change whose answer is lost is settled by the next sign-in, and the laptop opens all the while",
          "[presentation][password]")
{
    OfficeWorld world;
    auto session = enrolled(world, u"laptop"_s);
    const bool reached = GENERATE(true, false); // the office, although its answer did not come
    world.setWay([&](const sync::Request &, const std::function<sync::Reply()> &office) -> Result<sync::Reply> {
        if (reached)
            (void)office();
        return Error{ErrorCode::Timeout, u"no answer"_s, {}};
    });
    CHECK(change(*session, kPassword, kNext)->subject == u"password-unsure"_s);
    session.reset();
    CHECK(opens(world, kPassword));
    CHECK(opens(world, kNext));
    world.setWay({});
    const QString right = reached ? kNext : kPassword;
    const QString other = reached ? kPassword : kNext;
    CHECK(signInAnew(world, other) == u"wrong-password"_s);
    CHECK(opens(world, right)); // still: only the office's word settles it
    CHECK(signInAnew(world, right) == u"in"_s);
    CHECK(opens(world, right));
    CHECK_FALSE(opens(world, other));
}

TEST_CASE("a new wrapping that is damaged neither opens the laptop nor keeps it closed", "[presentation][password]")
{
    OfficeWorld world;
    enrolled(world, u"laptop"_s).reset();
    world.temp.write(u"laptop/key.next.json"_s, "{\"v\":1,");
    CHECK(signInAnew(world, u"not the present one"_s) == u"wrong-password"_s);
    CHECK(signInAnew(world, kPassword) == u"in"_s);
    CHECK_FALSE(QFile::exists(world.temp.path(u"laptop/key.next.json"_s)));
}

TEST_CASE("asking once more after a lost answer changes the password once", "[presentation][password]")
{
    OfficeWorld world;
    auto session = enrolled(world, u"laptop"_s);
    world.setWay([](const sync::Request &, const std::function<sync::Reply()> &office) -> Result<sync::Reply> {
        (void)office();
        return Error{ErrorCode::Timeout, u"no answer"_s, {}};
    });
    CHECK(change(*session, kPassword, kNext)->subject == u"password-unsure"_s);
    world.setWay({});
    CHECK_FALSE(change(*session, kPassword, kNext));
    CHECK_FALSE(change(*session, kNext, kThird));
    session.reset();
    CHECK(signInAnew(world, kThird) == u"in"_s);
    CHECK_FALSE(opens(world, kNext));
}

TEST_CASE("a password that was changed elsewhere is taken by the laptop that still has the old one",
          "[presentation][password]")
{
    OfficeWorld world;
    auto session = enrolled(world, u"laptop"_s);
    REQUIRE(world.office->setPassword(u"demo"_s, kNext).has_value());
    CHECK(change(*session, kPassword, kThird)->subject == u"wrong-password"_s); // neither is the office's
    CHECK_FALSE(change(*session, kPassword, kNext));
    session.reset();
    CHECK(signInAnew(world, kNext) == u"in"_s);
    CHECK_FALSE(opens(world, kPassword));
}

TEST_CASE("a sign-in wraps keys anew that cost less to guess at than new ones", "[presentation][session][password]")
{
    OfficeWorld world;
    enrolled(world, u"laptop"_s).reset();
    const QByteArray cheap = world.temp.read(u"laptop/key.json"_s);
    presentation::Environment dearer = world.environment();
    dearer.kdfCost.memoryBytes *= 2;
    const auto openWith = [&](const presentation::Environment &environment) {
        const auto session = must(FieldSession::open(world.temp.path(u"laptop"_s), environment));
        must(signIn(*session, kPassword));
    };
    openWith(world.environment());
    CHECK(world.temp.read(u"laptop/key.json"_s) == cheap);
    openWith(dearer);
    const QByteArray raised = world.temp.read(u"laptop/key.json"_s);
    CHECK(raised != cheap);
    CHECK(world.temp.read(u"laptop/key.copy.json"_s) == raised);
    openWith(dearer);
    openWith(world.environment()); // never back
    CHECK(world.temp.read(u"laptop/key.json"_s) == raised);
}

TEST_CASE(
    "a password of 64 or 128 characters of any kind works from the account to the unlocking, and one more is refused",
    "[presentation][session][password]")
{
    OfficeWorld world;
    QString word;
    for (int i = 0; i < 16; ++i)
        word += u"梅Ω7-ß竹é!"_s; // 8 characters each, of one to four bytes
    const QString base = word;
    REQUIRE(base.size() == 128);
    for (const QString &password : {base.left(64), base}) {
        CAPTURE(password.size());
        must(world.office->setPassword(u"demo"_s, password));
        const QString folder = u"laptop-%1"_s.arg(password.size());
        auto session = must(FieldSession::open(world.temp.path(folder), world.environment()));
        auto input = world.enrolInput();
        input.password = password;
        std::optional<Result<void>> answer;
        session->enrol(input, [&](Result<void> done) { answer = std::move(done); });
        REQUIRE(answer);
        must(*answer);
        session->lock();
        must(session->unlock(password));
        session->lock();
        CHECK(must(signIn(*session, password)).online);
        session->lock();
        CHECK(session->unlock(password.chopped(1)).error().subject == u"wrong-password"); // nothing is cut
        CHECK(session->unlock(password + u'x').error().subject == u"wrong-password");
    }
    CHECK(world.office->setPassword(u"demo"_s, base + u'x').error().subject == u"password-long");
}
