// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "acts.h"

#include <ruhu/domain/names.h>

#include <algorithm>
#include <array>

namespace ruhu::domain {
namespace detail {
namespace {

using namespace Qt::Literals::StringLiterals;

// Recording goes on from its stage until the sign-off, so that a slip of the finger can be corrected; a
// later fact takes the place of the earlier one. The stage of a step narrows `first` further.
constexpr auto kRules = std::to_array<ActRule>({
    {"ticket.opened"_L1, Right::Order, State::ToContact, State::ToContact, true},
    {"ticket.assigned"_L1, Right::Order, State::ToContact, State::HandedOver, true},
    {"ticket.rescheduled"_L1, Right::Order, State::ToContact, State::Travelling, true},
    {"ticket.cancelled"_L1, Right::Order, State::ToContact, State::HandedOver, true},
    {"ticket.handed-back"_L1, Right::Visit, State::ToContact, State::Tested, true},
    {"contact.recorded"_L1, Right::Visit, State::ToContact, State::HandedOver, true},
    {"appointment.booked"_L1, Right::Visit, State::ToContact, State::Travelling},
    {"appointment.missed"_L1, Right::Visit, State::Booked, State::Travelling},
    {"late.announced"_L1, Right::Visit, State::Booked, State::Travelling},
    {"state.entered"_L1, Right::Visit, State::ToContact, State::HandedOver},
    {"admission.recorded"_L1, Right::Visit, State::Arrived, State::Arrived},
    {"visit.left"_L1, Right::Visit, State::Working, State::Tested, true},
    {"visit.resumed"_L1, Right::Visit, State::ToContact, State::HandedOver, true},
    {"steps.confirmed"_L1, Right::Visit, State::ToContact, State::HandedOver},
    {"step.answered"_L1, Right::Visit, State::ToContact, State::HandedOver},
    {"step.skipped"_L1, Right::Visit, State::ToContact, State::HandedOver},
    {"reading.recorded"_L1, Right::Visit, State::ToContact, State::HandedOver},
    {"photo.attached"_L1, Right::Visit, State::ToContact, State::HandedOver},
    {"item.moved"_L1, Right::Visit, State::Working, State::HandedOver},
    {"item.restored"_L1, Right::Visit, State::Working, State::HandedOver},
    {"material.used"_L1, Right::Visit, State::Working, State::HandedOver},
    {"material.withdrawn"_L1, Right::Visit, State::Working, State::HandedOver},
    {"charge.quoted"_L1, Right::Visit, State::Admitted, State::HandedOver},
    {"charge.taken"_L1, Right::Visit, State::HandedOver, State::HandedOver},
    {"enquiry.recorded"_L1, Right::Visit, State::Arrived, State::HandedOver},
    {"rating.given"_L1, Right::Visit, State::HandedOver, State::HandedOver},
    {"signature.given"_L1, Right::Visit, State::HandedOver, State::HandedOver},
    {"note.added"_L1, Right::Note, State::ToContact, State::HandedBack, true},
    {"review.decided"_L1, Right::Review, State::SignedOff, State::HandedBack},
});

bool isAssignedTo(const Ticket &ticket, const UserId &user)
{
    return ticket.assignment && ticket.assignment->user == user;
}

} // namespace

const ActRule *ruleOf(const QString &type)
{
    const auto found =
        std::find_if(kRules.begin(), kRules.end(), [&](const ActRule &rule) { return rule.type == type; });
    return found == kRules.end() ? nullptr : &*found;
}

} // namespace detail

std::optional<Right> rightFor(const Payload &payload)
{
    const detail::ActRule *rule = detail::ruleOf(payloadType(payload));
    return rule ? std::optional(rule->right) : std::nullopt;
}

namespace detail {

Refusal wrongState(const Ticket &ticket, const QString &subject)
{
    return Refusal{RefusalCode::WrongState, {}, subject, {{u"state"_s, toName(ticket.state)}}};
}

Objection checkRule(const Ticket &ticket, const Payload &proposal, const ActContext &context)
{
    if (std::holds_alternative<CaseOpened>(proposal) || std::holds_alternative<CaseActed>(proposal))
        return refuse(RefusalCode::UnknownAct);
    const ActRule *rule = ruleOf(payloadType(proposal));
    if (!rule)
        return refuse(RefusalCode::NeedsNewerProgram);
    if (ticket.needsNewerProgram && !std::holds_alternative<NoteAdded>(proposal))
        return refuse(RefusalCode::NeedsNewerProgram);
    if (!context.role.has(rule->right))
        return refuse(RefusalCode::WrongRole);
    if (context.role.reads == Reach::Own && !isAssignedTo(ticket, context.actor))
        return refuse(RefusalCode::NotYours);
    if (ticket.state == State::Cancelled)
        return refuse(RefusalCode::Cancelled);
    if (ticket.state == State::Done)
        return refuse(RefusalCode::AlreadyDone);
    if (ticket.isAway() && !rule->whileAway)
        return refuse(RefusalCode::Away, {}, u"D15-52"_s);
    if (ticket.state >= rule->first && ticket.state <= rule->last)
        return {};
    if (std::holds_alternative<ReviewDecided>(proposal))
        return refuse(RefusalCode::NothingToReview);
    return wrongState(ticket);
}

} // namespace detail
} // namespace ruhu::domain
