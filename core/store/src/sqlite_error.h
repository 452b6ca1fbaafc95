// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/error.h>

#include <QString>

struct sqlite3;

namespace ruhu::store {

/// From an extended result code (style 5.1 rule 12) and, for I/O errors, the system's errno.
[[nodiscard]] ErrorCode errorCodeOf(int extendedCode, int systemError);
/// From what the connection reported last. `sql` is a constant of the program and may be logged.
[[nodiscard]] Error lastError(sqlite3 *handle, const char *sql, const QString &path);

} // namespace ruhu::store
