// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/surface.h>

namespace ruhu::widgets {

class Button;
class IconLabel;
class TextLabel;

/// What somebody said about a step or a photo, standing on the very thing it is about.
struct Comment {
    QString text;
    QString meta; // "Wang xx · 22 Nov 16:05"
    bool answered = false;

    bool operator==(const Comment &) const = default;
};

class CommentPin final : public Surface {
    Q_OBJECT
public:
    explicit CommentPin(const Comment &comment = {}, QWidget *parent = nullptr);

    void setComment(const Comment &comment);
    /// Text of the one act, e.g. "Correct it now"; empty hides the button.
    void setAction(const QString &text);

Q_SIGNALS:
    void actionTriggered();

private:
    IconLabel *m_icon;
    TextLabel *m_text;
    TextLabel *m_meta;
    Button *m_action;
};

} // namespace ruhu::widgets
