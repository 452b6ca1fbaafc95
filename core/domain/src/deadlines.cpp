// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/deadlines.h>

#include "steps.h"

#include <algorithm>
#include <iterator>

namespace ruhu::domain {
namespace {

using namespace Qt::Literals::StringLiterals;
using std::chrono::minutes;

constexpr auto kDay = std::chrono::hours(24);
const QDate kEpoch(1970, 1, 1);

WallTime endOfDay(const QDate &day, const WorkingCalendar &calendar)
{
    return startOfDay(day.addDays(1), calendar) - Millis(1);
}

bool isWorkingDay(const QDate &day, const WorkingCalendar &calendar)
{
    const QString text = day.toString(Qt::ISODate);
    const auto holds = [&](const std::vector<QString> &listed) {
        return std::find(listed.begin(), listed.end(), text) != listed.end();
    };
    if (holds(calendar.holidays))
        return false;
    return holds(calendar.workdays) || day.dayOfWeek() <= Qt::Friday;
}

/// From when a limit counts, and what stopped it.
struct Span {
    WallTime start;
    std::optional<Stamp> end;
};

std::optional<WallTime> startOf(DeadlineStart start, const Ticket &ticket)
{
    switch (start) {
    case DeadlineStart::Ordered:
        return ticket.order.acceptedAt;
    case DeadlineStart::Reported:
        return ticket.order.reportedAt.value_or(ticket.order.acceptedAt);
    case DeadlineStart::Promised:
        return ticket.order.promisedBy;
    case DeadlineStart::Agreed: {
        if (!ticket.appointment)
            return {};
        // The slot of half a day is kept until its end (D15-12).
        const Window &window = ticket.appointment->appointment.window;
        return ticket.order.area == Area::Rural ? window.end : window.start;
    }
    case DeadlineStart::Left:
        return {}; // one for each absence, see spansOf()
    }
    return {};
}

/// Whoever puts the visit off was spoken to as well (D15-86).
std::optional<Stamp> reachedCall(const Ticket &ticket)
{
    const auto found = std::find_if(ticket.contacts.begin(), ticket.contacts.end(), [](const ContactFact &fact) {
        return fact.contact.outcome != ContactOutcome::NoAnswer;
    });
    return found == ticket.contacts.end() ? std::nullopt : std::optional(found->stamp);
}

/// A correction after the supervisor's return is no later sign-off.
std::optional<Stamp> closed(const Ticket &ticket)
{
    if (ticket.firstSignOff)
        return ticket.firstSignOff;
    const auto handedBack = ticket.reached.find(State::HandedBack);
    return ticket.handBack && handedBack != ticket.reached.end() ? std::optional(handedBack->second) : std::nullopt;
}

std::optional<Stamp> endOf(DeadlineEnd end, const Ticket &ticket)
{
    switch (end) {
    case DeadlineEnd::Reached:
        return reachedCall(ticket);
    case DeadlineEnd::Arrived:
        return ticket.arrival ? std::optional(ticket.arrival->stamp) : std::nullopt;
    case DeadlineEnd::Closed:
        return closed(ticket);
    case DeadlineEnd::Resumed:
        return {}; // see spansOf()
    }
    return {};
}

std::vector<Span> spansOf(const DeadlineRule &rule, const Ticket &ticket)
{
    std::vector<Span> spans;
    if (rule.starts == DeadlineStart::Left) {
        for (const AbsenceFact &absence : ticket.absences)
            spans.push_back({absence.left.promisedBy, absence.resumed});
    } else if (const auto start = startOf(rule.starts, ticket)) {
        spans.push_back({*start, endOf(rule.ends, ticket)});
    }
    return spans;
}

WallTime dueAt(const DeadlineRule &rule, WallTime start, const WorkingCalendar &calendar)
{
    if (rule.sameDayUntil) {
        const QDate day = localDay(start, calendar);
        const bool late = start >= startOfDay(day, calendar) + minutes(*rule.sameDayUntil);
        return endOfDay(late ? day.addDays(1) : day, calendar);
    }
    return dueAfter(start, rule.workingDays, minutes(rule.minutes), calendar);
}

/// Whether every year between the start and the due day is one the calendar knows; without working days none is asked.
bool isCalendarKnown(const DeadlineRule &rule, const Deadline &deadline, WallTime start,
                     const WorkingCalendar &calendar)
{
    if (rule.workingDays == 0)
        return true;
    const int last = localDay(deadline.due, calendar).year();
    for (int year = localDay(start, calendar).year(); year <= last; ++year) {
        if (!knowsYear(calendar, year))
            return false;
    }
    return true;
}

} // namespace

QDate localDay(WallTime moment, const WorkingCalendar &calendar)
{
    const auto local = std::chrono::floor<std::chrono::days>(moment + minutes(calendar.utcOffsetMin));
    return kEpoch.addDays(local.time_since_epoch().count());
}

WallTime startOfDay(const QDate &day, const WorkingCalendar &calendar)
{
    return WallTime(kDay * kEpoch.daysTo(day)) - minutes(calendar.utcOffsetMin);
}

bool knowsYear(const WorkingCalendar &calendar, int year)
{
    const QString prefix = QString::number(year) + u'-';
    const auto holds = [&](const std::vector<QString> &listed) {
        return std::any_of(listed.begin(), listed.end(), [&](const QString &day) { return day.startsWith(prefix); });
    };
    return holds(calendar.holidays) || holds(calendar.workdays);
}

WallTime endOfWorkingDay(WallTime from, std::int64_t days, const WorkingCalendar &calendar)
{
    QDate day = localDay(from, calendar);
    for (std::int64_t left = days; left > 0;) {
        day = day.addDays(1);
        left -= isWorkingDay(day, calendar) ? 1 : 0;
    }
    return endOfDay(day, calendar);
}

WallTime dueAfter(WallTime from, std::int64_t workingDays, minutes beyond, const WorkingCalendar &calendar)
{
    return (workingDays > 0 ? endOfWorkingDay(from, workingDays, calendar) : from) + beyond;
}

DeadlineState deadlineState(const Deadline &deadline, minutes warn, WallTime now)
{
    if (deadline.ended)
        return deadline.ended->corrected() <= deadline.due ? DeadlineState::Met : DeadlineState::Missed;
    if (now > deadline.due)
        return DeadlineState::Overdue;
    return now + warn >= deadline.due ? DeadlineState::Soon : DeadlineState::Running;
}

std::vector<Deadline> deadlinesOf(const DeadlineRule &rule, const Ticket &ticket, const WorkingCalendar &calendar,
                                  WallTime now)
{
    std::vector<Deadline> list;
    if (ticket.state == State::Cancelled || !detail::isMet(rule.condition, ticket))
        return list;
    for (const Span &span : spansOf(rule, ticket)) {
        // It is the customer who lets the time pass.
        if (ticket.isPostponed() && !span.end)
            continue;
        Deadline deadline;
        deadline.id = rule.id;
        deadline.rule = rule.rules.empty() ? QString() : rule.rules.front();
        deadline.ends = rule.ends;
        deadline.due = dueAt(rule, span.start, calendar);
        deadline.calendarKnown = isCalendarKnown(rule, deadline, span.start, calendar);
        deadline.verified = rule.confidence == u"A" && deadline.calendarKnown;
        deadline.ended = span.end;
        deadline.state = deadlineState(deadline, minutes(rule.warnMinutes), now);
        list.push_back(std::move(deadline));
    }
    return list;
}

std::vector<Deadline> deadlines(const Ticket &ticket, const Catalogue &catalogue, WallTime now)
{
    std::vector<Deadline> list;
    for (const DeadlineRule &rule : catalogue.deadlines) {
        auto some = deadlinesOf(rule, ticket, catalogue.calendar, now);
        std::move(some.begin(), some.end(), std::back_inserter(list));
    }
    std::stable_sort(list.begin(), list.end(), [](const Deadline &a, const Deadline &b) { return a.due < b.due; });
    return list;
}

std::optional<Deadline> overdueSignOff(const Ticket &ticket, const Catalogue &catalogue, WallTime now)
{
    const auto all = deadlines(ticket, catalogue, now);
    const auto found = std::find_if(all.begin(), all.end(), [](const Deadline &deadline) {
        return deadline.ends == DeadlineEnd::Closed && deadline.verified && deadline.state == DeadlineState::Overdue;
    });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace ruhu::domain
