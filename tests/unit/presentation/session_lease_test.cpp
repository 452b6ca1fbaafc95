// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session_world.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::presentation;
using namespace ruhu::test;
using std::chrono::days;
using std::chrono::hours;

namespace {

const QString kLaptop = u"laptop"_s;

/// As a program that was just started, without a network. The subject of the refusal; empty: it is open.
QString openAlone(OfficeWorld &world, const QString &password = kPassword)
{
    const auto session = must(FieldSession::open(world.temp.path(kLaptop), world.environment()));
    const auto unlocked = session->unlock(password);
    REQUIRE((session->state() == SessionState::Open) == unlocked.has_value());
    return unlocked ? QString() : unlocked.error().subject;
}

/// The same with the office asked, as far as it can be.
QString openWithOffice(OfficeWorld &world)
{
    const auto session = must(FieldSession::open(world.temp.path(kLaptop), world.environment()));
    const auto outcome = signIn(*session, kPassword);
    REQUIRE((session->state() == SessionState::Open) == outcome.has_value());
    if (!outcome)
        return outcome.error().subject;
    return outcome->online ? QString() : outcome->problem->subject;
}

void copyOver(const OfficeWorld &world, const QString &from, const QString &to)
{
    QFile::remove(world.temp.path(to));
    REQUIRE(QFile::copy(world.temp.path(from), world.temp.path(to)));
}

} // namespace

TEST_CASE("without the office a laptop opens for seven days from the last sign-in", "[presentation][session][lease]")
{
    OfficeWorld world;
    enrolled(world, kLaptop).reset();
    world.clock.advance(days(6));
    CHECK(openAlone(world).isEmpty());
    CHECK(openWithOffice(world).isEmpty()); // seven more
    world.clock.advance(days(6));
    CHECK(openAlone(world).isEmpty());
    world.clock.advance(days(1));
    CHECK(openAlone(world) == u"lease-over");
    CHECK(openWithOffice(world).isEmpty());
    CHECK(openAlone(world).isEmpty());
}

TEST_CASE("the office says how long that is, and laptops learn it with their next sign-in",
          "[presentation][session][lease]")
{
    OfficeWorld world;
    enrolled(world, kLaptop).reset();
    CHECK(must(world.office->offlineDays()) == 7);
    must(world.office->setOfflineDays(2));
    CHECK(world.office->setOfflineDays(0).error().code == ErrorCode::InvalidInput);
    CHECK(world.office->setOfflineDays(31).error().code == ErrorCode::InvalidInput);
    CHECK(must(world.office->offlineDays()) == 2);
    CHECK(openWithOffice(world).isEmpty());
    world.clock.advance(days(2));
    CHECK(openAlone(world) == u"lease-over");
}

TEST_CASE("after that it stays closed without the office, and all that was recorded is there once it said yes",
          "[presentation][session][lease]")
{
    OfficeWorld world;
    std::size_t before = 0;
    {
        const auto session = enrolled(world, kLaptop);
        syncAll(world, *session);
        before = must(session->tickets()).size();
    }
    world.clock.advance(days(8));
    world.offline = true;
    CHECK(openWithOffice(world) == u"lease-over");
    world.offline = false;
    const auto session = must(FieldSession::open(world.temp.path(kLaptop), world.environment()));
    must(signIn(*session, kPassword));
    CHECK(must(session->tickets()).size() == before);
    CHECK(before > 0);
}

TEST_CASE("a switched-off account or a blocked laptop does not open when the office is asked first",
          "[presentation][session][lease]")
{
    OfficeWorld world;
    enrolled(world, kLaptop).reset();
    world.clock.advance(days(8));
    SECTION("account")
    {
        must(world.office->setUserDisabled(u"demo"_s, true));
        CHECK(openWithOffice(world) == u"disabled-user");
    }
    SECTION("laptop")
    {
        must(world.office->setDeviceBlocked(must(world.office->devices()).front().id, true));
        CHECK(openWithOffice(world) == u"revoked-device");
    }
}

TEST_CASE("a clock that was put back does not lengthen the leave", "[presentation][session][lease]")
{
    OfficeWorld world;
    enrolled(world, kLaptop).reset();
    world.clock.advance(days(5));
    CHECK(openAlone(world).isEmpty());
    SECTION("by days: the office is asked first, and its time counts from then on")
    {
        world.clock.setWall(world.clock.now() - days(4));
        CHECK(openAlone(world) == u"clock-set-back");
        CHECK(openWithOffice(world).isEmpty());
        CHECK(openAlone(world).isEmpty());
    }
    SECTION("by a time zone: it is taken for a clock put right")
    {
        world.clock.setWall(world.clock.now() - hours(8));
        CHECK(openAlone(world).isEmpty());
    }
    SECTION("to just before the end, again and again")
    {
        world.clock.advance(days(2) - hours(1));
        CHECK(openAlone(world).isEmpty());
        world.clock.setWall(world.clock.now() - hours(1));
        CHECK(openAlone(world).isEmpty());
        world.clock.advance(hours(3));
        CHECK(openAlone(world) == u"lease-over");
        world.clock.setWall(world.clock.now() - hours(3));
        CHECK(openAlone(world).isEmpty()); // what a closed laptop is shown leaves no trace
    }
}

TEST_CASE("a laptop whose clock runs wrong works by the office's time", "[presentation][session][lease]")
{
    OfficeWorld world;
    enrolled(world, kLaptop).reset();
    // As if the clock had been wrong by a year all along: the office's answer says so.
    world.setWay([&](const sync::Request &, const std::function<sync::Reply()> &office) -> Result<sync::Reply> {
        world.clock.setWall(world.clock.now() + days(365));
        const auto reply = office();
        world.clock.setWall(world.clock.now() - days(365));
        return reply;
    });
    CHECK(openWithOffice(world).isEmpty());
    world.clock.advance(days(6));
    CHECK(openAlone(world).isEmpty());
    world.clock.advance(days(1));
    CHECK(openAlone(world) == u"lease-over");
}

TEST_CASE("a lease that is missing, damaged or of another laptop is none", "[presentation][session][lease]")
{
    OfficeWorld world;
    enrolled(world, kLaptop).reset();
    SECTION("missing")
    {
        REQUIRE(QFile::remove(world.temp.path(u"laptop/lease.sealed"_s)));
    }
    SECTION("damaged")
    {
        world.temp.write(u"laptop/lease.sealed"_s, "not what was sealed");
    }
    SECTION("another's")
    {
        enrolled(world, u"other"_s, u"colleague"_s).reset();
        copyOver(world, u"other/lease.sealed"_s, u"laptop/lease.sealed"_s);
    }
    CHECK(openAlone(world) == u"lease-none");
    CHECK(openWithOffice(world).isEmpty());
    CHECK(openAlone(world).isEmpty());
}

TEST_CASE("an answer whose lease the office has not signed is not taken", "[presentation][session][lease]")
{
    OfficeWorld world;
    enrolled(world, kLaptop).reset();
    world.clock.advance(days(8));
    world.setWay([&](const sync::Request &, const std::function<sync::Reply()> &office) -> Result<sync::Reply> {
        sync::Reply reply = office();
        auto login = must(protocol::decodeLoginReply(reply.body));
        login.lease.expires += days(1000);
        reply.body = protocol::encodeLoginReply(login);
        return reply;
    });
    const auto session = must(FieldSession::open(world.temp.path(kLaptop), world.environment()));
    CHECK(signIn(*session, kPassword).error().code == ErrorCode::ProtocolMismatch);
    CHECK(session->state() == SessionState::Locked);
    CHECK(openAlone(world) == u"lease-over");
}

TEST_CASE("after ten wrong passwords a laptop opens only with the office's yes", "[presentation][session][lease]")
{
    OfficeWorld world;
    enrolled(world, kLaptop).reset();
    for (int i = 0; i < 10; ++i) {
        CHECK(openAlone(world, u"wrong"_s) == u"wrong-password");
        world.clock.advance(hours(1));
    }
    CHECK(openAlone(world) == u"tries-over");
    CHECK(openAlone(world) == u"tries-over"); // without another wait
    world.offline = true;
    CHECK(openWithOffice(world) == u"tries-over");
    world.offline = false;
    CHECK(openWithOffice(world).isEmpty());
    CHECK(openAlone(world).isEmpty());
    CHECK(openAlone(world, u"wrong"_s) == u"wrong-password"); // and the count starts anew
}
