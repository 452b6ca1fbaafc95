// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/event.h>

namespace ruhu::domain {

/// An event carries times from 1970 to the end of the year 2199; another one makes it unreadable.
inline constexpr std::int64_t kMaxWallMs = 7'258'118'400'000;

/// The exact bytes of an event: compact UTF-8 JSON, integers only. Written once, then opaque for ever.
/// {"id","v":1,"t","tkt","base":{"srv","own"?},"grp":[first,k,n],"by","role","wall","off","boot","mono","pl":{…}}
[[nodiscard]] QByteArray encodeEvent(const Event &event);

/// Strict: every required member present and of its kind. An unknown type or a newer "v" is no error but
/// an UnknownPayload. Fails with InvalidInput.
[[nodiscard]] Result<Event> decodeEvent(const QByteArray &bytes);

/// The payload alone, as the command line and tests write it: `reading.recorded {"measure":"opt_rx","value":-2140}`.
/// Fields marked [decided] may be missing. An unknown type is refused with InvalidInput.
[[nodiscard]] Result<Payload> decodePayload(const QString &type, const Json &body);
[[nodiscard]] Json encodePayload(const Payload &payload);

} // namespace ruhu::domain
