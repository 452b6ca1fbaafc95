// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/decide.h>

#include "acts.h"
#include "proposals.h"

#include <ruhu/domain/names.h>

#include <algorithm>

namespace ruhu::domain {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Tries every kind of act with a faultless proposal: what is refused then is refused because of the
/// ticket, the time or the person, not because of what was typed.
class Collector {
public:
    Collector(const Ticket &ticket, const ActContext &context) : m_ticket(ticket), m_context(withHash(context)) {}

    [[nodiscard]] std::vector<Possibility> all()
    {
        office();
        add(ContactRecorded{});
        for (const Stage &stage : m_context.catalogue.stages) {
            for (const Step &step : m_context.catalogue.steps) {
                if (step.stage == stage.id && appliesTo(step, m_ticket))
                    forStep(step);
            }
        }
        addOnce(detail::soonestAppointment(m_ticket.order, m_context.now));
        addOnce(LateAnnounced{1, m_words, true});
        addOnce(AdmissionRecorded{});
        addOnce(ItemMoved{freshItem(), m_words, true});
        line(false);
        line(true);
        addOnce(RatingGiven{Rating::Satisfied, m_words});
        addOnce(signature(SignerRole::Customer), toName(SignerRole::Customer));
        addOnce(signature(SignerRole::Technician), toName(SignerRole::Technician));
        exceptions();
        transition();
        add(NoteAdded{m_words, {}});
        return std::move(m_list);
    }

private:
    /// Whether the shown content is the present one is for the act itself to prove.
    static ActContext withHash(const ActContext &context)
    {
        ActContext copy{context.actor, context.role, context.now, context.catalogue, context.contentHash};
        if (copy.contentHash.isEmpty())
            copy.contentHash = QByteArray(kHashBytes, '\0');
        return copy;
    }

    void add(const Payload &proposal, const QString &target = {})
    {
        const QString type = payloadType(proposal);
        if (!m_context.role.has(detail::ruleOf(type)->right))
            return;
        const Decision decision = decide(m_ticket, proposal, m_context);
        const auto *refusal = std::get_if<Refusal>(&decision);
        m_list.push_back({type, target, refusal ? std::optional(*refusal) : std::nullopt});
    }
    void addOnce(const Payload &proposal, const QString &target = {})
    {
        const QString type = payloadType(proposal);
        const bool there = std::any_of(m_list.begin(), m_list.end(), [&](const Possibility &other) {
            return other.type == type && other.target == target;
        });
        if (!there)
            add(proposal, target);
    }

    [[nodiscard]] StepAnswered answer(const Step &step) const;
    void office();
    void forStep(const Step &step);
    void items(const Step &step);
    void materials(const Step &step);
    void line(bool takenBack);
    void fact(const QString &automatic);
    void exceptions();
    void transition();

    /// Ways for another kind of ticket are no possibility; those that wait for an answer are refused.
    static StepCondition kindOnly(StepCondition condition)
    {
        condition.stepAnswered.clear();
        condition.withOption.clear();
        return condition;
    }
    [[nodiscard]] SignatureGiven signature(SignerRole role) const
    {
        return {role, m_words, QByteArray(kHashBytes, '\1'), 1, 1, m_context.contentHash, 0};
    }
    [[nodiscard]] QString freshItem() const
    {
        QString id = u"item"_s;
        for (const MovedItem &moved : m_ticket.movedItems)
            id = std::max<QString>(id, moved.item.item + u'+');
        return id;
    }

    static constexpr qsizetype kHashBytes = 32;

    const Ticket &m_ticket;
    ActContext m_context;
    QString m_words = u"-"_s; // stands for any text a person would write
    std::vector<Possibility> m_list;
};

/// The routine one; where a reading contradicts it, the first that may be given instead: a fault that is still there
/// can be answered as such.
StepAnswered Collector::answer(const Step &step) const
{
    const auto isAllowed = [&](const StepAnswered &proposal) {
        return std::holds_alternative<std::vector<Payload>>(decide(m_ticket, proposal, m_context));
    };
    StepAnswered routine = detail::routineAnswer(step, m_ticket, m_words);
    if (isAllowed(routine))
        return routine;
    for (const StepOption &option : step.options) {
        StepAnswered other{step.id, {option.id}, m_words};
        if (isAllowed(other))
            return other;
    }
    return routine;
}

void Collector::office()
{
    add(TicketAssigned{});
    add(TicketRescheduled{{m_context.now, m_context.now}, m_words});
    add(TicketCancelled{m_words});
    add(ReviewDecided{ReviewDecision::Approve, {}, {}}, toName(ReviewDecision::Approve));
    add(ReviewDecided{ReviewDecision::Return, m_words, {}}, toName(ReviewDecision::Return));
}

void Collector::forStep(const Step &step)
{
    switch (step.kind) {
    case StepKind::Tick:
        add(StepsConfirmed{{step.id}}, step.id);
        break;
    case StepKind::Choice:
    case StepKind::Multi:
    case StepKind::Text:
        add(answer(step), step.id);
        break;
    case StepKind::Reading:
        for (const QString &measure : step.measures)
            add(detail::plausibleReading(*m_context.catalogue.measure(measure), m_ticket), measure);
        break;
    case StepKind::Photo:
        add(PhotoAttached{step.id, QByteArray(kHashBytes, '\1'), u"image/jpeg"_s, 1, 1, 1, {}}, step.id);
        break;
    case StepKind::Items:
        items(step);
        break;
    case StepKind::Materials:
        materials(step);
        break;
    case StepKind::Signature:
        addOnce(signature(step.signer), toName(step.signer));
        break;
    case StepKind::Rating:
        addOnce(RatingGiven{Rating::Satisfied, m_words});
        break;
    case StepKind::Auto:
        fact(step.automatic);
        break;
    }
    if (step.gate == Gate::Reason)
        add(StepSkipped{step.id, m_words}, step.id);
}

void Collector::items(const Step &step)
{
    if (step.automatic == u"moved"_s) {
        addOnce(ItemMoved{freshItem(), m_words, true});
        return;
    }
    for (const MovedItem &moved : m_ticket.movedItems) {
        if (!moved.restored)
            addOnce(ItemRestored{moved.item.item}, moved.item.item);
    }
}

void Collector::materials(const Step &step)
{
    line(asksForTakenBack(step));
    if (!step.options.empty())
        add(answer(step), step.id);
}

void Collector::line(bool takenBack)
{
    if (const auto used = detail::plausibleMaterial(m_context.catalogue, m_ticket, takenBack))
        addOnce(*used, takenBack ? u"taken-back"_s : u"used"_s);
    for (const MaterialLine *line : standingLines(m_ticket, takenBack))
        addOnce(MaterialWithdrawn{line->used.line}, line->used.line);
}

void Collector::fact(const QString &automatic)
{
    if (automatic == u"appointment"_s)
        addOnce(detail::soonestAppointment(m_ticket.order, m_context.now));
    else if (automatic == u"arrival"_s)
        addOnce(LateAnnounced{1, m_words, true});
    else if (automatic == u"admission"_s)
        addOnce(AdmissionRecorded{});
    else if (automatic == u"quotation"_s)
        addOnce(ChargeQuoted{1, m_words, true});
    else if (automatic == u"payment"_s)
        addOnce(detail::quotedPayment(m_ticket, m_words));
}

void Collector::exceptions()
{
    add(AppointmentMissed{Cause::Company, m_words}, toName(Cause::Company));
    add(AppointmentMissed{Cause::Customer, m_words}, toName(Cause::Customer));
    add(VisitLeft{m_words, m_context.now + std::chrono::hours(1)});
    add(VisitResumed{});
    for (const HandBackWay &way : m_context.catalogue.handBacks) {
        if (detail::isMet(kindOnly(way.condition), m_ticket))
            add(TicketHandedBack{way.id, m_words}, way.id);
    }
    addOnce(ChargeQuoted{1, m_words, true});
    addOnce(detail::quotedPayment(m_ticket, m_words));
    for (const EnquiryKind kind : {EnquiryKind::Question, EnquiryKind::Complaint, EnquiryKind::OutOfScope})
        add(EnquiryRecorded{kind, m_words, m_words, m_words, true}, toName(kind));
}

void Collector::transition()
{
    const Transition *next = nextTransition(m_ticket, m_context.catalogue);
    if (!next || next->to == State::Booked || next->to == State::Admitted)
        return;
    add(StateEntered{next->to, m_words, std::nullopt}, toName(next->to));
}

} // namespace

std::vector<Possibility> possibilities(const Ticket &ticket, const ActContext &context)
{
    return Collector(ticket, context).all();
}

} // namespace ruhu::domain
