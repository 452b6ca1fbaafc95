// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "acts.h"

#include <ruhu/domain/names.h>

#include <algorithm>
#include <array>

namespace ruhu::domain::detail {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr unsigned kTechnician = roleBit(Role::Technician);
constexpr unsigned kSupervisor = roleBit(Role::Supervisor);
constexpr unsigned kOffice =
    kSupervisor | roleBit(Role::Dispatcher) | roleBit(Role::Administrator) | roleBit(Role::System);

// Recording goes on from its stage until the sign-off, so that a slip of the finger can be corrected; a
// later fact takes the place of the earlier one. The stage of a step narrows `first` further.
constexpr auto kRules = std::to_array<ActRule>({
    {"ticket.opened"_L1, kOffice, State::ToContact, State::ToContact, false, true},
    {"ticket.assigned"_L1, kOffice, State::ToContact, State::HandedOver, false, true},
    {"ticket.rescheduled"_L1, kOffice, State::ToContact, State::Travelling, false, true},
    {"ticket.cancelled"_L1, kOffice, State::ToContact, State::HandedOver, false, true},
    {"ticket.handed-back"_L1, kTechnician, State::ToContact, State::Tested, true, true},
    {"contact.recorded"_L1, kTechnician, State::ToContact, State::HandedOver, true, true},
    {"appointment.booked"_L1, kTechnician, State::ToContact, State::Travelling, true},
    {"appointment.missed"_L1, kTechnician, State::Booked, State::Travelling, true},
    {"late.announced"_L1, kTechnician, State::Booked, State::Travelling, true},
    {"state.entered"_L1, kTechnician, State::ToContact, State::HandedOver, true},
    {"admission.recorded"_L1, kTechnician, State::Arrived, State::Arrived, true},
    {"visit.left"_L1, kTechnician, State::Working, State::Tested, true, true},
    {"visit.resumed"_L1, kTechnician, State::ToContact, State::HandedOver, true, true},
    {"steps.confirmed"_L1, kTechnician, State::ToContact, State::HandedOver, true},
    {"step.answered"_L1, kTechnician, State::ToContact, State::HandedOver, true},
    {"step.skipped"_L1, kTechnician, State::ToContact, State::HandedOver, true},
    {"reading.recorded"_L1, kTechnician, State::ToContact, State::HandedOver, true},
    {"photo.attached"_L1, kTechnician, State::ToContact, State::HandedOver, true},
    {"item.moved"_L1, kTechnician, State::Working, State::HandedOver, true},
    {"item.restored"_L1, kTechnician, State::Working, State::HandedOver, true},
    {"material.used"_L1, kTechnician, State::Working, State::HandedOver, true},
    {"material.withdrawn"_L1, kTechnician, State::Working, State::HandedOver, true},
    {"charge.quoted"_L1, kTechnician, State::Admitted, State::HandedOver, true},
    {"charge.taken"_L1, kTechnician, State::HandedOver, State::HandedOver, true},
    {"enquiry.recorded"_L1, kTechnician, State::Arrived, State::HandedOver, true},
    {"rating.given"_L1, kTechnician, State::HandedOver, State::HandedOver, true},
    {"signature.given"_L1, kTechnician, State::HandedOver, State::HandedOver, true},
    {"note.added"_L1, kTechnician | kOffice, State::ToContact, State::HandedBack, true, true},
    {"review.decided"_L1, kSupervisor, State::SignedOff, State::HandedBack, false},
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
    if ((rule->roles & roleBit(context.role)) == 0)
        return refuse(RefusalCode::WrongRole);
    if (rule->assignedOnly && context.role == Role::Technician && !isAssignedTo(ticket, context.actor))
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

} // namespace ruhu::domain::detail
