// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/loopback_transport.h>

#include <QUrl>
#include <QUrlQuery>

namespace ruhu::test {

void LoopbackTransport::send(const sync::Request &request, Callback callback)
{
    ++m_total;
    if (!m_office)
        return callback(Error{ErrorCode::Offline, QStringLiteral("the server is off"), QString()});
    const QUrl url(request.path);
    service::HttpRequest in;
    in.method = request.method;
    in.path = url.path(QUrl::FullyDecoded);
    for (const auto &[key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded))
        in.query.emplace(key, value);
    in.target = request.path.toLatin1();
    in.token = request.token;
    in.proof = request.proof;
    in.body = request.body;
    const service::HttpResponse out = service::handle(*m_office, std::move(in));
    callback(sync::Reply{out.status, out.body, out.retryAfterSeconds, true, out.nonce});
}

} // namespace ruhu::test
