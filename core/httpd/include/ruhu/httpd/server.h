// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/result.h>
#include <ruhu/service/api.h>

#include <functional>
#include <memory>

namespace ruhu::httpd {

/// Deadlines and sizes of the edge; absolute per part, never re-armed per read (labs: slow heads).
struct Limits {
    int headSeconds = 5;
    int bodySeconds = 30;
    int idleSeconds = 30;
    int handshakeSeconds = 6;
    int headBytes = 16 * 1024;
    int connections = 2000;
    int queuedRequests = 256; // beyond: 503 with Retry-After
    int workers = 2;
};

struct ListenOptions {
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 8443; // 0 = any free port
    QString certificateFile; // PEM; both empty = plain http, refused on any address but loopback
    QString keyFile;
    Limits limits;
};

/// HTTP/1.1 listener on Boost.Beast: one I/O thread, a bounded pool of workers, each with an Office of its own made by
/// `makeOffice` on the worker's thread. Knows service only.
class Server {
public:
    using MakeOffice = std::function<Result<std::unique_ptr<service::Office>>()>;
    /// Returns when listening. InvalidInput: address, insecure http on a public address, bad certificate. Busy: port taken.
    [[nodiscard]] static Result<std::unique_ptr<Server>> start(const ListenOptions &options,
                                                               const MakeOffice &makeOffice);
    /// Stops accepting, lets running requests finish for up to 4 s, joins all threads.
    ~Server();
    [[nodiscard]] quint16 port() const;

private:
    struct Private;
    explicit Server(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace ruhu::httpd
