// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner_fixture.h"

#include <ruhu/crypto/digest.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::sync;
using namespace ruhu::test;

TEST_CASE("a start with nothing to do is one small request", "[sync][runner]")
{
    Bench bench;
    const Request &request = bench.way.expect("GET", u"/sync/v1/head"_s);
    CHECK(request.token == u"token"_s);
    CHECK(request.body.isEmpty());
    bench.answerHead();
    bench.way.expectSilence();
    CHECK(bench.status().phase == Phase::Idle);
    CHECK(bench.laptop.runner().isSettled());
    CHECK(bench.laptop.runner().nextWakeUp());
}

TEST_CASE("a quiet laptop asks again when its timer is due, with one request", "[sync][runner]")
{
    Bench bench;
    bench.answerHead();
    bench.laptop.runner().tick();
    bench.way.expectSilence();
    bench.clock.advance(*bench.laptop.runner().nextWakeUp() - bench.clock.now());
    bench.laptop.runner().tick();
    bench.answerHead();
    bench.way.expectSilence();
    CHECK(bench.way.total() == 2);
}

TEST_CASE("recorded work is pushed and stored only by its proof", "[sync][runner]")
{
    Bench bench;
    bench.answerHead();
    bench.laptop.note(bench.ticket, u"one"_s);
    const auto run = bench.pushed();
    CHECK(run.first == 1);
    CHECK(run.bodies.size() == 1);
    CHECK(run.previousHash == crypto::chainStart());
    CHECK(crypto::verify(crypto::runMessage(run.device.toBytes(), 1, 1, 1, run.headHash), run.signature,
                         bench.laptop.store().signingKey().publicKey()));
    CHECK(bench.status().pendingEvents == 1);
    bench.answerPush(run);
    bench.way.expectSilence();
    CHECK(bench.status().pendingEvents == 0);
    CHECK(bench.status().phase == Phase::Idle);
    CHECK(bench.status().lastSuccess == bench.clock.now());
}

TEST_CASE("whatever else comes back leaves the work pending", "[sync][runner]")
{
    const std::vector<std::pair<const char *, std::function<void(Bench &, const protocol::PushRun &)>>> answers{
        {"portal", [](Bench &b, const protocol::PushRun &) { b.way.answerForeign(200, "<html>"); }},
        {"portal with our answer's shape",
         [](Bench &b, const protocol::PushRun &run) {
             b.way.answerForeign(200, protocol::encodePushReply(b.replyTo(run)));
         }},
        {"cut",
         [](Bench &b, const protocol::PushRun &run) {
             b.way.answer(200, protocol::encodePushReply(b.replyTo(run)).chopped(1));
         }},
        {"empty", [](Bench &b, const protocol::PushRun &) { b.way.answer(200, {}); }},
        {"too few",
         [](Bench &b, const protocol::PushRun &run) {
             auto reply = b.replyTo(run);
             reply.head.sequence = 0;
             reply.head.hash = crypto::chainStart();
             b.way.answer(200, protocol::encodePushReply(reply));
         }},
        {"other incarnation",
         [](Bench &b, const protocol::PushRun &run) {
             auto reply = b.replyTo(run);
             reply.head.incarnation = 7;
             b.way.answer(200, protocol::encodePushReply(reply));
         }},
        {"timeout", [](Bench &b, const protocol::PushRun &) { b.way.fail(ErrorCode::Timeout); }},
        {"offline", [](Bench &b, const protocol::PushRun &) { b.way.fail(ErrorCode::Offline); }},
        {"500", [](Bench &b, const protocol::PushRun &) { b.way.answerProblem(500, u"internal"_s); }},
        {"500 of a proxy", [](Bench &b, const protocol::PushRun &) { b.way.answerForeign(502, "bad gateway"); }},
        {"401", [](Bench &b, const protocol::PushRun &) { b.way.answerProblem(401, u"expired-token"_s); }},
        {"403", [](Bench &b, const protocol::PushRun &) { b.way.answerProblem(403, u"revoked-device"_s); }},
        {"426", [](Bench &b, const protocol::PushRun &) { b.way.answerProblem(426, u"update-needed"_s); }},
        {"429", [](Bench &b, const protocol::PushRun &) { b.way.answerProblem(429, u"busy"_s, {}, 30); }},
        {"redirect", [](Bench &b, const protocol::PushRun &) { b.way.answerForeign(302, {}); }},
    };
    for (const auto &[name, answer] : answers) {
        CAPTURE(name);
        Bench bench;
        bench.answerHead();
        bench.laptop.note(bench.ticket, u"one"_s);
        answer(bench, bench.pushed());
        bench.way.expectSilence();
        CHECK(bench.status().pendingEvents == 1);
        CHECK((bench.status().hold != Hold::None));
        CHECK(bench.laptop.store().unsent(10, 1000)->front().state == store::EntryState::Pending);
        const bool wakesUp = bench.laptop.runner().nextWakeUp().has_value();
        CHECK((wakesUp || bench.status().hold == Hold::SignInNeeded));
    }
}

TEST_CASE("a proof of other bytes is no proof: the work moves to a new incarnation", "[sync][runner]")
{
    Bench bench;
    bench.answerHead();
    bench.laptop.note(bench.ticket, u"one"_s);
    const auto run = bench.pushed();
    auto reply = bench.replyTo(run);
    reply.head.hash = QByteArray(32, 'x');
    bench.way.answer(200, protocol::encodePushReply(reply));
    CHECK(bench.status().pendingEvents == 1);
    bench.answerHead(protocol::DeviceHead{1, 1, QByteArray(32, 'x')}); // what the server has of the one before
    const auto again = bench.pushed();
    CHECK(again.incarnation == 2);
    CHECK(again.first == 1);
    CHECK(again.bodies == run.bodies);
    bench.answerPush(again);
    CHECK(bench.status().pendingEvents == 0);
}

TEST_CASE("a lost answer is resolved by the head before anything is sent again", "[sync][runner]")
{
    Bench bench;
    bench.answerHead();
    bench.laptop.note(bench.ticket, u"one"_s);
    const auto run = bench.pushed();
    bench.way.fail(ErrorCode::Timeout);
    bench.laptop.runner().syncNow();
    bench.way.expect("GET", u"/sync/v1/head"_s);
    bench.answerHead(protocol::DeviceHead{1, 1, run.headHash}); // it had arrived
    CHECK(bench.status().pendingEvents == 1); // its verdict is not known yet
    const auto again = bench.pushed();
    CHECK(again == run);
    bench.answerPush(again);
    bench.way.expectSilence();
    CHECK(bench.status().pendingEvents == 0);
}

TEST_CASE("a lost request is sent again as it was", "[sync][runner]")
{
    Bench bench;
    bench.answerHead();
    bench.laptop.note(bench.ticket, u"one"_s);
    const auto run = bench.pushed();
    bench.way.fail(ErrorCode::Timeout);
    bench.laptop.runner().syncNow();
    bench.answerHead();
    CHECK(bench.pushed() == run);
}

TEST_CASE("a gap rewinds to what the server has", "[sync][runner]")
{
    Bench bench;
    bench.answerHead();
    for (int i = 0; i < 3; ++i)
        bench.laptop.note(bench.ticket, QString::number(i));
    bench.answerPush(bench.pushed()); // the first alone went at once
    bench.answerPush(bench.pushed());
    CHECK(bench.status().pendingEvents == 0);
    bench.laptop.note(bench.ticket, u"four"_s);
    CHECK(bench.pushed().first == 4);
    bench.way.answerProblem(409, u"gap"_s, 1); // restored from a backup
    const auto again = bench.pushed();
    CHECK(again.first == 2);
    CHECK(again.bodies.size() == 3);
    bench.answerPush(again);
    bench.way.expectSilence();
    CHECK(bench.status().pendingEvents == 0);
    CHECK((bench.status().hold == Hold::None));
}

TEST_CASE("a server that answers every repair with a refusal is not asked for ever", "[sync][runner]")
{
    for (const auto &problem : {u"gap"_s, u"fork"_s}) {
        Bench bench;
        bench.answerHead();
        bench.laptop.note(bench.ticket, u"one"_s);
        int asked = 0;
        while (bench.way.waiting() > 0) {
            REQUIRE(++asked < 30);
            bench.way.answerProblem(409, problem, 0);
        }
        CHECK(bench.status().pendingEvents == 1);
        CHECK((bench.status().hold == Hold::ServerTrouble));
        CHECK(bench.laptop.runner().nextWakeUp());
    }
}

TEST_CASE("a server that lost entries gets them again, found by its head", "[sync][runner]")
{
    Bench bench;
    bench.answerHead();
    bench.laptop.note(bench.ticket, u"one"_s);
    const auto first = bench.pushed();
    bench.answerPush(first);
    bench.laptop.note(bench.ticket, u"two"_s);
    bench.answerPush(bench.pushed());
    bench.laptop.runner().syncNow();
    bench.epoch = u"epoch-2"_s;
    bench.answerHead(protocol::DeviceHead{1, 1, first.headHash});
    const auto again = bench.pushed();
    CHECK(again.first == 2);
    bench.answerPush(again);
    bench.way.expectSilence();
    CHECK((bench.status().hold == Hold::None));
}

TEST_CASE("a server that knows nothing of an incarnation gets those before it first", "[sync][runner]")
{
    Bench bench;
    bench.laptop.note(bench.ticket, u"one"_s);
    bench.answerHead();
    const auto first = bench.pushed();
    bench.answerPush(first);
    REQUIRE(bench.laptop.store().newIncarnation());
    for (int i = 0; i < 2; ++i) {
        bench.laptop.note(bench.ticket, QString::number(i));
        if (i == 0)
            bench.answerHead(protocol::DeviceHead{1, 1, first.headHash});
        bench.answerPush(bench.pushed());
    }
    bench.laptop.note(bench.ticket, u"last"_s);
    CHECK(bench.pushed().first == 3);
    bench.way.answerProblem(409, u"gap"_s, 0); // put back to before
    CHECK(bench.pushed() == first);
}

TEST_CASE("a head beyond ours means that this laptop was put back: it goes on in a new incarnation", "[sync][runner]")
{
    Bench bench;
    bench.laptop.note(bench.ticket, u"one"_s);
    bench.answerHead(protocol::DeviceHead{1, 9, QByteArray(32, 'x')});
    const auto run = bench.pushed();
    CHECK(run.incarnation == 2);
    CHECK(run.first == 1);
    bench.answerPush(run);
    CHECK(bench.status().pendingEvents == 0);
}

TEST_CASE("too large runs are halved, and groups stay whole", "[sync][runner]")
{
    Bench bench;
    for (int i = 0; i < 4; ++i) {
        bench.laptop.record(bench.ticket, {domain::NoteAdded{u"a"_s, {}}, domain::NoteAdded{u"b"_s, {}},
                                           domain::NoteAdded{u"c"_s, {}}});
    }
    bench.answerHead();
    CHECK(bench.pushed().bodies.size() == 12);
    std::size_t last = 12;
    int refusals = 0;
    while (last > 3) {
        REQUIRE(++refusals < 12);
        bench.way.answerProblem(413, u"body-too-large"_s);
        last = bench.pushed().bodies.size();
        CHECK(last % 3 == 0);
    }
    while (bench.status().pendingEvents > 0) {
        const auto run = bench.pushed();
        CHECK(run.bodies.size() % 3 == 0);
        bench.answerPush(run);
    }
    bench.way.expectSilence();
}

TEST_CASE("blobs follow their events, strokes first, in as few requests as the limit allows", "[sync][runner]")
{
    Bench bench;
    bench.answerHead();
    bench.laptop.photo(bench.ticket, 5000);
    bench.laptop.photo(bench.ticket, 3000);
    bench.laptop.signature(bench.ticket);
    bench.drainPushes();
    const Request &request = bench.way.expect("POST", u"/sync/v1/blobs"_s);
    const auto blobs = protocol::decodeBlobBundle(request.body);
    REQUIRE(blobs);
    REQUIRE(blobs->size() == 3);
    CHECK((*blobs)[0].mime == u"application/json"_s);
    CHECK((*blobs)[1].bytes.size() == 3000);
    CHECK(bench.status().pendingBlobs == 3);
    CHECK(bench.status().pendingBlobBytes > 8000);
    bench.answerBlobs(*blobs);
    bench.way.expectSilence();
    CHECK(bench.status().pendingBlobs == 0);
}

TEST_CASE("a blob that no entry names stays here and nothing waits for it", "[sync][runner]")
{
    Bench bench;
    bench.answerHead();
    REQUIRE(bench.laptop.store().putBlob("{}", u"application/json"_s));
    bench.laptop.note(bench.ticket, u"one"_s);
    bench.answerPush(bench.pushed());
    bench.way.expectSilence();
    CHECK(bench.status().pendingBlobs == 0);
    CHECK(bench.laptop.store().unverifiedBlobs()->size() == 1);
}

TEST_CASE("a blob whose answer got lost is sent again: that it is not missed proves nothing", "[sync][runner]")
{
    Bench bench;
    bench.answerHead();
    bench.laptop.photo(bench.ticket, 5000);
    bench.drainPushes();
    bench.way.expect("POST", u"/sync/v1/blobs"_s);
    bench.way.fail(ErrorCode::Timeout);
    CHECK(bench.status().pendingBlobs == 1);
    bench.laptop.runner().syncNow();
    bench.answerHead(bench.own()); // nothing missing: it had arrived
    CHECK(bench.status().pendingBlobs == 1);
    const auto blobs = protocol::decodeBlobBundle(bench.way.expect("POST", u"/sync/v1/blobs"_s).body);
    REQUIRE(blobs);
    bench.answerBlobs(*blobs);
    bench.way.expectSilence();
    CHECK(bench.status().pendingBlobs == 0);
}

TEST_CASE("a refused blob stops neither the others nor the feed, and is named", "[sync][runner]")
{
    Bench bench;
    bench.answerHead();
    bench.laptop.photo(bench.ticket, 5000);
    bench.laptop.photo(bench.ticket, 6000);
    bench.drainPushes();
    const auto blobs = protocol::decodeBlobBundle(bench.way.expect("POST", u"/sync/v1/blobs"_s).body);
    REQUIRE(blobs);
    bench.answerBlobs({blobs->back()});
    bench.way.expectSilence();
    CHECK(bench.status().pendingBlobs == 1);
    CHECK((bench.status().hold == Hold::ServerTrouble));
    CHECK(bench.status().lastProblem == u"blob-refused"_s);
    CHECK(bench.laptop.runner().nextWakeUp());
}

TEST_CASE("a bundle the way does not carry is sent in smaller parts", "[sync][runner]")
{
    Bench bench;
    bench.answerHead();
    for (int i = 0; i < 4; ++i)
        bench.laptop.photo(bench.ticket, 4'000'000);
    bench.drainPushes();
    int requests = 0;
    while (bench.way.waiting() > 0) {
        REQUIRE(++requests < 12);
        const auto blobs = protocol::decodeBlobBundle(bench.way.expect("POST", u"/sync/v1/blobs"_s).body);
        REQUIRE(blobs);
        if (blobs->size() > 1)
            bench.way.answerForeign(413, "too large");
        else
            bench.answerBlobs(*blobs);
    }
    CHECK(bench.status().pendingBlobs == 0);
}

TEST_CASE("a feed is read page by page until its head", "[sync][runner]")
{
    Bench bench;
    bench.feed.add(5);
    bench.answerHead();
    CHECK(bench.way.expect("GET", u"/sync/v1/feed/user%3A"_s).path.contains(u"after=0"));
    bench.answerPage(3);
    CHECK(bench.way.expect("GET", u"/sync/v1/feed/user%3A"_s).path.contains(u"after=3&epoch=epoch-1"));
    bench.answerPage(3);
    bench.way.expectSilence();
    CHECK(bench.laptop.store().cursor(kFeed)->sequence == 5);
    CHECK(bench.laptop.store().cursor(kFeed)->feedHash == bench.feed.hashAt(5));
    CHECK((bench.changed == std::vector<TicketId>{bench.ticket, bench.ticket}));
}

TEST_CASE("a feed in another epoch, behind us or with another hash is read anew", "[sync][runner]")
{
    for (const std::uint64_t kind : {0U, 1U, 2U}) {
        CAPTURE(kind);
        Bench bench;
        bench.feed.add(3);
        bench.answerHead();
        bench.answerPage(10);
        bench.laptop.note(bench.ticket, u"mine"_s);
        bench.answerPush(bench.pushed());
        bench.laptop.runner().syncNow();
        if (kind == 0)
            bench.epoch = u"epoch-2"_s;
        bench.feed = Feed(bench.ticket, 70 + kind);
        bench.feed.add(kind == 1 ? 2 : 4);
        bench.answerHead(bench.own());
        bench.answerPage(10); // shows that it is another feed
        CHECK(bench.way.expect("GET", u"/sync/v1/feed/"_s).path.contains(u"after=0"));
        bench.answerPage(10);
        bench.way.expectSilence();
        CHECK(bench.laptop.store().cursor(kFeed)->feedHash == bench.feed.hashAt(bench.feed.size()));
        CHECK(bench.laptop.journal().size() == 1);
        CHECK(bench.laptop.store().verify()->firstBad.isEmpty());
        CHECK((bench.status().hold == Hold::None));
    }
}

TEST_CASE("a feed that contradicts itself is reported and not asked for without end", "[sync][runner]")
{
    Bench bench;
    bench.feed.add(3);
    bench.answerHead();
    int pages = 0;
    while (bench.way.waiting() > 0) {
        REQUIRE(++pages < 5);
        auto page = bench.feed.page(0, 10, bench.epoch);
        page.hashAfter = QByteArray(32, 'x');
        bench.way.answer(200, protocol::encodeFeedPage(page));
    }
    CHECK((bench.status().hold == Hold::Damaged));
    CHECK(bench.status().lastProblem == u"feed"_s);
    CHECK(bench.laptop.store().cursor(kFeed)->sequence == 0);
}

TEST_CASE("a page that is announced but empty, or of another feed, is refused", "[sync][runner]")
{
    for (const bool empty : {true, false}) {
        Bench bench;
        bench.feed.add(3);
        bench.answerHead();
        auto page = bench.feed.page(0, empty ? 0 : 10, bench.epoch);
        if (!empty)
            page.feed = u"user:somebody-else"_s;
        bench.way.answer(200, protocol::encodeFeedPage(page));
        bench.way.expectSilence();
        CHECK((bench.status().hold == Hold::ServerTrouble));
        CHECK(bench.status().lastProblem == u"bad-answer"_s);
    }
}

TEST_CASE("without an account nothing is sent, and signing in starts at once", "[sync][runner]")
{
    Bench bench;
    bench.answerHead();
    bench.laptop.runner().setAccount(std::nullopt);
    bench.laptop.note(bench.ticket, u"one"_s);
    bench.laptop.runner().syncNow();
    bench.laptop.runner().tick();
    bench.way.expectSilence();
    CHECK((bench.status().hold == Hold::SignInNeeded));
    CHECK(bench.laptop.runner().isSettled());
    bench.laptop.runner().setAccount(Account{u"new"_s, {kFeed}, bench.laptop.device(), u"test"_s});
    CHECK(bench.way.expect("POST", u"/sync/v1/push"_s).token == u"new"_s);
}

TEST_CASE("an answer that comes after signing out changes nothing", "[sync][runner]")
{
    Bench bench;
    bench.answerHead();
    bench.laptop.note(bench.ticket, u"one"_s);
    const auto run = bench.pushed();
    bench.laptop.runner().setAccount(std::nullopt);
    bench.answerPush(run);
    bench.way.expectSilence();
    CHECK(bench.status().pendingEvents == 1);
    CHECK((bench.status().hold == Hold::SignInNeeded));
}

TEST_CASE("a runner that ends with a request under way leaves nothing behind", "[sync][runner]")
{
    Bench bench;
    bench.laptop.note(bench.ticket, u"one"_s);
    bench.way.expect("GET", u"/sync/v1/head"_s);
    bench.laptop.stop();
    bench.way.answer(200, "late");
    bench.laptop.start();
    bench.answerHead();
    CHECK(bench.pushed().bodies.size() == 1);
}

TEST_CASE("a callback may record, ask and even end the runner", "[sync][runner]")
{
    Bench bench;
    int calls = 0;
    bench.laptop.runner().onTicketsChanged = [&](const std::vector<TicketId> &) {
        if (++calls == 1)
            bench.laptop.note(bench.ticket, u"from the callback"_s);
        bench.laptop.runner().syncNow();
    };
    bench.answerHead();
    bench.laptop.note(bench.ticket, u"one"_s);
    bench.answerPush(bench.pushed());
    const auto second = bench.pushed();
    CHECK(second.first == 2);
    bool ended = false;
    bench.laptop.runner().onTicketsChanged = [&](const std::vector<TicketId> &) {
        ended = true;
        bench.laptop.stop();
    };
    bench.answerPush(second);
    CHECK(ended);
    bench.laptop.start();
    CHECK(bench.laptop.store().pendingCount().value_or(-1) == 0);
}

TEST_CASE("the status is told on every change and only then", "[sync][runner]")
{
    Bench bench;
    std::vector<Status> told;
    bench.laptop.runner().onStatus = [&](const Status &status) { told.push_back(status); };
    bench.answerHead();
    bench.laptop.note(bench.ticket, u"one"_s);
    bench.answerPush(bench.pushed());
    REQUIRE(told.size() > 2);
    for (std::size_t i = 1; i < told.size(); ++i)
        CHECK_FALSE(told[i] == told[i - 1]);
    CHECK(told.back() == bench.status());
    CHECK(std::any_of(told.begin(), told.end(), [](const Status &s) { return s.pendingEvents == 1; }));
}

TEST_CASE("entries the server sets aside are counted as refused", "[sync][runner]")
{
    Bench bench;
    bench.feed.add(1);
    bench.answerHead();
    bench.answerPage(10);
    bench.laptop.note(bench.ticket, u"one"_s);
    const auto run = bench.pushed();
    auto reply = bench.replyTo(run);
    reply.verdicts[1] = u"not-yours"_s;
    bench.way.answer(200, protocol::encodePushReply(reply));
    CHECK(bench.status().pendingEvents == 0);
    CHECK(bench.status().refused == 1);
}
