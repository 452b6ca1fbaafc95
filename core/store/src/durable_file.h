// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/result.h>

#include <QByteArray>
#include <QString>

#include <sys/types.h>

namespace ruhu::store {

/// Whatever is written belongs to the owner alone.
constexpr mode_t kFileMode = 0600;

/// DiskFull, ReadOnly, NotFound or Internal, from errno; `path` becomes the subject.
[[nodiscard]] Error fileError(int systemError, const QString &act, const QString &path);

/// False: not all of it could be written; errno says why.
[[nodiscard]] bool writeAll(int file, const QByteArray &bytes);

/// Makes the folder and its parents for the owner alone; nothing when it is there.
[[nodiscard]] Result<void> makeFolder(const QString &path);
/// Makes the names inside a folder durable.
[[nodiscard]] Result<void> syncFolder(const QString &path);
/// Makes a file's bytes durable that somebody else wrote.
[[nodiscard]] Result<void> syncFile(const QString &path);
/// Makes an empty file for the owner alone. Conflict when the name is taken.
[[nodiscard]] Result<void> makeEmptyFile(const QString &path);
/// All of it or nothing: a temporary file of its own beside it, fsync, rename, fsync of the folder. Replaces what has the
/// name. A kill in its middle leaves a *.part file that nobody reads.
[[nodiscard]] Result<void> writeDurably(const QString &path, const QByteArray &bytes);

} // namespace ruhu::store
