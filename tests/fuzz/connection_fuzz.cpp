// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: whatever a peer writes on one connection, in whatever pieces, each request gets its one answer in its turn. One
// that is malformed is refused and ends the connection, nothing behind it is taken for a request, and nothing of it is
// kept. In an input the byte 0x1e ends a piece; "@token@" and "@proof@" are what a signed-in laptop would put there.

#include "fuzz.h"
#include "fuzz_office.h"
#include "http_oracle.h"
#include "server_context.h"

#include <ruhu/base/logging.h>

#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

using namespace ruhu;
using namespace ruhu::fuzz;
using boost::asio::ip::tcp;

namespace {

constexpr char kPieceEnd = 0x1e;
constexpr std::chrono::milliseconds kPatience{2};

/// The server without its listener: this thread is the I/O thread, so that a piece is read before the next one comes.
class FuzzServer {
public:
    FuzzServer()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("*=false")); // one line for each request
        const auto makeOffice = [this] { return Result(m_office.open()); };
        require(m_context.pool.start(1, 16, makeOffice).has_value(), "the worker starts");
    }

    [[nodiscard]] std::string withMarks(std::string text) { return m_office.withMarks(std::move(text)); }
    [[nodiscard]] std::size_t headBytes() const { return static_cast<std::size_t>(m_context.limits.headBytes); }

    void accept(int descriptor)
    {
        tcp::socket socket(m_context.io);
        // To the session one kind of stream is as good as another; a pair of sockets needs no port.
        socket.assign(tcp::v4(), descriptor);
        httpd::startSession(m_context, std::move(socket));
    }
    void poll()
    {
        while (m_context.io.poll() > 0) {
        }
    }
    void wait() { m_context.io.run_one_for(kPatience); }
    [[nodiscard]] bool isServing() const { return !m_context.sessions.empty(); }
    void requireNothingLeft() const
    {
        require(m_context.sessions.empty() && m_context.bodyBytes == 0 && m_context.bodyBytesOf.empty(),
                "nothing is left of a connection");
    }

private:
    FuzzOffice m_office;
    httpd::ServerContext m_context;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_guard{m_context.io.get_executor()};
};

/// The peer's end of a connection.
class Peer {
public:
    explicit Peer(FuzzServer &server) : m_server(server)
    {
        int ends[2] = {-1, -1};
        const int failed = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends);
        require(failed == 0, "a pair of sockets can be made");
        m_socket = ends[0];
        server.accept(ends[1]);
    }
    ~Peer() { ::close(m_socket); }
    Peer(const Peer &) = delete;
    Peer &operator=(const Peer &) = delete;

    /// Until it is written or the server takes no more.
    void send(std::string_view piece)
    {
        while (!piece.empty()) {
            const ssize_t sent = ::send(m_socket, piece.data(), piece.size(), MSG_NOSIGNAL);
            if (sent < 0 && errno != EAGAIN)
                return;
            piece.remove_prefix(sent < 0 ? 0 : static_cast<std::size_t>(sent));
            m_server.poll();
            receive();
        }
    }

    /// Everything the server has to say; then the connection is over.
    [[nodiscard]] QByteArray rest()
    {
        ::shutdown(m_socket, SHUT_WR);
        while (m_server.isServing()) {
            m_server.wait();
            receive();
        }
        receive();
        return m_received;
    }

private:
    void receive()
    {
        char bytes[16 * 1024];
        for (ssize_t got = 1; got > 0;) {
            got = ::recv(m_socket, bytes, sizeof bytes, 0);
            if (got > 0)
                m_received.append(bytes, got);
        }
    }

    FuzzServer &m_server;
    int m_socket = -1;
    QByteArray m_received;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static FuzzServer server;
    const std::string input = server.withMarks(std::string(reinterpret_cast<const char *>(data), size));
    std::string sent;
    Peer peer(server);
    for (std::size_t at = 0; at < input.size();) {
        const std::size_t end = std::min(input.find(kPieceEnd, at), input.size());
        peer.send(std::string_view(input).substr(at, end - at));
        sent.append(input, at, end - at);
        at = end + 1;
    }
    requireAnswered(sent, answersIn(peer.rest()), server.headBytes());
    server.requireNothingLeft();
    return 0;
}
