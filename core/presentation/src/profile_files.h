// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/result.h>

#include <QByteArray>
#include <QString>

namespace ruhu::presentation {

/// Whole-file write that survives a power cut: temporary file, fsync, rename, fsync of the folder; mode 0600.
/// ReadOnly: the folder cannot be written; DiskFull. After an error the old file is untouched.
[[nodiscard]] Result<void> writeDurably(const QString &path, const QByteArray &bytes);

/// The key of a folder stands twice: nothing replaces it.
inline constexpr QLatin1String kKeyFiles[] = {QLatin1String("key.json"), QLatin1String("key.copy.json")};
/// The same wrapped by a password the office may not have yet.
inline constexpr QLatin1String kNextKeyFile("key.next.json");
/// Whose folder it is, twice as well.
inline constexpr QLatin1String kProfileFiles[] = {QLatin1String("profile.json"), QLatin1String("profile.copy.json")};
inline constexpr QLatin1String kLeaseFile("lease.sealed");
inline constexpr QLatin1String kTriesFile("tries.json");
/// The data key once more, sealed for the office.
inline constexpr QLatin1String kEscrowFile("escrow.json");
inline constexpr qint64 kMaxKeyBytes = 64 * 1024;
[[nodiscard]] Result<void> writeKeyFiles(const QString &directory, const QByteArray &document);

/// NotFound; TooLarge beyond `maxBytes`; Damaged when it cannot be read.
[[nodiscard]] Result<QByteArray> readWhole(const QString &path, qint64 maxBytes);

/// Overwrites a file where it lies, then removes it; one that is not there is fine. An SSD may keep old blocks all the same.
[[nodiscard]] Result<void> destroyFile(const QString &path);

/// Removes a file if it is there and makes the removal durable.
void removeDurably(const QString &path);

} // namespace ruhu::presentation
