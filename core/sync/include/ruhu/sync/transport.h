// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/result.h>

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace ruhu::sync {

struct Request {
    QByteArray method; // "GET" or "POST"
    QString path; // "/sync/v1/push", with query where needed
    QByteArray contentType;
    QByteArray body;
    QString token; // bearer; empty for sign-in and enrolment
    int timeoutMs = 30'000;
    QByteArray proof = {}; // header value of ProvingTransport
    QByteArray version = {}; // of this program; goes with a proof
};

struct Reply {
    int status = 0;
    QByteArray body;
    std::optional<int> retryAfterSeconds;
    bool isOurs = false; // carried the Ruhu-Protocol header: not a proxy's page
    QByteArray nonce = {}; // the server's newest, for the next proof
};

/// The way to the server. Implementations: net::HttpTransport, and in tests one that calls the server in-process.
/// The callback comes exactly once, on the thread of the caller, possibly before send() returns. Errors: Offline,
/// Timeout, TlsFailure, Cancelled. An HTTP error status is a Reply, no Error.
class Transport {
public:
    virtual ~Transport() = default;
    using Callback = std::function<void(Result<Reply>)>;
    virtual void send(const Request &request, Callback callback) = 0;
};

} // namespace ruhu::sync
