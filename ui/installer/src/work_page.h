// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/presentation/ticket_list_model.h>
#include <ruhu/widgets/session_window.h>

#include <QTimer>

class QStackedWidget;

namespace ruhu::widgets {
class Banner;
class CommandPalette;
class TicketListView;
class TopBar;
} // namespace ruhu::widgets

namespace ruhu::installer {

class TicketView;

/// The signed-in screen: bar on top, list of tickets on the left, the chosen ticket on the right.
class WorkPage final : public widgets::SessionPage {
    Q_OBJECT

public:
    WorkPage(presentation::FieldClient &client, const Clock &clock, const presentation::Profile &profile,
             QWidget *parent = nullptr);

    void showProblem(const Error &error) override;
    [[nodiscard]] QByteArray keep() const override;
    void resume(const QByteArray &kept) override;

private:
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeContent(const QString &technician);
    void connectClient();
    void connectKeys();
    void showTab(int index);
    void sayWhyEmpty();
    void openTicket(TicketId id);
    void openPalette();
    void onRows(const std::vector<store::TicketRow> &rows, bool all);

    presentation::FieldClient &m_client;
    const Clock &m_clock;
    presentation::TicketListModel m_today;
    presentation::TicketListModel m_history;
    TicketId m_open;
    widgets::TopBar *m_bar;
    widgets::Banner *m_banner;
    widgets::CommandPalette *m_palette;
    widgets::TicketListView *m_list = nullptr;
    QStackedWidget *m_content = nullptr;
    TicketView *m_ticket = nullptr;
    QTimer m_wordsTimer;
};

} // namespace ruhu::installer
