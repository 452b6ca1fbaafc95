// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run.h"
#include "ticket_json.h"
#include "times.h"

#include <ruhu/domain/names.h>
#include <ruhu/presentation/papers.h>
#include <ruhu/service/csv_import.h>

using namespace Qt::Literals::StringLiterals;

// What the office does with tickets, on the server's data folder.
namespace ruhu::ctl {
namespace {

constexpr qint64 kMaxImportBytes = 16 * 1024 * 1024;
constexpr int kEventPage = 500;

[[nodiscard]] Outcome done(const QString &number, const QString &what)
{
    Json json;
    json.set(u"ticket"_s, number).set(u"done"_s, what);
    return {std::move(json), {number + ": "_L1 + what}, Done, {}};
}

[[nodiscard]] Result<Outcome> import(Run &run)
{
    if (run.invocation.value(u"format"_s) != "csv"_L1)
        return Error{ErrorCode::InvalidInput, u"the only format is csv"_s, u"--format"_s};
    const auto bytes = readArgumentFile(run.invocation.word(0), kMaxImportBytes);
    if (!bytes)
        return bytes.error();
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto imported = service::importTicketCsv(*run.office, *bytes);
    if (!imported)
        return imported.error();
    Outcome outcome;
    Json::Array problems;
    QStringList texts;
    for (const service::CsvProblem &problem : imported->problems) {
        Json json;
        json.set(u"line"_s, std::int64_t{problem.line}).set(u"column"_s, problem.column).set(u"code"_s, problem.code);
        problems.push_back(std::move(json));
        const QString column = problem.column.isEmpty() ? QString() : u", column %1"_s.arg(problem.column);
        texts << u"line %1%2 [%3]"_s.arg(problem.line).arg(column, problem.code);
    }
    outcome.json.set(u"imported"_s, static_cast<std::int64_t>(imported->tickets.size()))
        .set(u"problems"_s, std::move(problems));
    outcome.lines << u"%1 tickets opened"_s.arg(imported->tickets.size());
    if (!texts.isEmpty()) {
        outcome.exitCode = Refused;
        outcome.problem = u"nothing was imported:\n"_s + texts.join(u'\n');
    }
    return outcome;
}

[[nodiscard]] Result<Outcome> ticketList(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto tickets = run.office->tickets();
    if (!tickets)
        return tickets.error();
    Outcome outcome;
    Json::Array list;
    for (const service::TicketSummary &ticket : *tickets) {
        Json json;
        json.set(u"id"_s, ticket.id.toString())
            .set(u"number"_s, ticket.number)
            .set(u"state"_s, domain::toName(ticket.state))
            .set(u"returned"_s, ticket.returned)
            .set(u"assignee"_s, ticket.assigneeLogin)
            .set(u"revision"_s, std::int64_t{ticket.revision});
        list.push_back(std::move(json));
        outcome.lines << u"%1  %2  %3  rev %4"_s.arg(ticket.number, domain::toName(ticket.state), ticket.assigneeLogin)
                             .arg(ticket.revision);
    }
    outcome.json.set(u"tickets"_s, std::move(list));
    return outcome;
}

[[nodiscard]] Result<Outcome> ticketShow(Run &run)
{
    const auto id = run.findAtOffice(run.invocation.word(0));
    if (!id)
        return id.error();
    const auto ticket = run.office->ticket(*id);
    if (!ticket)
        return ticket.error();
    const auto history = run.office->history(*id);
    if (!history)
        return history.error();
    Outcome outcome;
    outcome.json = ticketJson(*ticket);
    outcome.json.set(u"history"_s, historyJson(*history));
    outcome.lines = historyLines(*ticket, *history);
    return outcome;
}

[[nodiscard]] Result<Outcome> assign(Run &run)
{
    const auto id = run.findAtOffice(run.invocation.word(0));
    if (!id)
        return id.error();
    const QString login = run.invocation.word(1);
    if (const auto assigned = run.office->assign(*id, login); !assigned)
        return assigned.error();
    return done(run.invocation.word(0), u"assigned to "_s + login);
}

[[nodiscard]] Result<Outcome> cancel(Run &run)
{
    const auto id = run.findAtOffice(run.invocation.word(0));
    if (!id)
        return id.error();
    if (const auto cancelled = run.office->cancel(*id, run.invocation.value(u"reason"_s)); !cancelled)
        return cancelled.error();
    return done(run.invocation.word(0), u"cancelled"_s);
}

[[nodiscard]] Result<Outcome> reschedule(Run &run)
{
    const auto start = parseTime(run.invocation.value(u"start"_s), u"--start"_s);
    if (!start)
        return start.error();
    const QString endText = run.invocation.value(u"end"_s);
    const auto end = endText.isEmpty() ? start : parseTime(endText, u"--end"_s);
    if (!end)
        return end.error();
    const auto id = run.findAtOffice(run.invocation.word(0));
    if (!id)
        return id.error();
    const domain::Window window{*start, *end};
    if (const auto moved = run.office->reschedule(*id, window, run.invocation.value(u"reason"_s)); !moved)
        return moved.error();
    return done(run.invocation.word(0), u"rescheduled"_s);
}

[[nodiscard]] presentation::ExportEntry exportEntry(service::StoredEvent &&stored)
{
    presentation::ExportEntry entry;
    const QString who = stored.device.isNull() ? u"server"_s : stored.device.toString();
    entry.journal = "device:"_L1 + who + u'/' + QString::number(stored.incarnation);
    entry.sequence = stored.sequence;
    entry.hash = stored.hash;
    entry.previousHash = stored.previousHash;
    entry.signature = stored.signature;
    entry.signedFrom = stored.signature.isEmpty() ? 0 : stored.runFirst;
    entry.publicKey = stored.publicKey;
    entry.device = stored.device;
    entry.incarnation = stored.incarnation;
    entry.revision = stored.revision;
    entry.receivedAt = stored.receivedAt;
    entry.verdict = stored.verdict;
    entry.body = std::move(stored.body);
    return entry;
}

[[nodiscard]] Result<Outcome> events(Run &run)
{
    const Invocation &call = run.invocation;
    bool isNumber = true;
    qint64 after = call.value(u"after"_s).isEmpty() ? 0 : call.value(u"after"_s).toLongLong(&isNumber);
    if (!isNumber || after < 0)
        return Error{ErrorCode::InvalidInput, u"a number from the column serial"_s, u"--after"_s};
    std::optional<TicketId> ticket;
    if (const QString text = call.value(u"ticket"_s); !text.isEmpty()) {
        const auto id = run.findAtOffice(text);
        if (!id)
            return id.error();
        ticket = *id;
    } else if (const auto opened = run.openOffice(); !opened) {
        return opened.error();
    }
    Outcome outcome;
    Json::Array list;
    for (;;) {
        auto page = run.office->events(ticket, after, kEventPage);
        if (!page)
            return page.error();
        if (page->empty())
            break;
        for (service::StoredEvent &stored : *page) {
            after = stored.serial;
            Json json = presentation::exportJson(exportEntry(std::move(stored)));
            json.set(u"serial"_s, std::int64_t{after});
            outcome.lines << QString::fromUtf8(writeJson(json));
            list.push_back(std::move(json));
        }
    }
    outcome.json.set(u"events"_s, std::move(list));
    return outcome;
}

} // namespace

std::vector<Command> serverTicketCommands()
{
    const QString group = u"server"_s;
    // clang-format off
    return {
        {group, u"import"_s, u"--format csv FILE"_s, u"open tickets from a table; all of them or none"_s, 1, 1,
         {u"format"_s}, {u"format"_s}, {}, now<import>()},
        {group, u"ticket list"_s, {}, u"every ticket with its state"_s, 0, 0, {}, {}, {}, now<ticketList>()},
        {group, u"ticket show"_s, u"TICKET"_s, u"one ticket with its history"_s, 1, 1, {}, {}, {}, now<ticketShow>()},
        {group, u"assign"_s, u"TICKET USER"_s, u"give a ticket to a technician"_s, 2, 2, {}, {}, {}, now<assign>()},
        {group, u"cancel"_s, u"TICKET --reason R"_s, u"the order is off"_s, 1, 1, {u"reason"_s}, {u"reason"_s}, {},
         now<cancel>()},
        {group, u"reschedule"_s, u"TICKET --start TIME [--end TIME] --reason R"_s, u"another wish date"_s, 1, 1,
         {u"start"_s, u"end"_s, u"reason"_s}, {u"start"_s, u"reason"_s}, {}, now<reschedule>()},
        {group, u"events"_s, u"[--ticket TICKET] [--after SERIAL]"_s, u"stored events, one JSON document a line"_s, 0,
         0, {u"ticket"_s, u"after"_s}, {}, {}, now<events>()},
    };
    // clang-format on
}

} // namespace ruhu::ctl
