// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "head_check.h"
#include "server_fixture.h"

#include <ruhu/protocol/messages.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

struct Attack {
    const char *name;
    QByteArray bytes;
    int status;
};

const QByteArray kHost = "Host: x\r\n";
const QByteArray kSmuggled = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";

const QByteArray kGet = "GET /healthz HTTP/1.1\r\n";
const QByteArray kPost = "POST /auth/v1/login HTTP/1.1\r\n" + kHost;

QByteArray with(const QByteArray &field, const QByteArray &body = {})
{
    return kGet + kHost + field + "\r\n\r\n" + body;
}

/// Everything on which a proxy and the server could disagree where a request ends.
std::vector<Attack> framingAttacks()
{
    return {
        {"length and encoding", kPost + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + kSmuggled,
         400},
        {"encoding and length", kPost + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + kSmuggled,
         400},
        {"two lengths", kPost + "Content-Length: 0\r\nContent-Length: 34\r\n\r\n" + kSmuggled, 400},
        {"two equal lengths", kPost + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde", 400},
        {"list of lengths", kPost + "Content-Length: 5, 5\r\n\r\nabcde", 400},
        {"signed length", kPost + "Content-Length: +5\r\n\r\nabcde", 400},
        {"negative length", kPost + "Content-Length: -1\r\n\r\n", 400},
        {"hexadecimal length", kPost + "Content-Length: 0x5\r\n\r\nabcde", 400},
        {"empty length", kPost + "Content-Length: \r\n\r\n", 400},
        {"endless length", kPost + "Content-Length: 99999999999999999999999\r\n\r\n", 413},
        {"unknown encoding", kPost + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501},
        {"encoding that looks like chunked", kPost + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501},
        {"encoding twice", kPost + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"encoding in HTTP/1.0", "POST /auth/v1/login HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"folded line", kGet + kHost + "X: a\r\n b\r\n\r\n", 400},
        {"folded by a tab", kGet + kHost + "X: a\r\n\tb\r\n\r\n", 400},
        {"blank before the colon", kGet + kHost + "Content-Length : 5\r\n\r\nabcde", 400},
        {"blank before the name", kGet + " Host: x\r\n\r\n", 400},
        {"no colon", with("nonsense"), 400},
        {"empty name", with(": x"), 400},
        {"two Hosts", with("Host: y"), 400},
        {"no Host", kGet + "\r\n", 400},
        {"empty Host", kGet + "Host:\r\n\r\n", 400},
        {"two tokens", with("Authorization: Bearer a\r\nAuthorization: Bearer b"), 400},
        {"NUL in a value", with(QByteArray("X: a\0b", 6)), 400},
        {"control character in a value",
         with("X: a\x01"
              "b"),
         400},
        {"bare CR in a value", with("X: a\rGET / HTTP/1.1"), 400},
        {"bare LF between lines", kGet + "Host: x\nX: y\r\n\r\n", 400},
        {"body on GET", with("Content-Length: 3", "abc"), 400},
        {"chunks on GET", with("Transfer-Encoding: chunked", "0\r\n\r\n"), 400},
    };
}

/// Targets, methods and sizes that no route takes.
std::vector<Attack> otherAttacks()
{
    return {
        {"absolute target", "GET http://x/healthz HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"CONNECT", "CONNECT x:443 HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"asterisk", "OPTIONS * HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"fragment", "GET /healthz#x HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"two blanks", "GET  /healthz HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"no version", "GET /healthz\r\n\r\n", 400},
        {"HTTP/2", "GET /healthz HTTP/2.0\r\n" + kHost + "\r\n", 505},
        {"another protocol", "GET /healthz SIP/2.0\r\n" + kHost + "\r\n", 400},
        {"broken escape", "GET /health%zz HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"NUL in the path", "GET /healthz%00 HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"no UTF-8 in the path", "GET /%ff%fe HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"a query name twice", "GET /healthz?a=1&a=2 HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"climbing out", "GET /sync/../healthz HTTP/1.1\r\n" + kHost + "\r\n", 404},
        {"bytes over 127 in the target", "GET /\xe5\x85\xa5 HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"no letters in the method", "G@T /healthz HTTP/1.1\r\n" + kHost + "\r\n", 400},
        {"empty first line", "\r\n\r\n", 400},
        {"TLS on a plain port", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) + "\r\n\r\n", 400},
        {"unknown expectation", with("Expect: cake"), 417},
        {"no length", kPost + "\r\n", 411},
        {"unknown path", "GET /nothing HTTP/1.1\r\n" + kHost + "\r\n", 404},
        {"wrong method", "DELETE /healthz HTTP/1.1\r\n" + kHost + "\r\n", 405},
        {"HEAD", "HEAD /healthz HTTP/1.1\r\n" + kHost + "\r\n", 405},
        {"no token", "GET /sync/v1/head HTTP/1.1\r\n" + kHost + "\r\n", 401},
        {"another scheme", "GET /sync/v1/head HTTP/1.1\r\nAuthorization: Basic YTpi\r\n" + kHost + "\r\n", 401},
        {"body over the route's limit", kPost + "Content-Length: 16385\r\n\r\n", 413},
        {"too many fields", kGet + kHost + QByteArray("a: b\r\n").repeated(101) + "\r\n", 431},
        {"huge field", with("X: " + QByteArray(20 * 1024, 'x')), 431},
        {"broken chunk size", kPost + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n", 400},
        {"chunks over the route's limit",
         kPost + "Transfer-Encoding: chunked\r\n\r\n5000\r\n" + QByteArray(0x5000, 'x'), 413},
    };
}

} // namespace

TEST_CASE("every malformed request gets its status, a problem body and no second answer", "[httpd][attack]")
{
    const ServerFixture f;
    std::vector<Attack> attacks = framingAttacks();
    for (const Attack &attack : otherAttacks())
        attacks.push_back(attack);
    for (const Attack &attack : attacks) {
        INFO(attack.name);
        RawClient client(f.server->port());
        client.send(attack.bytes);
        const RawAnswer answer = client.answer();
        CHECK(answer.status == attack.status);
        CHECK(answer.fields.at("content-type") == "application/problem+json");
        CHECK(answer.fields.at("ruhu-protocol") == "1");
        CHECK(protocol::decodeProblem(answer.body).has_value());
        if (attack.status == 400) {
            // Nothing behind it is taken for a request.
            CHECK(answer.fields.at("connection") == "close");
            client.finishSending();
            CHECK(client.isClosed());
        }
    }
    CHECK(f.answersOthers());
}

TEST_CASE("a head that drips is cut off while others are served", "[httpd][attack]")
{
    const ServerFixture f;
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 50; ++i) {
        slow.push_back(std::make_unique<RawClient>(f.server->port()));
        slow.back()->send("GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    }
    CHECK(f.answersOthers());
    for (const auto &client : slow)
        CHECK(client->answer().status == 408);
}

TEST_CASE("an endless head is refused as soon as it is too large", "[httpd][attack]")
{
    const ServerFixture f;
    RawClient client(f.server->port());
    client.send("GET /healthz HTTP/1.1\r\nHost: x\r\nX: ");
    for (int i = 0; i < 64; ++i)
        client.send(QByteArray(1024, 'x'));
    CHECK(client.answer().status == 431);
    CHECK(f.answersOthers());
}

TEST_CASE("a body that stops coming is refused, and one that is cut off too", "[httpd][attack]")
{
    const ServerFixture f;
    const QByteArray head = "POST /auth/v1/login HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nonly some";
    RawClient slow(f.server->port());
    slow.send(head);
    CHECK(f.answersOthers());
    CHECK(slow.answer().status == 408);
    RawClient cut(f.server->port());
    cut.send(head);
    cut.finishSending();
    CHECK(cut.answer().status == 400);
    CHECK(f.answersOthers());
}

TEST_CASE("whoever connects and goes away leaves nothing behind", "[httpd][attack]")
{
    const ServerFixture f;
    for (int i = 0; i < 200; ++i) {
        RawClient client(f.server->port());
        if (i % 2 == 0)
            client.send("GET /hea");
    }
    CHECK(f.answersOthers());
}

TEST_CASE("a large refused body is read away so that the answer arrives", "[httpd][attack]")
{
    const ServerFixture f;
    RawClient client(f.server->port());
    client.send("POST /auth/v1/login HTTP/1.1\r\nHost: x\r\nContent-Length: 1048576\r\n\r\n");
    CHECK(client.send(QByteArray(1024 * 1024, 'x')));
    CHECK(client.answer().status == 413);
}

TEST_CASE("the token is looked at before a large body is read", "[httpd][attack]")
{
    ServerFixture f;
    RawClient client(f.server->port());
    client.send(
        "POST /sync/v1/blobs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer made-up\r\nContent-Length: 10000000\r\n\r\n");
    const RawAnswer answer = client.answer();
    CHECK(answer.status == 401);
    CHECK(answer.fields.at("www-authenticate") == "Bearer");
    CHECK(must(protocol::decodeProblem(answer.body)).code == u"expired-token"_s);
}

TEST_CASE("mutated heads are read or refused, never both lengths at once", "[httpd][attack]")
{
    const QByteArray good =
        "POST /sync/v1/push?after=1&b=%20 HTTP/1.1\r\nHost: a.example\r\nContent-Length: 12\r\nAuthorization: "
        "Bearer abc\r\nConnection: keep-alive\r\nX-A: b\r\n\r\n";
    REQUIRE(std::holds_alternative<httpd::RequestHead>(httpd::checkHead(good.toStdString())));
    SeededRandom random(5);
    int accepted = 0;
    for (int i = 0; i < 50'000; ++i) {
        QByteArray head = good;
        for (std::uint64_t changes = 1 + random.below(3); changes > 0; --changes) {
            const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(head.size() - 4)));
            if (random.below(2) == 0)
                head[at] = static_cast<char>(random.below(256));
            else
                head.insert(at, head.mid(static_cast<qsizetype>(random.below(100)),
                                         static_cast<qsizetype>(random.below(40))));
        }
        const auto read = httpd::checkHead({head.constData(), static_cast<std::size_t>(head.size())});
        if (const auto *request = std::get_if<httpd::RequestHead>(&read)) {
            ++accepted;
            REQUIRE_FALSE((request->chunked && request->contentLength));
            REQUIRE(request->path.startsWith(u'/'));
            REQUIRE(request->contentLength.value_or(0) >= 0);
        }
    }
    CHECK(accepted > 0);
    CHECK(accepted < 50'000);
}
