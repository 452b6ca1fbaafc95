// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/error.h>
#include <ruhu/domain/event.h>
#include <ruhu/widgets/theme.h>

namespace ruhu::widgets {

class Banner;

// How things of the core look in both programs.

[[nodiscard]] Role verdictRole(domain::Verdict verdict);

/// The error's words with its code at the end.
void showOn(Banner &banner, Severity severity, const Error &error);

} // namespace ruhu::widgets
