// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/limit_band.h>
#include <ruhu/widgets/reason_picker.h>

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

class QLineEdit;

namespace ruhu::widgets {

class IconLabel;
class TextLabel;

/// What is measured. Values are integers scaled by 10^decimals; words are ready for reading.
struct ReadingSpec {
    QString label;
    QString unit;
    int decimals = 0;
    ReadingLimits limits;
    QString limitSource; // where the limits come from, shown small
    std::optional<qint64> previous;
    QString previousMeta; // "before the repair", "22 Nov"
    std::vector<ReasonOption> reasons;

    bool operator==(const ReadingSpec &) const = default;
};

/// A number typed from an instrument. The band and the verdict follow every key; a value out of limits
/// opens the reason under the field.
class ReadingField final : public QWidget {
    Q_OBJECT
public:
    explicit ReadingField(QWidget *parent = nullptr);
    ~ReadingField() override;

    /// Clears the value.
    void setSpec(const ReadingSpec &spec);
    /// Nothing while the field is empty or unreadable.
    [[nodiscard]] std::optional<qint64> value() const { return m_value; }
    /// Shows a value; emits nothing.
    void setValue(std::optional<qint64> value);
    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    [[nodiscard]] bool needsReason() const { return m_verdict == Verdict::Fail; }
    /// Only while a reason is needed.
    [[nodiscard]] std::optional<Reason> reason() const;
    void setReason(const std::optional<Reason> &reason);
    /// There is a value and, out of limits, a reason.
    [[nodiscard]] bool isComplete() const;
    /// "Within limits", "Close to the limit" and so on.
    [[nodiscard]] static QString verdictWord(Verdict verdict);

Q_SIGNALS:
    /// The value changed by typing.
    void valueEdited();
    void verdictChanged(ruhu::widgets::Verdict verdict);
    void reasonChanged();
    /// Enter in the number.
    void submitted();

private:
    void buildLayout();
    [[nodiscard]] QLayout *makeNumberRow();
    void onTextEdited(const QString &text);
    void refresh(bool readable);

    ReadingSpec m_spec;
    std::optional<qint64> m_value;
    Verdict m_verdict = Verdict::Unjudged;
    TextLabel *m_label;
    TextLabel *m_previous;
    QLineEdit *m_edit;
    TextLabel *m_unit;
    IconLabel *m_verdictIcon;
    TextLabel *m_verdictText;
    TextLabel *m_source;
    LimitBand *m_band;
    ReasonPicker *m_reason;
};

} // namespace ruhu::widgets
