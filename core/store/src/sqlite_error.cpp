// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlite_error.h"

#include "durable_file.h"

#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

ErrorCode constraintCode(int extendedCode)
{
    switch (extendedCode) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return ErrorCode::Conflict;
    default:
        return ErrorCode::InvalidInput;
    }
}

ErrorCode ioCode(int extendedCode, int systemError)
{
    // A WAL store on a completely full disk cannot even be opened for reading (4874).
    if (extendedCode == SQLITE_IOERR_SHMSIZE)
        return ErrorCode::DiskFull;
    return systemError ? fileError(systemError, {}, {}).code : ErrorCode::Internal;
}

} // namespace

ErrorCode errorCodeOf(int extendedCode, int systemError)
{
    switch (extendedCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Busy;
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::Damaged;
    case SQLITE_CONSTRAINT:
        return constraintCode(extendedCode);
    case SQLITE_MISMATCH:
        return ErrorCode::InvalidInput;
    case SQLITE_TOOBIG:
        return ErrorCode::TooLarge;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return ioCode(extendedCode, systemError);
    default:
        return ErrorCode::Internal;
    }
}

Error lastError(sqlite3 *handle, const char *sql, const QString &path)
{
    const int code = sqlite3_extended_errcode(handle);
    const QString words = QString::fromUtf8(sqlite3_errstr(code));
    const ErrorCode what = errorCodeOf(code, sqlite3_system_errno(handle));
    const QString detail = u"SQLite %1 (%2) in: %3"_s.arg(QString::number(code), words, QString::fromUtf8(sql));
    // A failing disk: nobody knows what became of what was written, and people are told so.
    if ((code & 0xff) == SQLITE_IOERR && what == ErrorCode::Internal)
        return {what, detail + u' ' + path, u"io-failure"_s};
    return {what, detail, path};
}

} // namespace ruhu::store
