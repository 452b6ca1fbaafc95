// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run.h"
#include "texts.h"
#include "times.h"

#include <ruhu/domain/forms.h>
#include <ruhu/domain/names.h>
#include <ruhu/presentation/papers.h>

using namespace Qt::Literals::StringLiterals;

// The data of the papers FM1 … FM16, from the server's folder or from a laptop's store.
namespace ruhu::ctl {
namespace {

using domain::Form;
using domain::FormAbout;

[[nodiscard]] Json titleJson(const domain::Text &text)
{
    Json json;
    json.set(u"en"_s, text.en).set(u"zh"_s, text.zh);
    return json;
}

/// A paper that lacks a value is no paper: the list of what is missing, and exit status 1.
[[nodiscard]] Outcome outcomeOfForm(const Form &form, const Json &facts)
{
    const domain::FilledForm filled = domain::fillForm(form, facts);
    Json::Array byHand;
    for (const domain::Text &text : form.byHand)
        byHand.push_back(titleJson(text));
    Outcome outcome;
    outcome.json.set(u"form"_s, form.id)
        .set(u"title"_s, titleJson(form.title))
        .set(u"content"_s, filled.content)
        .set(u"missing"_s, textsJson(filled.missing))
        .set(u"byHand"_s, std::move(byHand));
    outcome.lines << QString::fromUtf8(writeJsonPretty(filled.content));
    if (!filled.missing.empty()) {
        outcome.exitCode = Refused;
        outcome.problem = u"%1 (%2) cannot be made; missing: %3"_s.arg(form.title.en, form.id, joined(filled.missing));
    }
    return outcome;
}

[[nodiscard]] Result<Form> findForm(const QString &id)
{
    if (const Form *form = presentation::builtInForms().form(id))
        return *form;
    return Error{ErrorCode::NotFound, u"FM1 to FM16"_s, id};
}

[[nodiscard]] Result<QString> subjectOf(const Run &run, const QString &what)
{
    const QString text = run.invocation.word(1);
    return text.isEmpty() ? Result<QString>(Error{ErrorCode::InvalidInput, what + u" is missing"_s, u"SUBJECT"_s})
                          : Result<QString>(text);
}

[[nodiscard]] Result<QString> dayOption(const Run &run)
{
    const auto day = parseDay(run.invocation.value(u"day"_s), u"--day"_s);
    return day ? day->toString(Qt::ISODate) : Result<QString>(day.error());
}

[[nodiscard]] const domain::WorkingCalendar &calendar()
{
    return presentation::builtInShelf().calendar();
}

// ---- on the server

[[nodiscard]] Result<Json> serverVisit(Run &run)
{
    const auto subject = subjectOf(run, u"the ticket"_s);
    const auto id = subject ? run.findAtOffice(*subject) : Result<TicketId>(subject.error());
    const auto ticket = id ? run.office->ticket(*id) : Result<domain::Ticket>(id.error());
    if (!ticket)
        return ticket.error();
    const auto code = run.office->serviceCode(ticket->order.catalogue);
    if (!code)
        return code.error();
    return domain::visitFacts(*ticket, **code);
}

[[nodiscard]] Result<Json> serverCase(Run &run, const Form &form)
{
    const auto subject = subjectOf(run, u"the case"_s);
    const auto id = subject ? run.findAtOffice(*subject) : Result<TicketId>(subject.error());
    const auto officeCase = id ? run.office->officeCase(*id) : Result<domain::OfficeCase>(id.error());
    if (!officeCase)
        return officeCase.error();
    if (officeCase->opening.kind != form.kind)
        return Error{ErrorCode::InvalidInput, u"this paper is for "_s + form.kind, *subject};
    return domain::caseFacts(*officeCase);
}

[[nodiscard]] Result<Json> serverList(Run &run, const Form &form)
{
    const auto cases = run.office->cases();
    if (!cases)
        return cases.error();
    std::vector<domain::OfficeCase> found;
    for (const service::CaseSummary &one : *cases) {
        if (one.kind != form.kind || one.over)
            continue;
        auto officeCase = run.office->officeCase(one.id);
        if (!officeCase)
            return officeCase.error();
        found.push_back(std::move(*officeCase));
    }
    return domain::listFacts(found);
}

[[nodiscard]] Result<service::User> findUser(Run &run)
{
    const auto login = subjectOf(run, u"the account"_s);
    if (!login)
        return login.error();
    const auto users = run.office->users();
    if (!users)
        return users.error();
    for (const service::User &user : *users) {
        if (user.login == *login)
            return user;
    }
    return Error{ErrorCode::NotFound, u"no such user"_s, *login};
}

[[nodiscard]] Result<Json> serverPerson(Run &run)
{
    const auto user = findUser(run);
    const auto teams = run.office->teams();
    if (!user)
        return user.error();
    if (!teams)
        return teams.error();
    Json person;
    person.set(u"name"_s, user->displayName).set(u"login"_s, user->login);
    for (const service::Team &team : *teams) {
        if (team.id == user->team)
            person.set(u"team"_s, team.name);
    }
    Json facts;
    facts.set(u"person"_s, std::move(person));
    return facts;
}

[[nodiscard]] Result<Json> serverDay(Run &run)
{
    const auto day = dayOption(run);
    const auto user = findUser(run);
    const auto summaries = run.office->tickets();
    if (!day)
        return day.error();
    if (!user)
        return user.error();
    if (!summaries)
        return summaries.error();
    std::vector<domain::Ticket> tickets;
    for (const service::TicketSummary &summary : *summaries) {
        if (summary.assignee != user->id)
            continue;
        auto ticket = run.office->ticket(summary.id);
        if (!ticket)
            return ticket.error();
        tickets.push_back(std::move(*ticket));
    }
    return domain::dayFacts(*day, user->displayName, tickets, calendar());
}

[[nodiscard]] Result<Json> serverFacts(Run &run, const Form &form)
{
    switch (form.about) {
    case FormAbout::Visit:
        return serverVisit(run);
    case FormAbout::Case:
        return serverCase(run, form);
    case FormAbout::List:
        return serverList(run, form);
    case FormAbout::Day:
        return serverDay(run);
    case FormAbout::Person:
        return serverPerson(run);
    case FormAbout::Code:
        return domain::codeFacts(*presentation::builtInShelf().latest(domain::kServiceCode));
    }
    return Error{ErrorCode::Internal, u"a paper about nothing"_s, form.id};
}

[[nodiscard]] Result<Outcome> serverForm(Run &run)
{
    const auto form = findForm(run.invocation.word(0));
    if (!form)
        return form.error();
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto facts = serverFacts(run, *form);
    if (!facts)
        return facts.error();
    return outcomeOfForm(*form, *facts);
}

// ---- on a laptop

[[nodiscard]] Result<Json> laptopVisit(Run &run)
{
    const auto subject = subjectOf(run, u"the ticket"_s);
    const auto id = subject ? run.session->findTicket(*subject) : Result<TicketId>(subject.error());
    if (!id)
        return id.error();
    const auto page = run.session->page(*id);
    if (!page)
        return page.error();
    if (!(*page)->catalogue)
        return Error{ErrorCode::NotFound, u"this laptop does not have the ticket's service code yet"_s, *subject};
    return domain::visitFacts((*page)->ticket, *(*page)->catalogue);
}

[[nodiscard]] Result<Json> laptopDay(Run &run)
{
    const auto day = dayOption(run);
    const auto rows = run.session->tickets();
    if (!day)
        return day.error();
    if (!rows)
        return rows.error();
    std::vector<domain::Ticket> tickets;
    for (const store::TicketRow &row : *rows) {
        if (row.gone)
            continue;
        const auto page = run.session->page(row.id);
        if (!page)
            return page.error();
        tickets.push_back((*page)->ticket);
    }
    return domain::dayFacts(*day, run.session->profile()->displayName, tickets, calendar());
}

[[nodiscard]] Result<Outcome> laptopForm(Run &run)
{
    const auto form = findForm(run.invocation.word(0));
    if (!form)
        return form.error();
    if (const auto opened = run.unlock(); !opened)
        return opened.error();
    if (form->about == FormAbout::Code)
        return outcomeOfForm(*form, domain::codeFacts(*presentation::builtInShelf().latest(domain::kServiceCode)));
    if (form->about != FormAbout::Visit && form->about != FormAbout::Day)
        return Error{ErrorCode::InvalidInput, u"this paper is made at the office"_s, form->id};
    const auto facts = form->about == FormAbout::Day ? laptopDay(run) : laptopVisit(run);
    if (!facts)
        return facts.error();
    return outcomeOfForm(*form, *facts);
}

} // namespace

std::vector<Command> formCommands()
{
    // clang-format off
    return {
        {u"server"_s, u"form"_s, u"FM1…FM16 [TICKET|CASE|USER] [--day DAY]"_s,
         u"the data of a paper, or the list of what it lacks"_s, 1, 2, {u"day"_s}, {}, {}, now<serverForm>()},
        {u"laptop"_s, u"form"_s, u"FM1…FM16 [TICKET] [--day DAY]"_s,
         u"the data of a paper about a visit, the day or the code"_s, 1, 2, {u"day"_s}, {}, {}, now<laptopForm>()},
    };
    // clang-format on
}

} // namespace ruhu::ctl
