// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "golden.h"

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/names.h>

#include <QStringList>

#include <algorithm>
#include <iostream>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using test::TicketBench;

namespace {

const TicketKind kKinds[] = {u"install"_s, u"relocate"_s, u"repair"_s, u"dismantle"_s};
constexpr Access kAccesses[] = {Access::Ftth, Access::Lan, Access::Xdsl};

TicketOpened orderOf(TicketKind kind, Access access)
{
    TicketOpened order = test::urbanOrder();
    order.kind = kind;
    order.access = access;
    if (access == Access::Xdsl) {
        order.downMbps = 8;
        order.upMbps = 1;
        order.services = {Service::Broadband, Service::Voice};
    }
    return order;
}

QString nameOf(TicketKind kind, Access access)
{
    return kind + u'-' + toName(access);
}

QStringList stepsFor(TicketKind kind, Access access)
{
    TicketBench bench(orderOf(kind, access));
    QStringList ids;
    for (const Step &step : bench.catalogue().steps) {
        if (appliesTo(step, bench.ticket()))
            ids << step.id;
    }
    return ids;
}

/// At work on a repair, the readings of the line still to come.
class RepairAtWork : public TicketBench {
public:
    RepairAtWork() : TicketBench(orderOf(u"repair"_s, Access::Ftth)) { REQUIRE(walkTo(State::Working)); }
};

StepAnswered restored()
{
    return {u"T18"_s, {u"restored"_s}, {}};
}

} // namespace

TEST_CASE("a ticket of every kind on every access walks from the first call to the sign-off",
          "[domain][service-code][golden]")
{
    for (const TicketKind &kind : kKinds) {
        for (const Access access : kAccesses) {
            const QString name = nameOf(kind, access);
            INFO(name.toStdString());
            TicketBench bench(orderOf(kind, access));
            if (!bench.walkTo(State::SignedOff))
                FAIL("stuck in " + toName(bench.ticket().state).toStdString());
            CHECK(leaveGate(bench.ticket(), bench.catalogue()).empty());
            test::compareWithGolden(u"routine-"_s + name + u".txt"_s, test::readableHistory(bench));
        }
    }
}

TEST_CASE("a routine visit stays within the touches a technician has patience for", "[domain][service-code]")
{
    for (const TicketKind &kind : kKinds) {
        for (const Access access : kAccesses) {
            TicketBench bench(orderOf(kind, access));
            int touches = 0;
            while (const auto act = bench.step())
                touches += test::touchesOf(*act);
            std::cout << nameOf(kind, access).toStdString() << ": " << touches << " interactions\n";
            CHECK(bench.ticket().state == State::SignedOff);
            // A relocation is a dismantling and an install in one visit.
            CHECK(touches <= (kind == u"relocate"_s ? 66 : 60));
        }
    }
}

TEST_CASE("a step is asked for only where the kind and the access have it", "[domain][service-code]")
{
    CHECK(stepsFor(u"install"_s, Access::Ftth).contains(u"T01"_s));
    CHECK_FALSE(stepsFor(u"install"_s, Access::Lan).contains(u"T01"_s));
    CHECK(stepsFor(u"install"_s, Access::Lan).contains(u"T07"_s));
    CHECK(stepsFor(u"repair"_s, Access::Xdsl).contains(u"T05"_s));
    CHECK(stepsFor(u"repair"_s, Access::Xdsl).contains(u"T18"_s));
    CHECK_FALSE(stepsFor(u"install"_s, Access::Xdsl).contains(u"T18"_s));
    CHECK(stepsFor(u"dismantle"_s, Access::Ftth).contains(u"G01"_s));
    CHECK_FALSE(stepsFor(u"dismantle"_s, Access::Ftth).contains(u"T10"_s));
    CHECK_FALSE(stepsFor(u"install"_s, Access::Ftth).contains(u"G01"_s));
}

TEST_CASE("every step of the service code is asked for on some ticket", "[domain][service-code]")
{
    QStringList asked;
    for (const TicketKind &kind : kKinds) {
        for (const Access access : kAccesses)
            asked += stepsFor(kind, access);
    }
    for (const Step &step : test::ftthInstall().steps) {
        const bool depends = !step.condition.stepAnswered.isEmpty() || !step.condition.anyOf.empty();
        const bool elsewhere =
            !step.condition.areas.empty() || !step.condition.tiers.empty() || !step.condition.services.empty();
        INFO(step.id.toStdString());
        CHECK((depends || elsewhere || asked.contains(step.id)));
    }
}

TEST_CASE("a relocation takes the old address down before the new one is drilled", "[domain][service-code]")
{
    TicketBench bench(orderOf(u"relocate"_s, Access::Ftth));
    REQUIRE(bench.walkTo(State::Working));
    const StepAnswered drilling{u"W03"_s, {u"none"_s}, {}};
    const auto refusal = bench.act(drilling);
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::OpenSteps);
    CHECK(refusal->subject == u"G01"_s);
    REQUIRE_FALSE(bench.act(MaterialUsed{u"m1"_s, u"onu"_s, 1, {{u"sn"_s, u"4857-0001"_s}}, true}));
    REQUIRE_FALSE(bench.act(StepAnswered{u"G02"_s, {u"released"_s}, {}}));
    CHECK_FALSE(bench.act(drilling));
}

TEST_CASE("a fault is not closed as restored while the reading after it fails", "[domain][service-code]")
{
    RepairAtWork bench;
    REQUIRE_FALSE(bench.act(ReadingRecorded{u"opt_rx"_s, -2990, u"the line outside must be mended"_s, {}, {}}));
    const auto refusal = bench.act(restored());
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::ReadingFails);
    CHECK(refusal->subject == u"opt_rx"_s);
    CHECK(refusal->rule == u"D15-101"_s);
    REQUIRE_FALSE(bench.act(ReadingRecorded{u"opt_rx"_s, -2110, {}, {}, {}}));
    CHECK_FALSE(bench.act(restored()));
}

TEST_CASE("a reading that fails later opens a fault again that was closed as restored", "[domain][service-code]")
{
    RepairAtWork bench;
    const Step *closing = bench.catalogue().step(u"T18"_s);
    REQUIRE(closing);
    REQUIRE_FALSE(bench.act(ReadingRecorded{u"opt_rx"_s, -2110, {}, {}, {}}));
    REQUIRE_FALSE(bench.act(restored()));
    CHECK(isSettled(*closing, bench.ticket()));
    REQUIRE_FALSE(bench.act(ReadingRecorded{u"opt_rx"_s, -2990, u"a second measurement"_s, {}, {}}));
    CHECK_FALSE(isSettled(*closing, bench.ticket()));
}

TEST_CASE("wiring of a repair is asked about only when a cable was laid anew", "[domain][service-code]")
{
    RepairAtWork bench;
    const Step *wiring = bench.catalogue().step(u"W08"_s);
    REQUIRE(wiring);
    CHECK_FALSE(appliesTo(*wiring, bench.ticket()));
    REQUIRE_FALSE(bench.act(StepAnswered{u"W17"_s, {u"relaid"_s}, {}}));
    CHECK(appliesTo(*wiring, bench.ticket()));
}

TEST_CASE("steps that wait for each other in a circle are refused", "[domain][catalogue]")
{
    QByteArray document = test::serviceCodeBytes();
    const QByteArray from = "\"id\": \"G01\",";
    REQUIRE(document.contains(from));
    document.replace(from, "\"id\": \"G01\", \"after\": [\"W03\"],");
    const auto catalogue = readCatalogue(document, test::referenceDocuments());
    REQUIRE_FALSE(catalogue);
    CHECK(catalogue.error().code == ErrorCode::InvalidInput);
    CHECK(catalogue.error().detail.contains(u"circle"_s));
}

TEST_CASE("a condition inside another is checked like any condition", "[domain][catalogue]")
{
    QByteArray document = test::serviceCodeBytes();
    const QByteArray from = "\"stepAnswered\": \"W17\"";
    REQUIRE(document.contains(from));
    document.replace(from, "\"stepAnswered\": \"W99\"");
    const auto catalogue = readCatalogue(document, test::referenceDocuments());
    REQUIRE_FALSE(catalogue);
    CHECK(catalogue.error().subject.contains(u".condition.anyOf[1].stepAnswered"_s));
}

TEST_CASE("a fault of the customer's own terminal is explained to the customer", "[domain][service-code]")
{
    RepairAtWork bench;
    const Step &explained = *bench.catalogue().step(u"T17"_s);
    REQUIRE_FALSE(bench.act(StepAnswered{u"T16"_s, {u"network"_s}, u"feeder"_s}));
    CHECK_FALSE(appliesTo(explained, bench.ticket()));
    REQUIRE_FALSE(bench.act(StepAnswered{u"T16"_s, {u"customer-terminal"_s}, u"old router"_s}));
    CHECK(appliesTo(explained, bench.ticket()));
    const auto open = openItems(bench.ticket(), bench.catalogue(), {u"test"_s});
    CHECK(std::any_of(open.begin(), open.end(),
                      [](const OpenItem &item) { return item.step == u"T17" && item.gate == Gate::Block; }));
}

TEST_CASE("Wi-Fi is measured where it was ordered", "[domain][service-code]")
{
    TicketOpened order = orderOf(u"install"_s, Access::Ftth);
    order.services.push_back(Service::Wifi);
    TicketBench bench(order);
    REQUIRE(bench.walkTo(State::Tested));
    REQUIRE(bench.ticket().readings.count(u"wifi_rssi"_s) == 1);
    REQUIRE_FALSE(bench.act(ReadingRecorded{u"wifi_rssi"_s, -80, {}, {}, {}}));
    CHECK(bench.ticket().readings.at(u"wifi_rssi"_s).reading.verdict == Verdict::Warn); // unverified: it never fails
    TicketBench without(orderOf(u"install"_s, Access::Ftth));
    CHECK_FALSE(appliesTo(*without.catalogue().step(u"T12"_s), without.ticket()));
}

TEST_CASE("a key customer who leaves is reported to the account manager", "[domain][service-code]")
{
    TicketOpened order = orderOf(u"dismantle"_s, Access::Ftth);
    TicketBench standard(order);
    const Step &told = *standard.catalogue().step(u"G05"_s);
    CHECK_FALSE(appliesTo(told, standard.ticket()));
    order.tier = Tier::Gold;
    TicketBench gold(order);
    CHECK(appliesTo(told, gold.ticket()));
    REQUIRE(gold.walkTo(State::SignedOff));
    CHECK(gold.ticket().steps.at(u"G05"_s).confirmed);
}
