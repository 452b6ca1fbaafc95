// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/protocol/request_proof.h>

#include "members.h"

#include <ruhu/crypto/sealing.h>
#include <ruhu/crypto/signing.h>

#include <QList>

#include <algorithm>

namespace ruhu::protocol {
namespace {

constexpr qsizetype kIdDigits = 32;
constexpr qsizetype kMostNonceBytes = 64;

bool isNonce(const QByteArray &text)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return !text.isEmpty() && text.size() <= kMostNonceBytes && std::all_of(text.begin(), text.end(), isPlain);
}

} // namespace

QByteArray encodeProof(const RequestProof &proof)
{
    return proof.nonce + ' ' + proof.id + ' ' + proof.signature.toHex();
}

std::optional<RequestProof> decodeProof(const QByteArray &header)
{
    const QList<QByteArray> parts = header.split(' ');
    if (parts.size() != 3 || !isNonce(parts[0]))
        return std::nullopt;
    const auto signature = fromHex(QString::fromLatin1(parts[2]), crypto::kSignatureBytes);
    if (!fromHex(QString::fromLatin1(parts[1]), kIdDigits / 2) || !signature)
        return std::nullopt;
    return RequestProof{parts[0], parts[1], *signature};
}

QByteArray proofMessage(const QByteArray &method, const QByteArray &target, const QString &token,
                        const RequestProof &proof)
{
    const QByteArray lines[] = {method, target, crypto::tokenHash(token).toHex(), proof.nonce, proof.id};
    QByteArray message = QByteArrayLiteral("ruhu-request-v1");
    for (const QByteArray &line : lines)
        message += '\n' + line;
    return message;
}

} // namespace ruhu::protocol
