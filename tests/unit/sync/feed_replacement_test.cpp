// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server that was put back: what is shown must neither vanish nor be fetched for nothing.

#include "runner_fixture.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::sync;
using namespace ruhu::test;

namespace {

std::size_t shown(Bench &bench)
{
    const auto history = bench.laptop.store().history(bench.ticket);
    REQUIRE(history);
    return history->size();
}

/// Three entries read, then another feed of four at the server.
void meetAnotherFeed(Bench &bench)
{
    bench.feed.add(3);
    bench.answerHead();
    bench.answerPage(10);
    REQUIRE(shown(bench) == 3);
    bench.epoch = u"epoch-2"_s;
    bench.feed = Feed(bench.ticket, 70);
    bench.feed.add(4);
    bench.changed.clear();
    bench.laptop.runner().syncNow();
    bench.answerHead(bench.own());
    bench.answerPage(10); // shows that it is another feed
}

} // namespace

TEST_CASE("another epoch with the same entries is taken over without reading them again", "[sync][feed]")
{
    Bench bench;
    bench.feed.add(3);
    bench.answerHead();
    bench.answerPage(10);
    bench.epoch = u"epoch-2"_s;
    bench.feed.add(1);
    bench.laptop.runner().syncNow();
    bench.answerHead(bench.own());
    CHECK(bench.way.expect("GET", u"/sync/v1/feed/"_s).path.contains(u"after=3"));
    bench.answerPage(10);
    bench.way.expectSilence();
    CHECK((bench.status().hold == Hold::None));
    CHECK(bench.laptop.store().cursor(kFeed)->epoch == u"epoch-2"_s);
    CHECK(bench.laptop.store().cursor(kFeed)->sequence == 4);

    bench.epoch = u"epoch-3"_s; // and with nothing new at all
    bench.laptop.runner().syncNow();
    bench.answerHead(bench.own());
    bench.answerPage(10);
    bench.way.expectSilence();
    CHECK(bench.laptop.store().cursor(kFeed)->epoch == u"epoch-3"_s);
}

TEST_CASE("what a feed showed stays until all of another one is here", "[sync][feed]")
{
    Bench bench;
    meetAnotherFeed(bench);
    CHECK(bench.way.expect("GET", u"/sync/v1/feed/"_s).path.contains(u"after=0"));
    bench.answerPage(2);
    bench.way.fail(ErrorCode::Offline);
    CHECK(shown(bench) == 3);
    CHECK(bench.laptop.store().tickets()->size() == 1);
    CHECK(bench.changed.empty());

    // Also after the program was started anew, and without reading again what is here.
    bench.laptop.stop();
    bench.laptop.start();
    bench.laptop.runner().onTicketsChanged = [&](const std::vector<TicketId> &tickets) {
        bench.changed.insert(bench.changed.end(), tickets.begin(), tickets.end());
    };
    CHECK(shown(bench) == 3);
    bench.answerHead(bench.own());
    CHECK(bench.way.expect("GET", u"/sync/v1/feed/"_s).path.contains(u"after=2"));
    bench.answerPage(10);
    bench.way.expectSilence();
    CHECK(shown(bench) == 4);
    CHECK(bench.changed == std::vector<TicketId>{bench.ticket});
    CHECK(bench.laptop.store().cursor(kFeed)->feedHash == bench.feed.hashAt(4));
    CHECK(bench.laptop.store().verify()->firstBad.isEmpty());
}

TEST_CASE("a feed that changes once more while it is fetched is begun again", "[sync][feed]")
{
    Bench bench;
    meetAnotherFeed(bench);
    bench.answerPage(2);
    bench.way.fail(ErrorCode::Offline);
    bench.epoch = u"epoch-3"_s;
    bench.feed = Feed(bench.ticket, 90);
    bench.feed.add(5);
    bench.laptop.runner().syncNow();
    bench.answerHead(bench.own());
    bench.answerPage(10);
    CHECK(bench.way.expect("GET", u"/sync/v1/feed/"_s).path.contains(u"after=0"));
    bench.answerPage(10);
    bench.way.expectSilence();
    CHECK(shown(bench) == 5);
    CHECK(bench.laptop.store().cursor(kFeed)->epoch == u"epoch-3"_s);
}

TEST_CASE("a feed that is empty now takes its tickets away only when that is certain", "[sync][feed]")
{
    Bench bench;
    bench.feed.add(3);
    bench.answerHead();
    bench.answerPage(10);
    bench.epoch = u"epoch-2"_s;
    bench.feed = Feed(bench.ticket, 70);
    bench.changed.clear();
    bench.laptop.runner().syncNow();
    bench.answerHead(bench.own());
    bench.answerPage(10);
    CHECK(bench.laptop.store().tickets()->size() == 1);
    bench.answerPage(10);
    bench.way.expectSilence();
    CHECK(bench.laptop.store().tickets()->empty());
    CHECK(bench.changed == std::vector<TicketId>{bench.ticket});
}
