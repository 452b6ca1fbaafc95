// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/fake_transport.h>

#include <ruhu_test/catch_qt.h>

namespace ruhu::test {

void FakeTransport::send(const sync::Request &request, Callback callback)
{
    ++m_total;
    m_waiting.push_back({request, std::move(callback)});
}

const sync::Request &FakeTransport::expect(const QByteArray &method, const QString &pathStart) const
{
    if (m_waiting.empty())
        FAIL("no request where one was due: " << pathStart.toStdString());
    const sync::Request &request = m_waiting.front().request;
    INFO(request.path.toStdString());
    CHECK(request.method == method);
    CHECK(request.path.startsWith(pathStart));
    return request;
}

void FakeTransport::expectSilence() const
{
    if (!m_waiting.empty())
        FAIL("a request where none was due: " << m_waiting.front().request.path.toStdString());
}

void FakeTransport::give(Result<sync::Reply> reply)
{
    if (m_waiting.empty())
        FAIL("nothing to answer");
    const Callback callback = std::move(m_waiting.front().callback);
    m_waiting.pop_front();
    callback(std::move(reply));
}

void FakeTransport::answer(int status, const QByteArray &body, std::optional<int> retryAfterSeconds)
{
    give(sync::Reply{status, body, retryAfterSeconds, true, nonce});
}

void FakeTransport::answerProblem(int status, const QString &code, std::optional<std::int64_t> have,
                                  std::optional<int> retryAfterSeconds)
{
    answer(status, protocol::encodeProblem({code, QStringLiteral("as the test says"), QString(), have}),
           retryAfterSeconds);
}

void FakeTransport::answerForeign(int status, const QByteArray &body)
{
    give(sync::Reply{status, body, std::nullopt, false, nonce});
}

void FakeTransport::fail(ErrorCode code)
{
    give(Error{code, QStringLiteral("as the test says"), QString()});
}

} // namespace ruhu::test
