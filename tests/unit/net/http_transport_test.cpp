// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tls_server.h"

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/temp_dir.h>

#include <ruhu/net/http_transport.h>
#include <ruhu/net/reachability.h>

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::net;
using namespace ruhu::test;

namespace {

const QStringList kLocalNames{u"127.0.0.1"_s, u"localhost"_s};

WallTime today()
{
    return SystemClock().now();
}

/// A server with a good certificate, and a laptop that knows its authority.
struct Bench {
    TlsIdentity identity = makeIdentity(kLocalNames, today(), 30);
    ScriptedServer server{identity};
    TempDir folder;
    QString caFile = folder.write(u"ca.pem"_s, identity.authority.certificatePem);
};

sync::Request request(const QByteArray &body = {})
{
    return {body.isEmpty() ? "GET" : "POST",
            u"/sync/v1/feed/user%3A1?after=3"_s,
            "application/zstd",
            body,
            u"secret"_s,
            5000};
}

/// Sends and waits; the callback must come exactly once.
Result<sync::Reply> ask(HttpTransport &transport, const sync::Request &what)
{
    std::optional<Result<sync::Reply>> result;
    int calls = 0;
    transport.send(what, [&](Result<sync::Reply> reply) {
        result = std::move(reply);
        ++calls;
    });
    (void)QTest::qWaitFor([&] { return result.has_value(); }, 20'000);
    REQUIRE(result);
    QTest::qWait(1);
    CHECK(calls == 1);
    return *result;
}

Result<sync::Reply> ask(const QUrl &url, const QString &caFile, const sync::Request &what = request())
{
    auto transport = HttpTransport::create(url, caFile);
    REQUIRE(transport);
    return ask(**transport, what);
}

ErrorCode codeOf(const Result<sync::Reply> &result)
{
    if (result)
        FAIL("an answer with status " << result->status << " where an error was due");
    return result.error().code;
}

} // namespace

TEST_CASE("a request over TLS carries method, path, token, type and protocol, and brings the whole answer", "[net]")
{
    Bench bench;
    bench.server.answer = httpAnswer(200, "the answer", "Ruhu-Protocol: 1\r\nRetry-After: 7\r\n");
    const auto reply = ask(bench.server.url(), bench.caFile, request("the body"));
    REQUIRE(reply);
    CHECK(reply->status == 200);
    CHECK(reply->body == "the answer");
    CHECK(reply->isOurs);
    CHECK(reply->retryAfterSeconds == 7);
    REQUIRE(bench.server.requests.size() == 1);
    const QByteArray &sent = bench.server.requests[0];
    CHECK(sent.startsWith("POST /sync/v1/feed/user%3A1?after=3 HTTP/1.1\r\n"));
    CHECK(sent.contains("\r\nAuthorization: Bearer secret\r\n"));
    CHECK(sent.contains("\r\nRuhu-Protocol: 1\r\n"));
    CHECK(sent.contains("\r\nContent-Type: application/zstd\r\n"));
    CHECK(sent.contains("\r\nAccept-Encoding: identity\r\n"));
    CHECK(sent.endsWith("\r\n\r\nthe body"));
}

TEST_CASE("a request without a token has no authorisation", "[net]")
{
    Bench bench;
    bench.server.answer = httpAnswer(200, "{}");
    sync::Request anonymous = request();
    anonymous.token.clear();
    REQUIRE(ask(bench.server.url(), bench.caFile, anonymous));
    CHECK_FALSE(bench.server.requests[0].contains("Authorization"));
}

TEST_CASE("a refusal of the server is an answer with its body, not an error", "[net]")
{
    for (const int status : {400, 401, 403, 404, 409, 413, 422, 426, 429, 500, 503, 507}) {
        CAPTURE(status);
        Bench bench;
        bench.server.answer = httpAnswer(status, R"({"ruhu":1})");
        const auto reply = ask(bench.server.url(), bench.caFile, request("x"));
        REQUIRE(reply);
        CHECK(reply->status == status);
        CHECK(reply->body == R"({"ruhu":1})");
        CHECK(reply->isOurs);
    }
}

TEST_CASE("a page that does not carry our protocol is not ours, whatever its status", "[net]")
{
    for (const char *header : {"", "Ruhu-Protocol: \r\n", "Ruhu-Protocol: 0\r\n", "Ruhu-Protocol: -1\r\n",
                               "Ruhu-Protocol: one\r\n", "Ruhu-Protocol: 1.5\r\n"}) {
        CAPTURE(header);
        Bench bench;
        bench.server.answer = httpAnswer(200, "<html>", header);
        const auto reply = ask(bench.server.url(), bench.caFile);
        REQUIRE(reply);
        CHECK(reply->status == 200);
        CHECK_FALSE(reply->isOurs);
    }
}

TEST_CASE("a newer server that wants an update is ours and no captive portal", "[net]")
{
    Bench bench;
    bench.server.answer = httpAnswer(426, R"({"ruhu":1})", "Ruhu-Protocol: 2\r\n");
    const auto reply = ask(bench.server.url(), bench.caFile);
    REQUIRE(reply);
    CHECK(reply->status == 426);
    CHECK(reply->isOurs);
}

TEST_CASE("a redirect is not followed", "[net]")
{
    Bench bench;
    ScriptedServer elsewhere(std::nullopt);
    elsewhere.answer = httpAnswer(200, "elsewhere");
    bench.server.answer = httpAnswer(302, {}, "Location: " + elsewhere.url().toEncoded() + "/\r\n");
    const auto reply = ask(bench.server.url(), bench.caFile);
    REQUIRE(reply);
    CHECK(reply->status == 302);
    CHECK_FALSE(reply->isOurs);
    CHECK(elsewhere.requests.isEmpty());
}

TEST_CASE("a certificate of another authority is refused and nothing is sent", "[net][tls]")
{
    Bench bench;
    bench.server.answer = httpAnswer(200, "secret");
    const TlsIdentity other = makeIdentity(kLocalNames, today(), 30);
    const QString otherCa = bench.folder.write(u"other.pem"_s, other.authority.certificatePem);
    CHECK(codeOf(ask(bench.server.url(), otherCa)) == ErrorCode::TlsFailure);
    CHECK(codeOf(ask(bench.server.url(), {})) == ErrorCode::TlsFailure); // the system does not know it either
    for (const QByteArray &received : bench.server.requests)
        CHECK(received.isEmpty());
}

TEST_CASE("a certificate for another host is refused", "[net][tls]")
{
    TempDir folder;
    const TlsIdentity identity = makeIdentity({u"server.example"_s}, today(), 30);
    ScriptedServer server(identity);
    server.answer = httpAnswer(200, "secret");
    const QString caFile = folder.write(u"ca.pem"_s, identity.authority.certificatePem);
    CHECK(codeOf(ask(server.url(), caFile)) == ErrorCode::TlsFailure);
    CHECK(codeOf(ask(server.url(u"localhost"_s), caFile)) == ErrorCode::TlsFailure);
}

TEST_CASE("a certificate that is over or not yet valid is refused", "[net][tls]")
{
    TempDir folder;
    for (const auto &[from, days] :
         {std::pair(today() - std::chrono::days(60), 30), std::pair(today() + std::chrono::days(10), 30)}) {
        const TlsIdentity identity = makeIdentity(kLocalNames, from, days);
        ScriptedServer server(identity);
        server.answer = httpAnswer(200, "secret");
        const QString caFile = folder.write(u"ca.pem"_s, identity.authority.certificatePem);
        CHECK(codeOf(ask(server.url(), caFile)) == ErrorCode::TlsFailure);
    }
}

TEST_CASE("a name in the certificate is accepted beside the address", "[net][tls]")
{
    Bench bench;
    bench.server.answer = httpAnswer(200, "{}");
    CHECK(ask(bench.server.url(u"localhost"_s), bench.caFile));
}

TEST_CASE("a server that speaks no TLS is no server", "[net][tls]")
{
    Bench bench;
    ScriptedServer plain(std::nullopt);
    plain.answer = httpAnswer(200, "{}");
    QUrl url = plain.url();
    url.setScheme(u"https"_s);
    const auto result = ask(url, bench.caFile, {"GET", u"/"_s, {}, {}, {}, 2000});
    CHECK_FALSE(result);
}

TEST_CASE("nobody at the port means offline", "[net]")
{
    Bench bench;
    QUrl url = bench.server.url();
    bench.server.close();
    CHECK(codeOf(ask(url, bench.caFile)) == ErrorCode::Offline);
    // Longer than a name may be, so the resolver says no by itself and asks nobody.
    url.setHost(QStringList(5, QString(60, u'x')).join(u'.'));
    CHECK(codeOf(ask(url, bench.caFile)) == ErrorCode::Offline);
}

TEST_CASE("a server that says nothing, or only drips, ends as a timeout", "[net]")
{
    for (const bool drips : {false, true}) {
        Bench bench;
        if (drips) {
            bench.server.answer = httpAnswer(200, QByteArray(10'000, 'x'));
            bench.server.dripMs = 20;
        }
        sync::Request what = request();
        what.timeoutMs = 400;
        QElapsedTimer timer;
        timer.start();
        CHECK(codeOf(ask(bench.server.url(), bench.caFile, what)) == ErrorCode::Timeout);
        CHECK(timer.elapsed() < 10'000);
    }
}

TEST_CASE("an answer that breaks off is no answer", "[net]")
{
    Bench bench;
    bench.server.answer = httpAnswer(200, "the whole answer").chopped(3);
    bench.server.closesAfter = true;
    CHECK_FALSE(ask(bench.server.url(), bench.caFile));
    bench.server.answer = "HTTP/1.1 200 OK\r\nRuhu-Pro";
    CHECK_FALSE(ask(bench.server.url(), bench.caFile));
    bench.server.answer = "this is not HTTP at all\r\n\r\n";
    CHECK_FALSE(ask(bench.server.url(), bench.caFile));
}

TEST_CASE("an answer larger than any message is cut off", "[net]")
{
    Bench bench;
    bench.server.answer = httpAnswer(200, QByteArray(25 * 1024 * 1024, 'x'));
    CHECK(codeOf(ask(bench.server.url(), bench.caFile, {"GET", u"/"_s, {}, {}, {}, 20'000})) == ErrorCode::Offline);
}

TEST_CASE("packed answers are not unpacked on the way", "[net]")
{
    Bench bench;
    bench.server.answer = httpAnswer(200, "not gzip", "Ruhu-Protocol: 1\r\nContent-Encoding: gzip\r\n");
    const auto reply = ask(bench.server.url(), bench.caFile);
    REQUIRE(reply);
    CHECK(reply->body == "not gzip");
}

TEST_CASE("a Retry-After that is no number of seconds is none", "[net]")
{
    for (const auto &[text, seconds] : {std::pair<QByteArray, std::optional<int>>("5", 5),
                                        {"-5", {}},
                                        {"soon", {}},
                                        {"", {}},
                                        {"99999999999", 86400}}) {
        Bench bench;
        bench.server.answer = httpAnswer(503, "{}", "Ruhu-Protocol: 1\r\nRetry-After: " + text + "\r\n");
        const auto reply = ask(bench.server.url(), bench.caFile);
        REQUIRE(reply);
        CAPTURE(text);
        CHECK(reply->retryAfterSeconds == seconds);
    }
}

TEST_CASE("plain http goes to loopback alone", "[net]")
{
    ScriptedServer plain(std::nullopt);
    plain.answer = httpAnswer(200, "{}");
    CHECK(ask(plain.url(), {}));
    for (const char *address : {"http://server.example", "http://192.0.2.1:8080", "ftp://127.0.0.1", "", "127.0.0.1",
                                "https://", "https://user:secret@server.example", "https://server.example/path",
                                "https://server.example?x=1", "file:///etc/passwd"}) {
        CAPTURE(address);
        const auto refused = HttpTransport::create(QUrl(QString::fromUtf8(address)), {});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::InvalidInput);
        CHECK_FALSE(refused.error().subject.contains(u"secret"));
    }
    CHECK(HttpTransport::create(QUrl(u"https://server.example/"_s), {}));
}

TEST_CASE("a CA file that is missing or holds no certificate is told at once", "[net]")
{
    TempDir folder;
    const QUrl url(u"https://server.example"_s);
    const auto codeFor = [&](const QString &file) {
        const auto made = HttpTransport::create(url, file);
        return made ? ErrorCode::Internal : made.error().code;
    };
    CHECK(codeFor(folder.path(u"none.pem"_s)) == ErrorCode::NotFound);
    CHECK(codeFor(folder.write(u"empty.pem"_s, {})) == ErrorCode::Damaged);
    CHECK(codeFor(folder.write(u"text.pem"_s, "this is no certificate")) == ErrorCode::Damaged);
}

TEST_CASE("a transport that ends answers what is under way, and only once", "[net]")
{
    Bench bench;
    auto transport = HttpTransport::create(bench.server.url(), bench.caFile);
    REQUIRE(transport);
    std::vector<ErrorCode> codes;
    for (int i = 0; i < 3; ++i)
        (*transport)->send(request(), [&](const Result<sync::Reply> &reply) { codes.push_back(codeOf(reply)); });
    QTest::qWait(50);
    transport->reset();
    CHECK(codes == std::vector<ErrorCode>(3, ErrorCode::Cancelled));
    QTest::qWait(50);
    CHECK(codes.size() == 3);
}

TEST_CASE("a callback may send again, and may end the transport", "[net]")
{
    Bench bench;
    bench.server.answer = httpAnswer(200, "{}");
    auto transport = HttpTransport::create(bench.server.url(), bench.caFile);
    REQUIRE(transport);
    int answers = 0;
    (*transport)->send(request(), [&](const Result<sync::Reply> &) {
        ++answers;
        (*transport)->send(request(), [&](const Result<sync::Reply> &) {
            ++answers;
            transport->reset();
        });
    });
    CHECK(QTest::qWaitFor([&] { return answers == 2; }, 10'000));
    QTest::qWait(20);
    CHECK(*transport == nullptr);
}

TEST_CASE("only a network that is said to be gone is not worth a try", "[net]")
{
    using Said = QNetworkInformation::Reachability;
    CHECK_FALSE(Reachability::isWorthATry(Said::Disconnected));
    for (const Said said : {Said::Unknown, Said::Local, Said::Site, Said::Online})
        CHECK(Reachability::isWorthATry(said));
}
