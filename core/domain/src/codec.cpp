// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/codec.h>

#include "payload_schema.h"

namespace ruhu::domain {
namespace {

using namespace Qt::Literals::StringLiterals;
using detail::badMember;
using detail::Decided;
using detail::FieldReader;
using detail::FieldWriter;
using detail::Problem;

constexpr std::int64_t kVersion = 1;
constexpr std::int64_t kMaxGroup = 1000;

struct Base {
    std::int64_t revision = 0;
    std::optional<EventId> own;
};

/// Tries the alternatives of Payload one after the other; nullopt when none has that name.
template<std::size_t Index = 0>
std::optional<Result<Payload>> readPayload(const QString &type, const Json &body, Decided decided)
{
    using Candidate = std::variant_alternative_t<Index, Payload>;
    if constexpr (std::is_same_v<Candidate, UnknownPayload>) {
        return std::nullopt;
    } else {
        if (detail::Schema<Candidate>::type() != type)
            return readPayload<Index + 1>(type, body, decided);
        Candidate payload;
        if (const auto problem = detail::readValue(body, decided, payload))
            return Result<Payload>(detail::inside(u"pl"_s, *problem));
        return Result<Payload>(Payload(std::move(payload)));
    }
}

Problem readGroup(const Json &json, Group &group)
{
    const QString path = u"grp"_s;
    if (json.array().size() != 3)
        return badMember(path, u"must be a list of three"_s);
    const auto text = json.array()[0].toString();
    const auto first = text ? EventId::fromString(*text) : std::nullopt;
    const auto index = json.array()[1].toInt();
    const auto count = json.array()[2].toInt();
    if (!first || !index || !count)
        return badMember(path, u"must be an identifier and two integers"_s);
    if (*index < 1 || *index > *count || *count > kMaxGroup)
        return badMember(path, u"the place does not fit the length"_s);
    group = Group{*first, *index, *count};
    return {};
}

} // namespace

namespace detail {

template<>
struct Schema<Base> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"srv", p.revision);
        v.optional(u"own", p.own);
    }
};

} // namespace detail

QString payloadType(const Payload &payload)
{
    return std::visit(
        [](const auto &alternative) {
            using Alternative = std::decay_t<decltype(alternative)>;
            if constexpr (std::is_same_v<Alternative, UnknownPayload>)
                return alternative.type;
            else
                return detail::Schema<Alternative>::type().toString();
        },
        payload);
}

Json encodePayload(const Payload &payload)
{
    return std::visit(
        [](const auto &alternative) {
            if constexpr (std::is_same_v<std::decay_t<decltype(alternative)>, UnknownPayload>)
                return alternative.body;
            else
                return FieldWriter::toJson(alternative);
        },
        payload);
}

Result<Payload> decodePayload(const QString &type, const Json &body)
{
    auto payload = readPayload(type, body, Decided::MayBeMissing);
    if (!payload)
        return Error{ErrorCode::InvalidInput, u"there is no such type of entry"_s, type};
    return std::move(*payload);
}

QByteArray encodeEvent(const Event &event)
{
    const EventMeta &meta = event.meta;
    Json::Array group{Json(meta.group.first.toString()), Json(meta.group.index), Json(meta.group.count)};
    Json json{Json::Object{}};
    json.set(u"id"_s, meta.id.toString())
        .set(u"v"_s, kVersion)
        .set(u"t"_s, payloadType(event.payload))
        .set(u"tkt"_s, meta.ticket.toString())
        .set(u"base"_s, FieldWriter::toJson(Base{meta.baseRevision, meta.baseOwn}))
        .set(u"grp"_s, std::move(group))
        .set(u"by"_s, meta.by.toString())
        .set(u"role"_s, meta.role)
        .set(u"wall"_s, toMs(meta.wall))
        .set(u"off"_s, meta.serverOffsetMs)
        .set(u"boot"_s, meta.bootId)
        .set(u"mono"_s, std::int64_t{meta.monotonic.count()})
        .set(u"pl"_s, encodePayload(event.payload));
    return writeJson(json);
}

namespace {

/// Everything but the payload. A newer version may carry more members here.
Problem readMeta(const Json &json, std::int64_t &version, QString &type, EventMeta &meta)
{
    FieldReader reader(json, Decided::Required);
    Base base;
    std::int64_t monotonic = 0;
    reader.required(u"id", meta.id);
    reader.required(u"v", version);
    reader.required(u"t", type);
    reader.required(u"tkt", meta.ticket);
    reader.required(u"base", base);
    reader.required(u"by", meta.by);
    reader.required(u"role", meta.role);
    reader.required(u"wall", meta.wall);
    reader.required(u"off", meta.serverOffsetMs);
    reader.required(u"boot", meta.bootId);
    reader.required(u"mono", monotonic);
    for (const auto key : {u"grp", u"pl"}) {
        Json present;
        reader.raw(key, present);
    }
    if (auto problem = version > kVersion ? reader.firstProblem() : reader.finish())
        return problem;
    meta.baseRevision = base.revision;
    meta.baseOwn = base.own;
    meta.monotonic = Millis(monotonic);
    return readGroup(*json.find(u"grp"), meta.group);
}

Problem checkMeta(std::int64_t version, const EventMeta &meta)
{
    if (version < kVersion)
        return badMember(u"v"_s, u"there is no such version"_s);
    if ((meta.group.index == 1) != (meta.group.first == meta.id))
        return badMember(u"grp"_s, u"the first of the group is another one"_s);
    if (meta.baseRevision < 0)
        return badMember(u"base.srv"_s, u"must not be negative"_s);
    return {};
}

} // namespace

Result<Event> decodeEvent(const QByteArray &bytes)
{
    const auto json = readJson(bytes);
    if (!json)
        return Error{ErrorCode::InvalidInput, json.error().detail, json.error().subject};
    Event event;
    std::int64_t version = 0;
    QString type;
    if (auto problem = readMeta(*json, version, type, event.meta))
        return *problem;
    if (auto problem = checkMeta(version, event.meta))
        return *problem;
    const Json &body = *json->find(u"pl");
    auto payload = version == kVersion ? readPayload(type, body, Decided::Required) : std::nullopt;
    if (!payload) {
        event.payload = UnknownPayload{type, body};
        return event;
    }
    if (!*payload)
        return payload->error();
    event.payload = std::move(**payload);
    return event;
}

} // namespace ruhu::domain
