// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/decide.h>

#include "acts.h"

namespace ruhu::domain {

Decision decide(const Ticket &ticket, const Payload &proposal, const ActContext &context)
{
    if (auto objection = detail::checkRule(ticket, proposal, context))
        return *objection;
    Payload completed = proposal;
    if (auto objection = std::visit(detail::Act{ticket, context}, completed))
        return *objection;
    return std::vector<Payload>{std::move(completed)};
}

} // namespace ruhu::domain
