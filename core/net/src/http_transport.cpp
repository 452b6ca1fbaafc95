// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/net/http_transport.h>

#include <ruhu/protocol/request_proof.h>

#include <QFile>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::net {
namespace {

constexpr int kProtocol = 1;
constexpr auto kProtocolHeader = "Ruhu-Protocol";
constexpr int kStallMs = 30'000; // nothing moves for so long
constexpr qint64 kMaxReplyBytes = 24 * 1024 * 1024; // above every message
constexpr qint64 kMaxCaFileBytes = 1024 * 1024;
constexpr qint64 kMaxRetryAfter = 24 * 3600;

Error error(ErrorCode code, const QString &detail, const QString &subject = {})
{
    return Error{code, detail, subject};
}

bool isLoopback(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

bool isUsable(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return false;
    if (!url.path().isEmpty() && url.path() != u"/")
        return false;
    return url.scheme() == u"https" || (url.scheme() == u"http" && isLoopback(url.host()));
}

Result<QList<QSslCertificate>> readAuthorities(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return error(ErrorCode::NotFound, u"the CA file cannot be read"_s, path);
    const QList<QSslCertificate> found = QSslCertificate::fromData(file.read(kMaxCaFileBytes), QSsl::Pem);
    const bool whole = std::none_of(found.begin(), found.end(), [](const QSslCertificate &c) { return c.isNull(); });
    if (found.isEmpty() || !whole)
        return error(ErrorCode::Damaged, u"no certificates in the CA file"_s, path);
    return found;
}

Result<QSslConfiguration> tlsFor(const QString &caFile)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (caFile.isEmpty())
        return tls;
    const auto authorities = readAuthorities(caFile);
    if (!authorities)
        return authorities.error();
    // The given authority alone: a certificate of any other one is as wrong as none.
    tls.setCaCertificates(*authorities);
    return tls;
}

ErrorCode codeOf(QNetworkReply::NetworkError code)
{
    switch (code) {
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorCode::TlsFailure;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // nothing moved for too long; our own abort is not listened to
        return ErrorCode::Timeout;
    default:
        return ErrorCode::Offline;
    }
}

/// A status with a whole body is an answer, whatever it says; a body that broke off is not.
bool isAnswer(QNetworkReply::NetworkError code)
{
    const bool refusal = code >= QNetworkReply::ContentAccessDenied && code <= QNetworkReply::UnknownContentError;
    const bool badRequest = code == QNetworkReply::ProtocolInvalidOperationError; // what Qt calls a 400
    return code == QNetworkReply::NoError || refusal || badRequest || code >= QNetworkReply::InternalServerError;
}

std::optional<int> retryAfter(const QNetworkReply &reply)
{
    bool good = false;
    const qint64 seconds = reply.rawHeader("Retry-After").trimmed().toLongLong(&good);
    if (!good || seconds < 0)
        return std::nullopt;
    return static_cast<int>(std::min(seconds, kMaxRetryAfter));
}

/// One exchange; ends by exactly one call of the callback, however it goes.
class Exchange final : public QObject {
public:
    Exchange(QNetworkReply *reply, int timeoutMs, sync::Transport::Callback callback, QObject *parent)
        : QObject(parent), m_reply(reply), m_callback(std::move(callback))
    {
        reply->setParent(this);
        connect(reply, &QNetworkReply::readyRead, this, [this] { read(); });
        connect(reply, &QNetworkReply::finished, this, [this] { finish(); });
        connect(reply, &QNetworkReply::sslErrors, this, [this] { m_tlsFailed = true; }); // never ignored
        // Absolute: a server that drips one byte now and then is not waited for.
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this,
                [this] { end(error(ErrorCode::Timeout, u"no answer in time"_s)); });
        m_deadline.start(std::max(timeoutMs, 1));
    }
    ~Exchange() override { end(error(ErrorCode::Cancelled, u"the way to the server was closed"_s)); }

private:
    void read()
    {
        m_body += m_reply->readAll();
        if (m_body.size() > kMaxReplyBytes)
            end(error(ErrorCode::Offline, u"an answer larger than any message"_s, u"body"_s));
    }

    void finish()
    {
        if (!m_callback)
            return;
        read();
        if (!m_callback)
            return;
        const auto code = m_reply->error();
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool answered = status > 0 && isAnswer(code);
        if (!answered) {
            const ErrorCode said = m_tlsFailed ? ErrorCode::TlsFailure : codeOf(code);
            return end(error(said, u"network error %1"_s.arg(static_cast<int>(code))));
        }
        sync::Reply reply;
        reply.status = status;
        reply.body = std::move(m_body);
        reply.retryAfterSeconds = retryAfter(*m_reply);
        // A newer server is ours as well: what it wants to say is that this program is too old.
        reply.isOurs = m_reply->rawHeader(kProtocolHeader).trimmed().toInt() > 0;
        reply.nonce = m_reply->rawHeader(protocol::kNonceHeader).trimmed();
        end(std::move(reply));
    }

    void end(Result<sync::Reply> result)
    {
        if (!m_callback)
            return;
        const auto callback = std::exchange(m_callback, nullptr);
        m_deadline.stop();
        m_reply->disconnect(this);
        m_reply->abort();
        deleteLater();
        callback(std::move(result)); // may end the transport, and with it this object
    }

    QNetworkReply *m_reply;
    sync::Transport::Callback m_callback;
    QTimer m_deadline;
    QByteArray m_body;
    bool m_tlsFailed = false;
};

} // namespace

struct HttpTransport::Private {
    QUrl server;
    QSslConfiguration tls;
    QNetworkAccessManager manager;
    // After the manager: exchanges end first.
    QObject exchanges;
};

HttpTransport::HttpTransport(std::unique_ptr<Private> d) : m_d(std::move(d)) {}

HttpTransport::~HttpTransport() = default;

Result<std::unique_ptr<HttpTransport>> HttpTransport::create(const QUrl &server, const QString &caFile)
{
    if (!isUsable(server))
        return error(ErrorCode::InvalidInput, u"not an https address"_s, server.toString(QUrl::RemoveUserInfo));
    auto tls = tlsFor(caFile);
    if (!tls)
        return tls.error();
    auto d = std::make_unique<Private>();
    d->server = server;
    d->server.setPath(QString());
    d->tls = std::move(*tls);
    d->manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    d->manager.setAutoDeleteReplies(false);
    if (isLoopback(server.host()))
        d->manager.setProxy(QNetworkProxy::NoProxy);
    return std::unique_ptr<HttpTransport>(new HttpTransport(std::move(d)));
}

void HttpTransport::send(const sync::Request &request, Callback callback)
{
    QNetworkRequest out(QUrl(m_d->server.toString(QUrl::FullyEncoded) + request.path, QUrl::StrictMode));
    out.setSslConfiguration(m_d->tls);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setTransferTimeout(std::clamp(request.timeoutMs, 1, kStallMs));
    out.setRawHeader(kProtocolHeader, QByteArray::number(kProtocol));
    // What unpacks by itself could unpack without limit.
    out.setRawHeader("Accept-Encoding", "identity");
    out.setRawHeader("User-Agent", "ruhu");
    if (!request.token.isEmpty())
        out.setRawHeader("Authorization", QByteArray("Bearer " + request.token.toUtf8()));
    if (!request.version.isEmpty())
        out.setRawHeader(protocol::kVersionHeader, request.version);
    if (!request.proof.isEmpty())
        out.setRawHeader(protocol::kProofHeader, request.proof);
    if (!request.contentType.isEmpty())
        out.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    QNetworkReply *reply = request.method == "POST" ? m_d->manager.post(out, request.body) : m_d->manager.get(out);
    new Exchange(reply, request.timeoutMs, std::move(callback), &m_d->exchanges);
}

} // namespace ruhu::net
