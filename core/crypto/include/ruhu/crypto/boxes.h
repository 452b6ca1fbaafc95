// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/result.h>

#include <QByteArray>

#include <memory>

namespace ruhu::crypto {

inline constexpr qsizetype kBoxKeyBytes = 32; // the public half
inline constexpr qsizetype kSealedBoxBytes = 48; // what sealing adds

/// An X25519 key pair: whoever has the public half seals for the owner, and cannot open it again. The secret half lives in
/// guarded memory. Movable.
class BoxKey {
public:
    [[nodiscard]] static BoxKey generate();
    /// From 32 secret bytes; Damaged when the length is wrong.
    [[nodiscard]] static Result<BoxKey> fromSecret(const QByteArray &secret);

    BoxKey(BoxKey &&) noexcept;
    BoxKey &operator=(BoxKey &&) noexcept;
    ~BoxKey();

    [[nodiscard]] QByteArray publicKey() const;
    /// To be sealed or to lie where nobody else reads.
    [[nodiscard]] QByteArray secret() const;
    /// Damaged for whatever was not sealed for this key.
    [[nodiscard]] Result<QByteArray> open(const QByteArray &sealed) const;

private:
    struct Private;
    explicit BoxKey(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

/// Sealed box: an ephemeral key, XSalsa20-Poly1305. InvalidInput for what is no public key.
[[nodiscard]] Result<QByteArray> sealFor(const QByteArray &publicKey, const QByteArray &clear);

} // namespace ruhu::crypto
