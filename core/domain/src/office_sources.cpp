// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/office_case.h>

#include "facts_path.h"
#include "office_checks.h"
#include "payload_schema.h"

namespace ruhu::domain {
namespace {

using namespace Qt::Literals::StringLiterals;
using detail::FieldWriter;

/// The members of the event's payload, and beside them what its ticket knows.
Json factsOf(const Event &event, const Ticket &ticket)
{
    Json facts = std::visit(
        [](const auto &payload) {
            if constexpr (std::is_same_v<std::decay_t<decltype(payload)>, UnknownPayload>)
                return Json(Json::Object{});
            else
                return FieldWriter::toJson(payload);
        },
        event.payload);
    Json steps{Json::Object{}};
    for (const auto &[id, record] : ticket.steps) {
        Json step{Json::Object{}};
        step.set(u"text"_s, record.text).set(u"options"_s, FieldWriter::toJson(record.options));
        steps.set(id, std::move(step));
    }
    facts.set(u"order"_s, FieldWriter::toJson(ticket.order)).set(u"steps"_s, std::move(steps));
    if (ticket.rating)
        facts.set(u"rating"_s, FieldWriter::toJson(ticket.rating->rating));
    return facts;
}

/// Every value that stands there; a list has several.
std::vector<QString> valuesAt(const Json &facts, const QString &path)
{
    const Json *value = detail::follow(facts, path);
    if (!value)
        return {};
    std::vector<QString> texts;
    for (const Json &item : value->array())
        texts.push_back(item.toString().value_or(QString()));
    if (const auto text = value->toString(); text && !text->isEmpty())
        texts.push_back(*text);
    if (const auto number = value->toInt())
        texts.push_back(QString::number(*number));
    if (const auto flag = value->toBool())
        texts.push_back(*flag ? u"true"_s : u"false"_s);
    return texts;
}

bool matches(const CaseSource &source, const Json &facts)
{
    return std::all_of(source.where.begin(), source.where.end(), [&](const CaseCondition &condition) {
        const auto values = valuesAt(facts, condition.field);
        return std::any_of(values.begin(), values.end(),
                           [&](const QString &value) { return detail::holds(condition, value); });
    });
}

CaseOpened openingFrom(const CaseSource &source, const Json &facts, const Ticket &ticket)
{
    CaseOpened opening;
    opening.kind = source.opens;
    opening.customerName = ticket.order.customerName;
    opening.customerPhone = ticket.order.customerPhone;
    opening.address = ticket.order.address;
    opening.about = ticket.id;
    for (const SourceField &field : source.fields) {
        const auto values = field.from.isEmpty() ? std::vector{field.value} : valuesAt(facts, field.from);
        if (!values.empty())
            opening.fields.push_back({field.field, values.front()});
    }
    return opening;
}

} // namespace

bool opensCases(const Event &event, const OfficeCatalogue &catalogue)
{
    const QString type = payloadType(event.payload);
    return std::any_of(catalogue.sources.begin(), catalogue.sources.end(),
                       [&](const CaseSource &source) { return source.event == type; });
}

std::vector<CaseToOpen> casesFrom(const Event &event, const Ticket &ticket, const OfficeCatalogue &catalogue)
{
    std::vector<CaseToOpen> list;
    const QString type = payloadType(event.payload);
    std::optional<Json> facts;
    for (const CaseSource &source : catalogue.sources) {
        if (source.event != type)
            continue;
        if (!facts)
            facts = factsOf(event, ticket);
        if (matches(source, *facts))
            list.push_back({openingFrom(source, *facts, ticket), source.oncePerTicket});
    }
    return list;
}

} // namespace ruhu::domain
