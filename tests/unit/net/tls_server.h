// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/clock.h>
#include <ruhu/crypto/certificates.h>

#include <QByteArray>
#include <QSslConfiguration>
#include <QStringList>
#include <QTcpServer>

#include <optional>

namespace ruhu::test {

struct TlsIdentity {
    crypto::CertificateAuthority authority;
    crypto::ServerCertificate server;
};
/// A certificate for these names, valid from `from` for so many days.
[[nodiscard]] TlsIdentity makeIdentity(const QStringList &names, WallTime from, int validDays);

/// Says over TLS (or plainly, without an identity) exactly the bytes a test wants, on 127.0.0.1.
class ScriptedServer final : public QTcpServer {
public:
    explicit ScriptedServer(const std::optional<TlsIdentity> &identity,
                            QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater);

    QByteArray answer; // sent as it is once a whole request is there; empty: silence
    bool closesAfter = false; // ends the connection behind the answer
    std::optional<int> dripMs; // one byte of the answer at a time
    QList<QByteArray> requests; // everything received, one per connection
    [[nodiscard]] QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const;

protected:
    void incomingConnection(qintptr handle) override;

private:
    void received(QTcpSocket *socket, qsizetype index);
    void drip(QTcpSocket *socket, qsizetype at);

    std::optional<QSslConfiguration> m_tls;
};

/// An answer of our server.
[[nodiscard]] QByteArray httpAnswer(int status, const QByteArray &body,
                                    const QByteArray &moreHeaders = "Ruhu-Protocol: 1\r\n");

} // namespace ruhu::test
