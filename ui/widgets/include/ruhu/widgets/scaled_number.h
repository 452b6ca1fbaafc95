// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace ruhu::widgets {

/// Reads what people type as a number with at most `decimals` digits after the point, as an integer scaled
/// by 10^decimals: "-21.4" with 1 decimal is -214. Takes a comma, a real minus sign and full-width digits.
/// Nothing when it is no such number or does not fit.
[[nodiscard]] std::optional<qint64> parseScaled(QStringView text, int decimals);

/// The number for reading, with a real minus sign and all its decimals: "−21.4".
[[nodiscard]] QString formatScaled(qint64 value, int decimals);

} // namespace ruhu::widgets
