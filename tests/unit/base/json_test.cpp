// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>

#include <ruhu/base/json.h>

#include <limits>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;

namespace {

ErrorCode refusal(const QByteArray &bytes, const JsonLimits &limits = {})
{
    const auto result = readJson(bytes, limits);
    CAPTURE(bytes);
    REQUIRE_FALSE(result);
    CHECK(result.error().detail.startsWith(u"JSON: "));
    return result.error().code;
}

QByteArray nested(int depth)
{
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}

} // namespace

TEST_CASE("a document reads into values of their kinds", "[base][json]")
{
    const auto json = readJson(R"({"a":1,"b":"x","c":[true,null,-5],"d":{}})");
    REQUIRE(json);
    CHECK(json->integer(u"a") == 1);
    CHECK(json->text(u"b") == u"x"_s);
    REQUIRE(json->items(u"c").size() == 3);
    CHECK(json->items(u"c")[0].toBool() == true);
    CHECK(json->items(u"c")[1].isNull());
    CHECK(json->items(u"c")[2].toInt() == -5);
    REQUIRE(json->find(u"d"));
    CHECK(json->find(u"d")->isObject());
}

TEST_CASE("asking for a member of another kind or none answers nothing", "[base][json]")
{
    const auto json = readJson(R"({"n":1,"s":"1","l":[]})");
    REQUIRE(json);
    CHECK_FALSE(json->text(u"n"));
    CHECK_FALSE(json->integer(u"s"));
    CHECK_FALSE(json->boolean(u"n"));
    CHECK_FALSE(json->integer(u"missing"));
    CHECK(json->find(u"missing") == nullptr);
    CHECK(json->items(u"s").empty());
    CHECK(Json(3).find(u"n") == nullptr);
    CHECK(Json(3).object().empty());
}

TEST_CASE("a key that appears twice is refused at any depth", "[base][json]")
{
    CHECK(refusal(R"({"a":1,"a":1})") == ErrorCode::InvalidInput);
    CHECK(refusal(R"([{"x":{"k":1,"l":2,"k":3}}])") == ErrorCode::InvalidInput);
    CHECK(refusal(R"({"a":1,"\u0061":2})") == ErrorCode::InvalidInput);
    CHECK(readJson(R"({"a":1,"A":{"a":2}})"));
}

TEST_CASE("numbers are integers of 64 bits and nothing else", "[base][json]")
{
    CHECK(readJson("9223372036854775807")->toInt() == std::numeric_limits<std::int64_t>::max());
    CHECK(readJson("-9223372036854775808")->toInt() == std::numeric_limits<std::int64_t>::min());
    for (const char *bytes :
         {"9223372036854775808", "18446744073709551615", "18446744073709551616", "-9223372036854775809", "1.5", "1.0",
          "1e3", "-0.0", "01", "+1", "NaN", "Infinity", "0x10", "1."}) {
        CHECK(refusal(bytes) == ErrorCode::InvalidInput);
    }
}

TEST_CASE("text that is not well-formed Unicode is refused", "[base][json]")
{
    CHECK(refusal(R"("\ud800")") == ErrorCode::InvalidInput);
    CHECK(refusal(R"("\udc00\ud800")") == ErrorCode::InvalidInput);
    CHECK(refusal(R"("\ud800\u0041")") == ErrorCode::InvalidInput);
    CHECK(refusal("\"\xff\"") == ErrorCode::InvalidInput);
    CHECK(refusal("\"\xed\xa0\x80\"") == ErrorCode::InvalidInput);
    CHECK(refusal("\"\xc0\xaf\"") == ErrorCode::InvalidInput);
    CHECK(refusal("\"raw\nline\"") == ErrorCode::InvalidInput);
    CHECK(readJson(R"("\ud83d\ude00")")->toString() == QString::fromUtf8("\xf0\x9f\x98\x80"));
}

TEST_CASE("a byte-order mark and other encodings are refused", "[base][json]")
{
    CHECK(refusal("\xef\xbb\xbf{}") == ErrorCode::InvalidInput);
    CHECK(refusal(QByteArray("\xff\xfe{\0}\0", 6)) == ErrorCode::InvalidInput);
}

TEST_CASE("a text that begins with U+FEFF keeps it, so that what was signed is what is read", "[base][json]")
{
    const Json json(Json::Object{{u"\ufeffkey"_s, Json(u"\ufeff\ufefftext"_s)}});
    const QByteArray bytes = writeJson(json);
    const auto read = readJson(bytes);
    REQUIRE(read);
    CHECK(*read == json);
    CHECK(writeJson(*read) == bytes);
    CHECK(readJson(R"({"\ufeffa":1,"a":2})"));
}

TEST_CASE("nothing may follow or miss around the one value", "[base][json]")
{
    for (const char *bytes : {"", " ", "{} {}", "1 2", "[1,]", "{\"a\":}", "{\"a\"", "[", "\"open", "nul", "{}x",
                              "/* c */ 1", "{'a':1}", "[1]]"}) {
        CHECK(refusal(bytes) == ErrorCode::InvalidInput);
    }
    CHECK(refusal(QByteArray("{}\0", 3)) == ErrorCode::InvalidInput);
    CHECK(readJson(" \t\r\n{} \n"));
}

TEST_CASE("depth is bounded before it can hurt", "[base][json]")
{
    CHECK(readJson(nested(15)));
    CHECK(refusal(nested(17)) == ErrorCode::InvalidInput);
    CHECK(refusal(nested(200'000)) == ErrorCode::InvalidInput);
    CHECK(refusal(QByteArray(200'000, '[')) == ErrorCode::InvalidInput);
    CHECK(readJson(nested(30), {.maxBytes = 1000, .maxDepth = 31}));
}

TEST_CASE("a document over its size is refused unread", "[base][json]")
{
    const JsonLimits limits{.maxBytes = 10, .maxDepth = 4};
    CHECK(readJson("[1,2,3,45]", limits));
    CHECK(refusal("[1,2,3,456]", limits) == ErrorCode::TooLarge);
    CHECK(refusal("this is no JSON", limits) == ErrorCode::TooLarge);
}

TEST_CASE("what is written reads back as the same value", "[base][json]")
{
    Json json;
    json.set(u"text"_s, u"入户 \"quoted\"\n\u0001"_s)
        .set(u"min"_s, std::numeric_limits<std::int64_t>::min())
        .set(u"flag"_s, false)
        .set(u"nothing"_s, Json())
        .set(u"list"_s, Json::Array{Json(1), Json(u""_s), Json(Json::Object{})});
    CHECK(*readJson(writeJson(json)) == json);
    CHECK(*readJson(writeJsonPretty(json)) == json);
}

TEST_CASE("writing is compact, keeps the order of members and is the same every time", "[base][json]")
{
    Json json;
    json.set(u"z"_s, 1).set(u"a"_s, Json::Array{Json(true), Json()});
    CHECK(writeJson(json) == R"({"z":1,"a":[true,null]})");
    CHECK(writeJson(json) == writeJson(Json(json)));
    CHECK(writeJsonPretty(json).endsWith("}\n"));
    CHECK(writeJson(Json(u"入"_s)) == "\"\xe5\x85\xa5\"");
}
