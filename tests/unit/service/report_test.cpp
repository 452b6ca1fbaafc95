// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using std::chrono::hours;

namespace {

domain::CrossRules rules()
{
    domain::CrossRules rules;
    rules.copied = {{u"opt_rx"_s, 10, 2, 7, u"D15-101"_s, u"design"_s}};
    rules.brokenWord = {2, 0, u"D15-27"_s, u"A"_s};
    return rules;
}

/// Two tickets of one customer, each with a time we did not keep and the same power measured.
struct TwoTickets : OfficeFixture {
    TwoTickets()
    {
        for (const TicketId ticket : {first, second}) {
            record(anna, ticket, domain::ContactRecorded{});
            record(anna, ticket, domain::AppointmentMissed{domain::Cause::Company, u"van broke down"_s});
            record(anna, ticket, domain::ReadingRecorded{u"opt_rx"_s, -2140, {}, domain::Verdict::Pass, {}});
        }
        must(office->push(anna.caller, anna.all()));
    }
    TicketId first = open(u"IN-1"_s);
    TicketId second = open(u"IN-2"_s);
    TicketId other = open(u"IN-3"_s, u"bert"_s);
    Laptop anna = laptop(u"anna"_s);
};

QStringList codes(const std::vector<domain::Finding> &findings)
{
    QStringList list;
    for (const domain::Finding &finding : findings)
        list << finding.code;
    list.sort();
    return list;
}

} // namespace

TEST_CASE("the office sees what stands out across tickets", "[service][findings]")
{
    TwoTickets f;
    const auto found = must(f.office->findings(rules()));
    REQUIRE(found.size() == 2);
    CHECK(found.front().number == u"IN-1"_s);
    CHECK(codes(found.front().across) == QStringList{u"copied-reading"_s, u"missed-twice-customer"_s});
    CHECK(codes(found.back().across) == codes(found.front().across));
    SECTION("of one ticket alone, still against all others")
    {
        const auto one = must(f.office->findings(rules(), f.second));
        REQUIRE(one.size() == 1);
        CHECK(one.front().id == f.second);
        CHECK(one.front().across.size() == 2);
        const auto clean = must(f.office->findings(rules(), f.other));
        REQUIRE(clean.size() == 1);
        CHECK(clean.front().across.empty());
        CHECK(f.office->findings(rules(), TicketId(f.ids.next())).error().code == ErrorCode::NotFound);
    }
    SECTION("of a period only what was received in it")
    {
        const WallTime now = f.clock.now();
        CHECK(must(f.office->findings(rules(), {}, domain::Period{now, now + hours(1)})).size() == 2);
        CHECK(must(f.office->findings(rules(), {}, domain::Period{now + hours(1), now + hours(2)})).empty());
    }
}

TEST_CASE("the office's report is of a period and of a team, and of no unknown one", "[service][report]")
{
    TwoTickets f;
    const domain::FigureSet none;
    const auto orders = [&](const domain::OfficeReport &report) {
        std::int64_t sum = 0;
        for (const auto &[state, number] : report.byState)
            sum += number;
        return sum;
    };
    const WallTime accepted = f.order(u"X"_s).acceptedAt;
    const domain::Period day{accepted - hours(1), accepted + hours(24)};
    CHECK(orders(must(f.office->report(none, rules(), day))) == 3);
    CHECK(orders(must(f.office->report(none, rules(), day, f.team.name))) == 3);
    CHECK(f.office->report(none, rules(), day, u"nobody's"_s).error().code == ErrorCode::NotFound);
    const auto empty = must(f.office->addTeam(u"night shift"_s));
    CHECK(orders(must(f.office->report(none, rules(), day, empty.name))) == 0);
    CHECK(orders(must(f.office->report(none, rules(), {day.until, day.until + hours(24)}))) == 0);
}
