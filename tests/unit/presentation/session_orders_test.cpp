// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session_world.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::presentation;
using namespace ruhu::test;

namespace {

const QString kLost = u"laptop"_s;

[[nodiscard]] DeviceId lostDevice(OfficeWorld &world)
{
    return must(world.office->devices()).front().id;
}

/// As the window does: by itself, at its times. True when it was wiped.
bool waitForOrders(OfficeWorld &world, FieldSession &session)
{
    bool wiped = false;
    session.onWiped = [&] { wiped = true; };
    for (int i = 0; i < 5 && !wiped; ++i) {
        const auto next = session.nextWakeUp();
        if (!next)
            break;
        if (*next > world.clock.now())
            world.clock.advance(*next - world.clock.now());
        session.tick();
    }
    return wiped;
}

[[nodiscard]] QStringList names(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
}

} // namespace

TEST_CASE("a laptop that is to be wiped throws its key away while it is still locked",
          "[presentation][session][orders]")
{
    OfficeWorld world;
    enrolled(world, kLost).reset();
    must(world.office->orderWipe(lostDevice(world)));
    CHECK(must(world.office->devices()).front().blocked);
    CHECK_FALSE(must(world.office->devices()).front().wipeFetched);
    const auto session = must(FieldSession::open(world.temp.path(kLost), world.environment(true)));
    CHECK(waitForOrders(world, *session));
    CHECK(must(world.office->devices()).front().wipeFetched);
    CHECK(session->state() == SessionState::NotEnrolled);
    CHECK(session->unlock(kPassword).error().code == ErrorCode::NotSignedIn);
    // What is left lies aside and has no key; the escrow is what the office opens it with.
    const QStringList left = names(world.temp.path(kLost));
    REQUIRE(left.size() == 1);
    CHECK(left.front().startsWith(u"wiped-"_s));
    const QStringList kept = names(world.temp.path(kLost) + u'/' + left.front());
    CHECK(kept.contains(u"local.db"_s));
    CHECK(kept.contains(u"escrow.json"_s));
    for (const char *key : {"key.json", "key.copy.json", "key.next.json", "lease.sealed"})
        CHECK_FALSE(kept.contains(QLatin1String(key)));
    SECTION("and can be set up again")
    {
        must(world.office->setDeviceBlocked(lostDevice(world), false));
        std::optional<Result<void>> answer;
        session->enrol(world.enrolInput(), [&](Result<void> done) { answer = std::move(done); });
        REQUIRE(answer);
        must(*answer);
    }
}

TEST_CASE("an order reaches a laptop that is open, with the block", "[presentation][session][orders]")
{
    OfficeWorld world;
    enrolled(world, kLost).reset();
    const auto session = must(FieldSession::open(world.temp.path(kLost), world.environment(true)));
    must(signIn(*session, kPassword));
    syncAll(world, *session);
    must(world.office->orderWipe(lostDevice(world)));
    session->syncNow();
    CHECK(waitForOrders(world, *session));
    CHECK(session->state() == SessionState::NotEnrolled);
}

TEST_CASE("a block alone wipes nothing, and an order that was taken back neither", "[presentation][session][orders]")
{
    OfficeWorld world;
    enrolled(world, kLost).reset();
    SECTION("blocked")
    {
        CHECK(world.office->setDeviceBlocked(lostDevice(world), true));
    }
    SECTION("taken back")
    {
        must(world.office->orderWipe(lostDevice(world)));
        must(world.office->setDeviceBlocked(lostDevice(world), false));
        CHECK_FALSE(must(world.office->devices()).front().wipeOrdered);
    }
    const auto session = must(FieldSession::open(world.temp.path(kLost), world.environment(true)));
    CHECK_FALSE(waitForOrders(world, *session));
    must(session->unlock(kPassword));
}

TEST_CASE("an order that the office has not signed for this laptop is none", "[presentation][session][orders]")
{
    OfficeWorld world;
    const DeviceId here = enrolled(world, kLost)->profile()->device;
    const DeviceId other = enrolled(world, u"other"_s, u"colleague"_s)->profile()->device;
    must(world.office->orderWipe(other));
    protocol::WipeOrder order = must(world.office->wipeOrder(other));
    const auto kind = GENERATE(as<std::string>(), "another's", "another's under this one's name", "made up");
    CAPTURE(kind);
    if (kind == "another's under this one's name")
        order.device = here;
    else if (kind == "made up")
        order = {here, world.clock.now(), QByteArray(64, 'x')};
    world.setWay([&](const sync::Request &, const auto &) -> Result<sync::Reply> {
        return sync::Reply{200, protocol::encodeWipeOrder(order), {}, true};
    });
    const auto session = must(FieldSession::open(world.temp.path(kLost), world.environment(true)));
    std::optional<Result<bool>> answer;
    session->carryOutOrders([&](Result<bool> done) { answer = std::move(done); });
    REQUIRE(answer);
    CHECK(answer->error().code == ErrorCode::ProtocolMismatch);
    must(session->unlock(kPassword));
}

TEST_CASE("a wipe that was cut short goes on with the next contact", "[presentation][session][orders]")
{
    OfficeWorld world;
    enrolled(world, kLost).reset();
    must(world.office->orderWipe(lostDevice(world)));
    // As a power cut after the first key leaves it.
    REQUIRE(QFile::remove(world.temp.path(u"laptop/key.json"_s)));
    auto session = must(FieldSession::open(world.temp.path(kLost), world.environment(true)));
    CHECK(waitForOrders(world, *session));
    session = must(FieldSession::open(world.temp.path(kLost), world.environment(true)));
    CHECK(session->state() == SessionState::NotEnrolled);
    CHECK_FALSE(session->nextWakeUp());
}
