// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/surface.h>

class QTimer;

namespace ruhu::widgets {

class Button;
class TextLabel;

/// A quiet word about what was done, with Undo, at the lower edge of its parent. One at a time: a new
/// message takes the place of the old one, whose act is then final.
class Toast final : public Surface {
    Q_OBJECT
public:
    /// `host` is the page it floats over and owns it.
    explicit Toast(QWidget *host);

    /// Stays for kToastMs, with Undo for kToastUndoMs; longer while the pointer or the keyboard is on it.
    void showMessage(const QString &text, bool canUndo);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void undoRequested();
    /// It went away or was replaced without Undo; the act stands.
    void expired();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void place();
    void expire();

    TextLabel *m_text;
    Button *m_undo;
    QTimer *m_timer;
};

} // namespace ruhu::widgets
