// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/figures.h>

#include "catalogue_checks.h"
#include "catalogue_schema.h"
#include "steps.h"

#include <ruhu/domain/deadlines.h>

#include <algorithm>
#include <set>

namespace ruhu::domain {
namespace detail {

template<>
struct Schema<Figure> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        Schema<DeadlineRule>::visit(v, p.limit);
        v.optional(u"targetPercent", p.targetPercent);
    }
};

template<>
struct Schema<FigureSet> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"figures", p.figures);
        v.required(u"reasonSteps", p.reasonSteps);
    }
};

} // namespace detail

namespace {

using namespace Qt::Literals::StringLiterals;
using detail::badMember;

constexpr std::int64_t kYearMin = 366 * 24 * 60;

std::optional<Error> check(const Figure &figure, const QString &path)
{
    static const std::set<QString> kGrades{u"A"_s, u"B"_s, u"C"_s, u"design"_s, u"NF"_s};
    const DeadlineRule &limit = figure.limit;
    if (limit.id.isEmpty() || !detail::isFilled(limit.title))
        return badMember(path + u".title"_s, u"needs an id and a title in both languages"_s);
    if (limit.minutes < 0 || limit.minutes > kYearMin || limit.workingDays < 0 || limit.workingDays > 366)
        return badMember(path + u".minutes"_s, u"must not be negative nor longer than a year"_s);
    if (limit.sameDayUntil && (*limit.sameDayUntil < 0 || *limit.sameDayUntil > 24 * 60))
        return badMember(path + u".sameDayUntil"_s, u"must be a minute of the day"_s);
    if ((limit.starts == DeadlineStart::Left) != (limit.ends == DeadlineEnd::Resumed))
        return badMember(path + u".ends"_s, u"left and resumed come together"_s);
    if (kGrades.count(limit.confidence) == 0)
        return badMember(path + u".confidence"_s, u"is not a known grade"_s);
    if (figure.targetPercent && (*figure.targetPercent < 0 || *figure.targetPercent > 100))
        return badMember(path + u".targetPercent"_s, u"must be 0 to 100"_s);
    return {};
}

/// A visit that was given up on the telephone broke no appointment.
bool isMoot(const Deadline &deadline, const Ticket &ticket)
{
    return !deadline.ended && deadline.ends == DeadlineEnd::Arrived && ticket.state >= State::SignedOff;
}

void countFigure(FigureCount &count, const ReportedTicket &one, const Period &period, WallTime now)
{
    const DeadlineRule &limit = count.figure.limit;
    for (const Deadline &deadline : deadlinesOf(limit, one.ticket, one.catalogue->calendar, now)) {
        if (!period.holds(deadline.due) || isMoot(deadline, one.ticket))
            continue;
        if (deadline.state == DeadlineState::Met)
            ++count.kept;
        else if (deadline.ended || deadline.state == DeadlineState::Overdue)
            ++count.broken;
        else
            ++count.open;
    }
    // An appointment that was missed is forgotten by the ticket once another one is made. A rule that asks nothing of
    // this ticket asks nothing of its appointments.
    if (limit.starts != DeadlineStart::Agreed || !detail::isMet(limit.condition, one.ticket))
        return;
    for (const MissedFact &fact : one.ticket.missed)
        count.broken += fact.missed.cause == Cause::Company && period.holds(fact.stamp.corrected()) ? 1 : 0;
}

void countRating(OfficeReport &report, const Ticket &ticket, const Period &period)
{
    if (!ticket.rating || !period.holds(ticket.rating->stamp.corrected()))
        return;
    RatingCount &count = report.ratings[ticket.order.kind];
    ++count.given[ticket.rating->rating.rating];
    count.withReason += ticket.rating->rating.reason.trimmed().isEmpty() ? 0 : 1;
}

void countReasons(OfficeReport &report, const FigureSet &figures, const Ticket &ticket, const Period &period)
{
    for (const QString &step : figures.reasonSteps) {
        const auto record = ticket.steps.find(step);
        if (record == ticket.steps.end() || !period.holds(record->second.stamp.corrected()))
            continue;
        for (const QString &option : record->second.options)
            ++report.reasons[step][option];
    }
}

void countFindings(OfficeReport &report, const ReportedTicket &one, const Period &period)
{
    const Ticket &ticket = one.ticket;
    const auto endedIn = [&](State state) {
        const auto reached = ticket.reached.find(state);
        return reached != ticket.reached.end() && period.holds(reached->second.corrected());
    };
    if (!endedIn(State::SignedOff) && !endedIn(State::HandedBack))
        return;
    for (const Finding &finding : one.findings)
        ++report.findings[{finding.rule, finding.code}];
}

} // namespace

std::optional<std::int64_t> FigureCount::permille() const
{
    const std::int64_t decided = kept + broken;
    return decided > 0 ? std::optional(kept * 1000 / decided) : std::nullopt;
}

std::optional<bool> FigureCount::isReached() const
{
    if (!figure.targetPercent || kept + broken == 0)
        return std::nullopt;
    return kept * 100 >= *figure.targetPercent * (kept + broken);
}

Result<FigureSet> readFigures(const QByteArray &document)
{
    FigureSet set;
    if (auto problem = detail::readBytes(document, set))
        return *problem;
    std::set<QString> ids;
    for (std::size_t i = 0; i < set.figures.size(); ++i) {
        const QString path = detail::at(u"figures", i);
        if (auto problem = check(set.figures[i], path))
            return *problem;
        if (!ids.insert(set.figures[i].limit.id).second)
            return badMember(path + u".id"_s, u"is used twice"_s);
    }
    return set;
}

OfficeReport officeReport(const std::vector<ReportedTicket> &tickets, const FigureSet &figures, const Period &period,
                          WallTime now)
{
    OfficeReport report;
    for (const Figure &figure : figures.figures)
        report.figures.push_back({figure, 0, 0, 0});
    for (const ReportedTicket &one : tickets) {
        if (period.holds(one.ticket.order.acceptedAt))
            ++report.byState[one.ticket.state];
        if (!one.catalogue)
            continue;
        for (FigureCount &count : report.figures)
            countFigure(count, one, period, now);
        countRating(report, one.ticket, period);
        countReasons(report, figures, one.ticket, period);
        countFindings(report, one, period);
    }
    return report;
}

} // namespace ruhu::domain
