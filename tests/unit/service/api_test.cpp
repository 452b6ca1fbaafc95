// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

#include <ruhu_test/roles.h>

#include <ruhu/crypto/digest.h>
#include <ruhu/service/api.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using service::HttpRequest;

namespace {

/// The pattern with something in its {parts}.
QString pathFor(const service::Route &route)
{
    QString path = route.pattern;
    path.replace(u"{id}"_s, u"user:00000000-0000-0000-0000-000000000000"_s);
    path.replace(u"{sha}"_s, QString(64, u'a'));
    path.replace(u"{device}"_s, u"00000000-0000-0000-0000-000000000000"_s);
    return path;
}

HttpRequest requestFor(const service::Route &route, const QString &token = {})
{
    HttpRequest request;
    request.method = route.method;
    request.path = pathFor(route);
    request.token = token;
    return request;
}

QString problemCode(const service::HttpResponse &response)
{
    const auto problem = protocol::decodeProblem(response.body);
    return problem ? problem->code : QString();
}

} // namespace

TEST_CASE("every route but sign-in and health refuses whoever has no good token", "[service][api]")
{
    OfficeFixture f;
    const Laptop expired = f.laptop(u"anna"_s);
    f.clock.advance(std::chrono::hours(13));
    Laptop blocked = f.laptop(u"bert"_s);
    must(f.office->setDeviceBlocked(blocked.device, true));
    Laptop disabled = f.laptop(u"carl"_s);
    must(f.office->setUserDisabled(u"carl"_s, true));
    const std::tuple<QString, int, QString> tokens[] = {{QString(), 401, u"expired-token"_s},
                                                        {u"made up"_s, 401, u"expired-token"_s},
                                                        {expired.token, 401, u"expired-token"_s},
                                                        {blocked.token, 403, u"revoked-device"_s},
                                                        {disabled.token, 403, u"disabled-user"_s}};
    int anonymous = 0;
    for (const auto &route : service::routes()) {
        INFO(route.pattern.toStdString());
        if (route.access == service::Access::Anonymous) {
            ++anonymous;
            CHECK_FALSE(service::refuseBeforeBody(*f.office, route, requestFor(route)));
            continue;
        }
        for (const auto &[token, status, code] : tokens) {
            const auto response = service::handle(*f.office, requestFor(route, token));
            CHECK(response.status == status);
            CHECK(problemCode(response) == code);
            CHECK(service::refuseBeforeBody(*f.office, route, requestFor(route, token))->status == status);
        }
    }
    CHECK(anonymous == 6); // health, signed orders, and the four where people and laptops prove who they are
}

TEST_CASE("no role gets anything of others through any route", "[service][api]")
{
    OfficeFixture f;
    const Laptop owner = f.laptop(u"anna"_s);
    f.open(u"IN-1"_s);
    const int good = 200;
    for (const QString &login : {u"bert"_s, u"carl"_s, u"dora"_s}) {
        const Laptop laptop = f.laptop(login);
        for (const auto &route : service::routes()) {
            if (route.access == service::Access::Anonymous)
                continue;
            INFO(login.toStdString() << ' ' << route.method.toStdString() << ' ' << route.pattern.toStdString());
            HttpRequest request = requestFor(route);
            if (route.pattern.contains(u"{id}"_s))
                request.path = u"/sync/v1/feed/user:"_s + owner.user.id.toString();
            const auto response = service::handle(*f.office, f.proved(laptop, request));
            // The head of its own device, its own sessions.
            const bool isOwn = route.pattern == u"/sync/v1/head"_s || route.pattern == u"/auth/v1/sessions"_s;
            CHECK((isOwn ? response.status == good
                         : response.status == 403 || response.status == 404 || response.status == 400));
            CHECK_FALSE(response.body.contains(owner.device.toString().toLatin1()));
        }
    }
}

TEST_CASE("every route knows every role: what each may use, now and after its role was changed",
          "[service][api][roles]")
{
    OfficeFixture f;
    for (const domain::RoleRule &role : roles().roles) {
        if (!role.forPeople || role.reads == domain::Reach::None)
            continue;
        CAPTURE(role.id.toStdString());
        const QString login = u"of-"_s + role.id;
        must(f.office->addUser(login, login, role.id, f.team.id, kPassword));
        const Laptop laptop = f.laptop(login);
        for (const auto &route : service::routes())
            CHECK_FALSE(service::refuseBeforeBody(*f.office, route, f.proved(laptop, requestFor(route))));
    }
    // A role that reads nothing from now on: what its laptops have is still taken, nothing is given any more.
    const Laptop auditor = f.laptop(u"of-auditor"_s);
    QByteArray changed = rolesBytes();
    changed.replace(R"("version": "2026.2")", R"("version": "2026.3")");
    changed.replace(R"("reads": "team", "rights": []})", R"("reads": "none", "rights": []})");
    must(f.office->publishCatalogue(changed));
    for (const auto &route : service::routes()) {
        CAPTURE(route.pattern.toStdString(), route.method.toStdString());
        const auto refused = service::refuseBeforeBody(*f.office, route, f.proved(auditor, requestFor(route)));
        const bool reads = route.access == service::Access::Reader;
        CHECK(refused.has_value() == reads);
        if (refused) {
            CHECK(refused->status == 403);
            CHECK(problemCode(*refused) == u"role-reads-nothing"_s);
            CHECK(service::handle(*f.office, f.proved(auditor, requestFor(route))).status == 403);
        }
    }
}

TEST_CASE("every route refuses a body over its limit and garbage within it", "[service][api]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    for (const auto &route : service::routes()) {
        INFO(route.pattern.toStdString());
        HttpRequest request = requestFor(route);
        request.body = QByteArray(static_cast<qsizetype>(route.bodyLimit) + 1, 'x');
        CHECK(service::handle(*f.office, f.proved(anna, request)).status == 413);
        if (route.bodyLimit == 0)
            continue;
        for (const QByteArray &garbage :
             {QByteArray(), QByteArray("{}"), QByteArray("{\"v\":1"), QByteArray(100, '\xff')}) {
            request.body = garbage;
            const auto response = service::handle(*f.office, f.proved(anna, request));
            CHECK((response.status == 400 || response.status == 413));
            CHECK(problemCode(response) != QString());
        }
    }
    CHECK(must(f.office->stats()).events == 0);
}

TEST_CASE("an unknown path is 404 and a known one with another method is 405", "[service][api]")
{
    OfficeFixture f;
    HttpRequest request;
    request.method = "GET";
    request.path = u"/sync/v1/everything"_s;
    CHECK(service::handle(*f.office, request).status == 404);
    request.path = u"/sync/v1/feed/"_s;
    CHECK(service::handle(*f.office, request).status == 404);
    request.path = u"/sync/v1/push"_s;
    CHECK(service::handle(*f.office, request).status == 405);
    request.method = "DELETE";
    request.path = u"/healthz"_s;
    CHECK(service::handle(*f.office, request).status == 405);
}

TEST_CASE("a name of a blob or document leads nowhere but to one", "[service][api][attack]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    const QStringList names{u".."_s,
                            u"../server.db"_s,
                            u"..\\server.db"_s,
                            u"/etc/passwd"_s,
                            u"journal.key"_s,
                            QString(64, u'A'),
                            QString(64, u'a'),
                            QString(63, u'a') + u'/',
                            QString(62, u'a') + u".."_s,
                            QString(64, QChar(0xff41)), // full-width letters
                            QString(64, u'a') + QChar(u'\0') + u"x"_s,
                            u"' OR 1=1 --"_s};
    for (const QString &start :
         {u"/sync/v1/blobs/"_s, u"/v1/catalogue/"_s, u"/sync/v1/feed/"_s, u"/auth/v1/orders/"_s}) {
        for (const QString &name : names) {
            CAPTURE(start.toStdString(), name.toStdString());
            HttpRequest request;
            request.method = "GET";
            request.path = start + name;
            const int status = service::handle(*f.office, f.proved(anna, request)).status;
            CHECK((status == 400 || status == 403 || status == 404));
        }
    }
}

TEST_CASE("a whole exchange works through the routes", "[service][api]")
{
    OfficeFixture f;
    const TicketId ticket = f.open(u"IN-1"_s);
    Laptop anna;
    HttpRequest request;
    request.method = "POST";
    request.path = u"/auth/v1/enrol"_s;
    request.body =
        protocol::encodeEnrolRequest(f.enrolRequest(anna, u"anna"_s, must(f.office->newEnrolCode(u"anna"_s))));
    anna.device = must(protocol::decodeEnrolReply(service::handle(*f.office, request).body)).device;
    request.path = u"/auth/v1/login"_s;
    request.body = protocol::encodeLoginRequest(f.loginRequest(anna, u"anna"_s, kPassword));
    const auto login = must(protocol::decodeLoginReply(service::handle(*f.office, request).body));
    anna.user.id = login.userId;
    anna.user.role = login.role;
    CHECK(login.role == u"technician"_s);
    REQUIRE(login.feeds == std::vector<QString>{u"user:"_s + login.userId.toString()});

    f.record(anna, ticket, domain::NoteAdded{u"one"_s, {}});
    anna.token = login.token;
    request.path = u"/sync/v1/push"_s;
    request.body = protocol::encodePushRun(anna.all());
    CHECK(must(protocol::decodePushReply(service::handle(*f.office, f.proved(anna, request)).body)).head.hash
          == anna.hashes.back());

    request.method = "GET";
    request.body.clear();
    request.path = u"/sync/v1/feed/"_s + login.feeds.front();
    request.query = {{u"after"_s, u"1"_s}};
    const auto page = must(protocol::decodeFeedPage(service::handle(*f.office, f.proved(anna, request)).body));
    REQUIRE(page.entries.size() == 2);
    CHECK(page.entries.back().body == anna.bodies.back());
    for (const QString &cursor : {u"-1"_s, u"x"_s, QString()}) {
        request.query[u"after"_s] = cursor;
        CHECK(service::handle(*f.office, f.proved(anna, request)).status == 400);
    }
    request.path = u"/sync/v1/head"_s;
    CHECK(must(protocol::decodeHeadReply(service::handle(*f.office, f.proved(anna, request)).body)).head.sequence == 1);
    request.path = u"/sync/v1/blobs/"_s + QString(64, u'A');
    CHECK(service::handle(*f.office, f.proved(anna, request)).status == 400);
}

TEST_CASE("refusals carry their number and their waiting time", "[service][api]")
{
    OfficeFixture f;
    const TicketId ticket = f.open(u"IN-1"_s);
    Laptop anna = f.laptop(u"anna"_s);
    for (int i = 0; i < 3; ++i)
        f.record(anna, ticket, domain::NoteAdded{QString::number(i + 1), {}});
    HttpRequest request;
    request.method = "POST";
    request.path = u"/sync/v1/push"_s;
    request.body = protocol::encodePushRun(anna.run(2, 3));
    const auto gap = service::handle(*f.office, f.proved(anna, request));
    CHECK(gap.status == 409);
    const auto problem = must(protocol::decodeProblem(gap.body));
    CHECK(problem.code == u"gap"_s);
    CHECK(problem.have == 0);
    auto forged = anna.all();
    forged.signature = QByteArray(crypto::kSignatureBytes, 'x');
    request.body = protocol::encodePushRun(forged);
    CHECK(service::handle(*f.office, f.proved(anna, request)).status == 422);

    request.path = u"/auth/v1/login"_s;
    request.body = protocol::encodeLoginRequest(f.loginRequest(anna, u"anna"_s, u"wrong wrong"_s));
    for (int i = 0; i < 5; ++i)
        CHECK(service::handle(*f.office, request).status == 401);
    const auto waiting = service::handle(*f.office, request);
    CHECK(waiting.status == 429);
    CHECK(waiting.retryAfterSeconds == 30);
}
