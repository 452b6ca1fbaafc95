// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <utility>

namespace ruhu::crypto {

/// Key material in guarded memory: locked, fenced by inaccessible pages, wiped on destruction.
class SecretBytes {
public:
    explicit SecretBytes(std::size_t size);
    /// Copies; the caller's own bytes are his to wipe.
    explicit SecretBytes(const QByteArray &bytes);
    ~SecretBytes();
    SecretBytes(SecretBytes &&other) noexcept
        : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
    {}
    SecretBytes &operator=(SecretBytes &&) = delete;

    [[nodiscard]] unsigned char *data() { return m_data; }
    [[nodiscard]] const unsigned char *data() const { return m_data; }
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    unsigned char *m_data;
    std::size_t m_size;
};

[[nodiscard]] inline const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}
[[nodiscard]] inline unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

} // namespace ruhu::crypto
