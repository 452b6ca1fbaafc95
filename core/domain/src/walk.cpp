// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/walk.h>

#include "proposals.h"
#include "steps.h"

#include <algorithm>

namespace ruhu::domain {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto kAbsence = std::chrono::hours(2);

using Next = std::optional<WalkStep>; // nothing: look further on

class Walker {
public:
    Walker(const Ticket &ticket, const ActContext &context, const WalkAnswers &answers)
        : m_ticket(ticket), m_context(context), m_answers(answers)
    {}

    [[nodiscard]] WalkStep next() const
    {
        const Transition *transition = nextTransition(m_ticket, m_context.catalogue);
        if (!transition)
            return Finished{};
        if (auto act = exception())
            return *act;
        if (auto act = beforeSteps())
            return *act;
        for (const QString &stage : transition->stages) {
            if (auto act = inStage(stage))
                return *act;
        }
        if (transition->to == State::SignedOff) {
            if (auto act = closing())
                return *act;
        }
        return leave(*transition);
    }

private:
    [[nodiscard]] Next exception() const;
    [[nodiscard]] Next beforeSteps() const;
    [[nodiscard]] Next inStage(const QString &stage) const;
    [[nodiscard]] Next forStep(const Step &step) const;
    [[nodiscard]] Next closing() const;
    [[nodiscard]] WalkStep leave(const Transition &transition) const;
    [[nodiscard]] bool isSaid(const StepAnswered &answer) const;
    [[nodiscard]] Next fact(const QString &automatic) const;
    [[nodiscard]] Next reading(const Step &step) const;
    [[nodiscard]] Next putBack() const;
    [[nodiscard]] Next material(const Step &step) const;
    [[nodiscard]] bool isWanted(const Step &step) const;

    const Ticket &m_ticket;
    const ActContext &m_context;
    const WalkAnswers &m_answers;
};

/// Nothing optional that costs the customer time, but what is measured or ticked in passing.
bool Walker::isWanted(const Step &step) const
{
    const bool scripted = m_answers.steps.count(step.id) > 0;
    return step.gate != Gate::Optional || scripted || step.kind == StepKind::Tick || step.kind == StepKind::Reading;
}

/// What the answers say goes wrong on this visit.
Next Walker::exception() const
{
    if (m_ticket.isAway())
        return Payload(VisitResumed{});
    if (m_answers.handBack) {
        const Payload handBack(*m_answers.handBack);
        if (std::holds_alternative<std::vector<Payload>>(decide(m_ticket, handBack, m_context)))
            return handBack;
    }
    const bool onItsWay = m_ticket.state >= State::Booked && m_ticket.state <= State::Travelling;
    if (onItsWay && m_ticket.missed.size() < m_answers.missed.size())
        return Payload(m_answers.missed[m_ticket.missed.size()]);
    if (m_ticket.state == State::Working && !m_answers.leftReason.isEmpty() && m_ticket.absences.empty())
        return Payload(VisitLeft{m_answers.leftReason, m_context.now + kAbsence});
    return {};
}

Next Walker::beforeSteps() const
{
    if (m_ticket.state == State::ToContact && !detail::hasReached(m_ticket))
        return Payload(ContactRecorded{});
    const bool onTheWay = m_ticket.state == State::Travelling && m_ticket.appointment;
    if (m_answers.late && onTheWay && m_ticket.lateNotices.empty()
        && m_context.now < m_ticket.appointment->appointment.window.start)
        return Payload(*m_answers.late);
    if (m_ticket.state != State::Working)
        return {};
    for (const ItemMoved &item : m_answers.items) {
        const bool known = std::any_of(m_ticket.movedItems.begin(), m_ticket.movedItems.end(),
                                       [&](const MovedItem &moved) { return moved.item.item == item.item; });
        if (!known)
            return Payload(item);
    }
    for (const MaterialUsed &used : m_answers.materials) {
        const bool known = std::any_of(m_ticket.materials.begin(), m_ticket.materials.end(),
                                       [&](const MaterialLine &line) { return line.used.line == used.line; });
        if (!known)
            return Payload(used);
    }
    return {};
}

/// The single answers of a stage first, then its routine ticks in one act.
Next Walker::inStage(const QString &stage) const
{
    StepsConfirmed group;
    for (const Step &step : m_context.catalogue.steps) {
        if (step.stage != stage || !appliesTo(step, m_ticket) || isSettled(step, m_ticket) || !isWanted(step))
            continue;
        if (step.kind == StepKind::Tick && step.routine && m_answers.skips.count(step.id) == 0)
            group.steps.push_back(step.id);
        else if (auto act = forStep(step))
            return act;
    }
    return group.steps.empty() ? Next() : Next(Payload(std::move(group)));
}

Next Walker::forStep(const Step &step) const
{
    if (const auto skip = m_answers.skips.find(step.id); skip != m_answers.skips.end())
        return Payload(StepSkipped{step.id, skip->second});
    switch (step.kind) {
    case StepKind::Tick:
        return Payload(StepsConfirmed{{step.id}});
    case StepKind::Choice:
    case StepKind::Multi:
    case StepKind::Text: {
        const auto scripted = m_answers.steps.find(step.id);
        if (scripted != m_answers.steps.end() && isSaid(scripted->second))
            return {}; // it was answered like this and stays open: the walk ends here
        return Payload(scripted == m_answers.steps.end() ? detail::routineAnswer(step, m_ticket, step.id)
                                                         : scripted->second);
    }
    case StepKind::Reading:
        return reading(step);
    case StepKind::Photo:
        return NeedPhoto{step.id};
    case StepKind::Items:
        return putBack();
    case StepKind::Materials:
        return material(step);
    case StepKind::Auto:
        return fact(step.automatic);
    case StepKind::Signature:
    case StepKind::Rating:
        return {};
    }
    return {};
}

bool Walker::isSaid(const StepAnswered &answer) const
{
    const auto record = m_ticket.steps.find(answer.step);
    return record != m_ticket.steps.end() && record->second.options == answer.options
           && record->second.text == answer.text;
}

/// Facts that lead to another state are the way out of their stage; see leave().
Next Walker::fact(const QString &automatic) const
{
    const QString words = u"-"_s;
    if (automatic == u"quotation"_s)
        return Payload(m_answers.charge.value_or(ChargeQuoted{50'00, words, true}));
    if (automatic == u"payment"_s)
        return Payload(detail::quotedPayment(m_ticket, words));
    const TicketOpened &order = m_ticket.order;
    if (automatic == u"enquiry"_s)
        return Payload(m_answers.enquiry.value_or(
            EnquiryRecorded{EnquiryKind::Question, words, order.customerName, order.customerPhone, true}));
    return {};
}

Next Walker::reading(const Step &step) const
{
    for (const QString &id : step.measures) {
        if (m_ticket.readings.count(id) > 0)
            continue;
        if (const auto scripted = m_answers.readings.find(id); scripted != m_answers.readings.end())
            return Payload(scripted->second);
        return Payload(detail::plausibleReading(*m_context.catalogue.measure(id), m_ticket));
    }
    return {};
}

/// Scripted lines are recorded by beforeSteps(); here is what stands for them, or that nothing was used.
Next Walker::material(const Step &step) const
{
    if (const auto scripted = m_answers.steps.find(step.id); scripted != m_answers.steps.end())
        return isSaid(scripted->second) ? Next() : Next(Payload(scripted->second));
    if (const auto used = detail::plausibleMaterial(m_context.catalogue, m_ticket, asksForTakenBack(step)))
        return Payload(*used);
    return Payload(detail::routineAnswer(step, m_ticket, step.id));
}

Next Walker::putBack() const
{
    for (const MovedItem &moved : m_ticket.movedItems) {
        if (!moved.restored)
            return Payload(ItemRestored{moved.item.item});
    }
    return {};
}

Next Walker::closing() const
{
    for (const OpenItem &item : leaveGate(m_ticket, m_context.catalogue)) {
        if (detail::isMovedThing(item))
            return putBack();
        if (detail::isRating(item))
            return Payload(m_answers.rating);
    }
    for (const SignerRole role : {SignerRole::Customer, SignerRole::Technician}) {
        if (!detail::signatureCounts(m_ticket, role))
            return NeedSignature{role};
    }
    return {};
}

WalkStep Walker::leave(const Transition &transition) const
{
    if (transition.to == State::Booked)
        return Payload(m_answers.appointment.value_or(detail::soonestAppointment(m_ticket.order, m_context.now)));
    if (transition.to == State::Admitted) {
        const std::size_t tries = m_ticket.admissions.size();
        return Payload(tries < m_answers.admissions.size() ? m_answers.admissions[tries] : AdmissionRecorded{});
    }
    StateEntered entered;
    entered.to = transition.to;
    if (transition.to == State::Arrived)
        entered.reason = m_answers.arrivalReason;
    if (transition.to == State::SignedOff)
        entered.reason = m_answers.overdueReason;
    return Payload(std::move(entered));
}

} // namespace

WalkStep nextRoutineAct(const Ticket &ticket, const ActContext &context, const WalkAnswers &answers)
{
    WalkStep next = Walker(ticket, context, answers).next();
    const auto *payload = std::get_if<Payload>(&next);
    // A photo or signature is refused for the same general reasons as a note by the same person.
    const Payload probe = payload ? *payload : Payload(NoteAdded{u"-"_s, {}});
    if (std::holds_alternative<Finished>(next) && ticket.state != State::Cancelled)
        return next;
    const Decision decision = decide(ticket, probe, context);
    if (const auto *refusal = std::get_if<Refusal>(&decision))
        return Finished{*refusal};
    return next;
}

} // namespace ruhu::domain
