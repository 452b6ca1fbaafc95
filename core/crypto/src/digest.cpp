// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/crypto/digest.h>

#include "secret_bytes.h"

#include <QIODevice>
#include <QtEndian>

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::crypto {
namespace {

constexpr char kChainLabel[] = "ruhu1";
constexpr qint64 kReadBytes = 64 * 1024;

class Blake {
public:
    Blake() { crypto_generichash_init(&m_state, nullptr, 0, kDigestBytes); }
    void add(const QByteArray &bytes)
    {
        crypto_generichash_update(&m_state, raw(bytes), static_cast<unsigned long long>(bytes.size()));
    }
    [[nodiscard]] QByteArray finish()
    {
        QByteArray out(kDigestBytes, Qt::Uninitialized);
        crypto_generichash_final(&m_state, raw(out), kDigestBytes);
        return out;
    }

private:
    crypto_generichash_state m_state;
};

} // namespace

Result<void> initialise()
{
    if (sodium_init() < 0)
        return Error{ErrorCode::Internal, u"libsodium cannot be started"_s, {}};
    return {};
}

QByteArray blake2b(const QByteArray &bytes)
{
    Blake hash;
    hash.add(bytes);
    return hash.finish();
}

QByteArray sha256(const QByteArray &bytes)
{
    QByteArray out(kDigestBytes, Qt::Uninitialized);
    crypto_hash_sha256(raw(out), raw(bytes), static_cast<unsigned long long>(bytes.size()));
    return out;
}

Result<QByteArray> sha256(QIODevice &device)
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    QByteArray buffer(kReadBytes, Qt::Uninitialized);
    for (;;) {
        const qint64 got = device.read(buffer.data(), kReadBytes);
        if (got < 0)
            return Error{ErrorCode::Damaged, u"reading failed: "_s + device.errorString(), {}};
        if (got == 0)
            break;
        crypto_hash_sha256_update(&state, raw(buffer), static_cast<unsigned long long>(got));
    }
    QByteArray out(kDigestBytes, Qt::Uninitialized);
    crypto_hash_sha256_final(&state, raw(out));
    return out;
}

QByteArray chainStart()
{
    return QByteArray(kDigestBytes, '\0');
}

QByteArray chainNext(const QByteArray &previous, const QByteArray &body)
{
    QByteArray length(8, Qt::Uninitialized);
    qToLittleEndian<quint64>(static_cast<quint64>(body.size()), length.data());
    Blake hash;
    hash.add(QByteArray::fromRawData(kChainLabel, sizeof kChainLabel - 1));
    hash.add(previous);
    hash.add(length);
    hash.add(body);
    return hash.finish();
}

QByteArray feedNext(const QByteArray &previous, const QByteArray &entryHash)
{
    Blake hash;
    hash.add(previous);
    hash.add(entryHash);
    return hash.finish();
}

bool equalConstantTime(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && sodium_memcmp(a.constData(), b.constData(), static_cast<std::size_t>(a.size())) == 0;
}

} // namespace ruhu::crypto
