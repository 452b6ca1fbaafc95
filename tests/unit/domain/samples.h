// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// One filled payload of every kind, for round trips and tables.

#include <ruhu/domain/event.h>

namespace ruhu::test {

[[nodiscard]] std::vector<domain::Payload> everyPayload();
/// An event with every member of its meta data set.
[[nodiscard]] domain::Event filledEvent(domain::Payload payload);
[[nodiscard]] EventId eventId(std::uint8_t last);

} // namespace ruhu::test
