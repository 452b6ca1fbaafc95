// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Both windows, one ticket: sent back, corrected, approved.

#include "window_world.h"

#include <ruhu/widgets/ticket_list_adapter.h>

#include <QAbstractItemView>
#include <QApplication>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using presentation::FieldSession;

namespace {

const QString kStep = u"F01"_s;
const QString kComment = u"Which port? The label says 7."_s;

[[nodiscard]] bool becomes(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, kPatienceMs);
}

[[nodiscard]] domain::Ticket atOffice(WindowWorld &world, const TicketId &id)
{
    return must(world.office.office->ticket(id));
}

void tabTo(const QString &name)
{
    for (int i = 0; i < 200; ++i) {
        if (QApplication::focusWidget() && QApplication::focusWidget()->objectName() == name)
            return;
        press(Qt::Key_Tab);
    }
    FAIL("the Tab key does not reach " << name.toStdString());
}

/// Row of the time line that tells the answer to the step.
[[nodiscard]] int rowOf(const presentation::TicketPage &page, const QString &step)
{
    const auto found = std::find_if(page.history.begin(), page.history.end(), [&step](const auto &entry) {
        const auto *answered = std::get_if<domain::StepAnswered>(&entry.event.payload);
        return answered && answered->step == step;
    });
    REQUIRE(found != page.history.end());
    return static_cast<int>(found - page.history.begin());
}

/// With the keyboard alone: the fact is pinned, the comment written, the ticket sent back.
void sendBack(WindowWorld &desk, const TicketId &id)
{
    awaitEnabled(u"approveButton"_s);
    tabTo(u"ticketList"_s);
    press(Qt::Key_E);
    REQUIRE(QApplication::focusWidget() == seen(u"timelineView"_s));
    const auto *line = qobject_cast<const QAbstractItemView *>(seen(u"timelineView"_s));
    const int row = rowOf(*pageNow(desk, id), kStep);
    while (line->currentIndex().row() != row)
        press(line->currentIndex().row() < row ? Qt::Key_Down : Qt::Key_Up);
    press(Qt::Key_Return);
    await(u"pin:"_s + kStep);
    press(Qt::Key_R);
    press(Qt::Key_Return, Qt::ControlModifier); // not yet: the comment is missing
    REQUIRE(QApplication::focusWidget() == seen(u"reviewComment"_s));
    QTest::keyClicks(QApplication::focusWidget(), kComment);
    press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(becomes([&] { return atOffice(desk, id).returned; }));
    awaitGone(u"pin:"_s + kStep);
}

void correct(WindowWorld &laptop, const TicketId &id)
{
    laptop.syncNow();
    auto *list = qobject_cast<QAbstractItemView *>(await(u"ticketList"_s));
    const auto *adapter = qobject_cast<const widgets::TicketListAdapter *>(list->model());
    const auto onTop = [&] {
        for (int row = 0; row < adapter->rowCount(); ++row) {
            if (const TicketId ticket = adapter->ticketAt(adapter->index(row)); !ticket.isNull())
                return ticket == id;
        }
        return false;
    };
    REQUIRE(becomes(onTop));
    laptop.openTicket(id);
    awaitText(u"ticketBanner"_s, kComment);
    click(u"ticketBanner/bannerAction"_s);
    awaitText(u"card:"_s + kStep, kComment);
    type(u"text:"_s + kStep, u"Box 07, splitter 2, port 7"_s);
    press(Qt::Key_Return);
    REQUIRE(becomes([&] { return pageNow(laptop, id)->ticket.steps.at(kStep).text.endsWith(u"port 7"); }));
}

void signOffAgain(WindowWorld &laptop, const TicketId &id)
{
    openStage(8);
    click(u"signTechnician"_s);
    scribble(laptop, u"technicianPad"_s);
    click(u"technicianSign"_s);
    awaitGone(u"signatureDialog"_s);
    awaitEnabled(u"primaryAction"_s);
    click(u"primaryAction"_s);
    REQUIRE(becomes([&] { return pageNow(laptop, id)->ticket.state == domain::State::SignedOff; }));
    laptop.syncNow();
    REQUIRE(becomes([&] { return atOffice(laptop, id).state == domain::State::SignedOff; }));
}

} // namespace

TEST_CASE("a ticket sent back by the keyboard is corrected on its card, signed again and approved", "[ui][loop]")
{
    WindowWorld laptop;
    WindowWorld desk(WindowWorld::Program::Supervisor, laptop.office);
    TicketId id;
    laptop.prepare([&](FieldSession &session) {
        id = nthTicket(session, 0);
        walk(laptop.office, session, id);
        syncAll(laptop.office, session);
    });
    desk.open();
    sendBack(desk, id);
    desk.toBack();

    laptop.show();
    laptop.signIn();
    correct(laptop, id);
    signOffAgain(laptop, id);
    laptop.toBack();

    desk.toFront();
    desk.syncNow();
    awaitEnabled(u"approveButton"_s);
    CHECK(selectedTicket() == id);
    CHECK_FALSE(seen(u"pin:"_s + kStep));
    press(Qt::Key_A);
    CHECK(becomes([&] { return atOffice(desk, id).state == domain::State::Done; }));
    const domain::Ticket done = atOffice(desk, id);
    CHECK(done.reviews.size() == 2);
    CHECK(done.reviews.front().review.pins.front().step == kStep);
}

TEST_CASE("the technician reads with the return which rule of conduct was marked", "[ui][loop]")
{
    WindowWorld laptop;
    WindowWorld desk(WindowWorld::Program::Supervisor, laptop.office);
    TicketId id;
    laptop.prepare([&](FieldSession &session) {
        id = nthTicket(session, 0);
        walk(laptop.office, session, id);
        syncAll(laptop.office, session);
    });
    desk.open();
    awaitEnabled(u"approveButton"_s);
    desk.client->act(id, domain::ReviewDecided{domain::ReviewDecision::Return, kComment, {}, {u"no-gifts"_s}});
    REQUIRE(becomes([&] { return atOffice(desk, id).returned; }));
    desk.toBack();

    laptop.show();
    laptop.signIn();
    laptop.syncNow();
    REQUIRE(becomes([&] { return pageNow(laptop, id)->ticket.returned; }));
    laptop.openTicket(id);
    awaitText(u"ticketBanner"_s, kComment);
    awaitText(u"ticketBanner"_s, u"Take no gifts"_s);
}
