// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run.h"

#include <QCoreApplication>

#include <memory>

namespace ruhu::ctl {

// The two things that differ between the build with windows and the one without.

/// Laying out a paper needs fonts and therefore a QGuiApplication; everything else does without.
[[nodiscard]] std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, bool forPaper);

/// `laptop pdf`.
[[nodiscard]] Result<Outcome> makePaper(Run &run);

} // namespace ruhu::ctl
