// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ruhu::widgets {

/// The one style sheet of the program, from the tokens and the present colours.
[[nodiscard]] QString makeStyleSheet();

} // namespace ruhu::widgets
