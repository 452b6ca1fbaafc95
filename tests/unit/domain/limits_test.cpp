// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/ticket_walk.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;

TEST_CASE("a limit itself is allowed, and the warning begins at its limit", "[domain][limits]")
{
    const Limits limits = test::ftthInstall().measure(u"opt_rx"_s)->limits;
    CHECK(judge(-2701, limits) == Verdict::Fail);
    CHECK(judge(-2700, limits) == Verdict::Warn);
    CHECK(judge(-2500, limits) == Verdict::Warn);
    CHECK(judge(-2499, limits) == Verdict::Pass);
    CHECK(judge(-800, limits) == Verdict::Pass);
    CHECK(judge(-799, limits) == Verdict::Fail);
}

TEST_CASE("limits on the high side alone and no limits at all are judged", "[domain][limits]")
{
    const Limits high{std::nullopt, 30, std::nullopt, 20};
    CHECK(judge(0, high) == Verdict::Pass);
    CHECK(judge(19, high) == Verdict::Pass);
    CHECK(judge(20, high) == Verdict::Warn);
    CHECK(judge(30, high) == Verdict::Warn);
    CHECK(judge(31, high) == Verdict::Fail);
    CHECK(judge(31, {}) == Verdict::NoLimit);
}

TEST_CASE("speed limits follow the subscribed rate", "[domain][limits]")
{
    Ticket ticket;
    ticket.order.downMbps = 300;
    ticket.order.upMbps = 50;
    const Measure &down = *test::ftthInstall().measure(u"speed_down"_s);
    const Measure &up = *test::ftthInstall().measure(u"speed_up"_s);
    CHECK(limitsFor(down, ticket) == Limits{2700, std::nullopt, 2850, std::nullopt});
    CHECK(limitsFor(up, ticket) == Limits{450, std::nullopt, 475, std::nullopt});
    CHECK(judge(2699, limitsFor(down, ticket)) == Verdict::Fail);
    CHECK(judge(2700, limitsFor(down, ticket)) == Verdict::Warn);
    CHECK(judge(2851, limitsFor(down, ticket)) == Verdict::Pass);
}

TEST_CASE("a relative limit between two values rounds so that the true quotient decides", "[domain][limits]")
{
    Ticket ticket;
    ticket.order.downMbps = 333;
    Measure measure;
    measure.relativeTo = u"down"_s;
    measure.limits = Limits{90, 110, 95, 105};
    // 299.7, 366.3, 316.35, 349.65 Mbit/s
    CHECK(limitsFor(measure, ticket) == Limits{300, 366, 316, 350});
}

TEST_CASE("without a believable subscribed rate there is no limit", "[domain][limits]")
{
    const Measure &down = *test::ftthInstall().measure(u"speed_down"_s);
    Ticket ticket;
    for (const std::int64_t rate : {std::int64_t{0}, std::int64_t{-5}, std::int64_t{1} << 50}) {
        ticket.order.downMbps = rate;
        CHECK(limitsFor(down, ticket) == Limits());
    }
}
