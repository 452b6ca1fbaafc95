// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: a bundle of photos and strokes is read whole or refused; every blob has the hash it is named by, and none
// comes twice.

#include "fuzz.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/protocol/framing.h>
#include <ruhu/protocol/messages.h>

#include <set>

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::protocol;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool ready = crypto::initialise().has_value();
    require(ready, "the crypto library starts");
    const QByteArray body = bytesOf(data, size);
    if (!requireRoundTrip(body, decodeBlobBundle, encodeBlobBundle))
        return 0;
    const std::vector<Blob> blobs = *decodeBlobBundle(body);
    std::set<QByteArray> names;
    for (const Blob &blob : blobs) {
        require(names.insert(blob.sha256).second, "no blob comes twice");
        require(crypto::sha256(blob.bytes) == blob.sha256, "a blob has the hash it is named by");
        require(blob.bytes.size() <= kMaxBlobBytes, "the size of a blob is bounded");
    }
    return 0;
}
