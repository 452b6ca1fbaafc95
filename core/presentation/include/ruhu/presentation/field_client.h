// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/presentation/field_session.h>

#include <QObject>
#include <QThread>

namespace ruhu::presentation {

/// The GUI's door to a FieldSession that lives on a worker thread of this object: every call returns at once, answers come
/// as signals on the GUI thread. Requests are carried out in order. No call may be made after shutDown().
class FieldClient final : public QObject {
    Q_OBJECT

public:
    /// `makeEnvironment` is called on the worker thread; what it returns lives until the thread ends.
    FieldClient(QString directory, std::function<std::shared_ptr<const Environment>()> makeEnvironment,
                QObject *parent = nullptr);
    /// Carries out what was asked before, closes the store, joins. Answers of that time are not delivered any more.
    ~FieldClient() override;

    void start();
    void enrol(const EnrolInput &input);
    void signIn(const QString &password, const QString &secondFactor = {});
    /// FieldSession::resetPassword; answered by signedIn().
    void resetPassword(const QString &code, const QString &newPassword);
    /// FieldSession::changePassword; answered by passwordChanged().
    void changePassword(const QString &current, const QString &next, const QString &secondFactor = {});
    /// FieldSession::setQuickNumber; answered by quickNumberSet().
    void setQuickNumber(const QString &password, const QString &number);
    /// FieldSession::unlockByNumber; answered by signedIn().
    void unlockByNumber(const QString &number);
    /// Answered by ownSessionsLoaded().
    void loadOwnSessions();
    void endOwnSession(DeviceId device);
    void lock();

    void loadTickets();
    void loadPage(TicketId id);
    /// Answers carry the returned number.
    quint64 act(TicketId id, const domain::Payload &proposal);
    quint64 attachPhoto(TicketId id, const QString &step, const QByteArray &bytes, const QString &caption);
    quint64 attachPhotoFile(TicketId id, const QString &step, const QString &path, const QString &caption);
    /// `shownContent`: TicketPage::contentHash of the page the signer saw.
    quint64 sign(TicketId id, domain::SignerRole role, const QString &name, const std::vector<domain::Stroke> &strokes,
                 const QByteArray &shownContent = {});
    void loadBlob(const QByteArray &sha256);
    void syncNow();
    void setNetworkReachable(bool reachable);
    void loadSetting(const QString &key);
    void saveSetting(const QString &key, const QString &value);
    /// FieldSession::setLanguage.
    void saveLanguage(const QString &language);

Q_SIGNALS:
    /// Also the first answer after start(); `error` when the folder or the store cannot be used.
    void stateChanged(ruhu::presentation::SessionState state, std::optional<ruhu::presentation::Profile> profile,
                      std::optional<ruhu::Error> error);
    void enrolled(std::optional<ruhu::Error> error);
    void signedIn(std::optional<ruhu::presentation::SignInOutcome> outcome, std::optional<ruhu::Error> error);
    /// The store is about to be closed: what is asked for within this signal is still carried out. Emitted by lock().
    void locking();
    void passwordChanged(std::optional<ruhu::Error> error);
    void quickNumberSet(std::optional<ruhu::Error> error);
    /// Before every stateChanged(), and when a number ended.
    void quickUnlockChanged(bool opensByNumber);
    void ownSessionsLoaded(std::shared_ptr<const std::vector<ruhu::presentation::OwnSession>> sessions,
                           std::optional<ruhu::Error> error);
    /// The whole list, in no particular order; models sort.
    void ticketsLoaded(std::shared_ptr<const std::vector<ruhu::store::TicketRow>> rows);
    /// Rows that changed since; a row whose ticket is new is one more.
    void rowsChanged(std::shared_ptr<const std::vector<ruhu::store::TicketRow>> rows);
    void pageLoaded(std::shared_ptr<const ruhu::presentation::TicketPage> page);
    void acted(quint64 request, ruhu::TicketId ticket, ruhu::presentation::ActOutcome outcome,
               std::optional<ruhu::Error> error);
    void blobLoaded(QByteArray sha256, QByteArray bytes, std::optional<ruhu::Error> error);
    void syncStatusChanged(ruhu::sync::Status status);
    void settingLoaded(QString key, QString value);
    /// A request that has no own error channel failed (loading, saving a setting).
    void failed(ruhu::Error error);

private:
    class Worker;
    QThread m_thread;
    Worker *m_worker; // lives on m_thread, deleted by it
    quint64 m_lastRequest = 0;
};

} // namespace ruhu::presentation
