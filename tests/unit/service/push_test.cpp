// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/domain/codec.h>
#include <ruhu/protocol/framing.h>
#include <ruhu/store/database.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

TEST_CASE("a run is stored once, however often it is sent", "[service][push]")
{
    OfficeFixture f;
    const TicketId ticket = f.open(u"IN-1"_s);
    Laptop anna = f.laptop(u"anna"_s);
    for (int i = 0; i < 3; ++i)
        f.record(anna, ticket, note(QString::number(i)));
    const auto first = must(f.office->push(anna.caller, anna.all()));
    CHECK(first.head.sequence == 3);
    CHECK(first.head.hash == anna.hashes.back());
    CHECK(first.verdicts.empty());
    const qint64 events = must(f.office->stats()).events;
    CHECK(must(f.office->push(anna.caller, anna.all())) == first);
    CHECK(must(f.office->stats()).events == events);
    CHECK(must(f.office->history(ticket)).size() == 5);

    SECTION("an overlapping run adds only what is new")
    {
        f.record(anna, ticket, test::note(u"more"_s));
        CHECK(must(f.office->push(anna.caller, anna.run(2, 4))).head.sequence == 4);
        CHECK(must(f.office->stats()).events == events + 1);
        CHECK(must(f.office->verify()).firstBad == QString());
    }
    SECTION("the head says the same after a new connection")
    {
        const auto other = f.another();
        CHECK(must(other->head(anna.caller)).head == first.head);
    }
}

TEST_CASE("a gap is refused and names what is here", "[service][push]")
{
    OfficeFixture f;
    const TicketId ticket = f.open(u"IN-1"_s);
    Laptop anna = f.laptop(u"anna"_s);
    for (int i = 0; i < 4; ++i)
        f.record(anna, ticket, note(QString::number(i)));
    must(f.office->push(anna.caller, anna.run(1, 1)));
    const auto refused = f.office->push(anna.caller, anna.run(3, 4));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().subject == u"gap"_s);
    CHECK(refused.error().detail.endsWith(u" have=1"_s));
    CHECK(must(f.office->head(anna.caller)).head.sequence == 1);
}

TEST_CASE("other bytes under a stored sequence are a fork, and nothing changes", "[service][push]")
{
    OfficeFixture f;
    const TicketId ticket = f.open(u"IN-1"_s);
    Laptop anna = f.laptop(u"anna"_s);
    f.record(anna, ticket, test::note(u"one"_s));
    f.record(anna, ticket, test::note(u"two"_s));
    must(f.office->push(anna.caller, anna.all()));

    Laptop clone = std::move(anna);
    clone.bodies.resize(1);
    clone.hashes.resize(1);
    f.record(clone, ticket, test::note(u"another two"_s));
    f.record(clone, ticket, test::note(u"three"_s));
    const auto refused = f.office->push(clone.caller, clone.all());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().subject == u"fork"_s);
    CHECK(refused.error().detail.endsWith(u" have=2"_s));
    const auto behind = f.office->push(clone.caller, clone.run(3, 3));
    REQUIRE_FALSE(behind);
    CHECK(behind.error().subject == u"fork"_s);
    CHECK(must(f.office->head(clone.caller)).head.sequence == 2);

    SECTION("a new incarnation takes the same events again without doubling them")
    {
        protocol::PushRun run = clone.all();
        run.incarnation = 2;
        run.signature = clone.key.sign(crypto::runMessage(clone.device.toBytes(), 2, 1, 3, run.headHash));
        const auto before = must(f.office->history(ticket)).size();
        CHECK(must(f.office->push(clone.caller, run)).head == protocol::DeviceHead{2, 3, run.headHash});
        CHECK(must(f.office->history(ticket)).size() == before + 2); // "one" is the same event with the same bytes
        CHECK(must(f.office->verify()).firstBad == QString());
    }
}

TEST_CASE("a run whose chain or signature does not hold is refused whole", "[service][push]")
{
    OfficeFixture f;
    const TicketId ticket = f.open(u"IN-1"_s);
    Laptop anna = f.laptop(u"anna"_s);
    f.record(anna, ticket, test::note(u"one"_s));
    f.record(anna, ticket, test::note(u"two"_s));
    protocol::PushRun run = anna.all();
    const auto checkRefused = [&] {
        const auto refused = f.office->push(anna.caller, run);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().subject == u"chain"_s);
        CHECK(must(f.office->head(anna.caller)).head.sequence == 0);
        CHECK(must(f.office->push(anna.caller, anna.all())).head.sequence == 2);
    };
    SECTION("a body was altered on the way")
    {
        run.bodies[1].replace("two", "TWO");
        checkRefused();
    }
    SECTION("the head hash is another")
    {
        run.headHash[0] = static_cast<char>(run.headHash[0] ^ 1);
        checkRefused();
    }
    SECTION("the signature is another's")
    {
        const Laptop bert = f.laptop(u"bert"_s);
        run.signature = bert.key.sign(crypto::runMessage(run.device.toBytes(), 1, 1, 2, run.headHash));
        checkRefused();
    }
    SECTION("the signature is empty")
    {
        run.signature.clear();
        checkRefused();
    }
}

TEST_CASE("a run of another device than the token's is refused", "[service][push]")
{
    OfficeFixture f;
    const TicketId ticket = f.open(u"IN-1"_s);
    Laptop anna = f.laptop(u"anna"_s);
    const Laptop bert = f.laptop(u"bert"_s);
    f.record(anna, ticket, test::note(u"one"_s));
    const auto refused = f.office->push(bert.caller, anna.all());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::NotAllowed);
    CHECK(must(f.office->head(anna.caller)).head.sequence == 0);
}

TEST_CASE("empty and oversized runs are refused before anything is read", "[service][push]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    protocol::PushRun run;
    run.device = anna.device;
    CHECK(f.office->push(anna.caller, run).error().code == ErrorCode::InvalidInput);
    run.bodies.assign(std::size_t{protocol::kMaxRunEvents} + 1, QByteArray("{}"));
    CHECK(f.office->push(anna.caller, run).error().code == ErrorCode::TooLarge);
    run.bodies.assign(1, QByteArray(protocol::kMaxEventBytes + 1, 'x'));
    CHECK(f.office->push(anna.caller, run).error().code == ErrorCode::TooLarge);
    run.bodies.assign(1, QByteArray("{}"));
    run.first = 0;
    CHECK(f.office->push(anna.caller, run).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("what cannot be accepted is stored with its reason and stops nothing behind it", "[service][push]")
{
    OfficeFixture f;
    const TicketId mine = f.open(u"IN-1"_s);
    const TicketId others = f.open(u"IN-2"_s, u"bert"_s);
    Laptop anna = f.laptop(u"anna"_s);
    const Laptop carl = f.laptop(u"carl"_s);
    const auto historyBefore = must(f.office->history(mine)).size();

    anna.append("this is no event");
    f.record(anna, TicketId(f.ids.next()), test::note(u"no such ticket"_s));
    f.record(anna, others, test::note(u"a colleague's ticket"_s));
    f.record(anna, mine, domain::ReviewDecided{domain::ReviewDecision::Approve, {}, {}});
    f.record(anna, mine, domain::StateEntered{domain::State::Done, {}, {}});
    f.record(anna, mine, domain::TicketCancelled{u"me?"_s});
    auto foreign = f.event(anna, mine, test::note(u"as somebody else"_s));
    foreign.meta.by = carl.user.id;
    anna.append(domain::encodeEvent(foreign));
    auto promoted = f.event(anna, mine, test::note(u"as a supervisor"_s));
    promoted.meta.role = domain::kSupervisor;
    anna.append(domain::encodeEvent(promoted));
    f.record(anna, mine, test::note(u"plain"_s));

    const auto reply = must(f.office->push(anna.caller, anna.all()));
    CHECK(reply.head.sequence == 9);
    const std::map<std::int64_t, QString> expected = {{1, u"undecodable"_s}, {2, u"unknown-ticket"_s},
                                                      {3, u"not-yours"_s},   {4, u"wrong-role"_s},
                                                      {5, u"wrong-role"_s},  {6, u"wrong-role"_s},
                                                      {7, u"wrong-actor"_s}, {8, u"wrong-role"_s}};
    CHECK(reply.verdicts == expected);
    CHECK(must(f.office->push(anna.caller, anna.all())).verdicts == expected);
    CHECK(must(f.office->stats()).quarantined == 8);
    CHECK(must(f.office->history(mine)).size() == historyBefore + 1);
    CHECK(must(f.office->ticket(mine)).state == domain::State::ToContact);
    CHECK(must(f.office->verify()).firstBad == QString());

    // The supervisor sees them; the technicians' own feeds stay clean.
    const auto team = f.readFeed(carl.caller, u"team:"_s + f.team.id.toString());
    CHECK(std::count_if(team.begin(), team.end(), [](const auto &e) { return !e.verdict.isEmpty(); }) == 6);
    for (const auto &entry : f.readFeed(anna.caller, u"user:"_s + anna.user.id.toString()))
        CHECK(entry.verdict == QString());
}

TEST_CASE("the photo of an entry that is set aside is asked for and kept", "[service][push]")
{
    OfficeFixture f;
    const TicketId others = f.open(u"IN-1"_s, u"bert"_s);
    Laptop anna = f.laptop(u"anna"_s);
    const Laptop carl = f.laptop(u"carl"_s);
    const QByteArray jpeg = QByteArray("\xff\xd8\xff\xe0", 4) + QByteArray(500, 'p');
    domain::PhotoAttached photo;
    photo.step = u"photo"_s;
    photo.sha256 = crypto::sha256(jpeg);
    photo.mime = u"image/jpeg"_s;
    photo.sizeBytes = jpeg.size();
    f.record(anna, others, photo);
    const auto reply = must(f.office->push(anna.caller, anna.all()));
    CHECK(reply.verdicts == std::map<std::int64_t, QString>{{1, u"not-yours"_s}});
    CHECK(reply.missingBlobs == std::vector<QByteArray>{photo.sha256});
    must(f.office->storeBlobs(anna.caller, {{photo.sha256, photo.mime, jpeg}}));
    CHECK(must(f.office->blob(carl.caller, photo.sha256)).bytes == jpeg);
    CHECK(must(f.office->verify()).firstBad == QString());
}

TEST_CASE("a stored entry that no longer reads stops no later push on its ticket", "[service][push]")
{
    OfficeFixture f;
    const TicketId ticket = f.open(u"IN-1"_s);
    Laptop anna = f.laptop(u"anna"_s);
    f.record(anna, ticket, test::note(u"one"_s));
    f.record(anna, ticket, test::note(u"two"_s));
    must(f.office->push(anna.caller, anna.all()));
    {
        store::Database::Options options;
        options.applicationId = 0x52485356; // "RHSV"
        auto db = must(store::Database::open(f.dir.path(u"server.db"_s), options));
        must(db->exec("UPDATE event SET body=x'00' WHERE sequence=1 AND device_id<>zeroblob(16)"));
        REQUIRE(db->changes() == 1);
    }
    f.record(anna, ticket, test::note(u"three"_s));
    CHECK(must(f.office->push(anna.caller, anna.run(3, 3))).head.sequence == 3);
    CHECK(must(f.office->history(ticket)).size() == 4);
    CHECK(must(f.office->ticket(ticket)).notes.size() == 2);
    must(f.office->reschedule(ticket, {f.clock.now(), f.clock.now() + std::chrono::hours(1)}, u"later"_s));
    CHECK_FALSE(must(f.office->verify()).firstBad.isEmpty()); // it stays found
}

TEST_CASE("an event of a newer program is kept and accepted", "[service][push]")
{
    OfficeFixture f;
    const TicketId ticket = f.open(u"IN-1"_s);
    Laptop anna = f.laptop(u"anna"_s);
    f.record(anna, ticket, domain::UnknownPayload{u"drone.landed"_s, Json(Json::Object{{u"roof"_s, true}})});
    CHECK(must(f.office->push(anna.caller, anna.all())).verdicts.empty());
    CHECK(must(f.office->ticket(ticket)).needsNewerProgram);
    CHECK(must(f.office->history(ticket)).size() == 3);
}

TEST_CASE("an id used for two different events is kept once and named the other time", "[service][push]")
{
    OfficeFixture f;
    const TicketId ticket = f.open(u"IN-1"_s);
    Laptop anna = f.laptop(u"anna"_s);
    auto event = f.event(anna, ticket, test::note(u"one"_s));
    anna.append(domain::encodeEvent(event));
    event.payload = test::note(u"two"_s);
    anna.append(domain::encodeEvent(event));
    const auto reply = must(f.office->push(anna.caller, anna.all()));
    CHECK(reply.verdicts == std::map<std::int64_t, QString>{{2, u"duplicate-id"_s}});
}
