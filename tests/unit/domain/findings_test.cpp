// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/findings.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using std::chrono::minutes;
using test::TicketBench;

namespace {

std::vector<Finding> of(const TicketBench &bench)
{
    return findings(bench.ticket(), bench.history(), bench.catalogue());
}

std::optional<Finding> find(const TicketBench &bench, const QString &code)
{
    for (const Finding &finding : of(bench)) {
        if (finding.code == code)
            return finding;
    }
    return {};
}

void arriveLate(TicketBench &bench, int late, bool announced)
{
    REQUIRE(bench.walkTo(State::Travelling));
    if (announced) {
        REQUIRE_FALSE(bench.act(LateAnnounced{late, u"traffic"_s, true}));
        bench.clock().advance(minutes(1));
    }
    bench.clock().setWall(bench.ticket().appointment->appointment.window.start + minutes(late));
    REQUIRE_FALSE(bench.act(StateEntered{State::Arrived, u"traffic"_s, {}}));
}

} // namespace

TEST_CASE("a routine visit is clean", "[domain][findings]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::SignedOff));
    CHECK(of(bench).empty());
    CHECK(riskScore(of(bench)) == 0);
}

TEST_CASE("a late arrival is found with its minutes and without a notice twice", "[domain][findings]")
{
    TicketBench bench;
    arriveLate(bench, 23, false);
    const auto deviation = find(bench, u"arrival-deviation"_s);
    REQUIRE(deviation);
    CHECK(deviation->rule == u"D15-24"_s);
    CHECK(deviation->args.front() == std::pair(u"minutes"_s, u"23"_s));
    CHECK(deviation->evidence.front() == bench.ticket().arrival->stamp.event);
    CHECK(find(bench, u"late-notice-missing"_s));

    TicketBench told;
    arriveLate(told, 23, true);
    CHECK(find(told, u"arrival-deviation"_s));
    CHECK_FALSE(find(told, u"late-notice-missing"_s));
}

TEST_CASE("an early arrival needs no notice", "[domain][findings]")
{
    TicketBench bench;
    arriveLate(bench, -14, false);
    CHECK(find(bench, u"arrival-deviation"_s));
    CHECK_FALSE(find(bench, u"late-notice-missing"_s));
}

TEST_CASE("an appointment written down long after the call is found", "[domain][findings]")
{
    TicketBench bench;
    REQUIRE_FALSE(bench.act(ContactRecorded{}));
    bench.clock().advance(minutes(6));
    REQUIRE(bench.walkTo(State::Booked));
    const auto late = find(bench, u"booking-recorded-late"_s);
    REQUIRE(late);
    CHECK(late->evidence.size() == 2);
    CHECK(late->rule == u"D15-13"_s);
}

TEST_CASE("readings outside and near the limit are found", "[domain][findings]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Working));
    REQUIRE_FALSE(bench.act(ReadingRecorded{u"opt_rx"_s, -2790, u"old cable"_s, {}, {}}));
    REQUIRE_FALSE(bench.act(ReadingRecorded{u"drop_len"_s, 180, {}, {}, {}}));
    const auto out = find(bench, u"reading-out-of-limits"_s);
    REQUIRE(out);
    CHECK(out->severity == Severity::Fail);
    CHECK(out->subject == u"opt_rx"_s);
    CHECK(out->args.back() == std::pair(u"reason"_s, u"old cable"_s));
    const auto near = find(bench, u"reading-near-limit"_s);
    REQUIRE(near);
    CHECK(near->severity == Severity::Info);
    CHECK(of(bench).front().code == u"reading-out-of-limits"_s);
    CHECK(riskScore(of(bench)) == 101);
    REQUIRE_FALSE(bench.act(ReadingRecorded{u"opt_rx"_s, -2000, {}, {}, {}}));
    CHECK_FALSE(find(bench, u"reading-out-of-limits"_s));
}

TEST_CASE("skipped steps and missing photos are found under their own names", "[domain][findings]")
{
    TicketBench bench;
    REQUIRE_FALSE(bench.act(StepSkipped{u"A14"_s, u"no time"_s}));
    REQUIRE(bench.walkTo(State::Arrived));
    REQUIRE_FALSE(bench.act(StepSkipped{u"C11"_s, u"too dark"_s}));
    const auto step = find(bench, u"step-skipped"_s);
    REQUIRE(step);
    CHECK(step->subject == u"A14"_s);
    const auto photo = find(bench, u"photo-missing"_s);
    REQUIRE(photo);
    CHECK(photo->subject == u"C11"_s);
    REQUIRE_FALSE(bench.act(bench.photo(u"C11"_s)));
    CHECK_FALSE(find(bench, u"photo-missing"_s));
}

TEST_CASE("an answer that does not pass is found even where the way on stays open", "[domain][findings]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Admitted));
    REQUIRE_FALSE(bench.act(StepAnswered{u"C12"_s, {u"missing"_s}, {}}));
    const auto terminal = find(bench, u"step-not-passed"_s);
    REQUIRE(terminal);
    CHECK(terminal->subject == u"C12"_s);
    CHECK(terminal->rule == u"D15-91"_s);
    CHECK(terminal->severity == Severity::Warn);
    CHECK(terminal->evidence.front() == bench.ticket().steps.at(u"C12"_s).stamp.event);
    REQUIRE_FALSE(bench.act(StepAnswered{u"C12"_s, {u"licensed"_s}, {}}));
    CHECK_FALSE(find(bench, u"step-not-passed"_s));

    WalkAnswers answers;
    answers.steps[u"T13"_s] = StepAnswered{u"T13"_s, {u"faulty"_s}, u"no replay"_s};
    REQUIRE(bench.walkTo(State::SignedOff, answers));
    const auto television = find(bench, u"step-not-passed"_s);
    REQUIRE(television);
    CHECK(television->rule == u"P-TV-02"_s);
    CHECK(television->args
          == std::vector<std::pair<QString, QString>>{{u"options"_s, u"faulty"_s}, {u"note"_s, u"no replay"_s}});
}

TEST_CASE("a sign-off past open blocking steps is found", "[domain][findings]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Working));
    bench.inject(StateEntered{State::SignedOff, {}, {}}, bench.technician(), kTechnician);
    const auto list = of(bench);
    const auto has = [&](const QString &code, const QString &subject) {
        return std::any_of(list.begin(), list.end(), [&](const Finding &finding) {
            return finding.code == code && finding.subject == subject && finding.severity == Severity::Fail;
        });
    };
    CHECK(has(u"skipped-state"_s, u"tested"_s));
    CHECK(has(u"skipped-state"_s, u"T01"_s));
    CHECK(has(u"photo-missing"_s, u"K02"_s));
    CHECK_FALSE(has(u"skipped-state"_s, u"arrived"_s));
}

TEST_CASE("few strokes and a dissatisfied customer are found", "[domain][findings]")
{
    TicketBench bench;
    WalkAnswers answers;
    answers.rating = RatingGiven{Rating::Dissatisfied, u"two hours"_s};
    REQUIRE(bench.walkTo(State::HandedOver, answers));
    while (!bench.ticket().rating)
        REQUIRE(bench.step(answers));
    SignatureGiven signature = bench.signature(SignerRole::Customer);
    signature.strokeCount = 2;
    REQUIRE_FALSE(bench.act(signature));
    const auto few = find(bench, u"few-strokes"_s);
    REQUIRE(few);
    CHECK(few->subject == u"customer"_s);
    REQUIRE(find(bench, u"dissatisfied"_s));
    CHECK(find(bench, u"dissatisfied"_s)->args.front().second == u"two hours"_s);
}

TEST_CASE("a clock that went back is found on the device it happened", "[domain][findings]")
{
    TicketBench bench;
    REQUIRE_FALSE(bench.act(ContactRecorded{ContactOutcome::NoAnswer, {}}));
    bench.clock().setWall(bench.clock().now() - std::chrono::seconds(30));
    REQUIRE_FALSE(bench.act(ContactRecorded{ContactOutcome::NoAnswer, {}}));
    CHECK_FALSE(find(bench, u"clock-went-back"_s)); // a correction by a time server
    bench.clock().setWall(bench.clock().now() - minutes(10));
    REQUIRE_FALSE(bench.act(ContactRecorded{ContactOutcome::NoAnswer, {}}));
    const auto back = find(bench, u"clock-went-back"_s);
    REQUIRE(back);
    CHECK(back->args.front() == std::pair(u"seconds"_s, u"600"_s));
}

TEST_CASE("refused entry at the door is found", "[domain][findings]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::Arrived));
    REQUIRE_FALSE(bench.act(AdmissionRecorded{Admission::Refused, u"called"_s, NotAdmittedNext::Wait}));
    const auto refused = find(bench, u"not-admitted"_s);
    REQUIRE(refused);
    CHECK(refused->args.front().second == u"refused"_s);
}

TEST_CASE("an unknown entry is found", "[domain][findings]")
{
    TicketBench bench;
    bench.inject(UnknownPayload{u"drone.landed"_s, {}}, bench.dispatcher(), kOfficeItself);
    const auto unknown = find(bench, u"unknown-event"_s);
    REQUIRE(unknown);
    CHECK(unknown->subject == u"drone.landed"_s);
}

TEST_CASE("the content shown to the customer has a fixed order and no office words", "[domain][content]")
{
    TicketBench bench;
    REQUIRE(bench.walkTo(State::SignedOff));
    const Json content = workOrderContent(bench.ticket(), bench.catalogue());
    QStringList keys;
    for (const auto &member : content.object())
        keys.append(member.first);
    CHECK(keys
          == QStringList{u"v"_s, u"ticket"_s, u"order"_s, u"appointment"_s, u"arrival"_s, u"steps"_s, u"readings"_s,
                         u"photos"_s, u"items"_s, u"rating"_s, u"materials"_s});
    CHECK(content.items(u"steps").front().text(u"step") == u"A01"_s);
    CHECK(content.items(u"readings").front().text(u"measure") == u"opt_rx"_s);
    const QByteArray before = writeJson(content);
    REQUIRE_FALSE(bench.act(ReviewDecided{ReviewDecision::Return, u"secret comment"_s, {}}, kSupervisor));
    CHECK(writeJson(workOrderContent(bench.ticket(), bench.catalogue())) == before);
}
