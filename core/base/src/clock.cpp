// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/base/clock.h>

#include <QFile>

#include <time.h>

namespace ruhu {

WallTime SystemClock::now() const
{
    return std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now());
}

Millis SystemClock::monotonic() const
{
    // CLOCK_BOOTTIME goes on while the laptop sleeps; CLOCK_MONOTONIC does not.
    timespec spec{};
    clock_gettime(CLOCK_BOOTTIME, &spec);
    return Millis(std::int64_t{spec.tv_sec} * 1000 + spec.tv_nsec / 1'000'000);
}

QString SystemClock::bootId() const
{
    static const QString id = [] {
        QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
        if (!file.open(QIODevice::ReadOnly))
            return QStringLiteral("unknown");
        return QString::fromLatin1(file.readAll().left(8));
    }();
    return id;
}

} // namespace ruhu
