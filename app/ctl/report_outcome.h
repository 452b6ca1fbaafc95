// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run.h"

namespace ruhu::ctl {

/// Prints what a command answered: lines or one JSON document on stdout, problems in plain words on stderr with the code
/// at the end. Answers the exit status.
[[nodiscard]] int report(const Result<Outcome> &result, bool asJson);

/// A mistake in the command line itself.
[[nodiscard]] int reportUsage(const QString &problem, const QString &hint, bool asJson);

} // namespace ruhu::ctl
