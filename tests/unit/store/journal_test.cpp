// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store_fixture.h"

#include <ruhu/base/limits.h>
#include <ruhu/domain/ticket.h>

#include <ruhu_test/no_warnings.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace ruhu;
using namespace ruhu::store;
using namespace ruhu::test;
using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<qint64> sequences(const std::vector<JournalEntry> &entries)
{
    std::vector<qint64> out;
    for (const JournalEntry &entry : entries)
        out.push_back(entry.sequence);
    return out;
}

domain::Payload note(const char *text)
{
    return domain::NoteAdded{QString::fromUtf8(text), {}};
}

JournalHead headAt(ClientStore &store, qint64 sequence)
{
    return {1, sequence, must(store.hashAt(1, sequence))};
}

} // namespace

TEST_CASE_METHOD(NoWarnings, "recorded acts are chained, pending and there after opening again", "[store][journal]")
{
    StoreBox box;
    EventMaker make;
    const TicketId ticket = make.newTicket();
    CHECK(must(box->head()) == JournalHead{1, 0, crypto::chainStart()});
    const auto order = make.order(ticket, u"IN-1"_s);
    const auto pair = make.act(ticket, {note("one"), note("two")});
    must(box->record(order));
    must(box->record(pair));
    box.open();

    const auto entries = must(box->entriesFrom(1, 1, 100));
    REQUIRE(sequences(entries) == std::vector<qint64>{1, 2, 3});
    QByteArray hash = crypto::chainStart();
    for (const JournalEntry &entry : entries) {
        hash = crypto::chainNext(hash, entry.body);
        CHECK(entry.hash == hash);
        CHECK(entry.state == EntryState::Pending);
        CHECK(entry.ticket == ticket);
    }
    CHECK(entries[0].body == domain::encodeEvent(order.front()));
    CHECK(entries[2].id == pair[1].meta.id);
    CHECK(must(box->head()) == JournalHead{1, 3, hash});
    CHECK(must(box->pendingCount()) == 3);
    CHECK(must(box->hashAt(1, 0)) == crypto::chainStart());
    CHECK(must(box->hashAt(1, 3)) == hash);
    CHECK(codeOf(box->hashAt(1, 4)) == ErrorCode::NotFound);
    CHECK(must(box->ticket(ticket)).notes.size() == 2);
}

TEST_CASE("an act that is not one is refused", "[store][journal]")
{
    StoreBox box;
    EventMaker make;
    const TicketId ticket = make.newTicket();
    CHECK(codeOf(box->record({})) == ErrorCode::InvalidInput);
    auto mixed = make.act(ticket, {note("a"), note("b")});
    mixed[1].meta.ticket = make.newTicket();
    CHECK(codeOf(box->record(mixed)) == ErrorCode::InvalidInput);
    auto half = make.act(ticket, {note("a"), note("b")});
    half.pop_back();
    CHECK(codeOf(box->record(half)) == ErrorCode::InvalidInput);
    const auto once = make.note(ticket, u"a"_s);
    must(box->record(once));
    CHECK(codeOf(box->record(once)) == ErrorCode::Conflict);
    CHECK(must(box->head()).sequence == 1);
    CHECK(must(box->ticket(ticket)).notes.size() == 1);
}

TEST_CASE("unsent entries come in whole groups", "[store][journal]")
{
    StoreBox box;
    EventMaker make;
    const TicketId ticket = make.newTicket();
    CHECK(must(box->unsent(10, 10'000)).empty());
    must(box->record(make.act(ticket, {note("1"), note("2"), note("3")})));
    must(box->record(make.act(ticket, {note("4"), note("5")})));
    must(box->record(make.note(ticket, u"6"_s)));
    CHECK(sequences(must(box->unsent(100, 1'000'000))) == std::vector<qint64>{1, 2, 3, 4, 5, 6});
    CHECK(sequences(must(box->unsent(5, 1'000'000))) == std::vector<qint64>{1, 2, 3, 4, 5});
    CHECK(sequences(must(box->unsent(4, 1'000'000))) == std::vector<qint64>{1, 2, 3});
    // The first group goes even when it is too large by itself.
    CHECK(sequences(must(box->unsent(1, 1))) == std::vector<qint64>{1, 2, 3});
    const auto three = must(box->unsent(100, 1'000'000));
    const qsizetype bytes = three[0].body.size() * 4;
    CHECK(sequences(must(box->unsent(100, bytes))) == std::vector<qint64>{1, 2, 3});
}

TEST_CASE("entries are stored only by the proof of their own hash", "[store][journal]")
{
    StoreBox box;
    EventMaker make;
    const TicketId ticket = make.newTicket();
    for (int i = 0; i < 4; ++i)
        must(box->record(make.note(ticket, u"n"_s)));
    JournalHead wrong = headAt(*box, 2);
    wrong.hash[5] = static_cast<char>(wrong.hash[5] ^ 1);
    CHECK(codeOf(box->markStored(wrong, {})) == ErrorCode::Conflict);
    CHECK(codeOf(box->markStored({1, 5, headAt(*box, 4).hash}, {})) == ErrorCode::Conflict);
    CHECK(codeOf(box->markStored({2, 2, headAt(*box, 2).hash}, {})) == ErrorCode::Conflict);
    CHECK(must(box->pendingCount()) == 4);
    CHECK(must(box->row(ticket)).pending == 4);

    must(box->markStored(headAt(*box, 2), {}));
    CHECK(must(box->pendingCount()) == 2);
    CHECK(sequences(must(box->unsent(10, 10'000))) == std::vector<qint64>{3, 4});
    CHECK(must(box->row(ticket)).pending == 2);
    CHECK(must(box->ownEntries(ticket))[1].state == EntryState::Stored);
    // The same proof again changes nothing; the empty head proves nothing.
    must(box->markStored(headAt(*box, 2), {}));
    must(box->markStored({1, 0, crypto::chainStart()}, {}));
    CHECK(must(box->pendingCount()) == 2);
    must(box->record(make.note(ticket, u"more"_s)));
    CHECK(must(box->row(ticket)).pending == 3);
}

TEST_CASE("a quarantined entry says why and does not count as having happened", "[store][journal]")
{
    StoreBox box;
    EventMaker make;
    const TicketId ticket = make.newTicket();
    for (int i = 0; i < 3; ++i)
        must(box->record(make.note(ticket, u"n%1"_s.arg(i))));
    must(box->markStored(headAt(*box, 3), {{2, u"not-yours"_s}, {9, u"beyond"_s}}));
    const auto own = must(box->ownEntries(ticket));
    CHECK(own[0].problem.isEmpty());
    CHECK(own[1].problem == u"not-yours"_s);
    const TicketRow row = must(box->row(ticket));
    CHECK(row.refused == 1);
    CHECK(row.refusedCode == u"not-yours"_s);
    CHECK(must(box->refusedCount()) == 1);
    CHECK(row.pending == 0);
    CHECK(must(box->ticket(ticket)).notes.size() == 2);
    CHECK(must(box->history(ticket)).size() == 2);
    const QByteArray before = must(box->dumpProjection());
    must(box->rebuild());
    CHECK(must(box->dumpProjection()) == before);
}

TEST_CASE("a ticket of which only refused work is known stays in sight", "[store][journal]")
{
    StoreBox box;
    EventMaker make;
    const TicketId ticket = make.newTicket();
    must(box->record(make.note(ticket, u"one"_s)));
    must(box->record(make.note(ticket, u"two"_s)));
    must(box->markStored(headAt(*box, 2), {{1, u"wrong-actor"_s}, {2, u"unknown-ticket"_s}}));
    const TicketRow row = must(box->row(ticket));
    CHECK(row.refused == 2);
    CHECK(row.refusedCode == u"unknown-ticket"_s); // of the newest
    CHECK(must(box->ticket(ticket)).notes.empty());
    const QByteArray before = must(box->dumpProjection());
    must(box->rebuild());
    CHECK(must(box->dumpProjection()) == before);
}

TEST_CASE("an act larger than the server takes is refused before it is written", "[store][journal]")
{
    StoreBox box;
    EventMaker make;
    const TicketId ticket = make.newTicket();
    const QString most(200'000, u'x');
    CHECK(codeOf(box->record(make.note(ticket, QString(kMaxEventBytes, u'x')))) == ErrorCode::TooLarge);
    CHECK(codeOf(box->record(make.act(ticket, std::vector<domain::Payload>(5, domain::NoteAdded{most, {}}))))
          == ErrorCode::TooLarge);
    CHECK(codeOf(box->record(make.act(ticket, std::vector<domain::Payload>(kMaxActEvents + 1, note("x")))))
          == ErrorCode::TooLarge);
    CHECK(must(box->head()).sequence == 0);
    CHECK(codeOf(box->row(ticket)) == ErrorCode::NotFound);
    must(box->record(make.act(ticket, std::vector<domain::Payload>(4, domain::NoteAdded{most, {}}))));
    CHECK(must(box->pendingCount()) == 4);
}

TEST_CASE("a parked act keeps its place and its code, and what is behind it moves on", "[store][journal]")
{
    StoreBox box;
    EventMaker make;
    const TicketId ticket = make.newTicket();
    must(box->record(make.order(ticket, u"IN-1"_s)));
    must(box->record(make.act(ticket, {note("2"), note("3")})));
    must(box->record(make.note(ticket, u"4"_s)));
    must(box->markStored(headAt(*box, 1), {}));
    CHECK(codeOf(box->park(1, 1, u"chain"_s)) == ErrorCode::NotFound); // stored
    CHECK(must(box->head()) == headAt(*box, 4));
    CHECK(must(box->park(1, 2, u"chain"_s)) == std::vector<TicketId>{ticket});

    CHECK(sequences(must(box->entriesFrom(1, 1, 10))) == std::vector<qint64>{1, 2, 3});
    const auto own = must(box->ownEntries(ticket));
    REQUIRE(own.size() == 4);
    CHECK(own[1].state == EntryState::Parked);
    CHECK(own[2].state == EntryState::Parked);
    CHECK(own[2].problem == u"chain"_s);
    const auto unsent = must(box->unsent(10, 10'000));
    REQUIRE(unsent.size() == 1);
    CHECK(unsent[0].incarnation == 2);
    CHECK(unsent[0].sequence == 1);
    CHECK(must(box->row(ticket)).refused == 2);
    CHECK(must(box->row(ticket)).refusedCode == u"chain"_s);
    CHECK(must(box->row(ticket)).pending == 1);
    CHECK(must(box->ticket(ticket)).notes.size() == 1);
    CHECK(must(box->refusedCount()) == 2);
    CHECK(must(box->verify()).firstBad == QString());
    box.open();
    const QByteArray before = must(box->dumpProjection());
    must(box->rebuild());
    CHECK(must(box->dumpProjection()) == before);

    SECTION("until it is released")
    {
        CHECK(must(box->releaseParked()) == std::vector<TicketId>{ticket});
        CHECK(must(box->releaseParked()).empty());
        CHECK(must(box->pendingCount()) == 3);
        CHECK(must(box->unsent(10, 10'000))[0].id == own[1].id);
        CHECK(must(box->ticket(ticket)).notes.size() == 3);
        CHECK(must(box->row(ticket)).refused == 0);
        CHECK(must(box->row(ticket)).refusedCode.isEmpty());
        CHECK(must(box->verify()).firstBad == QString());
    }
}

TEST_CASE("a new incarnation keeps what is stored and renames nothing", "[store][journal]")
{
    StoreBox box;
    EventMaker make;
    const TicketId ticket = make.newTicket();
    must(box->record(make.order(ticket, u"IN-1"_s)));
    must(box->record(make.note(ticket, u"one"_s)));
    must(box->record(make.act(ticket, {note("two"), note("three")})));
    must(box->markStored(headAt(*box, 2), {}));
    const auto before = must(box->unsent(10, 10'000));
    const QByteArray projection = must(box->dumpProjection());

    must(box->newIncarnation());
    const auto after = must(box->unsent(10, 10'000));
    REQUIRE(after.size() == 2);
    QByteArray hash = crypto::chainStart();
    for (std::size_t i = 0; i < after.size(); ++i) {
        hash = crypto::chainNext(hash, after[i].body);
        CHECK(after[i].id == before[i].id);
        CHECK(after[i].body == before[i].body);
        CHECK(after[i].incarnation == 2);
        CHECK(after[i].sequence == static_cast<qint64>(i + 1));
        CHECK(after[i].hash == hash);
    }
    CHECK(must(box->head()) == JournalHead{2, 2, hash});
    CHECK(must(box->entriesFrom(1, 1, 10)).size() == 2);
    CHECK(must(box->dumpProjection()) == projection);
    CHECK(must(box->verify()).firstBad == QString());
    box.open();
    CHECK(must(box->head()) == JournalHead{2, 2, hash});
    must(box->record(make.note(ticket, u"four"_s)));
    CHECK(must(box->head()).sequence == 3);
    CHECK(must(box->verify()).firstBad == QString());
    must(box->newIncarnation());
    CHECK(must(box->head()).incarnation == 3);
    CHECK(must(box->verify()).firstBad == QString());
}

TEST_CASE("a new incarnation without anything pending begins empty", "[store][journal]")
{
    StoreBox box;
    must(box->newIncarnation());
    CHECK(must(box->head()) == JournalHead{2, 0, crypto::chainStart()});
    box.open();
    CHECK(must(box->head()) == JournalHead{2, 0, crypto::chainStart()});
}

TEST_CASE("a proof inside a group leaves a journal that still verifies", "[store][journal]")
{
    StoreBox box;
    EventMaker make;
    const TicketId ticket = make.newTicket();
    must(box->record(make.act(ticket, {note("1"), note("2"), note("3")})));
    must(box->markStored(headAt(*box, 1), {}));
    must(box->newIncarnation());
    CHECK(must(box->verify()).firstBad == QString());
    CHECK(must(box->head()).sequence == 2);
}

TEST_CASE("no personal text is readable in any file of the store", "[store][canary]")
{
    StoreBox box;
    EventMaker make;
    FeedMaker feed(u"user:1"_s);
    const TicketId own = make.newTicket();
    must(box->record(make.order(own, u"IN-1"_s)));
    must(box->record(make.note(own, u"a canary note"_s)));
    feed.add(make.order(make.newTicket(), u"IN-2"_s).front());
    must(box->applyPage(feed.page()));
    must(box->putBlob("canary photo bytes", u"image/jpeg"_s));
    must(box->setSetting(u"who"_s, "Canary"));
    int files = 0;
    const auto look = [&] {
        QDirIterator it(box.directory(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            REQUIRE(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll().toLower();
            INFO(file.fileName().toStdString());
            CHECK_FALSE(bytes.contains("canary"));
            CHECK_FALSE(bytes.contains("138 0000"));
            CHECK_FALSE(bytes.contains("西湖"));
            ++files;
        }
    };
    look();
    box.close();
    look();
    CHECK(files >= 6);
}

TEST_CASE("settings are kept sealed and bound to their name", "[store][settings]")
{
    StoreBox box;
    CHECK(must(box->setting(u"a"_s)).isEmpty());
    must(box->setSetting(u"a"_s, "first"));
    must(box->setSetting(u"a"_s, "second"));
    must(box->setSetting(u"b"_s, {}));
    box.open();
    CHECK(must(box->setting(u"a"_s)) == "second");
    CHECK(must(box->setting(u"b"_s)).isEmpty());
    box.close();
    CHECK(box.tamper("UPDATE setting SET value = (SELECT value FROM setting WHERE name = 'a') WHERE name = 'b'") == 1);
    box.open();
    CHECK(codeOf(box->setting(u"b"_s)) == ErrorCode::Damaged);
}
