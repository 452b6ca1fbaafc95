// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/findings.h>

#include "steps.h"

#include <ruhu/domain/deadlines.h>
#include <ruhu/domain/names.h>

#include <QStringList>

#include <algorithm>
#include <cstdlib>

namespace ruhu::domain {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto kBookAtOnce = std::chrono::minutes(5); // "at once" of D15-13, a design value
constexpr auto kClockSlack = std::chrono::minutes(1); // small corrections by a time server are no news
constexpr std::int64_t kFewStrokes = 3;
constexpr int kFailPoints = 100;
constexpr int kWarnPoints = 10;
constexpr int kInfoPoints = 1;

struct Found {
    Finding finding;
    WallTime at; // for the order among equals
};

class Finder {
public:
    Finder(const Ticket &ticket, const std::vector<HistoryEntry> &history, const Catalogue &catalogue)
        : m_ticket(ticket), m_history(history), m_catalogue(catalogue)
    {}

    [[nodiscard]] std::vector<Finding> all()
    {
        appointments();
        arrival();
        missedAppointments();
        missedDeadlines();
        admissions();
        absences();
        handBack();
        charge();
        enquiries();
        readings();
        skippedSteps();
        failedSteps();
        skippedStates();
        marks();
        rating();
        signatures();
        clocks();
        unknownEvents();
        std::stable_sort(m_found.begin(), m_found.end(), [](const Found &a, const Found &b) {
            if (a.finding.severity != b.finding.severity)
                return a.finding.severity > b.finding.severity;
            return a.at < b.at;
        });
        std::vector<Finding> list;
        for (Found &found : m_found)
            list.push_back(std::move(found.finding));
        return list;
    }

private:
    void add(Finding finding, WallTime at) { m_found.push_back({std::move(finding), at}); }

    [[nodiscard]] bool isSignedOff() const
    {
        return m_ticket.state == State::SignedOff || m_ticket.state == State::Done;
    }

    void appointments();
    void arrival();
    void missedAppointments();
    void missedDeadlines();
    void admissions();
    void absences();
    void handBack();
    void charge();
    void enquiries();
    void marks();
    void readings();
    void skippedSteps();
    void failedSteps();
    void skippedStates();
    void rating();
    void signatures();
    void clocks();
    void unknownEvents();

    const Ticket &m_ticket;
    const std::vector<HistoryEntry> &m_history;
    const Catalogue &m_catalogue;
    std::vector<Found> m_found;
};

QString ruleOfStep(const Step *step)
{
    return step && !step->rules.empty() ? step->rules.front() : QString();
}

/// Each booking against the newest call that reached the customer.
void Finder::appointments()
{
    const EventMeta *call = nullptr;
    for (const HistoryEntry &entry : m_history) {
        const EventMeta &meta = entry.event.meta;
        const auto *contact = std::get_if<ContactRecorded>(&entry.event.payload);
        if (contact && contact->outcome == ContactOutcome::Reached)
            call = &meta;
        const auto *booked = std::get_if<AppointmentBooked>(&entry.event.payload);
        if (booked && !booked->customersWish)
            add({u"customers-time-not-taken"_s,
                 u"D15-08"_s,
                 Severity::Info,
                 {},
                 {meta.id},
                 {{u"reason"_s, booked->reason}}},
                meta.wall);
        if (!call || !booked)
            continue;
        const Millis after = meta.wall - call->wall;
        if (after <= kBookAtOnce)
            continue;
        const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(after).count();
        add({u"booking-recorded-late"_s,
             u"D15-13"_s,
             Severity::Warn,
             {},
             {call->id, meta.id},
             {{u"minutes"_s, QString::number(minutes)}}},
            meta.wall);
    }
}

void Finder::arrival()
{
    if (!m_ticket.arrival || std::abs(m_ticket.arrival->deviationMin) <= m_catalogue.arrivalToleranceMin)
        return;
    const ArrivalFact &fact = *m_ticket.arrival;
    add({u"arrival-deviation"_s,
         u"D15-24"_s,
         Severity::Warn,
         {},
         {fact.stamp.event},
         {{u"minutes"_s, QString::number(fact.deviationMin)}, {u"reason"_s, fact.reason}}},
        fact.stamp.wall);
    if (fact.deviationMin < 0 || !m_ticket.appointment)
        return;
    const WallTime due = m_ticket.appointment->appointment.window.start;
    const WallTime booked = m_ticket.appointment->stamp.corrected();
    const auto &notices = m_ticket.lateNotices;
    const bool told = std::any_of(notices.begin(), notices.end(), [&](const LateFact &notice) {
        const WallTime given = notice.stamp.corrected();
        return given >= booked && given < due;
    });
    if (!told)
        add({u"late-notice-missing"_s,
             u"D15-25"_s,
             Severity::Warn,
             {},
             {fact.stamp.event},
             {{u"minutes"_s, QString::number(fact.deviationMin)}}},
            fact.stamp.wall);
}

void Finder::admissions()
{
    for (const AdmissionFact &fact : m_ticket.admissions) {
        if (isAdult(fact.admission.who))
            continue;
        add({u"not-admitted"_s,
             u"D15-35"_s,
             Severity::Info,
             {},
             {fact.stamp.event},
             {{u"who"_s, toName(fact.admission.who)}, {u"note"_s, fact.admission.note}}},
            fact.stamp.wall);
    }
}

/// Once can happen; a second time through our own fault is what the code forbids (D15-27).
void Finder::missedAppointments()
{
    std::vector<EventId> ours;
    for (const MissedFact &fact : m_ticket.missed) {
        const bool byUs = fact.missed.cause == Cause::Company;
        if (byUs)
            ours.push_back(fact.stamp.event);
        const bool again = byUs && ours.size() > 1;
        add({again ? u"missed-twice"_s : u"appointment-missed"_s,
             u"D15-27"_s,
             again  ? Severity::Fail
             : byUs ? Severity::Warn
                    : Severity::Info,
             {},
             again ? ours : std::vector{fact.stamp.event},
             {{u"cause"_s, toName(fact.missed.cause)}, {u"reason"_s, fact.missed.reason}}},
            fact.stamp.wall);
    }
}

/// What was done too late, whenever it is looked at: a limit that still runs is no finding.
void Finder::missedDeadlines()
{
    for (const Deadline &deadline : deadlines(m_ticket, m_catalogue, m_ticket.order.acceptedAt)) {
        // The arrival has findings of its own, with the deviation; an unverified figure accuses nobody.
        const bool counts = deadline.verified && deadline.ends != DeadlineEnd::Arrived;
        if (deadline.state != DeadlineState::Missed || !counts)
            continue;
        const auto minutes =
            std::chrono::duration_cast<std::chrono::minutes>(deadline.ended->corrected() - deadline.due).count();
        const bool explained = deadline.ends == DeadlineEnd::Closed && !m_ticket.closingReason.trimmed().isEmpty();
        add({u"deadline-missed"_s,
             deadline.rule,
             explained ? Severity::Info : Severity::Warn,
             deadline.id,
             {deadline.ended->event},
             {{u"minutes"_s, QString::number(minutes)}, {u"reason"_s, explained ? m_ticket.closingReason : QString()}}},
            deadline.ended->wall);
    }
}

void Finder::absences()
{
    for (const AbsenceFact &fact : m_ticket.absences)
        add({u"left-site"_s, u"D15-52"_s, Severity::Info, {}, {fact.stamp.event}, {{u"reason"_s, fact.left.reason}}},
            fact.stamp.wall);
    const auto begun = m_ticket.reached.find(State::Working);
    const auto finished = m_ticket.reached.find(State::Tested);
    if (begun == m_ticket.reached.end() || finished == m_ticket.reached.end() || !m_ticket.absences.empty())
        return;
    const auto minutes =
        std::chrono::duration_cast<std::chrono::minutes>(finished->second.corrected() - begun->second.corrected())
            .count();
    if (minutes > m_catalogue.longVisitMin)
        add({u"long-visit"_s,
             u"D15-53"_s,
             Severity::Info,
             {},
             {begun->second.event, finished->second.event},
             {{u"minutes"_s, QString::number(minutes)}}},
            finished->second.wall);
}

void Finder::handBack()
{
    if (!m_ticket.handBack)
        return;
    const HandBackFact &fact = *m_ticket.handBack;
    const HandBackWay *way = m_catalogue.handBackWay(fact.handBack.way);
    add({u"handed-back"_s,
         way && !way->rules.empty() ? way->rules.front() : QString(),
         Severity::Warn,
         {},
         {fact.stamp.event},
         {{u"way"_s, fact.handBack.way}, {u"note"_s, fact.handBack.note}}},
        fact.stamp.wall);
}

/// decide() refuses both; an entry of another program is looked at all the same (D15-96).
void Finder::charge()
{
    if (!m_ticket.payment)
        return;
    const PaymentFact &fact = *m_ticket.payment;
    const bool accepted = m_ticket.quotation && m_ticket.quotation->quotation.accepted;
    const std::int64_t quoted = accepted ? m_ticket.quotation->quotation.amountFen : 0;
    if (accepted && quoted == fact.payment.amountFen)
        return;
    add({accepted ? u"charge-differs"_s : u"charge-without-quotation"_s,
         u"D15-96"_s,
         Severity::Fail,
         {},
         {fact.stamp.event},
         {{u"taken"_s, QString::number(fact.payment.amountFen)}, {u"quoted"_s, QString::number(quoted)}}},
        fact.stamp.wall);
}

/// What a supervisor marked stays with the ticket, also when it was sent back and signed off again (D15-103).
void Finder::marks()
{
    for (const ReviewFact &fact : m_ticket.reviews) {
        for (const QString &mark : fact.review.marks) {
            const ConductRule *rule = m_catalogue.conductRule(mark);
            add({u"conduct-marked"_s,
                 rule && !rule->rules.empty() ? rule->rules.front() : u"D15-103"_s,
                 Severity::Warn,
                 {},
                 {fact.stamp.event},
                 {{u"mark"_s, mark}}},
                fact.stamp.wall);
        }
    }
}

void Finder::enquiries()
{
    for (const EnquiryFact &fact : m_ticket.enquiries) {
        const bool waits = fact.enquiry.kind != EnquiryKind::OutOfScope;
        const bool dropped = waits && !fact.enquiry.hotlineCalled;
        const bool complains = fact.enquiry.kind == EnquiryKind::Complaint;
        add({dropped ? u"enquiry-not-passed-on"_s : u"enquiry"_s,
             dropped ? u"D15-60"_s : u"D15-58"_s,
             dropped || complains ? Severity::Warn : Severity::Info,
             {},
             {fact.stamp.event},
             {{u"kind"_s, toName(fact.enquiry.kind)}, {u"text"_s, fact.enquiry.text}}},
            fact.stamp.wall);
    }
}

void Finder::readings()
{
    for (const auto &[id, fact] : m_ticket.readings) {
        const Verdict verdict = fact.reading.verdict;
        if (verdict != Verdict::Fail && verdict != Verdict::Warn)
            continue;
        const bool failed = verdict == Verdict::Fail;
        add({failed ? u"reading-out-of-limits"_s : u"reading-near-limit"_s,
             u"D13-11"_s,
             failed ? Severity::Fail : Severity::Info,
             id,
             {fact.stamp.event},
             {{u"value"_s, QString::number(fact.reading.value)}, {u"reason"_s, fact.reading.reason}}},
            fact.stamp.wall);
    }
}

/// A photo that was passed over has a name of its own: evidence is missing.
void Finder::skippedSteps()
{
    for (const auto &[id, record] : m_ticket.steps) {
        if (!record.skipped)
            continue;
        const Step *step = m_catalogue.step(id);
        const bool photo = step && step->kind == StepKind::Photo;
        const bool there = std::any_of(m_ticket.photos.begin(), m_ticket.photos.end(),
                                       [&, &wanted = id](const PhotoFact &fact) { return fact.photo.step == wanted; });
        if (photo && there)
            continue;
        add({photo ? u"photo-missing"_s : u"step-skipped"_s,
             ruleOfStep(step),
             Severity::Warn,
             id,
             {record.stamp.event},
             {{u"reason"_s, record.reason}}},
            record.stamp.wall);
    }
}

/// Where the gate lets the technician go on; a blocking step stays open instead.
void Finder::failedSteps()
{
    for (const Step &step : m_catalogue.steps) {
        const auto found = m_ticket.steps.find(step.id);
        if (step.gate == Gate::Block || found == m_ticket.steps.end() || detail::answersPass(step, found->second))
            continue;
        const StepRecord &record = found->second;
        const QStringList options(record.options.begin(), record.options.end());
        add({u"step-not-passed"_s,
             ruleOfStep(&step),
             Severity::Warn,
             step.id,
             {record.stamp.event},
             {{u"options"_s, options.join(u',')}, {u"note"_s, record.text}}},
            record.stamp.wall);
    }
}

void Finder::skippedStates()
{
    if (m_ticket.state == State::Cancelled || m_ticket.handBack)
        return;
    const auto entered = m_ticket.reached.find(m_ticket.state);
    const Stamp stamp = entered == m_ticket.reached.end() ? Stamp() : entered->second;
    for (const Transition &transition : m_catalogue.transitions) {
        if (transition.to > m_ticket.state || m_ticket.reached.count(transition.to) > 0)
            continue;
        add({u"skipped-state"_s, {}, Severity::Fail, toName(transition.to), {stamp.event}, {}}, stamp.wall);
    }
    if (!isSignedOff())
        return;
    for (const OpenItem &item : openItems(m_ticket, m_catalogue)) {
        if (detail::isSignature(item) || item.gate != Gate::Block)
            continue;
        const Step *step = m_catalogue.step(item.step);
        const bool photo = step && step->kind == StepKind::Photo;
        add({photo ? u"photo-missing"_s : u"skipped-state"_s,
             ruleOfStep(step),
             Severity::Fail,
             item.step,
             {stamp.event},
             {}},
            stamp.wall);
    }
}

void Finder::rating()
{
    if (!m_ticket.rating || m_ticket.rating->rating.rating != Rating::Dissatisfied)
        return;
    const RatingFact &fact = *m_ticket.rating;
    add({u"dissatisfied"_s, u"D15-73"_s, Severity::Warn, {}, {fact.stamp.event}, {{u"reason"_s, fact.rating.reason}}},
        fact.stamp.wall);
}

void Finder::signatures()
{
    for (const auto &[role, fact] : m_ticket.signatures) {
        if (fact.signature.strokeCount >= kFewStrokes)
            continue;
        add({u"few-strokes"_s,
             u"D15-101"_s,
             Severity::Warn,
             toName(role),
             {fact.stamp.event},
             {{u"strokes"_s, QString::number(fact.signature.strokeCount)}}},
            fact.stamp.wall);
    }
    const auto customer = m_ticket.signatures.find(SignerRole::Customer);
    // Whoever signs before trying cannot know what is signed for (D15-74).
    const auto trial = m_ticket.reached.find(State::HandedOver);
    const bool tried = trial != m_ticket.reached.end();
    if (customer != m_ticket.signatures.end() && tried && customer->second.stamp.wall < trial->second.wall
        && !customer->second.beforeReturn)
        add({u"signed-before-trial"_s, u"D15-74"_s, Severity::Fail, {}, {customer->second.stamp.event}, {}},
            customer->second.stamp.wall);
    const bool closing = isSignedOff() || m_ticket.returned;
    if (!closing || customer == m_ticket.signatures.end() || m_ticket.isFresh(SignerRole::Customer))
        return;
    add({u"changed-after-customer-signature"_s, u"D15-71"_s, Severity::Warn, {}, {customer->second.stamp.event}, {}},
        customer->second.stamp.wall);
}

/// Per device, in the order of its journal: the wall clock never runs backwards by itself.
void Finder::clocks()
{
    std::map<DeviceId, std::vector<const HistoryEntry *>> devices;
    for (const HistoryEntry &entry : m_history) {
        if (!entry.device.isNull())
            devices[entry.device].push_back(&entry);
    }
    for (auto &[device, entries] : devices) {
        std::stable_sort(entries.begin(), entries.end(),
                         [](const HistoryEntry *a, const HistoryEntry *b) { return a->sequence < b->sequence; });
        for (std::size_t i = 1; i < entries.size(); ++i) {
            const EventMeta &before = entries[i - 1]->event.meta;
            const EventMeta &after = entries[i]->event.meta;
            if (after.wall + kClockSlack >= before.wall)
                continue;
            const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(before.wall - after.wall).count();
            add({u"clock-went-back"_s,
                 {},
                 Severity::Warn,
                 {},
                 {before.id, after.id},
                 {{u"seconds"_s, QString::number(seconds)}}},
                after.wall);
        }
    }
}

void Finder::unknownEvents()
{
    for (const HistoryEntry &entry : m_history) {
        const auto *unknown = std::get_if<UnknownPayload>(&entry.event.payload);
        if (unknown)
            add({u"unknown-event"_s, {}, Severity::Warn, unknown->type, {entry.event.meta.id}, {}},
                entry.event.meta.wall);
    }
}

} // namespace

std::vector<Finding> findings(const Ticket &ticket, const std::vector<HistoryEntry> &history,
                              const Catalogue &catalogue)
{
    return Finder(ticket, history, catalogue).all();
}

int riskScore(const std::vector<Finding> &findings)
{
    int score = 0;
    for (const Finding &finding : findings) {
        switch (finding.severity) {
        case Severity::Fail:
            score += kFailPoints;
            break;
        case Severity::Warn:
            score += kWarnPoints;
            break;
        case Severity::Info:
            score += kInfoPoints;
            break;
        }
    }
    return score;
}

} // namespace ruhu::domain
