// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fault_vfs.h"
#include "store_fixture.h"

#include <ruhu_test/no_warnings.h>

using namespace ruhu;
using namespace ruhu::store;
using namespace ruhu::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Everything a caller can see, for comparing before and after.
QByteArray visible(ClientStore &store)
{
    const JournalHead head = must(store.head());
    QByteArray text =
        QByteArray::number(head.incarnation) + '/' + QByteArray::number(head.sequence) + head.hash.toHex();
    text +=
        '/' + QByteArray::number(must(store.pendingCount())) + must(store.cursor(u"user:1"_s)).feedHash.toHex() + '\n';
    return text + must(store.dumpProjection());
}

/// Runs `act` with the n-th disk operation failing, for every n, until it gets through; after each failure the store
/// must be as before, whole, and able to go on.
template<typename Act>
int failEverywhere(FaultVfs &disk, StoreBox &box, Act act)
{
    for (int n = 1; n < 200; ++n) {
        const QByteArray before = visible(*box);
        disk.failFrom(n);
        const Result<void> done = act();
        const bool met = disk.wasMet();
        disk.heal();
        if (done) {
            // What fails behind a commit is a checkpoint's work, and is made up for later.
            CHECK(visible(*box) != before);
            if (!met)
                return n;
            continue;
        }
        INFO("operation " << n);
        CHECK(met);
        CHECK(visible(*box) == before);
        CHECK(must(box->verify()).firstBad == QString());
        box.open();
        CHECK(visible(*box) == before);
    }
    return 0;
}

} // namespace

TEST_CASE("recording fails whole at every disk operation and works afterwards", "[store][fault]")
{
    FaultVfs disk;
    StoreBox box;
    EventMaker make;
    const TicketId ticket = make.newTicket();
    must(box->record(make.order(ticket, u"IN-1"_s)));
    const auto act = make.act(ticket, {domain::NoteAdded{u"one"_s, {}}, domain::NoteAdded{u"two"_s, {}}});
    const int operations = failEverywhere(disk, box, [&] { return box->record(act); });
    CHECK(operations > 2);
    CHECK(must(box->head()).sequence == 3);
    CHECK(must(box->ticket(ticket)).notes.size() == 2);
}

TEST_CASE("a full disk while recording is called that", "[store][fault]")
{
    FaultVfs disk;
    StoreBox box;
    EventMaker make;
    const TicketId ticket = make.newTicket();
    disk.failFrom(1);
    CHECK(codeOf(box->record(make.note(ticket, u"x"_s))) == ErrorCode::DiskFull);
    disk.heal();
    CHECK(must(box->head()).sequence == 0);
    CHECK(codeOf(box->ticket(ticket)) == ErrorCode::NotFound);
    must(box->record(make.note(ticket, u"x"_s)));
}

TEST_CASE("a disk that makes nothing durable is told as one of which nothing is sure", "[store][fault]")
{
    FaultVfs disk;
    StoreBox box;
    EventMaker make;
    disk.failSyncs();
    const auto recorded = box->record(make.note(make.newTicket(), u"x"_s));
    disk.heal();
    REQUIRE_FALSE(recorded);
    CHECK(recorded.error().subject == u"io-failure"_s);
    box.open();
    // Whether it survived is the disk's secret. Whatever is there is whole, and the log adds nothing to it.
    const qint64 there = must(box->head()).sequence;
    CHECK((there == 0 || there == 1));
    CHECK(must(box->verify()).firstBad == QString());
    CHECK(box->putBack() == 0);
}

TEST_CASE("a page of a feed is applied whole or not at all", "[store][fault]")
{
    FaultVfs disk;
    StoreBox box;
    EventMaker make;
    FeedMaker feed(u"user:1"_s);
    for (int i = 0; i < 5; ++i)
        feed.add(make.order(make.newTicket(), u"IN-%1"_s.arg(i)).front());
    const InboxPage page = feed.page();
    const int operations = failEverywhere(disk, box, [&]() -> Result<void> {
        const auto applied = box->applyPage(page);
        if (!applied)
            return applied.error();
        return {};
    });
    CHECK(operations > 2);
    CHECK(must(box->cursor(u"user:1"_s)).sequence == 5);
    CHECK(must(box->tickets()).size() == 5);
}

TEST_CASE("a store that could not be made is made at the next try", "[store][fault]")
{
    FaultVfs disk;
    int n = 1;
    for (; n < 300; ++n) {
        const TempDir dir;
        const domain::CatalogueShelf shelf;
        const ManualClock clock;
        const QString path = dir.path(u"store"_s);
        disk.failFrom(n);
        const bool opened = ClientStore::open(path, storeKeys(), shelf, clock).has_value();
        const bool met = disk.wasMet();
        disk.heal();
        INFO("operation " << n);
        auto again = ClientStore::open(path, storeKeys(), shelf, clock);
        if (!again)
            FAIL(again.error().detail.toStdString());
        CHECK(must((*again)->verify()).firstBad == QString());
        if (opened && !met)
            break;
    }
    CHECK(n > 10);
    CHECK(n < 300);
}
