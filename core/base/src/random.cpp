// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/base/random.h>

#include <QRandomGenerator>
#include <QtGlobal>

#include <cstring>
#include <limits>

namespace ruhu {

std::uint64_t RandomSource::below(std::uint64_t bound)
{
    Q_ASSERT(bound > 0);
    // Values past the last whole multiple of bound would favour the small results.
    const std::uint64_t limit =
        std::numeric_limits<std::uint64_t>::max() - std::numeric_limits<std::uint64_t>::max() % bound;
    std::uint64_t value = next();
    while (value >= limit)
        value = next();
    return value % bound;
}

QByteArray RandomSource::bytes(int count)
{
    QByteArray out(count, Qt::Uninitialized);
    for (int i = 0; i < count; i += 8) {
        const std::uint64_t value = next();
        std::memcpy(out.data() + i, &value, static_cast<std::size_t>(qMin(8, count - i)));
    }
    return out;
}

std::uint64_t SystemRandom::next()
{
    return QRandomGenerator::system()->generate64();
}

std::uint64_t SeededRandom::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

} // namespace ruhu
