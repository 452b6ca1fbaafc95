// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/presentation/words.h>

#include <QWidget>

#include <map>

class QPlainTextEdit;
class QVBoxLayout;

namespace ruhu::widgets {
class Button;
class TextLabel;
} // namespace ruhu::widgets

namespace ruhu::supervisor {

/// The right column: findings with their rules, the comment with its pins, approve and send back.
class DecisionPanel final : public QWidget {
    Q_OBJECT

public:
    explicit DecisionPanel(QWidget *parent = nullptr);

    /// A review being written: it waits with its ticket while another one is looked at.
    struct Draft {
        QString comment;
        std::vector<domain::ReviewPin> pins;
    };
    using Drafts = std::map<TicketId, Draft>;

    void setPage(const std::shared_ptr<const presentation::TicketPage> &page);
    /// Comment and pins of a decided ticket.
    void forget(TicketId id);
    [[nodiscard]] Drafts drafts() const;
    void setDrafts(Drafts drafts) { m_drafts = std::move(drafts); }
    void approve();
    /// Puts the cursor into the comment.
    void startReturn();
    /// Sends the return; without a comment it asks for one.
    void sendBack();
    void addPin(const QString &step, const QString &words);

Q_SIGNALS:
    void decided(ruhu::domain::ReviewDecision decision, const QString &comment,
                 const std::vector<ruhu::domain::ReviewPin> &pins);
    void paperRequested();
    void evidenceRequested(const std::vector<ruhu::EventId> &events);

private:
    void fillFindings();
    void fillPins();
    void refreshButtons();

    std::shared_ptr<const presentation::TicketPage> m_page;
    Drafts m_drafts; // of the other tickets
    std::vector<domain::ReviewPin> m_pins;
    widgets::TextLabel *m_title;
    QVBoxLayout *m_findings;
    QVBoxLayout *m_pinColumn;
    QPlainTextEdit *m_comment;
    widgets::TextLabel *m_hint;
    widgets::Button *m_approve;
    widgets::Button *m_return;
};

} // namespace ruhu::supervisor
