// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile_files.h"

#include <ruhu/base/clock.h>

#include <array>

namespace ruhu::presentation {

/// What opens a folder; without any of these the rest of it is noise.
inline constexpr std::array kFilesThatOpen{kKeyFiles[0], kKeyFiles[1], kNextKeyFile, kLeaseFile, kTriesFile};
/// What an enrolment and the store after it make in the folder. The profile is last: while it is missing, nobody is enrolled
/// here, and while it is there, whatever was to be done with the rest can go on.
inline constexpr std::array kOwnFiles{kKeyFiles[0],
                                      kKeyFiles[1],
                                      kNextKeyFile,
                                      QLatin1String("ca.pem"),
                                      QLatin1String("local.db"),
                                      QLatin1String("local.db-wal"),
                                      QLatin1String("local.db-shm"),
                                      QLatin1String("acts.log"),
                                      QLatin1String("acts.log.1"),
                                      QLatin1String("store.id"),
                                      kLeaseFile,
                                      kEscrowFile,
                                      QLatin1String("media"),
                                      QLatin1String("backup"),
                                      QLatin1String("ballast"),
                                      QLatin1String("recovered"),
                                      kTriesFile,
                                      QLatin1String("lock"),
                                      kProfileFiles[0],
                                      kProfileFiles[1]};

/// All of these into `directory`/`name`-<ms>; what is not there is left out. ReadOnly.
[[nodiscard]] Result<void> moveAside(const QString &directory, const QString &name, WallTime now);

} // namespace ruhu::presentation
