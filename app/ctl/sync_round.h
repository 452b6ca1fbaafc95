// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run.h"

namespace ruhu::ctl {

/// Syncs the open session and finishes the run: after one completed round, or with `untilIdle` when nothing is left to
/// send. Ends at once when the server cannot be reached or refuses; nothing is retried behind the caller's back.
void startSync(Run &run, bool untilIdle);

/// Words of the wire for why nothing moves: "", "offline", "sign-in-needed", …
[[nodiscard]] QString holdName(sync::Hold hold);
[[nodiscard]] Json statusJson(const presentation::FieldSession &session);

} // namespace ruhu::ctl
