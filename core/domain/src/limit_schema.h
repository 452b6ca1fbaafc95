// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload_schema.h"

#include <ruhu/domain/catalogue.h>

namespace ruhu::domain::detail {

// Members that the service code and the office's figures write alike.

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

} // namespace ruhu::domain::detail
