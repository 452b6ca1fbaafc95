// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/surface.h>

class QToolButton;

namespace ruhu::widgets {

class Button;
class IconLabel;
class TextLabel;

/// What must be known, inside the page: what happened, what is safe, what to do next. Never a dialog.
class Banner final : public Surface {
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);

    /// `code` is shown small at the end and can be copied; it may be empty.
    void setMessage(Severity severity, const QString &text, const QString &code = {});
    /// Empty hides the button.
    void setAction(const QString &text);
    void setDismissible(bool dismissible);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionTriggered();
    /// The banner has hidden itself.
    void dismissed();

private:
    IconLabel *m_icon;
    TextLabel *m_text;
    TextLabel *m_code;
    Button *m_action;
    QToolButton *m_close;
};

} // namespace ruhu::widgets
