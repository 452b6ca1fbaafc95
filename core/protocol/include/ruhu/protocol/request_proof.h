// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace ruhu::protocol {

inline constexpr auto kProofHeader = "Ruhu-Proof"; // of a request that carries a token
inline constexpr auto kNonceHeader = "Ruhu-Nonce"; // of every answer

inline constexpr auto kVersionHeader = "Ruhu-Version"; // the laptop's program, "1.4.0"

/// Shows that a request comes from the laptop its token was given to, now, and once (after RFC 9449, with the server's
/// nonce in place of a laptop's clock).
struct RequestProof {
    QByteArray nonce; // the newest the server gave
    QByteArray id; // random, 32 hex digits: no proof is taken twice
    QByteArray signature; // of proofMessage() with the device key
    bool operator==(const RequestProof &) const = default;
};
/// The header's value: the three parts with a blank between them, the signature in hex.
[[nodiscard]] QByteArray encodeProof(const RequestProof &proof);
/// Nothing for anything else.
[[nodiscard]] std::optional<RequestProof> decodeProof(const QByteArray &header);
/// "ruhu-request-v1", method, target as it is sent, hash of the token in hex, nonce, id; a line each, without a last line end.
[[nodiscard]] QByteArray proofMessage(const QByteArray &method, const QByteArray &target, const QString &token,
                                      const RequestProof &proof);

} // namespace ruhu::protocol
