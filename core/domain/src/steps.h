// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/decide.h>

namespace ruhu::domain::detail {

/// The state from which a stage's facts may be recorded: where the stages before it lead to.
[[nodiscard]] State stageStart(const Catalogue &catalogue, const QString &stage);

/// What keeps this transition from happening; steps its own fact completes are no obstacle.
[[nodiscard]] std::vector<OpenItem> openBefore(const Transition &transition, const Ticket &ticket,
                                               const Catalogue &catalogue);

/// Is there a signature of this role that counts at the sign-off? After a supervisor's return the technician
/// signs again in any case; the customer's older one counts: the customer is not there any more.
[[nodiscard]] bool signatureCounts(const Ticket &ticket, SignerRole role);

[[nodiscard]] bool isSignature(const OpenItem &item);
[[nodiscard]] bool isRating(const OpenItem &item);
[[nodiscard]] bool isMovedThing(const OpenItem &item);
[[nodiscard]] QString signatureItem(SignerRole role);

/// True when the last word at the door was an adult's consent (D15-34).
[[nodiscard]] bool isAdmitted(const Ticket &ticket);
/// Does everything the condition asks for hold?
[[nodiscard]] bool isMet(const StepCondition &condition, const Ticket &ticket);
/// The first measure of the option's list whose newest reading is out of limits; empty when none is.
[[nodiscard]] QString failedReading(const StepOption &option, const Ticket &ticket);
/// True when a call of this visit reached the customer (D15-09).
[[nodiscard]] bool hasReached(const Ticket &ticket);
/// The same after the last booking: another time is agreed in another call (D15-09, D15-25).
[[nodiscard]] bool hasReachedToBook(const Ticket &ticket);
/// Of a choice or a list: no option was taken that does not pass.
[[nodiscard]] bool answersPass(const Step &step, const StepRecord &record);

} // namespace ruhu::domain::detail
