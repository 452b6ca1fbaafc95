// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "field_client_worker.h"

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {

FieldClient::FieldClient(QString directory, std::function<std::shared_ptr<const Environment>()> makeEnvironment,
                         QObject *parent)
    : QObject(parent), m_worker(new Worker(this, std::move(directory), std::move(makeEnvironment)))
{
    m_thread.setObjectName(u"ruhu-field"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

FieldClient::~FieldClient()
{
    Worker *worker = m_worker;
    // Behind everything that was asked before: an act whose button was pressed is recorded.
    QMetaObject::invokeMethod(m_worker, [worker] {
        worker->close();
        QThread::currentThread()->quit();
    });
    m_thread.wait();
}

void FieldClient::start()
{
    QMetaObject::invokeMethod(m_worker, [w = m_worker] { w->open(); });
}

void FieldClient::enrol(const EnrolInput &input)
{
    QMetaObject::invokeMethod(m_worker, [w = m_worker, input] { w->enrol(input); });
}

void FieldClient::signIn(const QString &password, const QString &secondFactor)
{
    QMetaObject::invokeMethod(m_worker, [w = m_worker, who = Credentials(password, secondFactor)] { w->signIn(who); });
}

void FieldClient::resetPassword(const QString &code, const QString &newPassword)
{
    QMetaObject::invokeMethod(m_worker, [w = m_worker, code, newPassword] { w->resetPassword(code, newPassword); });
}

void FieldClient::changePassword(const QString &current, const QString &next, const QString &secondFactor)
{
    const Credentials who(current, secondFactor);
    QMetaObject::invokeMethod(m_worker, [w = m_worker, who, next] { w->changePassword(who, next); });
}

void FieldClient::setQuickNumber(const QString &password, const QString &number)
{
    QMetaObject::invokeMethod(m_worker, [w = m_worker, password, number] { w->setQuickNumber(password, number); });
}

void FieldClient::unlockByNumber(const QString &number)
{
    QMetaObject::invokeMethod(m_worker, [w = m_worker, number] { w->unlockByNumber(number); });
}

void FieldClient::loadOwnSessions()
{
    QMetaObject::invokeMethod(m_worker, [w = m_worker] { w->loadOwnSessions(); });
}

void FieldClient::endOwnSession(DeviceId device)
{
    QMetaObject::invokeMethod(m_worker, [w = m_worker, device] { w->endOwnSession(device); });
}

void FieldClient::lock()
{
    Q_EMIT locking();
    QMetaObject::invokeMethod(m_worker, [w = m_worker] { w->lock(); });
}

void FieldClient::loadTickets()
{
    QMetaObject::invokeMethod(m_worker, [w = m_worker] { w->loadTickets(); });
}

void FieldClient::loadPage(TicketId id)
{
    QMetaObject::invokeMethod(m_worker, [w = m_worker, id] { w->loadPage(id); });
}

quint64 FieldClient::act(TicketId id, const domain::Payload &proposal)
{
    const quint64 request = ++m_lastRequest;
    QMetaObject::invokeMethod(m_worker, [w = m_worker, request, id, proposal] { w->act(request, id, proposal); });
    return request;
}

quint64 FieldClient::attachPhoto(TicketId id, const QString &step, const QByteArray &bytes, const QString &caption)
{
    const quint64 request = ++m_lastRequest;
    QMetaObject::invokeMethod(m_worker, [w = m_worker, request, id, step, bytes, caption] {
        w->attachPhoto(request, id, step, bytes, caption);
    });
    return request;
}

quint64 FieldClient::attachPhotoFile(TicketId id, const QString &step, const QString &path, const QString &caption)
{
    const quint64 request = ++m_lastRequest;
    QMetaObject::invokeMethod(m_worker, [w = m_worker, request, id, step, path, caption] {
        w->attachPhotoFile(request, id, step, path, caption);
    });
    return request;
}

quint64 FieldClient::sign(TicketId id, domain::SignerRole role, const QString &name,
                          const std::vector<domain::Stroke> &strokes, const QByteArray &shownContent)
{
    const quint64 request = ++m_lastRequest;
    QMetaObject::invokeMethod(m_worker, [w = m_worker, request, id, role, name, strokes, shownContent] {
        w->sign(request, id, role, name, strokes, shownContent);
    });
    return request;
}

void FieldClient::loadBlob(const QByteArray &sha256)
{
    QMetaObject::invokeMethod(m_worker, [w = m_worker, sha256] { w->loadBlob(sha256); });
}

void FieldClient::syncNow()
{
    QMetaObject::invokeMethod(m_worker, [w = m_worker] { w->syncNow(); });
}

void FieldClient::setNetworkReachable(bool reachable)
{
    QMetaObject::invokeMethod(m_worker, [w = m_worker, reachable] { w->setNetworkReachable(reachable); });
}

void FieldClient::loadSetting(const QString &key)
{
    QMetaObject::invokeMethod(m_worker, [w = m_worker, key] { w->loadSetting(key); });
}

void FieldClient::saveSetting(const QString &key, const QString &value)
{
    QMetaObject::invokeMethod(m_worker, [w = m_worker, key, value] { w->saveSetting(key, value); });
}

void FieldClient::saveLanguage(const QString &language)
{
    QMetaObject::invokeMethod(m_worker, [w = m_worker, language] { w->saveLanguage(language); });
}

} // namespace ruhu::presentation
