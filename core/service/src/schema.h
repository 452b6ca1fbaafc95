// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/store/database.h>

namespace ruhu::service {

inline constexpr int kServerApplicationId = 0x52485356; // "RHSV"

[[nodiscard]] const std::vector<store::Migration> &serverMigrations();

} // namespace ruhu::service
