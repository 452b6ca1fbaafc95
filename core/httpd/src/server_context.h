// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "worker_pool.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <map>
#include <set>

namespace ruhu::httpd {

/// A connection as the server sees it.
class Session {
public:
    virtual ~Session() = default;
    /// Ends it when no request is under way; otherwise it ends after its answer.
    virtual void closeWhenIdle() = 0;
};

/// Shared by listener and connections. I/O thread only, but for the pool.
struct ServerContext {
    Limits limits;
    WorkerPool pool;
    std::optional<boost::asio::ssl::context> tls;
    std::set<Session *> sessions;
    qint64 bodyBytes = 0; // of all requests being read or worked on
    std::map<QString, qint64> bodyBytesOf; // the same by token
    bool stopping = false;
    bool over = false; // the I/O thread has ended
    // Last, so that it dies first: it destroys the connections that are left.
    boost::asio::io_context io{1};
};

/// Serves a connection until it ends; owns itself.
void startSession(ServerContext &context, boost::asio::ip::tcp::socket socket);

} // namespace ruhu::httpd
