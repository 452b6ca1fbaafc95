// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace ruhu::test {

/// A disk that fails when told to. While it lives it is SQLite's default file system, also for Qt's driver; only files
/// opened meanwhile are concerned. It counts writes, syncs and truncations.
class FaultVfs {
public:
    FaultVfs();
    ~FaultVfs();
    FaultVfs(const FaultVfs &) = delete;
    FaultVfs &operator=(const FaultVfs &) = delete;

    /// The n-th operation from now on (1-based) and all after it fail as a full disk does.
    void failFrom(int n);
    /// Every operation fails as a full disk does, as long as this answers true.
    void failWhile(std::function<bool()> full);
    /// What is written arrives, and nothing is made durable, as on a failing disk.
    void failSyncs();
    void heal();
    /// True when the failure was met since failFrom().
    [[nodiscard]] bool wasMet() const;
};

} // namespace ruhu::test
