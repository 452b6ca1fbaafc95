// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A kind of ticket is a row of the service code: a new one is work from its first day, without a line of program.

#include "document_edits.h"
#include "golden.h"

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/findings.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using test::TicketBench;

namespace {

QByteArray replaced(QByteArray bytes, const QByteArray &from, const QByteArray &to)
{
    const qsizetype at = bytes.indexOf(from);
    REQUIRE(at >= 0);
    return bytes.replace(at, from.size(), to);
}

const QByteArray kLastKind = R"({"id": "dismantle", "title": {"en": "Dismantle", "zh": "拆机"}})";

/// The carried code with one more kind: a visit to look after the line, with a step of its own.
QByteArray codeWithInspection()
{
    QByteArray bytes = replaced(test::serviceCodeBytes(), kLastKind,
                                kLastKind + R"(,{"id": "inspect", "title": {"en": "Inspect", "zh": "巡检"}})");
    return replaced(bytes, R"("steps": [)",
                    R"("steps": [{"id": "T90", "stage": "test", "gate": "block", "kind": "choice",)"
                    R"("title": {"en": "State of the line", "zh": "线路状态"},)"
                    R"("options": [{"id": "good", "text": {"en": "Good", "zh": "良好"}},)"
                    R"({"id": "worn", "text": {"en": "Worn", "zh": "老化"}, "needsNote": true}],)"
                    R"("condition": {"kinds": ["inspect"]}, "rules": ["D15-49"]},)");
}

QString kindsRefuse(const QByteArray &bytes)
{
    return refusedMember(readCatalogue(bytes, test::referenceDocuments()));
}

} // namespace

TEST_CASE("a kind that only the document knows is walked to its sign-off on every access", "[domain][kinds]")
{
    const auto code = readCatalogue(codeWithInspection(), test::referenceDocuments());
    REQUIRE(code);
    for (const Access access : {Access::Ftth, Access::Lan, Access::Xdsl}) {
        TicketOpened order = test::urbanOrder();
        order.kind = u"inspect"_s;
        order.access = access;
        TicketBench bench(order, 7, *code);
        REQUIRE(bench.walkTo(State::SignedOff));
        CHECK(bench.ticket().steps.count(u"T90"_s) == 1); // its own step was asked
        CHECK(findings(bench.ticket(), bench.history(), *code).empty());
    }
    TicketBench repair(test::urbanOrder(), 7, *code);
    REQUIRE(repair.walkTo(State::SignedOff));
    CHECK(repair.ticket().steps.count(u"T90"_s) == 0); // and of nobody else
}

TEST_CASE("a ticket of a kind the code does not have is not opened", "[domain][kinds]")
{
    Ticket fresh;
    TicketOpened order = test::urbanOrder();
    order.kind = u"inspect"_s;
    const TicketBench bench;
    const Decision decision = decide(fresh, order, bench.context(kDispatcher));
    REQUIRE(std::holds_alternative<Refusal>(decision));
    CHECK(std::get<Refusal>(decision).code == RefusalCode::UnknownKind);
    order.kind = u"repair"_s;
    CHECK(std::holds_alternative<std::vector<Payload>>(decide(fresh, order, bench.context(kDispatcher))));
}

TEST_CASE("a mistake in the kinds is refused with its path", "[domain][kinds][catalogue]")
{
    const QByteArray code = test::serviceCodeBytes();
    CHECK(kindsRefuse(replaced(code, kLastKind, R"({"id": "dismantle", "title": {"en": "Dismantle", "zh": ""}})"))
          == u"kinds[3].title"_s);
    CHECK(kindsRefuse(replaced(code, kLastKind, R"({"id": "install", "title": {"en": "Again", "zh": "再来"}})"))
          == u"kinds[3].id"_s);
    CHECK(kindsRefuse(replaced(code, kLastKind, R"({"id": "Take away", "title": {"en": "x", "zh": "y"}})"))
          == u"kinds[3].id"_s);
    // A condition that names what there is not would never hold, and a step be forgotten.
    CHECK(kindsRefuse(replaced(codeWithInspection(), R"("kinds": ["inspect"])", R"("kinds": ["inspekt"])"))
          == u"steps[0].condition.kinds[0]"_s);
}
