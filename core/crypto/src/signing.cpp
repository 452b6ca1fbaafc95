// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/crypto/signing.h>

#include "secret_bytes.h"

#include <QtEndian>

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::crypto {

struct SigningKey::Private {
    SecretBytes secret{crypto_sign_SECRETKEYBYTES};
    QByteArray publicKey = QByteArray(kPublicKeyBytes, '\0');
};

SigningKey::SigningKey(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
SigningKey::SigningKey(SigningKey &&) noexcept = default;
SigningKey &SigningKey::operator=(SigningKey &&) noexcept = default;
SigningKey::~SigningKey() = default;

SigningKey SigningKey::generate()
{
    auto d = std::make_unique<Private>();
    crypto_sign_keypair(raw(d->publicKey), d->secret.data());
    return SigningKey(std::move(d));
}

Result<SigningKey> SigningKey::fromSeed(const QByteArray &seed)
{
    if (seed.size() != crypto_sign_SEEDBYTES)
        return Error{ErrorCode::Damaged, u"a signing key is not of 32 bytes"_s, {}};
    auto d = std::make_unique<Private>();
    crypto_sign_seed_keypair(raw(d->publicKey), d->secret.data(), raw(seed));
    return SigningKey(std::move(d));
}

QByteArray SigningKey::publicKey() const
{
    return m_d->publicKey;
}

QByteArray SigningKey::seed() const
{
    QByteArray out(crypto_sign_SEEDBYTES, Qt::Uninitialized);
    crypto_sign_ed25519_sk_to_seed(raw(out), m_d->secret.data());
    return out;
}

QByteArray SigningKey::sign(const QByteArray &message) const
{
    QByteArray out(kSignatureBytes, Qt::Uninitialized);
    crypto_sign_detached(raw(out), nullptr, raw(message), static_cast<unsigned long long>(message.size()),
                         m_d->secret.data());
    return out;
}

bool verify(const QByteArray &message, const QByteArray &signature, const QByteArray &publicKey)
{
    if (signature.size() != kSignatureBytes || publicKey.size() != kPublicKeyBytes)
        return false;
    return crypto_sign_verify_detached(raw(signature), raw(message), static_cast<unsigned long long>(message.size()),
                                       raw(publicKey))
           == 0;
}

QByteArray runMessage(const QByteArray &device, std::int64_t incarnation, std::int64_t first, std::int64_t last,
                      const QByteArray &headHash)
{
    QByteArray numbers(24, Qt::Uninitialized);
    qToLittleEndian<qint64>(incarnation, numbers.data());
    qToLittleEndian<qint64>(first, numbers.data() + 8);
    qToLittleEndian<qint64>(last, numbers.data() + 16);
    return QByteArrayLiteral("ruhu-run-v1") + device + numbers + headHash;
}

} // namespace ruhu::crypto
