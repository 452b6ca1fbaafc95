// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ticket_view.h"

namespace ruhu::installer {

// What is open and typed, as bytes that wait in the sealed store while the program is locked or closed.

[[nodiscard]] QByteArray encodeKept(const TicketView::Kept &kept);
/// Nothing when the bytes are those of another version of the program.
[[nodiscard]] std::optional<TicketView::Kept> decodeKept(const QByteArray &bytes);

} // namespace ruhu::installer
