// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/event.h>

namespace ruhu::domain {

/// Wire name of an enum value and back; specialised for every enum that is written anywhere; what nobody reads has no way back.
template<typename Enum>
[[nodiscard]] QString toName(Enum value);
template<typename Enum>
[[nodiscard]] std::optional<Enum> fromName(const QString &name);
/// False for a number from outside that is none of the enum's values; for those that are kept as numbers.
template<typename Enum>
[[nodiscard]] bool hasName(Enum value);

} // namespace ruhu::domain
