// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/surface.h>

class QTimer;

namespace ruhu::widgets {

class TextLabel;

/// A quiet word about what was done, at the lower edge of its parent. One at a time: a new message takes the place of the
/// old one. Nothing is taken back here: a recorded act stands, and a correction is a new one.
class Toast final : public Surface {
    Q_OBJECT
public:
    /// `host` is the page it floats over and owns it.
    explicit Toast(QWidget *host);

    /// Stays for kToastMs.
    void showMessage(const QString &text);
    [[nodiscard]] QString text() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    TextLabel *m_text;
    QTimer *m_timer;
};

} // namespace ruhu::widgets
