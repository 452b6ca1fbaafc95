// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/ticket_walk.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;

namespace {

HistoryEntry entry(const Payload &payload, std::uint8_t id, Group group)
{
    HistoryEntry made;
    made.event = test::filledEvent(payload);
    made.event.meta.id = test::eventId(id);
    made.event.meta.group = group;
    return made;
}

HistoryEntry single(const Payload &payload, std::uint8_t id)
{
    return entry(payload, id, Group{test::eventId(id), 1, 1});
}

} // namespace

TEST_CASE("folding the history gives the ticket that grew entry by entry", "[domain][fold]")
{
    test::TicketBench bench;
    REQUIRE(bench.walkTo(State::SignedOff));
    CHECK(fold(bench.ticket().id, bench.history()) == bench.ticket());
}

TEST_CASE("a group is applied only when all its entries are there", "[domain][fold]")
{
    const EventId first = test::eventId(1);
    std::vector<HistoryEntry> history{entry(NoteAdded{u"one"_s, {}}, 1, {first, 1, 3}),
                                      entry(NoteAdded{u"two"_s, {}}, 2, {first, 2, 3})};
    history.push_back(single(NoteAdded{u"alone"_s, {}}, 9));
    Ticket part = fold({}, history);
    REQUIRE(part.notes.size() == 1);
    CHECK(part.notes.front().note.text == u"alone"_s);
    CHECK(part.pendingEvents == 1);

    // The same entry again does not stand for the missing one.
    history.push_back(history.front());
    CHECK(fold({}, history).notes.size() == 1);

    history.push_back(entry(NoteAdded{u"three"_s, {}}, 3, {first, 3, 3}));
    CHECK(fold({}, history).notes.size() == 4);
}

TEST_CASE("an entry that arrives twice counts once", "[domain][fold]")
{
    const auto item = single(PhotoAttached{u"C11"_s, QByteArray(32, 'x'), u"image/png"_s, 1, 1, 1, {}}, 1);
    CHECK(fold({}, {item, item, item}).photos.size() == 1);
}

TEST_CASE("an entry of an unknown type marks the ticket and harms nothing", "[domain][fold]")
{
    test::TicketBench bench;
    const State before = bench.ticket().state;
    bench.inject(UnknownPayload{u"drone.landed"_s, Json()}, bench.dispatcher(), kOfficeItself);
    CHECK(bench.ticket().needsNewerProgram);
    CHECK(bench.ticket().state == before);
}

TEST_CASE("revisions and waiting entries are counted", "[domain][fold]")
{
    auto stored = single(NoteAdded{u"a"_s, {}}, 1);
    stored.revision = 7;
    const auto waiting = single(NoteAdded{u"b"_s, {}}, 2);
    const Ticket ticket = fold({}, {stored, waiting});
    CHECK(ticket.serverRevision == 7);
    CHECK(ticket.pendingEvents == 1);
    CHECK(ticket.lastOwn == test::eventId(2));
}

TEST_CASE("facts that come in a strange order are kept and nothing leads back", "[domain][fold]")
{
    test::TicketBench bench;
    REQUIRE(bench.walkTo(State::Working));
    const auto technician = bench.technician();
    bench.inject(StateEntered{State::Prepared, {}, {}}, technician, kTechnician);
    CHECK(bench.ticket().state == State::Working);
    bench.inject(StateEntered{State::Done, {}, {}}, technician, kTechnician);
    CHECK(bench.ticket().state == State::Working);
    bench.inject(AppointmentBooked{{}, u"x"_s, u"y"_s, true, {}}, technician, kTechnician);
    CHECK(bench.ticket().state == State::Working);
    CHECK(bench.ticket().appointment->appointment.person == u"x"_s);
    bench.inject(TicketCancelled{u"office"_s}, bench.dispatcher(), kDispatcher);
    CHECK(bench.ticket().state == State::Cancelled);
    bench.inject(ReadingRecorded{u"opt_rx"_s, -2000, {}, Verdict::Pass, {}}, technician, kTechnician);
    bench.inject(StateEntered{State::Tested, {}, {}}, technician, kTechnician);
    CHECK(bench.ticket().state == State::Cancelled);
    CHECK(bench.ticket().readings.count(u"opt_rx"_s) == 1);
}

TEST_CASE("any entry may meet any state without harm", "[domain][fold]")
{
    for (const Payload &first : test::everyPayload()) {
        for (const Payload &second : test::everyPayload()) {
            const auto a = single(first, 1);
            const auto b = single(second, 2);
            Ticket ticket;
            apply(ticket, a);
            apply(ticket, b);
            CHECK(ticket.pendingEvents == 2);
        }
    }
}

TEST_CASE("what the customer is shown never changes without a new work revision", "[domain][fold]")
{
    test::TicketBench bench;
    QByteArray shown = test::contentHash(bench.ticket(), bench.catalogue());
    std::int64_t revision = bench.ticket().workRevision;
    int changes = 0;
    while (bench.step()) {
        const QByteArray now = test::contentHash(bench.ticket(), bench.catalogue());
        if (now != shown) {
            ++changes;
            CHECK(bench.ticket().workRevision > revision);
        }
        shown = now;
        revision = bench.ticket().workRevision;
    }
    CHECK(changes > 30);
}
