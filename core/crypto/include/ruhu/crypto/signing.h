// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/result.h>

#include <QByteArray>

#include <cstdint>
#include <memory>

namespace ruhu::crypto {

inline constexpr qsizetype kSignatureBytes = 64;
inline constexpr qsizetype kPublicKeyBytes = 32;

/// An Ed25519 key pair. The secret half lives in guarded memory and is wiped on destruction. Movable.
class SigningKey {
public:
    [[nodiscard]] static SigningKey generate();
    /// From 32 secret bytes; fails with Damaged when the length is wrong.
    [[nodiscard]] static Result<SigningKey> fromSeed(const QByteArray &seed);

    SigningKey(SigningKey &&) noexcept;
    SigningKey &operator=(SigningKey &&) noexcept;
    ~SigningKey();

    [[nodiscard]] QByteArray publicKey() const;
    /// To be sealed before it touches a disk.
    [[nodiscard]] QByteArray seed() const;
    [[nodiscard]] QByteArray sign(const QByteArray &message) const;

private:
    struct Private;
    explicit SigningKey(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

/// False for any malformed input as well.
[[nodiscard]] bool verify(const QByteArray &message, const QByteArray &signature, const QByteArray &publicKey);

/// What a device signs for a run of journal entries:
/// "ruhu-run-v1" | device 16 | incarnation u64 | first u64 | last u64 | head hash 32, integers little-endian.
[[nodiscard]] QByteArray runMessage(const QByteArray &device, std::int64_t incarnation, std::int64_t first,
                                    std::int64_t last, const QByteArray &headHash);

} // namespace ruhu::crypto
