// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fields.h"

namespace ruhu::domain::detail {

// The members of every payload, in the order they are written. type() is the name on the wire.

template<>
struct Schema<Window> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"start", p.start);
        v.required(u"end", p.end);
    }
};

template<>
struct Schema<Limits> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.optional(u"failLow", p.failLow);
        v.optional(u"failHigh", p.failHigh);
        v.optional(u"warnLow", p.warnLow);
        v.optional(u"warnHigh", p.warnHigh);
    }
};

template<>
struct Schema<ReviewPin> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"step", p.step);
        v.required(u"comment", p.comment);
    }
};

template<>
struct Schema<TicketOpened> {
    static constexpr QStringView type() { return u"ticket.opened"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"number", p.number);
        v.required(u"kind", p.kind);
        v.required(u"access", p.access);
        v.required(u"services", p.services);
        v.required(u"area", p.area);
        v.required(u"tier", p.tier);
        v.required(u"downMbps", p.downMbps);
        v.required(u"upMbps", p.upMbps);
        v.optional(u"product", p.product);
        v.required(u"customerName", p.customerName);
        v.required(u"customerPhone", p.customerPhone);
        v.optional(u"division", p.division);
        v.required(u"address", p.address);
        v.optional(u"accountId", p.accountId);
        v.optional(u"remark", p.remark);
        v.required(u"acceptedAt", p.acceptedAt);
        v.optional(u"requested", p.requested);
        v.optional(u"promisedBy", p.promisedBy);
        v.required(u"catalogue", p.catalogue);
        v.optional(u"faultCode", p.faultCode);
        v.optional(u"faultText", p.faultText);
        v.optional(u"reportedAt", p.reportedAt);
        v.optional(u"contactName", p.contactName);
        v.optional(u"contactPhone", p.contactPhone);
        v.optional(u"serviceNumber", p.serviceNumber);
        v.optional(u"contractUntil", p.contractUntil);
        v.optional(u"bandwidth", p.bandwidth);
        v.optional(u"tierMark", p.tierMark);
    }
};

template<>
struct Schema<TicketAssigned> {
    static constexpr QStringView type() { return u"ticket.assigned"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"user", p.user);
        v.required(u"userName", p.userName);
        v.required(u"team", p.team);
    }
};

template<>
struct Schema<TicketRescheduled> {
    static constexpr QStringView type() { return u"ticket.rescheduled"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"window", p.window);
        v.optional(u"reason", p.reason);
    }
};

template<>
struct Schema<TicketCancelled> {
    static constexpr QStringView type() { return u"ticket.cancelled"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.optional(u"reason", p.reason);
    }
};

template<>
struct Schema<TicketHandedBack> {
    static constexpr QStringView type() { return u"ticket.handed-back"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"way", p.way);
        v.required(u"note", p.note);
    }
};

template<>
struct Schema<ContactRecorded> {
    static constexpr QStringView type() { return u"contact.recorded"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"outcome", p.outcome);
        v.optional(u"note", p.note);
    }
};

template<>
struct Schema<AppointmentBooked> {
    static constexpr QStringView type() { return u"appointment.booked"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"window", p.window);
        v.required(u"person", p.person);
        v.required(u"phone", p.phone);
        v.optional(u"customersWish", p.customersWish);
        v.optional(u"reason", p.reason);
    }
};

template<>
struct Schema<AppointmentMissed> {
    static constexpr QStringView type() { return u"appointment.missed"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"cause", p.cause);
        v.required(u"reason", p.reason);
    }
};

template<>
struct Schema<LateAnnounced> {
    static constexpr QStringView type() { return u"late.announced"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"expectedDelayMin", p.expectedDelayMin);
        v.optional(u"reason", p.reason);
        v.required(u"accepted", p.accepted);
    }
};

template<>
struct Schema<StateEntered> {
    static constexpr QStringView type() { return u"state.entered"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"to", p.to);
        v.optional(u"reason", p.reason);
        v.optional(u"deviationMin", p.deviationMin);
    }
};

template<>
struct Schema<AdmissionRecorded> {
    static constexpr QStringView type() { return u"admission.recorded"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"who", p.who);
        v.optional(u"note", p.note);
        v.optional(u"next", p.next);
    }
};

template<>
struct Schema<VisitLeft> {
    static constexpr QStringView type() { return u"visit.left"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"reason", p.reason);
        v.required(u"promisedBy", p.promisedBy);
    }
};

template<>
struct Schema<VisitResumed> {
    static constexpr QStringView type() { return u"visit.resumed"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"who", p.who);
    }
};

template<>
struct Schema<StepsConfirmed> {
    static constexpr QStringView type() { return u"steps.confirmed"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"steps", p.steps);
    }
};

template<>
struct Schema<StepAnswered> {
    static constexpr QStringView type() { return u"step.answered"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"step", p.step);
        v.optional(u"options", p.options);
        v.optional(u"text", p.text);
    }
};

template<>
struct Schema<StepSkipped> {
    static constexpr QStringView type() { return u"step.skipped"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"step", p.step);
        v.optional(u"reason", p.reason);
    }
};

template<>
struct Schema<ReadingRecorded> {
    static constexpr QStringView type() { return u"reading.recorded"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"measure", p.measure);
        v.required(u"value", p.value);
        v.optional(u"reason", p.reason);
        v.decided(u"verdict", p.verdict);
        v.decided(u"limits", p.limits);
    }
};

template<>
struct Schema<PhotoAttached> {
    static constexpr QStringView type() { return u"photo.attached"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"step", p.step);
        v.required(u"sha256", p.sha256);
        v.required(u"mime", p.mime);
        v.required(u"sizeBytes", p.sizeBytes);
        v.required(u"width", p.width);
        v.required(u"height", p.height);
        v.optional(u"caption", p.caption);
    }
};

template<>
struct Schema<ItemMoved> {
    static constexpr QStringView type() { return u"item.moved"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"item", p.item);
        v.required(u"label", p.label);
        v.required(u"consent", p.consent);
    }
};

template<>
struct Schema<ItemRestored> {
    static constexpr QStringView type() { return u"item.restored"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"item", p.item);
    }
};

template<>
struct Schema<MaterialMark> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"kind", p.kind);
        v.required(u"text", p.text);
    }
};

template<>
struct Schema<MaterialUsed> {
    static constexpr QStringView type() { return u"material.used"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"line", p.line);
        v.required(u"material", p.material);
        v.required(u"quantity", p.quantity);
        v.optional(u"marks", p.marks);
        v.optional(u"takenBack", p.takenBack);
    }
};

template<>
struct Schema<MaterialWithdrawn> {
    static constexpr QStringView type() { return u"material.withdrawn"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"line", p.line);
    }
};

template<>
struct Schema<ChargeQuoted> {
    static constexpr QStringView type() { return u"charge.quoted"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"amountFen", p.amountFen);
        v.required(u"purpose", p.purpose);
        v.required(u"accepted", p.accepted);
    }
};

template<>
struct Schema<ChargeTaken> {
    static constexpr QStringView type() { return u"charge.taken"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"amountFen", p.amountFen);
        v.required(u"receipt", p.receipt);
    }
};

template<>
struct Schema<EnquiryRecorded> {
    static constexpr QStringView type() { return u"enquiry.recorded"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"kind", p.kind);
        v.required(u"text", p.text);
        v.required(u"person", p.person);
        v.required(u"phone", p.phone);
        v.required(u"hotlineCalled", p.hotlineCalled);
    }
};

template<>
struct Schema<RatingGiven> {
    static constexpr QStringView type() { return u"rating.given"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"rating", p.rating);
        v.optional(u"reason", p.reason);
    }
};

template<>
struct Schema<SignatureGiven> {
    static constexpr QStringView type() { return u"signature.given"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"role", p.role);
        v.required(u"name", p.name);
        v.required(u"strokes", p.strokes);
        v.required(u"strokeCount", p.strokeCount);
        v.required(u"durationMs", p.durationMs);
        v.required(u"contentHash", p.contentHash);
        v.decided(u"workRevision", p.workRevision);
    }
};

template<>
struct Schema<NoteAdded> {
    static constexpr QStringView type() { return u"note.added"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"text", p.text);
        v.optional(u"step", p.step);
    }
};

template<>
struct Schema<ReviewDecided> {
    static constexpr QStringView type() { return u"review.decided"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"decision", p.decision);
        v.optional(u"comment", p.comment);
        v.optional(u"pins", p.pins);
        v.optional(u"marks", p.marks);
    }
};

template<>
struct Schema<CaseField> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"field", p.field);
        v.required(u"value", p.value);
    }
};

template<>
struct Schema<CaseOpened> {
    static constexpr QStringView type() { return u"case.opened"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"number", p.number);
        v.required(u"kind", p.kind);
        v.required(u"customerName", p.customerName);
        v.optional(u"customerPhone", p.customerPhone);
        v.optional(u"address", p.address);
        v.optional(u"about", p.about);
        v.optional(u"fields", p.fields);
        v.decided(u"state", p.state);
    }
};

template<>
struct Schema<CaseActed> {
    static constexpr QStringView type() { return u"case.acted"; }
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"act", p.act);
        v.optional(u"fields", p.fields);
        v.decided(u"state", p.state);
    }
};

} // namespace ruhu::domain::detail
