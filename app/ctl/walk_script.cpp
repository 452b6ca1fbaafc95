// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "walk_script.h"

#include <ruhu/domain/codec.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::ctl {
namespace {

[[nodiscard]] Error bad(const QString &member)
{
    return {ErrorCode::InvalidInput, u"not as docs/cli.md describes it"_s, member};
}

/// A payload of one kind, written as its event's body; `fixed` is a member the script gives by its key.
template<typename P>
[[nodiscard]] Result<P> payloadOf(const QString &type, const Json &body, const std::pair<QString, QString> &fixed = {})
{
    if (!body.isObject())
        return bad(type);
    Json whole = body;
    if (!fixed.first.isEmpty() && !whole.find(fixed.first))
        whole.set(fixed.first, fixed.second);
    auto payload = domain::decodePayload(type, whole);
    if (!payload)
        return payload.error();
    return std::get<P>(std::move(*payload));
}

template<typename P>
[[nodiscard]] Result<void> readOne(const QString &type, const Json &body, std::optional<P> &out)
{
    auto payload = payloadOf<P>(type, body);
    if (!payload)
        return payload.error();
    out = std::move(*payload);
    return {};
}

template<typename P>
[[nodiscard]] Result<void> readList(const QString &type, const Json &list, std::vector<P> &out)
{
    if (!list.isArray())
        return bad(type);
    for (const Json &item : list.array()) {
        auto payload = payloadOf<P>(type, item);
        if (!payload)
            return payload.error();
        out.push_back(std::move(*payload));
    }
    return {};
}

template<typename P>
[[nodiscard]] Result<void> readMap(const QString &type, const QString &key, const Json &map, std::map<QString, P> &out)
{
    if (!map.isObject())
        return bad(type);
    for (const auto &[name, body] : map.object()) {
        auto payload = payloadOf<P>(type, body, {key, name});
        if (!payload)
            return payload.error();
        out.emplace(name, std::move(*payload));
    }
    return {};
}

[[nodiscard]] Result<void> readTexts(const QString &member, const Json &map, std::map<QString, QString> &out)
{
    if (!map.isObject())
        return bad(member);
    for (const auto &[name, value] : map.object()) {
        const auto text = value.toString();
        if (!text)
            return bad(member + u'.' + name);
        out.emplace(name, *text);
    }
    return {};
}

[[nodiscard]] Result<void> readReason(const QString &name, const Json &value, domain::WalkAnswers &answers)
{
    const std::map<QString, QString *> reasons{{u"arrivalReason"_s, &answers.arrivalReason},
                                               {u"leftReason"_s, &answers.leftReason},
                                               {u"overdueReason"_s, &answers.overdueReason}};
    const auto reason = reasons.find(name);
    if (reason == reasons.end() || !value.isString())
        return bad(name);
    *reason->second = value.toString().value_or(QString());
    return {};
}

[[nodiscard]] Result<void> readMember(const QString &name, const Json &value, WalkScript &script)
{
    domain::WalkAnswers &answers = script.answers;
    if (name == "appointment"_L1)
        return readOne(u"appointment.booked"_s, value, answers.appointment);
    if (name == "late"_L1)
        return readOne(u"late.announced"_s, value, answers.late);
    if (name == "handBack"_L1)
        return readOne(u"ticket.handed-back"_s, value, answers.handBack);
    if (name == "charge"_L1)
        return readOne(u"charge.quoted"_s, value, answers.charge);
    if (name == "enquiry"_L1)
        return readOne(u"enquiry.recorded"_s, value, answers.enquiry);
    if (name == "missed"_L1)
        return readList(u"appointment.missed"_s, value, answers.missed);
    if (name == "admissions"_L1)
        return readList(u"admission.recorded"_s, value, answers.admissions);
    if (name == "items"_L1)
        return readList(u"item.moved"_s, value, answers.items);
    if (name == "materials"_L1)
        return readList(u"material.used"_s, value, answers.materials);
    if (name == "steps"_L1)
        return readMap(u"step.answered"_s, u"step"_s, value, answers.steps);
    if (name == "readings"_L1)
        return readMap(u"reading.recorded"_s, u"measure"_s, value, answers.readings);
    if (name == "skips"_L1)
        return readTexts(name, value, answers.skips);
    if (name == "photos"_L1)
        return readTexts(name, value, script.photos);
    if (name == "rating"_L1) {
        auto rating = payloadOf<domain::RatingGiven>(u"rating.given"_s, value);
        if (!rating)
            return rating.error();
        answers.rating = std::move(*rating);
        return {};
    }
    return readReason(name, value, answers);
}

} // namespace

Result<WalkScript> readWalkScript(const QByteArray &document)
{
    const auto json = readJson(document);
    if (!json)
        return json.error();
    if (!json->isObject())
        return bad(u"script"_s);
    WalkScript script;
    for (const auto &[name, value] : json->object()) {
        if (const auto read = readMember(name, value, script); !read)
            return read.error();
    }
    return script;
}

} // namespace ruhu::ctl
