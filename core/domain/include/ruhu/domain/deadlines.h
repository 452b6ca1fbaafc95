// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/catalogue.h>
#include <ruhu/domain/ticket.h>

#include <QDate>

namespace ruhu::domain {

enum class DeadlineState {
    Running, // time is left
    Soon, // inside the warning time
    Overdue, // not done, and too late
    Met, // done in time
    Missed, // done too late
};

/// One time limit of a ticket (domain/rules 3.2).
struct Deadline {
    QString id; // of its DeadlineRule
    QString rule; // of the service code, "D15-15"
    DeadlineEnd ends = DeadlineEnd::Closed;
    WallTime due;
    /// False: the figure is of grade B or below, or its working days were counted without a calendar of that year. It
    /// is shown, but asks for nothing.
    bool verified = true;
    /// False: some day that was counted lies in a year the calendar says nothing of, where the week alone decides:
    /// Monday to Friday count as working days, holidays included.
    bool calendarKnown = true;
    std::optional<Stamp> ended; // the fact that stopped it
    DeadlineState state = DeadlineState::Running;
    bool operator==(const Deadline &) const = default;
};

/// Every limit that has started on this ticket, earliest due first. One whose start is not known yet is left out, and
/// so is what would run while the customer has put the visit off (D15-87).
/// Pure; `now` is the corrected time of whoever asks.
[[nodiscard]] std::vector<Deadline> deadlines(const Ticket &ticket, const Catalogue &catalogue, WallTime now);

/// The same for one rule alone, whether or not it is the catalogue's: the figures of the office count by it.
[[nodiscard]] std::vector<Deadline> deadlinesOf(const DeadlineRule &rule, const Ticket &ticket,
                                                const WorkingCalendar &calendar, WallTime now);

/// The first limit of the whole ticket that has passed with it still open: the sign-off then says why (D15-20).
/// Unverified figures ask for nothing.
[[nodiscard]] std::optional<Deadline> overdueSignOff(const Ticket &ticket, const Catalogue &catalogue, WallTime now);

/// When something is due that may take so many working days, and so many minutes beyond.
[[nodiscard]] WallTime dueAfter(WallTime from, std::int64_t workingDays, std::chrono::minutes minutes,
                                const WorkingCalendar &calendar);
/// How it stands with due and ended; the state it carries is not looked at.
[[nodiscard]] DeadlineState deadlineState(const Deadline &deadline, std::chrono::minutes warn, WallTime now);

/// The day of a moment, and the first moment of a day, in the calendar's own time zone.
[[nodiscard]] QDate localDay(WallTime moment, const WorkingCalendar &calendar);
[[nodiscard]] WallTime startOfDay(const QDate &day, const WorkingCalendar &calendar);

/// The calendar has a holiday or a make-up day in that year, so somebody entered it.
[[nodiscard]] bool knowsYear(const WorkingCalendar &calendar, int year);

/// The last moment of the working day that lies `days` working days after this moment's day, in the calendar's own
/// time zone. A day of a year the calendar does not know follows the week; see Deadline::calendarKnown.
[[nodiscard]] WallTime endOfWorkingDay(WallTime from, std::int64_t days, const WorkingCalendar &calendar);

} // namespace ruhu::domain
