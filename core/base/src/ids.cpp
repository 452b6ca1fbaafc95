// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/base/ids.h>

namespace ruhu {

Uuid UuidV7Source::next()
{
    const auto ms = static_cast<std::uint64_t>(toMs(m_clock.now()));
    const std::uint64_t high = m_random.next();
    const std::uint64_t low = m_random.next();
    Uuid::Bytes bytes{};
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
    bytes[6] = static_cast<std::uint8_t>(0x70 | ((high >> 8) & 0x0f));
    bytes[7] = static_cast<std::uint8_t>(high);
    for (std::size_t i = 0; i < 8; ++i)
        bytes[8 + i] = static_cast<std::uint8_t>(low >> (56 - 8 * i));
    bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));
    return Uuid(bytes);
}

} // namespace ruhu
