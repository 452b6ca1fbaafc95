// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/result.h>
#include <ruhu/crypto/wiped_bytes.h>

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>

namespace ruhu::crypto {

/// The seam between the store and encryption at rest: every body and personal column passes through it.
/// Thread: any; implementations are immutable after construction.
class Sealer {
public:
    virtual ~Sealer() = default;
    /// `context` binds the place ("journal/7"), so that a cell moved elsewhere does not open.
    [[nodiscard]] virtual QByteArray seal(const QByteArray &clear, const QByteArray &context) const = 0;
    /// Damaged when the bytes, the key or the context are not the ones they were sealed with.
    [[nodiscard]] virtual Result<QByteArray> open(const QByteArray &sealed, const QByteArray &context) const = 0;
};

/// XChaCha20-Poly1305 with random nonces: version byte | nonce 24 | ciphertext+tag. Key: 32 bytes in guarded memory.
class AeadSealer final : public Sealer {
public:
    explicit AeadSealer(const QByteArray &key);
    ~AeadSealer() override;
    [[nodiscard]] QByteArray seal(const QByteArray &clear, const QByteArray &context) const override;
    [[nodiscard]] Result<QByteArray> open(const QByteArray &sealed, const QByteArray &context) const override;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

/// Work factors of Argon2id; stored beside what they protect, so that they can be raised.
struct KdfCost {
    std::uint64_t ops = 3;
    std::uint64_t memoryBytes = 64ULL * 1024 * 1024;
    bool operator==(const KdfCost &) const = default;
};
/// Smallest the library takes; for tests only.
[[nodiscard]] KdfCost cheapKdfCostForTests();

inline constexpr qsizetype kDataKeyBytes = 32;
/// A data key wrapped by a password (Argon2id → XChaCha20-Poly1305), as one JSON document to keep in a file.
[[nodiscard]] Result<QByteArray> wrapKey(const QByteArray &dataKey, const QString &password, const KdfCost &cost);
/// NotAllowed: wrong password. Damaged: not such a document.
[[nodiscard]] Result<QByteArray> unwrapKey(const QByteArray &document, const QString &password);
/// What it costs to try a password on it; nothing for what is not such a document.
[[nodiscard]] std::optional<KdfCost> costOf(const QByteArray &document);
[[nodiscard]] QByteArray newDataKey();
/// What subkeys are for. Numbers are for ever; never reuse one.
namespace purpose {
inline constexpr std::uint64_t kRows = 1; // cells of the store
inline constexpr std::uint64_t kMedia = 2; // files of the blob store
inline constexpr std::uint64_t kReserved = 3; // of a version that never left the house
inline constexpr std::uint64_t kSigningSeed = 71; // the seed of the device's signing key, in the key file
inline constexpr std::uint64_t kLease = 72; // leave to open without the office
} // namespace purpose
/// 32-byte key for one purpose from the data key.
[[nodiscard]] WipedBytes subkey(const QByteArray &dataKey, std::uint64_t purpose);

/// Server side: the encoded Argon2id hash of a password, and its check.
[[nodiscard]] Result<QByteArray> hashPassword(const QString &password, const KdfCost &cost);
[[nodiscard]] bool checkPassword(const QByteArray &hash, const QString &password);
/// What it costs to try a password on the hash; nothing for what is not one.
[[nodiscard]] std::optional<KdfCost> costOfHash(const QByteArray &hash);

/// 256 random bits, URL-safe text; and the hash of it that a server keeps.
[[nodiscard]] QString newToken();
[[nodiscard]] QByteArray tokenHash(const QString &token);

/// 12 characters of an alphabet without look-alikes, "BCDF-GHJK-LMNP" (RFC 8628 6.1); 51.9 bits.
[[nodiscard]] QString newOneTimeCode();
/// Upper case, without separators: what people type equals what was issued.
[[nodiscard]] QString normaliseCode(const QString &typed);

} // namespace ruhu::crypto
