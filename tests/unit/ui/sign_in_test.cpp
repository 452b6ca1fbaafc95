// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_world.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

[[nodiscard]] int listedRows()
{
    const auto *list = qobject_cast<const QAbstractItemView *>(await(u"ticketList"_s));
    return list->model()->rowCount();
}

} // namespace

TEST_CASE("a laptop is set up with a one-time code and shows the day", "[ui][sign-in]")
{
    WindowWorld world;
    const auto input = world.office.enrolInput();
    world.show();
    type(u"serverField"_s, input.server.toString());
    type(u"caFileField"_s, input.caFile);
    type(u"loginField"_s, input.login);
    type(u"codeField"_s, input.code);
    SECTION("after a password that is too short is sent back with the reason")
    {
        type(u"newPasswordField"_s, u"short"_s);
        click(u"setUpButton"_s);
        awaitText(u"signInBanner"_s, u"at least 12"_s);
        CHECK(QApplication::focusWidget() == seen(u"newPasswordField"_s));
        type(u"newPasswordField"_s, kPassword);
    }
    SECTION("after a wrong code is refused in words and what was typed is still there")
    {
        type(u"codeField"_s, u"AAAA-AAAA-AAAA"_s);
        type(u"newPasswordField"_s, kPassword);
        click(u"setUpButton"_s);
        await(u"signInBanner"_s);
        awaitEnabled(u"setUpButton"_s);
        CHECK(typed(u"loginField"_s) == input.login);
        CHECK(typed(u"newPasswordField"_s).isEmpty());
        type(u"codeField"_s, input.code);
        type(u"newPasswordField"_s, kPassword);
    }
    SECTION("at once")
    {
        type(u"newPasswordField"_s, kPassword);
    }
    click(u"setUpButton"_s);
    await(u"workPage"_s);
    CHECK(QTest::qWaitFor([] { return listedRows() >= 12; }, kPatienceMs));
}

TEST_CASE("a wrong password says so, keeps the store closed and lets the next try begin at once", "[ui][sign-in]")
{
    WindowWorld world;
    world.prepare();
    world.show();
    world.signIn(u"Green-Ladder-28"_s);
    awaitText(u"signInBanner"_s, u"password"_s);
    CHECK_FALSE(seen(u"workPage"_s));
    awaitEnabled(u"signInButton"_s);
    CHECK(typed(u"passwordField"_s).isEmpty());
    CHECK(QApplication::focusWidget() == seen(u"passwordField"_s));

    Heard failed(*world.client, &presentation::FieldClient::failed);
    world.client->loadTickets();
    REQUIRE(failed.wait());
    CHECK(std::get<0>(failed.calls().front()).code == ErrorCode::NotSignedIn);

    world.signIn();
    await(u"workPage"_s);
    CHECK(QTest::qWaitFor([] { return listedRows() >= 12; }, kPatienceMs));
}

TEST_CASE("with the server out of reach signing in opens the list and says that work goes on", "[ui][sign-in]")
{
    WindowWorld world;
    world.prepare();
    world.office.offline = true;
    world.show();
    world.signIn();
    await(u"workPage"_s);
    CHECK(QTest::qWaitFor([] { return listedRows() >= 12; }, kPatienceMs));
    awaitText(u"syncMark"_s, u"working on"_s);
    CHECK_FALSE(seen(u"workBanner"_s)); // an ordinary day: said once, by the mark
}
