// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/crypto/authenticator.h>

#include <QUrl>

#include <liboath/oath.h>
#include <sodium.h>

#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::crypto {
namespace {

constexpr qsizetype kSecretBytes = 20;
constexpr unsigned kDigits = 6;
constexpr qint64 kStepSeconds = 30;
constexpr qint64 kStepsBeside = 1;

qint64 stepAt(WallTime time)
{
    return toMs(time) / 1000 / kStepSeconds;
}

QString codeOf(const QByteArray &secret, qint64 step)
{
    char code[kDigits + 1] = {};
    const int done = oath_totp_generate(secret.constData(), static_cast<std::size_t>(secret.size()),
                                        static_cast<time_t>(step * kStepSeconds), unsigned{kStepSeconds},
                                        OATH_TOTP_DEFAULT_START_TIME, kDigits, code);
    return done == OATH_OK ? QString::fromLatin1(code) : QString();
}

QString base32(const QByteArray &bytes)
{
    char *text = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(bytes.constData(), static_cast<std::size_t>(bytes.size()), &text, &length) != OATH_OK)
        return {};
    QString encoded = QString::fromLatin1(text, static_cast<qsizetype>(length));
    sodium_memzero(text, length);
    std::free(text); // NOLINT(cppcoreguidelines-no-malloc): how the library gives it
    return encoded;
}

} // namespace

QByteArray newAuthenticatorSecret()
{
    QByteArray secret(kSecretBytes, Qt::Uninitialized);
    randombytes_buf(secret.data(), static_cast<std::size_t>(secret.size()));
    return secret;
}

QString authenticatorUri(const QByteArray &secret, const QString &account, const QString &issuer)
{
    const auto escaped = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    return u"otpauth://totp/%1:%2?secret=%3&issuer=%1"_s.arg(escaped(issuer), escaped(account), base32(secret));
}

QString authenticatorCode(const QByteArray &secret, WallTime at)
{
    return codeOf(secret, stepAt(at));
}

std::optional<qint64> authenticatorStep(const QByteArray &secret, const QString &code, WallTime now, qint64 lastUsed)
{
    const QByteArray given = QString(code).remove(u' ').toLatin1();
    std::optional<qint64> found;
    for (qint64 step = stepAt(now) - kStepsBeside; step <= stepAt(now) + kStepsBeside; ++step) {
        const QByteArray right = codeOf(secret, step).toLatin1();
        const bool same =
            right.size() == given.size() && sodium_memcmp(right.constData(), given.constData(), kDigits) == 0;
        if (same && step > lastUsed && !found)
            found = step;
    }
    return found;
}

} // namespace ruhu::crypto
