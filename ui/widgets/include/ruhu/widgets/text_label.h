// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/icons.h>
#include <ruhu/widgets/theme.h>

#include <QLabel>
#include <QWidget>

namespace ruhu::widgets {

/// A label whose size and colour come from the tokens and follow the theme.
/// Roles: Text, TextMuted, Accent, Ok, Warn, Fail, Info. Plain text only: words come from other people.
class TextLabel : public QLabel {
    Q_OBJECT
public:
    explicit TextLabel(const QString &text = {}, TextSize size = TextSize::Body, Role role = Role::Text,
                       QWidget *parent = nullptr);

    void setRole(Role role);
    void setSize(TextSize size, QFont::Weight weight = QFont::Normal);
    /// Wraps, and takes the height that the width asks for.
    void setWrapping();
    /// Codes and numbers that somebody may want to copy.
    void setSelectable();
};

/// An icon standing alone, e.g. before a line of text. Decoration: it has no accessible name by default.
class IconLabel final : public QWidget {
    Q_OBJECT
public:
    explicit IconLabel(Icon which, Role role = Role::Text, int size = tokens::kIcon, QWidget *parent = nullptr);

    void setIcon(Icon which, Role role);
    [[nodiscard]] Icon icon() const { return m_icon; }
    [[nodiscard]] Role role() const { return m_role; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    Role m_role;
    int m_size;
};

} // namespace ruhu::widgets
