// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secret_bytes.h"

#include <ruhu/crypto/wiped_bytes.h>

#include <sodium.h>

#include <cstring>
#include <new>

namespace ruhu::crypto {

SecretBytes::SecretBytes(std::size_t size) : m_data(nullptr), m_size(size)
{
    // Guarded pages need the library's canary; starting it twice is harmless.
    if (sodium_init() < 0)
        qFatal("the crypto library cannot be started");
    m_data = static_cast<unsigned char *>(sodium_malloc(size));
    if (!m_data)
        throw std::bad_alloc();
}

SecretBytes::SecretBytes(const QByteArray &bytes) : SecretBytes(static_cast<std::size_t>(bytes.size()))
{
    if (!bytes.isEmpty())
        std::memcpy(m_data, bytes.constData(), m_size);
}

SecretBytes::~SecretBytes()
{
    sodium_free(m_data);
}

WipedBytes::~WipedBytes()
{
    if (!m_bytes.isEmpty() && m_bytes.isDetached())
        sodium_memzero(m_bytes.data(), static_cast<std::size_t>(m_bytes.size()));
}

} // namespace ruhu::crypto
