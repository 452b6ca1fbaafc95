// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words_tr.h"

#include <ruhu/domain/paper.h>

namespace ruhu::presentation {

/// Sections of the work order; a section without rows is not printed.
[[nodiscard]] domain::PaperSection orderSection(const domain::Ticket &ticket, const domain::Catalogue *catalogue);
/// Where the ticket stands: belongs to the order on paper, is nothing the customer signs.
[[nodiscard]] domain::PaperRow stateRow(const domain::Ticket &ticket);
[[nodiscard]] domain::PaperSection visitSection(const domain::Ticket &ticket, const domain::Catalogue &catalogue);
/// One per stage with every answered, confirmed and left-out step; what the checklist no longer knows comes last.
[[nodiscard]] std::vector<domain::PaperSection> checklistSections(const domain::Ticket &ticket,
                                                                  const domain::Catalogue &catalogue);
[[nodiscard]] domain::PaperSection readingsSection(const domain::Ticket &ticket, const domain::Catalogue &catalogue);
/// The verdict in words, the number beside it.
[[nodiscard]] domain::PaperSection readingsInWords(const domain::Ticket &ticket, const domain::Catalogue &catalogue);
/// What stays at the customer's with its numbers, and terminals taken back.
[[nodiscard]] domain::PaperSection materialsSection(const domain::Ticket &ticket, const domain::Catalogue &catalogue);
[[nodiscard]] domain::PaperSection itemsSection(const domain::Ticket &ticket);
[[nodiscard]] domain::PaperSection chargesSection(const domain::Ticket &ticket, const domain::Catalogue &catalogue);
/// The same, and "free of charge" is said, too.
[[nodiscard]] domain::PaperSection chargesInWords(const domain::Ticket &ticket, const domain::Catalogue &catalogue);
[[nodiscard]] domain::PaperSection enquiriesSection(const domain::Ticket &ticket);
[[nodiscard]] domain::PaperSection ratingSection(const domain::Ticket &ticket);
[[nodiscard]] QString photoCaption(const domain::Ticket &ticket, const domain::PhotoFact &fact,
                                   const domain::Catalogue &catalogue);

/// "14:05" on the day of the visit, with the day otherwise.
[[nodiscard]] QString visitTimeText(const domain::Ticket &ticket, WallTime time);

} // namespace ruhu::presentation
