// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace ruhu::widgets {

class Button;
class FlowLayout;
class TextLabel;

/// Routine steps that are confirmed together: their labels and one button.
class GroupConfirm final : public QWidget {
    Q_OBJECT
public:
    explicit GroupConfirm(QWidget *parent = nullptr);

    /// New steps are unconfirmed.
    void setSteps(const QStringList &labels);
    /// How some of them are done right, a line each; shown below the steps.
    void setHints(const QStringList &hints);
    [[nodiscard]] bool isConfirmed() const { return m_confirmed; }
    /// Shows the steps as done or open again; emits nothing.
    void setConfirmed(bool confirmed);
    /// Why it cannot be confirmed now, shown beside the disabled button; empty enables it.
    void setBlockedReason(const QString &reason);

Q_SIGNALS:
    /// At most once until setConfirmed(false) or setSteps().
    void confirmed();
    /// One of the steps is not routine this time; says nothing about whether it was done.
    void stepActivated(int index);

private:
    void confirm();
    void refresh();

    QStringList m_steps;
    FlowLayout *m_flow;
    TextLabel *m_hints;
    TextLabel *m_reason;
    Button *m_button;
    bool m_confirmed = false;
};

} // namespace ruhu::widgets
