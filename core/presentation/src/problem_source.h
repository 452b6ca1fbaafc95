// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ruhu::presentation {

/// English source texts of a problem code, for those who put them into words of their own; nullptr for a code nobody knows.
struct ProblemSource {
    const char *what = nullptr;
    const char *next = nullptr;
};
[[nodiscard]] ProblemSource problemSource(const QString &code);

} // namespace ruhu::presentation
