// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "stage_view.h"

#include <ruhu/presentation/field_client.h>
#include <ruhu/widgets/action_bar.h>

#include <QHash>
#include <QPixmap>
#include <QWidget>

#include <functional>

class QMenu;
class QScrollArea;

namespace ruhu::widgets {
class Banner;
class PhaseRail;
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
    void refreshWords();
    void showPaper();

private:
    void setPage(std::shared_ptr<const presentation::TicketPage> page);
    void showStage(const QString &stage, bool keepPlace);
    void refreshBanner();
    void refreshActions();
    [[nodiscard]] std::vector<widgets::Obstacle> obstacles() const;
    void fillExceptions();
    void propose(const domain::Payload &payload);
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
    [[nodiscard]] QPixmap thumbnail(const QByteArray &sha256);
    void takeBlob(const QByteArray &sha256, const QByteArray &bytes);
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
    QHash<QByteArray, QPixmap> m_thumbnails;
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
