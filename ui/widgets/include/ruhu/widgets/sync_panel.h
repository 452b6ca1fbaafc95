// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/presentation/words.h>

#include <QFrame>

class QVBoxLayout;

namespace ruhu::widgets {

class Button;
class TextLabel;

/// Behind the sync mark: one honest sentence, its reason and next try with the code small at the end, and one line per
/// ticket that is not wholly stored.
/// A popup; it closes on a click elsewhere or Escape.
class SyncPanel final : public QFrame {
    Q_OBJECT

public:
    explicit SyncPanel(QWidget *parent = nullptr);
    void showStatus(const sync::Status &status, const std::vector<store::TicketRow> &rows, WallTime now);
    /// Right-aligned below the given widget.
    void popUpBelow(const QWidget *anchor);

Q_SIGNALS:
    void syncRequested();
    /// Offered only when nothing moves without it.
    void signInRequested();
    void ticketRequested(ruhu::TicketId ticket);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fitHeight();

    TextLabel *m_sentence;
    TextLabel *m_detail;
    TextLabel *m_code;
    TextLabel *m_last;
    QVBoxLayout *m_lines;
    Button *m_signIn;
    Button *m_syncNow;
};

} // namespace ruhu::widgets
