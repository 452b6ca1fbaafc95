// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"
#include "writes.h"

#include <QFile>
#include <QSet>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

TEST_CASE("every way of not being let in has its exit status, and the work stays", "[integration]")
{
    Office office;
    const Ctl laptop = office.laptop();
    office.enrol(laptop, u"demo"_s);
    laptop({u"sync"_s});
    const QString ticket = office.numbers(laptop).front();
    laptop({u"do"_s, ticket, u"note.added"_s, uR"({"text":"before the trouble"})"_s});

    SECTION("a wrong password opens nothing")
    {
        const Ctl stranger({u"laptop"_s, u"--store"_s, office.temp.path(u"laptop"_s)}, u"wrong"_s);
        const Ended answer = stranger.run({u"tickets"_s});
        CHECK(answer.exitCode == 5);
        CHECK(answer.out.isEmpty());
        CHECK(answer.err.contains("[not-allowed]"));
        CHECK(stranger.run({u"login"_s}).exitCode == 5);
    }
    SECTION("no password at all is a mistake of the call")
    {
        const Ctl without({u"laptop"_s, u"--store"_s, office.temp.path(u"laptop"_s)}, QString());
        CHECK(without.run({u"tickets"_s}).exitCode == 2);
    }
    SECTION("a folder nobody is enrolled in")
    {
        CHECK(office.laptop(u"empty"_s).run({u"tickets"_s}).exitCode == 5);
    }
    SECTION("a server that is down")
    {
        office.process.kill();
        const Ended sync = laptop.run({u"sync"_s, u"--until-idle"_s, u"--json"_s});
        CHECK(sync.exitCode == 3);
        CHECK(sync.json().text(u"hold"_s) == u"offline"_s);
        CHECK(number(sync.json(), u"pendingEvents") == 1);
        CHECK(laptop.run({u"login"_s}).exitCode == 3);
        CHECK(laptop.run({u"tickets"_s}).exitCode == 0);
        office.process.start();
        CHECK(number(laptop({u"sync"_s, u"--until-idle"_s}), u"pendingEvents") == 0);
    }
    SECTION("a blocked laptop")
    {
        const Json devices = office.server({u"device"_s, u"list"_s});
        office.server({u"device"_s, u"block"_s, text(devices.items(u"devices"_s).at(0), u"id")});
        const Ended sync = laptop.run({u"sync"_s, u"--json"_s});
        CHECK(sync.exitCode == 5);
        CHECK(laptop.run({u"login"_s}).exitCode == 5);
        CHECK(number(laptop({u"status"_s}), u"pendingEvents") == 1);
        CHECK(laptop.run({u"verify"_s}).exitCode == 0);
    }
    SECTION("a disabled account")
    {
        office.server({u"user"_s, u"disable"_s, u"--user"_s, u"demo"_s});
        CHECK(laptop.run({u"login"_s}).exitCode == 5);
        CHECK(laptop.run({u"tickets"_s}).exitCode == 0);
    }
    SECTION("a code that is wrong leaves no store behind")
    {
        const Ctl other = office.laptop(u"other"_s);
        const Ended answer =
            other.run({u"enrol"_s, u"--ca"_s, office.process.caFile(), u"--server"_s, office.process.url(), u"--user"_s,
                       u"demo"_s, u"--code"_s, u"BBBB-BBBB-BBBB"_s});
        CHECK(answer.exitCode == 5);
        CHECK_FALSE(QFile::exists(office.temp.path(u"other/profile.json"_s)));
        CHECK_FALSE(QFile::exists(office.temp.path(u"other/local.db"_s)));
    }
    SECTION("a server with another authority")
    {
        const Ctl strangers({u"server"_s, u"--data"_s, office.temp.path(u"strangers"_s)});
        strangers({u"init"_s});
        const Ctl other = office.laptop(u"other"_s);
        const QString code = text(office.server({u"enrol-code"_s, u"--user"_s, u"demo"_s}), u"code");
        const Ended answer = other.run({u"enrol"_s, u"--ca"_s, office.temp.path(u"strangers/ca.pem"_s), u"--server"_s,
                                        office.process.url(), u"--user"_s, u"demo"_s, u"--code"_s, code});
        CHECK(answer.exitCode == 3);
        CHECK(answer.err.contains("[tls-failure]"));
    }
}

TEST_CASE("a server killed in the middle of everything loses nothing and doubles nothing", "[integration]")
{
    Office office;
    const Ctl laptop = office.laptop();
    office.enrol(laptop, u"demo"_s);
    laptop({u"sync"_s});
    const QStringList numbers = office.numbers(laptop);
    constexpr int kHits = 4; // wanted; a slow machine misses some of the moments
    int inTheMiddle = 0;
    for (int moment = 0; moment < numbers.size() && inTheMiddle < kHits; ++moment) {
        laptop({u"walk"_s, numbers.at(moment)});
        Writes writes(office.data + u"/server.db-wal"_s);
        const auto sync = laptop.start({u"sync"_s, u"--until-idle"_s});
        const bool underWay = writes.reach(*sync, 1 + moment % 3);
        office.process.kill();
        REQUIRE(hasEnded(*sync));
        CHECK((sync->exitCode() == 0 || sync->exitCode() == 3));
        inTheMiddle += underWay && sync->exitCode() == 3 ? 1 : 0;
        office.process.start();
    }
    CHECK(inTheMiddle >= kHits);
    laptop({u"sync"_s, u"--until-idle"_s});
    office.checkAllHolds(laptop);
    CHECK(number(laptop({u"status"_s}), u"pendingEvents") == 0);

    QSet<QString> ids;
    std::int64_t fromLaptop = 0;
    const Json stored = office.server({u"events"_s});
    for (const Json &event : stored.items(u"events"_s)) {
        ids.insert(text(event, u"event"));
        fromLaptop += text(event, u"device") == u"server"_s ? 0 : 1;
    }
    CHECK(static_cast<std::size_t>(ids.size()) == stored.items(u"events"_s).size());
    CHECK(fromLaptop == number(laptop({u"verify"_s}), u"entriesChecked"));
}

TEST_CASE("a laptop program killed at any moment goes on where it was", "[integration]")
{
    Office office;
    const Ctl laptop = office.laptop();
    office.enrol(laptop, u"demo"_s);
    laptop({u"sync"_s});
    const QStringList numbers = office.numbers(laptop);
    constexpr int kHits = 6; // wanted; a slow machine misses some of the moments
    constexpr int kMoments = 24;
    constexpr int kTickets = 4;
    std::int64_t kept = 0;
    int inTheMiddle = 0;
    for (int moment = 0; moment < kMoments && inTheMiddle < kHits; ++moment) {
        // Every act that is kept is written here as well, and nothing else is.
        Writes writes(office.temp.path(u"laptop/acts.log"_s));
        const auto walk = laptop.start({u"walk"_s, numbers.at(moment % kTickets)});
        const bool underWay = writes.reach(*walk, 1 + moment % 8);
        walk->kill();
        REQUIRE(hasEnded(*walk));
        const Json report = laptop({u"verify"_s});
        CHECK(report.boolean(u"ok"_s) == true);
        const std::int64_t entries = number(report, u"entriesChecked");
        CHECK(entries >= kept);
        inTheMiddle += underWay && walk->exitStatus() == QProcess::CrashExit && entries > kept ? 1 : 0;
        kept = entries;
    }
    CHECK(inTheMiddle >= kHits);
    for (const QString &ticket : numbers.mid(0, kTickets))
        CHECK(text(laptop({u"walk"_s, ticket}), u"state") == u"signed-off"_s);
    laptop({u"sync"_s, u"--until-idle"_s});
    office.checkAllHolds(laptop);
}

TEST_CASE("a damaged store is said to be damaged and nothing of it is touched", "[integration]")
{
    Office office;
    const Ctl laptop = office.laptop();
    office.enrol(laptop, u"demo"_s);
    laptop({u"sync"_s});
    SECTION("a database that is none")
    {
        office.temp.write(u"laptop/local.db"_s, QByteArray(8192, 'x'));
        CHECK(laptop.run({u"tickets"_s}).exitCode == 4);
        CHECK(office.temp.read(u"laptop/local.db"_s) == QByteArray(8192, 'x'));
    }
    SECTION("a database that is gone")
    {
        const QString ticket = office.numbers(laptop).front();
        laptop({u"do"_s, ticket, u"contact.recorded"_s, uR"({"outcome":"reached"})"_s});
        REQUIRE(QFile::remove(office.temp.path(u"laptop/local.db"_s)));
        CHECK(laptop.run({u"tickets"_s}).exitCode == 4);
        CHECK(laptop.run({u"doctor"_s}).exitCode == 4); // looks and changes nothing
        CHECK_FALSE(QFile::exists(office.temp.path(u"laptop/local.db"_s)));
        // Made anew when that is asked for: the unsent call is there, and the office sends the rest.
        const Json mended = laptop({u"doctor"_s, u"--repair"_s});
        CHECK(mended.boolean(u"healthy"_s) == true);
        REQUIRE(mended.find(u"recovered"_s));
        CHECK(number(*mended.find(u"recovered"_s), u"fromLog") == 1);
        CHECK(number(laptop({u"status"_s}), u"pendingEvents") == 1);
        laptop({u"login"_s});
        laptop({u"sync"_s, u"--until-idle"_s});
        CHECK(office.numbers(laptop).size() == 12);
        office.checkAllHolds(laptop);
        CHECK(office.server.run({u"events"_s, u"--ticket"_s, ticket}).out.contains("contact.recorded"));
    }
    SECTION("a profile that is cut off")
    {
        office.temp.write(u"laptop/profile.json"_s, "{\"v\":1,");
        office.temp.write(u"laptop/profile.copy.json"_s, "{\"v\":1,");
        CHECK(laptop.run({u"doctor"_s}).exitCode == 4);
    }
}
