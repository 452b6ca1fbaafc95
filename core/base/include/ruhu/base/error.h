// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ruhu {

/// What went wrong, as a caller can act on it. Words for people are made in presentation.
enum class ErrorCode {
    NotFound,
    Conflict,
    InvalidInput,
    NotAllowed,
    NotSignedIn,
    Offline,
    Timeout,
    Busy,
    ServerFailure,
    ProtocolMismatch,
    TlsFailure,
    TooLarge,
    DiskFull,
    ReadOnly,
    Damaged,
    SchemaTooNew,
    Cancelled,
    Internal,
};

/// `detail` is English and for logs only; it never carries personal data.
/// `subject` names the thing concerned: an id, a path, "line 3, column phone".
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    QString subject;

    bool operator==(const Error &) const = default;

    /// The same error with the surrounding act put in front of its detail.
    [[nodiscard]] Error withContext(const QString &context) const;
};

/// True when the same request may succeed later without anybody changing anything.
[[nodiscard]] bool isRetryable(ErrorCode code);

/// Stable lower-case name, e.g. "not-found". Used on the wire, in logs and by the command line.
[[nodiscard]] QString codeName(ErrorCode code);
[[nodiscard]] ErrorCode codeFromName(const QString &name);

} // namespace ruhu
