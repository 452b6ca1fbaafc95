// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <cstdint>

namespace ruhu {

/// UTC wall time in milliseconds since 1970. Local time exists only in presentation.
using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;
using Millis = std::chrono::milliseconds;

[[nodiscard]] constexpr WallTime wallTimeFromMs(std::int64_t ms)
{
    return WallTime(Millis(ms));
}
[[nodiscard]] constexpr std::int64_t toMs(WallTime time)
{
    return time.time_since_epoch().count();
}

/// Where time comes from. Injected everywhere; nothing calls the system clock by itself.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual WallTime now() const = 0;
    /// Milliseconds since boot; never goes backwards while bootId() stays the same.
    [[nodiscard]] virtual Millis monotonic() const = 0;
    /// Short text that changes with every boot of the machine.
    [[nodiscard]] virtual QString bootId() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] WallTime now() const override;
    [[nodiscard]] Millis monotonic() const override;
    [[nodiscard]] QString bootId() const override;
};

/// For tests and simulation. Not synchronised: one thread.
class ManualClock final : public Clock {
public:
    explicit ManualClock(WallTime start = wallTimeFromMs(1'772'300'000'000)) : m_now(start) {}

    [[nodiscard]] WallTime now() const override { return m_now; }
    [[nodiscard]] Millis monotonic() const override { return m_monotonic; }
    [[nodiscard]] QString bootId() const override { return m_bootId; }

    void advance(Millis by)
    {
        m_now += by;
        m_monotonic += by;
    }
    /// The wall clock alone jumps, as when somebody sets it by hand.
    void setWall(WallTime now) { m_now = now; }
    void reboot(const QString &bootId)
    {
        m_bootId = bootId;
        m_monotonic = Millis(0);
    }

private:
    WallTime m_now;
    Millis m_monotonic{1000};
    QString m_bootId = QStringLiteral("boot-1");
};

} // namespace ruhu
