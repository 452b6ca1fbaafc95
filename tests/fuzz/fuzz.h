// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What every fuzz target shares. A promise that does not hold ends the program, and libFuzzer keeps the input.

#include <ruhu/base/result.h>

#include <QByteArray>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace ruhu::fuzz {

/// A copy, so that a read past its end leaves the heap block and is seen.
inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
}

inline void require(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

/// A refusal has one of the codes its function names, and words for the log.
inline void requireRefusal(const Error &error,
                           std::initializer_list<ErrorCode> allowed = {ErrorCode::InvalidInput, ErrorCode::TooLarge})
{
    require(std::find(allowed.begin(), allowed.end(), error.code) != allowed.end(), "a refusal has a documented code");
    require(!error.detail.isEmpty(), "a refusal says why");
}

/// What was read, written again and read again is the same value and from then on the same bytes. True when it was read.
template<typename Decode, typename Encode>
bool requireRoundTrip(const QByteArray &bytes, Decode decode, Encode encode)
{
    const auto first = decode(bytes);
    if (!first) {
        requireRefusal(first.error());
        return false;
    }
    const QByteArray written = encode(*first);
    const auto second = decode(written);
    require(second.has_value(), "what is written can be read");
    require(*second == *first, "what is read back is the same value");
    require(encode(*second) == written, "equal values give equal bytes");
    return true;
}

} // namespace ruhu::fuzz
