// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fault_vfs.h"
#include "window_world.h"

#include <ruhu/widgets/ticket_list_adapter.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using presentation::FieldClient;
using presentation::FieldSession;

namespace {

const QString kOutOfLimits = u"-28.10"_s;

/// The routine visit of the first ticket, up to the optical power.
[[nodiscard]] TicketId toTheReading(WindowWorld &world, FieldSession &session)
{
    const TicketId id = nthTicket(session, 0);
    walk(world.office, session, id, [](const domain::WalkStep &step) {
        const auto *payload = std::get_if<domain::Payload>(&step);
        const auto *reading = payload ? std::get_if<domain::ReadingRecorded>(payload) : nullptr;
        return reading && reading->measure == u"opt_rx";
    });
    return id;
}

/// The page of the open ticket is made anew because the office moved its wish.
void changeAtTheOffice(WindowWorld &world, const TicketId &id)
{
    Heard loaded(*world.client, &FieldClient::pageLoaded);
    const WallTime start = world.office.clock.now() + std::chrono::hours(5);
    must(world.office.office->reschedule(id, {start, start}, u"The customer called the office."_s));
    world.client->syncNow();
    REQUIRE(loaded.wait());
}

[[nodiscard]] std::vector<TicketId> shownOrder()
{
    const auto *list = qobject_cast<const QAbstractItemView *>(await(u"ticketList"_s));
    const auto *adapter = qobject_cast<const widgets::TicketListAdapter *>(list->model());
    std::vector<TicketId> order;
    for (int row = 0; row < adapter->rowCount(); ++row) {
        if (const TicketId id = adapter->ticketAt(adapter->index(row)); !id.isNull())
            order.push_back(id);
    }
    return order;
}

} // namespace

TEST_CASE("what keeps the next act back stands beside it and leads to the missing step", "[ui][ticket]")
{
    WindowWorld world;
    TicketId id;
    bool booked = false;
    const auto stopBeforeChecks = [&booked](const domain::WalkStep &step) {
        const auto *payload = std::get_if<domain::Payload>(&step);
        booked = booked || (payload && std::holds_alternative<domain::AppointmentBooked>(*payload));
        return booked && payload && std::holds_alternative<domain::StepsConfirmed>(*payload);
    };
    SECTION("before the first call the way leads to the call")
    {
        world.open([&](FieldSession &session) { id = nthTicket(session, 0); });
    }
    SECTION("later it leads to the first open step")
    {
        world.open([&](FieldSession &session) {
            id = nthTicket(session, 0);
            walk(world.office, session, id, stopBeforeChecks);
        });
    }
    world.openTicket(id);
    await(u"primaryAction"_s);
    CHECK_FALSE(seen(u"primaryAction"_s)->isEnabled());
    await(u"obstacle"_s);
    CHECK_FALSE(wordsOf(seen(u"obstacle"_s)).isEmpty());
    CHECK_FALSE(seen(u"primaryAction"_s)->accessibleDescription().isEmpty());
    CHECK(seen(u"obstacle"_s)->parentWidget() == seen(u"primaryAction"_s)->parentWidget());

    click(u"obstacle"_s);
    REQUIRE(QTest::qWaitFor(
        [] {
            const QWidget *focus = QApplication::focusWidget();
            return focus && seen(u"stageScroll"_s)->isAncestorOf(focus);
        },
        kPatienceMs));
    const QWidget *focus = QApplication::focusWidget();
    INFO(focus->objectName().toStdString());
    CHECK((focus->focusPolicy() & Qt::TabFocus) == Qt::TabFocus);
    CHECK(focus->isEnabled());
    CHECK_FALSE(focus->visibleRegion().isEmpty());
}

TEST_CASE("what was typed and chosen survives the page being made anew by a sync", "[ui][ticket]")
{
    WindowWorld world;
    TicketId id;
    SECTION("before the call: a note, another person, another time")
    {
        world.open([&](FieldSession &session) {
            id = nthTicket(session, 0);
            must(session.act(id, domain::ContactRecorded{domain::ContactOutcome::Reached, {}}));
            syncAll(world.office, session);
        });
        world.openTicket(id);
        await(u"appointmentPerson"_s);
        type(u"appointmentPerson"_s, u"The neighbour downstairs"_s);
        auto *time = qobject_cast<QDateTimeEdit *>(seen(u"appointmentTime"_s));
        const QDateTime wanted =
            QDateTime::fromMSecsSinceEpoch(toMs(world.office.clock.now() + std::chrono::hours(26)));
        if (time)
            time->setDateTime(wanted);
        changeAtTheOffice(world, id);
        CHECK(typed(u"appointmentPerson"_s) == u"The neighbour downstairs");
        if (time) {
            const auto *now = qobject_cast<const QDateTimeEdit *>(await(u"appointmentTime"_s));
            CHECK(now->dateTime() == wanted);
        }
    }
    SECTION("at the door: who opened, the story, and the ways on from there")
    {
        world.open([&](FieldSession &session) {
            id = nthTicket(session, 0);
            walk(world.office, session, id, [](const domain::WalkStep &step) {
                const auto *payload = std::get_if<domain::Payload>(&step);
                return payload && std::holds_alternative<domain::AdmissionRecorded>(*payload);
            });
        });
        world.openTicket(id);
        click(u"admissionWho/option-minor-alone"_s);
        type(u"admissionWho/note"_s, u"Called, nobody answered"_s);
        await(u"admissionWait"_s);
        Heard loaded(*world.client, &FieldClient::pageLoaded);
        world.syncNow(); // what was recorded before is acknowledged now
        world.client->loadPage(id);
        REQUIRE(loaded.wait());
        CHECK(typed(u"admissionWho/note"_s) == u"Called, nobody answered");
        CHECK(seen(u"admissionWait"_s));
        CHECK(QApplication::focusWidget() == seen(u"admissionWho/note"_s));
    }
}

TEST_CASE("a reading out of limits asks for the reason before it is recorded", "[ui][ticket]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) { id = toTheReading(world, session); });
    world.openTicket(id);
    await(u"reading:opt_rx/number"_s);
    CHECK_FALSE(seen(u"reading:opt_rx/reasonPicker"_s));
    type(u"reading:opt_rx/number"_s, kOutOfLimits);
    await(u"reading:opt_rx/reasonPicker"_s);
    awaitText(u"reading:opt_rx/verdict"_s, u"Out of limits"_s);

    click(u"record:opt_rx"_s);
    await(u"ticketBanner"_s);
    CHECK(pageNow(world, id)->ticket.readings.count(u"opt_rx"_s) == 0);
    // The page was made anew meanwhile: number, question and words stand as before.
    CHECK(typed(u"reading:opt_rx/number"_s) == kOutOfLimits);
    CHECK(seen(u"reading:opt_rx/reasonPicker"_s));
    CHECK(seen(u"ticketBanner"_s));
    click(u"reading:opt_rx/option-line"_s);
    click(u"record:opt_rx"_s);
    REQUIRE(QTest::qWaitFor([&] { return pageNow(world, id)->ticket.readings.count(u"opt_rx"_s) == 1; }, kPatienceMs));
    const auto recorded = pageNow(world, id)->ticket.readings.at(u"opt_rx"_s).reading;
    CHECK(recorded.verdict == domain::Verdict::Fail);
    CHECK_FALSE(recorded.reason.isEmpty());
}

TEST_CASE("the open ticket stays selected when the order of the list changes", "[ui][list]")
{
    WindowWorld world;
    world.open();
    const std::vector<TicketId> before = shownOrder();
    REQUIRE(before.size() >= 4);
    const TicketId open = before.at(2);
    world.openTicket(open);
    const QString name = wordsOf(await(u"customerName"_s));

    const WallTime late = world.office.clock.now() + std::chrono::hours(30);
    must(world.office.office->reschedule(before.front(), {late, late}, u"Not before tomorrow."_s));
    world.client->syncNow();
    REQUIRE(QTest::qWaitFor([&before] { return shownOrder() != before; }, kPatienceMs));
    CHECK(selectedTicket() == open);
    CHECK(wordsOf(seen(u"customerName"_s)) == name);

    SECTION("and while the list is searched and shown whole again")
    {
        type(u"searchField"_s, u"no such customer"_s);
        REQUIRE(QTest::qWaitFor([] { return shownOrder().empty(); }, kPatienceMs));
        CHECK(wordsOf(seen(u"customerName"_s)) == name);
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_Delete);
        REQUIRE(QTest::qWaitFor([] { return !shownOrder().empty(); }, kPatienceMs));
        CHECK(selectedTicket() == open);
    }
}

TEST_CASE("a full disk is said in words, nothing typed is lost, and the next try succeeds", "[ui][ticket][fault]")
{
    FaultVfs disk;
    WindowWorld world;
    TicketId id;
    SECTION("a note of the first call")
    {
        world.open([&](FieldSession &session) { id = nthTicket(session, 0); });
        world.syncNow();
        world.openTicket(id);
        type(u"contactNote"_s, u"Wants it next week"_s);
        disk.failFrom(1);
        click(u"contactPostponed"_s);
        awaitText(u"ticketBanner"_s, u"full"_s);
        CHECK_FALSE(seen(u"toast"_s));
        CHECK(typed(u"contactNote"_s) == u"Wants it next week");
        disk.heal();
        click(u"contactPostponed"_s);
        awaitText(u"toast"_s, u"Kept on this laptop"_s);
        const auto page = pageNow(world, id);
        REQUIRE(page->ticket.contacts.size() == 1);
        CHECK(page->ticket.contacts.front().contact.note == u"Wants it next week");
        REQUIRE(QTest::qWaitFor([] { return typed(u"contactNote"_s).isEmpty(); }, kPatienceMs));
    }
    SECTION("a reading")
    {
        world.open([&](FieldSession &session) { id = toTheReading(world, session); });
        world.syncNow();
        world.openTicket(id);
        type(u"reading:opt_rx/number"_s, u"-21.40"_s);
        disk.failFrom(1);
        click(u"record:opt_rx"_s);
        awaitText(u"ticketBanner"_s, u"full"_s);
        CHECK(typed(u"reading:opt_rx/number"_s) == u"-21.40");
        disk.heal();
        click(u"record:opt_rx"_s);
        awaitText(u"toast"_s, u"Kept on this laptop"_s);
        CHECK(pageNow(world, id)->ticket.readings.count(u"opt_rx"_s) == 1);
    }
    CHECK(disk.wasMet());
}

TEST_CASE("a returned ticket shows the supervisor's comment on the very card", "[ui][ticket][review]")
{
    const QString comment = u"The label on the terminal box cannot be read."_s;
    WindowWorld world;
    TicketId id;
    QString step;
    world.prepare([&](FieldSession &session) {
        id = nthTicket(session, 0);
        walk(world.office, session, id);
        syncAll(world.office, session);
        step = must(session.page(id))->ticket.photos.back().photo.step;
    });
    {
        const auto boss = enrolled(world.office, u"desk"_s, u"boss"_s);
        syncAll(world.office, *boss);
        const domain::ReviewDecided sentBack{domain::ReviewDecision::Return, comment, {{step, comment}}};
        REQUIRE_FALSE(must(boss->act(id, sentBack)).refusal);
        syncAll(world.office, *boss);
    }
    world.show();
    world.signIn();
    world.syncNow();
    auto *list = qobject_cast<QAbstractItemView *>(await(u"ticketList"_s));
    REQUIRE(QTest::qWaitFor([list] { return list->model()->rowCount() > 0; }, kPatienceMs));
    world.openTicket(id);
    awaitText(u"ticketBanner"_s, comment);
    click(u"ticketBanner/bannerAction"_s);
    await(u"card:"_s + step);
    awaitText(u"card:"_s + step, comment);
    CHECK_FALSE(seen(u"card:"_s + step)->visibleRegion().isEmpty());
    // And on no other.
    const auto cards = seen(u"stageScroll"_s)->findChildren<QWidget *>();
    for (const QWidget *card : cards) {
        if (card->objectName().startsWith(u"card:") && card->objectName() != u"card:"_s + step)
            CHECK_FALSE(wordsOf(card).contains(comment));
    }
}

TEST_CASE("Ctrl+K finds a ticket by its number and opens it", "[ui][palette]")
{
    WindowWorld world;
    TicketId id;
    QString number;
    QString customer;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 4);
        number = must(session.row(id)).number;
        customer = must(session.row(id)).customerName;
    });
    await(u"ticketList"_s)->setFocus();
    press(Qt::Key_K, Qt::ControlModifier);
    await(u"commandPalette"_s);
    type(u"commandPalette/commandText"_s, number);
    press(Qt::Key_Return);
    awaitText(u"customerName"_s, customer);
    CHECK(selectedTicket() == id);
}

TEST_CASE("the customer's signature is over what the customer was shown", "[ui][ticket][sign]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        walk(world.office, session, id,
             [](const domain::WalkStep &step) { return std::holds_alternative<domain::NeedSignature>(step); });
    });
    world.openTicket(id);
    click(u"showCustomer"_s);
    await(u"customerView"_s);
    click(u"customerRating/option-satisfied"_s);
    // Behind the customer's view the paper changes.
    Heard acted(*world.client, &FieldClient::acted);
    world.client->act(id, domain::StepAnswered{u"H08"_s, {u"none"_s}, u"A note the customer never saw"_s});
    REQUIRE(acted.wait());
    REQUIRE_FALSE(std::get<2>(acted.calls().front()).refusal);
    QWidget *pad = await(u"customerPad/signatureCanvas"_s);
    QTest::mousePress(pad, Qt::LeftButton, {}, QPoint(20, 20));
    world.office.clock.advance(Millis(400));
    QTest::mouseMove(pad, QPoint(60, 40));
    QTest::mouseRelease(pad, Qt::LeftButton, {}, QPoint(90, 20));
    click(u"customerSign"_s);
    await(u"customerBanner"_s);
    CHECK(pageNow(world, id)->ticket.signatures.empty());
}

TEST_CASE("what the visit recorded stands as a line of fact where its card was", "[ui][ticket]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) { id = toTheReading(world, session); });
    world.openTicket(id);
    await(u"primaryAction"_s);
    openStage(0);
    awaitText(u"facts:book/factLine"_s, u"Customer reached by telephone"_s);
    awaitText(u"facts:book"_s, u"Booked for"_s);
    openStage(3);
    awaitText(u"facts:door"_s, u"Arrived"_s);
    CHECK_FALSE(seen(u"admissionCard"_s));
    openStage(4);
    CHECK_FALSE(seen(u"facts:work"_s));
}
