// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run.h"
#include "texts.h"
#include "ticket_json.h"
#include "times.h"

#include <ruhu/domain/names.h>
#include <ruhu/presentation/papers.h>
#include <ruhu/presentation/words.h>

using namespace Qt::Literals::StringLiterals;

// Complaints, callbacks, enquiries, renewals and opinion letters, on the server's data folder.
namespace ruhu::ctl {
namespace {

constexpr qint64 kMaxFieldsBytes = 64 * 1024;

[[nodiscard]] const domain::OfficeCatalogue &catalogue()
{
    return *presentation::builtInShelf().officeCases();
}

[[nodiscard]] Json deadlineJson(const domain::Deadline &deadline)
{
    Json json;
    json.set(u"id"_s, deadline.id)
        .set(u"rule"_s, deadline.rule)
        .set(u"due"_s, utcText(deadline.due))
        .set(u"state"_s, domain::toName(deadline.state))
        .set(u"verified"_s, deadline.verified);
    return json;
}

[[nodiscard]] Json fieldsJson(const std::vector<domain::CaseField> &fields)
{
    Json json{Json::Object{}};
    for (const domain::CaseField &field : fields)
        json.set(field.field, field.value);
    return json;
}

/// The members of an object as fields; every value must be a text.
[[nodiscard]] Result<std::vector<domain::CaseField>> readFields(const Json &object)
{
    std::vector<domain::CaseField> fields;
    if (!object.isObject())
        return Error{ErrorCode::InvalidInput, u"an object of fields is wanted"_s, u"--file"_s};
    for (const auto &[name, value] : object.object()) {
        const auto text = value.toString();
        if (!text)
            return Error{ErrorCode::InvalidInput, u"must be a text"_s, name};
        fields.push_back({name, *text});
    }
    return fields;
}

[[nodiscard]] Result<Json> readDocument(const Run &run)
{
    const QString file = run.invocation.value(u"file"_s);
    if (file.isEmpty())
        return Json(Json::Object{});
    const auto bytes = readArgumentFile(file, kMaxFieldsBytes);
    return bytes ? readJson(*bytes) : Result<Json>(bytes.error());
}

/// --set field=value. Every user of the machine can read a command line, so words about people come from a file.
[[nodiscard]] Result<void> addSet(const Run &run, const domain::CaseKind &kind, std::vector<domain::CaseField> &fields)
{
    for (const QString &text : run.invocation.values.value(u"set"_s)) {
        const qsizetype cut = text.indexOf(u'=');
        const domain::CaseFieldRule *rule = kind.field(text.left(cut));
        if (cut < 1 || !rule)
            return Error{ErrorCode::InvalidInput, u"field=value, with a field of this kind of case"_s, u"--set"_s};
        if (rule->kind == domain::CaseFieldKind::Text)
            return Error{ErrorCode::InvalidInput, u"free words come from --file, never from the command line"_s,
                         rule->id};
        fields.push_back({rule->id, text.mid(cut + 1)});
    }
    return {};
}

[[nodiscard]] Result<Outcome> outcomeOfCase(Run &run, const Result<service::CaseOutcome> &result)
{
    if (!result)
        return result.error();
    Outcome outcome;
    if (result->refusal) {
        const domain::Refusal &refusal = *result->refusal;
        outcome.json.set(u"refusal"_s, refusalJson(refusal));
        outcome.exitCode = Refused;
        outcome.problem = u"%1 (%2) [%3]"_s.arg(presentation::refusalText(refusal, nullptr, {}), refusal.subject,
                                                domain::toName(refusal.code));
        return outcome;
    }
    const auto officeCase = run.office->officeCase(result->id);
    if (!officeCase)
        return officeCase.error();
    outcome.json.set(u"id"_s, result->id.toString())
        .set(u"number"_s, officeCase->opening.number)
        .set(u"state"_s, officeCase->state)
        .set(u"refusal"_s, Json());
    outcome.lines << u"%1: %2"_s.arg(officeCase->opening.number, officeCase->state);
    return outcome;
}

/// Who the customer is: from the file, or from the visit the case is about.
[[nodiscard]] Result<domain::CaseOpened> readOpening(Run &run, const domain::CaseKind &kind)
{
    const auto document = readDocument(run);
    if (!document)
        return document.error();
    domain::CaseOpened opening;
    opening.kind = kind.id;
    if (const QString about = run.invocation.value(u"about"_s); !about.isEmpty()) {
        const auto id = run.findAtOffice(about);
        const auto visit = id ? run.office->ticket(*id) : Result<domain::Ticket>(id.error());
        if (!visit)
            return visit.error();
        opening.about = *id;
        opening.customerName = visit->order.customerName;
        opening.customerPhone = visit->order.customerPhone;
        opening.address = visit->order.address;
    }
    opening.customerName = document->text(u"customerName").value_or(opening.customerName);
    opening.customerPhone = document->text(u"customerPhone").value_or(opening.customerPhone);
    opening.address = document->text(u"address").value_or(opening.address);
    if (const Json *given = document->find(u"fields")) {
        auto fields = readFields(*given);
        if (!fields)
            return fields.error();
        opening.fields = std::move(*fields);
    }
    if (const auto added = addSet(run, kind, opening.fields); !added)
        return added.error();
    return opening;
}

[[nodiscard]] Result<Outcome> open(Run &run)
{
    const domain::CaseKind *kind = catalogue().kind(run.invocation.word(0));
    if (!kind)
        return Error{ErrorCode::NotFound, u"no such kind; server case kinds lists them"_s, run.invocation.word(0)};
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto opening = readOpening(run, *kind);
    if (!opening)
        return opening.error();
    return outcomeOfCase(run, run.office->openCase(*opening, run.invocation.value(u"by"_s)));
}

[[nodiscard]] Result<Outcome> act(Run &run)
{
    const auto id = run.findAtOffice(run.invocation.word(0));
    if (!id)
        return id.error();
    const auto officeCase = run.office->officeCase(*id);
    if (!officeCase)
        return officeCase.error();
    const domain::CaseKind *kind = catalogue().kind(officeCase->opening.kind);
    const auto document = readDocument(run);
    auto fields = document ? readFields(*document) : Result<std::vector<domain::CaseField>>(document.error());
    if (!fields)
        return fields.error();
    if (kind) {
        if (const auto added = addSet(run, *kind, *fields); !added)
            return added.error();
    }
    const domain::CaseActed acted{run.invocation.word(1), std::move(*fields), {}};
    return outcomeOfCase(run, run.office->actOnCase(*id, acted, run.invocation.value(u"by"_s)));
}

[[nodiscard]] Result<Outcome> collectRenewals(Run &run)
{
    bool isNumber = false;
    const int days = run.invocation.value(u"days"_s).toInt(&isNumber);
    if (!isNumber || days < 0 || days > 366)
        return Error{ErrorCode::InvalidInput, u"0 to 366"_s, u"--days"_s};
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto opened = run.office->collectRenewals(days, run.invocation.value(u"by"_s));
    if (!opened)
        return opened.error();
    Outcome outcome;
    Json::Array ids;
    for (const TicketId &id : *opened)
        ids.emplace_back(id.toString());
    outcome.json.set(u"opened"_s, std::move(ids));
    outcome.lines << u"%1 customers put on the list"_s.arg(opened->size());
    return outcome;
}

[[nodiscard]] Result<Outcome> list(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto cases = run.office->cases();
    if (!cases)
        return cases.error();
    Outcome outcome;
    Json::Array found;
    for (const service::CaseSummary &one : *cases) {
        if (one.over && !run.invocation.has(u"all"_s))
            continue;
        Json json;
        json.set(u"id"_s, one.id.toString())
            .set(u"number"_s, one.number)
            .set(u"kind"_s, one.kind)
            .set(u"state"_s, one.state)
            .set(u"over"_s, one.over)
            .set(u"about"_s, one.about)
            .set(u"owner"_s, one.owner)
            .set(u"next"_s, one.next ? deadlineJson(*one.next) : Json());
        found.push_back(std::move(json));
        const QString due =
            one.next ? u"  %1 due %2 (%3)"_s.arg(one.next->id, utcText(one.next->due), domain::toName(one.next->state))
                     : QString();
        outcome.lines << u"%1  %2  %3  %4%5"_s.arg(one.number, one.kind, one.state, one.owner, due);
    }
    outcome.json.set(u"cases"_s, std::move(found));
    return outcome;
}

[[nodiscard]] Json entriesJson(const domain::OfficeCase &officeCase)
{
    Json::Array entries;
    for (const domain::CaseEntry &entry : officeCase.entries) {
        Json json;
        json.set(u"at"_s, utcText(entry.stamp.wall))
            .set(u"by"_s, entry.stamp.by.toString())
            .set(u"act"_s, entry.act)
            .set(u"fields"_s, fieldsJson(entry.fields));
        entries.push_back(std::move(json));
    }
    return Json(std::move(entries));
}

/// For whoever holds the data folder: what may be done next is said for a supervisor.
[[nodiscard]] Result<Outcome> showCase(Run &run)
{
    const auto id = run.findAtOffice(run.invocation.word(0));
    if (!id)
        return id.error();
    const auto officeCase = run.office->officeCase(*id);
    if (!officeCase)
        return officeCase.error();
    Outcome outcome;
    Json::Array limits;
    outcome.lines << u"%1  %2  %3"_s.arg(officeCase->opening.number, officeCase->opening.kind, officeCase->state);
    for (const domain::CaseEntry &entry : officeCase->entries)
        outcome.lines << u"  %1  %2"_s.arg(utcText(entry.stamp.wall), entry.act.isEmpty() ? u"opened"_s : entry.act);
    for (const domain::Deadline &deadline : run.office->deadlinesOf(*officeCase)) {
        limits.push_back(deadlineJson(deadline));
        outcome.lines << u"  limit %1 due %2 (%3)"_s.arg(deadline.id, utcText(deadline.due),
                                                         domain::toName(deadline.state));
    }
    std::vector<QString> acts;
    for (const auto &[name, refusal] :
         domain::caseActs(*officeCase, catalogue(), presentation::builtInShelf().roles().role(domain::kSupervisor))) {
        if (!refusal)
            acts.push_back(name);
    }
    Json fields{Json::Object{}};
    for (const auto &[field, value] : officeCase->fields)
        fields.set(field, value);
    outcome.lines << u"  next: %1"_s.arg(joined(acts));
    outcome.json.set(u"id"_s, id->toString())
        .set(u"number"_s, officeCase->opening.number)
        .set(u"kind"_s, officeCase->opening.kind)
        .set(u"state"_s, officeCase->state)
        .set(u"about"_s, officeCase->opening.about ? Json(officeCase->opening.about->toString()) : Json())
        .set(u"customerName"_s, officeCase->opening.customerName)
        .set(u"customerPhone"_s, officeCase->opening.customerPhone)
        .set(u"address"_s, officeCase->opening.address)
        .set(u"fields"_s, std::move(fields))
        .set(u"entries"_s, entriesJson(*officeCase))
        .set(u"limits"_s, std::move(limits))
        .set(u"acts"_s, textsJson(acts));
    return outcome;
}

[[nodiscard]] Json fieldRuleJson(const domain::CaseFieldRule &field)
{
    Json::Array options;
    for (const domain::CaseOption &option : field.options)
        options.emplace_back(option.id);
    Json json;
    json.set(u"id"_s, field.id)
        .set(u"kind"_s, domain::toName(field.kind))
        .set(u"title"_s, field.title.en)
        .set(u"options"_s, std::move(options));
    return json;
}

[[nodiscard]] Result<Outcome> kinds(Run &)
{
    Outcome outcome;
    Json::Array all;
    for (const domain::CaseKind &kind : catalogue().kinds) {
        Json::Array fields;
        for (const domain::CaseFieldRule &field : kind.fields)
            fields.push_back(fieldRuleJson(field));
        Json::Array acts;
        outcome.lines << u"%1 (%2): opened with %3"_s.arg(kind.id, kind.title.en, joined(kind.needs));
        for (const domain::CaseAct &one : kind.acts) {
            Json json;
            json.set(u"id"_s, one.id)
                .set(u"from"_s, textsJson(one.from))
                .set(u"to"_s, one.to)
                .set(u"needs"_s, textsJson(one.needs))
                .set(u"may"_s, textsJson(one.may));
            acts.push_back(std::move(json));
            outcome.lines << u"    %1%2"_s.arg(one.id, one.needs.empty() ? QString() : ": "_L1 + joined(one.needs));
        }
        Json json;
        json.set(u"id"_s, kind.id)
            .set(u"title"_s, kind.title.en)
            .set(u"needs"_s, textsJson(kind.needs))
            .set(u"may"_s, textsJson(kind.may))
            .set(u"fields"_s, std::move(fields))
            .set(u"acts"_s, std::move(acts));
        all.push_back(std::move(json));
    }
    outcome.json.set(u"kinds"_s, std::move(all));
    return outcome;
}

} // namespace

std::vector<Command> serverCaseCommands()
{
    const QString group = u"server"_s;
    // clang-format off
    return {
        {group, u"case kinds"_s, {}, u"the office's kinds of cases with their fields and acts"_s, 0, 0, {}, {}, {},
         now<kinds>()},
        {group, u"case list"_s, u"[--all]"_s, u"cases that are not over, with what is due next"_s, 0, 0, {}, {},
         {u"all"_s}, now<list>()},
        {group, u"case show"_s, u"NUMBER"_s, u"one case: history, limits, what may be done next"_s, 1, 1, {}, {}, {},
         now<showCase>()},
        {group, u"case open"_s, u"KIND --by USER [--about TICKET] [--file FILE] [--set FIELD=VALUE …]"_s,
         u"open a complaint, callback, enquiry, renewal or opinion letter"_s, 1, 1,
         {u"by"_s, u"about"_s, u"file"_s, u"set"_s}, {u"by"_s}, {}, now<open>()},
        {group, u"case collect-renewals"_s, u"--days N --by USER"_s,
         u"put customers whose contract ends within so many days on the list of renewals"_s, 0, 0,
         {u"days"_s, u"by"_s}, {u"days"_s, u"by"_s}, {}, now<collectRenewals>()},
        {group, u"case act"_s, u"NUMBER ACT --by USER [--file FILE] [--set FIELD=VALUE …]"_s,
         u"one act of the case's state table"_s, 2, 2, {u"by"_s, u"file"_s, u"set"_s}, {u"by"_s}, {}, now<act>()},
    };
    // clang-format on
}

} // namespace ruhu::ctl
