// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "steps.h"

#include <ruhu/domain/names.h>

#include <algorithm>

namespace ruhu::domain {
namespace {

using namespace Qt::Literals::StringLiterals;

template<typename T>
bool contains(const std::vector<T> &list, const T &value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool hasPhoto(const Ticket &ticket, const QString &step)
{
    const auto first = ticket.photos.begin() + static_cast<std::ptrdiff_t>(ticket.photosBeforeVisit);
    return std::any_of(first, ticket.photos.end(), [&](const PhotoFact &fact) { return fact.photo.step == step; });
}

/// One of this visit that waits for an answer.
bool hasEnquiry(const Ticket &ticket)
{
    const auto first = ticket.enquiries.begin() + static_cast<std::ptrdiff_t>(ticket.enquiriesBeforeVisit);
    return std::any_of(first, ticket.enquiries.end(),
                       [](const EnquiryFact &fact) { return fact.enquiry.kind != EnquiryKind::OutOfScope; });
}

bool isBack(const MovedItem &item)
{
    return item.restored.has_value();
}

bool reachedAfter(const Ticket &ticket, std::size_t calls)
{
    const auto first = std::min(calls, ticket.contacts.size());
    return std::any_of(ticket.contacts.begin() + static_cast<std::ptrdiff_t>(first), ticket.contacts.end(),
                       [](const ContactFact &fact) { return fact.contact.outcome == ContactOutcome::Reached; });
}

/// A failed answer keeps a blocking step open; elsewhere it is a finding. A later reading that the answer does not go
/// with opens any step again, and so does another answer after which the option is not offered any more.
bool isAnswered(const Step &step, const StepRecord &record, const Ticket &ticket)
{
    const bool contradicted = std::any_of(step.options.begin(), step.options.end(), [&](const StepOption &option) {
        return contains(record.options, option.id)
               && (!isOffered(option, ticket) || !detail::failedReading(option, ticket).isEmpty());
    });
    return !record.options.empty() && !contradicted && (step.gate != Gate::Block || detail::answersPass(step, record));
}

/// An empty list asks for nothing.
template<typename T>
bool allows(const std::vector<T> &list, const T &value)
{
    return list.empty() || contains(list, value);
}

bool isFactThere(const QString &automatic, const Ticket &ticket)
{
    if (automatic == u"contact"_s)
        return detail::hasReached(ticket);
    if (automatic == u"appointment"_s)
        return ticket.appointment.has_value();
    if (automatic == u"arrival"_s)
        return ticket.arrival.has_value();
    if (automatic == u"quotation"_s)
        return ticket.quotation && ticket.quotation->quotation.accepted;
    if (automatic == u"payment"_s)
        return ticket.payment && ticket.quotation
               && ticket.payment->payment.amountFen == ticket.quotation->quotation.amountFen;
    if (automatic == u"enquiry"_s)
        return hasEnquiry(ticket);
    return automatic == u"admission"_s && detail::isAdmitted(ticket);
}

/// The Auto steps that entering this state completes by itself.
QString factOf(State target)
{
    switch (target) {
    case State::Booked:
        return u"appointment"_s;
    case State::Arrived:
        return u"arrival"_s;
    case State::Admitted:
        return u"admission"_s;
    default:
        return {};
    }
}

/// Steps whose parts are named one by one.
std::vector<QString> openParts(const Step &step, const Ticket &ticket)
{
    std::vector<QString> parts;
    if (step.kind == StepKind::Items) {
        for (const MovedItem &moved : ticket.movedItems) {
            if (!isBack(moved))
                parts.push_back(u"item:"_s + moved.item.item);
        }
    } else if (step.kind == StepKind::Rating) {
        parts.push_back(u"rating"_s);
    } else if (step.kind == StepKind::Signature) {
        parts.push_back(detail::signatureItem(step.signer));
    } else {
        parts.push_back(step.id);
    }
    return parts;
}

void addMissing(std::vector<OpenItem> &items, const OpenItem &item)
{
    const bool known =
        std::any_of(items.begin(), items.end(), [&](const OpenItem &other) { return other.step == item.step; });
    if (!known)
        items.push_back(item);
}

} // namespace

namespace detail {

State stageStart(const Catalogue &catalogue, const QString &stage)
{
    State start = State::ToContact;
    for (const Transition &transition : catalogue.transitions) {
        if (contains(transition.stages, stage))
            return start;
        if (!transition.stages.empty())
            start = transition.to;
    }
    return start;
}

std::vector<OpenItem> openBefore(const Transition &transition, const Ticket &ticket, const Catalogue &catalogue)
{
    if (transition.to == State::SignedOff)
        return leaveGate(ticket, catalogue);
    if (transition.stages.empty())
        return {};
    auto items = openItems(ticket, catalogue, transition.stages);
    const QString fact = factOf(transition.to);
    const auto completedByItself = [&](const OpenItem &item) {
        const Step *step = catalogue.step(item.step);
        return step && step->kind == StepKind::Auto && step->automatic == fact;
    };
    items.erase(std::remove_if(items.begin(), items.end(), completedByItself), items.end());
    return items;
}

bool signatureCounts(const Ticket &ticket, SignerRole role)
{
    const auto found = ticket.signatures.find(role);
    if (found == ticket.signatures.end())
        return false;
    const bool beforeReturn = found->second.beforeReturn;
    return role == SignerRole::Customer ? beforeReturn || ticket.isFresh(role) : !beforeReturn && ticket.isFresh(role);
}

bool isSignature(const OpenItem &item)
{
    return item.step.startsWith(u"signature:"_s);
}

bool isRating(const OpenItem &item)
{
    return item.step == u"rating"_s;
}

bool isMovedThing(const OpenItem &item)
{
    return item.step.startsWith(u"item:"_s);
}

QString signatureItem(SignerRole role)
{
    return u"signature:"_s + toName(role);
}

bool isMet(const StepCondition &condition, const Ticket &ticket)
{
    const TicketOpened &order = ticket.order;
    const auto ordered = [&](Service service) { return contains(order.services, service); };
    const auto met = [&](const StepCondition &one) { return isMet(one, ticket); };
    if (!allows(condition.kinds, order.kind) || !allows(condition.accesses, order.access)
        || !allows(condition.areas, order.area) || !allows(condition.tiers, order.tier))
        return false;
    if (!condition.services.empty() && std::none_of(condition.services.begin(), condition.services.end(), ordered))
        return false;
    if (!condition.anyOf.empty() && std::none_of(condition.anyOf.begin(), condition.anyOf.end(), met))
        return false;
    if (condition.stepAnswered.isEmpty())
        return true;
    const auto answer = ticket.steps.find(condition.stepAnswered);
    if (answer == ticket.steps.end())
        return false;
    return condition.withOption.isEmpty() ? !answer->second.options.empty()
                                          : contains(answer->second.options, condition.withOption);
}

bool isAdmitted(const Ticket &ticket)
{
    if (ticket.admissions.empty())
        return false;
    return isAdult(ticket.admissions.back().admission.who);
}

QString failedReading(const StepOption &option, const Ticket &ticket)
{
    for (const QString &measure : option.needsPassing) {
        const auto found = ticket.readings.find(measure);
        if (found != ticket.readings.end() && found->second.reading.verdict == Verdict::Fail)
            return measure;
    }
    return {};
}

bool hasReached(const Ticket &ticket)
{
    return reachedAfter(ticket, ticket.callsBeforeVisit);
}

bool hasReachedToBook(const Ticket &ticket)
{
    return reachedAfter(ticket, ticket.appointment ? ticket.appointment->callsBefore : ticket.callsBeforeVisit);
}

bool answersPass(const Step &step, const StepRecord &record)
{
    return std::all_of(step.options.begin(), step.options.end(),
                       [&](const StepOption &option) { return option.passes || !contains(record.options, option.id); });
}

} // namespace detail

bool appliesTo(const Step &step, const Ticket &ticket)
{
    return detail::isMet(step.condition, ticket);
}

bool isOffered(const StepOption &option, const Ticket &ticket)
{
    return detail::isMet(option.condition, ticket);
}

bool isSettled(const Step &step, const Ticket &ticket)
{
    const auto found = ticket.steps.find(step.id);
    const StepRecord *record = found == ticket.steps.end() ? nullptr : &found->second;
    if (record && record->skipped && step.gate == Gate::Reason)
        return true;
    switch (step.kind) {
    case StepKind::Tick:
        return record && record->confirmed;
    case StepKind::Choice:
    case StepKind::Multi:
        return record && isAnswered(step, *record, ticket);
    case StepKind::Text:
        return record && !record->text.trimmed().isEmpty();
    case StepKind::Reading:
        return std::all_of(step.measures.begin(), step.measures.end(),
                           [&](const QString &measure) { return ticket.readings.count(measure) > 0; });
    case StepKind::Photo:
        return hasPhoto(ticket, step.id);
    case StepKind::Items:
        return step.automatic == u"moved"_s || std::all_of(ticket.movedItems.begin(), ticket.movedItems.end(), isBack);
    case StepKind::Materials:
        return hasLines(step, ticket) || (record && isAnswered(step, *record, ticket));
    case StepKind::Signature:
        return detail::signatureCounts(ticket, step.signer);
    case StepKind::Rating:
        return ticket.rating.has_value();
    case StepKind::Auto:
        return isFactThere(step.automatic, ticket);
    }
    return false;
}

std::vector<OpenItem> openItems(const Ticket &ticket, const Catalogue &catalogue, const std::vector<QString> &stages)
{
    std::vector<OpenItem> items;
    for (const Stage &stage : catalogue.stages) {
        if (!stages.empty() && !contains(stages, stage.id))
            continue;
        for (const Step &step : catalogue.steps) {
            if (step.stage != stage.id || step.gate == Gate::Optional || !appliesTo(step, ticket))
                continue;
            if (isSettled(step, ticket))
                continue;
            for (const QString &part : openParts(step, ticket))
                items.push_back({stage.id, part, step.gate});
        }
    }
    return items;
}

std::vector<OpenItem> leaveGate(const Ticket &ticket, const Catalogue &catalogue)
{
    auto items = openItems(ticket, catalogue);
    const QString last = catalogue.stages.empty() ? QString() : catalogue.stages.back().id;
    // These close every visit, whether or not the checklist draws a step for them.
    if (!ticket.rating)
        addMissing(items, {last, u"rating"_s, Gate::Block});
    for (const SignerRole role : {SignerRole::Customer, SignerRole::Technician}) {
        if (!detail::signatureCounts(ticket, role))
            addMissing(items, {last, detail::signatureItem(role), Gate::Block});
    }
    return items;
}

const Transition *nextTransition(const Ticket &ticket, const Catalogue &catalogue)
{
    const auto found = std::find_if(catalogue.transitions.begin(), catalogue.transitions.end(),
                                    [&](const Transition &transition) { return transition.from == ticket.state; });
    return found == catalogue.transitions.end() ? nullptr : &*found;
}

} // namespace ruhu::domain
