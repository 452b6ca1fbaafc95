// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "golden.h"

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/findings.h>
#include <ruhu/domain/names.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using test::TicketBench;

namespace {

std::vector<QString> codesOf(const TicketBench &bench)
{
    std::vector<QString> codes;
    for (const Finding &finding : findings(bench.ticket(), bench.history(), bench.catalogue()))
        codes.push_back(finding.code);
    return codes;
}

bool holds(const std::vector<QString> &list, const QString &value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// Walks to the end of what the answers lead to and keeps the story.
void walkAndCompare(TicketBench &bench, const WalkAnswers &answers, State end, const QString &golden)
{
    if (!bench.walkTo(end, answers))
        FAIL("stuck in " + toName(bench.ticket().state).toStdString());
    test::compareWithGolden(golden, test::readableHistory(bench));
}

} // namespace

TEST_CASE("a technician who leaves promises a time and is let in again", "[domain][exceptions][golden]")
{
    WalkAnswers answers;
    answers.leftReason = u"a joint in the street cabinet is broken"_s;
    TicketBench bench;
    walkAndCompare(bench, answers, State::SignedOff, u"exception-left-site.txt"_s);
    REQUIRE(bench.ticket().absences.size() == 1);
    CHECK(bench.ticket().absences.front().resumed);
    CHECK(holds(codesOf(bench), u"left-site"_s));
}

TEST_CASE("while away nothing is recorded on the site", "[domain][exceptions]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Working));
    REQUIRE_FALSE(bench.act(VisitLeft{u"a ladder is missing"_s, bench.clock().now() + std::chrono::hours(1)}));
    CHECK(bench.ticket().isAway());
    const auto refusal = bench.act(StepAnswered{u"W02"_s, {u"free"_s}, {}});
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::Away);
    CHECK_FALSE(bench.act(NoteAdded{u"the ladder is at the depot"_s, {}}));
    CHECK_FALSE(bench.act(ContactRecorded{}));
    REQUIRE_FALSE(bench.act(VisitResumed{Admission::OtherAdult}));
    CHECK_FALSE(bench.act(StepAnswered{u"W02"_s, {u"free"_s}, {}}));
}

TEST_CASE("coming back later than promised is a finding", "[domain][exceptions][findings]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Working));
    REQUIRE_FALSE(bench.act(VisitLeft{u"a ladder is missing"_s, bench.clock().now() + std::chrono::hours(1)}));
    bench.clock().setWall(bench.clock().now() + std::chrono::minutes(75));
    REQUIRE_FALSE(bench.act(VisitResumed{}));
    const auto all = findings(bench.ticket(), bench.history(), bench.catalogue());
    const auto late =
        std::find_if(all.begin(), all.end(), [](const Finding &f) { return f.code == u"deadline-missed"; });
    REQUIRE(late != all.end());
    CHECK(late->rule == u"D15-52"_s);
    CHECK(late->subject == u"return"_s);
    CHECK(late->args.front().second == u"15"_s);
}

TEST_CASE("a fault solved on the telephone needs no visit", "[domain][exceptions][golden]")
{
    WalkAnswers answers;
    answers.steps[u"A05"_s] = StepAnswered{u"A05"_s, {u"remote"_s}, u"restarted the terminal, lamps are steady"_s};
    answers.handBack = TicketHandedBack{u"remote-fix"_s, u"works again, the customer says so"_s};
    TicketBench bench(test::repairOrder());
    walkAndCompare(bench, answers, State::HandedBack, u"exception-remote-fix.txt"_s);
    CHECK(codesOf(bench) == std::vector<QString>{u"deadline-missed"_s, u"handed-back"_s});
    REQUIRE_FALSE(bench.act(ReviewDecided{}, kSupervisor));
    CHECK(bench.ticket().state == State::Done);
}

TEST_CASE("an install without a free port goes back to the office", "[domain][exceptions][golden]")
{
    WalkAnswers answers;
    answers.steps[u"A15"_s] = StepAnswered{u"A15"_s, {u"none"_s}, u"splitter full"_s};
    answers.handBack = TicketHandedBack{u"no-resource"_s, u"no free port, customer told"_s};
    TicketBench bench;
    walkAndCompare(bench, answers, State::HandedBack, u"exception-no-resource.txt"_s);
}

TEST_CASE("what the office does not take back starts as a new visit", "[domain][exceptions]")
{
    WalkAnswers answers;
    answers.steps[u"A15"_s] = StepAnswered{u"A15"_s, {u"none"_s}, u"splitter full"_s};
    answers.handBack = TicketHandedBack{u"no-resource"_s, u"no free port"_s};
    TicketBench bench;
    REQUIRE(bench.walkTo(State::HandedBack, answers));
    REQUIRE_FALSE(bench.act(ReviewDecided{ReviewDecision::Return, u"port 5 is free now"_s, {}}, kSupervisor));
    CHECK(bench.ticket().state == State::ToContact);
    CHECK(bench.ticket().returned);
    CHECK_FALSE(bench.ticket().handBack);
    CHECK(bench.walkTo(State::SignedOff));
    CHECK_FALSE(bench.ticket().returned);
}

TEST_CASE("after two appointments that came to nothing the office takes over", "[domain][exceptions][golden]")
{
    WalkAnswers answers;
    answers.missed = {AppointmentMissed{Cause::Customer, u"the customer is travelling"_s},
                      AppointmentMissed{Cause::Customer, u"the painter is in the flat"_s}};
    answers.handBack = TicketHandedBack{u"customer-not-ready"_s, u"both times moved by the customer"_s};
    TicketBench bench;
    walkAndCompare(bench, answers, State::HandedBack, u"exception-customer-not-ready.txt"_s);
    CHECK(bench.ticket().lostVisits == 2);
}

TEST_CASE("one lost appointment is no reason to give the ticket back", "[domain][exceptions]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Booked));
    REQUIRE_FALSE(bench.act(AppointmentMissed{Cause::Customer, u"the customer is travelling"_s}));
    const auto refusal = bench.act(TicketHandedBack{u"customer-not-ready"_s, u"moved"_s});
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::TooFewVisits);
    CHECK(refusal->rule == u"D15-21"_s);
}

TEST_CASE("a second time broken by us stands out", "[domain][exceptions][findings][golden]")
{
    WalkAnswers answers;
    answers.missed = {AppointmentMissed{Cause::Company, u"the visit before took longer"_s},
                      AppointmentMissed{Cause::Company, u"car broken down"_s}};
    TicketBench bench;
    walkAndCompare(bench, answers, State::SignedOff, u"exception-missed-twice.txt"_s);
    const auto all = findings(bench.ticket(), bench.history(), bench.catalogue());
    const auto twice = std::find_if(all.begin(), all.end(), [](const Finding &f) { return f.code == u"missed-twice"; });
    REQUIRE(twice != all.end());
    CHECK(twice->severity == Severity::Fail);
    CHECK(twice->rule == u"D15-27"_s);
    CHECK(twice->evidence.size() == 2);
}

TEST_CASE("a missed time needs a new call before the next one is agreed", "[domain][exceptions]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Travelling));
    REQUIRE_FALSE(bench.act(AppointmentMissed{Cause::Company, u"car broken down"_s}));
    CHECK(bench.ticket().state == State::ToContact);
    CHECK_FALSE(bench.ticket().appointment);
    const WallTime start = bench.clock().now() + std::chrono::hours(1);
    const auto refusal = bench.act(AppointmentBooked{{start, start}, u"王样本"_s, u"138 0000 0001"_s, true, {}});
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::NotReached);
}

TEST_CASE("money is taken as quoted and accepted, or not at all", "[domain][exceptions][golden]")
{
    WalkAnswers answers;
    answers.steps[u"W02"_s] = StepAnswered{u"W02"_s, {u"charged"_s}, {}};
    answers.charge = ChargeQuoted{60'00, u"20 m of network cable"_s, true};
    TicketBench bench;
    REQUIRE(bench.walkTo(State::HandedOver, answers));
    const auto more = bench.act(ChargeTaken{80'00, u"R-0001"_s});
    REQUIRE(more);
    CHECK(more->code == RefusalCode::DiffersFromQuotation);
    walkAndCompare(bench, answers, State::SignedOff, u"exception-charged.txt"_s);
    CHECK(bench.ticket().payment->payment.amountFen == 60'00);
    CHECK_FALSE(holds(codesOf(bench), u"charge-differs"_s));
}

TEST_CASE("money is taken after the hand-over", "[domain][exceptions]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Working));
    REQUIRE_FALSE(bench.act(ChargeQuoted{60'00, u"cable"_s, true}));
    const auto early = bench.act(ChargeTaken{60'00, u"R-0001"_s});
    REQUIRE(early);
    CHECK(early->code == RefusalCode::WrongState);
    REQUIRE(bench.walkTo(State::HandedOver));
    CHECK_FALSE(bench.act(ChargeTaken{60'00, u"R-0001"_s}));
}

TEST_CASE("an entry of money nobody quoted is seen by the supervisor", "[domain][exceptions][findings]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::SignedOff));
    bench.inject(ChargeTaken{80'00, u"R-0001"_s}, bench.technician(), kTechnician);
    CHECK(holds(codesOf(bench), u"charge-without-quotation"_s));
    bench.inject(ChargeQuoted{60'00, u"cable"_s, true}, bench.technician(), kTechnician);
    CHECK(holds(codesOf(bench), u"charge-differs"_s));
}

TEST_CASE("a customer who declines the price is not worked for", "[domain][exceptions][golden]")
{
    WalkAnswers answers;
    answers.steps[u"W02"_s] = StepAnswered{u"W02"_s, {u"declined"_s}, u"80 yuan for the cable"_s};
    answers.handBack = TicketHandedBack{u"charge-declined"_s, u"the customer asks the landlord first"_s};
    TicketBench bench;
    walkAndCompare(bench, answers, State::HandedBack, u"exception-charge-declined.txt"_s);
}

TEST_CASE("a complaint on the site is written down and passed on", "[domain][exceptions][golden]")
{
    WalkAnswers answers;
    answers.steps[u"H08"_s] = StepAnswered{u"H08"_s, {u"logged"_s}, {}};
    answers.enquiry =
        EnquiryRecorded{EnquiryKind::Complaint, u"the bill was wrong twice"_s, u"王样本"_s, u"138 0000 0001"_s, true};
    TicketBench bench;
    walkAndCompare(bench, answers, State::SignedOff, u"exception-complaint.txt"_s);
    CHECK(holds(codesOf(bench), u"enquiry"_s));
}

TEST_CASE("a question that is to be answered later keeps the hand-over open until it is written down",
          "[domain][exceptions]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::CleanedUp));
    REQUIRE_FALSE(bench.act(StepAnswered{u"H08"_s, {u"logged"_s}, {}}));
    const auto open = openItems(bench.ticket(), bench.catalogue(), {u"handover"_s});
    CHECK(std::any_of(open.begin(), open.end(), [](const OpenItem &item) { return item.step == u"H11"; }));
    const auto nameless = bench.act(EnquiryRecorded{EnquiryKind::Question, u"when is the new rate"_s, {}, {}, true});
    REQUIRE(nameless);
    CHECK(nameless->code == RefusalCode::NeedsContactData);
    REQUIRE_FALSE(bench.act(
        EnquiryRecorded{EnquiryKind::Question, u"when is the new rate"_s, u"王样本"_s, u"138 0000 0001"_s, false}));
    CHECK(holds(codesOf(bench), u"enquiry-not-passed-on"_s));
    CHECK(bench.walkTo(State::HandedOver));
}

TEST_CASE("a fault in the street is handed on and not closed as restored", "[domain][exceptions][golden]")
{
    WalkAnswers answers;
    answers.steps[u"T18"_s] = StepAnswered{u"T18"_s, {u"not-restored"_s}, u"the feeder is cut, line team by 18:00"_s};
    answers.handBack = TicketHandedBack{u"fault-remains"_s, u"line team has it, customer told"_s};
    TicketBench bench(test::repairOrder());
    walkAndCompare(bench, answers, State::HandedBack, u"exception-fault-remains.txt"_s);
    CHECK(bench.ticket().lostVisits == 0);
}

TEST_CASE("nobody leaves for good with the customer's things out of place", "[domain][exceptions]")
{
    TicketBench bench(test::repairOrder());
    REQUIRE(bench.walkTo(State::Working));
    REQUIRE_FALSE(bench.act(ItemMoved{u"i1"_s, u"shelf"_s, true}));
    const auto refusal = bench.act(TicketHandedBack{u"not-our-service"_s, u"another operator's line"_s});
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::ItemsNotRestored);
    REQUIRE_FALSE(bench.act(ItemRestored{u"i1"_s}));
    CHECK_FALSE(bench.act(TicketHandedBack{u"not-our-service"_s, u"another operator's line"_s}));
}

TEST_CASE("cancelling on the way stops the visit and keeps its record", "[domain][exceptions][golden]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Travelling));
    REQUIRE_FALSE(bench.act(TicketCancelled{u"the customer withdrew the order"_s}, kDispatcher));
    CHECK(bench.ticket().state == State::Cancelled);
    const auto refusal = bench.act(StateEntered{State::Arrived, {}, {}});
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::Cancelled);
    CHECK(bench.ticket().contacts.size() == 1);
    test::compareWithGolden(u"exception-cancelled.txt"_s, test::readableHistory(bench));
}

TEST_CASE("every state of the work has a way out that is not the sign-off", "[domain][exceptions]")
{
    for (const TicketKind &kind : {u"install"_s, u"relocate"_s, u"repair"_s, u"dismantle"_s}) {
        TicketOpened order = test::urbanOrder();
        order.kind = kind;
        TicketBench bench(order);
        REQUIRE(bench.walkTo(State::Booked));
        for (State state = State::Booked; state <= State::Working; state = bench.ticket().state) {
            INFO(kind.toStdString() << ' ' << toName(state).toStdString());
            const auto all = possibilities(bench.ticket(), bench.context());
            CHECK(std::any_of(all.begin(), all.end(), [](const Possibility &one) {
                return one.type == u"ticket.handed-back" && !one.refusal;
            }));
            if (state == State::Working)
                break;
            while (bench.ticket().state == state)
                REQUIRE(bench.step());
        }
    }
}

TEST_CASE("a ticket handed back while away starts anew when the office returns it", "[domain][exceptions]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Working));
    REQUIRE_FALSE(bench.act(VisitLeft{u"a ladder is missing"_s, bench.clock().now() + std::chrono::hours(1)}));
    REQUIRE_FALSE(bench.act(TicketHandedBack{u"not-our-service"_s, u"another operator's line"_s}));
    REQUIRE_FALSE(bench.act(ReviewDecided{ReviewDecision::Return, u"it is ours"_s, {}}, kSupervisor));
    CHECK_FALSE(bench.ticket().isAway());
    CHECK(bench.walkTo(State::SignedOff));
}

TEST_CASE("leaving is no news once another person has gone on", "[domain][exceptions]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::CleanedUp));
    bench.inject(VisitLeft{u"a ladder is missing"_s, bench.clock().now()}, bench.technician(), kTechnician);
    CHECK_FALSE(bench.ticket().isAway());
    CHECK(bench.walkTo(State::SignedOff));
}

TEST_CASE("who is away can promise another time, and a broken promise before it stays a finding",
          "[domain][exceptions][findings]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Working));
    REQUIRE_FALSE(bench.act(VisitLeft{u"a ladder is missing"_s, bench.clock().now() + std::chrono::hours(1)}));
    bench.clock().advance(std::chrono::hours(3));
    REQUIRE_FALSE(bench.act(VisitLeft{u"the depot is closed"_s, bench.clock().now() + std::chrono::hours(1)}));
    CHECK(bench.ticket().isAway());
    REQUIRE_FALSE(bench.act(VisitResumed{}));
    CHECK(holds(codesOf(bench), u"deadline-missed"_s));
    CHECK(bench.walkTo(State::SignedOff));
}

TEST_CASE("a second visit gives its own evidence", "[domain][exceptions]")
{
    TicketBench bench(test::repairOrder());
    WalkAnswers answers;
    answers.steps[u"T18"_s] = StepAnswered{u"T18"_s, {u"not-restored"_s}, u"the feeder is cut"_s};
    answers.handBack = TicketHandedBack{u"fault-remains"_s, u"line team has it"_s};
    REQUIRE(bench.walkTo(State::HandedBack, answers));
    const std::size_t photos = bench.ticket().photos.size();
    REQUIRE(photos > 0);
    REQUIRE_FALSE(bench.act(ReviewDecided{ReviewDecision::Return, u"feeder spliced"_s, {}}, kSupervisor));
    REQUIRE(bench.walkTo(State::Working));
    CHECK(bench.ticket().readings.empty());
    CHECK_FALSE(isSettled(*bench.catalogue().step(u"T02"_s), bench.ticket()));
    REQUIRE(bench.walkTo(State::SignedOff));
    CHECK(bench.ticket().photos.size() == 2 * photos + 1); // nothing of the first visit is dropped
}

TEST_CASE("a correction after a return is no later sign-off", "[domain][exceptions][deadlines]")
{
    TicketOpened order = test::urbanOrder();
    order.promisedBy = TicketBench().clock().now() + std::chrono::hours(8);
    TicketBench bench(order);
    REQUIRE(bench.walkTo(State::SignedOff));
    bench.clock().advance(std::chrono::hours(24));
    REQUIRE_FALSE(bench.act(ReviewDecided{ReviewDecision::Return, u"label blurred"_s, {}}, kSupervisor));
    REQUIRE(bench.walkTo(State::SignedOff)); // without a reason
    CHECK_FALSE(holds(codesOf(bench), u"deadline-missed"_s));
}

TEST_CASE("a wish beyond the order does not stand for the question to be answered", "[domain][exceptions]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::CleanedUp));
    REQUIRE_FALSE(bench.act(EnquiryRecorded{EnquiryKind::OutOfScope, u"move the shelf"_s, {}, {}, false}));
    REQUIRE_FALSE(bench.act(StepAnswered{u"H08"_s, {u"logged"_s}, {}}));
    CHECK_FALSE(isSettled(*bench.catalogue().step(u"H11"_s), bench.ticket()));
}

TEST_CASE("a signature before the trial and a long silent visit are findings", "[domain][exceptions][findings]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Working));
    bench.clock().advance(std::chrono::hours(5));
    bench.inject(bench.signature(SignerRole::Customer), bench.technician(), kTechnician);
    bench.clock().advance(std::chrono::minutes(1));
    REQUIRE(bench.walkTo(State::HandedOver));
    CHECK(holds(codesOf(bench), u"signed-before-trial"_s));
    CHECK(holds(codesOf(bench), u"long-visit"_s));
}
