// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session_world.h"

#include <ruhu/domain/walk.h>
#include <ruhu/presentation/field_client.h>
#include <ruhu/widgets/session_window.h>

#include <QTest>

#include <functional>
#include <tuple>
#include <type_traits>

namespace ruhu::test {

constexpr int kPatienceMs = 30'000;

/// A test that changes the language leaves it as the next one expects it.
struct EnglishAgain {
    EnglishAgain() { presentation::setLanguage(presentation::Language::English); }
    ~EnglishAgain() { presentation::setLanguage(presentation::Language::English); }
};

/// Hears a signal of the client on this thread, after the window has heard it. (A QSignalSpy would hear it on the
/// client's thread, before the window.)
template<typename... Arguments>
class Heard {
public:
    Heard(presentation::FieldClient &client, void (presentation::FieldClient::*signal)(Arguments...))
    {
        QObject::connect(&client, signal, &m_here,
                         [this](const std::decay_t<Arguments> &...arguments) { m_calls.emplace_back(arguments...); });
    }
    [[nodiscard]] const std::vector<std::tuple<std::decay_t<Arguments>...>> &calls() const { return m_calls; }
    [[nodiscard]] bool wait()
    {
        return QTest::qWaitFor([this] { return !m_calls.empty(); }, kPatienceMs);
    }

private:
    std::vector<std::tuple<std::decay_t<Arguments>...>> m_calls;
    QObject m_here;
};

/// The window of a program over a real store, a real session on its worker thread and a server in this process.
class WindowWorld {
public:
    enum class Program { Installer, Supervisor };
    explicit WindowWorld(Program program = Program::Installer);
    /// Another person's window at an office that is there already.
    WindowWorld(Program program, OfficeWorld &shared);
    ~WindowWorld();

    /// Fills the person's store before the window opens it; enrolled and synced.
    void prepare(const std::function<void(presentation::FieldSession &)> &act = {});
    /// The window on the store that was prepared, or on an empty folder.
    void show();
    void hide();
    /// The one of two windows that is looked at.
    void toFront();
    void toBack();
    /// Types the password and waits for the answer.
    void signIn(const QString &password = kPassword);
    /// prepare(), show(), signIn() and the whole list.
    void open(const std::function<void(presentation::FieldSession &)> &act = {});
    /// Chooses a ticket in the list and waits until its page is there.
    void openTicket(const TicketId &id);
    /// Waits until nothing is on its way to or from the office.
    void syncNow();

private:
    std::unique_ptr<OfficeWorld> m_own;

public:
    OfficeWorld &office;
    std::unique_ptr<presentation::FieldClient> client;
    std::unique_ptr<widgets::SessionWindow> window;

private:
    Program m_program;
    QString m_folder;
};

/// The visible widget of a name ("outer/inner" for a part of a component), or nullptr.
[[nodiscard]] QWidget *seen(const QString &path);
/// Waits for it; the test fails when it does not come.
QWidget *await(const QString &path); // NOLINT(modernize-use-nodiscard)
void awaitGone(const QString &path);
void awaitEnabled(const QString &path);
void awaitText(const QString &path, const QString &part);
/// Everything a person reads inside a widget, label by label.
[[nodiscard]] QString wordsOf(const QWidget *widget);
/// With the mouse, in the middle.
void click(const QString &path);
/// Key by key, in place of what is there.
void type(const QString &path, const QString &text);
[[nodiscard]] QString typed(const QString &path);
/// To the widget with the focus, as the keyboard does.
void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

/// As the laptop has it now.
[[nodiscard]] std::shared_ptr<const presentation::TicketPage> pageNow(WindowWorld &world, const TicketId &id);
[[nodiscard]] TicketId selectedTicket();
/// By its station on the rail, counted from 0.
void openStage(int index);
/// Of the menu behind the person's name, by its text or object name.
void choosePersonAction(const QString &name);
/// A stroke on a signature pad, with the time a hand takes.
void scribble(WindowWorld &world, const QString &pad);

using StopBefore = std::function<bool(const domain::WalkStep &)>;
/// The routine visit, to its end or to the act before which it is to stop.
void walk(OfficeWorld &world, presentation::FieldSession &session, const TicketId &id, const StopBefore &stop = {});
[[nodiscard]] TicketId nthTicket(presentation::FieldSession &session, std::size_t n);

} // namespace ruhu::test
