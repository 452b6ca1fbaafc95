// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/findings.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using std::chrono::hours;
using std::chrono::minutes;
using test::TicketBench;

namespace {

std::optional<std::int64_t> deviationAt(TicketBench &bench, Millis afterStart)
{
    REQUIRE(bench.walkTo(State::Travelling));
    bench.clock().setWall(bench.ticket().appointment->appointment.window.start + afterStart);
    const Decision decision = bench.decide(StateEntered{State::Arrived, u"traffic"_s, 999});
    const auto *payloads = std::get_if<std::vector<Payload>>(&decision);
    REQUIRE(payloads);
    return std::get<StateEntered>(payloads->front()).deviationMin;
}

bool hasFinding(const TicketBench &bench, const QString &code)
{
    const auto list = findings(bench.ticket(), bench.history(), bench.catalogue());
    return std::any_of(list.begin(), list.end(), [&](const Finding &finding) { return finding.code == code; });
}

WalkAnswers rebookOnce()
{
    WalkAnswers answers;
    answers.admissions = {{Admission::Nobody, u"called the appointee"_s, NotAdmittedNext::Rebook}};
    return answers;
}

} // namespace

TEST_CASE("in the city the deviation counts from the start in whole minutes", "[domain][arrival]")
{
    const auto [after, expected] =
        GENERATE(table<int, std::int64_t>({{-660, -11}, {-600, -10}, {0, 0}, {59, 0}, {659, 10}, {660, 11}}));
    TicketBench bench;
    CHECK(deviationAt(bench, std::chrono::seconds(after)) == expected);
}

TEST_CASE("in the countryside only the edges of the half day count", "[domain][arrival]")
{
    const auto [after, expected] =
        GENERATE(table<int, std::int64_t>({{-15, -15}, {0, 0}, {239, 0}, {240, 0}, {252, 12}}));
    TicketBench bench(test::ruralOrder());
    CHECK(deviationAt(bench, minutes(after)) == expected);
}

TEST_CASE("ten minutes either way need no reason", "[domain][arrival]")
{
    for (const int offset : {-10, 10}) {
        TicketBench bench;
        REQUIRE(bench.walkTo(State::Travelling));
        bench.clock().setWall(bench.ticket().appointment->appointment.window.start + minutes(offset));
        CHECK_FALSE(bench.act(StateEntered{State::Arrived, {}, {}}));
        CHECK(bench.ticket().arrival->deviationMin == offset);
    }
}

TEST_CASE("the countryside books half days", "[domain][appointment]")
{
    TicketBench bench(test::ruralOrder());
    while (bench.ticket().steps.size() < 3)
        REQUIRE(bench.step());
    const WallTime now = bench.clock().now();
    const auto refusalFor = [&](Millis start, Millis length) {
        const Window window{now + start, now + start + length};
        const Decision decision = bench.decide(AppointmentBooked{window, u"x"_s, u"y"_s, true, {}});
        const auto *refusal = std::get_if<Refusal>(&decision);
        return refusal ? std::optional(refusal->code) : std::nullopt;
    };
    CHECK(refusalFor(hours(1), Millis(0)) == RefusalCode::BadWindow);
    CHECK(refusalFor(hours(1), hours(2)) == RefusalCode::BadWindow);
    CHECK(refusalFor(hours(1), hours(7)) == RefusalCode::BadWindow);
    CHECK_FALSE(refusalFor(hours(1), hours(4)));
    CHECK_FALSE(refusalFor(hours(-1), hours(4))); // the morning has begun and can still be promised
    CHECK(refusalFor(hours(-4), hours(4)) == RefusalCode::BadWindow);
}

TEST_CASE("nobody at home and a new date starts the visit anew", "[domain][admission]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Arrived, rebookOnce()));
    REQUIRE(bench.step(rebookOnce()));
    const Ticket &ticket = bench.ticket();
    CHECK(ticket.state == State::ToContact);
    CHECK_FALSE(ticket.appointment);
    CHECK_FALSE(ticket.arrival);
    CHECK(ticket.steps.empty());
    CHECK(ticket.admissions.size() == 1);
    REQUIRE(bench.walkTo(State::SignedOff, rebookOnce()));
    CHECK(ticket.admissions.size() == 2);
    CHECK(hasFinding(bench, u"not-admitted"_s));
}

TEST_CASE("waiting at the door changes nothing until an adult opens", "[domain][admission]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Arrived));
    REQUIRE_FALSE(bench.act(AdmissionRecorded{Admission::MinorAlone, u"mother called"_s, NotAdmittedNext::Wait}));
    CHECK(bench.ticket().state == State::Arrived);
    REQUIRE_FALSE(bench.act(AdmissionRecorded{Admission::OtherAdult, {}, NotAdmittedNext::Rebook}));
    CHECK(bench.ticket().state == State::Admitted);
    CHECK_FALSE(bench.ticket().admissions.back().admission.next);
}

TEST_CASE("a new time agreed on the way means preparing again", "[domain][appointment]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Travelling));
    const WallTime start = bench.clock().now() + hours(3);
    REQUIRE_FALSE(bench.act(ContactRecorded{}));
    REQUIRE_FALSE(bench.act(AppointmentBooked{{start, start}, u"x"_s, u"y"_s, true, {}}));
    CHECK(bench.ticket().state == State::Booked);
    CHECK(bench.walkTo(State::SignedOff));
}

TEST_CASE("another time is booked after another call only", "[domain][appointment]")
{
    const State state = GENERATE(State::Booked, State::Prepared, State::Travelling);
    TicketBench bench;
    REQUIRE(bench.walkTo(state));
    const WallTime start = bench.clock().now() + hours(3);
    const AppointmentBooked another{{start, start}, u"x"_s, u"y"_s, true, {}};
    const auto silent = bench.act(another);
    REQUIRE(silent);
    CHECK(silent->code == RefusalCode::NotReached);
    REQUIRE_FALSE(bench.act(ContactRecorded{ContactOutcome::NoAnswer, {}}));
    CHECK(bench.act(another));
    // The visit as it is booked was called for all the same.
    CHECK(openItems(bench.ticket(), bench.catalogue(), {u"book"_s}).empty());
    REQUIRE_FALSE(bench.act(ContactRecorded{}));
    CHECK_FALSE(bench.act(another));
    CHECK(bench.act(another)); // and once is not for ever
}

TEST_CASE("after a visit that came to nothing the customer is called anew", "[domain][admission]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Arrived, rebookOnce()));
    REQUIRE(bench.step(rebookOnce()));
    REQUIRE(bench.ticket().state == State::ToContact);
    const WallTime start = bench.clock().now() + hours(3);
    const AppointmentBooked another{{start, start}, u"x"_s, u"y"_s, true, {}};
    const auto refusal = bench.act(another);
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::NotReached);
    const auto open = openItems(bench.ticket(), bench.catalogue(), {u"book"_s});
    const auto isCall = [](const OpenItem &item) { return item.step == u"A03"_s; };
    CHECK(std::count_if(open.begin(), open.end(), isCall) == 1);
    CHECK(bench.ticket().contacts.size() == 1); // the paper still tells of the first call
}

TEST_CASE("a blocking answer that does not pass keeps the stage open until it is answered anew", "[domain][steps]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Admitted));
    REQUIRE_FALSE(bench.act(StepAnswered{u"C08"_s, {u"wrong"_s}, u"other name"_s}));
    auto open = openItems(bench.ticket(), bench.catalogue(), {u"door"_s});
    const OpenItem item{u"door"_s, u"C08"_s, Gate::Block};
    CHECK(std::find(open.begin(), open.end(), item) != open.end());
    REQUIRE_FALSE(bench.act(StepAnswered{u"C08"_s, {u"match"_s}, {}}));
    open = openItems(bench.ticket(), bench.catalogue(), {u"door"_s});
    CHECK(std::find(open.begin(), open.end(), item) == open.end());
}

TEST_CASE("drilling brings its own steps", "[domain][steps]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Working));
    const Step &dust = *bench.catalogue().step(u"W04"_s);
    CHECK_FALSE(appliesTo(dust, bench.ticket()));
    REQUIRE_FALSE(bench.act(StepAnswered{u"W03"_s, {u"agreed"_s}, {}}));
    CHECK(appliesTo(dust, bench.ticket()));
    CHECK_FALSE(isSettled(dust, bench.ticket()));
    REQUIRE_FALSE(bench.act(bench.photo(u"W04"_s)));
    CHECK(isSettled(dust, bench.ticket()));
}

TEST_CASE("area and services choose the steps", "[domain][steps]")
{
    TicketBench urban;
    TicketBench rural(test::ruralOrder());
    const Catalogue &catalogue = urban.catalogue();
    CHECK(appliesTo(*catalogue.step(u"A08"_s), urban.ticket()));
    CHECK_FALSE(appliesTo(*catalogue.step(u"A08"_s), rural.ticket()));
    CHECK(appliesTo(*catalogue.step(u"A09"_s), rural.ticket()));
    CHECK(appliesTo(*catalogue.step(u"T13"_s), urban.ticket()));
    CHECK_FALSE(appliesTo(*catalogue.step(u"T13"_s), rural.ticket()));
    Step gold;
    gold.condition.tiers = {Tier::Gold};
    CHECK_FALSE(appliesTo(gold, urban.ticket()));
}

TEST_CASE("the leave gate names rating and signatures last, in visit order", "[domain][gate]")
{
    TicketBench bench;
    const auto atFirst = leaveGate(bench.ticket(), bench.catalogue());
    REQUIRE(atFirst.size() > 30);
    CHECK(atFirst.front().step == u"A01"_s);
    CHECK(atFirst.back().step == u"signature:technician"_s);
    REQUIRE(bench.walkTo(State::HandedOver));
    while (!bench.ticket().rating)
        REQUIRE(bench.step());
    const auto left = leaveGate(bench.ticket(), bench.catalogue());
    REQUIRE(left.size() == 2);
    CHECK(left.front().step == u"signature:customer"_s);
    REQUIRE(bench.step());
    REQUIRE(bench.step());
    CHECK(leaveGate(bench.ticket(), bench.catalogue()).empty());
}

TEST_CASE("a thing moved late keeps the technician from leaving", "[domain][gate]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::HandedOver));
    REQUIRE_FALSE(bench.act(ItemMoved{u"i1"_s, u"shelf"_s, true}));
    const auto open = leaveGate(bench.ticket(), bench.catalogue());
    const auto shelf =
        std::find_if(open.begin(), open.end(), [](const OpenItem &item) { return item.step == u"item:i1"_s; });
    REQUIRE(shelf != open.end());
    CHECK(shelf->stage == u"clean"_s);
    CHECK(bench.walkTo(State::SignedOff)); // the walk puts it back
    CHECK(bench.ticket().movedItems.front().restored);
}

TEST_CASE("a signature is void after any change of what was shown", "[domain][signature]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::HandedOver));
    while (bench.ticket().signatures.size() < 2)
        REQUIRE(bench.step());
    CHECK(bench.ticket().isFresh(SignerRole::Customer));
    REQUIRE_FALSE(bench.act(NoteAdded{u"dog"_s, {}}));
    CHECK(bench.ticket().isFresh(SignerRole::Customer));
    REQUIRE_FALSE(bench.act(StepAnswered{u"F01"_s, {}, u"FX-09 / 1 / 1"_s}));
    CHECK_FALSE(bench.ticket().isFresh(SignerRole::Customer));
    CHECK_FALSE(bench.ticket().isFresh(SignerRole::Technician));
    CHECK(bench.walkTo(State::SignedOff)); // both sign again
    CHECK(bench.ticket().isFresh(SignerRole::Customer));
}

TEST_CASE("a returned ticket is corrected and signed off again without the customer", "[domain][review]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::SignedOff));
    REQUIRE_FALSE(
        bench.act(ReviewDecided{ReviewDecision::Return, u"photo blurred"_s, {{u"T02"_s, u"blurred"_s}}}, kSupervisor));
    const Ticket &ticket = bench.ticket();
    CHECK(ticket.state == State::HandedOver);
    CHECK(ticket.returned);
    REQUIRE_FALSE(bench.act(bench.photo(u"T02"_s)));
    const auto gate = leaveGate(ticket, bench.catalogue());
    REQUIRE(gate.size() == 1);
    CHECK(gate.front().step == u"signature:technician"_s);
    const auto stale = bench.act(StateEntered{State::SignedOff, {}, {}});
    REQUIRE(stale);
    CHECK(stale->code == RefusalCode::StaleSignature);
    REQUIRE_FALSE(bench.act(bench.signature(SignerRole::Technician)));
    REQUIRE_FALSE(bench.act(StateEntered{State::SignedOff, {}, {}}));
    CHECK_FALSE(ticket.returned);
    CHECK(leaveGate(ticket, bench.catalogue()).empty()); // the older signature goes on to count
    CHECK(hasFinding(bench, u"changed-after-customer-signature"_s));
    CHECK(ticket.reviews.front().review.pins.front().step == u"T02"_s);
    REQUIRE_FALSE(bench.act(ReviewDecided{}, kSupervisor));
    CHECK(ticket.state == State::Done);
}

TEST_CASE("a returned ticket that needed no correction is signed by the technician again", "[domain][review]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::SignedOff));
    REQUIRE_FALSE(bench.act(ReviewDecided{ReviewDecision::Return, u"really?"_s, {}}, kSupervisor));
    const auto gate = leaveGate(bench.ticket(), bench.catalogue());
    REQUIRE(gate.size() == 1);
    CHECK(gate.front().step == u"signature:technician"_s);
    const auto unsignedYet = bench.act(StateEntered{State::SignedOff, {}, {}});
    REQUIRE(unsignedYet);
    CHECK(unsignedYet->code == RefusalCode::StaleSignature);
    REQUIRE_FALSE(bench.act(bench.signature(SignerRole::Technician)));
    REQUIRE_FALSE(bench.act(StateEntered{State::SignedOff, {}, {}}));
    // Nothing of what the customer saw has changed.
    CHECK_FALSE(hasFinding(bench, u"changed-after-customer-signature"_s));
    REQUIRE_FALSE(bench.act(ReviewDecided{ReviewDecision::Return, u"once more"_s, {}}, kSupervisor));
    CHECK(bench.act(StateEntered{State::SignedOff, {}, {}}));
}

TEST_CASE("a later fact takes the place of the earlier one and both stay in the history", "[domain][steps]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Tested));
    const auto before = bench.history().size();
    REQUIRE_FALSE(bench.act(ReadingRecorded{u"opt_rx"_s, -2100, {}, {}, {}}));
    REQUIRE_FALSE(bench.act(ReadingRecorded{u"opt_rx"_s, -2600, {}, {}, {}}));
    CHECK(bench.ticket().readings.at(u"opt_rx"_s).reading.value == -2600);
    CHECK(bench.ticket().readings.at(u"opt_rx"_s).reading.verdict == Verdict::Warn);
    CHECK(bench.history().size() == before + 2);
    REQUIRE_FALSE(bench.act(StepSkipped{u"T02"_s, u"battery empty"_s}));
    CHECK(bench.ticket().steps.at(u"T02"_s).skipped);
}

TEST_CASE("after an entry of a newer program only notes are taken", "[domain][decide]")
{
    TicketBench bench;
    bench.inject(UnknownPayload{u"x.y"_s, {}}, bench.dispatcher(), kOfficeItself);
    CHECK_FALSE(bench.act(NoteAdded{u"seen"_s, {}}));
    for (const Possibility &possibility : possibilities(bench.ticket(), bench.context())) {
        if (possibility.type != u"note.added"_s) {
            REQUIRE(possibility.refusal);
            CHECK(possibility.refusal->code == RefusalCode::NeedsNewerProgram);
        }
    }
}
