// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/random.h>
#include <ruhu/base/result.h>
#include <ruhu/sync/runner.h>

namespace ruhu::presentation {

/// The server's own code where it gave one, else what the laptop makes of it.
[[nodiscard]] QString problemCode(const Error &error);

/// A sign-in that opened the store while the server could not be asked. It waits in memory alone, with the back-off of
/// every other request; the password is overwritten when it ends.
class PendingSignIn {
public:
    PendingSignIn(const QString &password, const Error &problem, WallTime now, RandomSource &random);
    ~PendingSignIn();
    PendingSignIn(const PendingSignIn &) = delete;
    PendingSignIn &operator=(const PendingSignIn &) = delete;

    /// True when asking again may help without anybody doing anything.
    [[nodiscard]] static bool helps(const Error &problem);
    [[nodiscard]] bool isDue(WallTime now) const;
    /// Nothing while the server is being asked.
    [[nodiscard]] std::optional<WallTime> nextTry() const;
    /// Answers the password; until failed() nothing more is due.
    [[nodiscard]] const QString &begin();
    void failed(const Error &problem, WallTime now, RandomSource &random);
    /// Hold, since when, next try and problem.
    void describe(sync::Status &status) const;

private:
    QString m_password;
    Error m_problem;
    WallTime m_since;
    WallTime m_nextTry;
    int m_failures = 0;
    bool m_underway = false;
};

} // namespace ruhu::presentation
