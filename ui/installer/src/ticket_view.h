// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "stage_view.h"

#include <ruhu/presentation/field_client.h>
#include <ruhu/widgets/action_bar.h>

#include <QHash>
#include <QWidget>

#include <functional>
#include <map>
#include <utility>

class QMenu;
class QScrollArea;

namespace ruhu::widgets {
class Banner;
class PhaseRail;
class Pictures;
class Toast;
} // namespace ruhu::widgets

namespace ruhu::installer {

class TicketHeader;

/// One ticket, led through its stages: header, rail, the open stage, and the one next act at the bottom right.
class TicketView final : public QWidget {
    Q_OBJECT

public:
    TicketView(presentation::FieldClient &client, const Clock &clock, QString technicianName,
               QWidget *parent = nullptr);

    /// Shows another ticket (or the same one anew); the page comes from the client.
    void open(TicketId id);
    [[nodiscard]] TicketId ticket() const { return m_id; }

    /// What was typed and not recorded yet, by ticket and stage.
    using Drafts = std::map<std::pair<TicketId, QString>, StageView::Drafts>;
    /// What this view shows, for the next view of the same person: another language makes the page anew.
    struct Kept {
        TicketId ticket;
        QString stage;
        Drafts drafts;
    };
    [[nodiscard]] Kept keep() const;
    void resume(const Kept &kept);
    void refreshWords();
    void showPaper();

private:
    void setPage(std::shared_ptr<const presentation::TicketPage> page);
    void showStage(const QString &stage, bool keepPlace);
    void putByDrafts(Drafts &drafts) const;
    [[nodiscard]] bool isBusy() const { return !m_requests.isEmpty() || m_behind; }
    void refreshBanner();
    void refreshActions();
    [[nodiscard]] std::vector<widgets::Obstacle> obstacles() const;
    void fillExceptions();
    [[nodiscard]] bool isAllowed(const QString &type, const QString &target) const;
    void addAsking(const QString &name, const QString &title, const QString &question,
                   const std::function<domain::Payload(const QString &)> &payload);
    void addMissed();
    void addHandBacks();
    void propose(const domain::Payload &payload) { propose(m_id, payload); }
    void propose(TicketId id, const domain::Payload &payload);
    void onActed(quint64 request, TicketId ticket, const presentation::ActOutcome &outcome,
                 const std::optional<Error> &error);
    void performPrimary();
    void goTo(const QString &subject);
    void addPhoto(const QString &step);
    void openPhoto(const QByteArray &sha256);
    void whenFresh(std::function<void()> then);
    void showCustomer();
    void signAsTechnician();
    void askNote();
    void showProblem(const Error &error);
    [[nodiscard]] CardActions cardActions();
    [[nodiscard]] bool isMine(quint64 request) const { return m_requests.contains(request); }

    presentation::FieldClient &m_client;
    const Clock &m_clock;
    QString m_technician;
    TicketId m_id;
    std::shared_ptr<const presentation::TicketPage> m_page;
    QString m_stage; // the open one
    std::function<void()> m_whenFresh; // waits for the page that holds every act made so far
    bool m_problemShown = false; // the banner says why the last act was not kept
    QString m_current; // where the ticket stood when the stage was opened
    QHash<quint64, QString> m_requests; // own acts on the way, with the type
    std::pair<TicketId, domain::Payload> m_lastProposal;
    bool m_behind = false; // the page shown is older than the last act
    Drafts m_drafts;
    widgets::Pictures *m_pictures;
    TicketHeader *m_header;
    widgets::PhaseRail *m_rail;
    widgets::Banner *m_banner;
    QScrollArea *m_scroll;
    StageView *m_stageView = nullptr;
    widgets::ActionBar *m_actions;
    QMenu *m_exceptions;
    widgets::Toast *m_toast;
};

} // namespace ruhu::installer
