// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/httpd/server.h>

#include "server_context.h"

#include <ruhu/base/logging.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

using namespace Qt::Literals::StringLiterals;
namespace asio = boost::asio;
using asio::ip::tcp;

namespace ruhu::httpd {
namespace {

constexpr auto kToken = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::seconds kGrace{4};
constexpr std::chrono::milliseconds kAcceptPause{100};

Result<asio::ip::address> readAddress(const ListenOptions &options)
{
    boost::system::error_code error;
    const auto address = asio::ip::make_address(options.address.toStdString(), error);
    if (error)
        return Error{ErrorCode::InvalidInput, u"not an IP address"_s, options.address};
    const bool plain = options.certificateFile.isEmpty() && options.keyFile.isEmpty();
    if (plain && !address.is_loopback())
        return Error{ErrorCode::InvalidInput, u"http without TLS is for loopback addresses only"_s, options.address};
    return address;
}

Result<void> loadTls(ServerContext &context, const ListenOptions &options)
{
    if (options.certificateFile.isEmpty() && options.keyFile.isEmpty())
        return {};
    context.tls.emplace(asio::ssl::context::tls_server);
    SSL_CTX *native = context.tls->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    // An idle TLS connection would otherwise keep 34 KB of buffers.
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    boost::system::error_code error;
    context.tls->use_certificate_chain_file(options.certificateFile.toStdString(), error);
    if (error)
        return Error{ErrorCode::InvalidInput, u"the certificate cannot be used"_s, options.certificateFile};
    context.tls->use_private_key_file(options.keyFile.toStdString(), asio::ssl::context::pem, error);
    if (error || SSL_CTX_check_private_key(native) != 1)
        return Error{ErrorCode::InvalidInput, u"the key cannot be used or is not the certificate's"_s, options.keyFile};
    return {};
}

Result<void> listenOn(tcp::acceptor &acceptor, const tcp::endpoint &endpoint)
{
    boost::system::error_code error;
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error == asio::error::address_in_use)
        return Error{ErrorCode::Busy, u"the port is taken"_s, QString::number(endpoint.port())};
    if (error)
        return Error{ErrorCode::InvalidInput, u"cannot listen there"_s, QString::number(endpoint.port())};
    return {};
}

asio::awaitable<void> acceptAll(ServerContext &context, tcp::acceptor &acceptor)
{
    asio::steady_timer pause(context.io);
    while (!context.stopping) {
        auto [error, socket] = co_await acceptor.async_accept(kToken);
        if (context.stopping)
            co_return;
        if (error) {
            // Out of file descriptors, mostly: trying at once would only burn the processor.
            pause.expires_after(kAcceptPause);
            co_await pause.async_wait(kToken);
            continue;
        }
        if (context.sessions.size() >= static_cast<std::size_t>(context.limits.connections))
            continue; // the socket closes by itself
        startSession(context, std::move(socket));
    }
}

} // namespace

struct Server::Private {
    ServerContext context;
    tcp::acceptor acceptor{context.io};
    asio::steady_timer grace{context.io};
    std::thread thread;

    void beginStop()
    {
        context.stopping = true;
        boost::system::error_code ignored;
        acceptor.close(ignored);
        const std::set<Session *> sessions = context.sessions;
        for (Session *session : sessions)
            session->closeWhenIdle();
        if (context.sessions.empty()) {
            context.io.stop();
            return;
        }
        grace.expires_after(kGrace);
        grace.async_wait([this](boost::system::error_code) { context.io.stop(); });
    }

    ~Private()
    {
        if (thread.joinable()) {
            asio::post(context.io, [this] { beginStop(); });
            thread.join();
        }
        context.over = true;
        context.pool.stop();
    }
};

Server::Server(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::start(const ListenOptions &options, const MakeOffice &makeOffice)
{
    auto address = readAddress(options);
    if (!address)
        return address.error();
    auto d = std::make_unique<Private>();
    d->context.limits = options.limits;
    if (auto loaded = loadTls(d->context, options); !loaded)
        return loaded.error();
    if (auto listening = listenOn(d->acceptor, {*address, options.port}); !listening)
        return listening.error();
    if (auto started = d->context.pool.start(options.limits.workers, options.limits.queuedRequests, makeOffice);
        !started)
        return started.error();
    asio::co_spawn(d->context.io, acceptAll(d->context, d->acceptor), [](const std::exception_ptr &thrown) {
        if (thrown)
            qCCritical(lcServer) << "the listener ended in an exception";
    });
    d->thread = std::thread([io = &d->context.io] { io->run(); });
    return std::unique_ptr<Server>(new Server(std::move(d)));
}

quint16 Server::port() const
{
    boost::system::error_code error;
    return m_d->acceptor.local_endpoint(error).port();
}

} // namespace ruhu::httpd
