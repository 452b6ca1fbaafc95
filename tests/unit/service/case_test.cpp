// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

#include <ruhu_test/office_cases.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

/// An office that knows its kinds of cases.
class CaseFixture : public OfficeFixture {
public:
    CaseFixture()
    {
        shelf.setOfficeCases(std::make_shared<domain::OfficeCatalogue>(officeCases()));
        ticket = open(u"RE-1"_s);
    }

    service::CaseOutcome openCase(const domain::CaseOpened &opening, const QString &by = u"carl"_s)
    {
        return must(office->openCase(opening, by));
    }
    service::CaseOutcome act(TicketId id, const QString &name, std::vector<domain::CaseField> fields,
                             const QString &by = u"carl"_s)
    {
        return must(office->actOnCase(id, {name, std::move(fields), {}}, by));
    }
    std::vector<service::CaseSummary> cases() { return must(office->cases()); }

    TicketId ticket;
};

domain::CaseOpened complaint()
{
    return {{},
            u"complaint"_s,
            u"苗白露"_s,
            u"13800001234"_s,
            {},
            {},
            {{u"text"_s, u"Two hours late."_s}, {u"source"_s, u"hotline"_s}, {u"class"_s, u"repair-late"_s}},
            {}};
}

domain::EnquiryRecorded said(domain::EnquiryKind kind)
{
    return {kind, u"It happened again."_s, u"苗白露"_s, u"13800001234"_s, true};
}

} // namespace

TEST_CASE("a complaint said on a visit becomes a case that no laptop receives", "[service][case]")
{
    CaseFixture f;
    Laptop anna = f.laptop(u"anna"_s);
    const Laptop carl = f.laptop(u"carl"_s);
    f.record(anna, f.ticket, said(domain::EnquiryKind::Complaint));
    f.record(anna, f.ticket, said(domain::EnquiryKind::Question));
    CHECK(must(f.office->push(anna.caller, anna.all())).verdicts.empty());

    const auto cases = f.cases();
    REQUIRE(cases.size() == 2);
    CHECK(cases[0].number == u"CP-000001"_s);
    CHECK(cases[0].about == u"RE-1"_s);
    CHECK(cases[0].state == u"received"_s);
    REQUIRE(cases[0].next);
    CHECK(cases[0].next->id == u"closing"_s);
    CHECK(cases[1].kind == u"enquiry"_s);
    CHECK(must(f.office->officeCase(cases[0].id)).value(u"text"_s) == u"It happened again."_s);

    for (const auto &[caller, feed] : {std::pair{anna.caller, QString(u"user:"_s + anna.user.id.toString())},
                                       std::pair{carl.caller, QString(u"team:"_s + f.team.id.toString())}}) {
        for (const auto &entry : f.readFeed(caller, feed))
            CHECK_FALSE(entry.body.contains("case.opened"));
    }
    CHECK(must(f.office->tickets()).size() == 1);
    CHECK(must(f.office->verify()).firstBad == QString());
}

TEST_CASE("the same entries pushed again open no second case", "[service][case]")
{
    CaseFixture f;
    Laptop anna = f.laptop(u"anna"_s);
    f.record(anna, f.ticket, said(domain::EnquiryKind::Complaint));
    must(f.office->push(anna.caller, anna.all()));
    must(f.office->push(anna.caller, anna.all()));
    // The same bytes under another place of the journal.
    anna.append(anna.bodies.front());
    must(f.office->push(anna.caller, anna.all()));
    CHECK(f.cases().size() == 1);
}

TEST_CASE("what the customer wrote becomes one opinion letter, however often the visit is signed off",
          "[service][case]")
{
    CaseFixture f;
    Laptop anna = f.laptop(u"anna"_s);
    f.record(anna, f.ticket, domain::RatingGiven{domain::Rating::Satisfied, u"Quick and clean."_s});
    must(f.office->push(anna.caller, anna.all()));
    CHECK(f.cases().empty());
    f.record(anna, f.ticket, domain::StateEntered{domain::State::SignedOff, {}, {}});
    f.record(anna, f.ticket, domain::StateEntered{domain::State::SignedOff, {}, {}});
    must(f.office->push(anna.caller, anna.all()));
    REQUIRE(f.cases().size() == 1);
    CHECK(f.cases()[0].kind == u"opinion"_s);
    CHECK(must(f.office->officeCase(f.cases()[0].id)).value(u"rating"_s) == u"satisfied"_s);
}

TEST_CASE("a technician can neither open, act on, own nor write into a case", "[service][case]")
{
    CaseFixture f;
    CHECK(f.openCase(complaint(), u"anna"_s).refusal->code == domain::RefusalCode::WrongRole);
    CHECK(f.cases().empty());
    const TicketId id = f.openCase(complaint()).id;
    const std::vector<domain::CaseField> owner{{u"owner"_s, u"carl"_s}, {u"department"_s, u"service"_s}};
    CHECK(f.act(id, u"take"_s, owner, u"anna"_s).refusal->code == domain::RefusalCode::WrongRole);
    const domain::CaseActed toAnna{u"take"_s, {{u"owner"_s, u"anna"_s}, {u"department"_s, u"service"_s}}, {}};
    CHECK(f.office->actOnCase(id, toAnna, u"carl"_s).error().subject == u"anna"_s);

    Laptop anna = f.laptop(u"anna"_s);
    f.record(anna, id, domain::NoteAdded{u"not true"_s, {}});
    f.record(anna, id, domain::CaseActed{u"close"_s, {}, u"closed"_s});
    f.record(anna, f.ticket, domain::CaseActed{u"close"_s, {}, u"closed"_s});
    CHECK(must(f.office->push(anna.caller, anna.all())).verdicts.size() == 3);
    CHECK(must(f.office->officeCase(id)).state == u"received"_s);
    CHECK(must(f.office->ticket(f.ticket)).state == domain::State::ToContact);
}

TEST_CASE("a case keeps who did what, in the signed journal", "[service][case]")
{
    CaseFixture f;
    const TicketId id = f.openCase(complaint()).id;
    f.clock.advance(std::chrono::hours(5));
    REQUIRE_FALSE(f.act(id, u"take"_s, {{u"owner"_s, u"dora"_s}, {u"department"_s, u"business"_s}}, u"dora"_s).refusal);
    const auto officeCase = must(f.office->officeCase(id));
    REQUIRE(officeCase.entries.size() == 2);
    CHECK(officeCase.entries[0].stamp.by != officeCase.entries[1].stamp.by);
    CHECK(officeCase.entries[1].stamp.wall - officeCase.entries[0].stamp.wall == std::chrono::hours(5));
    CHECK(f.cases()[0].owner == u"dora"_s);
    CHECK(must(f.office->verify()).firstBad == QString());
    // Another connection sees the same.
    CHECK(must(f.another()->officeCase(id)) == officeCase);
}

TEST_CASE("numbers of cases count per kind and are never given twice", "[service][case]")
{
    CaseFixture f;
    CHECK(must(f.office->officeCase(f.openCase(complaint()).id)).opening.number == u"CP-000001"_s);
    domain::CaseOpened wrong = complaint();
    wrong.fields.clear();
    CHECK(f.openCase(wrong).refusal);
    CHECK(must(f.office->officeCase(f.openCase(complaint()).id)).opening.number == u"CP-000002"_s);
    domain::CaseOpened named = complaint();
    named.number = u"CP-000002"_s;
    CHECK(f.office->openCase(named, u"carl"_s).error().code == ErrorCode::Conflict);
}

TEST_CASE("a case is no visit and a visit is no case", "[service][case]")
{
    CaseFixture f;
    const TicketId id = f.openCase(complaint()).id;
    CHECK(f.office->assign(id, u"anna"_s).error().code == ErrorCode::InvalidInput);
    CHECK(f.office->cancel(id, u"x"_s).error().code == ErrorCode::InvalidInput);
    CHECK(f.office->officeCase(f.ticket).error().code == ErrorCode::NotFound);
    domain::CaseOpened stray = complaint();
    stray.about = TicketId(f.ids.next());
    CHECK(f.office->openCase(stray, u"carl"_s).error().code == ErrorCode::NotFound);
    CHECK(must(f.office->stats()).tickets == 1);
}

TEST_CASE("customers whose contract ends soon are put on the list of renewals once", "[service][case]")
{
    CaseFixture f;
    const auto addVisit = [&](const QString &number, int days) {
        auto order = f.order(number);
        order.contractUntil = f.clock.now() + std::chrono::days(days);
        return must(f.office->openTicket(order, u"anna"_s));
    };
    const TicketId soon = addVisit(u"RE-2"_s, 20);
    addVisit(u"RE-3"_s, 61);
    addVisit(u"RE-4"_s, -1);
    CHECK(f.office->collectRenewals(60, u"anna"_s).error().code == ErrorCode::NotAllowed);
    CHECK(must(f.office->collectRenewals(60, u"dora"_s)).size() == 1);
    CHECK(must(f.office->collectRenewals(60, u"dora"_s)).empty());
    REQUIRE(f.cases().size() == 1);
    const auto lead = must(f.office->officeCase(f.cases()[0].id));
    CHECK(lead.opening.about == soon);
    CHECK(lead.value(u"consent"_s) == u"not-asked"_s);
}

TEST_CASE("an interest spoken of becomes a renewal with the customer's consent", "[service][case]")
{
    CaseFixture f;
    Laptop anna = f.laptop(u"anna"_s);
    f.record(anna, f.ticket, domain::StepAnswered{u"H10"_s, {u"interested"_s}, u"500M"_s});
    f.record(anna, f.ticket, domain::StepAnswered{u"H12"_s, {u"no"_s}, {}});
    f.record(anna, f.ticket, domain::StateEntered{domain::State::SignedOff, {}, {}});
    must(f.office->push(anna.caller, anna.all()));
    REQUIRE(f.cases().size() == 1);
    const auto lead = must(f.office->officeCase(f.cases()[0].id));
    CHECK(lead.value(u"said"_s) == u"500M"_s);
    CHECK(lead.value(u"consent"_s) == u"no"_s);
}
