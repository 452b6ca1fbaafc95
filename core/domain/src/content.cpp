// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/findings.h>

#include "payload_schema.h"
#include "steps.h"

namespace ruhu::domain {
namespace {

using namespace Qt::Literals::StringLiterals;
using detail::FieldWriter;

Json orderContent(const TicketOpened &order)
{
    Json json{Json::Object{}};
    json.set(u"number"_s, order.number)
        .set(u"kind"_s, order.kind)
        .set(u"access"_s, toName(order.access))
        .set(u"services"_s, FieldWriter::toJson(order.services))
        .set(u"area"_s, toName(order.area))
        .set(u"downMbps"_s, order.downMbps)
        .set(u"upMbps"_s, order.upMbps)
        .set(u"product"_s, order.product)
        .set(u"customerName"_s, order.customerName)
        .set(u"customerPhone"_s, order.customerPhone)
        .set(u"division"_s, order.division)
        .set(u"address"_s, order.address)
        .set(u"accountId"_s, order.accountId)
        .set(u"catalogue"_s, order.catalogue);
    // Named only where given: what was signed before they existed keeps its hash.
    if (!order.faultText.isEmpty())
        json.set(u"faultText"_s, order.faultText);
    if (order.bandwidth)
        json.set(u"bandwidth"_s, toName(*order.bandwidth));
    if (order.contractUntil)
        json.set(u"contractUntil"_s, toMs(*order.contractUntil));
    return json;
}

Json stepContent(const QString &id, const StepRecord &record)
{
    Json json{Json::Object{}};
    json.set(u"step"_s, id)
        .set(u"confirmed"_s, record.confirmed)
        .set(u"options"_s, FieldWriter::toJson(record.options))
        .set(u"text"_s, record.text)
        .set(u"skipped"_s, record.skipped)
        .set(u"reason"_s, record.reason);
    return json;
}

/// Checklist order first, then what the checklist does not know, by id.
Json stepsContent(const Ticket &ticket, const Catalogue &catalogue)
{
    Json::Array list;
    for (const Step &step : catalogue.steps) {
        const auto record = ticket.steps.find(step.id);
        // "Nothing used" was said before the first line and does not hold beside it.
        if (record != ticket.steps.end() && !hasLines(step, ticket))
            list.push_back(stepContent(step.id, record->second));
    }
    for (const auto &[id, record] : ticket.steps) {
        if (!catalogue.step(id))
            list.push_back(stepContent(id, record));
    }
    return Json(std::move(list));
}

Json readingContent(const ReadingRecorded &reading)
{
    Json json{Json::Object{}};
    json.set(u"measure"_s, reading.measure)
        .set(u"value"_s, reading.value)
        .set(u"verdict"_s, toName(reading.verdict))
        .set(u"limits"_s, FieldWriter::toJson(reading.limits))
        .set(u"reason"_s, reading.reason);
    return json;
}

Json readingsContent(const Ticket &ticket, const Catalogue &catalogue)
{
    Json::Array list;
    for (const Measure &measure : catalogue.measures) {
        const auto fact = ticket.readings.find(measure.id);
        if (fact != ticket.readings.end())
            list.push_back(readingContent(fact->second.reading));
    }
    for (const auto &[id, fact] : ticket.readings) {
        if (!catalogue.measure(id))
            list.push_back(readingContent(fact.reading));
    }
    return Json(std::move(list));
}

Json photosContent(const Ticket &ticket)
{
    Json::Array list;
    for (const PhotoFact &fact : ticket.photos) {
        Json json{Json::Object{}};
        json.set(u"step"_s, fact.photo.step)
            .set(u"sha256"_s, QString::fromLatin1(fact.photo.sha256.toHex()))
            .set(u"caption"_s, fact.photo.caption);
        list.push_back(std::move(json));
    }
    return Json(std::move(list));
}

Json itemsContent(const Ticket &ticket)
{
    Json::Array list;
    for (const MovedItem &moved : ticket.movedItems) {
        Json json{Json::Object{}};
        json.set(u"item"_s, moved.item.item)
            .set(u"label"_s, moved.item.label)
            .set(u"consent"_s, moved.item.consent)
            .set(u"restored"_s, moved.restored.has_value());
        list.push_back(std::move(json));
    }
    return Json(std::move(list));
}

Json materialsContent(const Ticket &ticket)
{
    Json::Array list;
    for (const MaterialLine &line : ticket.materials) {
        if (!line.withdrawn)
            list.push_back(FieldWriter::toJson(line.used));
    }
    return Json(std::move(list));
}

Json chargeContent(const Ticket &ticket)
{
    Json json{Json::Object{}};
    json.set(u"quotation"_s, ticket.quotation ? FieldWriter::toJson(ticket.quotation->quotation) : Json())
        .set(u"payment"_s, ticket.payment ? FieldWriter::toJson(ticket.payment->payment) : Json());
    return json;
}

Json enquiriesContent(const Ticket &ticket)
{
    Json::Array list;
    for (const EnquiryFact &fact : ticket.enquiries)
        list.push_back(FieldWriter::toJson(fact.enquiry));
    return Json(std::move(list));
}

Json arrivalContent(const ArrivalFact &arrival)
{
    Json json{Json::Object{}};
    json.set(u"at"_s, toMs(arrival.stamp.wall))
        .set(u"deviationMin"_s, arrival.deviationMin)
        .set(u"reason"_s, arrival.reason);
    return json;
}

} // namespace

Json workOrderContent(const Ticket &ticket, const Catalogue &catalogue)
{
    Json json{Json::Object{}};
    json.set(u"v"_s, 1)
        .set(u"ticket"_s, ticket.id.toString())
        .set(u"order"_s, orderContent(ticket.order))
        .set(u"appointment"_s, ticket.appointment ? FieldWriter::toJson(ticket.appointment->appointment) : Json())
        .set(u"arrival"_s, ticket.arrival ? arrivalContent(*ticket.arrival) : Json())
        .set(u"steps"_s, stepsContent(ticket, catalogue))
        .set(u"readings"_s, readingsContent(ticket, catalogue))
        .set(u"photos"_s, photosContent(ticket))
        .set(u"items"_s, itemsContent(ticket))
        .set(u"rating"_s, ticket.rating ? FieldWriter::toJson(ticket.rating->rating) : Json());
    // Named only where there are any: what was signed before they existed keeps its hash.
    if (!ticket.materials.empty())
        json.set(u"materials"_s, materialsContent(ticket));
    if (ticket.quotation || ticket.payment)
        json.set(u"charge"_s, chargeContent(ticket));
    if (!ticket.enquiries.empty())
        json.set(u"enquiries"_s, enquiriesContent(ticket));
    return json;
}

} // namespace ruhu::domain
