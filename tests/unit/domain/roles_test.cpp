// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document_edits.h"

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/office_cases.h>
#include <ruhu_test/roles.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/names.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;

namespace {

/// The path named when the first occurrence of a text is replaced in the real document.
QString rolesRefuse(const QByteArray &from, const QByteArray &to)
{
    return refusedMember(readRoles(changed(test::rolesBytes(), from, to)));
}

} // namespace

TEST_CASE("a document of roles is refused with the path of what is wrong", "[domain][roles]")
{
    CHECK(rolesRefuse(R"("id": "roles")", R"("id": "rolls")") == u"id"_s);
    CHECK(rolesRefuse(R"("zh": "派单员")", R"("zh": "")") == u"roles[2].title"_s);
    CHECK(rolesRefuse(R"("reads": "own")", R"("reads": "all")") == u"roles[0].reads"_s);
    CHECK(rolesRefuse(R"(["visit", "note"])", R"(["visit", "fly"])") == u"roles[0].rights[1]"_s);
    CHECK(rolesRefuse(R"(["visit", "note"])", R"(["visit", "visit"])") == u"roles[0].rights"_s);
    CHECK(rolesRefuse(R"(["visit", "note"])", R"(["visit", "review"])") == u"roles[0].rights"_s);
    CHECK(rolesRefuse(R"(["visit", "note"])", R"(["note"])") == u"roles[0].reads"_s);
    CHECK(rolesRefuse(R"("id": "supervisor")", R"("id": "technician")") == u"roles[1].id"_s);
    CHECK(rolesRefuse(R"("rights": ["note", "review", "order", "case"])", R"("rights": ["note", "order"])")
          == u"roles"_s); // nobody is left to review
    CHECK(rolesRefuse(R"("forPeople": false)", R"("forPeople": true)") == u"roles"_s);
    CHECK(rolesRefuse(R"("version": "2026.2")", R"("version": "")") == u"version"_s);
}

TEST_CASE("what somebody may do on a visit follows from the right alone", "[domain][roles]")
{
    // A role of an office's own making, which no line of the program names.
    const RoleRule clerk{u"clerk"_s, {u"Clerk"_s, u"文员"_s}, Reach::Team, {Right::Note}};
    test::TicketBench bench;
    const ActContext context{UserId(), clerk, bench.clock().now(), bench.catalogue(), {}};
    CHECK(std::holds_alternative<std::vector<Payload>>(decide(bench.ticket(), NoteAdded{u"x"_s, {}}, context)));
    for (const Payload &act :
         {Payload(ContactRecorded{}), Payload(TicketCancelled{u"x"_s}), Payload(ReviewDecided{})}) {
        const Decision decision = decide(bench.ticket(), act, context);
        REQUIRE(std::holds_alternative<Refusal>(decision));
        CHECK(std::get<Refusal>(decision).code == RefusalCode::WrongRole);
    }
    for (const Possibility &one : possibilities(bench.ticket(), context))
        CHECK(one.type == u"note.added"_s);
}

TEST_CASE("every carried role is offered just the acts of its rights, and its own tickets where it reads no others",
          "[domain][roles]")
{
    test::TicketBench bench;
    for (const RoleRule &role : test::roles().roles) {
        CAPTURE(role.id.toStdString());
        const bool visits = role.has(Right::Visit);
        const UserId actor = visits ? bench.technician() : UserId();
        const ActContext context{actor, role, bench.clock().now(), bench.catalogue(), {}};
        bool calls = false;
        for (const Possibility &one : possibilities(bench.ticket(), context)) {
            const auto right = one.type == u"contact.recorded"_s ? Right::Visit : Right::Note;
            calls = calls || right == Right::Visit;
        }
        CHECK(calls == visits);
        if (!visits)
            continue;
        const ActContext stranger{UserId(), role, bench.clock().now(), bench.catalogue(), {}};
        const Decision decision = decide(bench.ticket(), ContactRecorded{}, stranger);
        REQUIRE(std::holds_alternative<Refusal>(decision));
        CHECK(std::get<Refusal>(decision).code == RefusalCode::NotYours);
    }
}

TEST_CASE("a role nobody knows may do nothing", "[domain][roles]")
{
    const RoleRule &unknown = test::roles().role(u"emperor"_s);
    CHECK(unknown.reads == Reach::None);
    CHECK(unknown.rights.empty());
    CHECK_FALSE(unknown.forPeople);
}

TEST_CASE("whoever may act on a case by its table has the right to cases", "[domain][roles][office]")
{
    for (const CaseKind &kind : test::officeCases().kinds) {
        for (const CaseAct &act : kind.acts) {
            for (const RoleId &role : act.roles) {
                CAPTURE(kind.id.toStdString(), act.id.toStdString(), role.toStdString());
                CHECK(test::roles().role(role).has(Right::Case));
            }
        }
    }
}
