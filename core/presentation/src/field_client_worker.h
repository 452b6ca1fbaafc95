// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/presentation/field_client.h>

#include <QTimer>

namespace ruhu::presentation {

/// The session and its timer on the worker thread. Every member runs there; answers leave as signals of the client,
/// which Qt queues to the GUI thread because they are emitted from another one.
class FieldClient::Worker final : public QObject {
public:
    using MakeEnvironment = std::function<std::shared_ptr<const Environment>()>;
    Worker(FieldClient *client, QString directory, MakeEnvironment makeEnvironment);

    void open();
    void close();
    void enrol(const EnrolInput &input);
    void signIn(const QString &password);
    void lock();
    void loadTickets();
    void loadPage(TicketId id);
    void act(quint64 request, TicketId id, const domain::Payload &proposal);
    void attachPhoto(quint64 request, TicketId id, const QString &step, const QByteArray &bytes,
                     const QString &caption);
    void sign(quint64 request, TicketId id, domain::SignerRole role, const QString &name,
              const std::vector<domain::Stroke> &strokes, const QByteArray &shownContent);
    void loadBlob(const QByteArray &sha256);
    void syncNow();
    void setNetworkReachable(bool reachable);
    void loadSetting(const QString &key);
    void saveSetting(const QString &key, const QString &value);

private:
    [[nodiscard]] static Error notOpen();
    void reportState(std::optional<Error> error = {});
    void reportAct(quint64 request, TicketId id, const Result<ActOutcome> &outcome);
    void reportRows(const std::vector<TicketId> &ids);
    /// After everything that may have moved the engine: no state waits without a wake-up.
    void armTimer();

    FieldClient *m_client; // outlives the thread
    QString m_directory;
    MakeEnvironment m_makeEnvironment;
    std::shared_ptr<const Environment> m_environment; // outlives the session
    std::unique_ptr<FieldSession> m_session;
    QTimer m_timer;
};

} // namespace ruhu::presentation
