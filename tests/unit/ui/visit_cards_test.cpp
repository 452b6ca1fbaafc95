// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_world.h"

#include <ruhu/presentation/words.h>

#include <ruhu/presentation/papers.h>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDateTimeEdit>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using domain::State;
using presentation::FieldClient;
using presentation::FieldSession;
using std::chrono::hours;

namespace {

template<typename Payload>
const Payload *actOf(const domain::WalkStep &step)
{
    const auto *payload = std::get_if<domain::Payload>(&step);
    return payload ? std::get_if<Payload>(payload) : nullptr;
}

[[nodiscard]] StopBefore untilEntering(State state)
{
    return [state](const domain::WalkStep &step) {
        const auto *entered = actOf<domain::StateEntered>(step);
        return std::holds_alternative<domain::Finished>(step) || (entered && entered->to == state);
    };
}

void record(FieldSession &session, const TicketId &id, const domain::Payload &act)
{
    REQUIRE_FALSE(must(session.act(id, act)).refusal);
}

/// A visit at this state, its appointment hours ahead.
[[nodiscard]] TicketId visitAt(WindowWorld &world, FieldSession &session, std::size_t n, State state)
{
    const TicketId id = nthTicket(session, n);
    if (state == State::ToContact)
        return id;
    walk(world.office, session, id,
         [](const domain::WalkStep &step) { return actOf<domain::AppointmentBooked>(step) != nullptr; });
    const bool rural = must(session.page(id))->ticket.order.area == domain::Area::Rural;
    const WallTime start = world.office.clock.now() + hours(2);
    record(session, id,
           domain::AppointmentBooked{{start, rural ? start + hours(4) : start}, u"x"_s, u"138 0000 0001"_s, true, {}});
    if (state == State::Booked)
        return id;
    walk(world.office, session, id, untilEntering(state == State::Prepared ? State::Travelling : State::Arrived));
    if (state >= State::Arrived)
        record(session, id, domain::StateEntered{State::Arrived, u"The customer asked for it"_s, {}});
    if (state == State::Working)
        walk(world.office, session, id, [](const domain::WalkStep &step) {
            const auto *reading = actOf<domain::ReadingRecorded>(step);
            const auto *entered = actOf<domain::StateEntered>(step);
            return (reading && reading->measure == u"opt_rx") || (entered && entered->to == State::Tested);
        });
    REQUIRE(must(session.page(id))->ticket.state == state);
    return id;
}

template<typename Condition>
void awaitPage(WindowWorld &world, const TicketId &id, const Condition &condition)
{
    REQUIRE(QTest::qWaitFor([&] { return condition(pageNow(world, id)->ticket); }, kPatienceMs));
}

[[nodiscard]] QStringList exceptionsOffered(const WindowWorld &world)
{
    QStringList names;
    const auto actions = world.window->findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (action->objectName().startsWith(u"exception"))
            names.append(action->objectName());
    }
    names.sort();
    return names;
}

void choose(const WindowWorld &world, const QString &exception)
{
    auto *action = world.window->findChild<QAction *>(exception);
    REQUIRE(action);
    action->trigger();
}

void drawOn(WindowWorld &world, const QString &canvas)
{
    QWidget *pad = await(canvas);
    QTest::mousePress(pad, Qt::LeftButton, {}, QPoint(20, 20));
    world.office.clock.advance(Millis(400));
    QTest::mouseMove(pad, QPoint(60, 40));
    QTest::mouseRelease(pad, Qt::LeftButton, {}, QPoint(90, 20));
}

[[nodiscard]] StopBefore untilAnswer(const QString &step)
{
    return [step](const domain::WalkStep &next) {
        const auto *answer = actOf<domain::StepAnswered>(next);
        return answer && answer->step == step;
    };
}

bool wantsSignature(const domain::WalkStep &step)
{
    return std::holds_alternative<domain::NeedSignature>(step);
}

} // namespace

TEST_CASE("the customer reads everything that is signed", "[ui][customer]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        walk(world.office, session, id, untilAnswer(u"W02"_s));
        record(session, id, domain::StepAnswered{u"W02"_s, {u"charged"_s}, {}});
        record(session, id, domain::ChargeQuoted{60'00, u"20 m of cable"_s, true});
        record(session, id, domain::ItemMoved{u"i1"_s, u"The shoe cabinet"_s, true});
        walk(world.office, session, id, [](const domain::WalkStep &step) {
            const auto *photo = std::get_if<domain::NeedPhoto>(&step);
            return photo && photo->step == u"W08";
        });
        record(session, id, domain::StepSkipped{u"W08"_s, u"All cable is in the wall"_s});
        walk(world.office, session, id, wantsSignature);
    });
    world.openTicket(id);
    const auto page = pageNow(world, id);
    click(u"showCustomer"_s);
    const QString words = wordsOf(await(u"customerStory"_s));
    const domain::TicketOpened &order = page->ticket.order;
    for (const QString &part : {u"20 m of cable"_s, u"¥60.00"_s, u"The shoe cabinet"_s, u"All cable is in the wall"_s,
                                order.customerName, order.address, order.accountId, order.product})
        CHECK(words.contains(part));
    for (const auto &[step, answer] : page->ticket.steps) {
        INFO(step.toStdString());
        CHECK(words.contains(page->catalogue->step(step)->title.en));
        CHECK(words.contains(answer.text));
    }
    for (const auto &[measure, fact] : page->ticket.readings)
        CHECK(words.contains(presentation::valueText(fact.reading.value, *page->catalogue->measure(measure))));
    CHECK(words.indexOf(u"¥60.00"_s) < words.indexOf(order.accountId)); // what it costs comes first
    CHECK(wordsOf(await(u"customerPhotos"_s)).contains(u"Photo before work"_s));
    CHECK(typed(u"signerName"_s) == order.customerName);
}

TEST_CASE("a scanner fills the list of materials without the mouse", "[ui][materials]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        walk(world.office, session, id,
             [](const domain::WalkStep &step) { return actOf<domain::MaterialUsed>(step) != nullptr; });
    });
    world.openTicket(id);
    // It types the number and Enter; the first terminal of the access is chosen.
    const auto scan = [](const QString &number) {
        QWidget *serial = await(u"mark:W14:sn"_s);
        serial->setFocus();
        QTest::keyClicks(serial, number);
        QTest::keyClick(serial, Qt::Key_Return);
    };
    scan(u"4857-0001"_s);
    awaitPage(world, id, [](const domain::Ticket &ticket) { return ticket.materials.size() == 1; });
    CHECK(pageNow(world, id)->ticket.materials.front().used.material == u"onu"_s);
    CHECK(await(u"materialRemove:m1"_s)->accessibleName().contains(u"4857-0001"_s));
    // The next one is offered by itself.
    scan(u"4857-0002"_s);
    awaitPage(world, id, [](const domain::Ticket &ticket) { return ticket.materials.size() == 2; });
    CHECK(pageNow(world, id)->ticket.materials.back().used.material == u"stb"_s);
    click(u"materialRemove:m1"_s);
    awaitPage(world, id, [](const domain::Ticket &ticket) { return ticket.materials.front().withdrawn.has_value(); });
    click(u"materialRemove:m2"_s);
    click(u"option:W14:none"_s);
    awaitPage(world, id, [](const domain::Ticket &ticket) { return ticket.steps.count(u"W14"_s) == 1; });
}

TEST_CASE("another adult signs with the own name", "[ui][customer]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        walk(world.office, session, id,
             [](const domain::WalkStep &step) { return actOf<domain::AdmissionRecorded>(step) != nullptr; });
        record(session, id, domain::AdmissionRecorded{domain::Admission::OtherAdult, u"The sister"_s, {}});
        walk(world.office, session, id, wantsSignature);
    });
    world.openTicket(id);
    click(u"showCustomer"_s);
    await(u"customerView"_s);
    CHECK(typed(u"signerName"_s).isEmpty());
    click(u"customerRating/option-satisfied"_s);
    drawOn(world, u"customerPad/signatureCanvas"_s);
    click(u"customerSign"_s);
    awaitText(u"customerBanner"_s, u"name"_s);
    CHECK(pageNow(world, id)->ticket.signatures.empty());
    type(u"signerName"_s, u"Somebody's sister"_s);
    press(Qt::Key_Return); // neither leaves nor signs
    CHECK(pageNow(world, id)->ticket.signatures.empty());
    REQUIRE(seen(u"customerView"_s));
    click(u"customerSign"_s);
    awaitGone(u"customerView"_s);
    CHECK(pageNow(world, id)->ticket.signatures.at(domain::SignerRole::Customer).signature.name
          == u"Somebody's sister");
}

TEST_CASE("a routine step that is different gets its own card and nothing is recorded by that", "[ui][ticket][routine]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) { id = nthTicket(session, 0); });
    world.openTicket(id);
    const auto before = pageNow(world, id);
    REQUIRE(wordsOf(await(u"routineCard/step2"_s)) == before->catalogue->step(u"A14"_s)->title.en);
    click(u"routineCard/step2"_s);
    await(u"card:A14"_s);
    await(u"confirm:A14"_s);
    CHECK(pageNow(world, id)->history.size() == before->history.size());
    CHECK_FALSE(seen(u"routineCard/step2"_s));

    click(u"skipOpen:A14"_s);
    type(u"skipReason:A14"_s, u"The customer hung up"_s);
    Heard acted(*world.client, &FieldClient::acted);
    world.client->act(id, domain::NoteAdded{u"Meanwhile something else"_s, {}});
    REQUIRE(acted.wait());
    CHECK(pageNow(world, id)->ticket.steps.empty());
    // Made anew, the card still stands alone, with what was typed.
    await(u"confirm:A14"_s);
    CHECK(typed(u"skipReason:A14"_s) == u"The customer hung up");

    click(u"routineCard/confirmAll"_s);
    awaitPage(world, id, [](const domain::Ticket &ticket) { return ticket.steps.count(u"A01"_s) == 1; });
    CHECK(pageNow(world, id)->ticket.steps.count(u"A14"_s) == 0);
    click(u"skip:A14"_s);
    awaitPage(world, id, [](const domain::Ticket &ticket) { return ticket.steps.count(u"A14"_s) == 1; });
    CHECK(pageNow(world, id)->ticket.steps.at(u"A14"_s).reason == u"The customer hung up");
}

TEST_CASE("a routine card says how its blocking steps are done, what to say and what never happens",
          "[ui][ticket][routine]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) { id = visitAt(world, session, 0, State::Arrived); });
    world.openTicket(id);
    const auto page = pageNow(world, id);
    awaitText(u"routineCard"_s, u"Knock gently, ring for two seconds at most, step back."_s);
    const QString greeting = wordsOf(await(u"phrase:door-greeting"_s));
    CHECK(greeting.contains(page->ticket.order.customerName));
    CHECK(greeting.contains(page->ticket.assignment->userName));
    CHECK_FALSE(greeting.contains(u'{'));
    CHECK_FALSE(wordsOf(await(u"conductCard"_s)).contains(u"No step inside before the customer agrees."_s));
    click(u"conductCard/fold"_s);
    awaitText(u"conductCard"_s, u"No step inside before the customer agrees."_s);
    awaitText(u"conductCard"_s, u"Take no gifts"_s);
}

TEST_CASE("a routine step that blocks is done alone or not at all", "[ui][ticket][routine]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) { id = nthTicket(session, 0); });
    world.openTicket(id);
    click(u"routineCard/step1"_s);
    await(u"confirm:A01"_s);
    CHECK_FALSE(seen(u"skipOpen:A01"_s));
    awaitText(u"card:A01"_s, u"cannot be left out"_s);
    click(u"confirm:A01"_s);
    awaitPage(world, id, [](const domain::Ticket &ticket) { return ticket.steps.count(u"A01"_s) == 1; });
    CHECK_FALSE(pageNow(world, id)->ticket.steps.at(u"A01"_s).inGroup);
}

TEST_CASE("an optional reading is opened, survives the page being made anew, and folds when recorded", "[ui][ticket]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) { id = visitAt(world, session, 0, State::Working); });
    world.syncNow();
    world.openTicket(id);
    await(u"card:T21/fold"_s);
    CHECK_FALSE(seen(u"reading:opt_tx"_s));
    click(u"card:T21/fold"_s);
    await(u"reading:opt_tx/number"_s);
    type(u"reading:opt_tx/number"_s, u"2.50"_s);
    CHECK(pageNow(world, id)->ticket.readings.count(u"opt_tx"_s) == 0);
    CHECK(typed(u"reading:opt_tx/number"_s) == u"2.50");
    click(u"record:opt_tx"_s);
    awaitPage(world, id, [](const domain::Ticket &ticket) { return ticket.readings.count(u"opt_tx"_s) == 1; });
    awaitGone(u"reading:opt_tx"_s);
}

TEST_CASE("the exceptions offered are those the rules allow in this state", "[ui][ticket][exceptions]")
{
    struct Row {
        State state;
        QStringList offered;
    };
    const QString note = u"exceptionNote"_s;
    const QString enquiry = u"exceptionEnquiry"_s;
    const QStringList onTheWay{u"exceptionLate"_s, u"exceptionMissedByCustomer"_s, u"exceptionMissedByUs"_s, note,
                               u"exceptionRebook"_s};
    const std::vector<Row> rows{{State::ToContact, {note}},
                                {State::Booked, onTheWay},
                                {State::Prepared, onTheWay},
                                {State::Travelling, onTheWay},
                                {State::Arrived, {enquiry, u"exceptionNotIn"_s, note}},
                                {State::Working, {enquiry, u"exceptionLeave"_s, note}}};
    WindowWorld world;
    std::vector<TicketId> ids;
    world.open([&](FieldSession &session) {
        for (std::size_t n = 0; n < rows.size(); ++n)
            ids.push_back(visitAt(world, session, n, rows[n].state));
    });
    for (std::size_t n = 0; n < rows.size(); ++n) {
        CAPTURE(static_cast<int>(rows[n].state));
        world.openTicket(ids[n]);
        REQUIRE(QTest::qWaitFor([&] { return exceptionsOffered(world) == rows[n].offered; }, kPatienceMs));
    }
    world.openTicket(ids[4]);
    choose(world, u"exceptionNotIn"_s);
    await(u"admissionWho"_s);
}

TEST_CASE("a delay is told from every state before the door", "[ui][ticket][exceptions]")
{
    const State state = GENERATE(State::Booked, State::Prepared, State::Travelling);
    CAPTURE(static_cast<int>(state));
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) { id = visitAt(world, session, 0, state); });
    world.openTicket(id);
    await(u"primaryAction"_s);
    choose(world, u"exceptionLate"_s);
    await(u"lateMinutes"_s);
    REQUIRE(QTest::qWaitFor(
        [] {
            const QWidget *focus = QApplication::focusWidget();
            return focus && seen(u"lateCard"_s) && seen(u"lateCard"_s)->isAncestorOf(focus);
        },
        kPatienceMs));
    type(u"lateReason"_s, u"The ring road is closed"_s);
    click(u"lateAccepted"_s);
    awaitPage(world, id, [](const domain::Ticket &ticket) { return ticket.lateNotices.size() == 1; });
    CHECK(pageNow(world, id)->ticket.lateNotices.back().late.reason == u"The ring road is closed");
}

TEST_CASE("another time is agreed from every state before the door, after a call", "[ui][ticket][exceptions]")
{
    const State state = GENERATE(State::Booked, State::Prepared, State::Travelling);
    CAPTURE(static_cast<int>(state));
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) { id = visitAt(world, session, 0, state); });
    world.openTicket(id);
    await(u"primaryAction"_s);
    choose(world, u"exceptionRebook"_s);
    await(u"contactReached"_s);
    awaitText(u"primaryAction"_s, u"Book the appointment"_s);
    CHECK_FALSE(seen(u"primaryAction"_s)->isEnabled());
    awaitText(u"obstacle"_s, u"Call the customer first"_s);
    click(u"contactReached"_s);
    awaitEnabled(u"primaryAction"_s);
    awaitText(u"primaryAction"_s, u"Book the appointment"_s);
    const QDateTime wanted = QDateTime::fromMSecsSinceEpoch(toMs(world.office.clock.now() + hours(26)));
    auto *time = qobject_cast<QDateTimeEdit *>(await(u"appointmentTime"_s));
    REQUIRE(time);
    time->setDateTime(wanted);
    click(u"primaryAction"_s);
    awaitPage(world, id, [&wanted](const domain::Ticket &ticket) {
        return toMs(ticket.appointment->appointment.window.start) == wanted.toMSecsSinceEpoch();
    });
    CHECK(pageNow(world, id)->ticket.state == State::Booked);
    await(u"stage:prepare"_s); // and goes on from there
}

TEST_CASE("a time that is not the customer's is booked with its reason", "[ui][ticket]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) { id = visitAt(world, session, 0, State::Booked); });
    world.openTicket(id);
    await(u"primaryAction"_s);
    choose(world, u"exceptionRebook"_s);
    await(u"contactReached"_s);
    CHECK(wordsOf(await(u"stageScroll"_s)).contains(u"10010"_s)); // said when the customer puts it off (D15-87)
    click(u"contactReached"_s);
    awaitEnabled(u"primaryAction"_s);
    CHECK_FALSE(seen(u"appointmentReason"_s));
    auto *other = qobject_cast<QCheckBox *>(await(u"appointmentOther"_s));
    REQUIRE(other);
    other->setChecked(true);
    type(u"appointmentReason"_s, u"No splicer free on Monday"_s);
    click(u"primaryAction"_s);
    awaitPage(world, id, [](const domain::Ticket &ticket) { return !ticket.appointment->appointment.customersWish; });
    CHECK(pageNow(world, id)->ticket.appointment->appointment.reason == u"No splicer free on Monday");
}

TEST_CASE("a satisfied customer may write a line and need not", "[ui][customer]")
{
    const QString line = GENERATE(QString(), u"Quick and clean"_s);
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        walk(world.office, session, id, wantsSignature);
    });
    world.openTicket(id);
    click(u"showCustomer"_s);
    await(u"customerView"_s);
    click(u"customerRating/option-satisfied"_s);
    type(u"customerRating/note"_s, line);
    drawOn(world, u"customerPad/signatureCanvas"_s);
    click(u"customerSign"_s);
    awaitGone(u"customerView"_s);
    CHECK(pageNow(world, id)->ticket.rating->rating.reason == line);
}

TEST_CASE("a ticket with entries of a newer program is read, not worked on", "[ui][ticket]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) { id = visitAt(world, session, 0, State::Working); });
    world.syncNow();
    world.openTicket(id);
    await(u"reading:opt_rx"_s);
    // As the page is after a sync with an office that knows more.
    auto page = std::make_shared<presentation::TicketPage>(*pageNow(world, id));
    domain::HistoryEntry entry = page->history.back();
    entry.event.payload = domain::UnknownPayload{u"drone.landed"_s, {}};
    page->history.push_back(entry);
    domain::apply(page->ticket, entry);
    page->possible =
        domain::possibilities(page->ticket, {page->ticket.assignment->user,
                                             presentation::builtInShelf().roles().role(domain::kTechnician),
                                             page->now,
                                             *page->catalogue,
                                             {}});
    SECTION("with its checklist")
    {
        Q_EMIT world.client->pageLoaded(page);
        await(u"card:T01"_s);
    }
    SECTION("with a checklist that is newer, too")
    {
        page->catalogue = nullptr;
        page->possible.clear();
        Q_EMIT world.client->pageLoaded(page);
        awaitGone(u"card:T01"_s);
        CHECK_FALSE(seen(u"card:T01"_s));
    }
    awaitText(u"stageScroll"_s, u"needs a newer program"_s);
    awaitText(u"storyCard"_s, u"drone.landed"_s);
    CHECK_FALSE(wordsOf(seen(u"stageScroll"_s)).contains(u"Cancelled"_s));
    CHECK_FALSE(seen(u"reading:opt_rx"_s));
    CHECK_FALSE(seen(u"confirmAll"_s));
    CHECK_FALSE((seen(u"primaryAction"_s) && seen(u"primaryAction"_s)->isEnabled()));
}

TEST_CASE("a short list says what is missing", "[ui][ticket]")
{
    WindowWorld world;
    TicketId id;
    domain::Catalogue catalogue;
    world.open([&](FieldSession &session) { id = nthTicket(session, 0); });
    world.syncNow();
    world.openTicket(id);
    await(u"choice:A15"_s);
    // No checklist has a list yet, so a choice is shown as one; the rules take a single tick either way.
    auto page = std::make_shared<presentation::TicketPage>(*pageNow(world, id));
    catalogue = *page->catalogue;
    for (domain::Step &step : catalogue.steps) {
        if (step.id == u"A15")
            step.kind = domain::StepKind::Multi;
    }
    page->catalogue = &catalogue;
    Q_EMIT world.client->pageLoaded(page);
    auto *none = qobject_cast<QAbstractButton *>(await(u"option:A15:none"_s));
    REQUIRE(none);
    none->click();
    type(u"note:A15"_s, u"The splitter is full"_s);
    click(u"record:A15"_s);
    awaitPage(world, id, [](const domain::Ticket &ticket) { return ticket.steps.count(u"A15"_s) == 1; });
    CHECK(pageNow(world, id)->ticket.steps.at(u"A15"_s).text == u"The splitter is full");
}
