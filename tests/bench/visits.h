// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/json.h>
#include <ruhu/domain/ticket.h>

#include <functional>

namespace ruhu::bench {

/// Says it on stderr; answers the exit status.
int fail(const QString &what);
/// Microseconds of each round; empty when one of them failed.
[[nodiscard]] Json::Array timed(int rounds, const std::function<bool()> &work);
/// A finished visit of exactly this many events: notes fill up, the middle gives way. Equal seeds, equal visits.
[[nodiscard]] std::vector<domain::HistoryEntry> visit(std::size_t events, std::uint64_t seed = 1);

} // namespace ruhu::bench
