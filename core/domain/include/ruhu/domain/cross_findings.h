// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/findings.h>

namespace ruhu::domain {

/// What makes readings look copied: one technician, equal values, several tickets, a few days.
struct CopiedReadings {
    QString measure;
    std::int64_t tolerance = 0; // scaled as the measure: values no further apart are equal
    std::int64_t tickets = 3; // so many of them stand out
    std::int64_t days = 7;
    QString rule;
    QString confidence; // as for measures
    bool operator==(const CopiedReadings &) const = default;
};

/// How often a customer may wait in vain through our fault (D15-27, counted per customer as C-4 says).
struct BrokenWord {
    std::int64_t tickets = 2; // of one customer, each with a time we did not keep
    std::int64_t days = 0; // between the first and the last; 0: however long ago
    QString rule;
    QString confidence;
    bool operator==(const BrokenWord &) const = default;
};

/// Thresholds of findings over several tickets; a document of the office (resources/office/cross-findings.json).
struct CrossRules {
    std::vector<CopiedReadings> copied;
    BrokenWord brokenWord;
    bool operator==(const CrossRules &) const = default;
};

/// Strict, as every document: InvalidInput names the member.
[[nodiscard]] Result<CrossRules> readCrossRules(const QByteArray &document);

/// Findings that no ticket shows alone (domain/rules 3.6, 4, 7 and 8), per ticket, only tickets that have one:
/// "copied-reading" (subject: the measure; args: value, tickets), "reused-strokes" (subject "signature:<role>"; args:
/// tickets) and "missed-twice-customer" (args: tickets). `tickets` are the numbers of the others, comma separated; the
/// evidence begins with the ticket's own event. Pure, independent of the order of the list; about n log n.
/// One customer is who has the same account, or the same name and telephone number.
[[nodiscard]] std::map<TicketId, std::vector<Finding>> crossFindings(const std::vector<Ticket> &tickets,
                                                                     const CrossRules &rules);

} // namespace ruhu::domain
