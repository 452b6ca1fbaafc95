// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pending_sign_in.h"

#include <ruhu/presentation/words.h>
#include <ruhu/sync/engine.h>

#include <algorithm>
#include <chrono>

namespace ruhu::presentation {
namespace {

constexpr Millis kLongestWait = std::chrono::minutes(10); // above every back-off: further away, the clock was put back

[[nodiscard]] sync::Hold holdOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline:
        return sync::Hold::Offline;
    case ErrorCode::TlsFailure:
        return sync::Hold::TlsFailure;
    case ErrorCode::ProtocolMismatch:
        return sync::Hold::UpdateNeeded;
    case ErrorCode::DiskFull:
        return sync::Hold::DiskFull;
    default:
        return sync::Hold::ServerTrouble;
    }
}

} // namespace

QString problemCode(const Error &error)
{
    return problemText(error.subject).isEmpty() ? codeName(error.code) : error.subject;
}

PendingSignIn::PendingSignIn(const QString &password, const Error &problem, WallTime now, RandomSource &random)
    : m_password(password.constData(), password.size()), m_since(now)
{
    failed(problem, now, random);
}

PendingSignIn::~PendingSignIn()
{
    // In place: begin() would make a copy for whoever shares it and overwrite that.
    auto *bytes = const_cast<QChar *>(m_password.constData());
    std::fill(bytes, bytes + m_password.size(), QChar(u' '));
}

bool PendingSignIn::helps(const Error &problem)
{
    return isRetryable(problem.code) || problem.code == ErrorCode::TlsFailure
           || problem.code == ErrorCode::ProtocolMismatch;
}

bool PendingSignIn::isDue(WallTime now) const
{
    return !m_underway && (now >= m_nextTry || m_nextTry > now + kLongestWait);
}

std::optional<WallTime> PendingSignIn::nextTry() const
{
    return m_underway ? std::nullopt : std::optional(m_nextTry);
}

const QString &PendingSignIn::begin()
{
    m_underway = true;
    return m_password;
}

void PendingSignIn::failed(const Error &problem, WallTime now, RandomSource &random)
{
    m_problem = problem;
    m_underway = false;
    m_nextTry = now + sync::backoff(++m_failures, random);
}

void PendingSignIn::describe(sync::Status &status) const
{
    status.phase = sync::Phase::Waiting;
    status.hold = holdOf(m_problem.code);
    status.holdSince = m_since;
    status.nextTry = m_nextTry;
    status.lastProblem = problemCode(m_problem);
}

} // namespace ruhu::presentation
