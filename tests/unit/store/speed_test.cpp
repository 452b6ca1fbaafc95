// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store_fixture.h"

#include <ruhu/store/database.h>

#include <QElapsedTimer>

#include <algorithm>

using namespace ruhu;
using namespace ruhu::store;
using namespace ruhu::test;
using namespace Qt::Literals::StringLiterals;

// Numbers of a release build, run by hand: store_test "[speed]". A sanitizer build is several times slower.
namespace {

constexpr int kRounds = 300;

/// Median of the rounds, in microseconds.
template<typename Act>
qint64 medianUs(int rounds, Act act)
{
    std::vector<qint64> times;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        act();
        times.push_back(timer.nsecsElapsed() / 1000);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace

TEST_CASE("recording costs little more than a bare durable commit", "[.][speed]")
{
    StoreBox box;
    Database::Options options;
    options.mode = Database::Mode::Create;
    const auto bare = must(Database::open(box.temp().path(u"bare.db"_s), options));
    must(bare->exec("CREATE TABLE t(value BLOB) STRICT"));
    EventMaker make;
    const TicketId ticket = make.newTicket();
    must(box->record(make.order(ticket, u"IN-1"_s)));
    for (int i = 0; i < 200; ++i)
        must(box->record(make.note(ticket, u"warm"_s)));
    const qint64 commit = medianUs(kRounds, [&] {
        auto transaction = must(Transaction::begin(*bare));
        must(bare->exec("INSERT INTO t VALUES(zeroblob(600))"));
        must(transaction.commit());
    });
    const qint64 record = medianUs(kRounds, [&] { must(box->record(make.note(ticket, u"a note of usual length"_s))); });
    WARN("bare commit " << commit << " us, record " << record << " us");
    CHECK(record < commit * 2 + 500);
}

TEST_CASE("a list of 5,000 tickets is read in less than 60 ms", "[.][speed]")
{
    StoreBox box;
    EventMaker make;
    FeedMaker feed(u"user:1"_s);
    for (int i = 0; i < 5000; ++i) {
        feed.add(make.order(make.newTicket(), u"IN-%1"_s.arg(i)).front());
        if (i % 500 == 499)
            must(box->applyPage(feed.page()));
    }
    const qint64 list = medianUs(9, [&] { REQUIRE(must(box->tickets()).size() == 5000); });
    WARN("5,000 rows in " << list << " us");
    CHECK(list < 60'000);
}
