// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: any bytes in the place of the count of wrong passwords are a count: a further wrong password shortens no wait,
// and none is longer than an hour.

#include "fuzz.h"
#include "unlock_guard.h"

#include <array>

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::presentation;

namespace {

constexpr Millis kHour = std::chrono::hours(1);
const WallTime kNow = wallTimeFromMs(1'772'300'000'000);

void requireBounds(const Tries &tries)
{
    require(tries.count >= 0 && tries.count + 1 > tries.count, "tries are counted up from nothing, the next one, too");
    const std::array moments{kNow, tries.last, tries.last + Millis(1), tries.last + kHour, WallTime()};
    for (const WallTime moment : moments) {
        const Millis left = waitLeft(tries, moment);
        require(left >= Millis(0) && left <= kHour, "a wait is an hour at the most");
    }
    require(waitLeft(tries, tries.last + kHour) == Millis(0), "every wait ends");
}

/// Wrong passwords in a row, each typed as soon as it may be.
void requireGrowingWaits(Tries tries)
{
    tries.last = kNow;
    Millis before = Millis(0);
    for (int i = 0; i < 20; ++i) {
        const Millis left = waitLeft(tries, tries.last);
        require(left >= before, "a further wrong password shortens no wait");
        before = left;
        tries = decodeTries(encodeTries({tries.count + 1, tries.last + left}));
    }
    require(before == kHour, "twenty wrong ones in a row cost an hour each");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Tries tries = decodeTries(bytesOf(data, size));
    requireBounds(tries);
    require(decodeTries(encodeTries(tries)) == tries, "what is written is read back");
    requireGrowingWaits(tries);
    return 0;
}
