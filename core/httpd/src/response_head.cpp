// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "response_head.h"

#include <ruhu/protocol/framing.h>
#include <ruhu/protocol/request_proof.h>

#include <QDateTime>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::httpd {
namespace {

const char *reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    case 507:
        return "Insufficient Storage";
    default:
        return "Internal Server Error";
    }
}

} // namespace

QByteArray responseHead(const service::HttpResponse &response, bool keepAlive, const QByteArray &allow, WallTime now)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(toMs(now), Qt::UTC);
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reason(response.status) + "\r\n";
    head += "Date: " + QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1() + "\r\n";
    head += "Ruhu-Protocol: " + QByteArray::number(protocol::kProtocolVersion) + "\r\n";
    head += "Content-Type: " + response.contentType + "\r\n";
    head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    head += "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";
    if (!response.nonce.isEmpty())
        head += QByteArray(protocol::kNonceHeader) + ": " + response.nonce + "\r\n";
    if (response.retryAfterSeconds)
        head += "Retry-After: " + QByteArray::number(*response.retryAfterSeconds) + "\r\n";
    if (response.status == 401)
        head += "WWW-Authenticate: Bearer\r\n";
    if (!allow.isEmpty())
        head += "Allow: " + allow + "\r\n";
    head += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return head;
}

QByteArray allowedMethods(const QString &path)
{
    QByteArray allowed;
    for (const char *method : {"GET", "POST"}) {
        if (service::findRoute(method, path))
            allowed += (allowed.isEmpty() ? "" : ", ") + QByteArray(method);
    }
    return allowed;
}

} // namespace ruhu::httpd
