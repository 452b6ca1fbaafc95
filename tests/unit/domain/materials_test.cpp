// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "golden.h"

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/findings.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using test::TicketBench;

namespace {

MaterialUsed onu(const QString &line, const QString &serial, bool takenBack = false)
{
    return {line, u"onu"_s, 1, {{u"sn"_s, serial}}, takenBack};
}

TicketBench working(TicketKind kind = u"install"_s)
{
    TicketOpened order = test::urbanOrder();
    order.kind = kind;
    return TicketBench(order);
}

bool isOpen(const TicketBench &bench, const QString &step)
{
    const auto items = openItems(bench.ticket(), bench.catalogue());
    return std::any_of(items.begin(), items.end(), [&](const OpenItem &item) { return item.step == step; });
}

} // namespace

TEST_CASE("the list of materials is settled by a line or by saying that nothing was used", "[domain][materials]")
{
    TicketBench bench = working();
    REQUIRE(bench.walkTo(State::Working));
    CHECK(isOpen(bench, u"W14"_s));
    SECTION("by a line, and open again when it is withdrawn")
    {
        REQUIRE_FALSE(bench.act(onu(u"m1"_s, u" 4857-0001 "_s)));
        CHECK_FALSE(isOpen(bench, u"W14"_s));
        CHECK(bench.ticket().materials.front().used.marks.front().text == u"4857-0001"_s);
        REQUIRE_FALSE(bench.act(MaterialWithdrawn{u"m1"_s}));
        CHECK(isOpen(bench, u"W14"_s));
        CHECK_FALSE(bench.act(onu(u"m2"_s, u"4857-0001"_s)));
    }
    SECTION("by nothing used, which no longer holds beside a line")
    {
        REQUIRE_FALSE(bench.act(StepAnswered{u"W14"_s, {u"none"_s}, {}}));
        CHECK_FALSE(isOpen(bench, u"W14"_s));
        REQUIRE_FALSE(bench.act(onu(u"m1"_s, u"4857-0001"_s)));
        const QByteArray content = writeJson(workOrderContent(bench.ticket(), bench.catalogue()));
        CHECK(content.contains("4857-0001"));
        CHECK_FALSE(content.contains("\"W14\""));
        const auto refusal = bench.act(StepAnswered{u"W14"_s, {u"none"_s}, {}});
        REQUIRE(refusal);
        CHECK(refusal->code == RefusalCode::UnknownOption);
    }
    SECTION("not by what was taken back")
    {
        REQUIRE_FALSE(bench.act(onu(u"m1"_s, u"4857-0001"_s, true)));
        CHECK(isOpen(bench, u"W14"_s));
    }
}

TEST_CASE("a relocation notes what was taken down and what was put up, the same terminal as well",
          "[domain][materials]")
{
    TicketBench bench = working(u"relocate"_s);
    REQUIRE(bench.walkTo(State::Working));
    CHECK(isOpen(bench, u"G01"_s));
    REQUIRE_FALSE(bench.act(onu(u"m1"_s, u"4857-0001"_s, true)));
    CHECK_FALSE(isOpen(bench, u"G01"_s));
    REQUIRE_FALSE(bench.act(onu(u"m2"_s, u"4857-0001"_s)));
    const auto twice = bench.act(onu(u"m3"_s, u"4857-0001"_s));
    REQUIRE(twice);
    CHECK(twice->code == RefusalCode::SerialTwice);
    CHECK(bench.walkTo(State::SignedOff));
}

TEST_CASE("a dismantling that brings no terminal back says why", "[domain][materials]")
{
    TicketBench bench = working(u"dismantle"_s);
    REQUIRE(bench.walkTo(State::Working));
    const auto silent = bench.act(StepAnswered{u"G01"_s, {u"none"_s}, {}});
    REQUIRE(silent);
    CHECK(silent->code == RefusalCode::NeedsNote);
    CHECK_FALSE(bench.act(StepAnswered{u"G01"_s, {u"none"_s}, u"lost in the move"_s}));
    CHECK_FALSE(isOpen(bench, u"G01"_s));
}

TEST_CASE("each piece with a serial number needs its own", "[domain][materials]")
{
    TicketBench bench = working();
    REQUIRE(bench.walkTo(State::Working));
    MaterialUsed two{u"m1"_s, u"stb"_s, 2, {{u"sn"_s, u"A1"_s}}, false};
    CHECK(bench.act(two)->code == RefusalCode::NeedsSerial);
    two.marks.push_back({u"sn"_s, u"a1"_s});
    CHECK(bench.act(two)->code == RefusalCode::SerialTwice);
    two.marks.back().text = u"A2"_s;
    CHECK_FALSE(bench.act(two));
    CHECK_FALSE(bench.act(MaterialUsed{u"m2"_s, u"drop-fibre"_s, 305, {{u"length-marks"_s, u"120-150"_s}}, false}));
    CHECK_FALSE(bench.act(MaterialUsed{u"m3"_s, u"plug"_s, 4, {}, false}));
}

TEST_CASE("what was used changes what is signed, and an order without materials keeps its hash", "[domain][materials]")
{
    TicketBench bench = working();
    REQUIRE(bench.walkTo(State::Working));
    CHECK_FALSE(writeJson(workOrderContent(bench.ticket(), bench.catalogue())).contains("materials"));
    const std::int64_t before = bench.ticket().workRevision;
    REQUIRE_FALSE(bench.act(onu(u"m1"_s, u"4857-0001"_s)));
    CHECK(bench.ticket().workRevision == before + 1);
    REQUIRE_FALSE(bench.act(MaterialWithdrawn{u"m1"_s}));
    CHECK_FALSE(writeJson(workOrderContent(bench.ticket(), bench.catalogue())).contains("4857-0001"));
}

TEST_CASE("a second line of materials costs a routine install one touch more", "[domain][materials]")
{
    const auto touches = [](const WalkAnswers &answers) {
        int count = 0;
        for (const Payload &payload : test::routineWalk(test::urbanOrder(), answers))
            count += test::touchesOf(payload);
        return count;
    };
    WalkAnswers answers;
    answers.materials = {onu(u"m1"_s, u"4857-0001"_s), {u"m2"_s, u"drop-fibre"_s, 300, {}, false}};
    CHECK(touches(answers) == touches({}) + 1);
    CHECK(touches(answers) <= 60);
}
