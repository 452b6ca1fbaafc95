// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/cross_findings.h>

#include "catalogue_checks.h"

#include <ruhu/domain/deadlines.h>
#include <ruhu/domain/names.h>

#include <QStringList>

#include <algorithm>
#include <set>

namespace ruhu::domain {
namespace detail {

template<>
struct Schema<CopiedReadings> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"measure", p.measure);
        v.required(u"tolerance", p.tolerance);
        v.required(u"tickets", p.tickets);
        v.required(u"days", p.days);
        v.optional(u"rule", p.rule);
        v.required(u"confidence", p.confidence);
    }
};

template<>
struct Schema<BrokenWord> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"tickets", p.tickets);
        v.required(u"days", p.days);
        v.optional(u"rule", p.rule);
        v.required(u"confidence", p.confidence);
    }
};

template<>
struct Schema<CrossRules> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"copiedReadings", p.copied);
        v.required(u"brokenWord", p.brokenWord);
    }
};

} // namespace detail

namespace {

using namespace Qt::Literals::StringLiterals;
using detail::at;
using detail::badMember;
using std::chrono::days;

constexpr std::int64_t kMaxDays = 366;

/// One event of a ticket that stands beside like ones of other tickets.
struct Trace {
    const Ticket *ticket = nullptr;
    EventId event;
    WallTime at;
    std::int64_t value = 0;
    QString subject;
};
using Traces = std::vector<Trace>;

std::size_t ticketCount(const Traces &traces)
{
    std::set<TicketId> ids;
    for (const Trace &trace : traces)
        ids.insert(trace.ticket->id);
    return ids.size();
}

/// Own events first, then those of the others.
std::vector<EventId> evidenceOf(const Ticket &ticket, const Traces &traces)
{
    std::vector<EventId> own;
    std::vector<EventId> others;
    for (const Trace &trace : traces)
        (trace.ticket->id == ticket.id ? own : others).push_back(trace.event);
    own.insert(own.end(), others.begin(), others.end());
    return own;
}

QString otherNumbers(const Ticket &ticket, const Traces &traces)
{
    std::set<QString> numbers;
    for (const Trace &trace : traces) {
        if (trace.ticket->id != ticket.id)
            numbers.insert(trace.ticket->order.number);
    }
    return QStringList(numbers.begin(), numbers.end()).join(u',');
}

class CrossFinder {
public:
    CrossFinder(const std::vector<Ticket> &tickets, const CrossRules &rules) : m_rules(rules)
    {
        for (const Ticket &ticket : tickets)
            m_tickets.push_back(&ticket);
        std::sort(m_tickets.begin(), m_tickets.end(), [](const Ticket *a, const Ticket *b) { return a->id < b->id; });
    }

    [[nodiscard]] std::map<TicketId, std::vector<Finding>> all()
    {
        reusedStrokes();
        brokenWord();
        for (const CopiedReadings &rule : m_rules.copied)
            copiedReadings(rule);
        return std::move(m_found);
    }

private:
    void add(const Ticket &ticket, const Traces &traces, Finding finding)
    {
        finding.evidence = evidenceOf(ticket, traces);
        finding.args.emplace_back(u"tickets"_s, otherNumbers(ticket, traces));
        m_found[ticket.id].push_back(std::move(finding));
    }
    void reusedStrokes();
    void brokenWord();
    void copiedReadings(const CopiedReadings &rule);
    void copiedBy(Traces readings, const CopiedReadings &rule);
    [[nodiscard]] std::vector<Traces> customers() const;

    const CrossRules &m_rules;
    std::vector<const Ticket *> m_tickets;
    std::map<TicketId, std::vector<Finding>> m_found;
};

/// No hand draws the same line to the pixel and millisecond twice (D15-101).
void CrossFinder::reusedStrokes()
{
    std::map<QByteArray, Traces> byStrokes;
    for (const Ticket *ticket : m_tickets) {
        for (const auto &[role, fact] : ticket->signatures)
            byStrokes[fact.signature.strokes].push_back(
                {ticket, fact.stamp.event, fact.stamp.corrected(), 0, u"signature:"_s + toName(role)});
    }
    for (const auto &[strokes, traces] : byStrokes) {
        if (ticketCount(traces) < 2)
            continue;
        for (const Trace &trace : traces)
            add(*trace.ticket, traces, {u"reused-strokes"_s, u"D15-101"_s, Severity::Fail, trace.subject, {}, {}});
    }
}

/// The company's broken appointments of each customer. Two tickets belong together by account or by name and number.
std::vector<Traces> CrossFinder::customers() const
{
    std::map<QString, std::size_t> placeOf;
    std::vector<std::size_t> joined; // the place another place was joined to, or itself
    std::vector<std::pair<const Ticket *, std::size_t>> members;
    const auto rootOf = [&](std::size_t place) {
        while (joined[place] != place)
            place = joined[place];
        return place;
    };
    for (const Ticket *ticket : m_tickets) {
        const TicketOpened &order = ticket->order;
        QStringList keys;
        if (!order.accountId.trimmed().isEmpty())
            keys << u"account "_s + order.accountId.trimmed();
        QString phone = order.customerPhone;
        phone.removeIf([](QChar letter) { return !letter.isDigit(); });
        if (!phone.isEmpty())
            keys << u"person "_s + order.customerName.simplified() + u' ' + phone;
        const std::size_t own = joined.size();
        joined.push_back(own);
        for (const QString &key : keys)
            joined[rootOf(placeOf.try_emplace(key, own).first->second)] = rootOf(own);
        members.emplace_back(ticket, own);
    }
    std::map<std::size_t, Traces> groups;
    for (const auto &[ticket, place] : members) {
        for (const MissedFact &fact : ticket->missed) {
            if (fact.missed.cause == Cause::Company)
                groups[rootOf(place)].push_back({ticket, fact.stamp.event, fact.stamp.corrected(), 0, {}});
        }
    }
    std::vector<Traces> list;
    list.reserve(groups.size());
    for (auto &[place, traces] : groups)
        list.push_back(std::move(traces));
    return list;
}

void CrossFinder::brokenWord()
{
    const BrokenWord &rule = m_rules.brokenWord;
    for (const Traces &traces : customers()) {
        std::set<TicketId> told;
        for (const Trace &trace : traces) {
            Traces near;
            std::copy_if(traces.begin(), traces.end(), std::back_inserter(near), [&](const Trace &other) {
                return rule.days == 0 || std::chrono::abs(other.at - trace.at) <= days(rule.days);
            });
            const bool often = ticketCount(near) >= static_cast<std::size_t>(rule.tickets);
            if (often && told.insert(trace.ticket->id).second)
                add(*trace.ticket, near, {u"missed-twice-customer"_s, rule.rule, Severity::Fail, {}, {}, {}});
        }
    }
}

void CrossFinder::copiedReadings(const CopiedReadings &rule)
{
    std::map<UserId, Traces> byTechnician;
    for (const Ticket *ticket : m_tickets) {
        if (const auto found = ticket->readings.find(rule.measure); found != ticket->readings.end()) {
            const Stamp &stamp = found->second.stamp;
            byTechnician[stamp.by].push_back(
                {ticket, stamp.event, stamp.corrected(), found->second.reading.value, rule.measure});
        }
    }
    for (auto &[user, readings] : byTechnician)
        copiedBy(std::move(readings), rule);
}

/// A reading and those within the tolerance of it and the days before and after.
void CrossFinder::copiedBy(Traces readings, const CopiedReadings &rule)
{
    std::stable_sort(readings.begin(), readings.end(),
                     [](const Trace &a, const Trace &b) { return a.value < b.value; });
    auto first = readings.begin();
    auto behind = readings.begin();
    for (const Trace &reading : readings) {
        while (reading.value - first->value > rule.tolerance)
            ++first;
        while (behind != readings.end() && behind->value - reading.value <= rule.tolerance)
            ++behind;
        Traces near;
        std::copy_if(first, behind, std::back_inserter(near),
                     [&](const Trace &other) { return std::chrono::abs(other.at - reading.at) <= days(rule.days); });
        if (ticketCount(near) < static_cast<std::size_t>(rule.tickets))
            continue;
        add(*reading.ticket, near,
            {u"copied-reading"_s,
             rule.rule,
             Severity::Warn,
             rule.measure,
             {},
             {{u"value"_s, QString::number(reading.value)}}});
    }
}

std::optional<Error> check(const CrossRules &rules)
{
    for (std::size_t i = 0; i < rules.copied.size(); ++i) {
        const CopiedReadings &rule = rules.copied[i];
        const QString path = at(u"copiedReadings", i);
        if (rule.measure.isEmpty())
            return badMember(path + u".measure"_s, u"must not be empty"_s);
        if (rule.tolerance < 0 || rule.tickets < 2 || rule.days < 1 || rule.days > kMaxDays)
            return badMember(path, u"needs a tolerance, two tickets and a day at least, a year at most"_s);
    }
    const BrokenWord &word = rules.brokenWord;
    if (word.tickets < 2 || word.days < 0 || word.days > kMaxDays)
        return badMember(u"brokenWord"_s, u"needs two tickets at least and a year at most"_s);
    return {};
}

} // namespace

Result<CrossRules> readCrossRules(const QByteArray &document)
{
    CrossRules rules;
    if (auto problem = detail::readBytes(document, rules))
        return *problem;
    if (auto problem = check(rules))
        return *problem;
    return rules;
}

std::map<TicketId, std::vector<Finding>> crossFindings(const std::vector<Ticket> &tickets, const CrossRules &rules)
{
    return CrossFinder(tickets, rules).all();
}

bool isQualificationOver(const QString &lastDay, WallTime now, const WorkingCalendar &calendar)
{
    const QDate last = QDate::fromString(lastDay, Qt::ISODate);
    return last.isValid() && localDay(now, calendar) > last;
}

std::optional<Finding> qualificationFinding(const Ticket &ticket, const QString &lastDay,
                                            const WorkingCalendar &calendar)
{
    if (!ticket.arrival || !isQualificationOver(lastDay, ticket.arrival->stamp.corrected(), calendar))
        return {};
    Finding finding;
    finding.code = u"qualification-expired"_s;
    finding.rule = u"D13-03"_s;
    finding.evidence = {ticket.arrival->stamp.event};
    finding.args = {{u"until"_s, lastDay}};
    return finding;
}

} // namespace ruhu::domain
