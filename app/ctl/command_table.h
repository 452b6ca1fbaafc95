// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run.h"

namespace ruhu::ctl {

[[nodiscard]] const std::vector<Command> &commandTable();

/// The command that the words name; nullptr when there is none. `taken` is how many words its name has.
[[nodiscard]] const Command *findCommand(const QStringList &words, qsizetype &taken);

/// What is wrong with the call of a known command; empty when nothing is.
[[nodiscard]] QString misuse(const Command &command, const Invocation &invocation);

/// One command in one line, or the whole table.
[[nodiscard]] QString usageLine(const Command &command);
[[nodiscard]] QString usageText();

} // namespace ruhu::ctl
