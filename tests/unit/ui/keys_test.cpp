// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One key or click is one act, the one the person meant.

#include "window_world.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using domain::State;
using presentation::FieldClient;
using presentation::FieldSession;

namespace {

/// The routine visit of the first ticket, up to the step into that state.
[[nodiscard]] TicketId upTo(WindowWorld &world, FieldSession &session, State state)
{
    const TicketId id = nthTicket(session, 0);
    walk(world.office, session, id, [state](const domain::WalkStep &step) {
        const auto *payload = std::get_if<domain::Payload>(&step);
        const auto *entered = payload ? std::get_if<domain::StateEntered>(payload) : nullptr;
        const bool books = payload && std::holds_alternative<domain::AppointmentBooked>(*payload);
        return (entered && entered->to == state) || (books && state == State::Booked);
    });
    return id;
}

/// The key held down: it repeats without being let go.
void hold(int key)
{
    press(key);
    QWidget *target = QApplication::focusWidget();
    for (int i = 0; target && i < 5; ++i) {
        QKeyEvent again(QEvent::KeyPress, key, Qt::NoModifier, u"\r"_s, true);
        QApplication::sendEvent(target, &again);
        target = QApplication::focusWidget();
    }
}

void doubleClick(const QString &path)
{
    QWidget *widget = await(path);
    QTest::mouseClick(widget, Qt::LeftButton);
    QTest::mouseDClick(widget, Qt::LeftButton); // the second press alone
    QTest::mouseRelease(widget, Qt::LeftButton);
}

[[nodiscard]] std::size_t countOf(const presentation::TicketPage &page, const QString &type)
{
    return static_cast<std::size_t>(
        std::count_if(page.history.begin(), page.history.end(), [&type](const domain::HistoryEntry &entry) {
            return domain::payloadType(entry.event.payload) == type;
        }));
}

} // namespace

TEST_CASE("Enter in a reading records that reading and not the page's next act", "[ui][keys]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) { id = upTo(world, session, State::Tested); });
    world.openTicket(id);
    awaitEnabled(u"primaryAction"_s);
    const qint64 before = pageNow(world, id)->ticket.readings.at(u"opt_rx"_s).reading.value;
    click(u"card:T01/fold"_s);
    awaitText(u"reading:opt_rx"_s, u"Before: "_s); // what stands recorded stays in sight while it is corrected
    type(u"reading:opt_rx/number"_s, u"-20.57"_s);
    press(Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return pageNow(world, id)->ticket.readings.at(u"opt_rx"_s).reading.value != before; },
                            kPatienceMs));
    const auto page = pageNow(world, id);
    CHECK(page->ticket.readings.at(u"opt_rx"_s).reading.value == -2057);
    CHECK(page->ticket.state == State::Working);
}

TEST_CASE("Enter in a text performs the page's next act only on the card of that act", "[ui][keys]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) { id = upTo(world, session, State::Booked); });
    world.openTicket(id);
    awaitEnabled(u"primaryAction"_s);
    SECTION("a note of the call has no act of its own")
    {
        click(u"contactCard/fold"_s);
        type(u"contactNote"_s, u"Rings twice"_s);
        press(Qt::Key_Return);
        CHECK(pageNow(world, id)->ticket.state == State::ToContact);
        CHECK(typed(u"contactNote"_s) == u"Rings twice");
    }
    SECTION("with whom the time was agreed is part of the act")
    {
        type(u"appointmentPerson"_s, u"The neighbour"_s);
        press(Qt::Key_Return);
        const auto page = pageNow(world, id);
        REQUIRE(page->ticket.state == State::Booked);
        CHECK(page->ticket.appointment->appointment.person == u"The neighbour");
    }
}

TEST_CASE("a key held down acts once", "[ui][keys]")
{
    WindowWorld world;
    TicketId id;
    SECTION("on the next act")
    {
        world.open([&](FieldSession &session) { id = upTo(world, session, State::Prepared); });
        world.openTicket(id);
        awaitEnabled(u"primaryAction"_s);
        seen(u"primaryAction"_s)->setFocus();
        hold(Qt::Key_Return);
        const auto page = pageNow(world, id);
        CHECK(page->ticket.state == State::Prepared);
        CHECK(countOf(*page, u"state.entered"_s) == 1);
        // The keyboard stays where the person left it.
        awaitEnabled(u"primaryAction"_s);
        CHECK(QApplication::focusWidget() == seen(u"primaryAction"_s));
    }
    SECTION("on a button of a card")
    {
        world.open([&](FieldSession &session) { id = nthTicket(session, 0); });
        world.openTicket(id);
        await(u"contactNoAnswer"_s)->setFocus();
        hold(Qt::Key_Return);
        CHECK(pageNow(world, id)->ticket.contacts.size() == 1);
    }
    SECTION("in a text")
    {
        world.open([&](FieldSession &session) { id = upTo(world, session, State::Tested); });
        world.openTicket(id);
        awaitEnabled(u"primaryAction"_s);
        openStage(4);
        click(u"card:F01/fold"_s);
        type(u"text:F01"_s, u"Box 9"_s);
        const std::size_t before = countOf(*pageNow(world, id), u"step.answered"_s);
        hold(Qt::Key_Return);
        CHECK(countOf(*pageNow(world, id), u"step.answered"_s) == before + 1);
    }
}

TEST_CASE("a double click acts once", "[ui][keys]")
{
    WindowWorld world;
    TicketId id;
    SECTION("on the next act, whose words change under the pointer")
    {
        world.open([&](FieldSession &session) { id = upTo(world, session, State::Prepared); });
        world.openTicket(id);
        awaitEnabled(u"primaryAction"_s);
        const QString words = wordsOf(seen(u"primaryAction"_s));
        std::vector<bool> ready; // right after the new page is shown
        QObject context;
        QObject::connect(world.client.get(), &FieldClient::pageLoaded, &context, [&] {
            if (wordsOf(seen(u"primaryAction"_s)) == words)
                return;
            ready.push_back(seen(u"primaryAction"_s)->isEnabled());
            QTest::mouseClick(seen(u"primaryAction"_s), Qt::LeftButton);
        });
        QTest::mouseClick(seen(u"primaryAction"_s), Qt::LeftButton);
        CHECK_FALSE(seen(u"primaryAction"_s)->isEnabled()); // its act is on its way
        QTest::mouseClick(seen(u"primaryAction"_s), Qt::LeftButton);
        REQUIRE(QTest::qWaitFor([&] { return !ready.empty(); }, kPatienceMs));
        CHECK_FALSE(ready.front());
        context.disconnect();
        QObject::disconnect(world.client.get(), nullptr, &context, nullptr);
        const auto page = pageNow(world, id);
        CHECK(page->ticket.state == State::Prepared);
        CHECK_FALSE(seen(u"ticketBanner"_s)); // nothing was refused either
        awaitEnabled(u"primaryAction"_s);
        click(u"primaryAction"_s);
        REQUIRE(QTest::qWaitFor([&] { return pageNow(world, id)->ticket.state == State::Travelling; }, kPatienceMs));
    }
    SECTION("on a button of a card")
    {
        world.open([&](FieldSession &session) { id = nthTicket(session, 0); });
        world.openTicket(id);
        type(u"contactNote"_s, u"The bell is broken"_s);
        doubleClick(u"contactNoAnswer"_s);
        const auto page = pageNow(world, id);
        REQUIRE(page->ticket.contacts.size() == 1);
        CHECK(page->ticket.contacts.front().contact.note == u"The bell is broken");
    }
    SECTION("on a choice")
    {
        world.open([&](FieldSession &session) { id = nthTicket(session, 0); });
        world.openTicket(id);
        doubleClick(u"choice:A15/option-available"_s);
        CHECK(countOf(*pageNow(world, id), u"step.answered"_s) == 1);
    }
}

TEST_CASE("a page made anew in the background leaves the keyboard where it is", "[ui][keys]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) { id = nthTicket(session, 0); });
    world.openTicket(id);
    type(u"contactNote"_s, u"first"_s);
    type(u"searchField"_s, u"x"_s);
    (void)pageNow(world, id);
    CHECK(QApplication::focusWidget() == seen(u"searchField"_s));
    seen(u"contactNote"_s)->setFocus();
    (void)pageNow(world, id);
    CHECK(QApplication::focusWidget() == seen(u"contactNote"_s));
}
