// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/icons.h>
#include <ruhu/widgets/theme.h>

#include <QAbstractButton>

namespace ruhu::widgets {

[[nodiscard]] Icon severityIcon(Severity severity);
/// "Fine", "Note", "Check this" or "Not in order", in the present language.
[[nodiscard]] QString severityWord(Severity severity);

/// A finding in words, on as many lines as they need, with the small id of the rule it comes from. A click asks for its evidence.
class FindingChip final : public QAbstractButton {
    Q_OBJECT
public:
    explicit FindingChip(QWidget *parent = nullptr);

    void setFinding(Severity severity, const QString &words, const QString &ruleId);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int ruleWidth() const;

    Severity m_severity = Severity::Info;
    QString m_ruleId;
};

} // namespace ruhu::widgets
