// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: a signature's strokes are read within their limits, so that drawing them needs no further check.

#include "fuzz.h"

#include <ruhu/domain/paper.h>

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::domain;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    if (!requireRoundTrip(bytes, decodeStrokes, encodeStrokes))
        return 0;
    const std::vector<Stroke> strokes = *decodeStrokes(bytes);
    require(strokes.size() <= 200, "the number of strokes is bounded");
    std::size_t points = 0;
    for (const Stroke &stroke : strokes) {
        points += stroke.size();
        for (const StrokePoint &point : stroke)
            require(point.x >= 0 && point.x <= 10'000 && point.y >= 0 && point.y <= 10'000, "a point is on the pad");
    }
    require(points <= 20'000, "the number of points is bounded");
    return 0;
}
