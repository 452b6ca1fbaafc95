// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/catalogue.h>

#include "payload_schema.h"

namespace ruhu::domain {
namespace detail {

// The members of the service code, in the order they are written.

template<>
struct Schema<Text> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"en", p.en);
        v.required(u"zh", p.zh);
    }
};

template<>
struct Schema<StepOption> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"text", p.text);
        v.optional(u"passes", p.passes);
        v.optional(u"needsNote", p.needsNote);
        v.optional(u"needsPassing", p.needsPassing);
        v.optional(u"condition", p.condition);
    }
};

template<>
struct Schema<StepCondition> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.optional(u"kinds", p.kinds);
        v.optional(u"accesses", p.accesses);
        v.optional(u"areas", p.areas);
        v.optional(u"services", p.services);
        v.optional(u"tiers", p.tiers);
        v.optional(u"stepAnswered", p.stepAnswered);
        v.optional(u"withOption", p.withOption);
        v.optional(u"anyOf", p.anyOf);
    }
};

template<>
struct Schema<Step> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"stage", p.stage);
        v.required(u"gate", p.gate);
        v.required(u"kind", p.kind);
        v.optional(u"routine", p.routine);
        v.required(u"title", p.title);
        v.optional(u"hint", p.hint);
        v.optional(u"options", p.options);
        v.optional(u"optionsFrom", p.optionsFrom);
        v.optional(u"sidesFrom", p.sidesFrom);
        v.optional(u"phrases", p.phrases);
        v.optional(u"measures", p.measures);
        v.optional(u"automatic", p.automatic);
        v.optional(u"example", p.example);
        v.optional(u"signer", p.signer);
        v.optional(u"condition", p.condition);
        v.optional(u"after", p.after);
        v.required(u"rules", p.rules);
    }
};

template<>
struct Schema<MeasureVariant> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"condition", p.condition);
        v.required(u"limits", p.limits);
        v.required(u"source", p.source);
        v.required(u"confidence", p.confidence);
    }
};

template<>
struct Schema<TierMark> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"tier", p.tier);
    }
};

template<>
struct Schema<Measure> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"title", p.title);
        v.required(u"unit", p.unit);
        v.required(u"decimals", p.decimals);
        v.required(u"limits", p.limits);
        v.optional(u"relativeTo", p.relativeTo);
        v.required(u"min", p.min);
        v.required(u"max", p.max);
        v.required(u"source", p.source);
        v.required(u"confidence", p.confidence);
        v.optional(u"variants", p.variants);
    }
};

template<>
struct Schema<TicketKindRule> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"title", p.title);
        v.optional(u"takesBack", p.takesBack);
    }
};

template<>
struct Schema<Stage> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"title", p.title);
    }
};

template<>
struct Schema<Transition> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"from", p.from);
        v.required(u"to", p.to);
        v.required(u"stages", p.stages);
        v.required(u"act", p.act);
    }
};

template<>
struct Schema<HandBackWay> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"title", p.title);
        v.required(u"hint", p.hint);
        v.required(u"from", p.from);
        v.required(u"to", p.to);
        v.optional(u"condition", p.condition);
        v.optional(u"needsCall", p.needsCall);
        v.optional(u"lostVisits", p.lostVisits);
        v.required(u"rules", p.rules);
    }
};

template<>
struct Schema<DeadlineRule> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"title", p.title);
        v.required(u"starts", p.starts);
        v.required(u"ends", p.ends);
        v.optional(u"minutes", p.minutes);
        v.optional(u"workingDays", p.workingDays);
        v.optional(u"sameDayUntil", p.sameDayUntil);
        v.required(u"warnMinutes", p.warnMinutes);
        v.optional(u"condition", p.condition);
        v.required(u"rules", p.rules);
        v.required(u"confidence", p.confidence);
    }
};

template<>
struct Schema<WorkingCalendar> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"utcOffsetMin", p.utcOffsetMin);
        v.required(u"holidays", p.holidays);
        v.required(u"workdays", p.workdays);
    }
};

template<>
struct Schema<DocumentHashes> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.optional(u"fault-codes", p.faultCodes);
        v.optional(u"phrases", p.phrases);
        v.optional(u"conduct", p.conduct);
        v.optional(u"materials", p.materials);
    }
};

template<>
struct Schema<Catalogue> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"version", p.version);
        v.optional(u"documents", p.documents);
        v.required(u"arrivalToleranceMin", p.arrivalToleranceMin);
        v.optional(u"kinds", p.kinds);
        v.required(u"stages", p.stages);
        v.required(u"transitions", p.transitions);
        v.required(u"steps", p.steps);
        v.required(u"measures", p.measures);
        v.optional(u"handBacks", p.handBacks);
        v.optional(u"deadlines", p.deadlines);
        v.optional(u"calendar", p.calendar);
        v.optional(u"longVisitMin", p.longVisitMin);
        v.optional(u"renewalNoticeDays", p.renewalNoticeDays);
        v.optional(u"tierMarks", p.tierMarks);
    }
};

} // namespace detail
} // namespace ruhu::domain
