// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/catalogue.h>
#include <ruhu/domain/ticket.h>

namespace ruhu::domain {

enum class Severity { Info, Warn, Fail }; // "info" "warn" "fail"

/// Something a supervisor should see. Codes: "arrival-deviation" "late-notice-missing" "booking-recorded-late"
/// "reading-out-of-limits" "reading-near-limit" "step-skipped" "step-not-passed" "few-strokes"
/// "changed-after-customer-signature" "signed-before-trial" "clock-went-back" "dissatisfied" "not-admitted" "photo-missing"
/// "skipped-state" "unknown-event" "deadline-missed" "appointment-missed" "missed-twice" "left-site" "long-visit" "handed-back"
/// "charge-without-quotation" "charge-differs" "enquiry" "enquiry-not-passed-on"
/// "conduct-marked". Over several tickets, see
/// cross_findings.h: "copied-reading" "reused-strokes" "missed-twice-customer".
struct Finding {
    QString code;
    QString rule; // "D15-24"
    Severity severity = Severity::Warn;
    QString subject; // step or measure id
    std::vector<EventId> evidence;
    std::vector<std::pair<QString, QString>> args; // for the wording: values, minutes
    bool operator==(const Finding &) const = default;
};

/// Pure over the history: the same on laptop, desk and server. Most severe first, then in time order.
[[nodiscard]] std::vector<Finding> findings(const Ticket &ticket, const std::vector<HistoryEntry> &history,
                                            const Catalogue &catalogue);

/// 0 = clean; sorts the review queue.
[[nodiscard]] int riskScore(const std::vector<Finding> &findings);

/// Everything the customer is shown and signs for, as a canonical document: order, appointment, arrival,
/// answers, readings with verdicts, photos by hash, moved items, rating. No signatures, no office comments.
[[nodiscard]] Json workOrderContent(const Ticket &ticket, const Catalogue &catalogue);

} // namespace ruhu::domain
