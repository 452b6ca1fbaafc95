// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: a packed body never unpacks past its limit and costs no more memory than that, whatever it claims;
// tools/fuzz.sh bounds every single allocation. The limit itself is drawn from the first two bytes.

#include "fuzz.h"

#include <ruhu/protocol/framing.h>

using namespace ruhu;
using namespace ruhu::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    constexpr qsizetype kWide = 1024 * 1024;
    const qsizetype limit = data[0] | (data[1] << 8);
    const QByteArray packed = bytesOf(data + 2, size - 2);
    const auto narrow = protocol::decompress(packed, limit);
    const auto wide = protocol::decompress(packed, kWide);
    if (narrow) {
        require(narrow->size() <= limit, "the limit holds");
        require(wide && *wide == *narrow, "a wider limit changes nothing");
        const auto again = protocol::decompress(protocol::compress(*narrow), narrow->size());
        require(again && *again == *narrow, "what is packed unpacks within exactly its size");
    } else {
        requireRefusal(narrow.error());
        require(!wide || wide->size() > limit, "what fits the limit is not refused");
    }
    if (!wide)
        requireRefusal(wide.error());
    return 0;
}
