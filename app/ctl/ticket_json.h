// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run.h"

#include <ruhu/domain/decide.h>

namespace ruhu::ctl {

// How tickets look in the documents of --json; names are those of the wire.

[[nodiscard]] Json ticketJson(const domain::Ticket &ticket);
[[nodiscard]] Json rowJson(const store::TicketRow &row);
[[nodiscard]] Json historyJson(const std::vector<domain::HistoryEntry> &history);
[[nodiscard]] QStringList historyLines(const domain::Ticket &ticket, const std::vector<domain::HistoryEntry> &history);
[[nodiscard]] Json refusalJson(const domain::Refusal &refusal);
[[nodiscard]] Json findingJson(const domain::Finding &finding);
/// The answer to an act: what was recorded, or the refusal with exit status 1.
[[nodiscard]] Outcome outcomeOf(const presentation::ActOutcome &act, const presentation::TicketPage &page);

} // namespace ruhu::ctl
