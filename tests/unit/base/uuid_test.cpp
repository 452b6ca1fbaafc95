// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>

#include <ruhu/base/clock.h>
#include <ruhu/base/ids.h>
#include <ruhu/base/random.h>
#include <ruhu/base/uuid.h>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;

TEST_CASE("a uuid reads back from its text and from its bytes", "[base][uuid]")
{
    const QString text = u"01890a5d-ac96-774b-bcce-b302099a8057"_s;
    const auto uuid = Uuid::fromString(text);
    REQUIRE(uuid);
    CHECK(uuid->toString() == text);
    CHECK(uuid->toBytes().toHex() == "01890a5dac96774bbcceb302099a8057");
    CHECK(Uuid::fromBytes(uuid->toBytes()) == uuid);
    CHECK_FALSE(uuid->isNull());
}

TEST_CASE("text that is not exactly one uuid is refused", "[base][uuid]")
{
    for (const QString &text : {u""_s, u"01890a5d"_s, u"{01890a5d-ac96-774b-bcce-b302099a8057}"_s,
                                u"01890a5dac96774bbcceb302099a8057"_s, u"01890a5d-ac96-774b-bcce-b302099a805"_s,
                                u"01890a5d-ac96-774b-bcce-b302099a80577"_s, u"01890a5d-ac96-774b-bcce-b302099a805g"_s,
                                u"01890a5d_ac96-774b-bcce-b302099a8057"_s, u"------------------------------------"_s}) {
        CAPTURE(text);
        CHECK_FALSE(Uuid::fromString(text));
    }
}

TEST_CASE("the null uuid is readable and known as null", "[base][uuid]")
{
    const auto uuid = Uuid::fromString(u"00000000-0000-0000-0000-000000000000"_s);
    REQUIRE(uuid);
    CHECK(uuid->isNull());
}

TEST_CASE("anything but sixteen bytes is no uuid", "[base][uuid]")
{
    CHECK_FALSE(Uuid::fromBytes({}));
    CHECK_FALSE(Uuid::fromBytes(QByteArray(15, 'x')));
    CHECK_FALSE(Uuid::fromBytes(QByteArray(17, 'x')));
}

TEST_CASE("version 7 ids carry the clock's milliseconds, the version and the variant", "[base][ids]")
{
    const ManualClock clock(wallTimeFromMs(0x0123456789ab));
    SeededRandom random(1);
    UuidV7Source ids(clock, random);
    for (int i = 0; i < 100; ++i) {
        const Uuid id = ids.next();
        CAPTURE(id);
        CHECK(id.toBytes().left(6).toHex() == "0123456789ab");
        CHECK((id.bytes()[6] & 0xf0) == 0x70);
        CHECK((id.bytes()[8] & 0xc0) == 0x80);
    }
}

TEST_CASE("ids made later sort later", "[base][ids]")
{
    ManualClock clock;
    SeededRandom random(2);
    UuidV7Source ids(clock, random);
    Uuid last = ids.next();
    for (int i = 0; i < 300; ++i) {
        clock.advance(Millis(1));
        const Uuid next = ids.next();
        CHECK(last < next);
        CHECK(last.toString() < next.toString());
        last = next;
    }
}

TEST_CASE("ids of one millisecond differ, and an equal seed gives equal ids", "[base][ids]")
{
    const ManualClock clock;
    SeededRandom one(3);
    SeededRandom two(3);
    UuidV7Source first(clock, one);
    UuidV7Source second(clock, two);
    std::set<Uuid> seen;
    for (int i = 0; i < 1000; ++i) {
        const Uuid id = first.next();
        CHECK(id == second.next());
        CHECK(seen.insert(id).second);
    }
}

TEST_CASE("bounded random numbers stay below the bound and reach every value", "[base][random]")
{
    SeededRandom random(4);
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 500; ++i) {
        const std::uint64_t value = random.below(7);
        REQUIRE(value < 7);
        seen.insert(value);
    }
    CHECK(seen.size() == 7);
    CHECK(random.below(1) == 0);
}

TEST_CASE("random bytes have the asked length and replay with their seed", "[base][random]")
{
    for (const int count : {0, 1, 7, 8, 9, 33}) {
        SeededRandom one(5);
        SeededRandom two(5);
        const QByteArray bytes = one.bytes(count);
        CHECK(bytes.size() == count);
        CHECK(bytes == two.bytes(count));
    }
    // The published first output of splitmix64 for seed 0.
    CHECK(SeededRandom(0).next() == 0xe220a8397b1dcdafULL);
}

TEST_CASE("setting the wall clock leaves the monotonic clock alone; a boot restarts it", "[base][clock]")
{
    ManualClock clock;
    clock.advance(Millis(5000));
    const Millis before = clock.monotonic();
    clock.setWall(wallTimeFromMs(0));
    CHECK(clock.monotonic() == before);
    CHECK(toMs(clock.now()) == 0);
    clock.reboot(u"boot-2"_s);
    CHECK(clock.monotonic() == Millis(0));
    CHECK(clock.bootId() == u"boot-2"_s);
}

TEST_CASE("the system's clock never runs backwards within a boot", "[base][clock]")
{
    const SystemClock clock;
    const Millis first = clock.monotonic();
    CHECK(clock.monotonic() >= first);
    CHECK(first > Millis(0));
    CHECK(clock.bootId() == SystemClock().bootId());
    CHECK_FALSE(clock.bootId().isEmpty());
}
