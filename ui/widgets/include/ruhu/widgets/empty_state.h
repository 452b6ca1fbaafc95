// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/icons.h>

#include <QWidget>

namespace ruhu::widgets {

class Button;
class IconLabel;
class TextLabel;

/// What a list says when it is empty: why, and the one thing to do about it.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(Icon which, const QString &title = {}, const QString &hint = {}, QWidget *parent = nullptr);

    void setContent(Icon which, const QString &title, const QString &hint);
    /// Empty hides the button.
    void setAction(const QString &text);

Q_SIGNALS:
    void actionTriggered();

private:
    IconLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_hint;
    Button *m_action;
};

} // namespace ruhu::widgets
