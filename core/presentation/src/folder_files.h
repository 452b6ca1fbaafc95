// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/clock.h>
#include <ruhu/base/result.h>

#include <QString>

#include <array>

namespace ruhu::presentation {

/// What opens a folder; without any of these the rest of it is noise.
inline constexpr std::array kFilesThatOpen{QLatin1String("key.json"), QLatin1String("key.copy.json"),
                                           QLatin1String("key.next.json"), QLatin1String("lease.sealed"),
                                           QLatin1String("tries.json")};
/// What an enrolment and the store after it make in the folder, but for the profile; the key opens all the rest.
inline constexpr std::array kOwnFiles{
    QLatin1String("key.json"),     QLatin1String("key.copy.json"), QLatin1String("key.next.json"),
    QLatin1String("ca.pem"),       QLatin1String("local.db"),      QLatin1String("local.db-wal"),
    QLatin1String("local.db-shm"), QLatin1String("acts.log"),      QLatin1String("acts.log.1"),
    QLatin1String("store.id"),     QLatin1String("lease.sealed"),  QLatin1String("escrow.json"),
    QLatin1String("media"),        QLatin1String("backup"),        QLatin1String("ballast"),
    QLatin1String("recovered"),    QLatin1String("tries.json"),    QLatin1String("lock")};
/// Last at an enrolment, and first when it ends: while it is missing, nobody is enrolled here.
inline constexpr std::array kProfileFiles{QLatin1String("profile.json"), QLatin1String("profile.copy.json")};

/// All of these into `directory`/`name`-<ms>; what is not there is left out. ReadOnly.
[[nodiscard]] Result<void> moveAside(const QString &directory, const QString &name, WallTime now);

} // namespace ruhu::presentation
