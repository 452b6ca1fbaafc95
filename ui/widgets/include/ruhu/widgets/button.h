// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/icons.h>

#include <QMouseEvent>
#include <QPushButton>

#include <optional>

namespace ruhu::widgets {

/// Primary: the one next act of a screen. Quiet: text in the accent colour, for acts beside a fact.
enum class ButtonKind { Plain, Primary, Quiet, Danger };

/// A push button of one of the four kinds; the style sheet gives it its look.
class Button final : public QPushButton {
    Q_OBJECT
public:
    explicit Button(const QString &text, ButtonKind kind = ButtonKind::Plain, QWidget *parent = nullptr);

    void setKind(ButtonKind kind);
    /// The icon takes the colour that goes with the kind.
    void setIconOf(Icon which);

protected:
    /// Enter on a focused button is its own act, not the page's primary one; held down it acts once.
    void keyPressEvent(QKeyEvent *event) override;
    /// The second half of a double click is no second act.
    void mouseDoubleClickEvent(QMouseEvent *event) override { event->accept(); }

private:
    ButtonKind m_kind = ButtonKind::Plain;
    std::optional<Icon> m_icon;
};

} // namespace ruhu::widgets
