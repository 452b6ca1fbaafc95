// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "work_page.h"

#include "kept_work.h"

#include "ticket_view.h"

#include <ruhu/widgets/banner.h>
#include <ruhu/widgets/command_palette.h>
#include <ruhu/widgets/empty_state.h>
#include <ruhu/widgets/looks.h>
#include <ruhu/widgets/surface.h>
#include <ruhu/widgets/ticket_list.h>
#include <ruhu/widgets/ticket_list_adapter.h>
#include <ruhu/widgets/top_bar.h>

#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ruhu::installer {
namespace {

using namespace Qt::Literals::StringLiterals;
namespace tokens = widgets::tokens;

constexpr int kWordsEveryMs = 20'000;

} // namespace

WorkPage::WorkPage(presentation::FieldClient &client, const Clock &clock, const presentation::Profile &profile,
                   QWidget *parent)
    : SessionPage(parent),
      m_client(client),
      m_clock(clock),
      m_today(presentation::TicketListModel::Mode::Today, clock),
      m_history(presentation::TicketListModel::Mode::History, clock),
      m_bar(new widgets::TopBar(client, clock, profile.displayName, {tr("Today"), tr("History")})),
      m_banner(new widgets::Banner),
      m_palette(new widgets::CommandPalette(this))
{
    setObjectName(u"workPage"_s);
    m_banner->setObjectName(u"workBanner"_s);
    m_banner->setDismissible(true);
    m_banner->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(new widgets::Separator);
    column->addWidget(m_banner);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makeList());
    row->addWidget(new widgets::Separator(Qt::Vertical));
    row->addWidget(makeContent(profile.displayName), 1);
    column->addLayout(row, 1);
    connectClient();
    connectKeys();
    m_wordsTimer.setInterval(kWordsEveryMs);
    connect(&m_wordsTimer, &QTimer::timeout, this, [this] {
        m_bar->refreshWords();
        m_ticket->refreshWords();
    });
    m_wordsTimer.start();
    showTab(0);
    m_client.loadTickets();
}

QWidget *WorkPage::makeList()
{
    m_list = new widgets::TicketListView;
    m_list->setFixedWidth(tokens::kListColumn);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Tickets"));
    connect(m_list, &widgets::TicketListView::ticketChanged, this,
            [this](const QModelIndex &index) { openTicket(widgets::ticketOf(index)); });
    return m_list;
}

QWidget *WorkPage::makeContent(const QString &technician)
{
    m_content = new QStackedWidget;
    m_content->addWidget(
        new widgets::EmptyState(widgets::Icon::Book, tr("Choose a ticket"),
                                tr("Your tickets of today stand on the left, in the order of the visits.")));
    m_ticket = new TicketView(m_client, m_clock, technician);
    m_content->addWidget(m_ticket);
    return m_content;
}

void WorkPage::connectClient()
{
    using presentation::FieldClient;
    connect(&m_client, &FieldClient::ticketsLoaded, this, [this](const auto &rows) { onRows(*rows, true); });
    connect(&m_client, &FieldClient::rowsChanged, this, [this](const auto &rows) { onRows(*rows, false); });
    connect(&m_client, &FieldClient::failed, this, &WorkPage::showProblem);
    connect(m_bar, &widgets::TopBar::tabChanged, this, &WorkPage::showTab);
    connect(m_bar, &widgets::TopBar::ticketRequested, this, &WorkPage::openTicket);
    connect(m_bar, &widgets::TopBar::languageRequested, this, &SessionPage::languageRequested);
    connect(m_bar, &widgets::TopBar::searchChanged, this, [this](const QString &text) {
        m_today.setFilter(text);
        m_history.setFilter(text);
        sayWhyEmpty();
    });
    connect(m_bar, &widgets::TopBar::statusChanged, this, [this](const sync::Status &status) {
        m_today.refreshWords(status);
        m_history.refreshWords(status);
    });
}

void WorkPage::connectKeys()
{
    const auto key = [this](const QKeySequence &sequence, auto slot) {
        auto *shortcut = new QShortcut(sequence, this);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    key(QKeySequence(u"Ctrl+K"_s), [this] { openPalette(); });
    key(QKeySequence::Find, [this] { m_bar->focusSearch(); });
    key(QKeySequence::Refresh, [this] { m_client.syncNow(); });
    key(QKeySequence(u"Ctrl+1"_s), [this] { m_bar->setTab(0); });
    key(QKeySequence(u"Ctrl+2"_s), [this] { m_bar->setTab(1); });
    key(QKeySequence(u"F6"_s),
        [this] { (m_list->hasFocus() ? static_cast<QWidget *>(m_ticket) : m_list)->setFocus(); });
}

void WorkPage::sayWhyEmpty()
{
    if (m_bar->isSearching())
        m_list->setEmptyText(tr("No ticket matches the filter."));
    else
        m_list->setEmptyText(m_bar->tab() == 0 ? tr("No tickets for today.") : tr("No tickets yet."));
}

void WorkPage::showTab(int index)
{
    sayWhyEmpty();
    widgets::showTickets(*m_list, index == 0 ? m_today : m_history, index == 0, [this] { return m_open; });
}

void WorkPage::openTicket(TicketId id)
{
    if (id.isNull())
        return;
    m_content->setCurrentWidget(m_ticket);
    if (id == m_open)
        return;
    m_open = id;
    m_ticket->open(id);
    widgets::selectTicket(*m_list, id);
}

QByteArray WorkPage::keep() const
{
    return encodeKept(m_ticket->keep());
}

void WorkPage::resume(const QByteArray &kept)
{
    const auto ticket = decodeKept(kept);
    if (!ticket || ticket->ticket.isNull())
        return;
    openTicket(ticket->ticket);
    m_ticket->resume(*ticket);
}

void WorkPage::openPalette()
{
    std::vector<widgets::Command> commands;
    commands.push_back({tr("Sync now"), {}, u"F5"_s, {}, widgets::Icon::Sending, [this] { m_client.syncNow(); }});
    commands.push_back({tr("Work order of this ticket"), {}, u"Ctrl+P"_s, {}, widgets::Icon::Print, [this] {
                            m_ticket->showPaper();
                        }});
    commands.push_back(
        {tr("Change password …"), {}, {}, u"password"_s, widgets::Icon::Lock, [this] { m_bar->askForPassword(); }});
    commands.push_back(
        {tr("Unlock with a number …"), {}, {}, u"pin"_s, widgets::Icon::Lock, [this] { m_bar->askForNumber(); }});
    commands.push_back({tr("Where I am signed in …"), {}, {}, u"session laptop"_s, widgets::Icon::User, [this] {
                            m_bar->showSessions();
                        }});
    commands.push_back({tr("Lock"), {}, u"Ctrl+L"_s, u"lock"_s, widgets::Icon::Lock, [this] { m_client.lock(); }});
    for (const store::TicketRow &row : m_bar->rows()) {
        commands.push_back({row.customerName,
                            row.number + u" · "_s + row.division + row.address,
                            {},
                            row.customerPhone + u" "_s + row.product,
                            widgets::Icon::Book,
                            [this, id = row.id] { openTicket(id); }});
    }
    m_palette->setCommands(std::move(commands));
    m_palette->open();
}

void WorkPage::onRows(const std::vector<store::TicketRow> &rows, bool all)
{
    if (all) {
        m_bar->setRows(rows);
        m_today.setRows(rows);
        m_history.setRows(rows);
    } else {
        m_bar->updateRows(rows);
        m_today.updateRows(rows);
        m_history.updateRows(rows);
        if (std::any_of(rows.begin(), rows.end(), [this](const store::TicketRow &row) { return row.id == m_open; }))
            m_client.loadPage(m_open);
    }
    m_bar->setTabText(0, tr("Today %1").arg(m_today.rowCount()));
}

void WorkPage::showProblem(const Error &error)
{
    widgets::showOn(*m_banner, widgets::Severity::Warn, error);
}

} // namespace ruhu::installer
