// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/presentation/words.h>
#include <ruhu/widgets/icons.h>

#include <QWidget>

#include <functional>
#include <map>

class QMenu;
class QPlainTextEdit;
class QVBoxLayout;

namespace ruhu::widgets {
class Button;
class TextLabel;
} // namespace ruhu::widgets

namespace ruhu::supervisor {

/// The right column: findings with their rules, the comment with its pins and the rules of conduct that were broken,
/// approve and send back.
class DecisionPanel final : public QWidget {
    Q_OBJECT

public:
    explicit DecisionPanel(QWidget *parent = nullptr);

    /// A review being written: it waits with its ticket while another one is looked at.
    struct Draft {
        QString comment;
        std::vector<domain::ReviewPin> pins;
        std::vector<QString> marks;
    };
    using Drafts = std::map<TicketId, Draft>;

    void setPage(const std::shared_ptr<const presentation::TicketPage> &page);
    /// Comment, pins and marks of a decided ticket.
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
    void decided(const ruhu::domain::ReviewDecided &review);
    void paperRequested();
    void evidenceRequested(const std::vector<ruhu::EventId> &events);

private:
    void fillFindings();
    void fillPins();
    void fillMarkMenu();
    void toggleMark(const QString &rule);
    QWidget *makeNote(const QString &words, widgets::Icon icon, std::function<void()> takeAway);
    void refreshButtons();

    std::shared_ptr<const presentation::TicketPage> m_page;
    Drafts m_drafts; // of the other tickets
    std::vector<domain::ReviewPin> m_pins;
    std::vector<QString> m_marks; // ids of rules of conduct
    QMenu *m_markMenu;
    widgets::TextLabel *m_title;
    QVBoxLayout *m_findings;
    QVBoxLayout *m_pinColumn;
    QPlainTextEdit *m_comment;
    widgets::TextLabel *m_hint;
    widgets::Button *m_mark;
    widgets::Button *m_approve;
    widgets::Button *m_return;
};

} // namespace ruhu::supervisor
