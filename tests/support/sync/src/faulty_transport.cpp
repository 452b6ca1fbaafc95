// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/faulty_transport.h>

#include <ruhu/protocol/messages.h>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {
namespace {

constexpr std::array<const char *, kFaultCount> kNames{"none",           "lose-request", "lose-reply",
                                                       "duplicate",      "delay",        "late-arrival",
                                                       "truncate-reply", "server-error", "server-error-after",
                                                       "portal",         "overloaded",   "expired"};

Error timeout()
{
    return Error{ErrorCode::Timeout, u"fault"_s, {}};
}

sync::Reply problem(int status, const QString &code, std::optional<int> retryAfterSeconds = {})
{
    return {status, protocol::encodeProblem({code, u"fault"_s, {}, {}}), retryAfterSeconds, true};
}

void ignore(const Result<sync::Reply> &) {}

} // namespace

const char *faultName(Fault fault)
{
    return kNames[static_cast<std::size_t>(fault)];
}

Fault FaultyTransport::pick(const sync::Request &request)
{
    if (choose)
        return choose(request);
    if (m_random.below(100) >= m_faultsPerHundred)
        return Fault::None;
    return static_cast<Fault>(1 + m_random.below(kFaultCount - 1));
}

void FaultyTransport::send(const sync::Request &request, Callback callback)
{
    ++m_total;
    const Fault fault = pick(request);
    if (trace)
        trace(request, fault);
    carryOut(fault, request, std::move(callback));
}

void FaultyTransport::carryOut(Fault fault, const sync::Request &request, Callback callback)
{
    switch (fault) {
    case Fault::None:
        return m_inner.send(request, std::move(callback));
    case Fault::LoseRequest:
        return callback(Error{ErrorCode::Offline, u"fault"_s, {}});
    case Fault::LoseReply:
        m_inner.send(request, ignore);
        return callback(timeout());
    case Fault::Duplicate:
        m_inner.send(request, ignore);
        return m_inner.send(request, std::move(callback));
    case Fault::Delay:
        m_delayed.push_back([this, request, callback] { m_inner.send(request, callback); });
        return;
    case Fault::LateArrival:
        m_delayed.push_back([this, request] { m_inner.send(request, ignore); });
        return callback(timeout());
    case Fault::TruncateReply:
        return m_inner.send(request, [callback](Result<sync::Reply> reply) {
            if (reply)
                reply->body.truncate(reply->body.size() / 2);
            callback(std::move(reply));
        });
    case Fault::ServerErrorAfter:
        m_inner.send(request, ignore);
        return callback(problem(500, u"internal"_s));
    case Fault::ServerError:
        return callback(problem(500, u"internal"_s));
    case Fault::Portal:
        return callback(sync::Reply{200, "<html>Please sign in to the network</html>", {}, false});
    case Fault::Overloaded:
        return callback(problem(503, u"busy"_s, 7));
    case Fault::Expired:
        return callback(problem(401, u"expired-token"_s));
    }
}

void FaultyTransport::deliver()
{
    // What is sent meanwhile and delayed again waits for the next time.
    std::deque<std::function<void()>> now;
    now.swap(m_delayed);
    for (const auto &arrive : now)
        arrive();
}

} // namespace ruhu::test
