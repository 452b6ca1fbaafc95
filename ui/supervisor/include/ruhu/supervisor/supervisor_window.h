// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/widgets/program.h>

namespace ruhu::supervisor {

/// The supervisor's program: sign-in, then the review desk. Client and clock must outlive the window.
[[nodiscard]] std::unique_ptr<widgets::SessionWindow> makeSupervisorWindow(presentation::FieldClient &client,
                                                                           const Clock &clock,
                                                                           const widgets::StartOptions &options);

} // namespace ruhu::supervisor
