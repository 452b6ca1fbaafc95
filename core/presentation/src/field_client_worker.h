// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/presentation/field_client.h>

#include <QTimer>

#include <tuple>
#include <type_traits>

namespace ruhu::presentation {

/// The session and its timer on the worker thread. Every member runs there; answers leave by tell().
class FieldClient::Worker final : public QObject {
public:
    using MakeEnvironment = std::function<std::shared_ptr<const Environment>()>;
    Worker(FieldClient *client, QString directory, MakeEnvironment makeEnvironment);

    void open();
    void close();
    void enrol(const EnrolInput &input);
    void signIn(const Credentials &who);
    void resetPassword(const QString &code, const QString &newPassword);
    void changePassword(const Credentials &current, const QString &next);
    void setQuickNumber(const QString &password, const QString &number);
    void unlockByNumber(const QString &number);
    void loadOwnSessions();
    void endOwnSession(DeviceId device);
    void lock();
    void loadTickets();
    void loadPage(TicketId id);
    void act(quint64 request, TicketId id, const domain::Payload &proposal);
    void attachPhoto(quint64 request, TicketId id, const QString &step, const QByteArray &bytes,
                     const QString &caption);
    void attachPhotoFile(quint64 request, TicketId id, const QString &step, const QString &path,
                         const QString &caption);
    void sign(quint64 request, TicketId id, domain::SignerRole role, const QString &name,
              const std::vector<domain::Stroke> &strokes, const QByteArray &shownContent);
    void loadBlob(const QByteArray &sha256);
    void syncNow();
    void setNetworkReachable(bool reachable);
    void loadSetting(const QString &key);
    void saveSetting(const QString &key, const QString &value);
    void saveLanguage(const QString &language);

private:
    /// Emits a signal of the client on the client's own thread. Emitted here, it would be queued to those alone who are
    /// connected now, and a page that is just being built would miss it.
    template<typename... Params>
    void tell(void (FieldClient::*signal)(Params...), std::type_identity_t<Params>... args)
    {
        QMetaObject::invokeMethod(
            m_client,
            [client = m_client, signal, values = std::tuple<Params...>(std::move(args)...)] {
                std::apply([client, signal](const auto &...value) { Q_EMIT(client->*signal)(value...); }, values);
            },
            Qt::QueuedConnection);
    }
    [[nodiscard]] static Error notOpen();
    void reportSignIn(const Result<SignInOutcome> &done);
    void reportOwnSessions(const Result<std::vector<OwnSession>> &sessions);
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
