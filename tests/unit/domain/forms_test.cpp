// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document_edits.h"

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/files.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/forms.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using test::TicketBench;

namespace {

QByteArray formsBytes()
{
    return test::bytesOf(u":/ruhu/papers/forms.json"_s);
}

Form form(const QString &id)
{
    const auto forms = readForms(formsBytes());
    REQUIRE(forms);
    const Form *found = forms->form(id);
    REQUIRE(found);
    return *found;
}

FilledForm ofVisit(const QString &id, const TicketBench &bench)
{
    return fillForm(form(id), visitFacts(bench.ticket(), bench.catalogue()));
}

QString formsRefuse(const QByteArray &from, const QByteArray &to)
{
    return refusedMember(readForms(changed(formsBytes(), from, to)));
}

} // namespace

TEST_CASE("the sixteen papers of the service code are described once each, in both languages", "[domain][forms]")
{
    const auto forms = readForms(formsBytes());
    REQUIRE(forms);
    REQUIRE(forms->forms.size() == 16);
    for (std::size_t i = 0; i < forms->forms.size(); ++i) {
        CHECK(forms->forms[i].id == u"FM%1"_s.arg(i + 1));
        CHECK_FALSE(forms->forms[i].rules.empty());
    }
}

TEST_CASE("a broken description of a paper is refused with the path of the bad member", "[domain][forms]")
{
    CHECK(formsRefuse("\"about\": \"visit\"", "\"about\": \"weather\"") == u"forms[0].about"_s);
    CHECK(formsRefuse("\"zh\": \"施工单\"", "\"zh\": \"\"") == u"forms[0].title"_s);
    CHECK(formsRefuse("\"name\": \"customer\"", "\"name\": \"number\"") == u"forms[0].members[1].name"_s);
    CHECK(formsRefuse("\"from\": \"order.number\"", "\"from\": \"\"") == u"forms[0].members[0].from"_s);
    CHECK(formsRefuse("\"kind\": \"callback\"", "\"kind\": \"\"") == u"forms[11].kind"_s);
    CHECK(formsRefuse("\"id\": \"FM2\"", "\"id\": \"FM1\"") == u"forms[1].id"_s);
}

TEST_CASE("a finished install fills work order, opinion letter, test report and warranty slip", "[domain][forms]")
{
    WalkAnswers answers;
    answers.steps[u"H06"_s] = {u"H06"_s, {u"given"_s}, {}};
    TicketBench bench;
    REQUIRE(bench.walkTo(State::SignedOff, answers));
    for (const QString &id : {u"FM1"_s, u"FM2"_s, u"FM5"_s, u"FM6"_s, u"FM11"_s}) {
        const FilledForm filled = ofVisit(id, bench);
        CAPTURE(id, filled.missing);
        CHECK(filled.missing.empty());
        CHECK(filled.content.text(u"number") == bench.ticket().order.number);
    }
    // Every reading comes with its unit and where its limit is from.
    const FilledForm report = ofVisit(u"FM5"_s, bench);
    const auto &readings = report.content.items(u"readings");
    REQUIRE(readings.size() == bench.ticket().readings.size());
    for (const Json &reading : readings) {
        CHECK(reading.text(u"unit"));
        CHECK(reading.text(u"confidence"));
        CHECK(reading.text(u"verdict"));
    }
}

TEST_CASE("a paper says what it lacks instead of showing a blank", "[domain][forms]")
{
    const TicketBench bench;
    CHECK(ofVisit(u"FM1"_s, bench).missing
          == std::vector{u"appointment"_s, u"arrival"_s, u"customerSignature"_s, u"technicianSignature"_s});
    CHECK(ofVisit(u"FM8"_s, bench).missing == std::vector{u"amount"_s, u"receipt"_s});
    CHECK(ofVisit(u"FM5"_s, bench).missing == std::vector{u"readings"_s, u"date"_s});
}

TEST_CASE("a signature that no longer counts is on no paper", "[domain][forms]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::SignedOff));
    REQUIRE_FALSE(bench.act(ReviewDecided{ReviewDecision::Return, u"once more"_s, {}, {}}, kSupervisor));
    const auto missing = ofVisit(u"FM1"_s, bench).missing;
    CHECK(std::find(missing.begin(), missing.end(), u"technicianSignature"_s) != missing.end());
}

TEST_CASE("quotation, receipt and first-enquiry record carry what was agreed and said", "[domain][forms]")
{
    WalkAnswers answers;
    answers.steps[u"W02"_s] = {u"W02"_s, {u"charged"_s}, u"extension"_s};
    answers.charge = ChargeQuoted{12'000, u"Extension to the study"_s, true};
    answers.steps[u"H08"_s] = {u"H08"_s, {u"logged"_s}, {}};
    answers.enquiry = EnquiryRecorded{EnquiryKind::Question, u"Faster in the cellar?"_s, u"王样本"_s, u"138"_s, true};
    TicketBench bench;
    REQUIRE(bench.walkTo(State::SignedOff, answers));
    CHECK(ofVisit(u"FM7"_s, bench).content.integer(u"amount") == 12'000);
    CHECK(ofVisit(u"FM7"_s, bench).missing.empty());
    CHECK(ofVisit(u"FM8"_s, bench).missing.empty());
    CHECK(ofVisit(u"FM9"_s, bench).content.items(u"enquiries").size() == 1);
}

TEST_CASE("an abnormal hand-over lists the calls and what was found", "[domain][forms]")
{
    WalkAnswers answers;
    answers.steps[u"A05"_s] = {u"A05"_s, {u"remote"_s}, u"restarted from the exchange"_s};
    answers.handBack = TicketHandedBack{u"remote-fix"_s, u"Light is back, the customer confirms."_s};
    TicketBench bench(test::repairOrder());
    REQUIRE(bench.walkTo(State::HandedBack, answers));
    const FilledForm filled = ofVisit(u"FM10"_s, bench);
    CHECK(filled.missing.empty());
    CHECK(filled.content.text(u"way") == u"remote-fix"_s);
    CHECK_FALSE(filled.content.items(u"contacts").empty());
}

TEST_CASE("the day's plan has the visits of that day where customers live, in order", "[domain][forms]")
{
    TicketBench first;
    REQUIRE(first.walkTo(State::Booked));
    Ticket later = first.ticket();
    later.order.number = u"IN-1125-002"_s;
    later.appointment->appointment.window.start += std::chrono::hours(2);
    Ticket nextDay = first.ticket();
    nextDay.appointment->appointment.window.start += std::chrono::hours(24);
    const Json facts =
        dayFacts(u"2026-11-25"_s, u"方立春"_s, {later, nextDay, first.ticket()}, first.catalogue().calendar);
    const FilledForm plan = fillForm(form(u"FM13"_s), facts);
    CHECK(plan.missing.empty());
    const auto &tickets = plan.content.items(u"tickets");
    REQUIRE(tickets.size() == 2);
    CHECK(tickets[0].text(u"number") == first.ticket().order.number);
    CHECK(tickets[1].text(u"number") == u"IN-1125-002"_s);
    CHECK(fillForm(form(u"FM13"_s), dayFacts(u"2026-11-27"_s, u"方立春"_s, {later}, first.catalogue().calendar)).missing
          == std::vector{u"tickets"_s});
}

TEST_CASE("a callback's paper needs the number of the recording", "[domain][forms]")
{
    OfficeCase call;
    call.opening.number = u"CB-000001"_s;
    call.opening.customerName = u"王样本"_s;
    call.fields = {{u"reason"_s, u"Absent twice"_s}, {u"result"_s, u"later"_s}};
    CHECK(fillForm(form(u"FM12"_s), caseFacts(call)).missing == std::vector{u"recording"_s});
    call.fields[u"recording"_s] = u"R-1"_s;
    CHECK(fillForm(form(u"FM12"_s), caseFacts(call)).missing.empty());
    CHECK(fillForm(form(u"FM15"_s), listFacts({call})).content.items(u"cases").size() == 1);
    CHECK(fillForm(form(u"FM15"_s), listFacts({})).missing == std::vector{u"cases"_s});
}

TEST_CASE("the code in brief has every stage and what never happens", "[domain][forms]")
{
    const FilledForm brief = fillForm(form(u"FM16"_s), codeFacts(test::ftthInstall()));
    CHECK(brief.missing.empty());
    CHECK(brief.content.items(u"stages").size() == test::ftthInstall().stages.size());
    CHECK(brief.content.items(u"conduct").size() == test::ftthInstall().conduct.size());
}
