// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "head_check.h"
#include "response_head.h"
#include "server_context.h"

#include <ruhu/base/logging.h>
#include <ruhu/base/random.h>

#include <QElapsedTimer>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

using namespace Qt::Literals::StringLiterals;
namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;

namespace ruhu::httpd {
namespace {

using Clock = std::chrono::steady_clock;
using service::HttpRequest;
using service::HttpResponse;
using TlsStream = asio::ssl::stream<tcp::socket>;
constexpr auto kToken = asio::as_tuple(asio::use_awaitable);

constexpr std::size_t kReadBytes = 16 * 1024;
constexpr std::size_t kKeepBytes = 64 * 1024; // what an idle connection may hold on to
constexpr qint64 kSlowestBytesPerSecond = 32 * 1024;
constexpr qint64 kBodyBudget = 256LL * 1024 * 1024;
constexpr qint64 kBodyBudgetOfOne = 32LL * 1024 * 1024; // one laptop alone cannot keep the others out
constexpr qint64 kAuthenticateFirstBytes = 64 * 1024;
constexpr std::size_t kDrainBytes = 4 * 1024 * 1024;
constexpr std::chrono::seconds kDrainTime{5};
constexpr std::chrono::seconds kGoodbyeTime{2};
constexpr std::chrono::hours kNoDeadline{24};

tcp::socket &lowest(tcp::socket &stream)
{
    return stream;
}
tcp::socket &lowest(TlsStream &stream)
{
    return stream.next_layer();
}

/// One connection's state. Deadlines are absolute per part and kept by a watchdog of their own.
template<typename Stream>
class Connection final : public Session {
public:
    Connection(ServerContext &contextIn, Stream streamIn)
        : context(contextIn), stream(std::move(streamIn)), m_timer(stream.get_executor())
    {
        context.sessions.insert(this);
    }
    ~Connection() override
    {
        context.sessions.erase(this);
        if (context.stopping && !context.over && context.sessions.empty())
            context.io.stop();
    }

    void closeWhenIdle() override
    {
        if (idle)
            close();
    }
    void close()
    {
        boost::system::error_code ignored;
        lowest(stream).close(ignored);
    }
    /// From now on everything must be done within this time.
    void allow(Clock::duration time)
    {
        expired = false;
        m_due = Clock::now() + time;
        if (m_due < m_timer.expiry())
            m_timer.cancel();
    }
    void finish()
    {
        m_finished = true;
        m_timer.cancel();
    }
    static asio::awaitable<void> watch(std::shared_ptr<Connection> self)
    {
        while (!self->m_finished) {
            self->m_timer.expires_at(self->m_due);
            co_await self->m_timer.async_wait(kToken);
            if (self->m_finished || Clock::now() < self->m_due)
                continue;
            self->expired = true;
            boost::system::error_code ignored;
            lowest(self->stream).cancel(ignored);
            // Once more soon: between two reads of one operation there was nothing to cancel.
            self->m_due = Clock::now() + std::chrono::milliseconds(100);
        }
    }

    ServerContext &context;
    Stream stream;
    boost::beast::flat_buffer buffer;
    bool idle = true;
    bool expired = false;

private:
    asio::steady_timer m_timer;
    Clock::time_point m_due = Clock::now() + kNoDeadline;
    bool m_finished = false;
};

/// Counts a body against what all requests together may hold.
class BodyShare {
public:
    BodyShare(ServerContext &context, QString token, qint64 bytes)
        : m_context(context), m_token(std::move(token)), m_bytes(bytes)
    {
        m_context.bodyBytes += m_bytes;
        m_context.bodyBytesOf[m_token] += m_bytes;
    }
    ~BodyShare()
    {
        m_context.bodyBytes -= m_bytes;
        const auto own = m_context.bodyBytesOf.find(m_token);
        own->second -= m_bytes;
        if (own->second == 0)
            m_context.bodyBytesOf.erase(own);
    }
    [[nodiscard]] static bool isRoom(const ServerContext &context, const QString &token, qint64 bytes)
    {
        const auto own = context.bodyBytesOf.find(token);
        const qint64 already = token.isEmpty() || own == context.bodyBytesOf.end() ? 0 : own->second;
        return context.bodyBytes + bytes <= kBodyBudget && already + bytes <= kBodyBudgetOfOne;
    }
    BodyShare(const BodyShare &) = delete;
    BodyShare &operator=(const BodyShare &) = delete;

private:
    ServerContext &m_context;
    QString m_token;
    qint64 m_bytes;
};

HttpResponse refusal(int status, const QString &why)
{
    QString code = u"bad-request"_s;
    if (status == 404)
        code = u"unknown-route"_s;
    if (status == 413)
        code = u"body-too-large"_s;
    if (status == 401)
        code = u"expired-token"_s;
    if (status == 408)
        code = u"timeout"_s;
    return service::problemResponse(status, code, why);
}

/// Spread, so that everybody who was turned away does not come back in the same second.
HttpResponse overloaded()
{
    HttpResponse response = service::problemResponse(503, u"busy"_s, u"too many requests are waiting"_s);
    response.retryAfterSeconds = 1 + static_cast<int>(SystemRandom().below(5));
    return response;
}

Clock::duration timeFor(int seconds, qint64 bytes)
{
    return std::chrono::seconds(seconds + bytes / kSlowestBytesPerSecond);
}

// ---- work on the pool

struct Answer {
    explicit Answer(const asio::any_io_executor &executor) : ready(executor, Clock::time_point::max()) {}
    asio::steady_timer ready;
    std::optional<HttpResponse> response;
    bool done = false;
};

using Work = std::function<std::optional<HttpResponse>(service::Office &)>;

std::optional<HttpResponse> runSafely(const Work &work, service::Office &office)
{
    try {
        return work(office);
    } catch (const std::exception &) {
        // bad_alloc and the like: the peer learns nothing of it
        qCCritical(lcServer) << "a request ended in an exception";
        return service::problemResponse(500, u"internal"_s, u"internal error"_s);
    }
}

/// Runs on a worker; `refused` when the queue is full.
asio::awaitable<std::optional<HttpResponse>> onWorker(ServerContext &context, Work work)
{
    auto answer = std::make_shared<Answer>(co_await asio::this_coro::executor);
    asio::io_context &io = context.io;
    const bool taken = context.pool.submit([answer, work = std::move(work), &io](service::Office &office) {
        auto response = runSafely(work, office);
        asio::post(io, [answer, response = std::move(response)]() mutable {
            answer->response = std::move(response);
            answer->done = true;
            answer->ready.cancel();
        });
    });
    if (!taken)
        co_return overloaded();
    while (!answer->done)
        co_await answer->ready.async_wait(kToken);
    co_return std::move(answer->response);
}

// ---- reading

enum class Got { Head, Nothing, Late, TooLarge };

template<typename Stream>
std::size_t headEnd(const Connection<Stream> &connection, std::size_t from)
{
    const auto data = connection.buffer.data();
    const std::string_view text(static_cast<const char *>(data.data()), data.size());
    const std::size_t at = text.find("\r\n\r\n", from);
    return at == text.npos ? 0 : at + 4;
}

/// Waits for the first byte under the idle time, then for the whole head under one absolute deadline.
template<typename Stream>
asio::awaitable<Got> readHead(Connection<Stream> &c, std::size_t &length)
{
    const auto limit = static_cast<std::size_t>(c.context.limits.headBytes);
    std::size_t searched = 0;
    c.idle = c.buffer.size() == 0;
    c.allow(std::chrono::seconds(c.idle ? c.context.limits.idleSeconds : c.context.limits.headSeconds));
    for (;;) {
        length = headEnd(c, searched);
        if (length > limit || (length == 0 && c.buffer.size() > limit))
            co_return Got::TooLarge;
        if (length > 0)
            co_return Got::Head;
        searched = c.buffer.size() < 3 ? 0 : c.buffer.size() - 3;
        auto [error, bytes] = co_await c.stream.async_read_some(c.buffer.prepare(kReadBytes), kToken);
        if (error)
            co_return c.expired && !c.idle ? Got::Late : Got::Nothing;
        c.buffer.commit(bytes);
        if (c.idle) {
            c.idle = false;
            c.allow(std::chrono::seconds(c.context.limits.headSeconds));
        }
    }
}

template<typename Stream>
asio::awaitable<bool> readSized(Connection<Stream> &c, std::size_t length, QByteArray &body)
{
    body.resize(static_cast<qsizetype>(length));
    const std::size_t have = std::min(length, c.buffer.size());
    asio::buffer_copy(asio::buffer(body.data(), have), c.buffer.data());
    c.buffer.consume(have);
    if (have == length)
        co_return true;
    // Straight into its place, without a detour through the buffer.
    auto [error, bytes] = co_await asio::async_read(c.stream, asio::buffer(body.data() + have, length - have), kToken);
    co_return !error;
}

/// Chunked bodies go through Beast's parser; trailers are ignored. Status of the refusal, 0 when read.
template<typename Stream>
asio::awaitable<int> readChunked(Connection<Stream> &c, const QByteArray &head, qint64 limit, QByteArray &body)
{
    http::request_parser<http::string_body> parser;
    parser.body_limit(static_cast<std::uint64_t>(limit));
    parser.header_limit(static_cast<std::uint32_t>(c.context.limits.headBytes));
    boost::system::error_code error;
    parser.put(asio::buffer(head.constData(), static_cast<std::size_t>(head.size())), error);
    if (error || !parser.is_header_done())
        co_return 400;
    c.buffer.reserve(kKeepBytes);
    auto [failed, bytes] = co_await http::async_read(c.stream, c.buffer, parser, kToken);
    if (failed == http::error::body_limit)
        co_return 413;
    if (failed)
        co_return c.expired ? 408 : 400;
    const std::string &text = parser.get().body();
    body = QByteArray(text.data(), static_cast<qsizetype>(text.size()));
    co_return 0;
}

// ---- answering

template<typename Stream>
asio::awaitable<bool> send(Connection<Stream> &c, HttpResponse response, bool keepAlive, QByteArray allow)
{
    const QByteArray head = responseHead(response, keepAlive, allow, SystemClock().now());
    c.allow(timeFor(c.context.limits.idleSeconds, response.body.size()));
    const std::array<asio::const_buffer, 2> parts = {
        asio::buffer(head.constData(), static_cast<std::size_t>(head.size())),
        asio::buffer(response.body.constData(), static_cast<std::size_t>(response.body.size()))};
    auto [error, bytes] = co_await asio::async_write(c.stream, parts, kToken);
    co_return !error;
}

/// Reads on for a while after an early answer: closing at once would throw the answer away at the peer's side.
template<typename Stream>
asio::awaitable<void> drain(Connection<Stream> &c)
{
    c.allow(kDrainTime);
    std::size_t seen = 0;
    while (seen < kDrainBytes && !c.expired) {
        c.buffer.clear();
        auto [error, bytes] = co_await c.stream.async_read_some(c.buffer.prepare(kReadBytes), kToken);
        if (error)
            co_return;
        seen += bytes;
    }
}

asio::awaitable<void> sayGoodbye(Connection<tcp::socket> &c, bool unread)
{
    boost::system::error_code ignored;
    c.stream.shutdown(tcp::socket::shutdown_send, ignored);
    if (unread)
        co_await drain(c);
}

asio::awaitable<void> sayGoodbye(Connection<TlsStream> &c, bool unread)
{
    if (unread)
        co_await drain(c);
    c.allow(kGoodbyeTime);
    co_await c.stream.async_shutdown(kToken);
}

// ---- one request

/// What became of a request before or after its body was read.
struct Outcome {
    HttpResponse response;
    QByteArray allow; // of a 405
    bool unread = false; // the answer came before the body was read: the connection cannot go on
    const service::Route *route = nullptr;
};

/// What the head alone decides; nothing: go on.
std::optional<HttpResponse> judgeHead(ServerContext &context, const RequestHead &head, Outcome &outcome)
{
    bool methodKnown = true;
    outcome.route = service::findRoute(head.method, head.path, &methodKnown);
    if (!outcome.route && !methodKnown) {
        outcome.allow = allowedMethods(head.path);
        return refusal(405, u"the path does not take this method"_s);
    }
    if (!outcome.route)
        return refusal(404, u"no such path"_s);
    const service::Route &route = *outcome.route;
    if (route.bodyLimit == 0 && head.hasBody())
        return refusal(400, u"this path takes no body"_s);
    if (head.contentLength.value_or(0) > route.bodyLimit)
        return refusal(413, u"the body is larger than this path takes"_s);
    if (route.bodyLimit > 0 && !head.contentLength && !head.chunked)
        return refusal(411, u"the length of the body is missing"_s);
    // A body that grows while it is read is moved again and again, and counts as three times its size.
    if (head.chunked && route.bodyLimit > kAuthenticateFirstBytes)
        return refusal(411, u"this path wants the length of the body"_s);
    if (route.access == service::Access::SignedIn && head.token.isEmpty())
        return refusal(401, u"this route needs a token"_s);
    const qint64 bytes = head.chunked ? route.bodyLimit : head.contentLength.value_or(0);
    if (context.pool.isFull() || !BodyShare::isRoom(context, head.token, bytes))
        return overloaded();
    return std::nullopt;
}

/// Reads the body. Status of the refusal, 0 when it is there.
template<typename Stream>
asio::awaitable<int> readBody(Connection<Stream> &c, const RequestHead &head, const QByteArray &rawHead, qint64 limit,
                              QByteArray &body)
{
    if (!head.hasBody())
        co_return 0;
    const qint64 length = head.chunked ? limit : *head.contentLength;
    c.allow(timeFor(c.context.limits.bodySeconds, length));
    if (head.expectsContinue && c.buffer.size() == 0) {
        static constexpr std::string_view go = "HTTP/1.1 100 Continue\r\n\r\n";
        auto [error, bytes] = co_await asio::async_write(c.stream, asio::buffer(go), kToken);
        if (error)
            co_return 400;
    }
    if (head.chunked)
        co_return co_await readChunked(c, rawHead, limit, body);
    const bool whole = co_await readSized(c, static_cast<std::size_t>(length), body);
    if (whole)
        co_return 0;
    co_return c.expired ? 408 : 400;
}

template<typename Stream>
asio::awaitable<Outcome> answer(Connection<Stream> &c, RequestHead head, QByteArray rawHead)
{
    Outcome outcome;
    outcome.unread = head.hasBody();
    if (auto refused = judgeHead(c.context, head, outcome)) {
        outcome.response = std::move(*refused);
        co_return outcome;
    }
    const service::Route &route = *outcome.route;
    const qint64 bytes = head.chunked ? route.bodyLimit : head.contentLength.value_or(0);
    const BodyShare share(c.context, head.token, bytes);
    HttpRequest request;
    request.method = head.method;
    request.target = head.target;
    request.path = head.path;
    request.query = head.query;
    request.token = head.token;
    request.proof = head.proof;
    request.version = head.version;
    if (bytes > kAuthenticateFirstBytes) {
        c.allow(kNoDeadline);
        // Named, not a temporary: gcc 12 destroys temporaries with captures in a co_await expression twice.
        Work check = [&route, request](service::Office &office) {
            return service::refuseBeforeBody(office, route, request);
        };
        auto refused = co_await onWorker(c.context, std::move(check));
        if (refused) {
            outcome.response = std::move(*refused);
            co_return outcome;
        }
    }
    const int failed = co_await readBody(c, head, rawHead, route.bodyLimit, request.body);
    if (failed != 0) {
        outcome.response = refusal(failed, failed == 408 ? u"the body came too slowly"_s
                                                         : u"the body is cut, too large or malformed"_s);
        co_return outcome;
    }
    outcome.unread = false;
    c.allow(kNoDeadline); // the worker's time is its own
    const auto shared = std::make_shared<const HttpRequest>(std::move(request));
    Work work = [shared](service::Office &office) -> std::optional<HttpResponse> {
        return service::handle(office, *shared);
    };
    auto response = co_await onWorker(c.context, std::move(work));
    outcome.response = response ? std::move(*response) : HttpResponse();
    co_return outcome;
}

void logRequest(const Outcome &outcome, qint64 ms)
{
    // The pattern, not the path: paths carry ids of people.
    const QString what =
        outcome.route ? QString::fromLatin1(outcome.route->method) + u' ' + outcome.route->pattern : u"-"_s;
    qCInfo(lcServer).noquote() << what << outcome.response.status << ms << "ms";
}

/// Takes the head out of the buffer and serves its request. True when the connection goes on.
template<typename Stream>
asio::awaitable<bool> serveOne(Connection<Stream> &c, std::size_t headLength, bool &unread)
{
    QElapsedTimer timer;
    timer.start();
    QByteArray raw(static_cast<const char *>(c.buffer.data().data()), static_cast<qsizetype>(headLength));
    c.buffer.consume(headLength);
    const auto checked = checkHead({raw.constData(), static_cast<std::size_t>(raw.size())});
    Outcome outcome;
    bool keepAlive = false;
    if (const auto *bad = std::get_if<HeadRefusal>(&checked)) {
        outcome.response = refusal(bad->status, QString::fromUtf16(bad->why));
        outcome.unread = true;
    } else {
        const RequestHead &head = std::get<RequestHead>(checked);
        keepAlive = head.keepAlive;
        outcome = co_await answer(c, head, std::move(raw));
    }
    keepAlive = keepAlive && !outcome.unread && !c.context.stopping;
    unread = outcome.unread;
    logRequest(outcome, timer.elapsed());
    const bool sent = co_await send(c, std::move(outcome.response), keepAlive, outcome.allow);
    co_return sent &&keepAlive;
}

template<typename Stream>
asio::awaitable<void> serve(std::shared_ptr<Connection<Stream>> connection)
{
    Connection<Stream> &c = *connection;
    bool unread = false;
    bool more = true;
    while (more && !c.context.stopping) {
        std::size_t length = 0;
        const Got got = co_await readHead(c, length);
        if (got == Got::Nothing)
            co_return;
        if (got != Got::Head) {
            const bool late = got == Got::Late;
            unread = true;
            co_await send(c,
                          refusal(late ? 408 : 431, late ? u"the head came too slowly"_s : u"the head is too large"_s),
                          false, {});
            break;
        }
        more = co_await serveOne(c, length, unread);
        if (c.buffer.size() == 0 && c.buffer.capacity() > kKeepBytes)
            c.buffer.shrink_to_fit();
    }
    co_await sayGoodbye(c, unread);
}

asio::awaitable<bool> shakeHands(Connection<tcp::socket> &)
{
    co_return true;
}
asio::awaitable<bool> shakeHands(Connection<TlsStream> &c)
{
    c.allow(std::chrono::seconds(c.context.limits.handshakeSeconds));
    auto [error] = co_await c.stream.async_handshake(asio::ssl::stream_base::server, kToken);
    co_return !error;
}

template<typename Stream>
asio::awaitable<void> live(std::shared_ptr<Connection<Stream>> connection)
{
    const bool ready = co_await shakeHands(*connection);
    if (ready)
        co_await serve(connection);
    connection->finish();
    connection->close();
}

void logEnd(const std::exception_ptr &thrown)
{
    if (thrown)
        qCWarning(lcServer) << "a connection ended in an exception";
}

template<typename Stream>
void launch(ServerContext &context, Stream stream)
{
    auto connection = std::make_shared<Connection<Stream>>(context, std::move(stream));
    asio::co_spawn(context.io, Connection<Stream>::watch(connection), logEnd);
    asio::co_spawn(context.io, live(connection), [connection](const std::exception_ptr &thrown) {
        connection->finish();
        connection->close();
        logEnd(thrown);
    });
}

} // namespace

void startSession(ServerContext &context, tcp::socket socket)
{
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    if (context.tls)
        launch(context, TlsStream(std::move(socket), *context.tls));
    else
        launch(context, std::move(socket));
}

} // namespace ruhu::httpd
