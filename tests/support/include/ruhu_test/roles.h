// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/roles.h>

namespace ruhu::test {

/// Who may do what, as every program carries it. Aborts the test run when it cannot be read.
[[nodiscard]] const domain::Roles &roles();
[[nodiscard]] QByteArray rolesBytes();

} // namespace ruhu::test
