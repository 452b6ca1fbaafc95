// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/figures.h>

#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using std::chrono::hours;
using std::chrono::minutes;
using test::TicketBench;

namespace {

QByteArray shippedDocument()
{
    QFile file(u":/ruhu/office/figures.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

FigureSet shipped()
{
    const auto set = readFigures(shippedDocument());
    REQUIRE(set);
    return *set;
}

/// 25 November 2026 in China; the day of every bench.
Period theDay()
{
    return {test::moment(u"2026-11-25T00:00:00"_s), test::moment(u"2026-11-26T00:00:00"_s)};
}

const FigureCount &countOf(const OfficeReport &report, const QString &id)
{
    const auto found = std::find_if(report.figures.begin(), report.figures.end(),
                                    [&](const FigureCount &count) { return count.figure.limit.id == id; });
    REQUIRE(found != report.figures.end());
    return *found;
}

ReportedTicket reported(const TicketBench &bench)
{
    return {bench.ticket(), &bench.catalogue(), findings(bench.ticket(), bench.history(), bench.catalogue())};
}

/// A fault reported at eight in the morning, the first call so many minutes later.
TicketBench calledAfter(std::int64_t later, std::uint64_t seed)
{
    TicketOpened order = test::urbanOrder(u"F-"_s + QString::number(seed));
    order.kind = u"repair"_s;
    order.acceptedAt = test::moment(u"2026-11-25T08:00:00"_s);
    TicketBench bench(order, seed);
    bench.clock().setWall(order.acceptedAt + minutes(later));
    REQUIRE_FALSE(bench.act(ContactRecorded{}));
    return bench;
}

/// Agreed for ten o'clock, at the door so many minutes later.
TicketBench arrivedAfter(std::int64_t later, std::uint64_t seed)
{
    TicketBench bench(test::urbanOrder(u"G-"_s + QString::number(seed)), seed);
    WalkAnswers answers;
    const WallTime ten = test::moment(u"2026-11-25T10:00:00"_s);
    answers.appointment = AppointmentBooked{{ten, ten}, u"王样本"_s, u"138 0000 0001"_s, true, {}};
    answers.arrivalReason = u"traffic"_s;
    REQUIRE(bench.walkTo(State::Travelling, answers));
    bench.clock().setWall(ten + minutes(later));
    REQUIRE_FALSE(bench.act(StateEntered{State::Arrived, u"traffic"_s, {}}));
    return bench;
}

OfficeReport reportOf(std::vector<ReportedTicket> tickets, WallTime now = test::moment(u"2026-11-30T12:00:00"_s))
{
    return officeReport(tickets, shipped(), theDay(), now);
}

} // namespace

TEST_CASE("the first call within half an hour is a rate of the calls that were due", "[domain][figures]")
{
    // 30 minutes is in time, 31 is not; 5 hours is not within four hours either.
    const OfficeReport report = reportOf({reported(calledAfter(10, 1)), reported(calledAfter(30, 2)),
                                          reported(calledAfter(31, 3)), reported(calledAfter(300, 4))});
    const FigureCount &half = countOf(report, u"contact-30"_s);
    CHECK(half.kept == 2);
    CHECK(half.broken == 2);
    CHECK(half.permille() == 500);
    CHECK_FALSE(half.isReached()); // the office has set no target
    const FigureCount &four = countOf(report, u"contact-fault"_s);
    CHECK(four.kept == 3);
    CHECK(four.broken == 1);
    CHECK(four.permille() == 750);
    CHECK(four.isReached() == false); // 100 % is asked for
}

TEST_CASE("an appointment is kept within ten and within thirty minutes", "[domain][figures]")
{
    // On the minute, ten, eleven, thirty and thirty-one minutes late.
    std::vector<ReportedTicket> tickets;
    std::uint64_t seed = 1;
    for (const std::int64_t late : {0, 10, 11, 30, 31})
        tickets.push_back(reported(arrivedAfter(late, seed++)));
    const OfficeReport report = reportOf(tickets);
    CHECK(countOf(report, u"kept-10"_s).kept == 2);
    CHECK(countOf(report, u"kept-10"_s).broken == 3);
    CHECK(countOf(report, u"kept-10"_s).permille() == 400);
    CHECK(countOf(report, u"kept-30"_s).kept == 4);
    CHECK(countOf(report, u"kept-30"_s).broken == 1);
    CHECK(countOf(report, u"kept-30"_s).permille() == 800);
    CHECK(countOf(report, u"kept-30"_s).isReached() == false); // 90 % is asked for
}

TEST_CASE("an appointment we broke counts although another one was kept", "[domain][figures]")
{
    for (const Cause cause : {Cause::Company, Cause::Customer}) {
        TicketBench bench;
        WalkAnswers answers;
        answers.missed = {AppointmentMissed{cause, u"reason"_s}};
        REQUIRE(bench.walkTo(State::SignedOff, answers));
        const OfficeReport report = reportOf({reported(bench)});
        CHECK(countOf(report, u"kept-10"_s).kept == 1);
        CHECK(countOf(report, u"kept-10"_s).broken == (cause == Cause::Company ? 1 : 0));
    }
}

TEST_CASE("install and repair of the same day are counted by the day they were due", "[domain][figures]")
{
    const auto closed = [](TicketKind kind, const QString &taken, const QString &done, std::uint64_t seed) {
        TicketOpened order = test::urbanOrder(u"S-"_s + QString::number(seed));
        order.kind = kind;
        order.acceptedAt = test::moment(taken);
        TicketBench bench(order, seed);
        bench.clock().setWall(test::moment(done));
        bench.inject(StateEntered{State::SignedOff, {}, {}}, bench.technician(), kTechnician);
        return reported(bench);
    };
    const OfficeReport report = reportOf({closed(u"repair"_s, u"2026-11-25T09:00:00"_s, u"2026-11-25T23:59:00"_s, 1),
                                          closed(u"repair"_s, u"2026-11-25T09:00:00"_s, u"2026-11-26T00:00:00"_s, 2),
                                          closed(u"repair"_s, u"2026-11-24T16:00:00"_s, u"2026-11-25T20:00:00"_s, 3),
                                          // Due on the 26th: not of this day.
                                          closed(u"repair"_s, u"2026-11-25T16:00:00"_s, u"2026-11-25T20:00:00"_s, 4),
                                          closed(u"install"_s, u"2026-11-25T15:59:00"_s, u"2026-11-25T20:00:00"_s, 5)});
    CHECK(countOf(report, u"repair-same-day"_s).kept == 2);
    CHECK(countOf(report, u"repair-same-day"_s).broken == 1);
    CHECK(countOf(report, u"repair-same-day"_s).permille() == 666);
    CHECK(countOf(report, u"install-same-day"_s).kept == 1);
    CHECK(countOf(report, u"install-same-day"_s).broken == 0);
    CHECK(report.byState == std::map<State, std::int64_t>{{State::SignedOff, 4}}); // ordered on the day
}

TEST_CASE("what is not due yet is open, and what is overdue is broken", "[domain][figures]")
{
    TicketOpened order = test::urbanOrder();
    order.kind = u"repair"_s;
    order.acceptedAt = test::moment(u"2026-11-25T08:00:00"_s);
    const std::vector<ReportedTicket> waiting{reported(TicketBench(order))};
    CHECK(countOf(reportOf(waiting, test::moment(u"2026-11-25T08:10:00"_s)), u"contact-30"_s).open == 1);
    const FigureCount late = countOf(reportOf(waiting, test::moment(u"2026-11-25T09:00:00"_s)), u"contact-30"_s);
    CHECK(late.open == 0);
    CHECK(late.broken == 1);
    CHECK(late.permille() == 0);
}

TEST_CASE("ratings, reasons for leaving and findings of a period are counted", "[domain][figures]")
{
    std::vector<ReportedTicket> tickets;
    WalkAnswers bad;
    bad.rating = RatingGiven{Rating::Dissatisfied, u"the cable shows"_s};
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        TicketBench bench(test::urbanOrder(u"R-"_s + QString::number(seed)), seed);
        REQUIRE(bench.walkTo(State::SignedOff, seed == 1 ? bad : WalkAnswers()));
        tickets.push_back(reported(bench));
    }
    for (std::uint64_t seed = 4; seed <= 5; ++seed) {
        TicketOpened order = test::urbanOrder(u"R-"_s + QString::number(seed));
        order.kind = u"dismantle"_s;
        TicketBench bench(order, seed);
        WalkAnswers answers;
        answers.steps[u"G04"_s] = StepAnswered{u"G04"_s, {seed == 4 ? u"price"_s : u"moving"_s}, {}};
        REQUIRE(bench.walkTo(State::SignedOff, answers));
        tickets.push_back(reported(bench));
    }
    const OfficeReport report = reportOf(tickets);
    CHECK(report.ratings.at(u"install"_s).given
          == std::map<Rating, std::int64_t>{{Rating::Satisfied, 2}, {Rating::Dissatisfied, 1}});
    CHECK(report.ratings.at(u"install"_s).withReason == 1);
    CHECK(report.ratings.at(u"dismantle"_s).given == std::map<Rating, std::int64_t>{{Rating::Satisfied, 2}});
    CHECK(report.reasons.at(u"G04"_s) == std::map<QString, std::int64_t>{{u"moving"_s, 1}, {u"price"_s, 1}});
    std::int64_t unhappy = 0;
    for (const auto &[what, number] : report.findings)
        unhappy += what.second == u"dissatisfied" ? number : 0;
    CHECK(unhappy == 1);
    // Another day has none of it.
    const Period next{theDay().until, theDay().until + hours(24)};
    const OfficeReport empty = officeReport(tickets, shipped(), next, next.until);
    CHECK(empty.ratings.empty());
    CHECK(empty.reasons.empty());
    CHECK(empty.findings.empty());
    CHECK(empty.byState.empty());
}

TEST_CASE("the office sets its own targets, and a document that makes no sense is refused", "[domain][figures]")
{
    const auto pathOf = [](const QByteArray &from, const QByteArray &to) {
        QByteArray document = shippedDocument();
        REQUIRE(document.contains(from));
        const auto set = readFigures(document.replace(document.indexOf(from), from.size(), to));
        return set ? u"accepted"_s : set.error().subject;
    };
    CHECK(pathOf(R"("targetPercent": 100)", R"("targetPercent": 95)") == u"accepted"_s);
    CHECK(pathOf(R"("targetPercent": 100)", R"("targetPercent": 101)") == u"figures[1].targetPercent"_s);
    CHECK(pathOf(R"("minutes": 30)", R"("minutes": -1)") == u"figures[0].minutes"_s);
    CHECK(pathOf(R"("contact-fault")", R"("contact-30")") == u"figures[1].id"_s);
    CHECK(pathOf(R"("ends": "reached")", R"("ends": "resumed")") == u"figures[0].ends"_s);
    CHECK(pathOf(R"("starts": "ordered")", R"("starts": "someday")") == u"figures[0].starts"_s);
    QByteArray strict = shippedDocument();
    strict.replace(R"("minutes": 30, "warnMinutes": 0,
     "condition")",
                   R"("minutes": 60, "warnMinutes": 0, "targetPercent": 50,
     "condition")");
    const auto set = readFigures(strict);
    REQUIRE(set);
    const OfficeReport report = officeReport({reported(calledAfter(31, 1)), reported(calledAfter(90, 2))}, *set,
                                             theDay(), test::moment(u"2026-11-30T12:00:00"_s));
    CHECK(countOf(report, u"contact-30"_s).permille() == 500);
    CHECK(countOf(report, u"contact-30"_s).isReached() == true);
}

TEST_CASE("every figure names a rule of the service code", "[domain][figures]")
{
    QFile file(QStringLiteral(RUHU_TEST_DATA) + u"/rule-ids.txt"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QStringList known = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const Figure &figure : shipped().figures) {
        CHECK_FALSE(figure.limit.rules.empty());
        for (const QString &rule : figure.limit.rules)
            CHECK(known.contains(rule));
    }
    for (const QString &step : shipped().reasonSteps)
        CHECK(test::ftthInstall().step(step));
}
