// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/clock.h>
#include <ruhu/base/random.h>
#include <ruhu/base/uuid.h>

namespace ruhu {

/// Where new identifiers come from.
class IdSource {
public:
    virtual ~IdSource() = default;
    [[nodiscard]] virtual Uuid next() = 0;
};

/// UUID version 7 (RFC 9562 5.7): 48 bits of time, then random bits. Index locality, not trusted time.
class UuidV7Source final : public IdSource {
public:
    /// Both must outlive this object.
    UuidV7Source(const Clock &clock, RandomSource &random) : m_clock(clock), m_random(random) {}
    [[nodiscard]] Uuid next() override;

private:
    const Clock &m_clock;
    RandomSource &m_random;
};

} // namespace ruhu
