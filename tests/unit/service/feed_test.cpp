// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

#include <ruhu/crypto/digest.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

QString userFeed(const Laptop &laptop)
{
    return u"user:"_s + laptop.user.id.toString();
}
} // namespace

TEST_CASE("feeds are dense and every reader computes the same hash", "[service][feed]")
{
    OfficeFixture f;
    Laptop anna = f.laptop(u"anna"_s);
    const Laptop carl = f.laptop(u"carl"_s);
    const Laptop dora = f.laptop(u"dora"_s);
    std::vector<TicketId> tickets;
    for (int i = 0; i < 3; ++i)
        tickets.push_back(f.open(u"IN-%1"_s.arg(i)));
    for (int i = 0; i < 30; ++i) {
        f.record(anna, tickets[static_cast<std::size_t>(i) % 3], note(QString::number(i)));
        must(f.office->push(anna.caller, anna.run(i + 1, i + 1)));
    }
    const QString team = u"team:"_s + f.team.id.toString();
    const auto mine = f.readFeed(anna.caller, userFeed(anna));
    CHECK(mine.size() == 36);
    CHECK(f.readFeed(carl.caller, team) == f.readFeed(dora.caller, team));
    CHECK(must(f.office->head(carl.caller)).feedHeads == std::map<QString, std::int64_t>{{team, 36}});
    // Revisions count per ticket.
    std::map<QByteArray, int> seen;
    for (const auto &ticket : tickets) {
        qint64 revision = 0;
        for (const auto &entry : must(f.office->history(ticket)))
            CHECK(entry.revision == ++revision);
        CHECK(revision == 12);
    }
}

TEST_CASE("a long feed comes in pages that join without a seam", "[service][feed]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    std::vector<std::pair<domain::TicketOpened, QString>> orders;
    for (int i = 0; i < 400; ++i)
        orders.emplace_back(f.order(u"IN-%1"_s.arg(i)), u"anna"_s);
    must(f.office->openTickets(orders));
    const auto page = must(f.office->feed(anna.caller, userFeed(anna), 0, {}));
    CHECK(page.entries.size() == 500);
    CHECK(page.head == 800);
    CHECK(f.readFeed(anna.caller, userFeed(anna)).size() == 800);
}

TEST_CASE("assigning moves the whole ticket and tells whoever had it", "[service][feed]")
{
    OfficeFixture f;
    Laptop anna = f.laptop(u"anna"_s);
    Laptop bert = f.laptop(u"bert"_s);
    const TicketId ticket = f.open(u"IN-1"_s);
    f.record(anna, ticket, test::note(u"before"_s));
    must(f.office->push(anna.caller, anna.all()));
    CHECK(f.readFeed(bert.caller, userFeed(bert)).empty());

    must(f.office->assign(ticket, u"bert"_s));
    const auto annas = f.readFeed(anna.caller, userFeed(anna));
    REQUIRE(annas.size() == 4);
    CHECK(annas.back().left);
    const auto berts = f.readFeed(bert.caller, userFeed(bert));
    REQUIRE(berts.size() == 4);
    CHECK(std::none_of(berts.begin(), berts.end(), [](const auto &e) { return e.left; }));
    CHECK(must(f.office->ticket(ticket)).assignment->user == bert.user.id);

    SECTION("assigning again to the same person records nothing")
    {
        must(f.office->assign(ticket, u"bert"_s));
        CHECK(must(f.office->history(ticket)).size() == 4);
    }
    SECTION("work done before the reassignment arrives late and is kept")
    {
        f.record(anna, ticket, test::note(u"while it was mine"_s));
        CHECK(must(f.office->push(anna.caller, anna.all())).verdicts.empty());
        CHECK(f.readFeed(bert.caller, userFeed(bert)).size() == 5);
        CHECK(f.readFeed(anna.caller, userFeed(anna)).size() == 4);
    }
    SECTION("a ticket that comes back brings only what was missed")
    {
        must(f.office->assign(ticket, u"anna"_s));
        const auto back = f.readFeed(anna.caller, userFeed(anna));
        REQUIRE(back.size() == 5);
        CHECK_FALSE(back.back().left);
        CHECK(f.readFeed(bert.caller, userFeed(bert)).back().left);
    }
    CHECK(must(f.office->verify()).firstBad == QString());
}

TEST_CASE("an unassigned ticket enters feeds when it is assigned", "[service][feed]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    const Laptop carl = f.laptop(u"carl"_s);
    const TicketId ticket = f.open(u"IN-1"_s, QString());
    CHECK(f.readFeed(carl.caller, u"team:"_s + f.team.id.toString()).empty());
    must(f.office->assign(ticket, u"anna"_s));
    CHECK(f.readFeed(anna.caller, userFeed(anna)).size() == 2);
    CHECK(f.readFeed(carl.caller, u"team:"_s + f.team.id.toString()).size() == 2);
}

TEST_CASE("nobody reads another's feed", "[service][feed]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    const Laptop bert = f.laptop(u"bert"_s);
    const Laptop carl = f.laptop(u"carl"_s);
    const QString team = u"team:"_s + f.team.id.toString();
    CHECK(f.office->feed(bert.caller, userFeed(anna), 0, {}).error().code == ErrorCode::NotAllowed);
    CHECK(f.office->feed(bert.caller, team, 0, {}).error().code == ErrorCode::NotAllowed);
    CHECK(f.office->feed(carl.caller, userFeed(anna), 0, {}).error().code == ErrorCode::NotAllowed);
    CHECK(f.office->feed(anna.caller, u"everything"_s, 0, {}).error().code == ErrorCode::NotAllowed);
    CHECK(f.office->feed(anna.caller, userFeed(anna), -1, {}).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("a cursor past the head is told that the server went back", "[service][feed]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    f.open(u"IN-1"_s);
    const auto page = must(f.office->feed(anna.caller, userFeed(anna), 99, u"another epoch"_s));
    CHECK(page.head == 2);
    CHECK(page.entries.empty());
    const QString epoch = page.epoch;
    must(f.office->startNewEpoch());
    CHECK(must(f.office->head(anna.caller)).epoch != epoch);
}

TEST_CASE("the office's acts are checked before they are recorded", "[service][office]")
{
    OfficeFixture f;
    const TicketId ticket = f.open(u"IN-1"_s);
    CHECK(f.office->openTicket(f.order(u"IN-1"_s), {}).error()
          == Error{ErrorCode::Conflict, u"the number is taken"_s, u"IN-1"_s});
    CHECK(f.office->openTicket(f.order(u"IN-2"_s), u"nobody"_s).error().code == ErrorCode::NotFound);
    CHECK(f.office->openTicket(f.order(u"IN-2"_s), u"carl"_s).error().code == ErrorCode::InvalidInput);
    CHECK(f.office->openTicket(f.order(QString()), {}).error().subject == u"number"_s);
    auto repair = f.order(u"RE-1"_s);
    repair.kind = u"repair"_s;
    CHECK(must(f.office->ticket(must(f.office->openTicket(repair, {})))).order.catalogue == QString(64, u'a'));
    CHECK(f.office->cancel(ticket, u" "_s).error().subject == u"reason"_s);
    const domain::Window reversed{f.clock.now(), f.clock.now() - Millis(1)};
    CHECK(f.office->reschedule(ticket, reversed, u"why"_s).error().subject == u"window"_s);
    CHECK(f.office->assign(TicketId(f.ids.next()), u"anna"_s).error().code == ErrorCode::NotFound);
    must(f.office->cancel(ticket, u"customer moved away"_s));
    CHECK(must(f.office->tickets()).front().state == domain::State::Cancelled);
    CHECK(f.office->assign(ticket, u"bert"_s).error().subject == u"cancelled"_s);
    CHECK(must(f.office->stats()).tickets == 2);
}

TEST_CASE("one bad order keeps all of them out", "[service][office]")
{
    OfficeFixture f;
    const auto refused = f.office->openTickets(
        {{f.order(u"IN-1"_s), u"anna"_s}, {f.order(u"IN-2"_s), u"nobody"_s}, {f.order(u"IN-3"_s), u"anna"_s}});
    REQUIRE_FALSE(refused);
    CHECK(must(f.office->tickets()).empty());
    CHECK(must(f.office->stats()).events == 0);
}
