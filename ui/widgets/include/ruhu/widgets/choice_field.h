// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QButtonGroup;
class QLineEdit;

namespace ruhu::widgets {

class FlowLayout;

struct ChoiceOption {
    QString id;
    QString label;
    bool asksNote = false;
    QString notePrompt; // placeholder of the note, e.g. "Who is it?"
    bool noteMayBeEmpty = false;

    bool operator==(const ChoiceOption &) const = default;
};

/// One of a few options, as large radio buttons. Arrows go through them and choose nothing; Space, Enter and the digits 1
/// to 9 choose while the focus is inside.
class ChoiceField final : public QWidget {
    Q_OBJECT
public:
    explicit ChoiceField(QWidget *parent = nullptr);

    /// Nothing is chosen afterwards.
    void setOptions(const std::vector<ChoiceOption> &options);
    /// Empty when nothing is chosen.
    [[nodiscard]] QString chosenId() const;
    /// Shows a choice; emits nothing. An unknown or empty id clears it.
    void setChosen(const QString &id, const QString &note = {});
    /// Trimmed; empty unless the chosen option asks for one.
    [[nodiscard]] QString note() const;
    /// Something is chosen, with its note when it asks for one.
    [[nodiscard]] bool isComplete() const;

Q_SIGNALS:
    void chosen(const QString &id);
    void noteChanged(const QString &note);
    /// Enter in the note.
    void noteFinished();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addOption(int index);
    void select(int index);
    /// True when an option had the focus.
    bool moveFocus(int by);
    [[nodiscard]] int chosenIndex() const;
    void refreshNote();

    std::vector<ChoiceOption> m_options;
    QButtonGroup *m_group;
    FlowLayout *m_flow;
    QLineEdit *m_note;
};

} // namespace ruhu::widgets
