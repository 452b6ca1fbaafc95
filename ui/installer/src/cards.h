// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "stage_view.h"

#include <QWidget>

namespace ruhu::installer {

using Page = std::shared_ptr<const presentation::TicketPage>;
/// Reads the card's inputs; nothing when they are not complete.
using MakeProposal = std::function<std::optional<domain::Payload>()>;

/// A card that carries the page's primary action: its words, what keeps it back, and the reading of its inputs.
struct FactCard {
    QWidget *widget = nullptr;
    MakeProposal proposal;
    QString act;
    std::optional<domain::Refusal> refusal;
};

/// What the visit's acts recorded for a stage, a line each, once their cards are gone (visit_facts.cpp).
[[nodiscard]] QWidget *makeFactLines(const Page &page, const QString &stage);

// Cards of facts that move a visit on (cards_visit.cpp).
[[nodiscard]] QWidget *makeContactCard(const Page &page, const CardActions &actions);
[[nodiscard]] FactCard makeAppointmentCard(const Page &page, const CardActions &actions);
[[nodiscard]] QWidget *makeLateCard(const Page &page, const CardActions &actions);
[[nodiscard]] FactCard makeArrivalCard(const Page &page, const CardActions &actions);
[[nodiscard]] FactCard makeAdmissionCard(const Page &page, const CardActions &actions);

// Cards of what goes otherwise than planned (cards_exceptions.cpp).
/// The technician has left the site: back again, with an adult's consent.
[[nodiscard]] QWidget *makeAwayCard(const Page &page, const CardActions &actions);
[[nodiscard]] QWidget *makeLeaveCard(const Page &page, const CardActions &actions);
/// nullptr while the ticket asks for no quotation, or for no payment.
[[nodiscard]] QWidget *makeQuotationCard(const Page &page, const CardActions &actions);
[[nodiscard]] QWidget *makePaymentCard(const Page &page, const CardActions &actions);
[[nodiscard]] QWidget *makeEnquiryCard(const Page &page, const CardActions &actions);
/// Carries the sign-off once a promised time has passed; nothing before.
[[nodiscard]] std::optional<FactCard> makeOverdueCard(const Page &page, const CardActions &actions);

/// The card of a step in the checklist's words, with the supervisor's pins and its state; the body is the caller's.
/// `offered`: it may be done, nobody waits for it (cards_steps.cpp).
[[nodiscard]] widgets::StepCard *makeCardOf(const domain::Step &step, const presentation::TicketPage &page,
                                            bool offered = false);

// What the service code says beside the steps (card_guidance.cpp).
/// What to say at the step, with the names of this ticket; nullptr when there is nothing to say.
[[nodiscard]] QWidget *makePhraseLines(const domain::Step &step, const Page &page);
/// Rules of conduct of this stage and those for any time, folded; nullptr for a stage without rules of its own (D15-103).
[[nodiscard]] QWidget *makeConductCard(const Page &page, const QString &stage);

// One card per step kind (cards_steps.cpp). The card's title, hint, rule, pins and skip line are added by the view.
[[nodiscard]] QWidget *makePhotoBody(const domain::Step &step, const Page &page, const CardActions &actions);
/// The body of the step's kind; nullptr for a step without a card of its own.
[[nodiscard]] QWidget *makeStepBody(const domain::Step &step, const Page &page, const CardActions &actions);
/// The line under a step that may be left out with a reason.
[[nodiscard]] QWidget *makeSkipLine(const domain::Step &step, const CardActions &actions);
/// What was recorded for a step, in one line; empty when nothing was.
[[nodiscard]] QString stepSummary(const domain::Step &step, const presentation::TicketPage &page);

// Terminals and materials (card_materials.cpp).
[[nodiscard]] QWidget *makeMaterialsBody(const domain::Step &step, const Page &page, const CardActions &actions);

// The customer's things and the closing (cards_closing.cpp).
[[nodiscard]] QWidget *makeItemsBody(const domain::Step &step, const Page &page, const CardActions &actions);
[[nodiscard]] QWidget *makeCustomerBody(const Page &page, const CardActions &actions);
[[nodiscard]] QWidget *makeTechnicianBody(const Page &page, const CardActions &actions);
[[nodiscard]] QWidget *makeGateCard(const Page &page, const std::function<void(const QString &)> &goTo);

} // namespace ruhu::installer
