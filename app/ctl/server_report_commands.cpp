// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run.h"
#include "texts.h"
#include "ticket_json.h"
#include "times.h"

#include <ruhu/domain/deadlines.h>
#include <ruhu/domain/names.h>
#include <ruhu/presentation/papers.h>
#include <ruhu/presentation/words.h>
#include <ruhu/protocol/framing.h>

#include <QFile>

using namespace Qt::Literals::StringLiterals;

// What stands out over all tickets, and the office's figures.
namespace ruhu::ctl {
namespace {

/// The file of --OPTION, or the document the program carries.
[[nodiscard]] Result<QByteArray> document(const Run &run, const QString &option, const QString &carried)
{
    if (const QString path = run.invocation.value(option); !path.isEmpty())
        return readArgumentFile(path, protocol::kMaxDocumentBytes);
    QFile file(u":/ruhu/office/"_s + carried);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, u"the program carries no such document"_s, carried};
    return file.readAll();
}

[[nodiscard]] Result<domain::CrossRules> crossRules(const Run &run)
{
    const auto bytes = document(run, u"rules"_s, u"cross-findings.json"_s);
    return bytes ? domain::readCrossRules(*bytes) : Result<domain::CrossRules>(bytes.error());
}

/// From midnight to midnight where the office is. Both days belong to it. Nothing when none is given; one alone is refused.
[[nodiscard]] Result<std::optional<domain::Period>> periodOf(const Run &run)
{
    const QString from = run.invocation.value(u"from"_s);
    const QString to = run.invocation.value(u"to"_s);
    if (from.isEmpty() && to.isEmpty())
        return std::optional<domain::Period>();
    const auto first = parseDay(from, u"--from"_s);
    if (!first)
        return first.error();
    const auto last = parseDay(to, u"--to"_s);
    if (!last)
        return last.error();
    if (*last < *first)
        return Error{ErrorCode::InvalidInput, u"must not lie before --from"_s, u"--to"_s};
    const domain::WorkingCalendar &calendar = presentation::builtInShelf().calendar();
    return std::optional(
        domain::Period{domain::startOfDay(*first, calendar), domain::startOfDay(last->addDays(1), calendar)});
}

[[nodiscard]] Json findingsJson(const std::vector<domain::Finding> &findings, const domain::Catalogue *catalogue)
{
    Json::Array list;
    for (const domain::Finding &finding : findings) {
        Json::Array evidence;
        for (const EventId &event : finding.evidence)
            evidence.emplace_back(event.toString());
        Json json = findingJson(finding);
        json.set(u"text"_s, presentation::findingText(finding, catalogue)).set(u"evidence"_s, std::move(evidence));
        list.push_back(std::move(json));
    }
    return Json(std::move(list));
}

[[nodiscard]] Result<Outcome> findings(Run &run)
{
    const auto rules = crossRules(run);
    if (!rules)
        return rules.error();
    const auto period = periodOf(run);
    if (!period)
        return period.error();
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    std::optional<TicketId> only;
    if (const QString text = run.invocation.value(u"ticket"_s); !text.isEmpty()) {
        const auto id = run.findAtOffice(text);
        if (!id)
            return id.error();
        only = *id;
    }
    const auto found = run.office->findings(*rules, only, *period);
    if (!found)
        return found.error();
    Outcome outcome;
    Json::Array tickets;
    for (const service::TicketFindings &ticket : *found) {
        Json json;
        json.set(u"ticket"_s, ticket.id.toString())
            .set(u"number"_s, ticket.number)
            .set(u"state"_s, domain::toName(ticket.state))
            .set(u"own"_s, findingsJson(ticket.own, ticket.catalogue.get()))
            .set(u"across"_s, findingsJson(ticket.across, ticket.catalogue.get()));
        tickets.push_back(std::move(json));
        for (const auto *list : {&ticket.across, &ticket.own}) {
            for (const domain::Finding &finding : *list)
                outcome.lines << u"%1  %2  %3  %4"_s.arg(ticket.number, domain::toName(finding.severity), finding.rule,
                                                         presentation::findingText(finding, ticket.catalogue.get()));
        }
    }
    outcome.json.set(u"tickets"_s, std::move(tickets));
    return outcome;
}

[[nodiscard]] QString percentText(const std::optional<std::int64_t> &permille)
{
    return permille ? u"%1.%2 %"_s.arg(*permille / 10).arg(*permille % 10) : u"no case"_s;
}

void addFigures(Outcome &outcome, const domain::OfficeReport &report)
{
    Json::Array list;
    outcome.lines << u"Figures (kept of due)"_s;
    for (const domain::FigureCount &count : report.figures) {
        const domain::DeadlineRule &limit = count.figure.limit;
        const auto reached = count.isReached();
        Json json;
        json.set(u"id"_s, limit.id)
            .set(u"title"_s, limit.title.en)
            .set(u"titleZh"_s, limit.title.zh)
            .set(u"rules"_s, textsJson(limit.rules))
            .set(u"confidence"_s, limit.confidence)
            .set(u"kept"_s, count.kept)
            .set(u"broken"_s, count.broken)
            .set(u"open"_s, count.open)
            .set(u"permille"_s, count.permille() ? Json(*count.permille()) : Json())
            .set(u"targetPercent"_s, count.figure.targetPercent ? Json(*count.figure.targetPercent) : Json())
            .set(u"reached"_s, reached ? Json(*reached) : Json());
        list.push_back(std::move(json));
        QString line = u"  %1: %2 of %3, %4"_s.arg(limit.title.en)
                           .arg(count.kept)
                           .arg(count.kept + count.broken)
                           .arg(percentText(count.permille()));
        if (count.open > 0)
            line += u", %1 still open"_s.arg(count.open);
        if (count.figure.targetPercent)
            line += u"; target %1 %"_s.arg(*count.figure.targetPercent)
                    + (reached ? (*reached ? u", reached"_s : u", missed"_s) : QString());
        outcome.lines << line + u" ["_s + limit.rules.front() + u", grade "_s + limit.confidence + u']';
    }
    outcome.json.set(u"figures"_s, std::move(list));
}

void addRatings(Outcome &outcome, const domain::OfficeReport &report)
{
    Json kinds{Json::Object{}};
    outcome.lines << u"Ratings"_s;
    for (const auto &[kind, count] : report.ratings) {
        Json json;
        QStringList parts;
        for (const auto &[rating, number] : count.given) {
            json.set(domain::toName(rating), number);
            parts << u"%1 %2"_s.arg(domain::toName(rating)).arg(number);
        }
        json.set(u"withReason"_s, count.withReason);
        kinds.set(kind, std::move(json));
        outcome.lines << u"  %1: %2; %3 with a reason"_s.arg(kind, parts.join(u", "_s)).arg(count.withReason);
    }
    outcome.json.set(u"ratings"_s, std::move(kinds));
}

void addCounts(Outcome &outcome, const domain::OfficeReport &report)
{
    Json states{Json::Object{}};
    outcome.lines << u"Tickets ordered in the period"_s;
    for (const auto &[state, number] : report.byState) {
        states.set(domain::toName(state), number);
        outcome.lines << u"  %1: %2"_s.arg(domain::toName(state)).arg(number);
    }
    Json reasons{Json::Object{}};
    for (const auto &[step, options] : report.reasons) {
        Json json{Json::Object{}};
        outcome.lines << u"Answers to %1"_s.arg(step);
        for (const auto &[option, number] : options) {
            json.set(option, number);
            outcome.lines << u"  %1: %2"_s.arg(option).arg(number);
        }
        reasons.set(step, std::move(json));
    }
    Json::Array found;
    outcome.lines << u"Findings on tickets ended in the period"_s;
    for (const auto &[what, number] : report.findings) {
        Json json;
        json.set(u"rule"_s, what.first).set(u"code"_s, what.second).set(u"count"_s, number);
        found.push_back(std::move(json));
        outcome.lines << u"  %1 %2: %3"_s.arg(what.first, what.second).arg(number);
    }
    outcome.json.set(u"byState"_s, std::move(states))
        .set(u"reasons"_s, std::move(reasons))
        .set(u"findings"_s, std::move(found));
}

[[nodiscard]] Result<Outcome> report(Run &run)
{
    const auto rules = crossRules(run);
    if (!rules)
        return rules.error();
    const auto bytes = document(run, u"figures"_s, u"figures.json"_s);
    if (!bytes)
        return bytes.error();
    const auto figures = domain::readFigures(*bytes);
    if (!figures)
        return figures.error();
    const auto period = periodOf(run);
    if (!period)
        return period.error();
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto made = run.office->report(*figures, *rules, **period, run.invocation.value(u"team"_s));
    if (!made)
        return made.error();
    Outcome outcome;
    outcome.json.set(u"from"_s, run.invocation.value(u"from"_s))
        .set(u"to"_s, run.invocation.value(u"to"_s))
        .set(u"team"_s, run.invocation.value(u"team"_s));
    addFigures(outcome, *made);
    addRatings(outcome, *made);
    addCounts(outcome, *made);
    return outcome;
}

} // namespace

std::vector<Command> serverReportCommands()
{
    const QString group = u"server"_s;
    // clang-format off
    return {
        {group, u"findings"_s, u"[--ticket TICKET] [--from DAY --to DAY] [--rules FILE]"_s,
         u"what stands out on each ticket and across tickets"_s, 0, 0,
         {u"ticket"_s, u"from"_s, u"to"_s, u"rules"_s}, {}, {}, now<findings>()},
        {group, u"report"_s, u"--from DAY --to DAY [--team NAME] [--figures FILE] [--rules FILE]"_s,
         u"figures against their targets, ratings, reasons and findings of a period"_s, 0, 0,
         {u"from"_s, u"to"_s, u"team"_s, u"figures"_s, u"rules"_s}, {u"from"_s, u"to"_s}, {}, now<report>()},
    };
    // clang-format on
}

} // namespace ruhu::ctl
