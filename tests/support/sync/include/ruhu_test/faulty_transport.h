// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/random.h>
#include <ruhu/sync/transport.h>

#include <deque>
#include <functional>

namespace ruhu::test {

enum class Fault {
    None,
    LoseRequest, // never arrives
    LoseReply, // the server did it, nobody learns
    Duplicate, // arrives twice, the second answer counts
    Delay, // arrives later, at the next deliver()
    LateArrival, // the sender has given up; arrives later all the same
    TruncateReply, // the answer is cut in the middle
    ServerError, // 500 without doing anything
    ServerErrorAfter, // did it, and 500 all the same
    Portal, // somebody else's page with 200
    Overloaded, // 503 with Retry-After
    Expired, // 401: the token is not taken any more
};
inline constexpr int kFaultCount = 12;
[[nodiscard]] const char *faultName(Fault fault);

/// An unreliable way in front of a good one. What happens to a request comes from `choose` or, without it, from chance.
class FaultyTransport final : public sync::Transport {
public:
    FaultyTransport(sync::Transport &inner, RandomSource &random) : m_inner(inner), m_random(random) {}

    /// Of every hundred requests so many meet a fault; 0: all is well.
    void setFaultsPerHundred(unsigned faults) { m_faultsPerHundred = faults; }
    /// Decides instead of chance.
    std::function<Fault(const sync::Request &)> choose;
    /// Hears of every request and its fate.
    std::function<void(const sync::Request &, Fault)> trace;

    void send(const sync::Request &request, Callback callback) override;
    /// What was delayed arrives now.
    void deliver();
    [[nodiscard]] int total() const { return m_total; }

private:
    [[nodiscard]] Fault pick(const sync::Request &request);
    void carryOut(Fault fault, const sync::Request &request, Callback callback);

    sync::Transport &m_inner;
    RandomSource &m_random;
    unsigned m_faultsPerHundred = 0;
    int m_total = 0;
    std::deque<std::function<void()>> m_delayed;
};

} // namespace ruhu::test
