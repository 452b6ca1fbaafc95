// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: a pushed run is read whole and within its limits or refused; no empty body, no sequence past the integers.
// The bytes are tried as they came and once more packed, because hardly a mutation leaves a packed body readable.

#include "fuzz.h"

#include <ruhu/protocol/framing.h>
#include <ruhu/protocol/messages.h>

#include <limits>

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::protocol;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    for (const QByteArray &packed : {bytes, compress(bytes)}) {
        if (!requireRoundTrip(packed, decodePushRun, encodePushRun))
            continue;
        const PushRun run = *decodePushRun(packed);
        const auto count = static_cast<std::int64_t>(run.bodies.size());
        require(count >= 1 && count <= protocol::kMaxRunEvents, "the number of events is bounded");
        require(run.first >= 1 && run.first <= std::numeric_limits<std::int64_t>::max() - count,
                "every sequence of the run is a number");
        for (const QByteArray &body : run.bodies)
            require(!body.isEmpty() && body.size() <= protocol::kMaxEventBytes, "the size of an event is bounded");
    }
    return 0;
}
