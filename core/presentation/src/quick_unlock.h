// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile.h"

#include <ruhu/base/clock.h>

#include <utility>

namespace ruhu::presentation {

/// A short number that opens a locked store while the program goes on running. The keys lie wrapped by it in memory alone:
/// a number is guessed within hours by whoever has a copy of what it opens, so it never becomes one of the folder's keys.
class QuickUnlock {
public:
    /// InvalidInput "number-short" (6 to 12 digits), "number-simple" (one digit throughout, or a run of neighbours).
    [[nodiscard]] static Result<void> checkNumber(const QString &number);
    /// Takes the place of any other. `number` is one that checkNumber() takes. `until`: from then on the password is asked for.
    [[nodiscard]] Result<void> set(const SessionKeys &keys, const QString &number, const crypto::KdfCost &cost,
                                   WallTime until);
    [[nodiscard]] bool isSet(WallTime now) const { return !m_document.isEmpty() && now < m_until; }
    /// The try is counted first. NotAllowed "wrong-number"; "number-over" from the fifth wrong one in a row on, or when none is
    /// set: then the password opens.
    [[nodiscard]] Result<SessionKeys> open(const QString &number, WallTime now);
    /// The password was given again.
    void extend(WallTime until) { m_until = until; }
    /// How many wrong ones there were since this was asked last, or a number was set; starts the five anew.
    [[nodiscard]] int takeWrong() { return std::exchange(m_wrong, 0); }
    void forget();

private:
    QByteArray m_document;
    WallTime m_until;
    int m_wrong = 0;
};

} // namespace ruhu::presentation
