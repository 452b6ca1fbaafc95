// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/result.h>

#include <QString>

#include <vector>

namespace ruhu::domain {

/// How the program stands to one rule of the service code.
enum class Honoured {
    Implemented, // by a step, act, finding, measure, deadline or part of the program, with a test
    Guidance, // shown or left to the person; nothing a program can check
    NotApplicable, // of another department or another system
    Open, // should be honoured and is not yet
};

struct RuleCoverage {
    QString rule; // "D15-24"
    Honoured honoured = Honoured::Open;
    /// Implemented: "step:A08" "measure:opt_rx" "act:appointment.booked" "finding:arrival-deviation" "deadline:first-contact"
    /// "way:remote-fix" "case:complaint/close" "form:FM5", or the part of the program, e.g. "core/store".
    std::vector<QString> by;
    std::vector<QString> tests; // names of test cases; never empty when implemented
    QString reason; // otherwise: why
    bool operator==(const RuleCoverage &) const = default;
};

/// Reads the document of coverage: every rule once, with exactly one standing.
/// The error's subject is the path of the bad member.
[[nodiscard]] Result<std::vector<RuleCoverage>> readCoverage(const QByteArray &document);

} // namespace ruhu::domain
