// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/presentation/ticket_list_model.h>
#include <ruhu/widgets/session_window.h>

#include <QTimer>

#include <QHash>

class QStackedWidget;

namespace ruhu::widgets {
class Banner;
class TicketListView;
class Toast;
class TopBar;
} // namespace ruhu::widgets

namespace ruhu::supervisor {

class DecisionPanel;
class EvidenceView;

/// The review desk: queue by risk, evidence in the middle, the decision at the right. Deciding opens the next ticket.
class DeskPage final : public widgets::SessionPage {
    Q_OBJECT

public:
    DeskPage(presentation::FieldClient &client, const Clock &clock, const presentation::Profile &profile,
             QWidget *parent = nullptr);

    void showProblem(const Error &error) override;
    [[nodiscard]] QByteArray keep() const override;
    void resume(const QByteArray &kept) override;

private:
    [[nodiscard]] QWidget *makeQueue();
    [[nodiscard]] QWidget *makeReview();
    void connectClient();
    void connectKeys();
    void showTab(int index);
    void sayWhyEmpty();
    void openTicket(TicketId id);
    void setPage(const std::shared_ptr<const presentation::TicketPage> &page);
    void decide(const domain::ReviewDecided &review);
    void onActed(quint64 request, const presentation::ActOutcome &outcome, const std::optional<Error> &error);
    void step(int by);
    void openNext();
    void onRows(const std::vector<store::TicketRow> &rows, bool all);
    void refreshCounts();
    void showPaper();

    presentation::FieldClient &m_client;
    const Clock &m_clock;
    presentation::TicketListModel m_queue;
    presentation::TicketListModel m_all;
    std::shared_ptr<const presentation::TicketPage> m_page;
    TicketId m_open;
    quint64 m_decision = 0; // the act on its way
    std::shared_ptr<const presentation::TicketPage> m_decided; // what it was made on
    int m_decidedRow = 0; // where its ticket stood in the list
    widgets::TopBar *m_bar;
    widgets::Banner *m_banner;
    widgets::Toast *m_toast = nullptr;
    widgets::TicketListView *m_list = nullptr;
    QStackedWidget *m_content = nullptr;
    EvidenceView *m_evidence = nullptr;
    DecisionPanel *m_panel = nullptr;
    QTimer m_wordsTimer;
};

} // namespace ruhu::supervisor
