// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/deadlines.h>
#include <ruhu/domain/findings.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using std::chrono::hours;
using std::chrono::minutes;
using test::TicketBench;

namespace {

/// A moment in China.
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
    order.kind = u"repair"_s;
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
    CHECK(endOfWorkingDay(test::moment(u"2026-11-20T09:00:00"_s), 5, calendar)
          == test::moment(u"2026-11-28T00:00:00"_s) - Millis(1));
    // The National Day holiday of 2026 runs from 1 to 7 October, and 10 October is worked for it.
    CHECK(endOfWorkingDay(test::moment(u"2026-09-30T23:30:00"_s), 1, calendar)
          == test::moment(u"2026-10-09T00:00:00"_s) - Millis(1));
    CHECK(endOfWorkingDay(test::moment(u"2026-10-09T10:00:00"_s), 1, calendar)
          == test::moment(u"2026-10-11T00:00:00"_s) - Millis(1));
    CHECK(endOfWorkingDay(test::moment(u"2026-11-26T10:00:00"_s), 0, calendar)
          == test::moment(u"2026-11-27T00:00:00"_s) - Millis(1));
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

TEST_CASE("a limit is held against the server's time, however wrong the laptop's clock was", "[domain][deadlines]")
{
    const WallTime taken = TicketBench().clock().now();
    // Called three and a half hours after the fault was reported; the laptop's clock is two hours fast or slow.
    for (const Millis wrong : {Millis(hours(2)), Millis(-hours(2)), Millis(0)}) {
        CAPTURE(wrong.count());
        TicketBench bench(repairTakenAt(taken));
        HistoryEntry call;
        call.event.meta.id = EventId(*Uuid::fromString(u"0193d1a0-0000-7000-8000-000000000001"));
        call.event.meta.group = {call.event.meta.id, 1, 1};
        call.event.meta.wall = taken + hours(3) + minutes(30) + wrong;
        call.event.meta.serverOffsetMs = -wrong.count();
        call.event.payload = ContactRecorded{};
        Ticket ticket = bench.ticket();
        apply(ticket, call);
        const auto all = deadlines(ticket, bench.catalogue(), taken + hours(5));
        const auto first =
            std::find_if(all.begin(), all.end(), [](const Deadline &one) { return one.id == u"first-contact"_s; });
        REQUIRE(first != all.end());
        CHECK(first->state == DeadlineState::Met);
        auto history = bench.history();
        history.push_back(call);
        CHECK(findings(ticket, history, bench.catalogue()).empty());
    }
}

TEST_CASE("a day turns at midnight of the calendar's zone, not of Greenwich", "[domain][deadlines]")
{
    const WorkingCalendar &calendar = test::ftthInstall().calendar;
    CHECK(endOfWorkingDay(test::moment(u"2026-11-25T23:59:59"_s), 1, calendar)
          == test::moment(u"2026-11-27T00:00:00"_s) - Millis(1));
    CHECK(endOfWorkingDay(test::moment(u"2026-11-26T00:00:00"_s), 1, calendar)
          == test::moment(u"2026-11-28T00:00:00"_s) - Millis(1));
}

TEST_CASE("what is asked for the same day is due at midnight, and after the hour a day later", "[domain][deadlines]")
{
    DeadlineRule rule;
    rule.id = u"same-day"_s;
    rule.sameDayUntil = 16 * 60;
    rule.rules = {u"P-KPI-04"_s};
    rule.confidence = u"C"_s;
    const auto dueOf = [&](const QString &taken) {
        TicketBench bench(repairTakenAt(test::moment(taken)));
        return deadlinesOf(rule, bench.ticket(), bench.catalogue().calendar, bench.clock().now()).front().due;
    };
    CHECK(dueOf(u"2026-11-25T00:00:00"_s) == test::moment(u"2026-11-26T00:00:00"_s) - Millis(1));
    CHECK(dueOf(u"2026-11-25T15:59:59"_s) == test::moment(u"2026-11-26T00:00:00"_s) - Millis(1));
    CHECK(dueOf(u"2026-11-25T16:00:00"_s) == test::moment(u"2026-11-27T00:00:00"_s) - Millis(1));
    CHECK(dueOf(u"2026-11-25T23:59:59"_s) == test::moment(u"2026-11-27T00:00:00"_s) - Millis(1));
}

TEST_CASE("in a year without a calendar the week alone counts, and the limit asks for nothing", "[domain][deadlines]")
{
    const WorkingCalendar &calendar = test::ftthInstall().calendar;
    CHECK(knowsYear(calendar, 2026));
    CHECK_FALSE(knowsYear(calendar, 2031));
    // 1 October 2031 is a Wednesday: a holiday in China, but nobody has entered it.
    CHECK(endOfWorkingDay(test::moment(u"2031-09-30T10:00:00"_s), 1, calendar)
          == test::moment(u"2031-10-02T00:00:00"_s) - Millis(1));
    DeadlineRule rule;
    rule.id = u"five-days"_s;
    rule.workingDays = 5;
    rule.confidence = u"A"_s;
    rule.rules = {u"P-LAW-05"_s};
    const auto of = [&](const QString &taken) {
        TicketBench bench(repairTakenAt(test::moment(taken)));
        return deadlinesOf(rule, bench.ticket(), calendar, bench.clock().now()).front();
    };
    CHECK(of(u"2026-11-20T09:00:00"_s).calendarKnown);
    CHECK(of(u"2026-11-20T09:00:00"_s).verified);
    CHECK_FALSE(of(u"2031-09-30T10:00:00"_s).calendarKnown);
    CHECK_FALSE(of(u"2031-09-30T10:00:00"_s).verified);
    // Begun in a year that is known, due in one that is not.
    CHECK_FALSE(of(u"2026-12-30T10:00:00"_s).calendarKnown);
}
