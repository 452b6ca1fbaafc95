// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/fake_transport.h>

#include <ruhu/crypto/digest.h>
#include <ruhu/sync/runner.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

protocol::LoginReply loginReply()
{
    protocol::LoginReply reply;
    reply.token = u"token"_s;
    reply.role = u"technician"_s;
    reply.feeds = {u"user:1"_s};
    reply.lease.signature = QByteArray(64, 'l');
    reply.recoveryKey = QByteArray(32, 'r');
    return reply;
}

} // namespace

TEST_CASE("signing in answers what the server answers", "[sync][sign-in]")
{
    FakeTransport way;
    std::optional<Result<protocol::LoginReply>> result;
    sync::login(way, {u"tech0"_s, u"secret"_s, {}, {}, QByteArray(64, 'p'), {}}, [&](auto reply) { result = reply; });
    const sync::Request &request = way.expect("POST", u"/auth/v1/login"_s);
    CHECK(request.token.isEmpty());
    CHECK(protocol::decodeLoginRequest(request.body)->password == u"secret"_s);
    CHECK_FALSE(result);
    way.answer(200, protocol::encodeLoginReply(loginReply()));
    REQUIRE(result);
    REQUIRE(*result);
    CHECK(**result == loginReply());
}

TEST_CASE("a failed sign-in carries the server's problem code", "[sync][sign-in]")
{
    struct Row {
        std::function<void(FakeTransport &)> answer;
        ErrorCode code;
        QString subject;
    };
    const std::vector<Row> rows{
        {[](FakeTransport &way) { way.answerProblem(401, u"wrong-password"_s); }, ErrorCode::NotSignedIn,
         u"wrong-password"_s},
        {[](FakeTransport &way) { way.answerProblem(403, u"revoked-device"_s); }, ErrorCode::NotAllowed,
         u"revoked-device"_s},
        {[](FakeTransport &way) { way.answerProblem(429, u"too-many-tries"_s); }, ErrorCode::Busy, u"too-many-tries"_s},
        {[](FakeTransport &way) { way.answerForeign(200, "<html>"); }, ErrorCode::Offline, u"captive-portal"_s},
        {[](FakeTransport &way) { way.answerForeign(200, protocol::encodeLoginReply(loginReply())); },
         ErrorCode::Offline, u"captive-portal"_s},
        {[](FakeTransport &way) { way.answerForeign(502, "bad gateway"); }, ErrorCode::ServerFailure, u"proxy"_s},
        {[](FakeTransport &way) { way.answer(200, "{}"); }, ErrorCode::ServerFailure, u"bad-answer"_s},
        {[](FakeTransport &way) { way.fail(ErrorCode::Offline); }, ErrorCode::Offline, u"offline"_s},
        {[](FakeTransport &way) { way.fail(ErrorCode::TlsFailure); }, ErrorCode::TlsFailure, u"tls-failure"_s},
    };
    for (const Row &row : rows) {
        FakeTransport way;
        std::optional<Result<protocol::LoginReply>> result;
        sync::login(way, {}, [&](auto reply) { result = reply; });
        row.answer(way);
        REQUIRE(result);
        REQUIRE_FALSE(*result);
        CHECK(result->error().code == row.code);
        CHECK(result->error().subject == row.subject);
    }
}

TEST_CASE("an enrolment answers the device and a refusal its code", "[sync][sign-in]")
{
    FakeTransport way;
    std::optional<Result<protocol::EnrolReply>> result;
    const auto ask = [&] {
        sync::enrol(way, {u"tech0"_s, u"CODE"_s, {}, {}, {}}, [&](auto reply) { result = reply; });
    };
    ask();
    way.expect("POST", u"/auth/v1/enrol"_s);
    way.answer(200, protocol::encodeEnrolReply({*DeviceId::fromString(u"0190a0b0-0000-7000-8000-00000000000d"),
                                                QByteArray(32, 'k'), u"server"_s}));
    REQUIRE((result && *result));
    CHECK((*result)->serverId == u"server"_s);
    ask();
    way.answerProblem(403, u"wrong-code"_s);
    REQUIRE((result && !*result));
    CHECK(result->error().subject == u"wrong-code"_s);
}

TEST_CASE("a fetched blob has the hash it was asked by", "[sync][sign-in]")
{
    const QByteArray bytes = QByteArray::fromHex("ffd8ffe0") + "photo";
    const QByteArray sha256 = crypto::sha256(bytes);
    FakeTransport way;
    std::optional<Result<protocol::Blob>> result;
    const auto ask = [&] { sync::fetchBlob(way, u"token"_s, sha256, [&](auto blob) { result = blob; }); };
    ask();
    const sync::Request &request = way.expect("GET", u"/sync/v1/blobs/"_s + QString::fromLatin1(sha256.toHex()));
    CHECK(request.token == u"token"_s);
    way.answer(200, bytes);
    REQUIRE((result && *result));
    CHECK((*result)->bytes == bytes);
    CHECK((*result)->mime == u"image/jpeg"_s);
    ask();
    way.answer(200, bytes + 'x');
    REQUIRE((result && !*result));
    CHECK(result->error().code == ErrorCode::Damaged);
    ask();
    way.answerProblem(404, u"not-found"_s);
    REQUIRE((result && !*result));
    CHECK(result->error().code == ErrorCode::NotFound);
}
