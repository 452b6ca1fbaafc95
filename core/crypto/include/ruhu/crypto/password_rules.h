// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/result.h>

#include <QString>
#include <QStringList>

namespace ruhu::crypto {

/// NIST SP 800-63B-4, 3.1.1.2: on a stolen laptop the password stands alone, so it has the length of one that does.
inline constexpr int kMinPasswordChars = 15;
inline constexpr int kMaxPasswordChars = 128;

/// Whether a password may be taken from now on, by the rules of NIST SP 800-63B-4, 3.1.1.2: its length in characters after
/// NFKC, no demand for kinds of characters, and nothing that is among the first to be guessed. `context` are words a
/// guesser knows of this person: sign-in name, name, employer. InvalidInput with the subject "password-short",
/// "password-long" or "password-known".
[[nodiscard]] Result<void> checkNewPassword(const QString &password, const QStringList &context);

} // namespace ruhu::crypto
