// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/base/uuid.h>

#include <QUuid>

#include <cstring>

namespace ruhu {

std::optional<Uuid> Uuid::fromString(QStringView text)
{
    if (text.size() != 36)
        return std::nullopt;
    const QUuid parsed = QUuid::fromString(text);
    const QByteArray bytes = parsed.toRfc4122();
    const auto uuid = fromBytes(bytes);
    // QUuid answers the null id for text it cannot read.
    if (!uuid || (uuid->isNull() && text != u"00000000-0000-0000-0000-000000000000"))
        return std::nullopt;
    return uuid;
}

std::optional<Uuid> Uuid::fromBytes(const QByteArray &bytes)
{
    if (bytes.size() != 16)
        return std::nullopt;
    Bytes raw{};
    std::memcpy(raw.data(), bytes.constData(), raw.size());
    return Uuid(raw);
}

QString Uuid::toString() const
{
    return QUuid::fromRfc4122(toBytes()).toString(QUuid::WithoutBraces);
}

QByteArray Uuid::toBytes() const
{
    QByteArray bytes(16, Qt::Uninitialized);
    std::memcpy(bytes.data(), m_bytes.data(), m_bytes.size());
    return bytes;
}

} // namespace ruhu

std::size_t std::hash<ruhu::Uuid>::operator()(const ruhu::Uuid &uuid) const noexcept
{
    // The last eight bytes of a version 7 id are random already.
    std::size_t value = 0;
    std::memcpy(&value, uuid.bytes().data() + 8, sizeof value);
    return value;
}
