// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server_fixture.h"

#include <ruhu/service/certificates.h>

#include <QElapsedTimer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

const QByteArray kHealth = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";

QByteArray loginRequest(const QByteArray &body, const QByteArray &fields)
{
    return "POST /auth/v1/login HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n" + body;
}

QSslConfiguration trusting(const QString &caFile)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(caFile));
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return configuration;
}

} // namespace

TEST_CASE("an answer says which protocol it speaks and is never kept by a cache", "[httpd]")
{
    const ServerFixture f;
    const RawAnswer answer = f.ask(kHealth);
    CHECK(answer.status == 200);
    CHECK(answer.fields.at("ruhu-protocol") == "1");
    CHECK(answer.fields.at("cache-control") == "no-store");
    CHECK(answer.fields.at("x-content-type-options") == "nosniff");
    CHECK(answer.fields.at("date").endsWith("GMT"));
    CHECK(must(readJson(answer.body)).boolean(u"ok") == true);
    CHECK(f.ask("PUT /sync/v1/push HTTP/1.1\r\nHost: x\r\n\r\n").fields.at("allow") == "POST");
}

TEST_CASE("requests on one connection are answered in order until one says close", "[httpd]")
{
    const ServerFixture f;
    RawClient client(f.server->port());
    client.send(kHealth + "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n" + kHealth);
    CHECK(client.answer().status == 200);
    CHECK(client.answer().status == 404);
    CHECK(client.answer().status == 200);
    client.send("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    CHECK(client.answer().fields.at("connection") == "close");
    CHECK(client.isClosed());
    RawClient old(f.server->port());
    old.send("GET /healthz HTTP/1.0\r\n\r\n");
    CHECK(old.answer().status == 200);
    CHECK(old.isClosed());
}

TEST_CASE("a sign-in works with a length, in chunks, in pieces and after a 100", "[httpd]")
{
    ServerFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    const QByteArray body = protocol::encodeLoginRequest(f.loginRequest(anna, u"anna"_s, kPassword));
    const QByteArray length = "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    CHECK(f.ask(loginRequest(body, length)).status == 200);

    const QByteArray half = body.left(20);
    const QByteArray rest = body.mid(20);
    const QByteArray chunks = QByteArray::number(half.size(), 16) + "\r\n" + half + "\r\n"
                              + QByteArray::number(rest.size(), 16) + "\r\n" + rest
                              + "\r\n0\r\nTrailer: ignored\r\n\r\n";
    RawClient chunked(f.server->port());
    chunked.send(loginRequest(chunks, "Transfer-Encoding: chunked\r\n"));
    CHECK(chunked.answer().status == 200);
    chunked.send(kHealth);
    CHECK(chunked.answer().status == 200);

    RawClient patient(f.server->port());
    patient.send(loginRequest({}, length + "Expect: 100-continue\r\n"));
    CHECK(patient.answer().status == 100);
    patient.send(half);
    patient.send(rest);
    const RawAnswer answer = patient.answer();
    CHECK(answer.status == 200);
    const auto reply = must(protocol::decodeLoginReply(answer.body));
    CHECK(f.office->authenticate(reply.token).has_value());

    RawClient greedy(f.server->port());
    greedy.send(loginRequest({}, "Content-Length: 9999999\r\nExpect: 100-continue\r\n"));
    CHECK(greedy.answer().status == 413); // no invitation to send it
}

TEST_CASE("a push and a feed cross the wire unchanged", "[httpd]")
{
    ServerFixture f;
    const TicketId ticket = f.open(u"IN-1"_s);
    Laptop anna = f.laptop(u"anna"_s);
    f.record(anna, ticket, domain::NoteAdded{QString(60'000, u'\u5165'), {}});
    const QByteArray run = protocol::encodePushRun(anna.all());
    const RawAnswer pushed = f.ask(f.provedHead(anna, "POST", "/sync/v1/push")
                                   + "Content-Length: " + QByteArray::number(run.size()) + "\r\n\r\n" + run);
    CHECK(must(protocol::decodePushReply(pushed.body)).head.hash == anna.hashes.back());
    const QByteArray feed = "user%3A" + anna.user.id.toString().toLatin1();
    const RawAnswer page = f.ask(f.provedHead(anna, "GET", "/sync/v1/feed/" + feed + "?after=2") + "\r\n");
    CHECK(must(protocol::decodeFeedPage(page.body)).entries.back().body == anna.bodies.back());
}

TEST_CASE("a request that was listened to is worth nothing sent again, to whichever worker it comes", "[httpd][attack]")
{
    ServerFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    const QByteArray request = f.provedHead(anna, "GET", "/sync/v1/head") + "\r\n";
    const RawAnswer first = f.ask(request);
    CHECK(first.status == 200);
    CHECK(first.fields.at("ruhu-nonce") == f.proofs->nonce());
    for (int i = 0; i < 8; ++i) {
        const RawAnswer again = f.ask(request);
        CHECK(again.status == 401);
        CHECK(must(protocol::decodeProblem(again.body)).code == u"use-nonce"_s);
    }
    // Large bodies too: the head is looked at first and once more with the body.
    const QByteArray body(100'000, 'x');
    const QByteArray large = f.provedHead(anna, "POST", "/sync/v1/push")
                             + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    CHECK(f.ask(large).status == 400);
    CHECK(f.ask(large).status == 401);
}

TEST_CASE("many at once are all answered", "[httpd]")
{
    const ServerFixture f;
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 60; ++i) {
        clients.push_back(std::make_unique<RawClient>(f.server->port()));
        clients.back()->send(kHealth);
    }
    for (const auto &client : clients)
        CHECK(client->answer().status == 200);
}

TEST_CASE("a full queue turns people away with a time to come back", "[httpd]")
{
    const ServerFixture f(false, 0);
    const RawAnswer answer = f.ask(kHealth);
    CHECK(answer.status == 503);
    const int wait = answer.fields.at("retry-after").toInt();
    CHECK(wait >= 1);
    CHECK(wait <= 5);
}

TEST_CASE("stopping closes idle connections and does not wait for them", "[httpd]")
{
    ServerFixture f;
    RawClient idle(f.server->port());
    idle.send(kHealth);
    CHECK(idle.answer().status == 200);
    RawClient silent(f.server->port());
    CHECK(f.answersOthers());
    QElapsedTimer timer;
    timer.start();
    f.server.reset();
    CHECK(timer.elapsed() < 2000);
    CHECK(idle.isClosed());
}

TEST_CASE("stopping ends in time although somebody sends without end", "[httpd]")
{
    ServerFixture f;
    RawClient slow(f.server->port());
    slow.send("GET /healthz HTTP/1.1\r\nX: ");
    CHECK(f.answersOthers());
    QElapsedTimer timer;
    timer.start();
    f.server.reset();
    CHECK(timer.elapsed() < 5000);
}

TEST_CASE("a listener that cannot be says why", "[httpd]")
{
    ServerFixture f;
    const auto why = [&](httpd::ListenOptions options) {
        auto started = httpd::Server::start(options, f.makeOffice());
        return started ? ErrorCode::Internal : started.error().code;
    };
    httpd::ListenOptions options = f.options;
    options.port = f.server->port();
    CHECK(why(options) == ErrorCode::Busy);
    options = f.options;
    options.address = u"0.0.0.0"_s;
    CHECK(why(options) == ErrorCode::InvalidInput); // plain http on a public address
    options.address = u"somewhere"_s;
    CHECK(why(options) == ErrorCode::InvalidInput);
    options = f.options;
    options.certificateFile = f.dir.path(u"no-such.pem"_s);
    options.keyFile = options.certificateFile;
    CHECK(why(options) == ErrorCode::InvalidInput);
    options.certificateFile = f.dir.path(u"server.pem"_s);
    options.keyFile = f.dir.path(u"ca-key.pem"_s); // of another certificate
    CHECK(why(options) == ErrorCode::InvalidInput);
    const TempDir empty;
    const auto started = httpd::Server::start(f.options, [&] {
        return service::Office::open(empty.path(), f.shelf, f.clock, f.secrets);
    });
    REQUIRE_FALSE(started);
    CHECK(started.error().code == ErrorCode::NotFound);
}

TEST_CASE("TLS is 1.2 or later with the office's certificate, and only for those who trust it", "[httpd][tls]")
{
    TempDir dir;
    const SystemClock now; // certificates are judged by the machine's clock
    SystemRandom random;
    must(service::Office::initialise(dir.path(), now, random));
    const domain::CatalogueShelf shelf;
    httpd::ListenOptions options;
    options.port = 0;
    options.certificateFile = dir.path(u"server.pem"_s);
    options.keyFile = dir.path(u"server-key.pem"_s);
    const auto server =
        must(httpd::Server::start(options, [&] { return service::Office::open(dir.path(), shelf, now, random); }));

    QSslSocket socket;
    socket.setSslConfiguration(trusting(dir.path(u"ca.pem"_s)));
    socket.connectToHostEncrypted(u"127.0.0.1"_s, server->port());
    REQUIRE(socket.waitForEncrypted(5000));
    CHECK(socket.sessionProtocol() >= QSsl::TlsV1_2);
    CHECK(socket.peerCertificate().publicKey().algorithm() == QSsl::Ec);
    socket.write("GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(5000))
        answer += socket.readAll();
    CHECK(answer.startsWith("HTTP/1.1 404"));

    QSslSocket stranger;
    const TempDir other;
    must(service::writeCertificates(other.path(), {u"localhost"_s}, now));
    stranger.setSslConfiguration(trusting(other.path(u"ca.pem"_s)));
    stranger.connectToHostEncrypted(u"127.0.0.1"_s, server->port());
    CHECK_FALSE(stranger.waitForEncrypted(5000));

    RawClient plain(server->port());
    plain.send(kHealth);
    CHECK(plain.answer().status == 0);
}

TEST_CASE("a client that speaks nothing newer than TLS 1.1 is turned away in the first message", "[httpd][attack]")
{
    ServerFixture f(true);
    // ClientHello of TLS 1.1 with three suites, no compression, no extensions.
    const QByteArray hello = QByteArray::fromHex("0302") + QByteArray(32, 'r') + QByteArray::fromHex("00")
                             + QByteArray::fromHex("0006c013c009002f") + QByteArray::fromHex("0100");
    const auto lengthOf = [](qsizetype size) -> QByteArray {
        return QByteArray(1, static_cast<char>(size >> 8)) + QByteArray(1, static_cast<char>(size & 0xff));
    };
    const QByteArray handshake = QByteArray::fromHex("0100") + lengthOf(hello.size()) + hello;
    RawClient client(f.server->port());
    client.send(QByteArray::fromHex("160301") + lengthOf(handshake.size()) + handshake);
    // Fatal alert "protocol version" (RFC 8446 6.2), and the end.
    const QByteArray alert = client.rest();
    CHECK(alert.left(1).toHex() == "15");
    CHECK(alert.right(2).toHex() == "0246");
}

TEST_CASE("a large body tells its length", "[httpd][attack]")
{
    ServerFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    for (const QByteArray &path : {QByteArray("/sync/v1/blobs"), QByteArray("/sync/v1/push")})
        CHECK(f.ask(f.provedHead(anna, "POST", path) + "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n").status
              == 411);
}

TEST_CASE("one laptop's slow bodies keep no other laptop out", "[httpd][attack]")
{
    ServerFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    const Laptop bert = f.laptop(u"bert"_s);
    const QByteArray large = "Content-Length: 16000000\r\nExpect: 100-continue\r\n\r\n";
    std::vector<std::unique_ptr<RawClient>> slow;
    const auto announce = [&](const Laptop &laptop) {
        slow.push_back(std::make_unique<RawClient>(f.server->port()));
        slow.back()->send(f.provedHead(laptop, "POST", "/sync/v1/blobs") + large);
        return slow.back()->answer().status;
    };
    const int goOn = 100;
    CHECK(announce(anna) == goOn);
    CHECK(announce(anna) == goOn);
    CHECK(announce(anna) == 503);
    CHECK(announce(bert) == goOn);
    // Once it has given up, there is room again.
    slow.clear();
    CHECK(QTest::qWaitFor([&] { return announce(anna) == goOn; }, 10'000));
}
