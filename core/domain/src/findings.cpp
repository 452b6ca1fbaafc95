// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/findings.h>

#include "steps.h"

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
        admissions();
        readings();
        skippedSteps();
        failedSteps();
        skippedStates();
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
    void admissions();
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
        if (!call || !std::holds_alternative<AppointmentBooked>(entry.event.payload))
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
    const WallTime booked = m_ticket.appointment->stamp.wall;
    const auto &notices = m_ticket.lateNotices;
    const bool told = std::any_of(notices.begin(), notices.end(), [&](const LateFact &notice) {
        return notice.stamp.wall >= booked && notice.stamp.wall < due;
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
        if (fact.admission.who == Admission::AdultCustomer || fact.admission.who == Admission::OtherAdult)
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
    if (m_ticket.state == State::Cancelled)
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
