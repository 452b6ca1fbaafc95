// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk_page.h"

#include "decision_panel.h"
#include "evidence_view.h"

#include <ruhu/widgets/banner.h>
#include <ruhu/widgets/empty_state.h>
#include <ruhu/widgets/kept_bytes.h>
#include <ruhu/widgets/looks.h>
#include <ruhu/widgets/paper_loader.h>
#include <ruhu/widgets/surface.h>
#include <ruhu/widgets/ticket_list.h>
#include <ruhu/widgets/ticket_list_adapter.h>
#include <ruhu/widgets/toast.h>
#include <ruhu/widgets/top_bar.h>

#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ruhu::supervisor {
namespace {

using namespace Qt::Literals::StringLiterals;
namespace tokens = widgets::tokens;

constexpr int kWordsEveryMs = 20'000;
constexpr int kDecisionWidth = 340;

constexpr quint16 kKeptForm = 1;

void write(QDataStream &out, const DecisionPanel::Draft &draft)
{
    out << draft.comment << static_cast<quint32>(draft.pins.size());
    for (const domain::ReviewPin &pin : draft.pins)
        out << pin.step << pin.comment;
    out << QStringList(draft.marks.begin(), draft.marks.end());
}

DecisionPanel::Draft readDraft(QDataStream &in)
{
    DecisionPanel::Draft draft;
    in >> draft.comment;
    widgets::readEach(in, [&] {
        domain::ReviewPin pin;
        in >> pin.step >> pin.comment;
        draft.pins.push_back(pin);
    });
    QStringList marks;
    in >> marks;
    draft.marks.assign(marks.begin(), marks.end());
    return draft;
}

} // namespace

DeskPage::DeskPage(presentation::FieldClient &client, const Clock &clock, const presentation::Profile &profile,
                   QWidget *parent)
    : SessionPage(parent),
      m_client(client),
      m_clock(clock),
      m_queue(presentation::TicketListModel::Mode::ReviewQueue, clock),
      m_all(presentation::TicketListModel::Mode::History, clock),
      m_bar(new widgets::TopBar(client, clock, profile.displayName, {tr("Review"), tr("All tickets")})),
      m_banner(new widgets::Banner)
{
    setObjectName(u"deskPage"_s);
    m_banner->setObjectName(u"deskBanner"_s);
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
    row->addWidget(makeQueue());
    row->addWidget(new widgets::Separator(Qt::Vertical));
    row->addWidget(makeReview(), 1);
    column->addLayout(row, 1);
    m_toast = new widgets::Toast(this);
    connectClient();
    connectKeys();
    m_wordsTimer.setInterval(kWordsEveryMs);
    connect(&m_wordsTimer, &QTimer::timeout, m_bar, &widgets::TopBar::refreshWords);
    m_wordsTimer.start();
    showTab(0);
    m_client.loadTickets();
}

QWidget *DeskPage::makeQueue()
{
    m_list = new widgets::TicketListView;
    m_list->setFixedWidth(tokens::kListColumn);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Tickets to review"));
    connect(m_list, &widgets::TicketListView::ticketChanged, this,
            [this](const QModelIndex &index) { openTicket(widgets::ticketOf(index)); });
    return m_list;
}

QWidget *DeskPage::makeReview()
{
    m_content = new QStackedWidget;
    m_content->addWidget(
        new widgets::EmptyState(widgets::Icon::Stored, tr("Nothing to review"),
                                tr("Signed-off tickets appear here by themselves, the riskiest first.")));
    auto *review = new QWidget;
    auto *row = new QHBoxLayout(review);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_evidence = new EvidenceView(m_client);
    m_panel = new DecisionPanel;
    m_panel->setFixedWidth(kDecisionWidth);
    row->addWidget(m_evidence, 1);
    row->addWidget(new widgets::Separator(Qt::Vertical));
    row->addWidget(m_panel);
    m_content->addWidget(review);
    connect(m_panel, &DecisionPanel::decided, this, &DeskPage::decide);
    connect(m_panel, &DecisionPanel::paperRequested, this, &DeskPage::showPaper);
    connect(m_panel, &DecisionPanel::evidenceRequested, m_evidence, &EvidenceView::showEvidence);
    connect(m_evidence, &EvidenceView::pinRequested, m_panel, &DecisionPanel::addPin);
    return m_content;
}

void DeskPage::connectClient()
{
    using presentation::FieldClient;
    connect(&m_client, &FieldClient::ticketsLoaded, this, [this](const auto &rows) { onRows(*rows, true); });
    connect(&m_client, &FieldClient::rowsChanged, this, [this](const auto &rows) { onRows(*rows, false); });
    connect(&m_client, &FieldClient::failed, this, &DeskPage::showProblem);
    connect(&m_client, &FieldClient::pageLoaded, this, [this](const auto &page) {
        if (page->ticket.id == m_open)
            setPage(page);
    });
    connect(&m_client, &FieldClient::acted, this,
            [this](quint64 request, TicketId, const presentation::ActOutcome &outcome,
                   const std::optional<Error> &error) { onActed(request, outcome, error); });
    connect(m_bar, &widgets::TopBar::tabChanged, this, &DeskPage::showTab);
    connect(m_bar, &widgets::TopBar::ticketRequested, this, &DeskPage::openTicket);
    connect(m_bar, &widgets::TopBar::languageRequested, this, &SessionPage::languageRequested);
    connect(m_bar, &widgets::TopBar::searchChanged, this, [this](const QString &text) {
        m_queue.setFilter(text);
        m_all.setFilter(text);
        sayWhyEmpty();
    });
    connect(m_bar, &widgets::TopBar::statusChanged, this, [this](const sync::Status &status) {
        m_queue.refreshWords(status);
        m_all.refreshWords(status);
    });
}

// One keystroke decides; letters count only while no text is being written.
void DeskPage::connectKeys()
{
    const auto key = [this](const QKeySequence &sequence, auto slot) {
        auto *shortcut = new QShortcut(sequence, this);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    key(QKeySequence(u"J"_s), [this] { step(1); });
    key(QKeySequence(u"K"_s), [this] { step(-1); });
    key(QKeySequence(u"A"_s), [this] { m_panel->approve(); });
    key(QKeySequence(u"R"_s), [this] { m_panel->startReturn(); });
    key(QKeySequence(u"E"_s), [this] { m_evidence->startPinning(); });
    key(QKeySequence(u"Ctrl+Return"_s), [this] { m_panel->sendBack(); });
    key(QKeySequence(u"Ctrl+Enter"_s), [this] { m_panel->sendBack(); });
    key(QKeySequence::Find, [this] { m_bar->focusSearch(); });
    key(QKeySequence::Refresh, [this] { m_client.syncNow(); });
    key(QKeySequence::Print, [this] { showPaper(); });
}

void DeskPage::sayWhyEmpty()
{
    m_list->setEmptyText(m_bar->isSearching() ? tr("No ticket matches the filter.") : tr("No tickets here."));
}

void DeskPage::showTab(int index)
{
    sayWhyEmpty();
    widgets::showTickets(*m_list, index == 0 ? m_queue : m_all, false, [this] { return m_open; });
}

void DeskPage::openTicket(TicketId id)
{
    if (id.isNull() || id == m_open)
        return;
    m_open = id;
    m_page.reset();
    m_client.loadPage(id);
}

void DeskPage::setPage(const std::shared_ptr<const presentation::TicketPage> &page)
{
    m_page = page;
    m_evidence->setPage(page);
    m_panel->setPage(page);
    m_content->setCurrentIndex(1);
}

void DeskPage::decide(const domain::ReviewDecided &review)
{
    if (!m_page || m_decision != 0)
        return;
    m_decidedRow = m_list->currentIndex().row();
    m_decided = m_page;
    m_decision = m_client.act(m_page->ticket.id, review);
    m_list->setFocus(); // the next letter is a key of the desk again, not a text
}

void DeskPage::onActed(quint64 request, const presentation::ActOutcome &outcome, const std::optional<Error> &error)
{
    if (request != m_decision)
        return;
    m_decision = 0;
    const auto decided = std::exchange(m_decided, nullptr);
    if (error) {
        showProblem(*error);
        return;
    }
    if (outcome.refusal) {
        m_banner->setMessage(widgets::Severity::Warn,
                             presentation::refusalText(*outcome.refusal, decided->catalogue, decided->ticket),
                             outcome.refusal->rule);
        m_banner->show();
        return;
    }
    m_banner->hide();
    m_toast->showMessage(tr("Decision kept on this laptop"));
    const TicketId id = decided->ticket.id;
    m_panel->forget(id);
    if (m_open == id)
        openNext();
    if (m_open == id)
        m_client.loadPage(id);
}

QByteArray DeskPage::keep() const
{
    return widgets::packKept(kKeptForm, [this](QDataStream &out) {
        const auto drafts = m_panel->drafts();
        widgets::writeTicket(out, m_open);
        out << static_cast<quint32>(drafts.size());
        for (const auto &[ticket, draft] : drafts) {
            widgets::writeTicket(out, ticket);
            write(out, draft);
        }
    });
}

void DeskPage::resume(const QByteArray &kept)
{
    TicketId open;
    DecisionPanel::Drafts drafts;
    const bool whole = widgets::unpackKept(kept, kKeptForm, [&](QDataStream &in) {
        open = widgets::readTicket(in);
        widgets::readEach(in, [&] {
            const TicketId ticket = widgets::readTicket(in);
            drafts[ticket] = readDraft(in);
        });
    });
    if (!whole)
        return;
    m_panel->setDrafts(std::move(drafts));
    if (!open.isNull())
        openTicket(open);
}

/// The one after the decided ticket: in its row when it has left the list, else below it.
void DeskPage::openNext()
{
    if (m_list->currentIndex().isValid()) {
        step(1);
        return;
    }
    const QAbstractItemModel *model = m_list->model();
    if (model->rowCount() > 0)
        m_list->setCurrentIndex(model->index(std::clamp(m_decidedRow, 0, model->rowCount() - 1), 0));
}

void DeskPage::step(int by)
{
    const QAbstractItemModel *model = m_list->model();
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, std::max(model->rowCount() - 1, 0));
    if (model->rowCount() > 0)
        m_list->setCurrentIndex(model->index(row, 0));
}

void DeskPage::onRows(const std::vector<store::TicketRow> &rows, bool all)
{
    if (all) {
        m_bar->setRows(rows);
        m_queue.setRows(rows);
        m_all.setRows(rows);
    } else {
        m_bar->updateRows(rows);
        m_queue.updateRows(rows);
        m_all.updateRows(rows);
        if (std::any_of(rows.begin(), rows.end(), [this](const store::TicketRow &row) { return row.id == m_open; }))
            m_client.loadPage(m_open);
    }
    refreshCounts();
}

void DeskPage::refreshCounts()
{
    m_bar->setTabText(0, tr("Review %1").arg(m_queue.rowCount()));
    if (m_open.isNull())
        m_content->setCurrentIndex(0);
    // The first ticket of the queue is opened by itself: the riskiest one is what the supervisor came for.
    if (m_open.isNull() && m_bar->tab() == 0 && m_queue.rowCount() > 0)
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
}

void DeskPage::showPaper()
{
    if (m_page)
        widgets::openPaper(m_client, m_page, this, [this](const Error &error) { showProblem(error); });
}

void DeskPage::showProblem(const Error &error)
{
    widgets::showOn(*m_banner, widgets::Severity::Warn, error);
}

} // namespace ruhu::supervisor
