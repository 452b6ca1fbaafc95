// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/clock.h>

#include <QByteArray>

#include <cstdint>
#include <mutex>
#include <set>

namespace ruhu::service {

/// The nonces a server gives out and the proofs it has taken, one for all of its workers. Only in memory: a server that was
/// started anew knows neither, and every laptop gets a new nonce with its next answer. Thread: any.
class RequestProofs {
public:
    explicit RequestProofs(const Clock &clock);

    /// For the answers of this moment; good for 5 to 10 minutes.
    [[nodiscard]] QByteArray nonce() const;
    [[nodiscard]] bool isGood(const QByteArray &nonce) const;
    enum class Taken { Yes, SeenBefore, TooMany };
    /// `message` names the whole proof. Only what is signed may be offered: it is kept as long as its nonce is good.
    [[nodiscard]] Taken take(const QByteArray &message);

private:
    [[nodiscard]] std::int64_t slot() const;
    [[nodiscard]] QByteArray nonceOf(std::int64_t slot) const;

    const Clock &m_clock;
    QByteArray m_key;
    std::mutex m_mutex; // guards what follows
    std::int64_t m_slot = 0;
    std::set<QByteArray> m_taken; // in this slot
    std::set<QByteArray> m_takenBefore; // in the one before
};

} // namespace ruhu::service
