// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "acts.h"

#include <algorithm>

namespace ruhu::domain::detail {

using namespace Qt::Literals::StringLiterals;

Objection Act::operator()(TicketOpened &proposal) const
{
    if (!ticket.order.number.isEmpty())
        return refuse(RefusalCode::AlreadyDone);
    if (!context.catalogue.kinds.empty() && !context.catalogue.kind(proposal.kind))
        return refuse(RefusalCode::UnknownKind, proposal.kind);
    return {};
}

Objection Act::operator()(TicketAssigned &) const
{
    return {};
}

Objection Act::operator()(TicketRescheduled &proposal) const
{
    // The office moves the day; the exact time is the technician's to agree.
    if (proposal.window.end < proposal.window.start || proposal.window.end < context.now)
        return refuse(RefusalCode::BadWindow);
    return isBlank(proposal.reason) ? Objection(refuse(RefusalCode::NeedsReason)) : std::nullopt;
}

Objection Act::operator()(TicketCancelled &proposal) const
{
    return isBlank(proposal.reason) ? Objection(refuse(RefusalCode::NeedsReason)) : std::nullopt;
}

Objection Act::operator()(ReviewDecided &proposal) const
{
    // Nobody judges his own work.
    if (ticket.assignment && ticket.assignment->user == context.actor)
        return refuse(RefusalCode::WrongRole);
    if (proposal.decision == ReviewDecision::Return && isBlank(proposal.comment))
        return refuse(RefusalCode::NeedsComment);
    for (const ReviewPin &pin : proposal.pins) {
        if (!context.catalogue.step(pin.step))
            return refuse(RefusalCode::UnknownStep, pin.step);
        if (isBlank(pin.comment))
            return refuse(RefusalCode::NeedsComment, pin.step);
    }
    for (const QString &mark : proposal.marks) {
        const bool twice = std::count(proposal.marks.begin(), proposal.marks.end(), mark) > 1;
        if (twice || !context.catalogue.conductRule(mark))
            return refuse(RefusalCode::UnknownMark, mark, u"D15-103"_s);
    }
    return {};
}

Objection Act::operator()(NoteAdded &proposal) const
{
    if (isBlank(proposal.text))
        return refuse(RefusalCode::NeedsText);
    if (!proposal.step.isEmpty() && !context.catalogue.step(proposal.step))
        return refuse(RefusalCode::UnknownStep, proposal.step);
    return {};
}

// A visit is no case of the office, see decideAct().
Objection Act::operator()(CaseOpened &proposal) const
{
    return refuse(RefusalCode::UnknownAct, proposal.kind);
}

Objection Act::operator()(CaseActed &proposal) const
{
    return refuse(RefusalCode::UnknownAct, proposal.act);
}

Objection Act::operator()(UnknownPayload &) const
{
    return refuse(RefusalCode::NeedsNewerProgram);
}

} // namespace ruhu::domain::detail
