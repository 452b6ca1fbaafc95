// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>

namespace ruhu {

/// Where randomness comes from. Injected, so that a seed replays a run.
class RandomSource {
public:
    virtual ~RandomSource() = default;
    [[nodiscard]] virtual std::uint64_t next() = 0;

    /// Uniform in [0, bound); bound must be above 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);
    [[nodiscard]] QByteArray bytes(int count);
};

/// The operating system's generator; safe for secrets, safe from any thread.
class SystemRandom final : public RandomSource {
public:
    [[nodiscard]] std::uint64_t next() override;
};

/// splitmix64: equal seeds give equal sequences on every machine. Never for secrets.
class SeededRandom final : public RandomSource {
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}
    [[nodiscard]] std::uint64_t next() override;

private:
    std::uint64_t m_state;
};

} // namespace ruhu
