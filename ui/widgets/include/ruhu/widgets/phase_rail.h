// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace ruhu::widgets {

enum class PhaseState { Done, Current, Later };

/// One station of the rail. `time` is shown below the label, ready for reading ("13:56").
struct Phase {
    QString label;
    PhaseState state = PhaseState::Later;
    QString time;
    bool needsYou = false; // a returned or open thing inside this phase

    bool operator==(const Phase &) const = default;
};

class PhaseItem;

/// The phases of a visit from left to right. Alt+1 … Alt+9 anywhere in the window, the arrow keys, or a
/// click ask for a phase; the rail itself never changes the state.
class PhaseRail final : public QWidget {
    Q_OBJECT
public:
    explicit PhaseRail(QWidget *parent = nullptr);

    /// Keeps keyboard focus when the number of phases stays the same.
    void setPhases(const std::vector<Phase> &phases);
    [[nodiscard]] int count() const { return static_cast<int>(m_items.size()); }
    /// The phase whose page is open, marked with a bar; -1 for none.
    void setOpen(int index);

Q_SIGNALS:
    /// Counted from 0.
    void phaseRequested(int index);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuild(int count);
    void addItem(int index);

    QHBoxLayout *m_layout;
    std::vector<PhaseItem *> m_items; // children
};

} // namespace ruhu::widgets
