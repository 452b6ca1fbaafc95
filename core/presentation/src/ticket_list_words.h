// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words_tr.h"

#include <ruhu/domain/names.h>
#include <ruhu/presentation/ticket_list_model.h>

namespace ruhu::presentation {

/// What the list is sorted by; the ticket number decides among equals.
struct ListKey {
    std::int64_t section = 0;
    std::int64_t place = 0;
    auto operator<=>(const ListKey &) const = default; // NOLINT(modernize-use-nullptr)
};

[[nodiscard]] bool belongsTo(TicketListModel::Mode mode, const store::TicketRow &row, WallTime now);
[[nodiscard]] ListKey keyOf(TicketListModel::Mode mode, const store::TicketRow &row, WallTime now);
[[nodiscard]] QString sectionText(TicketListModel::Mode mode, const store::TicketRow &row, WallTime now);
/// What will go wrong if nobody acts; the most urgent one. Empty when nothing.
[[nodiscard]] QString warningText(const store::TicketRow &row, WallTime now);
/// "14:00"; with the day where the list is not of one day.
/// Short and without a year, in a column of its own: "22 Nov", "11月22日"; empty today.
[[nodiscard]] QString listDayText(TicketListModel::Mode mode, const store::TicketRow &row, WallTime now);
[[nodiscard]] QString listTimeText(TicketListModel::Mode mode, const store::TicketRow &row);
[[nodiscard]] QString listSubtitle(const store::TicketRow &row);

} // namespace ruhu::presentation
