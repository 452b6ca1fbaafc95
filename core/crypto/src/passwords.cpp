// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/crypto/digest.h>
#include <ruhu/crypto/sealing.h>

#include "secret_bytes.h"

#include <ruhu/base/hex.h>
#include <ruhu/base/json.h>

#include <QRegularExpression>

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::crypto {
namespace {

// A document that asks for more than this is not ours; following it would hang the program.
constexpr std::int64_t kMaxOps = 64;
constexpr std::int64_t kMaxMemory = 1024LL * 1024 * 1024;
constexpr std::int64_t kMaxWork = 4LL * 1024 * 1024 * 1024; // both multiplied: some seconds of an old laptop

constexpr char kCodeAlphabet[] = "BCDFGHJKLMNPQRSTVWXZ";
constexpr std::uint32_t kCodeLetters = sizeof kCodeAlphabet - 1;
constexpr int kCodeLength = 12;
constexpr int kCodeGroup = 4;

/// The same typed password gives the same bytes on every keyboard and input method (NFKC).
SecretBytes passwordBytes(const QString &password)
{
    QByteArray utf8 = password.normalized(QString::NormalizationForm_KC).toUtf8();
    SecretBytes out(utf8);
    sodium_memzero(utf8.data(), static_cast<std::size_t>(utf8.size()));
    return out;
}

struct Wrapped {
    KdfCost cost;
    QByteArray salt;
    QByteArray sealed;

    [[nodiscard]] QByteArray context() const
    {
        return QByteArrayLiteral("ruhu-wrap-v1/") + QByteArray::number(static_cast<qulonglong>(cost.ops)) + '/'
               + QByteArray::number(static_cast<qulonglong>(cost.memoryBytes)) + '/' + salt.toHex();
    }
    /// Tells a damaged document from a wrong password; no secret goes into it.
    [[nodiscard]] QByteArray checksum() const { return blake2b(context() + sealed); }
};

Result<QByteArray> wrappingKey(const QString &password, const Wrapped &wrapped)
{
    const SecretBytes typed = passwordBytes(password);
    QByteArray key(kDataKeyBytes, Qt::Uninitialized);
    const int failed =
        crypto_pwhash(raw(key), static_cast<unsigned long long>(key.size()),
                      reinterpret_cast<const char *>(typed.data()), typed.size(), raw(wrapped.salt), wrapped.cost.ops,
                      static_cast<std::size_t>(wrapped.cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13);
    if (failed)
        return Error{ErrorCode::Internal, u"not enough memory for the password's key"_s, {}};
    return key;
}

QByteArray encode(const Wrapped &wrapped)
{
    Json document;
    document.set(u"v"_s, 1)
        .set(u"kdf"_s, u"argon2id"_s)
        .set(u"ops"_s, static_cast<std::int64_t>(wrapped.cost.ops))
        .set(u"memory"_s, static_cast<std::int64_t>(wrapped.cost.memoryBytes))
        .set(u"salt"_s, hex(wrapped.salt))
        .set(u"sealed"_s, hex(wrapped.sealed))
        .set(u"check"_s, hex(wrapped.checksum()));
    return writeJson(document);
}

std::optional<Wrapped> decode(const QByteArray &document)
{
    const auto json = readJson(document);
    if (!json || json->integer(u"v") != 1 || json->text(u"kdf") != u"argon2id"_s)
        return std::nullopt;
    const auto hex = [&](QStringView key) {
        return QByteArray::fromHex(json->text(key).value_or(QString()).toLatin1());
    };
    const std::int64_t ops = json->integer(u"ops").value_or(0);
    const std::int64_t memory = json->integer(u"memory").value_or(0);
    if (ops < 1 || ops > kMaxOps || memory < 8192 || memory > kMaxMemory || ops * memory > kMaxWork)
        return std::nullopt;
    Wrapped wrapped;
    wrapped.cost = {static_cast<std::uint64_t>(ops), static_cast<std::uint64_t>(memory)};
    wrapped.salt = hex(u"salt");
    wrapped.sealed = hex(u"sealed");
    if (wrapped.salt.size() != crypto_pwhash_SALTBYTES || !equalConstantTime(wrapped.checksum(), hex(u"check")))
        return std::nullopt;
    return wrapped;
}

void wipe(QByteArray &bytes)
{
    sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
}

} // namespace

KdfCost cheapKdfCostForTests()
{
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

Result<QByteArray> wrapKey(const QByteArray &dataKey, const QString &password, const KdfCost &cost)
{
    if (dataKey.size() != kDataKeyBytes)
        return Error{ErrorCode::InvalidInput, u"a data key is not of 32 bytes"_s, {}};
    Wrapped wrapped;
    wrapped.cost = cost;
    wrapped.salt = QByteArray(crypto_pwhash_SALTBYTES, Qt::Uninitialized);
    randombytes_buf(wrapped.salt.data(), static_cast<std::size_t>(wrapped.salt.size()));
    auto key = wrappingKey(password, wrapped);
    if (!key)
        return key.error();
    wrapped.sealed = AeadSealer(*key).seal(dataKey, wrapped.context());
    wipe(*key);
    return encode(wrapped);
}

std::optional<KdfCost> costOf(const QByteArray &document)
{
    const auto wrapped = decode(document);
    return wrapped ? std::optional(wrapped->cost) : std::nullopt;
}

Result<QByteArray> unwrapKey(const QByteArray &document, const QString &password)
{
    const auto wrapped = decode(document);
    if (!wrapped)
        return Error{ErrorCode::Damaged, u"not a wrapped key"_s, {}};
    auto key = wrappingKey(password, *wrapped);
    if (!key)
        return key.error();
    const auto dataKey = AeadSealer(*key).open(wrapped->sealed, wrapped->context());
    wipe(*key);
    if (!dataKey)
        return Error{ErrorCode::NotAllowed, u"wrong password"_s, {}};
    if (dataKey->size() != kDataKeyBytes)
        return Error{ErrorCode::Damaged, u"the wrapped key is not of 32 bytes"_s, {}};
    return *dataKey;
}

Result<QByteArray> hashPassword(const QString &password, const KdfCost &cost)
{
    const SecretBytes typed = passwordBytes(password);
    QByteArray out(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(out.data(), reinterpret_cast<const char *>(typed.data()), typed.size(), cost.ops,
                              static_cast<std::size_t>(cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13)) {
        return Error{ErrorCode::Internal, u"not enough memory to hash a password"_s, {}};
    }
    out.truncate(out.indexOf('\0'));
    return out;
}

bool checkPassword(const QByteArray &hash, const QString &password)
{
    if (hash.isEmpty() || hash.size() >= qsizetype{crypto_pwhash_STRBYTES} || hash.contains('\0'))
        return false;
    const SecretBytes typed = passwordBytes(password);
    return crypto_pwhash_str_verify(hash.constData(), reinterpret_cast<const char *>(typed.data()), typed.size()) == 0;
}

std::optional<KdfCost> costOfHash(const QByteArray &hash)
{
    // "$argon2id$v=19$m=65536,t=3,p=1$salt$hash", memory in KiB
    static const QRegularExpression form(u"^\\$argon2id\\$v=\\d+\\$m=(\\d{1,9}),t=(\\d{1,9}),p=1\\$"_s);
    const auto found = form.match(QString::fromLatin1(hash));
    if (!found.hasMatch())
        return std::nullopt;
    return KdfCost{found.captured(2).toULongLong(), found.captured(1).toULongLong() * 1024};
}

QString newToken()
{
    QByteArray bytes(32, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray tokenHash(const QString &token)
{
    return blake2b(QByteArrayLiteral("ruhu-token-v1") + token.toUtf8());
}

QString newOneTimeCode()
{
    QString code;
    for (int i = 0; i < kCodeLength; ++i) {
        if (i > 0 && i % kCodeGroup == 0)
            code += u'-';
        code += QLatin1Char(kCodeAlphabet[randombytes_uniform(kCodeLetters)]);
    }
    return code;
}

QString normaliseCode(const QString &typed)
{
    QString out;
    // NFKC turns the full-width letters of a Chinese input method into plain ones.
    const QString plain = typed.normalized(QString::NormalizationForm_KC).toUpper();
    for (const QChar c : plain) {
        if (c.isSpace() || c.category() == QChar::Punctuation_Dash || c == u'.' || c == u'_')
            continue;
        out += c;
    }
    return out;
}

} // namespace ruhu::crypto
