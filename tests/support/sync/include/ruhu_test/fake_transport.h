// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/protocol/messages.h>
#include <ruhu/sync/transport.h>

#include <deque>

namespace ruhu::test {

/// A way to a server that the test plays itself: requests wait until the test answers them, oldest first.
class FakeTransport final : public sync::Transport {
public:
    void send(const sync::Request &request, Callback callback) override;

    /// The oldest request without an answer; the test fails when there is none, or it goes elsewhere.
    const sync::Request &expect(const QByteArray &method, const QString &pathStart) const;
    /// Fails the test when a request is waiting.
    void expectSilence() const;
    [[nodiscard]] std::size_t waiting() const { return m_waiting.size(); }
    [[nodiscard]] int total() const { return m_total; }

    /// Answers the oldest request as our server.
    void answer(int status, const QByteArray &body, std::optional<int> retryAfterSeconds = {});
    void answerProblem(int status, const QString &code, std::optional<std::int64_t> have = {},
                       std::optional<int> retryAfterSeconds = {});
    /// Answers as somebody on the way.
    void answerForeign(int status, const QByteArray &body);
    void fail(ErrorCode code);

    QByteArray nonce; // with every answer from now on

private:
    struct Waiting {
        sync::Request request;
        Callback callback;
    };
    void give(Result<sync::Reply> reply);

    std::deque<Waiting> m_waiting;
    int m_total = 0;
};

} // namespace ruhu::test
