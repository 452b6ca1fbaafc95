// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: parts behind their lengths are split exactly or refused, and never beyond the caller's limits.

#include "fuzz.h"

#include <ruhu/protocol/framing.h>

using namespace ruhu;
using namespace ruhu::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr qsizetype kMaxFrames = 20;
    constexpr qsizetype kMaxFrameBytes = 4096;
    const QByteArray bytes = bytesOf(data, size);
    const auto frames = protocol::splitFrames(bytes, kMaxFrames, kMaxFrameBytes);
    if (!frames) {
        requireRefusal(frames.error());
        return 0;
    }
    require(static_cast<qsizetype>(frames->size()) <= kMaxFrames, "the number of parts is bounded");
    for (const QByteArray &frame : *frames)
        require(frame.size() <= kMaxFrameBytes, "the length of a part is bounded");
    require(protocol::joinFrames(*frames) == bytes, "joined again the parts are the same bytes");
    return 0;
}
