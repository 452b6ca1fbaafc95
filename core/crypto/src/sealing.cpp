// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/crypto/sealing.h>

#include "secret_bytes.h"

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::crypto {
namespace {

constexpr qsizetype kKeyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr qsizetype kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype kHeaderBytes = 1 + kNonceBytes;
constexpr char kVersion = 1;
// Changing this makes every store unreadable.
constexpr char kSubkeyContext[] = "ruhu-key";
static_assert(sizeof kSubkeyContext == crypto_kdf_CONTEXTBYTES + 1);

Error doesNotOpen()
{
    return Error{ErrorCode::Damaged, u"sealed bytes do not open"_s, {}};
}

} // namespace

struct AeadSealer::Private {
    explicit Private(const QByteArray &bytes) : key(bytes) {}
    SecretBytes key;
};

AeadSealer::AeadSealer(const QByteArray &key) : m_d(std::make_unique<Private>(key))
{
    // Going on with another length would seal with a key nobody has.
    if (key.size() != kKeyBytes)
        qFatal("a sealing key is not of 32 bytes");
}

AeadSealer::~AeadSealer() = default;

QByteArray AeadSealer::seal(const QByteArray &clear, const QByteArray &context) const
{
    QByteArray out(kHeaderBytes + clear.size() + kTagBytes, Qt::Uninitialized);
    out[0] = kVersion;
    unsigned char *nonce = raw(out) + 1;
    randombytes_buf(nonce, kNonceBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(out) + kHeaderBytes, nullptr, raw(clear),
                                               static_cast<unsigned long long>(clear.size()), raw(context),
                                               static_cast<unsigned long long>(context.size()), nullptr, nonce,
                                               m_d->key.data());
    return out;
}

Result<QByteArray> AeadSealer::open(const QByteArray &sealed, const QByteArray &context) const
{
    if (sealed.size() < kHeaderBytes + kTagBytes || sealed.at(0) != kVersion)
        return doesNotOpen();
    QByteArray clear(sealed.size() - kHeaderBytes - kTagBytes, Qt::Uninitialized);
    const int failed =
        crypto_aead_xchacha20poly1305_ietf_decrypt(raw(clear), nullptr, nullptr, raw(sealed) + kHeaderBytes,
                                                   static_cast<unsigned long long>(sealed.size() - kHeaderBytes),
                                                   raw(context), static_cast<unsigned long long>(context.size()),
                                                   raw(sealed) + 1, m_d->key.data());
    if (failed)
        return doesNotOpen();
    return clear;
}

QByteArray newDataKey()
{
    QByteArray key(kKeyBytes, Qt::Uninitialized);
    randombytes_buf(key.data(), static_cast<std::size_t>(key.size()));
    return key;
}

WipedBytes subkey(const QByteArray &dataKey, std::uint64_t purpose)
{
    if (dataKey.size() != crypto_kdf_KEYBYTES)
        qFatal("a data key is not of 32 bytes");
    QByteArray out(kKeyBytes, Qt::Uninitialized);
    crypto_kdf_derive_from_key(raw(out), static_cast<std::size_t>(out.size()), purpose, kSubkeyContext, raw(dataKey));
    return out;
}

} // namespace ruhu::crypto
