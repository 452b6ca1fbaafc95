// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Days and times where people read them.

#include "window_world.h"

#include <ruhu/widgets/timeline_view.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using presentation::FieldSession;

TEST_CASE("the desk's time line says the day where it changes, and only there", "[ui][review][day]")
{
    WindowWorld world(WindowWorld::Program::Supervisor);
    QStringList days;
    {
        const auto session = enrolled(world.office, u"laptop"_s);
        syncAll(world.office, *session);
        const TicketId id = nthTicket(*session, 0);
        must(session->act(id, domain::ContactRecorded{domain::ContactOutcome::NoAnswer, {}}));
        world.office.clock.advance(std::chrono::hours(24));
        session->signIn(kPassword, [](const auto &) {}); // the token of yesterday is over
        walk(world.office, *session, id);
        syncAll(world.office, *session);
        const auto page = must(session->page(id));
        for (const domain::HistoryEntry &entry : page->history)
            days << presentation::shortDateText(entry.event.meta.wall);
        days.erase(std::unique(days.begin(), days.end()), days.end());
        REQUIRE(days.size() >= 2);
    }
    world.open();
    const auto *line = qobject_cast<const widgets::TimelineView *>(await(u"timelineView"_s));
    REQUIRE(line);
    REQUIRE(QTest::qWaitFor([line] { return line->model()->rowCount() > 3; }, kPatienceMs));
    QStringList said;
    const auto *model = qobject_cast<const widgets::TimelineModel *>(line->model());
    for (int row = 0; row < model->rowCount(); ++row) {
        if (!model->fact(row).deviceDay.isEmpty())
            said << model->fact(row).deviceDay;
    }
    CHECK(said == days);
}

TEST_CASE("the call card tells when the customer was reached, not when somebody called last", "[ui][ticket][day]")
{
    WindowWorld world;
    TicketId id;
    WallTime reached;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        must(session.act(id, domain::ContactRecorded{domain::ContactOutcome::Reached, {}}));
        reached = world.office.clock.now();
        world.office.clock.advance(std::chrono::minutes(25));
        must(session.act(id, domain::ContactRecorded{domain::ContactOutcome::NoAnswer, {}}));
    });
    world.openTicket(id);
    awaitText(u"contactCard"_s, u"reached "_s + presentation::timeText(reached));
}
