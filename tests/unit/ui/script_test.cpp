// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/ui_script.h>

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/temp_dir.h>

#include <QApplication>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using widgets::UiScript;

namespace {

/// A window with an input, a button that copies it, and a label.
struct Little {
    Little()
    {
        auto *column = new QVBoxLayout(&window);
        input = new QLineEdit;
        input->setObjectName(u"input"_s);
        button = new QPushButton(u"Copy"_s);
        button->setObjectName(u"copy"_s);
        label = new QLabel;
        label->setObjectName(u"label"_s);
        column->addWidget(input);
        column->addWidget(button);
        column->addWidget(label);
        QObject::connect(button, &QPushButton::clicked, label, [this] { label->setText(input->text()); });
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
    }

    /// What the script says at its end.
    [[nodiscard]] QString run(const QByteArray &steps, int patienceMs = 200)
    {
        const QJsonArray list = QJsonDocument::fromJson(steps).array();
        REQUIRE_FALSE(list.isEmpty());
        UiScript script(list, temp.path());
        script.setPatience(patienceMs);
        QSignalSpy finished(&script, &UiScript::finished);
        script.start();
        REQUIRE(QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, 20'000));
        CHECK(finished.count() == 1);
        return finished.at(0).at(0).toString();
    }

    test::TempDir temp;
    QWidget window;
    QLineEdit *input;
    QPushButton *button;
    QLabel *label;
};

} // namespace

TEST_CASE("a script works a window and says nothing when all went well", "[ui][script]")
{
    Little little;
    const QString problem = little.run(R"([
        {"type":"input","text":"seven"}, {"click":"copy"}, {"text":"label","contains":"seven"},
        {"if":"nobody","steps":[{"click":"nobody"}]}, {"if":"copy","steps":[{"type":"input","text":"eight"}]},
        {"gone":"nobody"}, {"size":"400x300"}, {"shot":"window.png"}])");
    CHECK(problem == QString());
    CHECK(little.label->text() == u"seven");
    CHECK(little.input->text() == u"eight");
    CHECK(little.window.size() == QSize(400, 300));
    CHECK(little.temp.read(u"window.png"_s).startsWith("\x89PNG"));
}

TEST_CASE("a script waits for what comes later", "[ui][script]")
{
    Little little;
    little.button->setEnabled(false);
    QTimer::singleShot(50, little.button, [&] { little.button->setEnabled(true); });
    CHECK(little.run(R"([{"click":"copy"}])", 10'000) == QString());
}

TEST_CASE("a script names the step it could not do, what it waited for, and keeps a picture", "[ui][script]")
{
    Little little;
    SECTION("a button that is not there")
    {
        const QString problem = little.run(R"([{"click":"copy"},{"click":"nobody"}])");
        CHECK(problem.startsWith(u"step 2 "_s));
        CHECK(problem.contains(u"nobody"_s));
        CHECK(problem.contains(u"not visible"_s));
    }
    SECTION("a button that is not enabled")
    {
        little.button->setEnabled(false);
        CHECK(little.run(R"([{"click":"copy"}])").endsWith(u"not enabled"_s));
    }
    SECTION("a text that never comes")
    {
        CHECK(little.run(R"([{"text":"copy","contains":"Paste"}])").contains(u"\"Copy\""_s));
    }
    SECTION("something that should go and stays")
    {
        CHECK(little.run(R"([{"wait":"copy"},{"gone":"copy"}])").endsWith(u"still visible"_s));
    }
    SECTION("text for a widget that takes none, at once")
    {
        CHECK(little.run(R"([{"type":"copy","text":"x"}])", 1'000'000).endsWith(u"takes no text"_s));
    }
    SECTION("a step nobody knows, at once")
    {
        CHECK(little.run(R"([{"dance":"copy"}])", 1'000'000).endsWith(u"unknown step"_s));
    }
    SECTION("the steps of a branch count")
    {
        const QString problem = little.run(R"([{"if":"copy","steps":[{"click":"copy"},{"click":"nobody"}]}])");
        CHECK(problem.startsWith(u"step 3 "_s));
    }
    CHECK(little.temp.read(u"stopped.png"_s).startsWith("\x89PNG"));
}

TEST_CASE("a key of a script reaches shortcuts and inputs alike", "[ui][script]")
{
    Little little;
    int heard = 0;
    const QShortcut shortcut(QKeySequence(u"Ctrl+K"_s), &little.window);
    QObject::connect(&shortcut, &QShortcut::activated, &little.window, [&heard] { ++heard; });
    little.input->setText(u"all of it"_s);
    little.input->setFocus();
    CHECK(little.run(R"([{"press":"Ctrl+K"},{"press":"Ctrl+A"},{"press":"Del"}])") == QString());
    CHECK(heard == 1);
    CHECK(little.input->text().isEmpty());

    const QShortcut twin(QKeySequence(u"Ctrl+K"_s), &little.window);
    CHECK(little.run(R"([{"press":"Ctrl+K"}])").contains(u"2 shortcuts"_s)); // the platform would run neither
    CHECK(heard == 1);
}
