// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_world.h"

#include <ruhu/widgets/ticket_list_adapter.h>

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QPlainTextEdit>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

/// Signed-off tickets of the technician, waiting at the office.
[[nodiscard]] std::vector<TicketId> signOff(WindowWorld &world, std::size_t count)
{
    const auto session = enrolled(world.office, u"laptop"_s);
    syncAll(world.office, *session);
    std::vector<TicketId> ids;
    for (std::size_t i = 0; i < count; ++i) {
        ids.push_back(nthTicket(*session, i));
        walk(world.office, *session, ids.back());
    }
    syncAll(world.office, *session);
    return ids;
}

[[nodiscard]] QAbstractItemView *list()
{
    return qobject_cast<QAbstractItemView *>(await(u"ticketList"_s));
}

[[nodiscard]] TicketId selected()
{
    const auto *adapter = qobject_cast<const widgets::TicketListAdapter *>(list()->model());
    return adapter->ticketAt(list()->currentIndex());
}

[[nodiscard]] bool becomes(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, kPatienceMs);
}

void writeComment(const QString &text)
{
    type(u"reviewComment"_s, text);
}

[[nodiscard]] QString commentNow()
{
    return qobject_cast<QPlainTextEdit *>(await(u"reviewComment"_s))->toPlainText();
}

[[nodiscard]] domain::State stateAtOffice(WindowWorld &world, const TicketId &id)
{
    return must(world.office.office->ticket(id)).state;
}

} // namespace

TEST_CASE("the riskiest ticket opens by itself and is sent back only with a comment", "[ui][review]")
{
    WindowWorld world(WindowWorld::Program::Supervisor);
    const TicketId id = signOff(world, 1).front();
    world.open();
    await(u"approveButton"_s);
    REQUIRE(becomes([&id] { return selected() == id; }));
    awaitEnabled(u"approveButton"_s);
    CHECK_FALSE(seen(u"returnButton"_s)->isEnabled());
    CHECK(wordsOf(seen(u"decisionPanel"_s)).contains(u"To send it back, write what is missing"_s));
    writeComment(u"   "_s);
    CHECK_FALSE(seen(u"returnButton"_s)->isEnabled());

    writeComment(u"A photo of the label is missing."_s);
    awaitEnabled(u"returnButton"_s);
    CHECK(stateAtOffice(world, id) == domain::State::SignedOff); // the letters decided nothing
    click(u"returnButton"_s);
    awaitText(u"toast"_s, u"Decision kept on this laptop"_s);
    REQUIRE(becomes([&] { return must(world.office.office->ticket(id)).returned; }));
    CHECK(must(world.office.office->ticket(id)).reviews.back().review.comment == u"A photo of the label is missing.");
    REQUIRE(becomes([] { return !seen(u"approveButton"_s)->isEnabled(); }));
    CHECK(qobject_cast<QPlainTextEdit *>(seen(u"reviewComment"_s))->toPlainText().isEmpty());
}

TEST_CASE("a rule of conduct the supervisor marks goes with the decision", "[ui][review]")
{
    WindowWorld world(WindowWorld::Program::Supervisor);
    const TicketId id = signOff(world, 1).front();
    world.open();
    awaitEnabled(u"markButton"_s);
    const auto mark = [](const QString &rule) {
        auto *action = seen(u"decisionPanel"_s)->findChild<QAction *>(u"mark:"_s + rule);
        REQUIRE(action);
        action->trigger();
    };
    mark(u"no-gifts"_s);
    mark(u"no-smoking"_s);
    CHECK(wordsOf(await(u"mark:no-gifts"_s)).contains(u"Take no gifts"_s));
    click(u"mark:no-smoking"_s);
    awaitGone(u"mark:no-smoking"_s);
    writeComment(u"The customer told us."_s);
    awaitEnabled(u"returnButton"_s);
    click(u"returnButton"_s);
    REQUIRE(becomes([&] { return must(world.office.office->ticket(id)).returned; }));
    CHECK(must(world.office.office->ticket(id)).reviews.back().review.marks == std::vector{u"no-gifts"_s});
    awaitGone(u"mark:no-gifts"_s);
}

TEST_CASE("the keys J and K go through the queue and A approves and opens the next", "[ui][review]")
{
    WindowWorld world(WindowWorld::Program::Supervisor);
    (void)signOff(world, 3);
    world.open();
    REQUIRE(becomes([] { return list()->model()->rowCount() == 3 && list()->currentIndex().row() == 0; }));
    awaitEnabled(u"approveButton"_s);
    list()->setFocus();
    press(Qt::Key_J);
    CHECK(list()->currentIndex().row() == 1);
    press(Qt::Key_J);
    press(Qt::Key_J);
    CHECK(list()->currentIndex().row() == 2);
    press(Qt::Key_K);
    CHECK(list()->currentIndex().row() == 1);
    const TicketId approved = selected();
    const auto *adapter = qobject_cast<const widgets::TicketListAdapter *>(list()->model());
    const TicketId following = adapter->ticketAt(adapter->index(2));
    Heard loaded(*world.client, &presentation::FieldClient::pageLoaded);
    world.client->loadPage(approved);
    REQUIRE(loaded.wait());

    press(Qt::Key_A);
    REQUIRE(becomes([&] { return stateAtOffice(world, approved) == domain::State::Done; }));
    REQUIRE(becomes([] { return list()->model()->rowCount() == 2; }));
    CHECK(becomes([&following] { return selected() == following; }));
    awaitEnabled(u"approveButton"_s);
    CHECK(stateAtOffice(world, following) == domain::State::SignedOff);
}

TEST_CASE("letters in the comment are text, not decisions", "[ui][review]")
{
    WindowWorld world(WindowWorld::Program::Supervisor);
    const TicketId id = signOff(world, 1).front();
    world.open();
    awaitEnabled(u"approveButton"_s);
    list()->setFocus();
    press(Qt::Key_R); // leads into the comment
    CHECK(QApplication::focusWidget() == seen(u"reviewComment"_s));
    Heard acted(*world.client, &presentation::FieldClient::acted);
    writeComment(u"Jakarta"_s);
    CHECK(qobject_cast<QPlainTextEdit *>(seen(u"reviewComment"_s))->toPlainText() == u"Jakarta");
    world.syncNow();
    CHECK(acted.calls().empty());
    CHECK(stateAtOffice(world, id) == domain::State::SignedOff);
}

TEST_CASE("a comment half written stays with its ticket", "[ui][review]")
{
    WindowWorld world(WindowWorld::Program::Supervisor);
    (void)signOff(world, 2);
    world.open();
    REQUIRE(becomes([] { return list()->model()->rowCount() == 2 && list()->currentIndex().row() == 0; }));
    awaitEnabled(u"approveButton"_s);
    const TicketId first = selected();
    writeComment(u"The label is missing."_s);
    list()->setFocus();
    press(Qt::Key_J);
    REQUIRE(becomes([] { return commentNow().isEmpty(); }));
    awaitEnabled(u"approveButton"_s);
    writeComment(u"Another one."_s);
    list()->setFocus();
    press(Qt::Key_K);
    REQUIRE(selected() == first);
    CHECK(becomes([] { return commentNow() == u"The label is missing."; }));
    press(Qt::Key_J);
    CHECK(becomes([] { return commentNow() == u"Another one."; }));
}

TEST_CASE("a decision belongs to the ticket it was made on, whatever is opened before its answer", "[ui][review]")
{
    WindowWorld world(WindowWorld::Program::Supervisor);
    (void)signOff(world, 3);
    world.open();
    REQUIRE(becomes([] { return list()->model()->rowCount() == 3 && list()->currentIndex().row() == 0; }));
    awaitEnabled(u"approveButton"_s);
    const TicketId first = selected();
    const auto *adapter = qobject_cast<const widgets::TicketListAdapter *>(list()->model());
    const TicketId second = adapter->ticketAt(adapter->index(1));
    list()->setFocus();
    Heard acted(*world.client, &presentation::FieldClient::acted);
    SECTION("it is kept: the ticket opened meanwhile stays open, with its comment")
    {
        press(Qt::Key_J);
        awaitEnabled(u"approveButton"_s);
        REQUIRE(becomes([&] { return pageNow(world, second) != nullptr; }));
        writeComment(u"Not yet"_s);
        list()->setFocus();
        press(Qt::Key_K);
        REQUIRE(becomes([] { return commentNow().isEmpty(); }));
        press(Qt::Key_A);
        press(Qt::Key_J);
        REQUIRE(acted.wait());
        REQUIRE(becomes([] { return list()->model()->rowCount() == 2; }));
        CHECK(selected() == second);
        CHECK(becomes([] { return commentNow() == u"Not yet"; }));
        CHECK(pageNow(world, first)->ticket.state == domain::State::Done);
        CHECK(pageNow(world, second)->ticket.state == domain::State::SignedOff);
    }
    SECTION("it is refused: the reason is said")
    {
        world.client->act(first, domain::ReviewDecided{domain::ReviewDecision::Approve, {}, {}});
        press(Qt::Key_A);
        press(Qt::Key_J);
        REQUIRE(becomes([&] { return acted.calls().size() == 2; }));
        CHECK(std::get<2>(acted.calls().back()).refusal);
        CHECK(seen(u"deskBanner"_s));
        CHECK(selected() == second);
    }
}
