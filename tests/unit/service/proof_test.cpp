// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

#include <ruhu/protocol/request_proof.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using service::HttpRequest;
using std::chrono::minutes;

namespace {

const QByteArray kTarget = QByteArrayLiteral("/sync/v1/head");

HttpRequest headRequest(const Laptop &laptop)
{
    HttpRequest request;
    request.method = "GET";
    request.path = u"/sync/v1/head"_s;
    request.target = kTarget;
    request.token = laptop.token;
    return request;
}

/// The code of the refusal; empty: it was answered.
QString send(service::Office &office, const HttpRequest &request)
{
    const auto response = service::handle(office, request);
    CHECK(response.nonce == office.nonce());
    if (response.status == 200)
        return {};
    CHECK(response.status == 401);
    return must(protocol::decodeProblem(response.body)).code;
}

} // namespace

TEST_CASE("every route that wants a token wants the laptop's proof as well", "[service][proof]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    for (const auto &route : service::routes()) {
        if (route.access == service::Access::Anonymous)
            continue;
        CAPTURE(route.pattern.toStdString());
        HttpRequest request;
        request.method = route.method;
        request.path = route.pattern;
        request.token = anna.token;
        CHECK(send(*f.office, request) == u"use-nonce");
        CHECK(service::refuseBeforeBody(*f.office, route, request)->nonce == f.office->nonce());
    }
}

TEST_CASE("a proof is good for one request of one laptop, once", "[service][proof]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    const Laptop bert = f.laptop(u"bert"_s);
    HttpRequest request = headRequest(anna);
    const QByteArray good = f.proof(anna, "GET", kTarget, f.office->nonce());
    request.proof = good;
    SECTION("as it is, and not again")
    {
        CHECK(send(*f.office, request).isEmpty());
        CHECK(send(*f.office, request) == u"use-nonce");
        request.proof = f.proof(anna, "GET", kTarget, f.office->nonce());
        CHECK(send(*f.office, request).isEmpty());
    }
    SECTION("not with another address, method or token")
    {
        request.target = "/sync/v1/head?x=1";
        CHECK(send(*f.office, request) == u"bad-proof");
        request = headRequest(anna);
        request.proof = f.proof(anna, "POST", kTarget, f.office->nonce());
        CHECK(send(*f.office, request) == u"bad-proof");
        request = headRequest(bert);
        request.proof = good;
        CHECK(send(*f.office, request) == u"bad-proof");
    }
    SECTION("a stolen token is worth nothing on another laptop")
    {
        Laptop thief = f.laptop(u"bert"_s);
        thief.token = anna.token;
        request.proof = f.proof(thief, "GET", kTarget, f.office->nonce());
        CHECK(send(*f.office, request) == u"bad-proof");
    }
    SECTION("not when it is cut, longer, in capitals or something else")
    {
        for (const QByteArray &proof :
             {good.chopped(1), QByteArray(good + '0'), good.toUpper(), QByteArray(good + ' '), QByteArray("x"),
              QByteArray("a b c"), QByteArray(100'000, 'a'), QByteArray(good).replace(' ', "  ")}) {
            request.proof = proof;
            CHECK_FALSE(send(*f.office, request).isEmpty());
        }
        request.proof = good;
        CHECK(send(*f.office, request).isEmpty()); // none of these has spent it
    }
    SECTION("not with a nonce that nobody gave, or of another server")
    {
        request.proof = f.proof(anna, "GET", kTarget, "made-up");
        CHECK(send(*f.office, request) == u"use-nonce");
        const auto other = f.another();
        CHECK(other->nonce() != f.office->nonce());
        CHECK(send(*other, request) == u"use-nonce");
    }
}

TEST_CASE("a nonce ends after ten minutes at the latest, whatever is done to the clock", "[service][proof]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    HttpRequest request = headRequest(anna);
    const QByteArray nonce = f.office->nonce();
    f.clock.advance(minutes(4));
    request.proof = f.proof(anna, "GET", kTarget, nonce);
    CHECK(send(*f.office, request).isEmpty());
    const QByteArray spent = request.proof;
    f.clock.setWall(f.clock.now() - minutes(4));
    CHECK(send(*f.office, request) == u"use-nonce");
    f.clock.advance(minutes(4)); // the next nonce is given out, this one still good
    CHECK(f.office->nonce() != nonce);
    request.proof = f.proof(anna, "GET", kTarget, nonce);
    CHECK(send(*f.office, request).isEmpty());
    request.proof = spent;
    CHECK(send(*f.office, request) == u"use-nonce");
    const QByteArray late = f.proof(anna, "GET", kTarget, nonce);
    f.clock.advance(minutes(4));
    request.proof = late;
    CHECK(send(*f.office, request) == u"use-nonce");
    f.clock.setWall(f.clock.now() - minutes(12));
    CHECK(send(*f.office, request) == u"use-nonce");
}

TEST_CASE("what one worker of a server has taken, no other takes again", "[service][proof]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    const auto proofs = std::make_shared<service::RequestProofs>(f.clock);
    const auto other = f.another();
    other->setRequestProofs(proofs);
    f.office->setRequestProofs(proofs);
    HttpRequest request = headRequest(anna);
    request.proof = f.proof(anna, "GET", kTarget, f.office->nonce());
    CHECK(send(*other, request).isEmpty());
    CHECK(send(*f.office, request) == u"use-nonce");
}

TEST_CASE("a program that is too old gets nothing any more and still sends its work", "[service][version]")
{
    OfficeFixture f;
    const TicketId ticket = f.open(u"IN-1"_s);
    Laptop anna = f.laptop(u"anna"_s);
    f.record(anna, ticket, domain::NoteAdded{u"one"_s, {}});
    CHECK(must(f.office->lowestVersion()).isEmpty());
    CHECK(f.office->setLowestVersion(u"newest"_s).error().code == ErrorCode::InvalidInput);
    CHECK(f.office->setLowestVersion(u"1.4.0-beta"_s).error().code == ErrorCode::InvalidInput);
    must(f.office->setLowestVersion(u"1.4.0"_s));
    const auto statusWith = [&](const QByteArray &method, const QString &path, const QByteArray &version,
                                const QByteArray &body = {}) {
        HttpRequest request;
        request.method = method;
        request.path = path;
        request.version = version;
        request.body = body;
        return service::handle(*f.office, f.proved(anna, request)).status;
    };
    const QString feed = u"/sync/v1/feed/user:"_s + anna.user.id.toString();
    for (const QByteArray &old :
         {QByteArray(), QByteArray("1.3.9"), QByteArray("1.4"), QByteArray("0"), QByteArray("x")}) {
        CAPTURE(old.toStdString());
        CHECK(statusWith("GET", feed, old) == 426);
    }
    for (const QByteArray &good : {QByteArray("1.4.0"), QByteArray("1.4.1"), QByteArray("1.10"), QByteArray("2.0.0")})
        CHECK(statusWith("GET", feed, good) == 200);
    CHECK(statusWith("POST", u"/sync/v1/push"_s, "1.0.0", protocol::encodePushRun(anna.all())) == 200);
    CHECK(statusWith("GET", u"/sync/v1/head"_s, {}) == 200);
    must(f.office->setLowestVersion({}));
    CHECK(statusWith("GET", feed, {}) == 200);
}
