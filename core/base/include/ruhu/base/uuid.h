// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>

namespace ruhu {

/// 128-bit identifier, RFC 9562. Ordered by its bytes, so version 7 sorts by time of making.
class Uuid {
public:
    using Bytes = std::array<std::uint8_t, 16>;

    constexpr Uuid() = default;
    constexpr explicit Uuid(const Bytes &bytes) : m_bytes(bytes) {}

    /// Exactly 36 characters with hyphens; anything else is nothing.
    [[nodiscard]] static std::optional<Uuid> fromString(QStringView text);
    /// Exactly 16 bytes.
    [[nodiscard]] static std::optional<Uuid> fromBytes(const QByteArray &bytes);

    [[nodiscard]] QString toString() const;
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] const Bytes &bytes() const { return m_bytes; }
    [[nodiscard]] bool isNull() const { return *this == Uuid(); }

    // clang-tidy 14 sees a null pointer in every defaulted comparison.
    friend constexpr auto operator<=>(const Uuid &, const Uuid &) = default; // NOLINT(modernize-use-nullptr)

private:
    Bytes m_bytes{};
};

/// A Uuid that names one kind of thing only: a TicketId is never passed where an EventId is meant.
template<typename Tag>
class Id {
public:
    constexpr Id() = default;
    constexpr explicit Id(const Uuid &uuid) : m_uuid(uuid) {}

    [[nodiscard]] static std::optional<Id> fromString(QStringView text)
    {
        const auto uuid = Uuid::fromString(text);
        return uuid ? std::optional(Id(*uuid)) : std::nullopt;
    }
    [[nodiscard]] static std::optional<Id> fromBytes(const QByteArray &bytes)
    {
        const auto uuid = Uuid::fromBytes(bytes);
        return uuid ? std::optional(Id(*uuid)) : std::nullopt;
    }

    [[nodiscard]] const Uuid &uuid() const { return m_uuid; }
    [[nodiscard]] QString toString() const { return m_uuid.toString(); }
    [[nodiscard]] QByteArray toBytes() const { return m_uuid.toBytes(); }
    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }

    friend constexpr auto operator<=>(const Id &, const Id &) = default; // NOLINT(modernize-use-nullptr)

private:
    Uuid m_uuid;
};

using TicketId = Id<struct TicketTag>;
using EventId = Id<struct EventTag>;
using DeviceId = Id<struct DeviceTag>;
using UserId = Id<struct UserTag>;
using TeamId = Id<struct TeamTag>;

} // namespace ruhu

template<>
struct std::hash<ruhu::Uuid> {
    std::size_t operator()(const ruhu::Uuid &uuid) const noexcept;
};

template<typename Tag>
struct std::hash<ruhu::Id<Tag>> {
    std::size_t operator()(const ruhu::Id<Tag> &id) const noexcept { return std::hash<ruhu::Uuid>()(id.uuid()); }
};
