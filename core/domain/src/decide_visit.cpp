// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "acts.h"

#include <ruhu/domain/deadlines.h>
#include <ruhu/domain/names.h>

#include <algorithm>
#include <cstdlib>

namespace ruhu::domain::detail {
namespace {

using namespace Qt::Literals::StringLiterals;
using std::chrono::hours;
using std::chrono::minutes;

constexpr auto kUrbanWindow = hours(2); // "exact time" (D15-11), written as a short window at most
constexpr auto kHalfDayMin = hours(3); // D15-12
constexpr auto kHalfDayMax = hours(6);
constexpr auto kFurthest = hours(24 * 366); // beyond is a slip of the finger

std::int64_t wholeMinutes(Millis span)
{
    return std::chrono::duration_cast<minutes>(span).count();
}

QString joined(const std::vector<OpenItem> &items)
{
    QString names;
    for (const OpenItem &item : items) {
        if (!names.isEmpty())
            names += u',';
        names += item.step;
    }
    return names;
}

/// The part of the list the predicate picks.
template<typename Predicate>
std::vector<OpenItem> pick(const std::vector<OpenItem> &items, Predicate predicate)
{
    std::vector<OpenItem> picked;
    std::copy_if(items.begin(), items.end(), std::back_inserter(picked), predicate);
    return picked;
}

Refusal signatureMissing(const OpenItem &item, const Ticket &ticket)
{
    const auto role = item.step == signatureItem(SignerRole::Customer) ? SignerRole::Customer : SignerRole::Technician;
    const bool stale = ticket.signatures.count(role) > 0;
    return Refusal{stale ? RefusalCode::StaleSignature : RefusalCode::NeedsSignature,
                   u"D15-71"_s,
                   item.step,
                   {{u"role"_s, toName(role)}}};
}

Objection overdue(const Ticket &ticket, const ActContext &context)
{
    const auto deadline = overdueSignOff(ticket, context.catalogue, context.now);
    if (!deadline)
        return {};
    return Refusal{RefusalCode::OverdueNeedsReason, deadline->rule, {}, {{u"deadline"_s, deadline->id}}};
}

} // namespace

std::int64_t arrivalDeviation(const Window &window, Area area, WallTime now)
{
    if (area == Area::Urban)
        return wholeMinutes(now - window.start);
    if (now < window.start)
        return wholeMinutes(now - window.start);
    return now > window.end ? wholeMinutes(now - window.end) : 0;
}

bool isGoodWindow(const Window &window, Area area, WallTime now)
{
    if (window.end < window.start || window.start > now + kFurthest)
        return false;
    const Millis length = window.end - window.start;
    if (area == Area::Urban)
        return window.start >= now && length <= kUrbanWindow;
    // Half a day that has begun can still be promised.
    return window.end > now && length >= kHalfDayMin && length <= kHalfDayMax;
}

Objection objectionTo(const std::vector<OpenItem> &items, const Ticket &ticket, const Catalogue &catalogue)
{
    const auto steps =
        pick(items, [](const OpenItem &item) { return !isSignature(item) && !isRating(item) && !isMovedThing(item); });
    if (!steps.empty()) {
        const Step *first = catalogue.step(steps.front().step);
        const QString rule = first && !first->rules.empty() ? first->rules.front() : QString();
        return Refusal{RefusalCode::OpenSteps, rule, steps.front().step, {{u"steps"_s, joined(steps)}}};
    }
    const auto things = pick(items, isMovedThing);
    if (!things.empty()) {
        const QString names = joined(things).remove(u"item:"_s);
        return Refusal{RefusalCode::ItemsNotRestored, u"D15-63"_s, things.front().step, {{u"items"_s, names}}};
    }
    if (std::any_of(items.begin(), items.end(), isRating))
        return Refusal{RefusalCode::NeedsRating, u"D15-71"_s, u"rating"_s, {}};
    const auto signatures = pick(items, isSignature);
    if (!signatures.empty())
        return signatureMissing(signatures.front(), ticket);
    return {};
}

Objection Act::operator()(ContactRecorded &proposal) const
{
    if (proposal.outcome == ContactOutcome::Postponed && isBlank(proposal.note))
        return refuse(RefusalCode::NeedsNote, {}, u"D15-86"_s);
    return {};
}

Objection Act::operator()(AppointmentBooked &proposal) const
{
    if (!hasReachedToBook(ticket))
        return refuse(RefusalCode::NotReached, {}, u"D15-09"_s);
    if (const Transition *next = nextTransition(ticket, context.catalogue); next && next->to == State::Booked) {
        if (auto objection = objectionTo(openBefore(*next, ticket, context.catalogue), ticket, context.catalogue))
            return objection;
    }
    if (isBlank(proposal.person) || isBlank(proposal.phone))
        return refuse(RefusalCode::NeedsContactData, {}, u"D15-13"_s);
    if (!isGoodWindow(proposal.window, ticket.order.area, context.now))
        return refuse(RefusalCode::BadWindow, {}, ticket.order.area == Area::Urban ? u"D15-11"_s : u"D15-12"_s);
    if (proposal.customersWish)
        proposal.reason.clear();
    else if (isBlank(proposal.reason))
        return refuse(RefusalCode::NeedsReason, u"appointment"_s, u"D15-08"_s);
    return {};
}

Objection Act::operator()(AppointmentMissed &proposal) const
{
    return isBlank(proposal.reason) ? Objection(refuse(RefusalCode::NeedsReason, {}, u"D15-27"_s)) : std::nullopt;
}

Objection Act::operator()(LateAnnounced &proposal) const
{
    if (!ticket.appointment)
        return wrongState(ticket);
    if (context.now >= ticket.appointment->appointment.window.start)
        return refuse(RefusalCode::TooLateToAnnounce, {}, u"D15-25"_s);
    if (proposal.expectedDelayMin < 1 || proposal.expectedDelayMin > 24 * 60)
        return Refusal{RefusalCode::ImpossibleValue, {}, {}, {{u"min"_s, u"1"_s}, {u"max"_s, u"1440"_s}}};
    return isBlank(proposal.reason) ? Objection(refuse(RefusalCode::NeedsReason, {}, u"D15-25"_s)) : std::nullopt;
}

Objection Act::operator()(StateEntered &proposal) const
{
    proposal.deviationMin.reset();
    const Transition *next = nextTransition(ticket, context.catalogue);
    const bool past = proposal.to == State::Admitted || proposal.to == State::Working;
    if (ticket.state == State::Arrived && past)
        return refuse(RefusalCode::AdultConsentNeeded, {}, u"D15-34"_s);
    // Booking and letting in are facts of their own, with more to say than the state.
    const bool byFact = proposal.to == State::Booked || proposal.to == State::Admitted;
    if (!next || next->to != proposal.to || byFact)
        return wrongState(ticket, toName(proposal.to));
    if (auto objection = objectionTo(openBefore(*next, ticket, context.catalogue), ticket, context.catalogue))
        return objection;
    if (proposal.to == State::SignedOff)
        return isBlank(proposal.reason) ? overdue(ticket, context) : std::nullopt;
    if (proposal.to != State::Arrived || !ticket.appointment)
        return {};
    const Window &window = ticket.appointment->appointment.window;
    const std::int64_t deviation = arrivalDeviation(window, ticket.order.area, context.now);
    proposal.deviationMin = deviation;
    if (std::abs(deviation) > context.catalogue.arrivalToleranceMin && isBlank(proposal.reason))
        return Refusal{
            RefusalCode::ArrivalNeedsReason, u"D15-24"_s, {}, {{u"deviation"_s, QString::number(deviation)}}};
    return {};
}

Objection Act::operator()(AdmissionRecorded &proposal) const
{
    if (isAdult(proposal.who)) {
        proposal.next.reset();
        return {};
    }
    if (!proposal.next || isBlank(proposal.note))
        return refuse(RefusalCode::NotAdmittedNeedsNext, {}, u"D15-35"_s);
    return {};
}

} // namespace ruhu::domain::detail
