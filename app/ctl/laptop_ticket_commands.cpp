// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run.h"
#include "ticket_json.h"

#include <ruhu/domain/codec.h>
#include <ruhu/domain/names.h>
#include <ruhu/presentation/words.h>

using namespace Qt::Literals::StringLiterals;

// What a technician does with one ticket; nothing here asks the server.
namespace ruhu::ctl {
namespace {

constexpr qint64 kMaxBodyBytes = 1024 * 1024;

using Page = std::shared_ptr<const presentation::TicketPage>;

[[nodiscard]] Result<Page> openPage(Run &run)
{
    if (const auto opened = run.unlock(); !opened)
        return opened.error();
    const auto id = run.session->findTicket(run.invocation.word(0));
    if (!id)
        return id.error();
    return run.session->page(*id);
}

/// The page anew, so that the answer tells the state after the act.
[[nodiscard]] Result<Outcome> answer(Run &run, TicketId id, const Result<presentation::ActOutcome> &act)
{
    if (!act)
        return act.error();
    const auto page = run.session->page(id);
    if (!page)
        return page.error();
    return outcomeOf(*act, **page);
}

[[nodiscard]] Result<Outcome> tickets(Run &run)
{
    if (const auto opened = run.unlock(); !opened)
        return opened.error();
    const auto rows = run.session->tickets();
    if (!rows)
        return rows.error();
    Outcome outcome;
    Json::Array list;
    for (const store::TicketRow &row : *rows) {
        list.push_back(rowJson(row));
        outcome.lines << u"%1  %2  %3 waiting%4"_s.arg(row.number, domain::toName(row.state))
                             .arg(row.pending)
                             .arg(row.returned ? u"  returned"_s : QString());
    }
    outcome.json.set(u"tickets"_s, std::move(list));
    return outcome;
}

[[nodiscard]] Result<Outcome> showTicket(Run &run)
{
    const auto page = openPage(run);
    if (!page)
        return page.error();
    const presentation::TicketPage &shown = **page;
    Json::Array open;
    for (const domain::OpenItem &item : shown.open) {
        Json json;
        json.set(u"stage"_s, item.stage).set(u"step"_s, item.step).set(u"gate"_s, domain::toName(item.gate));
        open.push_back(std::move(json));
    }
    Json::Array findings;
    for (const domain::Finding &finding : shown.findings)
        findings.push_back(findingJson(finding));
    Outcome outcome;
    outcome.json = ticketJson(shown.ticket);
    outcome.json.set(u"row"_s, rowJson(shown.row))
        .set(u"contentHash"_s, QString::fromLatin1(shown.contentHash.toHex()))
        .set(u"open"_s, std::move(open))
        .set(u"findings"_s, std::move(findings))
        .set(u"history"_s, historyJson(shown.history));
    outcome.lines = historyLines(shown.ticket, shown.history);
    for (const domain::OpenItem &item : shown.open)
        outcome.lines << u"  open: %1"_s.arg(presentation::openItemText(item, shown.catalogue, shown.ticket));
    for (const domain::Finding &finding : shown.findings)
        outcome.lines << u"  finding: %1"_s.arg(presentation::findingText(finding, shown.catalogue));
    return outcome;
}

[[nodiscard]] Result<Outcome> allowed(Run &run)
{
    const auto page = openPage(run);
    if (!page)
        return page.error();
    const presentation::TicketPage &shown = **page;
    Outcome outcome;
    Json::Array list;
    for (const domain::Possibility &possibility : shown.possible) {
        Json json;
        json.set(u"type"_s, possibility.type)
            .set(u"target"_s, possibility.target)
            .set(u"allowed"_s, !possibility.refusal)
            .set(u"refusal"_s, possibility.refusal ? refusalJson(*possibility.refusal) : Json());
        list.push_back(std::move(json));
        const QString reason = possibility.refusal
                                   ? presentation::refusalText(*possibility.refusal, shown.catalogue, shown.ticket)
                                         + " ["_L1 + domain::toName(possibility.refusal->code) + u']'
                                   : u"allowed"_s;
        outcome.lines << QString(possibility.type + u' ' + possibility.target).trimmed() + ": "_L1 + reason;
    }
    outcome.json.set(u"ticket"_s, shown.row.number)
        .set(u"state"_s, domain::toName(shown.ticket.state))
        .set(u"commands"_s, std::move(list));
    return outcome;
}

[[nodiscard]] Result<Json> commandBody(const QString &text)
{
    if (text.isEmpty())
        return Json(Json::Object());
    if (text != "-"_L1)
        return readJson(text.toUtf8());
    const auto bytes = readArgumentFile(text, kMaxBodyBytes);
    if (!bytes)
        return bytes.error();
    return readJson(*bytes);
}

[[nodiscard]] Result<Outcome> act(Run &run)
{
    const auto body = commandBody(run.invocation.word(2));
    if (!body)
        return body.error();
    const auto proposal = domain::decodePayload(run.invocation.word(1), *body);
    if (!proposal)
        return proposal.error();
    const auto page = openPage(run);
    if (!page)
        return page.error();
    const TicketId id = (*page)->ticket.id;
    return answer(run, id, run.session->act(id, *proposal));
}

[[nodiscard]] Result<Outcome> attach(Run &run)
{
    const auto bytes = readArgumentFile(run.invocation.word(2), kMaxPhotoFile);
    if (!bytes)
        return bytes.error();
    const auto page = openPage(run);
    if (!page)
        return page.error();
    const TicketId id = (*page)->ticket.id;
    const QString caption = run.invocation.value(u"caption"_s);
    return answer(run, id, run.session->attachPhoto(id, run.invocation.word(1), *bytes, caption));
}

[[nodiscard]] Result<Outcome> sign(Run &run)
{
    const auto role = domain::fromName<domain::SignerRole>(run.invocation.value(u"role"_s));
    if (!role)
        return Error{ErrorCode::InvalidInput, u"customer or technician"_s, u"--role"_s};
    const auto document = readArgumentFile(run.invocation.value(u"strokes"_s), kMaxBodyBytes);
    if (!document)
        return document.error();
    const auto strokes = domain::decodeStrokes(*document);
    if (!strokes)
        return strokes.error();
    const auto page = openPage(run);
    if (!page)
        return page.error();
    QString name = run.invocation.value(u"name"_s);
    if (name.isEmpty() && *role == domain::SignerRole::Customer)
        name = (*page)->ticket.order.customerName;
    else if (name.isEmpty())
        name = run.session->profile()->displayName;
    const TicketId id = (*page)->ticket.id;
    return answer(run, id, run.session->sign(id, *role, name, *strokes, (*page)->contentHash));
}

} // namespace

std::vector<Command> laptopTicketCommands()
{
    const QString group = u"laptop"_s;
    // clang-format off
    return {
        {group, u"tickets"_s, {}, u"what this laptop has"_s, 0, 0, {}, {}, {}, now<tickets>()},
        {group, u"show"_s, u"TICKET"_s, u"one ticket: history, open items, findings"_s, 1, 1, {}, {}, {},
         now<showTicket>()},
        {group, u"allowed"_s, u"TICKET"_s, u"what the rules allow now, and why not the rest"_s, 1, 1, {}, {}, {},
         now<allowed>()},
        {group, u"do"_s, u"TICKET COMMAND [JSON|-]"_s, u"one act, named and written as its event"_s, 2, 3, {}, {}, {},
         now<act>()},
        {group, u"attach"_s, u"TICKET STEP FILE [--caption C]"_s, u"a photo, JPEG or PNG"_s, 3, 3, {u"caption"_s}, {},
         {}, now<attach>()},
        {group, u"sign"_s, u"TICKET --role customer|technician --strokes FILE [--name N]"_s,
         u"a signature over what is there now"_s, 1, 1, {u"role"_s, u"strokes"_s, u"name"_s},
         {u"role"_s, u"strokes"_s}, {}, now<sign>()},
    };
    // clang-format on
}

} // namespace ruhu::ctl
