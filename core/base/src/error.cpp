// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/base/error.h>

#include <array>

namespace ruhu {
namespace {

struct Row {
    ErrorCode code;
    QLatin1StringView name;
    bool retryable;
};

using namespace Qt::Literals::StringLiterals;

constexpr std::array kRows = {
    Row{ErrorCode::NotFound, "not-found"_L1, false},
    Row{ErrorCode::Conflict, "conflict"_L1, false},
    Row{ErrorCode::InvalidInput, "invalid-input"_L1, false},
    Row{ErrorCode::NotAllowed, "not-allowed"_L1, false},
    Row{ErrorCode::NotSignedIn, "not-signed-in"_L1, false},
    Row{ErrorCode::Offline, "offline"_L1, true},
    Row{ErrorCode::Timeout, "timeout"_L1, true},
    Row{ErrorCode::Busy, "busy"_L1, true},
    Row{ErrorCode::ServerFailure, "server-failure"_L1, true},
    Row{ErrorCode::ProtocolMismatch, "protocol-mismatch"_L1, false},
    Row{ErrorCode::TlsFailure, "tls-failure"_L1, false},
    Row{ErrorCode::TooLarge, "too-large"_L1, false},
    Row{ErrorCode::DiskFull, "disk-full"_L1, true},
    Row{ErrorCode::ReadOnly, "read-only"_L1, false},
    Row{ErrorCode::Damaged, "damaged"_L1, false},
    Row{ErrorCode::SchemaTooNew, "schema-too-new"_L1, false},
    Row{ErrorCode::Cancelled, "cancelled"_L1, false},
    Row{ErrorCode::Internal, "internal"_L1, false},
};

} // namespace

Error Error::withContext(const QString &context) const
{
    return Error{code, context + u": "_s + detail, subject};
}

bool isRetryable(ErrorCode code)
{
    for (const Row &row : kRows) {
        if (row.code == code)
            return row.retryable;
    }
    return false;
}

QString codeName(ErrorCode code)
{
    for (const Row &row : kRows) {
        if (row.code == code)
            return row.name;
    }
    return u"internal"_s;
}

ErrorCode codeFromName(const QString &name)
{
    for (const Row &row : kRows) {
        if (row.name == name)
            return row.code;
    }
    return ErrorCode::Internal;
}

} // namespace ruhu
