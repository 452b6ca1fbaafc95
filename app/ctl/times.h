// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/clock.h>
#include <ruhu/base/json.h>
#include <ruhu/base/result.h>

#include <QDate>

#include <optional>

namespace ruhu::ctl {

/// "2026-11-22T14:00:00.000Z"; scripts read UTC.
[[nodiscard]] QString utcText(WallTime time);
[[nodiscard]] Json utcJson(const std::optional<WallTime> &time); // null when absent
/// ISO 8601 with a zone ("…Z", "…+08:00"); without one it is refused, because nobody could know whose it is.
[[nodiscard]] Result<WallTime> parseTime(const QString &text, const QString &option);
/// A day of the calendar, "2026-11-25".
[[nodiscard]] Result<QDate> parseDay(const QString &text, const QString &option);

} // namespace ruhu::ctl
