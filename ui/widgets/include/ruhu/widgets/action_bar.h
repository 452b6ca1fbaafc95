// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QMenu;
class QTimer;

namespace ruhu::widgets {

class Button;

/// Why the primary action cannot be done now, and the id of the thing that is missing.
struct Obstacle {
    QString id;
    QString text;

    bool operator==(const Obstacle &) const = default;
};

/// The lower edge of a page: exceptions at the left, the one primary action at the right, and beside a
/// disabled action its reason. Enter on the page performs the action, except in an input and on another button, whose
/// Enter is their own. One press is one act: a key held down does nothing more, and the action rests while it is busy and
/// for a double click's time after its words changed.
class ActionBar final : public QWidget {
    Q_OBJECT
public:
    /// `page` gets the Enter key; it may be null.
    explicit ActionBar(QWidget *page = nullptr, QWidget *parent = nullptr);

    /// Worded as the act: "I have arrived".
    void setAction(const QString &text);
    /// An act of this page is on its way.
    void setBusy(bool busy);
    /// The inputs of this card belong to the action: Enter in them performs it too.
    static void setPartOfAction(QWidget *card);
    /// Any obstacle disables the action; the first one is shown.
    void setObstacles(const std::vector<Obstacle> &obstacles);
    /// The button that opens `menu`, e.g. "Something is different"; a null menu hides it. Not owned.
    void setExceptions(const QString &text, QMenu *menu);

Q_SIGNALS:
    void triggered();
    void obstacleActivated(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();

    Button *m_exceptions;
    Button *m_obstacle;
    Button *m_action;
    QTimer *m_rest; // the new words are not acted on yet
    QString m_obstacleId;
    bool m_free = true; // of obstacles
    bool m_busy = false;
};

} // namespace ruhu::widgets
