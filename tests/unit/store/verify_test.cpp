// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store_fixture.h"

#include <ruhu_test/no_warnings.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace ruhu;
using namespace ruhu::store;
using namespace ruhu::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Five entries in four acts, three feed entries and a blob; closed.
void fillEveryTable(StoreBox &box)
{
    EventMaker make;
    const TicketId a = make.newTicket();
    const TicketId b = make.newTicket();
    must(box->record(make.order(a, u"IN-1"_s)));
    must(box->record(make.act(a, {domain::NoteAdded{u"1"_s, {}}, domain::NoteAdded{u"2"_s, {}}})));
    must(box->record(make.note(b, u"3"_s)));
    must(box->record(make.note(a, u"4"_s)));
    FeedMaker feed(kFeed);
    for (int i = 0; i < 3; ++i)
        feed.add(make.note(make.newTicket(), u"f%1"_s.arg(i)).front());
    must(box->applyPage(feed.page()));
    must(box->putBlob("photo", u"image/jpeg"_s));
    box.close();
}

/// Whoever harms the database takes the log of acts away as well, which would put back what is missing.
CheckReport verifyAgain(StoreBox &box)
{
    QFile::remove(box.directory() + u"/acts.log"_s);
    box.open();
    return must(box->verify());
}

} // namespace

TEST_CASE_METHOD(NoWarnings, "an untouched store verifies and says what was looked at", "[store][verify]")
{
    StoreBox box;
    fillEveryTable(box);
    const CheckReport report = verifyAgain(box);
    CHECK(report.firstBad == QString());
    CHECK(report.reason == QString());
    CHECK(report.database == u"ok"_s);
    CHECK(report.entriesChecked == 5);
    CHECK(report.signaturesChecked == 4);
    CHECK(report.inboxChecked == 3);
    CHECK(report.blobsChecked == 1);
}

TEST_CASE("verify names the first thing that is wrong", "[store][verify]")
{
    struct Harm {
        const char *sql;
        const char *named;
    };
    const auto harm = GENERATE(
        // a flipped byte of a sealed body
        Harm{"UPDATE journal SET body = CAST(substr(body, 1, 40) || x'00' || substr(body, 42) AS BLOB) WHERE sequence "
             "= 3",
             "journal 1/3"},
        // a removed middle row
        Harm{"DELETE FROM journal WHERE sequence = 2", "journal 1/2"},
        // a removed first row
        Harm{"DELETE FROM journal WHERE sequence = 1", "journal 1/1"},
        // a body moved to another row
        Harm{"UPDATE journal SET body = (SELECT body FROM journal WHERE sequence = 4) WHERE sequence = 5",
             "journal 1/5"},
        // a changed hash
        Harm{"UPDATE journal SET hash = zeroblob(32) WHERE sequence = 4", "journal 1/4"},
        // an entry shown on another ticket
        Harm{"UPDATE journal SET ticket = zeroblob(16) WHERE sequence = 4", "journal 1/4"},
        // an altered signature
        Harm{"UPDATE journal_sig SET signature = zeroblob(64) WHERE last = 4", "journal 1/4"},
        // signatures that were swapped
        Harm{"UPDATE journal_sig SET signature = (SELECT signature FROM journal_sig WHERE last = 4) WHERE last = 3",
             "journal 1/3"},
        // a signature taken away in the middle, and at the end
        Harm{"DELETE FROM journal_sig WHERE last = 3", "journal 1/2"},
        Harm{"DELETE FROM journal_sig WHERE last = 5", "journal 1/5"},
        // the last entry gone, its signature still there
        Harm{"DELETE FROM journal WHERE sequence = 5", "journal 1/5"},
        Harm{"UPDATE inbox SET body = (SELECT body FROM inbox WHERE sequence = 1) WHERE sequence = 2",
             "inbox user:1/2"},
        Harm{"UPDATE inbox SET event_hash = zeroblob(32) WHERE sequence = 3", "inbox user:1/3"},
        Harm{"DELETE FROM inbox WHERE sequence = 2", "inbox user:1/2"},
        Harm{"DELETE FROM inbox WHERE sequence = 3", "inbox user:1/3"},
        Harm{"UPDATE cursor SET feed_hash = zeroblob(32)", "inbox user:1/3"});
    StoreBox box;
    fillEveryTable(box);
    CHECK(box.tamper(harm.sql) == 1);
    const CheckReport report = verifyAgain(box);
    INFO(harm.sql);
    CHECK(report.firstBad == QString::fromUtf8(harm.named));
    CHECK_FALSE(report.reason.isEmpty());
}

TEST_CASE("a sealed row moved to another ticket is found", "[store][verify]")
{
    StoreBox box;
    fillEveryTable(box);
    CHECK(box.tamper("UPDATE ticket SET cells = (SELECT cells FROM ticket ORDER BY id DESC LIMIT 1)"
                     " WHERE id = (SELECT min(id) FROM ticket)")
          == 1);
    box.open();
    CHECK(must(box->verify()).firstBad.startsWith(u"ticket "));
    // The projection can always be made anew from what is signed; the list does so by itself.
    CHECK_FALSE(must(box->tickets()).empty());
    CHECK(must(box->verify()).firstBad == QString());
}

TEST_CASE("a damaged or missing blob is named", "[store][verify]")
{
    StoreBox box;
    fillEveryTable(box);
    QDirIterator it(box.directory() + u"/media"_s, QDir::Files, QDirIterator::Subdirectories);
    REQUIRE(it.hasNext());
    const QString path = it.next();
    const QString name = u"blob "_s + QString::fromLatin1(crypto::sha256(QByteArray("photo")).toHex());
    SECTION("damaged")
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.seek(30));
        REQUIRE(file.write("?") == 1);
    }
    SECTION("missing")
    {
        REQUIRE(QFile::remove(path));
    }
    CHECK(verifyAgain(box).firstBad == name);
}

TEST_CASE("one entry that no longer opens takes nothing else out of use", "[store][verify]")
{
    StoreBox box;
    EventMaker make;
    const TicketId a = make.newTicket();
    const TicketId b = make.newTicket();
    FeedMaker feed(kFeed);
    feed.add(make.order(a, u"IN-A"_s).front());
    must(box->applyPage(feed.page()));
    must(box->record(make.note(a, u"1"_s)));
    must(box->record(make.act(a, {domain::NoteAdded{u"2"_s, {}}, domain::NoteAdded{u"3"_s, {}}})));
    must(box->record(make.note(b, u"4"_s)));
    box.close();
    CHECK(box.tamper("UPDATE journal SET body = CAST(substr(body, 1, 40) || x'00' || substr(body, 42) AS BLOB)"
                     " WHERE sequence = 3")
          == 1);
    // As after an upgrade: everything is folded anew while opening.
    CHECK(box.tamper("UPDATE store_state SET projection_version = 0") == 1);
    box.open();
    CHECK(must(box->verify()).firstBad == u"journal 1/3"_s);
    CHECK(must(box->row(a)).number == u"IN-A"_s);
    CHECK(must(box->row(b)).pending == 1);
    const auto own = must(box->ownEntries(a));
    REQUIRE(own.size() == 3);
    CHECK(own[2].body.isEmpty());
    CHECK(own[2].problem == u"damaged"_s);
    feed.add(make.note(a, u"from the office"_s).front());
    must(box->applyPage(feed.page()));
    CHECK(must(box->row(a)).pending == 3);

    // What is before it can be sent; then it is set aside with its act, and the rest goes on.
    REQUIRE(must(box->unsent(10, 10'000)).size() == 1);
    must(box->newIncarnation());
    CHECK(must(box->unsent(10, 10'000)).size() == 2);
    CHECK(must(box->row(a)).refused == 2);
    CHECK(must(box->row(a)).refusedCode == u"damaged"_s);
    CHECK(must(box->ticket(a)).notes.size() == 2);
    CHECK(must(box->releaseParked()).empty());
    CHECK(must(box->verify()).firstBad == u"journal 1/3"_s);
    box.open();
    CHECK(must(box->pendingCount()) == 2);
}

TEST_CASE("a feed entry that no longer opens takes nothing else out of use", "[store][verify]")
{
    StoreBox box;
    EventMaker make;
    const TicketId a = make.newTicket();
    FeedMaker feed(kFeed);
    feed.add(make.order(a, u"IN-A"_s).front());
    feed.add(make.note(a, u"lost"_s).front());
    must(box->applyPage(feed.page()));
    box.close();
    CHECK(box.tamper("UPDATE inbox SET body = zeroblob(90) WHERE sequence = 2") == 1);
    CHECK(box.tamper("UPDATE store_state SET projection_version = 0") == 1);
    box.open();
    feed.add(make.note(a, u"more"_s).front());
    must(box->applyPage(feed.page()));
    CHECK(must(box->ticket(a)).notes.size() == 1);
    CHECK(must(box->verify()).firstBad == u"inbox user:1/2"_s);
}
