// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "acts.h"

#include <algorithm>

namespace ruhu::domain::detail {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto kFurthestPromise = std::chrono::hours(24 * 31);
constexpr std::int64_t kMaxFen = 10'000'00; // no household visit costs more than 10,000 yuan

Objection badAmount(std::int64_t amountFen)
{
    if (amountFen > 0 && amountFen <= kMaxFen)
        return {};
    return Refusal{RefusalCode::BadAmount, u"D15-96"_s, {}, {{u"max"_s, QString::number(kMaxFen)}}};
}

/// Nobody leaves a home for good with the customer's things out of their place.
Objection thingsNotBack(const Ticket &ticket)
{
    for (const MovedItem &moved : ticket.movedItems) {
        if (!moved.restored)
            return Refusal{RefusalCode::ItemsNotRestored,
                           u"D15-63"_s,
                           u"item:"_s + moved.item.item,
                           {{u"items"_s, moved.item.item}}};
    }
    return {};
}

} // namespace

Objection Act::operator()(VisitLeft &proposal) const
{
    if (isBlank(proposal.reason))
        return refuse(RefusalCode::NeedsReason, {}, u"D15-52"_s);
    const bool ahead = proposal.promisedBy > context.now && proposal.promisedBy <= context.now + kFurthestPromise;
    return ahead ? std::nullopt : Objection(refuse(RefusalCode::BadPromise, {}, u"D15-52"_s));
}

Objection Act::operator()(VisitResumed &proposal) const
{
    if (!ticket.isAway())
        return refuse(RefusalCode::NotAway);
    return isAdult(proposal.who) ? std::nullopt : Objection(refuse(RefusalCode::AdultConsentNeeded, {}, u"D15-34"_s));
}

Objection Act::operator()(TicketHandedBack &proposal) const
{
    const HandBackWay *way = context.catalogue.handBackWay(proposal.way);
    if (!way)
        return refuse(RefusalCode::UnknownWay, proposal.way);
    const QString rule = way->rules.empty() ? QString() : way->rules.front();
    if (ticket.state < way->from || ticket.state > way->to)
        return wrongState(ticket, way->id);
    if (!isMet(way->condition, ticket))
        return refuse(RefusalCode::NotThisWay, way->condition.stepAnswered, rule);
    if (ticket.lostVisits < way->lostVisits)
        return Refusal{RefusalCode::TooFewVisits, rule, way->id, {{u"visits"_s, QString::number(way->lostVisits)}}};
    if (way->needsCall && !hasReached(ticket))
        return refuse(RefusalCode::NotReached, {}, u"D15-09"_s);
    if (isBlank(proposal.note))
        return refuse(RefusalCode::NeedsNote, {}, rule);
    return thingsNotBack(ticket);
}

Objection Act::operator()(ChargeQuoted &proposal) const
{
    if (auto objection = badAmount(proposal.amountFen))
        return objection;
    return isBlank(proposal.purpose) ? Objection(refuse(RefusalCode::NeedsText, {}, u"D15-96"_s)) : std::nullopt;
}

Objection Act::operator()(ChargeTaken &proposal) const
{
    if (auto objection = badAmount(proposal.amountFen))
        return objection;
    if (!ticket.quotation || !ticket.quotation->quotation.accepted)
        return refuse(RefusalCode::NeedsQuotation, {}, u"D15-96"_s);
    const std::int64_t quoted = ticket.quotation->quotation.amountFen;
    if (proposal.amountFen != quoted)
        return Refusal{RefusalCode::DiffersFromQuotation, u"D15-96"_s, {}, {{u"quoted"_s, QString::number(quoted)}}};
    return isBlank(proposal.receipt) ? Objection(refuse(RefusalCode::NeedsText, {}, u"D8-08"_s)) : std::nullopt;
}

Objection Act::operator()(EnquiryRecorded &proposal) const
{
    if (isBlank(proposal.text))
        return refuse(RefusalCode::NeedsText, {}, u"D15-58"_s);
    // Who asks for more than the order says gets an explanation; everybody else gets an answer later.
    const bool answeredLater = proposal.kind != EnquiryKind::OutOfScope;
    if (answeredLater && (isBlank(proposal.person) || isBlank(proposal.phone)))
        return refuse(RefusalCode::NeedsContactData, {}, u"D15-59"_s);
    return {};
}

} // namespace ruhu::domain::detail
