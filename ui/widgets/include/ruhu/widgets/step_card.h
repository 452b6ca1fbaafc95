// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/surface.h>

class QToolButton;
class QVBoxLayout;

namespace ruhu::widgets {

class IconLabel;
class TextLabel;

/// Open: to do now. Done: folded to one line. Blocked: not yet, the hint says why. Returned: the
/// supervisor sent it back.
enum class StepState { Open, Done, Blocked, Returned };

/// One step of a phase: title, hint, the small id of the rule behind it, and a place for its controls.
class StepCard final : public Surface {
    Q_OBJECT
public:
    explicit StepCard(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setHint(const QString &hint);
    void setRuleId(const QString &ruleId);
    /// What was recorded; shown beside the title while the card is folded.
    void setSummary(const QString &summary);
    [[nodiscard]] QString summary() const;
    /// Takes ownership; a body set before is deleted.
    void setBody(QWidget *body);
    [[nodiscard]] QWidget *body() const { return m_body; }
    /// Comments that stay visible above the body in every state. Takes ownership.
    void addPin(QWidget *pin);

    /// Done folds the card; every other state opens it. A card that was folded can be opened by hand in any state.
    void setState(StepState state);
    [[nodiscard]] StepState state() const { return m_state; }
    void setExpanded(bool expanded);
    [[nodiscard]] bool isExpanded() const { return m_expanded; }

Q_SIGNALS:
    void expandedChanged(bool expanded);

private:
    QWidget *makeHeader();
    void refresh();

    IconLabel *m_mark;
    TextLabel *m_title;
    TextLabel *m_summary;
    TextLabel *m_ruleId;
    TextLabel *m_hint;
    QToolButton *m_fold;
    QVBoxLayout *m_column;
    QVBoxLayout *m_pins;
    QWidget *m_body = nullptr;
    StepState m_state = StepState::Open;
    bool m_expanded = true;
    bool m_foldable = false;
};

} // namespace ruhu::widgets
