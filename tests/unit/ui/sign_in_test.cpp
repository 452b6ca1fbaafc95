// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_world.h"

#include <ruhu_test/authenticator.h>

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
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
        awaitText(u"signInBanner"_s, u"15 characters"_s);
        awaitEnabled(u"setUpButton"_s);
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

TEST_CASE("who signs in without a network in the morning sends without another act when the network returns",
          "[ui][sign-in][fault]")
{
    WindowWorld world;
    TicketId id;
    world.prepare([&](presentation::FieldSession &session) { id = nthTicket(session, 0); });
    world.office.clock.advance(std::chrono::hours(13)); // the token of yesterday is over
    world.office.offline = true;
    world.show();
    Heard status(*world.client, &presentation::FieldClient::syncStatusChanged);
    const auto now = [&status] { return std::get<0>(status.calls().back()); };
    world.signIn();
    await(u"workPage"_s);
    awaitText(u"syncMark"_s, u"No network since"_s);

    Heard acted(*world.client, &presentation::FieldClient::acted);
    world.client->act(id, domain::NoteAdded{u"Made in the cellar"_s, {}});
    REQUIRE(acted.wait());
    REQUIRE(QTest::qWaitFor([&] { return now().pendingEvents == 1; }, kPatienceMs));
    awaitText(u"syncMark"_s, u"No network since"_s);

    world.office.offline = false;
    const auto checkStored = [&now] {
        REQUIRE(
            QTest::qWaitFor([&] { return now().pendingEvents == 0 && now().phase == sync::Phase::Idle; }, kPatienceMs));
        awaitText(u"syncMark"_s, u"All stored"_s);
    };
    SECTION("by the back-off alone")
    {
        world.office.clock.advance(std::chrono::minutes(6));
        checkStored();
    }
    SECTION("sooner when the system tells of it")
    {
        world.client->setNetworkReachable(true);
        checkStored();
    }
}

TEST_CASE("a password the server refuses after an offline sign-in is said, with the way to sign in",
          "[ui][sign-in][fault]")
{
    WindowWorld world;
    world.prepare();
    world.office.clock.advance(std::chrono::hours(13));
    world.office.offline = true;
    world.show();
    world.signIn();
    await(u"workPage"_s);
    world.office.setWay(
        [](const sync::Request &, const auto &) -> Result<sync::Reply> { return refusalOf(401, u"wrong-password"_s); });
    world.office.offline = false;
    world.client->setNetworkReachable(true);
    awaitText(u"syncMark"_s, u"Password not accepted"_s);
    click(u"syncMark"_s);
    await(u"syncPanel"_s);
    CHECK(wordsOf(seen(u"syncPanel"_s)).contains(u"wrong-password"_s));
    CHECK_FALSE(seen(u"syncPanel/syncNowButton"_s));
    world.office.setWay({});
    click(u"syncPanel/syncSignInButton"_s);
    world.signIn();
    await(u"workPage"_s);
    awaitText(u"syncMark"_s, u"All stored"_s);
}

TEST_CASE("the chosen language is there again after a restart, before anybody signs in", "[ui][sign-in]")
{
    struct EnglishAfter {
        ~EnglishAfter() { presentation::setLanguage(presentation::Language::English); }
    } const after;
    WindowWorld world;
    SECTION("chosen on the sign-in page of a laptop in use")
    {
        world.prepare();
        world.show();
        await(u"passwordField"_s);
        click(u"languageChinese"_s);
        awaitText(u"signInButton"_s, u"登录"_s);
    }
    SECTION("chosen before the set-up")
    {
        const auto input = world.office.enrolInput();
        world.show();
        await(u"serverField"_s);
        click(u"languageChinese"_s);
        awaitText(u"setUpButton"_s, u"设置本机"_s);
        type(u"serverField"_s, input.server.toString());
        type(u"caFileField"_s, input.caFile);
        type(u"loginField"_s, input.login);
        type(u"codeField"_s, input.code);
        type(u"newPasswordField"_s, kPassword);
        click(u"setUpButton"_s);
        await(u"workPage"_s);
    }
    world.hide();
    presentation::setLanguage(presentation::Language::English);
    world.show();
    awaitText(u"signInButton"_s, u"登录"_s);
    world.signIn();
    await(u"workPage"_s);
    awaitText(u"syncMark"_s, u"全部入库"_s);
}

TEST_CASE("a person changes the password in a dialog that says what came of it", "[ui][sign-in][password]")
{
    WindowWorld world;
    world.open();
    const QString next = u"a quiet river runs"_s;
    choosePersonAction(u"changePassword"_s);
    await(u"passwordDialog"_s);
    click(u"passwordSubmit"_s);
    awaitText(u"passwordBanner"_s, u"Present password"_s);
    type(u"currentPasswordField"_s, kPassword);
    type(u"nextPasswordField"_s, u"short"_s);
    click(u"passwordSubmit"_s);
    awaitText(u"passwordBanner"_s, u"too short"_s);
    CHECK(typed(u"currentPasswordField"_s).isEmpty());
    type(u"currentPasswordField"_s, kPassword);
    type(u"nextPasswordField"_s, next);
    click(u"passwordSubmit"_s);
    awaitText(u"passwordBanner"_s, u"is changed"_s);
    click(u"passwordClose"_s);
    awaitGone(u"passwordDialog"_s);
    world.hide();
    world.show();
    world.signIn(next);
    await(u"workPage"_s);
}

TEST_CASE("who forgot the password signs in with a code of the office and a new one", "[ui][sign-in][reset]")
{
    WindowWorld world;
    world.prepare();
    world.office.office->setActor(u"console:one"_s);
    must(world.office.office->askPasswordReset(u"demo"_s));
    world.office.office->setActor(u"console:two"_s);
    const QString code = must(world.office.office->approvePasswordReset(u"demo"_s));
    world.show();
    await(u"passwordField"_s);
    click(u"forgottenButton"_s);
    CHECK(QApplication::focusWidget() == seen(u"resetCodeField"_s));
    click(u"resetButton"_s);
    awaitText(u"signInBanner"_s, u"fill in"_s);
    type(u"resetCodeField"_s, u"AAAA-AAAA-AAAA"_s);
    type(u"resetPasswordField"_s, u"Copper-Meadow-4410"_s);
    click(u"resetButton"_s);
    awaitText(u"signInBanner"_s, u"one-time code is not right"_s);
    awaitEnabled(u"resetButton"_s);
    CHECK(typed(u"resetPasswordField"_s).isEmpty());
    CHECK(QApplication::focusWidget() == seen(u"resetPasswordField"_s));
    SECTION("there is a way back")
    {
        click(u"backToSignInButton"_s);
        world.signIn();
        await(u"workPage"_s);
    }
    SECTION("with the right code the day is there")
    {
        type(u"resetCodeField"_s, code);
        type(u"resetPasswordField"_s, u"Copper-Meadow-4410"_s);
        click(u"resetButton"_s);
        await(u"workPage"_s);
        CHECK(QTest::qWaitFor([] { return listedRows() >= 12; }, kPatienceMs));
    }
}

TEST_CASE("a password is masked, can be shown and pasted, and never gets into the clipboard", "[ui][sign-in]")
{
    WindowWorld world;
    world.prepare();
    world.show();
    auto *field = qobject_cast<QLineEdit *>(await(u"passwordField"_s));
    REQUIRE(field);
    CHECK(field->echoMode() == QLineEdit::Password);
    QApplication::clipboard()->setText(kPassword);
    field->paste();
    CHECK(field->text() == kPassword);
    QApplication::clipboard()->setText(u"something else"_s);
    field->selectAll();
    field->copy();
    field->deselect();
    CHECK(QApplication::clipboard()->text() == u"something else"_s);
    REQUIRE_FALSE(field->actions().isEmpty());
    field->actions().constFirst()->trigger();
    CHECK(field->echoMode() == QLineEdit::Normal);
    field->actions().constFirst()->trigger();
    CHECK(field->echoMode() == QLineEdit::Password);
    QTest::keyClick(field, Qt::Key_Return);
    await(u"workPage"_s);
}

TEST_CASE("the code of an authenticator is asked for when the office wants it, and at every sign-in after that",
          "[ui][sign-in][second-factor]")
{
    WindowWorld world;
    world.prepare();
    Authenticator app(must(world.office.office->newSecondFactor(u"demo"_s)));
    world.show();
    CHECK_FALSE(seen(u"secondFactorField"_s));
    world.signIn(); // opens what is on the laptop; the office has not let anybody in
    world.client->lock();
    await(u"secondFactorField"_s);
    type(u"secondFactorField"_s, app.next(world.office.clock.now()));
    world.signIn();
    await(u"workPage"_s);
    CHECK(QTest::qWaitFor([] { return listedRows() >= 12; }, kPatienceMs));
    world.client->lock();
    await(u"secondFactorField"_s);
    CHECK(typed(u"secondFactorField"_s).isEmpty());
}

TEST_CASE("a number unlocks between two homes, and the password is always a way", "[ui][sign-in][quick-unlock]")
{
    WindowWorld world;
    world.open();
    choosePersonAction(u"setNumber"_s);
    await(u"numberDialog"_s);
    type(u"numberPasswordField"_s, kPassword);
    type(u"newNumberField"_s, u"111111"_s);
    click(u"numberSubmit"_s);
    awaitText(u"numberBanner"_s, u"among the first"_s);
    type(u"numberPasswordField"_s, kPassword);
    type(u"newNumberField"_s, u"402915"_s);
    click(u"numberSubmit"_s);
    awaitText(u"numberBanner"_s, u"unlocks this laptop as well"_s);
    click(u"numberClose"_s);
    awaitGone(u"numberDialog"_s);
    world.toFront();

    world.client->lock();
    await(u"numberField"_s);
    CHECK_FALSE(seen(u"passwordField"_s));
    type(u"numberField"_s, u"402916"_s);
    click(u"unlockButton"_s);
    awaitText(u"signInBanner"_s, u"number is not right"_s);
    awaitEnabled(u"unlockButton"_s);
    CHECK(QApplication::focusWidget() == seen(u"numberField"_s));
    type(u"numberField"_s, u"402915"_s);
    click(u"unlockButton"_s);
    await(u"workPage"_s);

    world.client->lock();
    await(u"numberField"_s);
    click(u"usePasswordButton"_s);
    CHECK(QApplication::focusWidget() == seen(u"passwordField"_s));
    world.signIn();
    await(u"workPage"_s);
}

TEST_CASE("after a shift the window locks at the first pause and wants the password", "[ui][sign-in][lock]")
{
    WindowWorld world;
    world.open();
    using std::chrono::milliseconds;
    world.window->setShift(std::chrono::hours(12), milliseconds(1));
    press(Qt::Key_Shift);
    REQUIRE(seen(u"workPage"_s)); // a pause alone is none of a shift's end
    world.window->setShift(milliseconds(0), milliseconds(1));
    press(Qt::Key_Shift);
    await(u"passwordField"_s);
    CHECK_FALSE(seen(u"workPage"_s));
}

TEST_CASE("a person sees the own laptops in a dialog and signs out on another one", "[ui][sign-in][sessions]")
{
    WindowWorld world;
    world.open();
    const auto spare = enrolled(world.office, u"spare"_s);
    const QString end = u"endSession_"_s + spare->profile()->device.toString();
    choosePersonAction(u"ownSessions"_s);
    await(end);
    CHECK(wordsOf(seen(u"sessionsDialog"_s)).contains(u"This laptop"_s));
    click(end);
    awaitGone(end);
    awaitGone(u"sessionsWaiting"_s);
    click(u"sessionsClose"_s);
    awaitGone(u"sessionsDialog"_s);

    world.office.offline = true;
    choosePersonAction(u"ownSessions"_s);
    awaitText(u"sessionsBanner"_s, u"network"_s);
}
