// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/clock.h>

#include <QByteArray>
#include <QString>

#include <optional>

// Codes of an authenticator app (RFC 6238), in the one form that every app speaks: SHA-1, 30 seconds, six digits.
namespace ruhu::crypto {

/// 160 random bits.
[[nodiscard]] QByteArray newAuthenticatorSecret();
/// What an app takes the secret from, typed or as a QR code: "otpauth://totp/…". `account` and `issuer` are what it shows.
[[nodiscard]] QString authenticatorUri(const QByteArray &secret, const QString &account, const QString &issuer);
/// The code of one moment.
[[nodiscard]] QString authenticatorCode(const QByteArray &secret, WallTime at);
/// The 30 seconds, counted from 1970, whose code it is: the present ones, those before or those behind, for clocks that
/// differ. Nothing for any other code and for one of `lastUsed` or before: a code is good once.
[[nodiscard]] std::optional<qint64> authenticatorStep(const QByteArray &secret, const QString &code, WallTime now,
                                                      qint64 lastUsed);

} // namespace ruhu::crypto
