// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRadioButton>

namespace ruhu::widgets {

/// A radio button in a box, with the digit that chooses it.
class ChoiceButton final : public QRadioButton {
    Q_OBJECT
public:
    ChoiceButton(const QString &text, int digit, QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    [[nodiscard]] bool hitButton(const QPoint &pos) const override { return rect().contains(pos); }
    void paintEvent(QPaintEvent *event) override;
    /// Arrows are left to the field: Qt would choose the next option by them. Enter chooses as Space does.
    void keyPressEvent(QKeyEvent *event) override;
    /// The second half of a double click is no second choice.
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] int digitWidth() const;

    int m_digit;
};

} // namespace ruhu::widgets
