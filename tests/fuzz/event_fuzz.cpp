// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: bytes that claim to be an event are read strictly. What a known event says survives writing: the bytes made
// from it are read as the same event, and writing is canonical. Its payload alone can be proposed in the same words.

#include "fuzz.h"

#include <ruhu/domain/codec.h>

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::domain;

namespace {

void requireBounds(const EventMeta &meta)
{
    require(meta.group.index >= 1 && meta.group.index <= meta.group.count, "the place fits the group");
    require((meta.group.index == 1) == (meta.group.first == meta.id), "the first of a group is itself");
    require(meta.baseRevision >= 0, "a revision is not negative");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const auto event = decodeEvent(bytes);
    if (!event) {
        requireRefusal(event.error(), {ErrorCode::InvalidInput});
        return 0;
    }
    requireBounds(event->meta);
    // A newer program's event is kept as bytes and never written by this one.
    if (std::holds_alternative<UnknownPayload>(event->payload))
        return 0;
    requireRoundTrip(bytes, decodeEvent, encodeEvent);
    const auto proposal = decodePayload(payloadType(event->payload), encodePayload(event->payload));
    require(proposal && *proposal == event->payload, "a payload can be proposed as it was recorded");
    return 0;
}
