// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

#include <ruhu_test/roles.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

QByteArray rolesWith(const QByteArray &version, const QByteArray &from = {}, const QByteArray &to = {})
{
    QByteArray bytes = rolesBytes();
    bytes.replace(R"("version": "2026.2")", QByteArray(R"("version": ")" + version + '"'));
    if (!from.isEmpty()) {
        REQUIRE(bytes.contains(from));
        bytes.replace(from, to);
    }
    return bytes;
}

const QByteArray kTechnicianRow = R"("reads": "own", "rights": ["visit", "note"])";

} // namespace

TEST_CASE("published roles are in force at once, in every office of the folder", "[service][roles]")
{
    OfficeFixture f;
    const auto other = f.another();
    Laptop laptop = f.laptop(u"anna"_s);
    const TicketId ticket = must(f.office->openTicket(f.order(u"N-1"_s), u"anna"_s));
    CHECK(must(f.office->authenticate(laptop.token)).role.has(domain::Right::Note));

    must(f.office->publishCatalogue(rolesWith("2026.3", kTechnicianRow, R"("reads": "own", "rights": ["visit"])")));
    CHECK_FALSE(must(f.office->authenticate(laptop.token)).role.has(domain::Right::Note));
    CHECK_FALSE(must(other->authenticate(laptop.token)).role.has(domain::Right::Note));

    // What is no longer allowed is stored with its verdict and never lost (sync R3).
    f.record(laptop, ticket, domain::NoteAdded{u"a note"_s, {}});
    const auto reply = must(other->push(must(other->authenticate(laptop.token)), laptop.run(1, 1)));
    CHECK(reply.verdicts == std::map<std::int64_t, QString>{{1, u"wrong-role"_s}});

    const auto list = must(f.office->publishedCatalogues());
    REQUIRE(list.size() == 1);
    CHECK(list.front().id == u"roles"_s);
    CHECK(list.front().isNewest);
}

TEST_CASE("roles that would leave accounts without theirs are refused, and the old ones stay", "[service][roles]")
{
    OfficeFixture f;
    const auto refused = [&](const QByteArray &document) {
        const auto published = f.office->publishCatalogue(document);
        REQUIRE_FALSE(published);
        return published.error();
    };
    const Error lost = refused(rolesWith("2026.3", R"("id": "dispatcher")", R"("id": "planner")"));
    CHECK(lost.subject == u"roles"_s);
    CHECK(lost.detail.contains(u"dispatcher"_s));
    CHECK(refused(rolesWith("2026.2", "装维工程师", "装维人员")).subject == u"version"_s); // not newer
    CHECK(refused(rolesWith("2026.3", R"("reads": "own")", R"("reads": "none")")).subject == u"roles[0].reads"_s);
    CHECK(must(f.office->publishedCatalogues()).empty());
    CHECK(must(f.office->roles())->version == u"2026.2"_s);
}

TEST_CASE("an account has a role of the document and no other", "[service][roles]")
{
    OfficeFixture f;
    const auto add = [&](const QString &role) {
        return f.office->addUser(u"u-"_s + QString::number(role.size()), u"Somebody"_s, role, f.team.id, kPassword);
    };
    CHECK(add(u"customer-service"_s));
    for (const QString &role : {u"emperor"_s, u"system"_s, QString()})
        CHECK(add(role).error().code == ErrorCode::InvalidInput);
    must(f.office->publishCatalogue(
        rolesWith("2026.3", R"("roles": [)",
                  R"("roles": [{"id":"emperor","title":{"en":"Emperor","zh":"皇帝"},"reads":"team","rights":[]},)")));
    CHECK(add(u"emperor"_s));
}

TEST_CASE("whoever reads no tickets is given no laptop", "[service][roles]")
{
    OfficeFixture f;
    must(f.office->addUser(u"rena"_s, u"Rena"_s, u"renewal"_s, f.team.id, kPassword));
    const QString code = must(f.office->newEnrolCode(u"rena"_s));
    const auto enrolled = f.office->enrol(f.enrolRequest(Laptop(), u"rena"_s, code));
    REQUIRE_FALSE(enrolled);
    CHECK(enrolled.error().code == ErrorCode::NotAllowed);
    CHECK(enrolled.error().subject == u"role-reads-nothing"_s);
}

TEST_CASE("customer service works on complaints and on no visit", "[service][roles][office]")
{
    OfficeFixture f;
    must(f.office->addUser(u"cs"_s, u"Service"_s, u"customer-service"_s, f.team.id, kPassword));
    const TicketId ticket = must(f.office->openTicket(f.order(u"N-1"_s), u"anna"_s));
    const auto assigned = f.office->openTicket(f.order(u"N-2"_s), u"cs"_s); // carries out no visits
    REQUIRE_FALSE(assigned);
    CHECK(assigned.error().code == ErrorCode::InvalidInput);
    Laptop desk = f.laptop(u"cs"_s);
    const auto caller = must(f.office->authenticate(desk.token));
    f.record(desk, ticket, domain::ReviewDecided{});
    const auto reply = must(f.office->push(caller, desk.run(1, 1)));
    CHECK(reply.verdicts == std::map<std::int64_t, QString>{{1, u"wrong-role"_s}});
}
