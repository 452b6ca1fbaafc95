// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: a feed page is read whole or refused, and every body in it has the hash it is named by: a laptop keeps nothing
// a proxy or a broken disk has changed. The bytes are tried as they came and once more packed.

#include "fuzz.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/protocol/framing.h>
#include <ruhu/protocol/messages.h>

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::protocol;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool ready = crypto::initialise().has_value();
    require(ready, "the crypto library starts");
    const QByteArray bytes = bytesOf(data, size);
    for (const QByteArray &packed : {bytes, compress(bytes)}) {
        if (!requireRoundTrip(packed, decodeFeedPage, encodeFeedPage))
            continue;
        const FeedPage page = *decodeFeedPage(packed);
        require(page.entries.size() <= std::size_t{kMaxPageEvents}, "the number of entries is bounded");
        for (const FeedEntry &entry : page.entries) {
            require(entry.body.size() <= protocol::kMaxEventBytes, "the size of an event is bounded");
            require(crypto::blake2b(entry.body) == entry.eventHash, "a body has the hash it is named by");
        }
    }
    return 0;
}
