// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ruhu::test {

/// Same locale, time zone and throw-away settings folders on every machine. Before the application object.
void prepareEnvironment();

/// Runs the Catch2 session; the application object must outlive it.
[[nodiscard]] int runSession(int argc, char **argv);

} // namespace ruhu::test
