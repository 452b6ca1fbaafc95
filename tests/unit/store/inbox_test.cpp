// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store_fixture.h"

#include <ruhu/domain/findings.h>
#include <ruhu/domain/ticket.h>

#include <ruhu_test/no_warnings.h>

#include <set>

using namespace ruhu;
using namespace ruhu::store;
using namespace ruhu::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Something done to a page on its way.
struct Harm {
    const char *name;
    void (*act)(InboxPage &);
    ErrorCode expected = ErrorCode::Damaged;
};

std::vector<QString> notes(ClientStore &store, TicketId ticket)
{
    std::vector<QString> texts;
    for (const domain::HistoryEntry &entry : must(store.history(ticket))) {
        if (const auto *note = std::get_if<domain::NoteAdded>(&entry.event.payload))
            texts.push_back(note->text);
    }
    return texts;
}

/// The cached fold, the row on disk and a rebuild agree.
void checkProjection(ClientStore &store, TicketId ticket)
{
    CHECK(must(store.ticket(ticket)) == domain::fold(ticket, must(store.history(ticket))));
    const QByteArray incremental = must(store.dumpProjection());
    must(store.rebuild());
    CHECK(must(store.dumpProjection()) == incremental);
}

} // namespace

TEST_CASE_METHOD(NoWarnings, "a page moves rows, cursor and tickets together", "[store][inbox]")
{
    StoreBox box;
    EventMaker make;
    FeedMaker feed(kFeed);
    const TicketId a = make.newTicket();
    const TicketId b = make.newTicket();
    REQUIRE(a != b);
    CHECK(must(box->cursor(kFeed)) == Cursor{{}, 0, crypto::chainStart()});
    feed.add(make.order(a, u"IN-A"_s).front());
    feed.add(make.order(b, u"IN-B"_s).front());
    feed.add(make.note(a, u"office note"_s).front());
    const InboxPage page = feed.page();
    const auto changed = must(box->applyPage(page));
    CHECK(std::set<TicketId>(changed.begin(), changed.end()) == std::set<TicketId>{a, b});
    CHECK(changed.size() == 2);
    box.open();
    CHECK(must(box->cursor(kFeed)) == Cursor{u"epoch-1"_s, 3, page.hashAfter});
    CHECK(must(box->tickets()).size() == 2);
    const TicketRow row = must(box->row(a));
    CHECK(row.number == u"IN-A"_s);
    CHECK(row.customerName == u"Customer Canary"_s);
    CHECK(row.services == std::vector{domain::Service::Broadband, domain::Service::Iptv});
    CHECK(row.window == domain::Window{wallTimeFromMs(1'772'400'000'000), wallTimeFromMs(1'772'400'000'000)});
    CHECK_FALSE(row.booked);
    CHECK(must(box->ticket(a)).serverRevision == 2);
    const auto history = must(box->history(a));
    REQUIRE(history.size() == 2);
    CHECK(history[1].revision == 2);
    CHECK(history[1].receivedAt == page.entries[2].receivedAt);
    CHECK(codeOf(box->row(make.newTicket())) == ErrorCode::NotFound);
    CHECK(codeOf(box->ticket(make.newTicket())) == ErrorCode::NotFound);
    checkProjection(*box, a);
    // An empty page at the same place is fine.
    must(box->applyPage(feed.page()));
}

TEST_CASE("a page that does not follow is refused whole", "[store][inbox]")
{
    StoreBox box;
    EventMaker make;
    FeedMaker feed(kFeed);
    feed.add(make.order(make.newTicket(), u"IN-A"_s).front());
    must(box->applyPage(feed.page()));
    const Cursor before = must(box->cursor(kFeed));
    for (int i = 0; i < 3; ++i)
        feed.add(make.order(make.newTicket(), u"IN-B"_s).front());
    InboxPage page = feed.page();
    REQUIRE(page.entries.size() == 3);
    const auto harm = GENERATE(values<Harm>({
        {"a gap before it", [](InboxPage &p) { p.entries.erase(p.entries.begin()); }},
        {"a gap inside it", [](InboxPage &p) { p.entries.erase(p.entries.begin() + 1); }},
        {"an entry twice", [](InboxPage &p) { p.entries.insert(p.entries.begin() + 1, p.entries.front()); }},
        {"a changed body", [](InboxPage &p) { p.entries[1].body.replace("IN-B", "IN-X"); }},
        {"a changed body with its hash",
         [](InboxPage &p) {
             p.entries[1].body.replace("IN-B", "IN-X");
             p.entries[1].eventHash = crypto::blake2b(p.entries[1].body);
         }},
        {"a wrong rolling hash", [](InboxPage &p) { p.hashAfter = crypto::chainStart(); }},
        {"another epoch", [](InboxPage &p) { p.epoch = u"epoch-2"_s; }, ErrorCode::Conflict},
    }));
    INFO(harm.name);
    harm.act(page);
    CHECK(codeOf(box->applyPage(page)) == harm.expected);
    CHECK(must(box->cursor(kFeed)) == before);
    CHECK(must(box->tickets()).size() == 1);
    CHECK(must(box->verify()).inboxChecked == 1);
}

TEST_CASE("the same page twice is refused, not applied twice", "[store][inbox]")
{
    StoreBox box;
    EventMaker make;
    FeedMaker feed(kFeed);
    feed.add(make.order(make.newTicket(), u"IN-A"_s).front());
    const InboxPage page = feed.page();
    must(box->applyPage(page));
    CHECK(codeOf(box->applyPage(page)) == ErrorCode::Damaged);
    CHECK(must(box->cursor(kFeed)).sequence == 1);
}

TEST_CASE("own pending events follow the server's and are not counted twice", "[store][inbox]")
{
    StoreBox box;
    EventMaker make;
    FeedMaker feed(kFeed);
    const TicketId ticket = make.newTicket();
    feed.add(make.order(ticket, u"IN-A"_s).front());
    must(box->applyPage(feed.page()));
    const auto first = make.note(ticket, u"own 1"_s);
    const auto second = make.note(ticket, u"own 2"_s);
    must(box->record(first));
    must(box->record(second));
    checkProjection(*box, ticket);
    CHECK(must(box->ticket(ticket)).pendingEvents == 2);
    CHECK(must(box->ticket(ticket)).lastOwn == second.front().meta.id);

    feed.add(make.note(ticket, u"office"_s).front());
    feed.add(first.front(), storeKeys().device, 1);
    must(box->applyPage(feed.page()));
    CHECK(notes(*box, ticket) == std::vector<QString>{u"office"_s, u"own 1"_s, u"own 2"_s});
    CHECK(must(box->ticket(ticket)).pendingEvents == 1);
    CHECK(must(box->ticket(ticket)).serverRevision == 3);
    checkProjection(*box, ticket);
}

TEST_CASE("an event that comes by two feeds counts once", "[store][inbox]")
{
    StoreBox box;
    EventMaker make;
    FeedMaker mine(kFeed);
    FeedMaker team(u"team:1"_s);
    const TicketId ticket = make.newTicket();
    for (const auto &event : {make.order(ticket, u"IN-A"_s).front(), make.note(ticket, u"n"_s).front()}) {
        mine.add(event);
        team.add(event);
    }
    must(box->applyPage(mine.page()));
    must(box->applyPage(team.page()));
    CHECK(must(box->history(ticket)).size() == 2);
    checkProjection(*box, ticket);
}

TEST_CASE("a ticket that left the feed is kept as gone until it comes back", "[store][inbox]")
{
    StoreBox box;
    EventMaker make;
    FeedMaker feed(kFeed);
    const TicketId ticket = make.newTicket();
    feed.add(make.order(ticket, u"IN-A"_s).front());
    const auto away = make.act(ticket, {domain::TicketAssigned{UserId(Uuid({9})), u"Somebody"_s, {}}});
    feed.add(away.front(), {}, 0, {}, true);
    must(box->applyPage(feed.page()));
    CHECK(must(box->row(ticket)).gone);
    CHECK(must(box->row(ticket)).assigneeName == u"Somebody"_s);
    checkProjection(*box, ticket);
    must(box->record(make.note(ticket, u"late note"_s)));
    CHECK(must(box->row(ticket)).gone);
    feed.add(make.note(ticket, u"back"_s).front());
    must(box->applyPage(feed.page()));
    CHECK_FALSE(must(box->row(ticket)).gone);
    checkProjection(*box, ticket);
}

TEST_CASE("a quarantined or unreadable entry blocks nothing", "[store][inbox]")
{
    StoreBox box;
    EventMaker make;
    FeedMaker feed(kFeed);
    const TicketId ticket = make.newTicket();
    const auto own = make.note(ticket, u"mine"_s);
    must(box->record(own));
    feed.add(make.order(ticket, u"IN-A"_s).front());
    feed.addBody("this is no event");
    feed.add(make.note(ticket, u"forbidden"_s).front(), DeviceId(Uuid({7})), 1, u"wrong-role"_s);
    feed.add(own.front(), storeKeys().device, 1, u"not-yours"_s);
    feed.add(make.note(ticket, u"fine"_s).front());
    must(box->applyPage(feed.page()));
    CHECK(notes(*box, ticket) == std::vector<QString>{u"fine"_s});
    CHECK(must(box->ownEntries(ticket))[0].problem == u"not-yours"_s);
    CHECK(must(box->row(ticket)).refused == 1);
    checkProjection(*box, ticket);
    CHECK(must(box->verify()).firstBad == QString());
    CHECK(must(box->verify()).inboxChecked == 5);
}

TEST_CASE("half a group is not applied before the rest has come", "[store][inbox]")
{
    StoreBox box;
    EventMaker make;
    FeedMaker feed(kFeed);
    const TicketId ticket = make.newTicket();
    feed.add(make.order(ticket, u"IN-A"_s).front());
    const auto pair = make.act(ticket, {domain::NoteAdded{u"1"_s, {}}, domain::NoteAdded{u"2"_s, {}}});
    feed.add(pair[0]);
    must(box->applyPage(feed.page()));
    CHECK(must(box->ticket(ticket)).notes.empty());
    must(box->record(make.note(ticket, u"own"_s)));
    checkProjection(*box, ticket);
    feed.add(pair[1]);
    must(box->applyPage(feed.page()));
    CHECK(must(box->ticket(ticket)).notes.size() == 3);
    checkProjection(*box, ticket);
}

TEST_CASE("a feed that is read anew takes the place of the old one when it is whole", "[store][inbox]")
{
    StoreBox box;
    EventMaker make;
    const TicketId kept = make.newTicket();
    const TicketId lost = make.newTicket();
    const auto order = make.order(kept, u"IN-A"_s).front();
    const auto own = make.note(kept, u"own"_s);
    FeedMaker feed(kFeed);
    feed.add(order);
    feed.add(make.order(lost, u"IN-B"_s).front());
    must(box->applyPage(feed.page()));
    must(box->record(own));
    const QByteArray shown = must(box->dumpProjection());
    CHECK(must(box->replacementCursor(kFeed)) == std::nullopt);

    FeedMaker again(kFeed);
    again.add(order);
    InboxPage first = again.page();
    first.epoch = u"epoch-2"_s;
    CHECK(codeOf(box->addToReplacement(first)) == ErrorCode::Conflict); // none was begun
    must(box->beginReplacement(kFeed, u"epoch-2"_s));
    must(box->addToReplacement(first));
    CHECK(codeOf(box->addToReplacement(first)) == ErrorCode::Damaged);
    box.open();
    CHECK(must(box->replacementCursor(kFeed)) == Cursor{u"epoch-2"_s, 1, first.hashAfter});
    CHECK(must(box->cursor(kFeed)).epoch == u"epoch-1"_s);
    CHECK(must(box->dumpProjection()) == shown);
    checkProjection(*box, kept);

    again.add(own.front(), storeKeys().device, 1, u"not-yours"_s);
    InboxPage second = again.page();
    second.epoch = u"epoch-2"_s;
    must(box->addToReplacement(second));
    CHECK(must(box->dumpProjection()) == shown);
    const auto changed = must(box->finishReplacement(kFeed));
    CHECK(std::set<TicketId>(changed.begin(), changed.end()) == std::set<TicketId>{kept, lost});
    CHECK(must(box->cursor(kFeed)) == Cursor{u"epoch-2"_s, 2, second.hashAfter});
    CHECK(must(box->replacementCursor(kFeed)) == std::nullopt);
    CHECK(codeOf(box->row(lost)) == ErrorCode::NotFound);
    CHECK(must(box->row(kept)).number == u"IN-A"_s);
    CHECK(must(box->row(kept)).refusedCode == u"not-yours"_s);
    CHECK(must(box->pendingCount()) == 1);
    CHECK(must(box->verify()).firstBad == QString());
    checkProjection(*box, kept);
}

TEST_CASE("another epoch of the same feed is only noted", "[store][inbox]")
{
    StoreBox box;
    EventMaker make;
    FeedMaker feed(kFeed);
    feed.add(make.order(make.newTicket(), u"IN-A"_s).front());
    const InboxPage page = feed.page();
    must(box->applyPage(page));
    must(box->adoptEpoch(kFeed, u"epoch-2"_s));
    CHECK(must(box->cursor(kFeed)) == Cursor{u"epoch-2"_s, 1, page.hashAfter});
}

TEST_CASE("findings appear at the sign-off and equal those of the whole history", "[store][projection]")
{
    StoreBox box;
    domain::Catalogue catalogue;
    catalogue.id = u"test"_s;
    catalogue.hash = u"c0ffee"_s;
    box.shelf.add(catalogue);
    EventMaker make;
    const TicketId ticket = make.newTicket();
    must(box->record(make.order(ticket, u"IN-A"_s, catalogue.hash)));
    const auto enter = [&](domain::State to) {
        must(box->record(make.act(ticket, {domain::StateEntered{to, u"because"_s, 45}})));
    };
    enter(domain::State::Arrived);
    CHECK(must(box->row(ticket)).findings == 0);
    enter(domain::State::SignedOff);
    const auto expected = [&] {
        return domain::findings(must(box->ticket(ticket)), must(box->history(ticket)), catalogue);
    };
    TicketRow row = must(box->row(ticket));
    CHECK(row.signedOffAt.has_value());
    CHECK(row.findings == static_cast<qint64>(expected().size()));
    CHECK(row.risk == domain::riskScore(expected()));
    CHECK(row.findings > 0);
    must(box->record(make.act(ticket, {domain::RatingGiven{domain::Rating::Dissatisfied, u"slow"_s}})));
    row = must(box->row(ticket));
    CHECK(row.findings == static_cast<qint64>(expected().size()));
    checkProjection(*box, ticket);
}

TEST_CASE("random work gives the same projection step by step and folded anew", "[store][projection]")
{
    const auto seed = GENERATE(range<std::uint64_t>(1, 6));
    StoreBox box;
    EventMaker make(seed);
    SeededRandom random(seed);
    FeedMaker feed(kFeed);
    std::vector<TicketId> tickets;
    std::vector<domain::Event> unseen;
    for (int i = 0; i < 4; ++i) {
        tickets.push_back(make.newTicket());
        feed.add(make.order(tickets.back(), u"IN-%1"_s.arg(i)).front());
    }
    for (int i = 0; i < 60; ++i) {
        const TicketId ticket = tickets[random.below(tickets.size())];
        switch (random.below(5)) {
        case 0:
            must(box->applyPage(feed.page()));
            break;
        case 1:
            must(box->markStored(must(box->head()), {}));
            break;
        case 2:
            feed.add(make.note(ticket, u"office"_s).front());
            break;
        case 3:
            for (const domain::Event &event : std::exchange(unseen, {}))
                feed.add(event, storeKeys().device, 1);
            break;
        default:
            const auto act = make.act(ticket, {domain::NoteAdded{u"a"_s, {}}, domain::ContactRecorded{}});
            must(box->record(act));
            unseen.insert(unseen.end(), act.begin(), act.end());
        }
    }
    must(box->applyPage(feed.page()));
    INFO("seed " << seed);
    for (const TicketId ticket : tickets)
        CHECK(must(box->ticket(ticket)) == domain::fold(ticket, must(box->history(ticket))));
    const QByteArray incremental = must(box->dumpProjection());
    must(box->rebuild());
    CHECK(must(box->dumpProjection()) == incremental);
    box.open();
    CHECK(must(box->dumpProjection()) == incremental);
    CHECK(must(box->verify()).firstBad == QString());
}
