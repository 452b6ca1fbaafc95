// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QJsonArray>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

class QWidget;

namespace ruhu::widgets {

/// Works the windows of this process the way a person would, from a list of steps: press a button, type, choose, draw,
/// take a picture of the window. Every step waits until what it names is visible and enabled, so a script needs no
/// pauses. Used by the headless demo, the screenshots and the tests of the real programs. GUI thread.
///
/// Steps (JSON objects in one array; names are object names, "outer/inner" for a part of a component):
///   {"click":"name"}                      button, check box, radio button or list row owner
///   {"type":"name","text":"…"}            replaces the text of an input
///   {"pick":"name","text":"…"}            selects the first list row whose text contains it
///   {"wait":"name"}                       until visible (and enabled unless "enabled":false)
///   {"gone":"name"}                       until not visible
///   {"text":"name","contains":"…"}        until the widget's text contains it
///   {"state":"name","is":"…"}             until the widget's property "state" is that word, in whatever language it speaks
///   {"rows":"name","atLeast":n}           until the list has that many rows
///   {"draw":"name"}                       a signature on a pad, with the mouse
///   {"press":"Ctrl+K"}                    a key, to shortcuts first, then to the input with the focus
///   {"shot":"file.png"}                   picture of the active window into the output folder
///   {"size":"1280x800"}                   resizes the window
///   {"if":"name","steps":[…]}             the steps, when it is visible now
///   {"each":"prefix","click":"suffix"}    clicks every visible, enabled widget whose name begins and ends so, until none is left
class UiScript final : public QObject {
    Q_OBJECT

public:
    UiScript(QJsonArray steps, QString outputFolder, QObject *parent = nullptr);
    void start();
    /// How long a step may wait for what it names, in milliseconds; 30 s unless set.
    void setPatience(int milliseconds) { m_patienceMs = milliseconds; }

Q_SIGNALS:
    /// `problem` is empty when every step was carried out; else it names the step and what it waited for.
    void finished(const QString &problem);

private:
    enum class Outcome { Done, NotYet, Impossible };
    void advance();
    [[nodiscard]] Outcome carryOut(const QJsonObject &step);
    [[nodiscard]] Outcome lookAt(const QJsonObject &step);
    [[nodiscard]] Outcome awaitWidget(const QString &name, bool mustBeEnabled);
    [[nodiscard]] Outcome awaitRows(const QString &name, int atLeast);
    [[nodiscard]] Outcome awaitText(const QString &name, const QString &wanted);
    [[nodiscard]] Outcome awaitState(const QString &name, const QString &wanted);
    [[nodiscard]] Outcome takeBranch(const QJsonObject &step);
    [[nodiscard]] Outcome clickOn(const QString &name);
    [[nodiscard]] Outcome clickEach(const QString &prefix, const QString &suffix);
    [[nodiscard]] Outcome typeInto(const QString &name, const QString &text);
    [[nodiscard]] Outcome pickRow(const QString &name, const QString &text);
    [[nodiscard]] Outcome drawOn(const QString &name);
    [[nodiscard]] Outcome pressKey(const QString &keys);
    [[nodiscard]] Outcome takeShot(const QString &file);
    [[nodiscard]] Outcome resizeTo(const QString &size);

    QJsonArray m_steps;
    QString m_folder;
    int m_next = 0;
    int m_drawn = 0; // points of the signature being drawn
    QString m_problem; // of the step that is tried now
    int m_patienceMs = 30'000;
    QTimer m_timer;
    QElapsedTimer m_waiting;
};

} // namespace ruhu::widgets
