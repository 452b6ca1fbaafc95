// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <ruhu_test/catch_qt.h>

#include <ruhu/base/random.h>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::protocol;
using namespace ruhu::test;

namespace {

/// One message kind for tests that know nothing about it.
struct Kind {
    const char *name;
    QByteArray sample;
    bool checked; // a checksum or hash covers every byte that matters
    /// What decoding and encoding again gives; nothing when refused.
    std::function<std::optional<QByteArray>(const QByteArray &)> again;
};

template<typename Message, typename Encode, typename Decode>
Kind kind(const char *name, const Message &sample, bool checked, Encode encode, Decode decode)
{
    return {name, encode(sample), checked, [encode, decode](const QByteArray &bytes) -> std::optional<QByteArray> {
                const auto decoded = decode(bytes);
                if (!decoded)
                    return std::nullopt;
                return encode(*decoded);
            }};
}

const std::vector<Kind> &kinds()
{
    static const std::vector<Kind> all{
        kind("push run", samplePushRun(), true, encodePushRun, decodePushRun),
        kind("push answer", samplePushReply(), false, encodePushReply, decodePushReply),
        kind("head answer", sampleHeadReply(), false, encodeHeadReply, decodeHeadReply),
        kind("feed page", sampleFeedPage(), true, encodeFeedPage, decodeFeedPage),
        kind("blobs", sampleBlobs(), false, encodeBlobBundle, decodeBlobBundle),
        kind("blobs answer", sampleBlobReply(), false, encodeBlobReply, decodeBlobReply),
        kind("enrolment", sampleEnrolRequest(), false, encodeEnrolRequest, decodeEnrolRequest),
        kind("enrolment answer", sampleEnrolReply(), false, encodeEnrolReply, decodeEnrolReply),
        kind("sign-in", sampleLoginRequest(), false, encodeLoginRequest, decodeLoginRequest),
        kind("change of a password", samplePasswordRequest(), false, encodePasswordRequest, decodePasswordRequest),
        kind("sign-in answer", sampleLoginReply(), false, encodeLoginReply, decodeLoginReply),
        kind("reset of a password", sampleResetRequest(), false, encodeResetRequest, decodeResetRequest),
        kind("reset answer", sampleResetReply(), false, encodeResetReply, decodeResetReply),
        kind("order to wipe", sampleWipeOrder(), false, encodeWipeOrder, decodeWipeOrder),
        kind("own sessions", sampleOwnSessions(), false, encodeOwnSessions, decodeOwnSessions),
        kind("notes of opening", sampleAccessEntries(), false, encodeAccessEntries, decodeAccessEntries),
        kind("problem", sampleProblem(), false, encodeProblem, decodeProblem),
    };
    return all;
}

/// The JSON messages that stand alone, without frames around them.
std::vector<Kind> jsonKinds()
{
    std::vector<Kind> found;
    for (const Kind &candidate : kinds()) {
        if (candidate.sample.startsWith('{'))
            found.push_back(candidate);
    }
    return found;
}

} // namespace

TEST_CASE("a message cut off at any byte is refused", "[protocol][hostile]")
{
    for (const Kind &message : kinds()) {
        CAPTURE(message.name);
        CHECK(message.again(message.sample) == message.sample);
        for (qsizetype length = 0; length < message.sample.size(); ++length) {
            CAPTURE(length);
            CHECK_FALSE(message.again(message.sample.left(length)));
        }
    }
}

TEST_CASE("a message with bytes after it is refused", "[protocol][hostile]")
{
    for (const Kind &message : kinds()) {
        CAPTURE(message.name);
        for (const QByteArray &tail : {QByteArray("x"), QByteArray("\0", 1), message.sample})
            CHECK_FALSE(message.again(message.sample + tail));
    }
}

TEST_CASE("changed bytes are refused or are a message that says exactly what stands there", "[protocol][hostile]")
{
    SeededRandom random(20260301);
    for (const Kind &message : kinds()) {
        CAPTURE(message.name);
        for (int round = 0; round < 3000; ++round) {
            QByteArray changed = message.sample;
            const std::uint64_t flips = 1 + random.below(3);
            for (std::uint64_t i = 0; i < flips; ++i) {
                const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(changed.size())));
                changed[at] = static_cast<char>(random.below(256));
            }
            const auto again = message.again(changed);
            if (!again)
                continue;
            CAPTURE(changed);
            // A message under a checksum is the old one or none. Elsewhere nothing may have been overlooked: the
            // value written out again is read as the same value.
            if (message.checked)
                CHECK(*again == message.sample);
            else
                CHECK(message.again(*again) == *again);
        }
    }
}

TEST_CASE("random bytes are never a message", "[protocol][hostile]")
{
    SeededRandom random(7);
    for (const Kind &message : kinds()) {
        CAPTURE(message.name);
        for (int round = 0; round < 300; ++round)
            CHECK_FALSE(message.again(random.bytes(static_cast<int>(random.below(300)))));
    }
}

TEST_CASE("each member is needed, of its own kind, once, and no other is taken", "[protocol][hostile]")
{
    for (const Kind &message : jsonKinds()) {
        const auto json = readJson(message.sample);
        REQUIRE(json);
        const Json::Object members = json->object();
        for (std::size_t i = 0; i < members.size(); ++i) {
            const QString key = members[i].first;
            CAPTURE(message.name, key);
            Json::Object without = members;
            without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
            const bool optional = key == u"have";
            CHECK(message.again(writeJson(without)).has_value() == optional);
            for (const Json &other : {Json(), Json(true), Json(-1), Json(Json::Array{Json(1)}),
                                      Json(Json::Object{{u"x"_s, Json(u"y"_s)}})}) {
                // A time may be before 1970, and a flag true.
                if (other.isBool() && members[i].second.isBool())
                    continue;
                if (other.isInt() && (key == u"now" || key == u"at" || key == u"expires" || key == u"issued"))
                    continue;
                Json::Object wrong = members;
                wrong[i].second = other;
                CAPTURE(writeJson(other));
                CHECK_FALSE(message.again(writeJson(wrong)));
            }
            QByteArray twice = message.sample;
            twice.chop(1);
            twice += ",\"" + key.toUtf8() + "\":" + writeJson(members[i].second) + '}';
            CHECK_FALSE(message.again(twice));
        }
        if (message.sample.contains("\"ruhu\""))
            continue; // a problem may say more
        Json::Object more = members;
        more.emplace_back(u"extra"_s, Json(1));
        CAPTURE(message.name);
        CHECK_FALSE(message.again(writeJson(more)));
    }
}

TEST_CASE("text beyond its length is refused", "[protocol][hostile]")
{
    for (const Kind &message : jsonKinds()) {
        if (message.sample.contains("\"ruhu\""))
            continue; // limited as a whole
        const auto json = readJson(message.sample);
        REQUIRE(json);
        for (std::size_t i = 0; i < json->object().size(); ++i) {
            Json::Object changed = json->object();
            if (!changed[i].second.isString())
                continue;
            changed[i].second = Json(QString(5000, u'x'));
            CAPTURE(message.name, changed[i].first);
            CHECK_FALSE(message.again(writeJson(changed)));
        }
    }
}

TEST_CASE("hashes are lower-case hex and nothing else", "[protocol][hostile]")
{
    const QByteArray sample = encodeBlobReply({{hashOf(1)}});
    const QByteArray hash = hashOf(1).toHex();
    CHECK(decodeBlobReply(sample));
    const std::vector<QByteArray> others{hash.toUpper(), hash.left(63) + 'g', hash.left(62),
                                         hash + "00",    ' ' + hash.left(63), hash.left(62) + "é"};
    for (const QByteArray &other : others) {
        QByteArray changed = sample;
        changed.replace(hash, other);
        CAPTURE(other);
        CHECK_FALSE(decodeBlobReply(changed));
    }
}

TEST_CASE("a sequence number written in another way is refused", "[protocol][hostile]")
{
    const QByteArray sample = encodePushReply(samplePushReply());
    for (const char *key : {"018", "+18", " 18", "18 ", "0", "-18", "18.0", "", "0x12", "99999999999999999999"}) {
        QByteArray changed = sample;
        changed.replace("\"18\":", QByteArray("\"" + QByteArray(key) + "\":"));
        CAPTURE(key);
        CHECK_FALSE(decodePushReply(changed));
    }
}
