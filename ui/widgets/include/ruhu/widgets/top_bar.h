// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/presentation/field_client.h>
#include <ruhu/presentation/words.h>

#include <QWidget>

class QLineEdit;
class QTabBar;
class QToolButton;

namespace ruhu::widgets {

class FormDialog;
class SyncMark;
class SyncPanel;

/// The bar on top of both programs: lists, search, the sync mark with its panel, and the person's menu.
class TopBar final : public QWidget {
    Q_OBJECT

public:
    /// Client and clock must outlive the bar.
    TopBar(presentation::FieldClient &client, const Clock &clock, const QString &personName, const QStringList &tabs,
           QWidget *parent = nullptr);

    void setTabText(int index, const QString &text);
    [[nodiscard]] int tab() const;
    void setTab(int index);
    void focusSearch();
    [[nodiscard]] bool isSearching() const;
    /// For the sync panel.
    void setRows(const std::vector<store::TicketRow> &rows) { m_rows = rows; }
    /// Takes the place of known rows and adds new ones.
    void updateRows(const std::vector<store::TicketRow> &changed);
    [[nodiscard]] const std::vector<store::TicketRow> &rows() const { return m_rows; }
    /// For a bar made after the last change of the status.
    void showStatus(const sync::Status &status);
    /// The dialog for a new password of one's own.
    void askForPassword();
    /// The dialog for a number that unlocks while the program runs.
    void askForNumber();
    /// Where this person is signed in.
    void showSessions();
    /// Words that depend on the time.
    void refreshWords();

Q_SIGNALS:
    void tabChanged(int index);
    void searchChanged(const QString &text);
    void ticketRequested(ruhu::TicketId ticket);
    void languageRequested(ruhu::presentation::Language language);
    void statusChanged(const ruhu::sync::Status &status);

private:
    void fillMenu(QToolButton *button);
    using FormAnswer = void (presentation::FieldClient::*)(std::optional<Error> error);
    /// The form is told by that signal what came of it.
    void openForm(FormDialog *dialog, FormAnswer answer);
    void openSyncPanel();
    void showServiceCode();

    presentation::FieldClient &m_client;
    const Clock &m_clock;
    std::vector<store::TicketRow> m_rows;
    sync::Status m_status;
    QTabBar *m_tabs;
    QLineEdit *m_search;
    SyncMark *m_mark;
    SyncPanel *m_panel;
};

} // namespace ruhu::widgets
