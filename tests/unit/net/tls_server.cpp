// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tls_server.h"

#include <ruhu_test/catch_qt.h>

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {
namespace {

bool isWhole(const QByteArray &request)
{
    const qsizetype end = request.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QByteArray head = request.left(end).toLower();
    const qsizetype at = head.indexOf("content-length:");
    const qsizetype length = at < 0 ? 0 : head.mid(at + 15).split('\r').front().trimmed().toLongLong();
    return request.size() >= end + 4 + length;
}

} // namespace

TlsIdentity makeIdentity(const QStringList &names, WallTime from, int validDays)
{
    const auto authority = crypto::makeAuthority(u"Test authority"_s, from, validDays);
    REQUIRE(authority);
    const auto server = crypto::issueServerCertificate(*authority, names, from, validDays);
    REQUIRE(server);
    return {*authority, *server};
}

QByteArray httpAnswer(int status, const QByteArray &body, const QByteArray &moreHeaders)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: " + QByteArray::number(body.size())
           + "\r\n" + moreHeaders + "\r\n" + body;
}

ScriptedServer::ScriptedServer(const std::optional<TlsIdentity> &identity, QSsl::SslProtocol protocol)
{
    if (identity) {
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls->setLocalCertificateChain(QSslCertificate::fromData(identity->server.certificatePem, QSsl::Pem));
        m_tls->setPrivateKey(QSslKey(identity->server.keyPem, QSsl::Ec, QSsl::Pem));
        m_tls->setPeerVerifyMode(QSslSocket::VerifyNone);
        m_tls->setProtocol(protocol);
        REQUIRE_FALSE(m_tls->privateKey().isNull());
    }
    REQUIRE(listen(QHostAddress::LocalHost));
}

QUrl ScriptedServer::url(const QString &host) const
{
    return QUrl((m_tls ? u"https://"_s : u"http://"_s) + host + u':' + QString::number(serverPort()));
}

void ScriptedServer::incomingConnection(qintptr handle)
{
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(handle);
    const qsizetype index = requests.size();
    requests.append(QByteArray());
    connect(socket, &QSslSocket::readyRead, this, [this, socket, index] { received(socket, index); });
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    if (m_tls) {
        socket->setSslConfiguration(*m_tls);
        socket->startServerEncryption();
    }
}

void ScriptedServer::received(QTcpSocket *socket, qsizetype index)
{
    requests[index] += socket->readAll();
    if (answer.isEmpty() || !isWhole(requests[index]))
        return;
    if (dripMs)
        return drip(socket, 0);
    socket->write(answer);
    if (closesAfter)
        socket->disconnectFromHost();
}

void ScriptedServer::drip(QTcpSocket *socket, qsizetype at)
{
    if (at >= answer.size())
        return;
    socket->write(answer.mid(at, 1));
    QTimer::singleShot(*dripMs, socket, [this, socket, at] { drip(socket, at + 1); });
}

} // namespace ruhu::test
