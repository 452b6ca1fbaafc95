// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/ticket.h>

#include <algorithm>
#include <set>

namespace ruhu::domain {
namespace {

/// One overload per payload: how that fact changes the ticket. Facts are never dropped; what does not fit
/// the state leaves the state alone.
class Applier {
public:
    Applier(Ticket &ticket, Stamp stamp) : m_ticket(ticket), m_stamp(stamp) {}

    void operator()(const TicketOpened &fact)
    {
        m_ticket.order = fact;
        touch();
    }
    void operator()(const TicketAssigned &fact) { m_ticket.assignment = fact; }
    // Only the wish moves. What was agreed with the customer stands until it is agreed anew.
    void operator()(const TicketRescheduled &fact) { m_ticket.order.requested = fact.window; }
    void operator()(const TicketCancelled &fact)
    {
        if (m_ticket.state == State::Done)
            return;
        m_ticket.cancelReason = fact.reason;
        enter(State::Cancelled);
    }
    void operator()(const ContactRecorded &fact) { m_ticket.contacts.push_back({m_stamp, fact}); }
    void operator()(const AppointmentBooked &fact)
    {
        m_ticket.appointment = AppointmentFact{m_stamp, fact, m_ticket.contacts.size()};
        touch();
        // A new time on the way means preparing and leaving again; at the door it is only a correction.
        if (m_ticket.state <= State::Travelling)
            enter(State::Booked);
    }
    void operator()(const AppointmentMissed &fact)
    {
        m_ticket.missed.push_back({m_stamp, fact});
        m_ticket.lostVisits += fact.cause == Cause::Customer ? 1 : 0;
        if (m_ticket.state <= State::Travelling)
            startAnew();
    }
    void operator()(const LateAnnounced &fact) { m_ticket.lateNotices.push_back({m_stamp, fact}); }
    void operator()(const StateEntered &fact)
    {
        if (fact.to == State::Arrived) {
            m_ticket.arrival = ArrivalFact{m_stamp, fact.deviationMin.value_or(0), fact.reason};
            touch();
        }
        // Two people's entries may come interleaved: nothing leads back, and approving and cancelling
        // are entries of their own.
        if (fact.to <= m_ticket.state || fact.to > State::SignedOff)
            return;
        enter(fact.to);
        if (fact.to != State::SignedOff)
            return;
        m_ticket.returned = false;
        m_ticket.closingReason = fact.reason;
        m_ticket.firstSignOff = m_ticket.firstSignOff.value_or(m_stamp);
    }
    void operator()(const AdmissionRecorded &fact)
    {
        m_ticket.admissions.push_back({m_stamp, fact});
        const bool admitted = isAdult(fact.who);
        if (admitted && m_ticket.state < State::Admitted)
            enter(State::Admitted);
        if (!admitted && fact.next == NotAdmittedNext::Rebook && m_ticket.state <= State::Arrived) {
            ++m_ticket.lostVisits;
            startAnew();
        }
    }
    void operator()(const VisitLeft &fact)
    {
        // Another person may have gone on meanwhile; then nobody is away.
        if (m_ticket.state < State::Working || m_ticket.state > State::Tested)
            return;
        endAbsence();
        m_ticket.absences.push_back({m_stamp, fact, std::nullopt});
    }
    void operator()(const VisitResumed &) { endAbsence(); }
    void operator()(const TicketHandedBack &fact)
    {
        if (m_ticket.state >= State::SignedOff)
            return;
        endAbsence();
        m_ticket.handBack = HandBackFact{m_stamp, fact};
        m_ticket.returned = false;
        enter(State::HandedBack);
    }
    void operator()(const StepsConfirmed &fact)
    {
        for (const QString &step : fact.steps) {
            StepRecord record{m_stamp, {}, {}, true, fact.steps.size() > 1, false, {}};
            m_ticket.steps[step] = std::move(record);
        }
        touch();
    }
    void operator()(const StepAnswered &fact)
    {
        m_ticket.steps[fact.step] = StepRecord{m_stamp, fact.options, fact.text, false, false, false, {}};
        touch();
    }
    void operator()(const StepSkipped &fact)
    {
        m_ticket.steps[fact.step] = StepRecord{m_stamp, {}, {}, false, false, true, fact.reason};
        touch();
    }
    void operator()(const ReadingRecorded &fact)
    {
        m_ticket.readings[fact.measure] = ReadingFact{m_stamp, fact};
        touch();
    }
    void operator()(const PhotoAttached &fact)
    {
        m_ticket.photos.push_back({m_stamp, fact});
        touch();
    }
    void operator()(const ItemMoved &fact)
    {
        m_ticket.movedItems.push_back({m_stamp, fact, std::nullopt});
        touch();
    }
    void operator()(const ItemRestored &fact)
    {
        for (MovedItem &moved : m_ticket.movedItems) {
            if (moved.item.item == fact.item && !moved.restored)
                moved.restored = m_stamp;
        }
        touch();
    }
    void operator()(const MaterialUsed &fact)
    {
        m_ticket.materials.push_back({m_stamp, fact, std::nullopt});
        touch();
    }
    void operator()(const MaterialWithdrawn &fact)
    {
        for (MaterialLine &line : m_ticket.materials) {
            if (line.used.line == fact.line && !line.withdrawn)
                line.withdrawn = m_stamp;
        }
        touch();
    }
    void operator()(const ChargeQuoted &fact)
    {
        m_ticket.quotation = QuotationFact{m_stamp, fact};
        touch();
    }
    void operator()(const ChargeTaken &fact)
    {
        m_ticket.payment = PaymentFact{m_stamp, fact};
        touch();
    }
    void operator()(const EnquiryRecorded &fact)
    {
        m_ticket.enquiries.push_back({m_stamp, fact});
        touch();
    }
    void operator()(const RatingGiven &fact)
    {
        m_ticket.rating = RatingFact{m_stamp, fact};
        touch();
    }
    void operator()(const SignatureGiven &fact)
    {
        m_ticket.signatures[fact.role] = SignatureFact{m_stamp, fact, false};
        m_ticket.strokes.try_emplace(fact.strokes, fact.role);
    }
    void operator()(const NoteAdded &fact) { m_ticket.notes.push_back({m_stamp, fact}); }
    void operator()(const ReviewDecided &fact)
    {
        m_ticket.reviews.push_back({m_stamp, fact});
        if (m_ticket.state == State::HandedBack) {
            judgeHandBack(fact.decision);
            return;
        }
        if (m_ticket.state != State::SignedOff)
            return;
        m_ticket.returned = fact.decision == ReviewDecision::Return;
        for (auto &[role, signature] : m_ticket.signatures)
            signature.beforeReturn = signature.beforeReturn || m_ticket.returned;
        enter(m_ticket.returned ? State::HandedOver : State::Done);
    }
    // Office cases fold by themselves (office_case.h); on a visit they say nothing.
    void operator()(const CaseOpened &) {}
    void operator()(const CaseActed &) {}
    void operator()(const UnknownPayload &) { m_ticket.needsNewerProgram = true; }

private:
    void endAbsence()
    {
        if (!m_ticket.absences.empty() && !m_ticket.absences.back().resumed)
            m_ticket.absences.back().resumed = m_stamp;
    }
    void touch() { ++m_ticket.workRevision; }
    void enter(State state)
    {
        if (m_ticket.state == State::Cancelled || m_ticket.state == State::Done)
            return;
        m_ticket.state = state;
        m_ticket.reached[state] = m_stamp;
    }
    /// What the office does not take comes back as a new visit.
    void judgeHandBack(ReviewDecision decision)
    {
        if (decision == ReviewDecision::Approve) {
            enter(State::Done);
            return;
        }
        m_ticket.returned = true;
        m_ticket.handBack.reset();
        m_ticket.lostVisits = 0;
        startAnew();
    }
    /// The visit came to nothing: the next one is a new one, with its own call, check and way.
    void startAnew()
    {
        endAbsence();
        enter(State::ToContact);
        m_ticket.callsBeforeVisit = m_ticket.contacts.size();
        m_ticket.appointment.reset();
        m_ticket.arrival.reset();
        m_ticket.steps.clear();
        // The record keeps what an earlier visit measured and showed; this one has its own evidence to give.
        m_ticket.readings.clear();
        m_ticket.quotation.reset();
        m_ticket.photosBeforeVisit = m_ticket.photos.size();
        m_ticket.enquiriesBeforeVisit = m_ticket.enquiries.size();
        touch();
    }

    Ticket &m_ticket;
    Stamp m_stamp;
};

void noteRevision(Ticket &ticket, const HistoryEntry &entry)
{
    if (entry.revision) {
        ticket.serverRevision = std::max(ticket.serverRevision, *entry.revision);
        return;
    }
    ticket.lastOwn = entry.event.meta.id;
    ++ticket.pendingEvents;
}

/// The members of each group that are there; a member sent twice counts once.
std::map<EventId, std::set<std::int64_t>> countGroups(const std::vector<HistoryEntry> &history)
{
    std::map<EventId, std::set<std::int64_t>> members;
    for (const HistoryEntry &entry : history)
        members[entry.event.meta.group.first].insert(entry.event.meta.group.index);
    return members;
}

} // namespace

bool Ticket::isFresh(SignerRole role) const
{
    const auto found = signatures.find(role);
    return found != signatures.end() && found->second.signature.workRevision == workRevision;
}

bool Ticket::isAway() const
{
    return !absences.empty() && !absences.back().resumed && state < State::SignedOff;
}

bool Ticket::isPostponed() const
{
    return state == State::ToContact && contacts.size() > callsBeforeVisit
           && contacts.back().contact.outcome == ContactOutcome::Postponed;
}

bool Ticket::contractEndsWithin(std::int64_t days, WallTime now) const
{
    return order.contractUntil && *order.contractUntil <= now + std::chrono::hours(24 * days);
}

void apply(Ticket &ticket, const HistoryEntry &entry)
{
    const EventMeta &meta = entry.event.meta;
    if (ticket.id.isNull())
        ticket.id = meta.ticket;
    std::visit(Applier(ticket, Stamp{meta.id, meta.by, meta.wall, Millis(meta.serverOffsetMs)}), entry.event.payload);
    noteRevision(ticket, entry);
}

Ticket fold(TicketId id, const std::vector<HistoryEntry> &history)
{
    Ticket ticket;
    ticket.id = id;
    const auto members = countGroups(history);
    std::set<EventId> applied;
    for (const HistoryEntry &entry : history) {
        const Group &group = entry.event.meta.group;
        const bool whole = members.at(group.first).size() >= static_cast<std::size_t>(group.count);
        if (whole && applied.insert(entry.event.meta.id).second)
            apply(ticket, entry);
    }
    return ticket;
}

} // namespace ruhu::domain
