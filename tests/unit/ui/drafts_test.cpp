// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was typed stays with its ticket, whatever is looked at meanwhile.

#include "fault_vfs.h"
#include "window_world.h"

#include <ruhu/widgets/ticket_list_adapter.h>

#include <QAbstractItemView>
#include <QPlainTextEdit>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using presentation::FieldSession;

namespace {

/// The click alone; the page is still to come.
void choose(const TicketId &id)
{
    auto *list = qobject_cast<QAbstractItemView *>(await(u"ticketList"_s));
    const auto *adapter = qobject_cast<const widgets::TicketListAdapter *>(list->model());
    list->setCurrentIndex(adapter->indexOf(id));
}

struct TwoTickets {
    TwoTickets()
    {
        world.open([this](FieldSession &session) {
            first = nthTicket(session, 0);
            second = nthTicket(session, 1);
        });
        world.openTicket(first);
        await(u"contactNote"_s);
    }
    EnglishAgain english;
    WindowWorld world;
    TicketId first;
    TicketId second;
};

} // namespace

TEST_CASE("a draft is there again after another stage or another ticket was looked at", "[ui][drafts]")
{
    TwoTickets two;
    type(u"contactNote"_s, u"Wants it on Friday"_s);
    SECTION("another stage")
    {
        openStage(4);
        CHECK_FALSE(seen(u"contactNote"_s));
        openStage(0);
        CHECK(typed(u"contactNote"_s) == u"Wants it on Friday");
    }
    SECTION("another ticket, which has its own")
    {
        two.world.openTicket(two.second);
        CHECK(typed(u"contactNote"_s).isEmpty());
        type(u"contactNote"_s, u"Has a dog"_s);
        two.world.openTicket(two.first);
        CHECK(typed(u"contactNote"_s) == u"Wants it on Friday");
        two.world.openTicket(two.second);
        CHECK(typed(u"contactNote"_s) == u"Has a dog");
    }
    SECTION("what was recorded is no draft any more")
    {
        click(u"contactPostponed"_s);
        awaitText(u"toast"_s, u"Kept on this laptop"_s);
        two.world.openTicket(two.second);
        two.world.openTicket(two.first);
        CHECK(typed(u"contactNote"_s).isEmpty());
    }
}

TEST_CASE("what stands beside the act that moves the page on is not lost with it", "[ui][drafts]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        walk(world.office, session, id, [](const domain::WalkStep &step) {
            const auto *payload = std::get_if<domain::Payload>(&step);
            return payload && std::holds_alternative<domain::AppointmentBooked>(*payload);
        });
    });
    world.openTicket(id);
    awaitEnabled(u"primaryAction"_s);
    click(u"contactCard/fold"_s);
    type(u"contactNote"_s, u"Rings twice"_s);
    type(u"appointmentPerson"_s, u"The neighbour"_s);
    click(u"primaryAction"_s);
    await(u"stage:prepare"_s);
    openStage(0);
    CHECK(typed(u"contactNote"_s) == u"Rings twice");
    CHECK(typed(u"appointmentPerson"_s) == u"The neighbour"); // recorded, and no draft
}

TEST_CASE("the other language keeps the open ticket and what was typed on it", "[ui][drafts][language]")
{
    TwoTickets two;
    type(u"contactNote"_s, u"Wants it on Friday"_s);
    const QString title = two.world.window->windowTitle();
    choosePersonAction(u"中文"_s);
    REQUIRE(QTest::qWaitFor([&] { return two.world.window->windowTitle() != title; }, kPatienceMs));
    CHECK(typed(u"contactNote"_s) == u"Wants it on Friday");
    REQUIRE(QTest::qWaitFor([&] { return selectedTicket() == two.first; }, kPatienceMs));
}

TEST_CASE("words that could not be kept come back although another ticket was opened meanwhile", "[ui][drafts][fault]")
{
    FaultVfs disk;
    TwoTickets two;
    two.world.syncNow();
    type(u"contactNote"_s, u"Wants it on Friday"_s);
    disk.failFrom(1);
    click(u"contactPostponed"_s);
    choose(two.second);
    awaitText(u"ticketBanner"_s, u"full"_s);
    disk.heal();
    two.world.openTicket(two.first);
    CHECK(typed(u"contactNote"_s) == u"Wants it on Friday");
    CHECK(disk.wasMet());
}

TEST_CASE("no card of the ticket before is left while the next one is fetched", "[ui][drafts]")
{
    TwoTickets two;
    REQUIRE(seen(u"contactReached"_s));
    choose(two.second);
    CHECK_FALSE(seen(u"contactReached"_s));
    CHECK_FALSE(seen(u"primaryAction"_s));
    await(u"contactReached"_s);
    click(u"contactReached"_s);
    awaitText(u"toast"_s, u"Kept on this laptop"_s);
    CHECK(pageNow(two.world, two.second)->ticket.contacts.size() == 1);
    CHECK(pageNow(two.world, two.first)->ticket.contacts.empty());
}

TEST_CASE("a window that nobody touches locks, and what was typed is there after the next sign-in",
          "[ui][drafts][lock]")
{
    TwoTickets two;
    type(u"contactNote"_s, u"Wants it on Friday"_s);
    two.world.window->setIdleLock(std::chrono::milliseconds(1));
    press(Qt::Key_Shift); // the last thing anybody did
    await(u"passwordField"_s);
    CHECK_FALSE(seen(u"workPage"_s));
    two.world.window->setIdleLock(std::chrono::minutes(15));
    two.world.signIn();
    await(u"workPage"_s);
    REQUIRE(QTest::qWaitFor([&] { return selectedTicket() == two.first; }, kPatienceMs));
    await(u"contactNote"_s);
    CHECK(typed(u"contactNote"_s) == u"Wants it on Friday");
}

TEST_CASE("what was typed is there after the program was closed and opened again", "[ui][drafts][lock]")
{
    TwoTickets two;
    type(u"contactNote"_s, u"Wants it on Friday"_s);
    two.world.window->close();
    two.world.hide();
    two.world.show();
    two.world.signIn();
    await(u"contactNote"_s);
    CHECK(typed(u"contactNote"_s) == u"Wants it on Friday");
}
