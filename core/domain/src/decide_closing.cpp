// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "acts.h"

#include <algorithm>

namespace ruhu::domain::detail {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype kHashBytes = 32;

const MovedItem *findItem(const Ticket &ticket, const QString &id)
{
    const auto found = std::find_if(ticket.movedItems.begin(), ticket.movedItems.end(),
                                    [&](const MovedItem &moved) { return moved.item.item == id; });
    return found == ticket.movedItems.end() ? nullptr : &*found;
}

} // namespace

Objection Act::operator()(ItemMoved &proposal) const
{
    if (!proposal.consent)
        return refuse(RefusalCode::ConsentFirst, proposal.item, u"D15-47"_s);
    if (isBlank(proposal.item))
        return refuse(RefusalCode::UnknownItem);
    if (isBlank(proposal.label))
        return refuse(RefusalCode::NeedsText, proposal.item, u"D15-46"_s);
    return findItem(ticket, proposal.item) ? Objection(refuse(RefusalCode::DuplicateItem, proposal.item))
                                           : std::nullopt;
}

Objection Act::operator()(ItemRestored &proposal) const
{
    const MovedItem *moved = findItem(ticket, proposal.item);
    if (!moved)
        return refuse(RefusalCode::UnknownItem, proposal.item);
    return moved->restored ? Objection(refuse(RefusalCode::AlreadyDone, proposal.item)) : std::nullopt;
}

Objection Act::operator()(RatingGiven &proposal) const
{
    if (proposal.rating == Rating::Dissatisfied && isBlank(proposal.reason))
        return refuse(RefusalCode::NeedsReason, u"rating"_s, u"D15-73"_s);
    return {};
}

Objection Act::operator()(SignatureGiven &proposal) const
{
    // Everything that would be written after the signature would void it, so it is asked for first.
    auto items = leaveGate(ticket, context.catalogue);
    items.erase(std::remove_if(items.begin(), items.end(), isSignature), items.end());
    if (auto objection = objectionTo(items, ticket, context.catalogue))
        return objection;
    const QString subject = signatureItem(proposal.role);
    if (proposal.contentHash.size() != kHashBytes || proposal.contentHash != context.contentHash)
        return refuse(RefusalCode::ContentChanged, subject, u"D15-71"_s);
    if (proposal.strokes.size() != kHashBytes || proposal.strokeCount < 1 || proposal.durationMs < 1)
        return refuse(RefusalCode::EmptySignature, subject, u"D15-71"_s);
    const auto drawn = ticket.strokes.find(proposal.strokes);
    if (drawn != ticket.strokes.end() && drawn->second != proposal.role)
        return refuse(RefusalCode::SignatureReused, subject, u"D15-101"_s);
    if (isBlank(proposal.name))
        return refuse(RefusalCode::NeedsText, subject);
    proposal.workRevision = ticket.workRevision;
    return {};
}

} // namespace ruhu::domain::detail
