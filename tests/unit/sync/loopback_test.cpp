// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "town.h"

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

constexpr std::uint64_t kSeeds = 60;
constexpr int kActs = 50;

} // namespace

TEST_CASE("the first sync fetches a day's tickets, the next one is a single small request", "[sync][loopback]")
{
    Town town;
    CHECK(town.laptop.store().tickets()->size() == 12);
    const auto before = town.laptop.runner().traffic();
    CHECK(before.heads == 1);
    CHECK(before.pulls == 1);
    town.laptop.runner().syncNow();
    const auto after = town.laptop.runner().traffic();
    CHECK(after.heads == 2);
    CHECK(after.pulls == 1);
    CHECK(after.pushes == 0);
    CHECK(after.bytesUp == before.bytesUp);
    CHECK(after.bytesDown - before.bytesDown < 500);
}

TEST_CASE("a whole day offline goes up in three requests and comes back in three", "[sync][loopback]")
{
    Town town;
    town.server.setOffice(nullptr);
    int events = 0;
    for (const TicketId ticket : town.tickets) {
        for (int i = 0; i < 38; ++i)
            events += static_cast<int>(town.laptop.note(ticket, u"a line of work, number %1"_s.arg(i)).size());
        for (int i = 0; i < 2; ++i) {
            events += static_cast<int>(town.laptop.photo(ticket, 40'000).size());
            events += static_cast<int>(town.laptop.signature(ticket).size());
        }
    }
    CHECK(events == 504);
    CHECK(town.laptop.runner().status().pendingEvents == 504);
    CHECK(town.laptop.runner().status().pendingBlobs == 48);
    town.server.setOffice(&town.box.office());
    const auto before = town.laptop.runner().traffic();
    town.laptop.runner().syncNow();
    const auto after = town.laptop.runner().traffic();
    CHECK(after.pushes - before.pushes + after.blobRequests - before.blobRequests <= 3);
    CHECK(after.pulls - before.pulls + after.heads - before.heads <= 3);
    CHECK(town.laptop.runner().status().pendingEvents == 0);
    CHECK(town.laptop.runner().status().pendingBlobs == 0);
    CHECK(town.laptop.runner().isSettled());
    CHECK(town.box.office().verify()->firstBad.isEmpty());
    CHECK(town.box.office().verify()->blobsMissing == 0);
    CHECK(town.laptop.store().verify()->firstBad.isEmpty());
    CHECK(eventsOf(town) == 504);
}

TEST_CASE("every single fault at every request of a sync ends well and stores everything once", "[sync][loopback]")
{
    for (int kind = 1; kind < kFaultCount; ++kind) {
        for (int at = 0; at < 5; ++at) {
            CAPTURE(faultName(static_cast<Fault>(kind)), at);
            Town town(2);
            town.server.setOffice(nullptr);
            for (int i = 0; i < 3; ++i)
                town.laptop.note(town.tickets[0], QString::number(i));
            town.laptop.photo(town.tickets[1], 2000);
            town.server.setOffice(&town.box.office());
            int asked = 0;
            town.way.choose = [&](const sync::Request &) {
                return asked++ == at ? static_cast<Fault>(kind) : Fault::None;
            };
            town.laptop.runner().syncNow();
            town.way.deliver();
            if (town.laptop.runner().status().hold == sync::Hold::SignInNeeded)
                town.laptop.signIn(OfficeBox::passwordOf(u"tech0"_s));
            CHECK(town.laptop.settle(5));
            CHECK((town.laptop.runner().status().hold == sync::Hold::None));
            CHECK(town.laptop.runner().status().pendingEvents == 0);
            CHECK(town.laptop.runner().status().pendingBlobs == 0);
            CHECK(eventsOf(town) == 4);
            CHECK(town.box.office().verify()->firstBad.isEmpty());
        }
    }
}

TEST_CASE("a blocked laptop keeps its journal and says why nothing moves", "[sync][loopback]")
{
    Town town;
    REQUIRE(town.box.office().setDeviceBlocked(town.laptop.device(), true));
    town.laptop.note(town.tickets[0], u"kept"_s);
    CHECK((town.laptop.runner().status().hold == sync::Hold::DeviceRevoked));
    CHECK(town.laptop.runner().status().lastProblem == u"revoked-device"_s);
    CHECK(town.laptop.runner().status().pendingEvents == 1);
    CHECK(eventsOf(town) == 0);
    REQUIRE(town.box.office().setDeviceBlocked(town.laptop.device(), false));
    town.laptop.runner().syncNow();
    CHECK(eventsOf(town) == 1);
}

TEST_CASE("an expired sign-in keeps the journal until somebody signs in", "[sync][loopback]")
{
    Town town;
    town.clock.advance(std::chrono::hours(24));
    town.laptop.note(town.tickets[0], u"kept"_s);
    CHECK((town.laptop.runner().status().hold == sync::Hold::SignInNeeded));
    CHECK(town.laptop.runner().status().pendingEvents == 1);
    town.laptop.signIn(OfficeBox::passwordOf(u"tech0"_s));
    CHECK((town.laptop.runner().status().hold == sync::Hold::None));
    CHECK(eventsOf(town) == 1);
}

TEST_CASE("a server put back to its backup gets everything again", "[sync][loopback]")
{
    Town town;
    town.laptop.note(town.tickets[0], u"before"_s);
    town.box.backup();
    town.laptop.note(town.tickets[0], u"after"_s);
    town.laptop.photo(town.tickets[0], 3000);
    REQUIRE(eventsOf(town) == 3);
    town.box.restore();
    town.server.setOffice(&town.box.office());
    REQUIRE(eventsOf(town) == 1);
    town.laptop.runner().syncNow();
    CHECK(town.laptop.settle(5));
    CHECK(eventsOf(town) == 3);
    CHECK(town.box.office().verify()->blobsMissing == 0);
    CHECK(town.laptop.store().history(town.tickets[0])->size() == 5);
}

TEST_CASE("laptops and server agree after any seed's faults", "[sync][loopback][simulation]")
{
    QLoggingCategory::setFilterRules(u"ruhu.*=false"_s);
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        Simulation simulation(seed);
        INFO("replay: sync_sim --trace --seeds 1 --acts " << kActs << " --seed " << seed);
        CHECK(simulation.run(kActs) == QString());
    }
    QLoggingCategory::setFilterRules({});
}
