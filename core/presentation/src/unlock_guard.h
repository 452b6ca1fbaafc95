// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/clock.h>
#include <ruhu/base/result.h>

#include <QByteArray>
#include <QString>

namespace ruhu::presentation {

/// Wrong passwords in a row, and when the last one was given.
struct Tries {
    std::int64_t count = 0;
    WallTime last;
    bool operator==(const Tries &) const = default;
};
[[nodiscard]] QByteArray encodeTries(const Tries &tries);
/// A document that cannot be read is one somebody has been at: the free tries are used up.
[[nodiscard]] Tries decodeTries(const QByteArray &document);
/// How long the next try has to wait still: an hour at the most, whatever was done to the clock.
[[nodiscard]] Millis waitLeft(const Tries &tries, WallTime now);

/// Counts wrong passwords of one folder, on the disk and before the password is looked at: neither a kill nor another
/// program gets a try for nothing. Whoever copies the folder can put the count back; against him only the password and
/// its derivation stand.
class UnlockGuard {
public:
    explicit UnlockGuard(const QString &directory);

    /// NotAllowed "too-many-tries" while the wait of the last wrong password runs; otherwise the try is counted.
    [[nodiscard]] Result<void> charge(WallTime now) const;
    /// Wrong ones since the last right one.
    [[nodiscard]] std::int64_t wrong() const;
    /// The password was the right one: the count starts anew, unless it came to its end before. Then the office has to
    /// take it back, and this answers false.
    [[nodiscard]] bool passed() const;
    /// The office knows the person.
    void clear() const;

private:
    QString m_path;
};

} // namespace ruhu::presentation
