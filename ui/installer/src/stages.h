// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/presentation/words.h>
#include <ruhu/widgets/phase_rail.h>

#include <vector>

namespace ruhu::installer {

/// Stage the technician is at, from the checklist's transitions: the first stage of the next transition that still has open
/// steps, else the last of them. Empty when the ticket is over.
[[nodiscard]] QString currentStage(const presentation::TicketPage &page);
/// Stages that ask something of this ticket, in checklist order: a dismantling has nothing to test.
[[nodiscard]] std::vector<const domain::Stage *> stagesOf(const presentation::TicketPage &page);
/// Stations of the rail, one for each of stagesOf().
[[nodiscard]] std::vector<widgets::Phase> railPhases(const presentation::TicketPage &page);
/// Supervisor's comments on a step since the last return; empty when the ticket is not returned.
[[nodiscard]] std::vector<QString> pinsOn(const presentation::TicketPage &page, const QString &step);
/// Steps of a stage that belong to this ticket.
[[nodiscard]] std::vector<const domain::Step *> stepsOf(const presentation::TicketPage &page, const QString &stage);
/// False when the ticket can only be read: closed, or with entries of a newer program.
[[nodiscard]] bool canRecord(const presentation::TicketPage &page);
/// What the rules say to an act of this kind now; nullptr when it does not exist here.
[[nodiscard]] const domain::Possibility *possibilityOf(const presentation::TicketPage &page, const QString &type,
                                                       const QString &target = {});
/// True when the act may be done now, or once the technician has called the customer or settled a step.
[[nodiscard]] bool isOffered(const presentation::TicketPage &page, const QString &type, const QString &target = {});
/// The refusal of the ticket's next transition; nothing when it may be done or there is none.
[[nodiscard]] std::optional<domain::Refusal> nextRefusal(const presentation::TicketPage &page);

/// The step that a fact of this name settles, where the ticket has it; nullptr otherwise.
[[nodiscard]] const domain::Step *stepSettledBy(const presentation::TicketPage &page, const QString &automatic);

} // namespace ruhu::installer
