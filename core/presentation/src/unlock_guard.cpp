// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unlock_guard.h"

#include "profile_files.h"

#include <ruhu/base/json.h>
#include <ruhu/base/logging.h>

#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {
namespace {

constexpr qint64 kMaxBytes = 4096;
constexpr std::int64_t kFreeTries = 5; // a slip of the finger costs nobody time
constexpr Millis kFirstWait = std::chrono::seconds(30);
constexpr Millis kLongestUnlockWait = std::chrono::hours(1);
constexpr std::int64_t kMostDoublings = 10;
constexpr std::int64_t kMostTries = 10; // then the office is asked

/// More than anybody waits for; a larger number, or a time out of all calendars, is none that was written here.
constexpr std::int64_t kMostCounted = 1'000'000;
constexpr std::int64_t kLatestMs = 253'402'300'800'000; // the year 10000

constexpr Tries kFreeTriesUsed{kFreeTries, {}};

Tries readTries(const QString &path)
{
    const auto document = readWhole(path, kMaxBytes);
    if (!document)
        return document.error().code == ErrorCode::NotFound ? Tries() : kFreeTriesUsed;
    return decodeTries(*document);
}

Millis waitAfter(std::int64_t count)
{
    if (count <= kFreeTries)
        return Millis(0);
    const std::int64_t doublings = std::min(count - kFreeTries - 1, kMostDoublings);
    return std::min(kLongestUnlockWait, kFirstWait * (std::int64_t{1} << doublings));
}

} // namespace

QByteArray encodeTries(const Tries &tries)
{
    Json json;
    json.set(u"v"_s, 1).set(u"tries"_s, tries.count).set(u"last"_s, toMs(tries.last));
    return writeJson(json);
}

Tries decodeTries(const QByteArray &document)
{
    const auto json = readJson(document);
    const auto count = json ? json->integer(u"tries"_s) : std::nullopt;
    const auto last = json ? json->integer(u"last"_s) : std::nullopt;
    if (!count || !last || *count < 0 || *last < 0 || *last > kLatestMs)
        return kFreeTriesUsed;
    return {std::min(*count, kMostCounted), wallTimeFromMs(*last)};
}

Millis waitLeft(const Tries &tries, WallTime now)
{
    const Millis left = tries.last + waitAfter(tries.count) - now;
    // A clock that was put back must not make the wait longer than it is.
    return left > kLongestUnlockWait ? Millis(0) : std::max(left, Millis(0));
}

UnlockGuard::UnlockGuard(const QString &directory) : m_path(directory + u'/' + kTriesFile) {}

Result<void> UnlockGuard::charge(WallTime now) const
{
    const Tries tries = readTries(m_path);
    if (waitLeft(tries, now) > Millis(0))
        return Error{ErrorCode::NotAllowed, u"too many wrong passwords"_s, u"too-many-tries"_s};
    // A disk that takes nothing must keep nobody from his work.
    if (const auto written = writeDurably(m_path, encodeTries({tries.count + 1, now})); !written)
        qCWarning(lcStore) << "a try of the password could not be counted:" << codeName(written.error().code);
    return {};
}

std::int64_t UnlockGuard::wrong() const
{
    return readTries(m_path).count;
}

bool UnlockGuard::passed() const
{
    if (readTries(m_path).count <= kMostTries) {
        clear();
        return true;
    }
    // Whoever has the right password need not wait for the next word of the office.
    if (const auto written = writeDurably(m_path, encodeTries({kMostTries, {}})); !written)
        qCWarning(lcStore) << "the tries of the password could not be noted:" << codeName(written.error().code);
    return false;
}

void UnlockGuard::clear() const
{
    if (QFileInfo::exists(m_path))
        removeDurably(m_path);
}

} // namespace ruhu::presentation
