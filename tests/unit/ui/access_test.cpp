// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_world.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QMap>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using presentation::Language;

namespace {

constexpr int kStages = 9;

[[nodiscard]] QString pathOf(const QWidget *widget)
{
    QStringList names;
    for (; widget; widget = widget->parentWidget()) {
        const QString own = widget->objectName();
        names.prepend(own.isEmpty() ? QString::fromLatin1(widget->metaObject()->className()) : own);
    }
    return names.join(u'/');
}

[[nodiscard]] bool takesFocus(const QWidget *widget)
{
    const bool partOfSpinBox = qobject_cast<const QAbstractSpinBox *>(widget->parentWidget());
    return widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() && !partOfSpinBox;
}

/// Widgets a keyboard reaches and a screen reader cannot name.
[[nodiscard]] QStringList nameless(const QWidget *window)
{
    QStringList paths;
    const auto children = window->findChildren<QWidget *>();
    for (QWidget *widget : children) {
        if (!takesFocus(widget))
            continue;
        const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
            paths << pathOf(widget);
    }
    return paths;
}

[[nodiscard]] bool tabReaches(const QString &name)
{
    for (int i = 0; i < 400; ++i) {
        press(Qt::Key_Tab);
        if (QApplication::focusWidget() && QApplication::focusWidget()->objectName() == name)
            return true;
    }
    return false;
}

/// Labels of the buttons by object name; words that are data or names of languages left out.
[[nodiscard]] QMap<QString, QString> buttonWords(const QWidget *window)
{
    QMap<QString, QString> words;
    const auto buttons = window->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        const QString name = button->objectName();
        const bool data = name == u"personMenu" || name == u"languageEnglish" || name == u"languageChinese";
        if (button->isVisible() && !name.isEmpty() && !data && !button->text().isEmpty())
            words.insert(name, button->text());
    }
    return words;
}

[[nodiscard]] QStringList unchanged(const QMap<QString, QString> &before, const QMap<QString, QString> &after)
{
    QStringList same;
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (after.contains(it.key()) && after.value(it.key()) == it.value())
            same << it.key() + u" = "_s + it.value();
    }
    return same;
}

void awaitRows(int count)
{
    REQUIRE(QTest::qWaitFor(
        [count] {
            const auto *list = qobject_cast<const QAbstractItemView *>(seen(u"ticketList"_s));
            return list && list->model() && list->model()->rowCount() >= count;
        },
        kPatienceMs));
}

} // namespace

TEST_CASE("everything the keyboard reaches in the installer has a name, on every stage", "[ui][access]")
{
    const EnglishAgain english;
    WindowWorld world;
    world.show();
    await(u"setUpButton"_s);
    CHECK(nameless(world.window.get()) == QStringList());
    CHECK(tabReaches(u"setUpButton"_s));
    world.hide();

    TicketId id;
    world.prepare([&](presentation::FieldSession &session) { id = nthTicket(session, 0); });
    world.show();
    await(u"passwordField"_s);
    CHECK(nameless(world.window.get()) == QStringList());
    CHECK(tabReaches(u"signInButton"_s));
    world.signIn();
    awaitRows(12);
    CHECK(nameless(world.window.get()) == QStringList());
    world.openTicket(id);
    for (int stage = 0; stage < kStages; ++stage) {
        openStage(stage);
        INFO("stage " << stage);
        CHECK(nameless(world.window.get()) == QStringList());
    }
}

TEST_CASE("the Tab key reaches the act that is next, and Enter performs it", "[ui][access]")
{
    const EnglishAgain english;
    WindowWorld world;
    TicketId id;
    world.open([&](presentation::FieldSession &session) {
        id = nthTicket(session, 0);
        walk(world.office, session, id, [](const domain::WalkStep &step) {
            const auto *payload = std::get_if<domain::Payload>(&step);
            const auto *entered = payload ? std::get_if<domain::StateEntered>(payload) : nullptr;
            return entered && entered->to == domain::State::Travelling;
        });
    });
    world.openTicket(id);
    awaitEnabled(u"primaryAction"_s);
    CHECK(tabReaches(u"primaryAction"_s));
    press(Qt::Key_Return);
    await(u"arrivalReason"_s);
}

TEST_CASE("everything the keyboard reaches at the review desk has a name", "[ui][access]")
{
    const EnglishAgain english;
    WindowWorld world(WindowWorld::Program::Supervisor);
    {
        const auto session = enrolled(world.office, u"laptop"_s);
        syncAll(world.office, *session);
        walk(world.office, *session, nthTicket(*session, 0));
        syncAll(world.office, *session);
    }
    world.open();
    awaitEnabled(u"approveButton"_s);
    CHECK(nameless(world.window.get()) == QStringList());
    CHECK(tabReaches(u"approveButton"_s));
}

TEST_CASE("the other language is there at once, with no word left in the first", "[ui][language]")
{
    const EnglishAgain english;
    WindowWorld world;
    TicketId id;
    world.prepare([&](presentation::FieldSession &session) { id = nthTicket(session, 0); });
    world.show();
    await(u"passwordField"_s);
    const auto signInEnglish = buttonWords(world.window.get());
    REQUIRE(signInEnglish.contains(u"signInButton"_s));
    click(u"languageChinese"_s);
    awaitText(u"signInButton"_s, u"登录"_s);
    CHECK(unchanged(signInEnglish, buttonWords(world.window.get())) == QStringList());
    click(u"languageEnglish"_s);
    awaitText(u"signInButton"_s, u"Sign in"_s);

    world.signIn();
    awaitRows(12);
    world.openTicket(id);
    await(u"primaryAction"_s);
    std::vector<QMap<QString, QString>> inEnglish;
    for (int stage = 0; stage < kStages; ++stage) {
        openStage(stage);
        inEnglish.push_back(buttonWords(world.window.get()));
    }
    const QString title = world.window->windowTitle();
    choosePersonAction(u"中文"_s);
    REQUIRE(QTest::qWaitFor([&] { return world.window->windowTitle() != title; }, kPatienceMs));
    awaitRows(12);
    REQUIRE(QTest::qWaitFor([&] { return selectedTicket() == id; }, kPatienceMs)); // the same one stays open
    await(u"stage:sign"_s); // at the stage that was looked at
    for (int stage = 0; stage < kStages; ++stage) {
        openStage(stage);
        INFO("stage " << stage);
        CHECK(unchanged(inEnglish.at(static_cast<std::size_t>(stage)), buttonWords(world.window.get()))
              == QStringList());
    }
    choosePersonAction(u"English"_s);
    REQUIRE(QTest::qWaitFor([&] { return world.window->windowTitle() == title; }, kPatienceMs));
}

TEST_CASE("the sync mark stays honest when the page is made anew in another language", "[ui][language]")
{
    const EnglishAgain english;
    WindowWorld world;
    world.open([&](presentation::FieldSession &session) {
        world.office.offline = true;
        must(session.act(nthTicket(session, 0), domain::ContactRecorded{domain::ContactOutcome::NoAnswer, {}}));
    });
    awaitText(u"syncMark"_s, u"working on"_s);
    const QString title = world.window->windowTitle();
    choosePersonAction(u"中文"_s);
    REQUIRE(QTest::qWaitFor([&] { return world.window->windowTitle() != title; }, kPatienceMs));
    awaitRows(12);
    awaitText(u"syncMark"_s, u"网络"_s);
}
