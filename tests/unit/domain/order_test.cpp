// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/codec.h>
#include <ruhu/domain/deadlines.h>
#include <ruhu/domain/findings.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using std::chrono::hours;
using test::TicketBench;

// What the order says and what the customer says: wishes, postponements, renewing, where to, opinions.

namespace {

std::optional<Finding> find(const TicketBench &bench, const QString &code)
{
    const auto all = findings(bench.ticket(), bench.history(), bench.catalogue());
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Finding &finding) { return finding.code == code; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

bool runs(TicketBench &bench, const QString &id)
{
    const auto all = deadlines(bench.ticket(), bench.catalogue(), bench.clock().now());
    return std::any_of(all.begin(), all.end(),
                       [&](const Deadline &deadline) { return deadline.id == id && !deadline.ended; });
}

TicketOpened orderOf(TicketKind kind)
{
    TicketOpened order = test::urbanOrder(u"RE-1125-001"_s);
    order.kind = kind;
    return order;
}

bool asks(const TicketBench &bench, const QString &step)
{
    return appliesTo(*bench.catalogue().step(step), bench.ticket());
}

} // namespace

TEST_CASE("an order without the newer fields has the bytes it always had", "[domain][order]")
{
    const Json body = encodePayload(test::urbanOrder());
    for (const QString &name : {u"faultCode"_s, u"faultText"_s, u"reportedAt"_s, u"contactName"_s, u"contactPhone"_s,
                                u"serviceNumber"_s, u"contractUntil"_s, u"bandwidth"_s, u"tierMark"_s}) {
        INFO(name.toStdString());
        CHECK_FALSE(body.find(name));
    }
    CHECK_FALSE(encodePayload(AppointmentBooked{{}, u"x"_s, u"1"_s, true, {}}).find(u"reason"_s));
}

TEST_CASE("the four hours for the first call count from the customer's report", "[domain][order][deadlines]")
{
    TicketOpened order = orderOf(u"repair"_s);
    order.reportedAt = order.acceptedAt - hours(1);
    const TicketBench bench(order);
    const auto all = deadlines(bench.ticket(), bench.catalogue(), order.acceptedAt);
    const auto call =
        std::find_if(all.begin(), all.end(), [](const Deadline &d) { return d.id == u"first-contact"_s; });
    REQUIRE(call != all.end());
    CHECK(call->due == order.acceptedAt + hours(3));
}

TEST_CASE("stars and cards of the operator become a tier", "[domain][order][catalogue]")
{
    const Catalogue &catalogue = test::ftthInstall();
    CHECK(catalogue.tierOf(u"SVIP"_s) == Tier::Gold);
    CHECK(catalogue.tierOf(u"七星"_s) == Tier::Gold);
    CHECK(catalogue.tierOf(u"三星"_s) == Tier::Standard);
    CHECK_FALSE(catalogue.tierOf(u"platinum"_s));
    CHECK_FALSE(catalogue.tierOf({}));
}

TEST_CASE("a time that is not the customer's is agreed with a reason and seen by the supervisor",
          "[domain][appointment][findings]")
{
    TicketBench bench;
    REQUIRE_FALSE(bench.act(ContactRecorded{}));
    REQUIRE_FALSE(bench.act(StepsConfirmed{{u"A01"_s, u"A14"_s}}));
    REQUIRE_FALSE(bench.act(StepAnswered{u"A15"_s, {u"available"_s}, {}}));
    const WallTime start = bench.clock().now() + hours(1);
    AppointmentBooked booking{{start, start}, u"王样本"_s, u"138 0000 0001"_s, false, {}};
    const auto refusal = bench.act(booking);
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::NeedsReason);
    CHECK(refusal->rule == u"D15-08"_s);
    booking.reason = u"no splicer free on Monday"_s;
    REQUIRE_FALSE(bench.act(booking));
    CHECK(bench.ticket().appointment->appointment.reason == u"no splicer free on Monday"_s);
    const auto finding = find(bench, u"customers-time-not-taken"_s);
    REQUIRE(finding);
    CHECK(finding->severity == Severity::Info);
    CHECK(finding->args.front().second == u"no splicer free on Monday"_s);
}

TEST_CASE("a ticket the customer put off rests until the next call", "[domain][postponed][deadlines]")
{
    TicketOpened order = orderOf(u"repair"_s);
    order.acceptedAt = TicketBench().clock().now();
    TicketBench bench(order);
    CHECK_FALSE(bench.ticket().isPostponed());
    CHECK(runs(bench, u"first-contact"_s));
    CHECK(runs(bench, u"repair-urban"_s));
    REQUIRE_FALSE(bench.act(ContactRecorded{ContactOutcome::Postponed, u"rooms are being painted"_s}));
    CHECK(bench.ticket().isPostponed());
    CHECK_FALSE(runs(bench, u"first-contact"_s));
    CHECK_FALSE(runs(bench, u"repair-urban"_s));
    REQUIRE_FALSE(bench.act(ContactRecorded{}));
    CHECK_FALSE(bench.ticket().isPostponed());
    CHECK_FALSE(runs(bench, u"first-contact"_s)); // the customer was spoken to in time
    CHECK(runs(bench, u"repair-urban"_s));
    CHECK(bench.walkTo(State::Booked));
}

TEST_CASE("the contract's end is near within the days of the catalogue and after it", "[domain][renewal]")
{
    TicketOpened order = test::urbanOrder();
    CHECK_FALSE(TicketBench(order).ticket().contractEndsWithin(60, order.acceptedAt));
    order.contractUntil = order.acceptedAt + hours(24 * 60);
    const TicketBench bench(order);
    const std::int64_t days = bench.catalogue().renewalNoticeDays;
    CHECK(days == 60);
    CHECK(bench.ticket().contractEndsWithin(days, order.acceptedAt));
    CHECK_FALSE(bench.ticket().contractEndsWithin(days, order.acceptedAt - hours(1)));
    CHECK(bench.ticket().contractEndsWithin(days, order.acceptedAt + hours(24 * 90)));
}

TEST_CASE("whoever is interested is asked whether that may be used for an offer", "[domain][renewal]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::CleanedUp));
    CHECK_FALSE(asks(bench, u"H12"_s));
    REQUIRE_FALSE(bench.act(StepAnswered{u"H10"_s, {u"interested"_s}, u"500M"_s}));
    CHECK(asks(bench, u"H12"_s));
    const auto refusal = bench.act(StepsConfirmed{{u"H12"_s}});
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::WrongStepKind); // nobody ticks a consent together with other things
    const auto open = openItems(bench.ticket(), bench.catalogue(), {u"handover"_s});
    CHECK(std::any_of(open.begin(), open.end(), [](const OpenItem &item) { return item.step == u"H12"_s; }));
    REQUIRE(bench.walkTo(State::HandedOver));
    CHECK(bench.ticket().steps.at(u"H12"_s).options == std::vector<QString>{u"no"_s}); // routine never agrees
    REQUIRE_FALSE(bench.act(StepAnswered{u"H12"_s, {u"yes"_s}, {}}));
}

TEST_CASE("a customer who leaves may say where to", "[domain][dismantle]")
{
    TicketBench bench(orderOf(u"dismantle"_s));
    REQUIRE(bench.walkTo(State::Working));
    REQUIRE(asks(bench, u"G08"_s));
    REQUIRE_FALSE(bench.act(StepAnswered{u"G08"_s, {u"mobile"_s}, {}}));
    REQUIRE_FALSE(bench.act(StepAnswered{u"G08"_s, {u"not-said"_s}, {}}));
    CHECK_FALSE(asks(TicketBench(), u"G08"_s));
    CHECK(TicketBench(orderOf(u"dismantle"_s)).walkTo(State::SignedOff)); // and may say nothing
}

TEST_CASE("a cable too near to a gas or heating pipe is written down and keeps nobody", "[domain][cable][findings]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Working));
    REQUIRE(asks(bench, u"W19"_s));
    const auto refusal = bench.act(StepAnswered{u"W19"_s, {u"closer"_s}, {}});
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::NeedsNote);
    REQUIRE_FALSE(bench.act(StepAnswered{u"W19"_s, {u"closer"_s}, u"80 mm at the boiler"_s}));
    REQUIRE(bench.walkTo(State::SignedOff));
    const auto finding = find(bench, u"step-not-passed"_s);
    REQUIRE(finding);
    CHECK(finding->rule == u"P-CAB-04"_s);
}

TEST_CASE("the optical class decides the limits, and a reading keeps those it was judged by", "[domain][limits]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Working));
    const Measure &received = *bench.catalogue().measure(u"opt_rx"_s);
    const Measure &sent = *bench.catalogue().measure(u"opt_tx"_s);
    CHECK(limitsFor(received, bench.ticket()) == received.limits);
    REQUIRE_FALSE(bench.act(StepAnswered{u"T20"_s, {u"xgs-pon"_s}, {}}));
    CHECK(limitsFor(received, bench.ticket()) == Limits{-2800, -900, -2500, std::nullopt});
    CHECK(limitsFor(sent, bench.ticket()) == Limits{400, 900, std::nullopt, std::nullopt});
    REQUIRE(variantFor(received, bench.ticket()));
    CHECK(variantFor(received, bench.ticket())->source.contains(u"P-OPT-02"_s));
    REQUIRE_FALSE(bench.act(ReadingRecorded{u"opt_rx"_s, -2750, {}, {}, {}}));
    CHECK(bench.ticket().readings.at(u"opt_rx"_s).reading.verdict == Verdict::Warn);
    REQUIRE_FALSE(bench.act(StepAnswered{u"T20"_s, {u"gpon-c"_s}, {}}));
    CHECK(limitsFor(received, bench.ticket()).failLow == -3000);
    CHECK(limitsFor(sent, bench.ticket()) == sent.limits);
    CHECK(bench.ticket().readings.at(u"opt_rx"_s).reading.limits.failLow == -2800);
    REQUIRE_FALSE(bench.act(StepAnswered{u"T20"_s, {u"gpon-b"_s}, {}}));
    CHECK(bench.act(ReadingRecorded{u"opt_rx"_s, -2750, {}, {}, {}})->code == RefusalCode::OutOfLimitsNeedsReason);
}

TEST_CASE("an opinion letter is given, taken back under its number or declined", "[domain][opinion]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::HandedOver));
    const auto refusal = bench.act(StepAnswered{u"S12"_s, {u"taken-back"_s}, {}});
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::NeedsNote);
    REQUIRE_FALSE(bench.act(StepAnswered{u"S12"_s, {u"taken-back"_s}, u"YJ-000731"_s}));
    REQUIRE_FALSE(bench.act(StepAnswered{u"S12"_s, {u"declined"_s}, {}}));
    REQUIRE_FALSE(bench.act(StepSkipped{u"S12"_s, u"no form left"_s})); // asked for, but nobody is kept by it
    CHECK(bench.walkTo(State::SignedOff));
}

TEST_CASE("a satisfied customer's words are kept and shown with the rating", "[domain][opinion]")
{
    TicketBench bench;
    WalkAnswers answers;
    answers.rating = RatingGiven{Rating::Satisfied, u"quick and clean, thank you"_s};
    REQUIRE(bench.walkTo(State::SignedOff, answers));
    CHECK(bench.ticket().rating->rating.reason == u"quick and clean, thank you"_s);
    CHECK(writeJson(workOrderContent(bench.ticket(), bench.catalogue())).contains("quick and clean"));
}
