// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <utility>

namespace ruhu::crypto {

/// Secret bytes on their way from one owner to the next; the last holder overwrites them. Whoever keeps a plain QByteArray of
/// them keeps them from being overwritten. For a long life there is guarded memory inside of AeadSealer and SigningKey.
class WipedBytes {
public:
    WipedBytes() = default;
    WipedBytes(QByteArray bytes) // NOLINT(google-explicit-constructor): that is how secrets come
        : m_bytes(std::move(bytes))
    {}
    WipedBytes(const WipedBytes &) = default;
    WipedBytes(WipedBytes &&) noexcept = default;
    WipedBytes &operator=(const WipedBytes &other)
    {
        WipedBytes(other).swap(*this);
        return *this;
    }
    WipedBytes &operator=(WipedBytes &&other) noexcept
    {
        swap(other);
        return *this;
    }
    ~WipedBytes();

    void swap(WipedBytes &other) noexcept { m_bytes.swap(other.m_bytes); }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    operator const QByteArray &() const { return m_bytes; } // NOLINT(google-explicit-constructor): to be read
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    bool operator==(const WipedBytes &other) const { return m_bytes == other.m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace ruhu::crypto
