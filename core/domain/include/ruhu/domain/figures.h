// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/catalogue.h>
#include <ruhu/domain/findings.h>
#include <ruhu/domain/ticket.h>

namespace ruhu::domain {

/// One rate the office looks at: of what was due, how much was in time, and how much should be.
struct Figure {
    DeadlineRule limit; // what starts and ends it, how long it may take, which tickets, rules and grade
    std::optional<std::int64_t> targetPercent; // nothing: the office has set none
    bool operator==(const Figure &) const = default;
};

/// The office's own document (resources/office/figures.json is the one that comes along).
struct FigureSet {
    std::vector<Figure> figures;
    std::vector<QString> reasonSteps; // steps whose answers are counted, e.g. why customers leave (D8-12)
    bool operator==(const FigureSet &) const = default;
};

/// Strict, as every document: InvalidInput names the member.
[[nodiscard]] Result<FigureSet> readFigures(const QByteArray &document);

/// From `from` to just before `until`.
struct Period {
    WallTime from;
    WallTime until;
    [[nodiscard]] bool holds(WallTime moment) const { return moment >= from && moment < until; }
};

/// What a report is made of: a ticket, its service code and what was found on it, own and across tickets.
struct ReportedTicket {
    Ticket ticket;
    const Catalogue *catalogue = nullptr; // nullptr: of a version nobody has; counted by state only
    std::vector<Finding> findings;
};

/// How often a limit that was due in the period was kept.
struct FigureCount {
    Figure figure;
    std::int64_t kept = 0;
    std::int64_t broken = 0;
    std::int64_t open = 0; // due in the period, but not yet and not done
    /// Tenths of a per cent of what was decided, rounded down; nothing when nothing was.
    [[nodiscard]] std::optional<std::int64_t> permille() const;
    /// Nothing without a target or without a case.
    [[nodiscard]] std::optional<bool> isReached() const;
};

struct RatingCount {
    std::map<Rating, std::int64_t> given;
    std::int64_t withReason = 0;
};

/// Counts only: no name, number, address or text of a person is in it.
struct OfficeReport {
    std::vector<FigureCount> figures; // in the order of the document; limits by the time they were due
    std::map<State, std::int64_t> byState; // of tickets ordered in the period, as they stand now
    std::map<TicketKind, RatingCount> ratings; // newest of each ticket, given in the period
    std::map<QString, std::map<QString, std::int64_t>> reasons; // step → option → answers of the period
    std::map<std::pair<QString, QString>, std::int64_t>
        findings; // rule, code → findings on tickets ended in the period
};

/// Pure. An appointment the company broke is a case of its own that was not kept; one the customer broke is none, and
/// a visit that was not needed any more (handed back before the arrival) is none either.
[[nodiscard]] OfficeReport officeReport(const std::vector<ReportedTicket> &tickets, const FigureSet &figures,
                                        const Period &period, WallTime now);

} // namespace ruhu::domain
