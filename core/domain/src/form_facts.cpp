// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/forms.h>

#include "catalogue_schema.h"
#include "find_by_id.h"
#include "steps.h"

#include <ruhu/domain/deadlines.h>

#include <algorithm>

namespace ruhu::domain {
namespace {

using namespace Qt::Literals::StringLiterals;
using detail::FieldWriter;

Json object()
{
    return Json(Json::Object{});
}

/// A fact as it was recorded, with its time beside it.
template<typename Payload>
Json dated(const Stamp &stamp, const Payload &payload)
{
    Json json = FieldWriter::toJson(payload);
    json.set(u"at"_s, toMs(stamp.wall));
    return json;
}

/// The ids of the answer and its words; an answer without any is left out by who fills the paper.
Json answerJson(const StepRecord &record, const Step *step)
{
    Json::Array options;
    for (const QString &id : record.options) {
        Json option = object();
        option.set(u"id"_s, id);
        if (const StepOption *known = step ? detail::findById(step->options, id) : nullptr)
            option.set(u"text"_s, FieldWriter::toJson(known->text));
        options.push_back(std::move(option));
    }
    Json json = object();
    if (!options.empty())
        json.set(u"options"_s, std::move(options));
    if (!record.text.isEmpty())
        json.set(u"text"_s, record.text);
    if (!record.reason.isEmpty())
        json.set(u"reason"_s, record.reason);
    return json;
}

Json answersJson(const Ticket &ticket, const Catalogue &catalogue)
{
    Json json = object();
    for (const auto &[id, record] : ticket.steps)
        json.set(id, answerJson(record, catalogue.step(id)));
    return json;
}

/// Every reading with its limit, verdict and where the limit comes from (D13-13).
Json readingsJson(const Ticket &ticket, const Catalogue &catalogue)
{
    Json::Array list;
    for (const auto &[id, fact] : ticket.readings) {
        Json json = dated(fact.stamp, fact.reading);
        if (const Measure *measure = catalogue.measure(id)) {
            json.set(u"title"_s, FieldWriter::toJson(measure->title))
                .set(u"unit"_s, measure->unit)
                .set(u"decimals"_s, std::int64_t{measure->decimals})
                .set(u"source"_s, measure->source)
                .set(u"confidence"_s, measure->confidence);
        }
        list.push_back(std::move(json));
    }
    return Json(std::move(list));
}

template<typename Fact, typename Member>
Json listJson(const std::vector<Fact> &facts, Member member)
{
    Json::Array list;
    for (const Fact &fact : facts)
        list.push_back(dated(fact.stamp, fact.*member));
    return Json(std::move(list));
}

Json chargeJson(const Ticket &ticket)
{
    Json json = object();
    if (ticket.quotation)
        json.set(u"quotation"_s, dated(ticket.quotation->stamp, ticket.quotation->quotation));
    if (ticket.payment)
        json.set(u"payment"_s, dated(ticket.payment->stamp, ticket.payment->payment));
    return json;
}

/// Only signatures that count for the sign-off now.
Json signaturesJson(const Ticket &ticket)
{
    Json json = object();
    for (const auto &[role, fact] : ticket.signatures) {
        if (!detail::signatureCounts(ticket, role))
            continue;
        Json signature = object();
        signature.set(u"name"_s, fact.signature.name)
            .set(u"at"_s, toMs(fact.stamp.wall))
            .set(u"strokes"_s, QString::fromLatin1(fact.signature.strokes.toHex()));
        json.set(toName(role), std::move(signature));
    }
    return json;
}

Json closingJson(const Ticket &ticket)
{
    Json json = object();
    if (ticket.firstSignOff)
        json.set(u"at"_s, toMs(ticket.firstSignOff->wall));
    if (!ticket.closingReason.isEmpty())
        json.set(u"reason"_s, ticket.closingReason);
    return json;
}

/// What stays at the customer's and what was taken back, lines recorded by mistake left out (P-MAT-01).
Json materialsJson(const Ticket &ticket, const Catalogue &catalogue)
{
    Json::Array list;
    for (const MaterialLine &line : ticket.materials) {
        if (line.withdrawn)
            continue;
        Json json = dated(line.stamp, line.used);
        if (const Material *material = catalogue.material(line.used.material))
            json.set(u"title"_s, FieldWriter::toJson(material->title)).set(u"unit"_s, material->unit);
        list.push_back(std::move(json));
    }
    return Json(std::move(list));
}

} // namespace

Json visitFacts(const Ticket &ticket, const Catalogue &catalogue)
{
    Json facts = object();
    facts.set(u"order"_s, FieldWriter::toJson(ticket.order))
        .set(u"technician"_s, ticket.assignment ? ticket.assignment->userName : QString())
        .set(u"contacts"_s, listJson(ticket.contacts, &ContactFact::contact))
        .set(u"missed"_s, listJson(ticket.missed, &MissedFact::missed))
        .set(u"readings"_s, readingsJson(ticket, catalogue))
        .set(u"materials"_s, materialsJson(ticket, catalogue))
        .set(u"enquiries"_s, listJson(ticket.enquiries, &EnquiryFact::enquiry))
        .set(u"charge"_s, chargeJson(ticket))
        .set(u"signatures"_s, signaturesJson(ticket))
        .set(u"closing"_s, closingJson(ticket));
    if (ticket.appointment)
        facts.set(u"appointment"_s, dated(ticket.appointment->stamp, ticket.appointment->appointment));
    if (ticket.arrival) {
        Json arrival = object();
        arrival.set(u"at"_s, toMs(ticket.arrival->stamp.wall)).set(u"deviationMin"_s, ticket.arrival->deviationMin);
        facts.set(u"arrival"_s, std::move(arrival));
    }
    if (ticket.handBack)
        facts.set(u"handBack"_s, dated(ticket.handBack->stamp, ticket.handBack->handBack));
    if (ticket.rating)
        facts.set(u"rating"_s, dated(ticket.rating->stamp, ticket.rating->rating));
    facts.set(u"answers"_s, answersJson(ticket, catalogue));
    return facts;
}

Json caseFacts(const OfficeCase &officeCase)
{
    Json fields = object();
    for (const auto &[id, value] : officeCase.fields)
        fields.set(id, value);
    Json facts = object();
    facts.set(u"number"_s, officeCase.opening.number)
        .set(u"customerName"_s, officeCase.opening.customerName)
        .set(u"customerPhone"_s, officeCase.opening.customerPhone)
        .set(u"address"_s, officeCase.opening.address)
        .set(u"state"_s, officeCase.state)
        .set(u"fields"_s, std::move(fields));
    if (!officeCase.entries.empty())
        facts.set(u"openedAt"_s, toMs(officeCase.entries.front().stamp.wall));
    return facts;
}

Json listFacts(const std::vector<OfficeCase> &cases)
{
    Json::Array list;
    for (const OfficeCase &officeCase : cases)
        list.push_back(caseFacts(officeCase));
    Json facts = object();
    facts.set(u"cases"_s, std::move(list));
    return facts;
}

Json dayFacts(const QString &day, const QString &technician, const std::vector<Ticket> &tickets,
              const WorkingCalendar &calendar)
{
    const QDate wanted = QDate::fromString(day, Qt::ISODate);
    std::vector<const Ticket *> planned;
    for (const Ticket &ticket : tickets) {
        if (ticket.appointment && localDay(ticket.appointment->appointment.window.start, calendar) == wanted)
            planned.push_back(&ticket);
    }
    std::stable_sort(planned.begin(), planned.end(), [](const Ticket *a, const Ticket *b) {
        return a->appointment->appointment.window.start < b->appointment->appointment.window.start;
    });
    Json::Array list;
    for (const Ticket *ticket : planned) {
        Json json = object();
        json.set(u"number"_s, ticket->order.number)
            .set(u"kind"_s, ticket->order.kind)
            .set(u"customer"_s, ticket->order.customerName)
            .set(u"address"_s, ticket->order.address)
            .set(u"appointment"_s, FieldWriter::toJson(ticket->appointment->appointment))
            .set(u"state"_s, toName(ticket->state));
        list.push_back(std::move(json));
    }
    Json facts = object();
    facts.set(u"day"_s, day).set(u"technician"_s, technician).set(u"tickets"_s, std::move(list));
    return facts;
}

Json codeFacts(const Catalogue &catalogue)
{
    Json::Array stages;
    for (const Stage &stage : catalogue.stages) {
        Json::Array steps;
        for (const Step &step : catalogue.steps) {
            if (step.stage == stage.id && step.gate == Gate::Block)
                steps.push_back(FieldWriter::toJson(step.title));
        }
        Json json = object();
        json.set(u"title"_s, FieldWriter::toJson(stage.title)).set(u"steps"_s, std::move(steps));
        stages.push_back(std::move(json));
    }
    Json::Array conduct;
    for (const ConductRule &rule : catalogue.conduct)
        conduct.push_back(FieldWriter::toJson(rule.text));
    Json facts = object();
    facts.set(u"stages"_s, std::move(stages)).set(u"conduct"_s, std::move(conduct));
    return facts;
}

} // namespace ruhu::domain
