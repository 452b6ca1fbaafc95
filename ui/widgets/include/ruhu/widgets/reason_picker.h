// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace ruhu::widgets {

class ChoiceField;
class TextLabel;

struct ReasonOption {
    QString code;
    QString label;

    bool operator==(const ReasonOption &) const = default;
};

/// What was given as the reason. `code` is that of a preset, or "other" with the words in `text`.
struct Reason {
    QString code;
    QString text;

    bool operator==(const Reason &) const = default;
};

/// Preset reasons first, then free words.
class ReasonPicker final : public QWidget {
    Q_OBJECT
public:
    explicit ReasonPicker(QWidget *parent = nullptr);

    void setQuestion(const QString &question);
    void setReasons(const std::vector<ReasonOption> &presets);
    void setReason(const std::optional<Reason> &reason);
    /// Nothing until a preset is chosen or words are typed.
    [[nodiscard]] std::optional<Reason> reason() const;

Q_SIGNALS:
    void reasonChanged();

private:
    TextLabel *m_question;
    ChoiceField *m_choice;
};

} // namespace ruhu::widgets
