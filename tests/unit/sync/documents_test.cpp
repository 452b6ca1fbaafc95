// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner_fixture.h"
#include "town.h"

#include <ruhu_test/small_code.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::sync;
using namespace ruhu::test;

namespace {

domain::TicketOpened orderWith(const QString &catalogue)
{
    domain::TicketOpened order;
    order.kind = u"install"_s;
    order.number = u"IN-2027"_s;
    order.services = {domain::Service::Broadband};
    order.customerName = u"Customer"_s;
    order.customerPhone = u"138 0000 0000"_s;
    order.address = u"Building 1"_s;
    order.catalogue = catalogue;
    return order;
}

/// A laptop with a ticket bound to this hash, all of it at the server but the document.
struct Waiting : Bench {
    explicit Waiting(const QString &hash)
    {
        answerHead();
        laptop.record(ticket, {orderWith(hash)});
        answerPush(pushed());
        changed.clear();
    }
};

} // namespace

TEST_CASE("the service code of a ticket is fetched once and the ticket told of", "[sync][documents]")
{
    const QByteArray document = smallServiceCode("2027.1");
    const QString hash = documentHash(document);
    Waiting bench(hash);
    const Request &request = bench.way.expect("GET", u"/v1/catalogue/"_s + hash);
    CHECK(request.token == u"token"_s);
    bench.way.answer(200, document);
    bench.way.expectSilence();
    CHECK(bench.changed == std::vector{bench.ticket});
    CHECK(bench.laptop.store().catalogue(hash));
    CHECK(bench.status().hold == Hold::None);
    CHECK(bench.status().phase == Phase::Idle);

    bench.laptop.runner().syncNow();
    bench.answerHead(bench.own());
    bench.way.expectSilence();
    CHECK(bench.laptop.runner().traffic().documents == 1);
}

TEST_CASE("a document that does not come as it should is reported and stops nothing else", "[sync][documents]")
{
    const QByteArray document = smallServiceCode("2027.1");
    const QString hash = documentHash(document);
    const QByteArray other = smallServiceCode("2027.2");
    const auto row = GENERATE(range(0, 4));
    CAPTURE(row);
    QByteArray unreadable = document;
    unreadable.replace("\"steps\":[]", "\"steps\":[],\"later\":1");
    Waiting bench(row == 3 ? documentHash(unreadable) : hash);
    bench.way.expect("GET", u"/v1/catalogue/"_s);
    QString problem = u"document-missing"_s;
    if (row == 0) {
        bench.way.answerProblem(404, u"not-found"_s);
    } else if (row == 1) {
        bench.way.answerProblem(404, u"unknown-route"_s); // a server that is older than this program
    } else if (row == 2) {
        bench.way.answer(200, other);
        problem = u"document-damaged"_s;
    } else {
        bench.way.answer(200, unreadable);
        problem = u"document-unreadable"_s;
    }
    bench.way.expectSilence();
    CHECK(bench.status().lastProblem == problem);
    CHECK(bench.status().hold == Hold::ServerTrouble);
    CHECK(bench.status().phase == Phase::Idle);
    CHECK(bench.laptop.runner().isSettled());
    CHECK_FALSE(bench.laptop.store().catalogue(hash));

    // All else goes on, and it is not asked for again with every round.
    bench.laptop.note(bench.ticket, u"one"_s);
    bench.answerPush(bench.pushed());
    bench.way.expectSilence();
    CHECK(bench.status().pendingEvents == 0);
    CHECK(bench.status().lastProblem == problem);

    // A person asks: the office may have put it right.
    bench.laptop.runner().syncNow();
    bench.answerHead(bench.own());
    if (row == 3)
        return bench.way.expectSilence(); // the same bytes would come again
    bench.way.expect("GET", u"/v1/catalogue/"_s);
    bench.way.answer(200, document);
    CHECK(bench.laptop.store().catalogue(hash));
    CHECK(bench.status().hold == Hold::None);
}

TEST_CASE("a service code and what it names are fetched in one round", "[sync][documents]")
{
    const QByteArray phrases = smallPhrases("2027.1");
    const QByteArray document = smallServiceCode("2027.1", phrases);
    Waiting bench(documentHash(document));
    bench.way.expect("GET", u"/v1/catalogue/"_s + documentHash(document));
    bench.way.answer(200, document);
    bench.way.expect("GET", u"/v1/catalogue/"_s + documentHash(phrases));
    bench.way.answer(200, phrases);
    bench.way.expectSilence();
    CHECK(bench.changed == std::vector{bench.ticket});
    CHECK(bench.laptop.store().catalogue(documentHash(document)));
    CHECK(bench.status().hold == Hold::None);
}

TEST_CASE("a document is asked for again after a quarter of an hour", "[sync][documents]")
{
    const QByteArray document = smallServiceCode("2027.1");
    Waiting bench(documentHash(document));
    bench.way.answerProblem(404, u"not-found"_s);
    const auto waitAndTick = [&](Millis time) {
        bench.clock.advance(time);
        bench.laptop.runner().tick();
        bench.answerHead(bench.own());
    };
    waitAndTick(std::chrono::minutes(5));
    bench.way.expectSilence();
    waitAndTick(std::chrono::minutes(11));
    bench.way.expect("GET", u"/v1/catalogue/"_s);
    bench.way.answer(200, document);
    CHECK(bench.status().hold == Hold::None);
}

TEST_CASE("a lost connection while a document comes is tried again like any other", "[sync][documents]")
{
    const QByteArray document = smallServiceCode("2027.1");
    Waiting bench(documentHash(document));
    bench.way.fail(ErrorCode::Offline);
    CHECK(bench.status().hold == Hold::Offline);
    bench.clock.advance(*bench.laptop.runner().nextWakeUp() - bench.clock.now());
    bench.laptop.runner().tick();
    bench.answerHead(bench.own());
    bench.way.expect("GET", u"/v1/catalogue/"_s);
    bench.way.answer(200, document);
    CHECK(bench.status().hold == Hold::None);
    CHECK(bench.laptop.store().missingDocuments()->empty());
}

TEST_CASE("what the office publishes reaches the laptop with the ticket and stays there", "[sync][documents]")
{
    const QByteArray document = smallServiceCode("2027.1");
    Town town(1);
    const auto published = town.box.office().publishCatalogue(document);
    REQUIRE(published);
    domain::TicketOpened order = orderWith({});
    order.acceptedAt = town.clock.now();
    const auto ticket = town.box.office().openTicket(order, u"tech0"_s);
    REQUIRE(ticket);
    town.laptop.runner().syncNow();
    CHECK(town.laptop.store().ticket(*ticket)->order.catalogue == published->hash);
    REQUIRE(town.laptop.store().catalogue(published->hash));
    CHECK(town.laptop.runner().traffic().documents == 1);
    CHECK(town.laptop.runner().status().hold == Hold::None);
    town.laptop.stop();
    town.server.setOffice(nullptr);
    town.laptop.start();
    CHECK(town.laptop.store().catalogue(published->hash));
}
