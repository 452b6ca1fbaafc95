// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/deadlines.h>
#include <ruhu/domain/findings.h>

#include <QDateTime>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using std::chrono::hours;
using std::chrono::minutes;
using test::TicketBench;

namespace {

/// A moment in China.
WallTime moment(const QString &text)
{
    return wallTimeFromMs(QDateTime::fromString(text + u"+08:00"_s, Qt::ISODate).toMSecsSinceEpoch());
}

std::optional<Deadline> deadlineOf(const TicketBench &bench, const QString &id, WallTime now)
{
    const auto all = deadlines(bench.ticket(), bench.catalogue(), now);
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Deadline &deadline) { return deadline.id == id; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

TicketOpened repairTakenAt(WallTime accepted)
{
    TicketOpened order = test::urbanOrder(u"RE-1125-001"_s);
    order.kind = TicketKind::Repair;
    order.acceptedAt = accepted;
    return order;
}

} // namespace

TEST_CASE("a fault is answered within four hours, and the warning comes an hour before", "[domain][deadlines]")
{
    const WallTime taken = TicketBench().clock().now();
    TicketBench bench(repairTakenAt(taken));
    CHECK(deadlineOf(bench, u"first-contact"_s, taken + hours(2))->state == DeadlineState::Running);
    CHECK(deadlineOf(bench, u"first-contact"_s, taken + hours(3))->state == DeadlineState::Soon);
    CHECK(deadlineOf(bench, u"first-contact"_s, taken + hours(4))->state == DeadlineState::Soon);
    CHECK(deadlineOf(bench, u"first-contact"_s, taken + hours(4) + minutes(1))->state == DeadlineState::Overdue);
    bench.clock().setWall(taken + hours(4) + minutes(5));
    REQUIRE_FALSE(bench.act(ContactRecorded{ContactOutcome::NoAnswer, {}}));
    CHECK(deadlineOf(bench, u"first-contact"_s, bench.clock().now())->state == DeadlineState::Overdue);
    REQUIRE_FALSE(bench.act(ContactRecorded{}));
    CHECK(deadlineOf(bench, u"first-contact"_s, bench.clock().now())->state == DeadlineState::Missed);
    const auto all = findings(bench.ticket(), bench.history(), bench.catalogue());
    REQUIRE(all.size() == 1);
    CHECK(all.front().rule == u"D15-15"_s);
}

TEST_CASE("an install has no deadline for the first call", "[domain][deadlines]")
{
    TicketBench bench;
    CHECK_FALSE(deadlineOf(bench, u"first-contact"_s, bench.clock().now()));
}

TEST_CASE("a key customer's repair is due within a day", "[domain][deadlines]")
{
    const WallTime taken = TicketBench().clock().now();
    TicketOpened order = repairTakenAt(taken);
    order.tier = Tier::Gold;
    TicketBench bench(order);
    CHECK(deadlineOf(bench, u"repair-key"_s, taken)->due == taken + hours(24));
    CHECK_FALSE(deadlineOf(TicketBench(repairTakenAt(taken)), u"repair-key"_s, taken));
}

TEST_CASE("a customer who asks for the night service is served within a day, too", "[domain][deadlines]")
{
    const WallTime taken = TicketBench().clock().now();
    TicketBench bench(repairTakenAt(taken));
    REQUIRE_FALSE(bench.act(StepAnswered{u"A06"_s, {u"key-24h"_s}, {}}));
    CHECK(deadlineOf(bench, u"repair-key"_s, taken)->rule == u"D15-19"_s);
}

TEST_CASE("a town has 48 hours for a repair and the country 72", "[domain][deadlines]")
{
    const WallTime taken = TicketBench().clock().now();
    TicketOpened order = repairTakenAt(taken);
    CHECK(deadlineOf(TicketBench(order), u"repair-urban"_s, taken)->due == taken + hours(48));
    order.area = Area::Rural;
    CHECK(deadlineOf(TicketBench(order), u"repair-rural"_s, taken)->due == taken + hours(72));
}

TEST_CASE("a sign-off after the promised time says why", "[domain][deadlines]")
{
    TicketOpened order = test::urbanOrder();
    order.promisedBy = TicketBench().clock().now() - hours(1);
    TicketBench bench(order);
    WalkAnswers silent;
    CHECK_FALSE(bench.walkTo(State::SignedOff, silent));
    const auto refusal = bench.act(StateEntered{State::SignedOff, {}, {}});
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::OverdueNeedsReason);
    CHECK(refusal->rule == u"D15-20"_s);
    REQUIRE_FALSE(bench.act(StateEntered{State::SignedOff, u"the customer was away for a week"_s, {}}));
    CHECK(bench.ticket().closingReason == u"the customer was away for a week"_s);
    const auto all = findings(bench.ticket(), bench.history(), bench.catalogue());
    const auto late = std::find_if(all.begin(), all.end(), [](const Finding &f) { return f.subject == u"promised"; });
    REQUIRE(late != all.end());
    CHECK(late->severity == Severity::Info); // explained
}

TEST_CASE("a figure nobody verified asks for nothing", "[domain][deadlines]")
{
    TicketOpened order = test::urbanOrder();
    order.acceptedAt = TicketBench().clock().now() - hours(24 * 40);
    TicketBench bench(order);
    REQUIRE(deadlineOf(bench, u"install-line-ready"_s, bench.clock().now()));
    CHECK_FALSE(deadlineOf(bench, u"install-line-ready"_s, bench.clock().now())->verified);
    CHECK(deadlineOf(bench, u"install-line-ready"_s, bench.clock().now())->state == DeadlineState::Overdue);
    CHECK(bench.walkTo(State::SignedOff));
}

TEST_CASE("working days leave out weekends and holidays and count the days worked for them", "[domain][deadlines]")
{
    const WorkingCalendar &calendar = test::ftthInstall().calendar;
    // Friday to Friday, over a weekend.
    CHECK(endOfWorkingDay(moment(u"2026-11-20T09:00:00"_s), 5, calendar)
          == moment(u"2026-11-28T00:00:00"_s) - Millis(1));
    // The National Day holiday of 2026 runs from 1 to 7 October, and 10 October is worked for it.
    CHECK(endOfWorkingDay(moment(u"2026-09-30T23:30:00"_s), 1, calendar)
          == moment(u"2026-10-09T00:00:00"_s) - Millis(1));
    CHECK(endOfWorkingDay(moment(u"2026-10-09T10:00:00"_s), 1, calendar)
          == moment(u"2026-10-11T00:00:00"_s) - Millis(1));
    CHECK(endOfWorkingDay(moment(u"2026-11-26T10:00:00"_s), 0, calendar)
          == moment(u"2026-11-27T00:00:00"_s) - Millis(1));
}

TEST_CASE("the deadlines of a closed ticket stand still", "[domain][deadlines]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::SignedOff));
    const auto now = deadlines(bench.ticket(), bench.catalogue(), bench.clock().now());
    const auto later = deadlines(bench.ticket(), bench.catalogue(), bench.clock().now() + hours(24 * 30));
    REQUIRE_FALSE(now.empty());
    CHECK(now == later);
}
