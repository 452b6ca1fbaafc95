// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/store/database.h>

namespace ruhu::store {

inline constexpr int kClientApplicationId = 0x52754331; // "RuC1"
/// Layout and meaning of the sealed cells of a projection row. Another number in the file: everything is folded anew.
inline constexpr int kProjectionVersion = 5;

[[nodiscard]] const std::vector<Migration> &clientMigrations();

} // namespace ruhu::store
