// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/top_bar.h>

#include <ruhu/presentation/papers.h>
#include <ruhu/widgets/icons.h>
#include <ruhu/widgets/paper_view.h>
#include <ruhu/widgets/password_dialog.h>
#include <ruhu/widgets/sessions_dialog.h>
#include <ruhu/widgets/sync_mark.h>
#include <ruhu/widgets/sync_panel.h>
#include <ruhu/widgets/text_label.h>

#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace ruhu::widgets {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kSearchWidth = 220;

struct HoldMark {
    sync::Hold hold;
    SyncState state;
};
constexpr std::array kHoldMarks = {
    HoldMark{sync::Hold::Offline, SyncState::Offline},       HoldMark{sync::Hold::ServerTrouble, SyncState::Offline},
    HoldMark{sync::Hold::TlsFailure, SyncState::NeedsYou},   HoldMark{sync::Hold::SignInNeeded, SyncState::NeedsYou},
    HoldMark{sync::Hold::UpdateNeeded, SyncState::NeedsYou}, HoldMark{sync::Hold::DeviceRevoked, SyncState::NeedsYou},
    HoldMark{sync::Hold::DiskFull, SyncState::NeedsYou},     HoldMark{sync::Hold::Damaged, SyncState::NeedsYou},
};

SyncState markState(const sync::Status &status)
{
    for (const HoldMark &mark : kHoldMarks) {
        if (mark.hold == status.hold)
            return mark.state;
    }
    if (status.refused > 0)
        return SyncState::NeedsYou;
    if (status.phase == sync::Phase::Pushing || status.phase == sync::Phase::Blobs)
        return SyncState::Sending;
    return status.pendingEvents + status.pendingBlobs > 0 ? SyncState::Waiting : SyncState::Stored;
}

} // namespace

TopBar::TopBar(presentation::FieldClient &client, const Clock &clock, const QString &personName,
               const QStringList &tabs, QWidget *parent)
    : QWidget(parent),
      m_client(client),
      m_clock(clock),
      m_tabs(new QTabBar),
      m_search(new QLineEdit),
      m_mark(new SyncMark),
      m_panel(new SyncPanel(this))
{
    auto *brand = new TextLabel(u"Ruhu"_s, TextSize::Title, Role::Accent);
    brand->setSize(TextSize::Title, QFont::DemiBold);
    m_tabs->setObjectName(u"tabs"_s);
    for (const QString &tab : tabs)
        m_tabs->addTab(tab);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setAccessibleName(tr("Lists"));
    m_search->setObjectName(u"searchField"_s);
    m_search->setPlaceholderText(tr("Filter  Ctrl+F"));
    m_search->setAccessibleName(tr("Filter the list"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(kSearchWidth);
    m_search->addAction(icon(Icon::Search, Role::TextMuted), QLineEdit::LeadingPosition);
    auto *person = new QToolButton;
    person->setObjectName(u"personMenu"_s);
    person->setIcon(icon(Icon::User));
    person->setText(personName);
    person->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    person->setPopupMode(QToolButton::InstantPopup);
    person->setAutoRaise(true);
    fillMenu(person);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(tokens::kSpace4, tokens::kSpace2, tokens::kSpace3, tokens::kSpace2);
    row->setSpacing(tokens::kSpace3);
    row->addWidget(brand);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_search);
    row->addWidget(m_mark);
    row->addWidget(person);
    connect(m_tabs, &QTabBar::currentChanged, this, &TopBar::tabChanged);
    connect(m_search, &QLineEdit::textChanged, this, &TopBar::searchChanged);
    connect(m_mark, &QAbstractButton::clicked, this, &TopBar::openSyncPanel);
    connect(m_panel, &SyncPanel::syncRequested, &m_client, &presentation::FieldClient::syncNow);
    connect(m_panel, &SyncPanel::signInRequested, &m_client, &presentation::FieldClient::lock);
    connect(m_panel, &SyncPanel::ticketRequested, this, &TopBar::ticketRequested);
    connect(&m_client, &presentation::FieldClient::syncStatusChanged, this, &TopBar::showStatus);
    refreshWords();
}

void TopBar::fillMenu(QToolButton *button)
{
    auto *menu = new QMenu(button);
    const auto theme = [this](ThemeKind kind, const QString &name) {
        return [this, kind, name] {
            Theme::apply(*qApp, kind);
            m_client.saveSetting(u"theme"_s, name);
        };
    };
    const auto language = [this](presentation::Language wanted) {
        return [this, wanted] { Q_EMIT languageRequested(wanted); };
    };
    menu->addSection(tr("Appearance"));
    connect(menu->addAction(tr("Like the system")), &QAction::triggered, this, theme(ThemeKind::System, u"system"_s));
    connect(menu->addAction(tr("Light")), &QAction::triggered, this, theme(ThemeKind::Light, u"light"_s));
    connect(menu->addAction(tr("Dark")), &QAction::triggered, this, theme(ThemeKind::Dark, u"dark"_s));
    connect(menu->addAction(tr("High contrast")), &QAction::triggered, this,
            theme(ThemeKind::HighContrast, u"contrast"_s));
    menu->addSection(tr("Language"));
    connect(menu->addAction(u"English"_s), &QAction::triggered, this, language(presentation::Language::English));
    connect(menu->addAction(u"中文"_s), &QAction::triggered, this, language(presentation::Language::Chinese));
    menu->addSection(tr("Help"));
    QAction *code = menu->addAction(icon(Icon::Book), tr("Service code in brief"));
    code->setObjectName(u"serviceCode"_s);
    connect(code, &QAction::triggered, this, &TopBar::showServiceCode);
    menu->addSeparator();
    QAction *password = menu->addAction(tr("Change password …"));
    password->setObjectName(u"changePassword"_s);
    connect(password, &QAction::triggered, this, &TopBar::askForPassword);
    QAction *number = menu->addAction(tr("Unlock with a number …"));
    number->setObjectName(u"setNumber"_s);
    connect(number, &QAction::triggered, this, &TopBar::askForNumber);
    QAction *sessions = menu->addAction(tr("Where I am signed in …"));
    sessions->setObjectName(u"ownSessions"_s);
    connect(sessions, &QAction::triggered, this, &TopBar::showSessions);
    QAction *lock = menu->addAction(icon(Icon::Lock), tr("Lock"));
    lock->setShortcut(QKeySequence(u"Ctrl+L"_s));
    connect(lock, &QAction::triggered, this, [this] { m_client.lock(); });
    button->setMenu(menu);
}

/// The newest one: what a person has to know by heart, whatever ticket is open.
void TopBar::showServiceCode()
{
    const domain::Catalogue *catalogue = presentation::builtInShelf().latest(domain::kServiceCode);
    auto *view = new PaperView(presentation::serviceCodePaper(*catalogue), window());
    view->setAttribute(Qt::WA_DeleteOnClose);
    view->open();
}

void TopBar::openForm(FormDialog *dialog, FormAnswer answer)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_client, answer, dialog, [dialog](const std::optional<Error> &error) {
        dialog->finish(error ? std::optional(presentation::messageFor(*error)) : std::nullopt);
    });
    dialog->open();
}

void TopBar::askForPassword()
{
    auto *dialog = new PasswordDialog(window());
    connect(dialog, &PasswordDialog::changeRequested, &m_client, &presentation::FieldClient::changePassword);
    openForm(dialog, &presentation::FieldClient::passwordChanged);
}

void TopBar::askForNumber()
{
    auto *dialog = new NumberDialog(window());
    connect(dialog, &NumberDialog::numberRequested, &m_client, &presentation::FieldClient::setQuickNumber);
    openForm(dialog, &presentation::FieldClient::quickNumberSet);
}

void TopBar::showSessions()
{
    auto *dialog = new SessionsDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SessionsDialog::endRequested, &m_client, &presentation::FieldClient::endOwnSession);
    connect(&m_client, &presentation::FieldClient::ownSessionsLoaded, dialog,
            [dialog](const std::shared_ptr<const std::vector<presentation::OwnSession>> &sessions,
                     const std::optional<Error> &error) {
                if (error)
                    dialog->showProblem(presentation::messageFor(*error));
                else
                    dialog->showSessions(*sessions);
            });
    dialog->open();
    m_client.loadOwnSessions();
}

void TopBar::updateRows(const std::vector<store::TicketRow> &changed)
{
    for (const store::TicketRow &row : changed) {
        const auto it =
            std::find_if(m_rows.begin(), m_rows.end(), [&row](const auto &known) { return known.id == row.id; });
        if (it == m_rows.end())
            m_rows.push_back(row);
        else
            *it = row;
    }
}

void TopBar::setTabText(int index, const QString &text)
{
    m_tabs->setTabText(index, text);
}

int TopBar::tab() const
{
    return m_tabs->currentIndex();
}

void TopBar::setTab(int index)
{
    m_tabs->setCurrentIndex(index);
}

void TopBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

bool TopBar::isSearching() const
{
    return !m_search->text().trimmed().isEmpty();
}

void TopBar::showStatus(const sync::Status &status)
{
    m_status = status;
    refreshWords();
}

void TopBar::refreshWords()
{
    m_mark->setSync(markState(m_status), presentation::syncText(m_status, m_clock.now()));
    if (m_panel->isVisible())
        m_panel->showStatus(m_status, m_rows, m_clock.now());
    Q_EMIT statusChanged(m_status);
}

void TopBar::openSyncPanel()
{
    m_panel->showStatus(m_status, m_rows, m_clock.now());
    m_panel->popUpBelow(m_mark);
}

} // namespace ruhu::widgets
