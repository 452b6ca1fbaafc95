// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <ruhu_test/catch_qt.h>

#include <ruhu/base/random.h>
#include <ruhu/domain/codec.h>
#include <ruhu/domain/names.h>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;

namespace {

/// The event's JSON with one member set to another value; a null value removes it.
QByteArray changed(const Event &event, const QString &key, const Json &value)
{
    const auto json = readJson(encodeEvent(event));
    Json::Object members;
    for (const auto &member : json->object()) {
        if (member.first != key)
            members.push_back(member);
    }
    if (!value.isNull())
        members.emplace_back(key, value);
    return writeJson(Json(std::move(members)));
}

Json parsed(const char *text)
{
    auto json = readJson(QByteArray(text));
    REQUIRE(json);
    return *json;
}

} // namespace

TEST_CASE("every kind of entry comes back from its bytes unchanged", "[domain][codec]")
{
    std::set<QString> types;
    for (const Payload &payload : test::everyPayload()) {
        const Event event = test::filledEvent(payload);
        const QByteArray bytes = encodeEvent(event);
        INFO(bytes.toStdString());
        const auto decoded = decodeEvent(bytes);
        REQUIRE(decoded);
        CHECK(*decoded == event);
        CHECK(encodeEvent(*decoded) == bytes);
        types.insert(payloadType(payload));
    }
    CHECK(types.size() == std::variant_size_v<Payload> - 1);
}

TEST_CASE("the members of an entry keep the order of the protocol", "[domain][codec]")
{
    const QByteArray bytes = encodeEvent(test::filledEvent(ItemRestored{u"i1"_s}));
    CHECK(bytes.startsWith("{\"id\":\""));
    CHECK(bytes.contains("\",\"v\":1,\"t\":\"item.restored\",\"tkt\":\""));
    CHECK(bytes.contains("\"base\":{\"srv\":41,\"own\":\""));
    CHECK(bytes.endsWith("\"role\":\"supervisor\",\"wall\":1772300042349,\"off\":-1830,\"boot\":\"9f2c\","
                         "\"mono\":88123456,\"pl\":{\"item\":\"i1\"}}"));
}

TEST_CASE("an entry with a missing, strange or additional member is refused", "[domain][codec]")
{
    const Event event = test::filledEvent(ReadingRecorded{u"opt_rx"_s, -2140, {}, Verdict::Pass, {}});
    for (const char *key : {"id", "v", "t", "tkt", "base", "grp", "by", "role", "wall", "off", "boot", "mono", "pl"}) {
        const QString name = QString::fromLatin1(key);
        CAPTURE(key);
        const auto missing = decodeEvent(changed(event, name, Json()));
        REQUIRE_FALSE(missing);
        CHECK(missing.error().code == ErrorCode::InvalidInput);
        CHECK_FALSE(decodeEvent(changed(event, name, Json(Json::Array{Json(true)}))));
    }
    CHECK_FALSE(decodeEvent(changed(event, u"extra"_s, Json(1))));
    CHECK_FALSE(decodeEvent("[]"));
    CHECK_FALSE(decodeEvent("not json"));
    CHECK_FALSE(decodeEvent(changed(event, u"role"_s, Json(std::int64_t{3}))));
    CHECK_FALSE(decodeEvent(changed(event, u"wall"_s, Json(std::int64_t{-1}))));
    CHECK_FALSE(decodeEvent(changed(event, u"off"_s, Json(std::int64_t{1} << 60))));
    CHECK_FALSE(decodeEvent(changed(event, u"v"_s, Json(0))));
}

TEST_CASE("the error of a bad entry names the path of the member", "[domain][codec]")
{
    const Event event = test::filledEvent(TicketRescheduled{});
    const auto bad = decodeEvent(changed(event, u"pl"_s, parsed(R"({"window":{"start":1}})")));
    REQUIRE_FALSE(bad);
    CHECK(bad.error().subject == u"pl.window.end"_s);
    const auto decided = decodeEvent(
        changed(test::filledEvent(ReadingRecorded{}), u"pl"_s, parsed(R"({"measure":"opt_rx","value":-2140})")));
    REQUIRE_FALSE(decided);
    CHECK(decided.error().subject == u"pl.verdict"_s);
}

TEST_CASE("a group whose numbers contradict each other is refused", "[domain][codec]")
{
    Event event = test::filledEvent(ItemRestored{u"i1"_s});
    const auto accepts = [&](EventId first, std::int64_t index, std::int64_t count) {
        event.meta.group = Group{first, index, count};
        return decodeEvent(encodeEvent(event)).has_value();
    };
    CHECK(accepts(event.meta.id, 1, 1));
    CHECK(accepts(test::eventId(1), 3, 3));
    CHECK_FALSE(accepts(event.meta.id, 0, 1));
    CHECK_FALSE(accepts(test::eventId(1), 4, 3));
    CHECK_FALSE(accepts(test::eventId(1), 1, 3));
    CHECK_FALSE(accepts(event.meta.id, 2, 3));
    CHECK_FALSE(accepts(test::eventId(1), 2, 1'000'000));
}

TEST_CASE("an unknown type or a newer version is kept as it came", "[domain][codec]")
{
    const Event event = test::filledEvent(NoteAdded{u"hello"_s, {}});
    const auto unknown = decodeEvent(changed(event, u"t"_s, Json(u"drone.landed"_s)));
    REQUIRE(unknown);
    CHECK(payloadType(unknown->payload) == u"drone.landed"_s);
    CHECK(encodePayload(unknown->payload).text(u"text") == u"hello"_s);
    CHECK(unknown->meta == event.meta);
    const auto newer = decodeEvent(changed(event, u"v"_s, Json(2)));
    REQUIRE(newer);
    CHECK(std::holds_alternative<UnknownPayload>(newer->payload));
}

TEST_CASE("a proposal may leave out what the decision fills in", "[domain][codec]")
{
    const auto reading = decodePayload(u"reading.recorded"_s, parsed(R"({"measure":"opt_rx","value":-2140})"));
    REQUIRE(reading);
    CHECK(std::get<ReadingRecorded>(*reading).value == -2140);
    CHECK_FALSE(decodePayload(u"reading.recorded"_s, parsed(R"({"measure":"opt_rx"})")));
    CHECK_FALSE(decodePayload(u"reading.recorded"_s, parsed(R"({"measure":"opt_rx","valeu":1,"value":2})")));
    CHECK_FALSE(decodePayload(u"photo.attached"_s, parsed(R"({"step":"C11","sha256":"XY"})")));
    CHECK_FALSE(decodePayload(u"item.moved"_s, parsed(R"({"item":"i1","label":"shelf"})")));
    const auto none = decodePayload(u"drone.landed"_s, parsed("{}"));
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::InvalidInput);
}

TEST_CASE("cut and changed bytes of an entry never get past the decoder by accident", "[domain][codec]")
{
    SeededRandom random(7);
    int refused = 0;
    for (const Payload &payload : test::everyPayload()) {
        const QByteArray bytes = encodeEvent(test::filledEvent(payload));
        for (int round = 0; round < 60; ++round) {
            QByteArray broken = bytes;
            const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(bytes.size())));
            if (round % 2 == 0)
                broken.truncate(at);
            else
                broken[at] = static_cast<char>(random.below(256));
            const auto decoded = decodeEvent(broken);
            if (!decoded) {
                ++refused;
                continue;
            }
            CHECK(decodeEvent(encodeEvent(*decoded)));
        }
    }
    CHECK(refused > 600);
}

TEST_CASE("names convert both ways and strange names are nothing", "[domain][names]")
{
    CHECK(toName(State::CleanedUp) == u"cleaned-up"_s);
    CHECK(fromName<State>(u"cleaned-up"_s) == State::CleanedUp);
    CHECK(toName(Verdict::NoLimit) == u"none"_s);
    CHECK(fromName<Admission>(u"minor-alone"_s) == Admission::MinorAlone);
    CHECK_FALSE(fromName<State>(u"Cleaned-Up"_s));
    CHECK_FALSE(fromName<State>(u"emperor"_s));
}
