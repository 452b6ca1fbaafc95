// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/crypto/boxes.h>

#include "secret_bytes.h"

#include <algorithm>

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::crypto {

static_assert(kBoxKeyBytes == crypto_box_PUBLICKEYBYTES && kBoxKeyBytes == crypto_box_SECRETKEYBYTES);
static_assert(kSealedBoxBytes == crypto_box_SEALBYTES);

struct BoxKey::Private {
    SecretBytes secret{crypto_box_SECRETKEYBYTES};
    QByteArray publicKey = QByteArray(kBoxKeyBytes, '\0');
};

BoxKey::BoxKey(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
BoxKey::BoxKey(BoxKey &&) noexcept = default;
BoxKey &BoxKey::operator=(BoxKey &&) noexcept = default;
BoxKey::~BoxKey() = default;

BoxKey BoxKey::generate()
{
    auto d = std::make_unique<Private>();
    crypto_box_keypair(raw(d->publicKey), d->secret.data());
    return BoxKey(std::move(d));
}

Result<BoxKey> BoxKey::fromSecret(const QByteArray &secret)
{
    if (secret.size() != kBoxKeyBytes)
        return Error{ErrorCode::Damaged, u"a box key is not of 32 bytes"_s, {}};
    auto d = std::make_unique<Private>();
    std::copy(secret.begin(), secret.end(), d->secret.data());
    crypto_scalarmult_base(raw(d->publicKey), d->secret.data());
    return BoxKey(std::move(d));
}

QByteArray BoxKey::publicKey() const
{
    return m_d->publicKey;
}

QByteArray BoxKey::secret() const
{
    return QByteArray(reinterpret_cast<const char *>(m_d->secret.data()), kBoxKeyBytes);
}

Result<QByteArray> BoxKey::open(const QByteArray &sealed) const
{
    const auto damaged = Error{ErrorCode::Damaged, u"a sealed box does not open"_s, {}};
    if (sealed.size() < kSealedBoxBytes)
        return damaged;
    QByteArray clear(sealed.size() - kSealedBoxBytes, Qt::Uninitialized);
    const int failed = crypto_box_seal_open(raw(clear), raw(sealed), static_cast<unsigned long long>(sealed.size()),
                                            raw(m_d->publicKey), m_d->secret.data());
    return failed ? Result<QByteArray>(damaged) : Result<QByteArray>(std::move(clear));
}

Result<QByteArray> sealFor(const QByteArray &publicKey, const QByteArray &clear)
{
    const auto noKey = Error{ErrorCode::InvalidInput, u"not a public key"_s, {}};
    if (publicKey.size() != kBoxKeyBytes)
        return noKey;
    QByteArray sealed(clear.size() + kSealedBoxBytes, Qt::Uninitialized);
    const int failed =
        crypto_box_seal(raw(sealed), raw(clear), static_cast<unsigned long long>(clear.size()), raw(publicKey));
    return failed ? Result<QByteArray>(noKey) : Result<QByteArray>(std::move(sealed));
}

} // namespace ruhu::crypto
