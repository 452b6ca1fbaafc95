// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QMenu;

namespace ruhu::widgets {

class Button;

/// Why the primary action cannot be done now, and the id of the thing that is missing.
struct Obstacle {
    QString id;
    QString text;

    bool operator==(const Obstacle &) const = default;
};

/// The lower edge of a page: exceptions at the left, the one primary action at the right, and beside a
/// disabled action its reason. Enter on the page performs the action.
class ActionBar final : public QWidget {
    Q_OBJECT
public:
    /// `page` gets the Enter key; it may be null.
    explicit ActionBar(QWidget *page = nullptr, QWidget *parent = nullptr);

    /// Worded as the act: "I have arrived".
    void setAction(const QString &text);
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
    Button *m_exceptions;
    Button *m_obstacle;
    Button *m_action;
    QString m_obstacleId;
};

} // namespace ruhu::widgets
