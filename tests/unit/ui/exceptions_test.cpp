// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_world.h"

#include <ruhu/presentation/words.h>
#include <ruhu/widgets/prompts.h>

#include <QAction>
#include <QDateTimeEdit>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using domain::State;
using presentation::FieldSession;
using std::chrono::hours;

namespace {

/// A ticket at work or at the hand-over, with what the test recorded before.
void walkTo(WindowWorld &world, FieldSession &session, const TicketId &id, State before)
{
    walk(world.office, session, id, [before](const domain::WalkStep &step) {
        const auto *payload = std::get_if<domain::Payload>(&step);
        const auto *entered = payload ? std::get_if<domain::StateEntered>(payload) : nullptr;
        return std::holds_alternative<domain::Finished>(step) || (entered && entered->to == before);
    });
}

void walkToAnswer(WindowWorld &world, FieldSession &session, const TicketId &id, const QString &step)
{
    walk(world.office, session, id, [step](const domain::WalkStep &next) {
        const auto *payload = std::get_if<domain::Payload>(&next);
        const auto *answered = payload ? std::get_if<domain::StepAnswered>(payload) : nullptr;
        return answered && answered->step == step;
    });
}

void record(FieldSession &session, const TicketId &id, const domain::Payload &act)
{
    const auto outcome = must(session.act(id, act));
    INFO((outcome.refusal ? outcome.refusal->subject : QString()).toStdString());
    REQUIRE_FALSE(outcome.refusal);
}

template<typename Condition>
void awaitPage(WindowWorld &world, const TicketId &id, const Condition &condition)
{
    REQUIRE(QTest::qWaitFor([&] { return condition(pageNow(world, id)->ticket); }, kPatienceMs));
}

[[nodiscard]] QAction *exceptionNamed(const WindowWorld &world, const QString &name)
{
    QAction *action = nullptr;
    REQUIRE(QTest::qWaitFor([&] { return (action = world.window->findChild<QAction *>(name)); }, kPatienceMs));
    return action;
}

/// Answers every question with the same words.
class Answering final {
public:
    explicit Answering(const QString &text)
    {
        m_prompts.text = text;
        widgets::setPrompts(&m_prompts);
    }
    Answering(const Answering &) = delete;
    Answering &operator=(const Answering &) = delete;
    ~Answering() { widgets::setPrompts(nullptr); }

private:
    widgets::ScriptedPrompts m_prompts;
};

} // namespace

TEST_CASE("who leaves the site says until when, and comes back through the same page", "[ui][exceptions]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        walkToAnswer(world, session, id, u"W02"_s);
    });
    world.openTicket(id);
    await(u"card:W02"_s);
    CHECK_FALSE(seen(u"leaveCard"_s));
    exceptionNamed(world, u"exceptionLeave"_s)->trigger();
    await(u"leaveReason"_s);
    type(u"leaveReason"_s, u"A joint in the street is broken"_s);
    click(u"leaveNow"_s);
    await(u"awayCard"_s);
    awaitText(u"awayCard"_s, u"A joint in the street is broken"_s);
    awaitGone(u"primaryAction"_s);
    CHECK(pageNow(world, id)->ticket.isAway());
    click(u"resumeOther"_s);
    awaitPage(world, id, [](const domain::Ticket &ticket) { return !ticket.isAway(); });
    await(u"card:W02"_s);
    CHECK(pageNow(world, id)->ticket.absences.front().resumed);
}

TEST_CASE("a ticket without a line is given back with what was found", "[ui][exceptions]")
{
    const Answering answering(u"Splitter full, customer told"_s);
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        record(session, id, domain::ContactRecorded{});
        record(session, id, domain::StepAnswered{u"A15"_s, {u"none"_s}, u"splitter full"_s});
    });
    world.openTicket(id);
    exceptionNamed(world, u"handBack:no-resource"_s)->trigger();
    awaitPage(world, id, [](const domain::Ticket &ticket) { return ticket.state == State::HandedBack; });
    CHECK(pageNow(world, id)->ticket.handBack->handBack.note == u"Splitter full, customer told");
    CHECK_FALSE(world.window->findChild<QAction *>(u"handBack:remote-fix"_s)); // that is for repairs
    awaitGone(u"primaryAction"_s);
    awaitText(u"storyCard"_s, u"Splitter full, customer told"_s);
    CHECK_FALSE(seen(u"card:S01"_s)); // no step nobody took
}

TEST_CASE("a time that cannot be kept leads back to the telephone", "[ui][exceptions]")
{
    const Answering answering(u"The visit before takes longer"_s);
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        walkTo(world, session, id, State::Prepared);
    });
    world.openTicket(id);
    exceptionNamed(world, u"exceptionMissedByUs"_s)->trigger();
    awaitPage(world, id, [](const domain::Ticket &ticket) { return ticket.state == State::ToContact; });
    const domain::AppointmentMissed missed = pageNow(world, id)->ticket.missed.front().missed;
    CHECK(missed == domain::AppointmentMissed{domain::Cause::Company, u"The visit before takes longer"_s});
    await(u"contactReached"_s);
}

TEST_CASE("a price is named, accepted and taken as it was named", "[ui][exceptions]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        walkToAnswer(world, session, id, u"W02"_s);
        record(session, id, domain::StepAnswered{u"W02"_s, {u"charged"_s}, {}});
    });
    world.openTicket(id);
    await(u"quotationCard"_s);
    type(u"quotationAmount"_s, u"fifty"_s);
    type(u"quotationPurpose"_s, u"20 m of cable"_s);
    click(u"quotationAccepted"_s);
    awaitText(u"ticketBanner"_s, u"Type an amount"_s);
    CHECK(typed(u"quotationPurpose"_s) == u"20 m of cable"); // what was typed is not lost
    type(u"quotationAmount"_s, u"50"_s);
    click(u"quotationAccepted"_s);
    awaitPage(world, id, [](const domain::Ticket &ticket) { return ticket.quotation.has_value(); });
    CHECK(pageNow(world, id)->ticket.quotation->quotation.amountFen == 50'00);
    awaitText(u"quotationCard"_s, u"¥50.00"_s);
}

TEST_CASE("money is taken against a receipt before anybody signs", "[ui][exceptions]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        walkToAnswer(world, session, id, u"W02"_s);
        record(session, id, domain::StepAnswered{u"W02"_s, {u"charged"_s}, {}});
        record(session, id, domain::ChargeQuoted{50'00, u"20 m of cable"_s, true});
        walkToAnswer(world, session, id, u"S01"_s);
    });
    world.openTicket(id);
    await(u"paymentCard"_s);
    type(u"paymentAmount"_s, u"80"_s);
    type(u"paymentReceipt"_s, u"R-0001"_s);
    click(u"paymentTaken"_s);
    awaitText(u"ticketBanner"_s, u"exactly what was quoted"_s);
    type(u"paymentAmount"_s, u"50.00"_s);
    click(u"paymentTaken"_s);
    awaitPage(world, id, [](const domain::Ticket &ticket) { return ticket.payment.has_value(); });
    CHECK(pageNow(world, id)->ticket.payment->payment == domain::ChargeTaken{50'00, u"R-0001"_s});
}

TEST_CASE("a complaint at the door is written down with name and number", "[ui][exceptions]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        walkToAnswer(world, session, id, u"C08"_s);
    });
    world.openTicket(id);
    exceptionNamed(world, u"exceptionEnquiry"_s)->trigger();
    await(u"enquiryText"_s);
    click(u"enquiryKind/option-complaint"_s);
    type(u"enquiryText"_s, u"The bill was wrong twice"_s);
    click(u"enquiryCalled"_s);
    click(u"enquiryRecord"_s);
    awaitPage(world, id, [](const domain::Ticket &ticket) { return ticket.enquiries.size() == 1; });
    const domain::EnquiryRecorded said = pageNow(world, id)->ticket.enquiries.front().enquiry;
    CHECK(said.kind == domain::EnquiryKind::Complaint);
    CHECK(said.person == pageNow(world, id)->ticket.order.customerName);
    CHECK(said.hotlineCalled);
}

TEST_CASE("the limit that runs out first stands under the customer's name", "[ui][exceptions]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) { id = nthTicket(session, 0); });
    world.openTicket(id);
    const auto page = pageNow(world, id);
    const auto all = domain::deadlines(page->ticket, *page->catalogue, page->now);
    REQUIRE_FALSE(all.empty());
    awaitText(u"timeLimit"_s, presentation::deadlineText(all.front().id, page->catalogue));
}

TEST_CASE("a sign-off after the promised time asks why", "[ui][exceptions]")
{
    WindowWorld world;
    TicketId id;
    world.open([&](FieldSession &session) {
        id = nthTicket(session, 0);
        walkTo(world, session, id, State::SignedOff);
        REQUIRE(must(session.page(id))->ticket.order.promisedBy);
        world.office.clock.setWall(*must(session.page(id))->ticket.order.promisedBy + hours(1));
    });
    world.openTicket(id);
    await(u"overdueCard"_s);
    click(u"primaryAction"_s);
    awaitText(u"ticketBanner"_s, u"Write the reason"_s);
    type(u"overdueReason"_s, u"The customer was away for a week"_s);
    click(u"primaryAction"_s);
    awaitPage(world, id, [](const domain::Ticket &ticket) { return ticket.state == State::SignedOff; });
    CHECK(pageNow(world, id)->ticket.closingReason == u"The customer was away for a week");
}
