// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "golden.h"

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/ticket_walk.h>

#include <iostream>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using test::TicketBench;

namespace {

/// Late at the door, with a weak line: both with a reason.
WalkAnswers aBadDay()
{
    WalkAnswers answers;
    answers.arrivalReason = u"traffic accident on the ring road"_s;
    answers.readings[u"opt_rx"_s] = ReadingRecorded{u"opt_rx"_s, -2790, u"old drop cable, order placed"_s, {}, {}};
    answers.items = {ItemMoved{u"i1"_s, u"shoe cabinet"_s, true}};
    return answers;
}

} // namespace

TEST_CASE("an urban install with a late arrival and a weak line walks as recorded", "[domain][walk][golden]")
{
    TicketBench bench;
    const WalkAnswers answers = aBadDay();
    REQUIRE(bench.walkTo(State::Travelling, answers));
    bench.clock().setWall(bench.ticket().appointment->appointment.window.start + std::chrono::minutes(23));
    REQUIRE(bench.walkTo(State::SignedOff, answers));
    CHECK(bench.ticket().arrival->deviationMin == 23);
    CHECK(bench.ticket().readings.at(u"opt_rx"_s).reading.verdict == Verdict::Fail);
    test::compareWithGolden(u"install-ftth-urban.txt"_s, test::readableHistory(bench));
}

TEST_CASE("a rural install with a late arrival and a weak line walks as recorded", "[domain][walk][golden]")
{
    TicketBench bench(test::ruralOrder());
    const WalkAnswers answers = aBadDay();
    REQUIRE(bench.walkTo(State::Travelling, answers));
    bench.clock().setWall(bench.ticket().appointment->appointment.window.end + std::chrono::minutes(23));
    REQUIRE(bench.walkTo(State::SignedOff, answers));
    CHECK(bench.ticket().arrival->deviationMin == 23);
    test::compareWithGolden(u"install-ftth-rural.txt"_s, test::readableHistory(bench));
}

TEST_CASE("a routine urban install needs at most 60 interactions", "[domain][walk]")
{
    int interactions = 0;
    const auto acts = test::routineWalk(test::urbanOrder());
    for (const Payload &payload : acts)
        interactions += test::touchesOf(payload);
    std::cout << "routine urban install: " << interactions << " interactions, " << acts.size() << " acts\n";
    CHECK(std::holds_alternative<StateEntered>(acts.back()));
    CHECK(std::get<StateEntered>(acts.back()).to == State::SignedOff);
    CHECK(interactions <= 60);
}

TEST_CASE("a walk says what only a hand can give", "[domain][walk]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Admitted));
    WalkStep next = nextRoutineAct(bench.ticket(), bench.context());
    while (const auto *payload = std::get_if<Payload>(&next)) {
        REQUIRE_FALSE(bench.act(*payload));
        next = nextRoutineAct(bench.ticket(), bench.context());
    }
    CHECK(next == WalkStep(NeedPhoto{u"C11"_s}));
    REQUIRE(bench.walkTo(State::HandedOver));
    next = nextRoutineAct(bench.ticket(), bench.context());
    while (const auto *payload = std::get_if<Payload>(&next)) {
        REQUIRE_FALSE(bench.act(*payload));
        next = nextRoutineAct(bench.ticket(), bench.context());
    }
    CHECK(next == WalkStep(NeedSignature{SignerRole::Customer}));
    REQUIRE(bench.walkTo(State::SignedOff));
    CHECK(nextRoutineAct(bench.ticket(), bench.context()) == WalkStep(Finished{}));
}

TEST_CASE("a walk that cannot go on says why", "[domain][walk]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Travelling));
    bench.clock().setWall(bench.ticket().appointment->appointment.window.start + std::chrono::minutes(30));
    const WalkStep late = nextRoutineAct(bench.ticket(), bench.context());
    REQUIRE(std::holds_alternative<Finished>(late));
    REQUIRE(std::get<Finished>(late).stuck);
    CHECK(std::get<Finished>(late).stuck->code == RefusalCode::ArrivalNeedsReason);
    REQUIRE_FALSE(bench.act(TicketCancelled{u"moved away"_s}, kDispatcher));
    const WalkStep cancelled = nextRoutineAct(bench.ticket(), bench.context());
    REQUIRE(std::holds_alternative<Finished>(cancelled));
    REQUIRE(std::get<Finished>(cancelled).stuck);
    CHECK(std::get<Finished>(cancelled).stuck->code == RefusalCode::Cancelled);
}

TEST_CASE("scripted answers, skips and notices take the place of the routine ones", "[domain][walk]")
{
    WalkAnswers answers;
    answers.steps[u"W03"_s] = StepAnswered{u"W03"_s, {u"agreed"_s}, {}};
    answers.skips[u"C11"_s] = u"too dark"_s;
    answers.skips[u"H04"_s] = u"customer knows"_s;
    answers.late = LateAnnounced{5, u"rain"_s, true};
    TicketBench bench;
    const WallTime start = bench.clock().now() + std::chrono::hours(2);
    answers.appointment = AppointmentBooked{{start, start}, u"张样本"_s, u"138 0000 0002"_s, true, {}};
    REQUIRE(bench.walkTo(State::SignedOff, answers));
    const Ticket &ticket = bench.ticket();
    CHECK(ticket.appointment->appointment.person == u"张样本"_s);
    CHECK(ticket.lateNotices.size() == 1);
    CHECK(ticket.steps.at(u"W15"_s).confirmed); // drilling brings it
    CHECK(ticket.steps.at(u"C11"_s).skipped);
    CHECK(ticket.steps.at(u"H04"_s).reason == u"customer knows"_s);
}

TEST_CASE("readings of a walk are inside the limits and differ between tickets", "[domain][walk]")
{
    TicketBench first(test::urbanOrder(), 1);
    TicketBench second(test::urbanOrder(u"IN-1125-002"_s), 2);
    REQUIRE(first.walkTo(State::Tested));
    REQUIRE(second.walkTo(State::Tested));
    REQUIRE(first.ticket().readings.size() == 9);
    for (const auto &[id, fact] : first.ticket().readings) {
        INFO(id.toStdString());
        CHECK(fact.reading.verdict == Verdict::Pass);
    }
    CHECK(first.ticket().readings.at(u"opt_rx"_s).reading.value
          != second.ticket().readings.at(u"opt_rx"_s).reading.value);
}

TEST_CASE("a walk whose script leaves a step open ends there and says so", "[domain][walk]")
{
    WalkAnswers answers;
    answers.steps[u"W02"_s] = StepAnswered{u"W02"_s, {u"declined"_s}, u"too dear"_s};
    TicketBench bench;
    CHECK_FALSE(bench.walkTo(State::SignedOff, answers));
    CHECK(bench.ticket().state == State::Working);
    const WalkStep next = nextRoutineAct(bench.ticket(), bench.context(), answers);
    REQUIRE(std::holds_alternative<Finished>(next));
    REQUIRE(std::get<Finished>(next).stuck);
    CHECK(std::get<Finished>(next).stuck->subject == u"W02"_s);
}
