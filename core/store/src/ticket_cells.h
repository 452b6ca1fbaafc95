// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/store/client_store.h>

namespace ruhu::store {

/// The sealed part of a projection row: everything but the id and the columns pending, refused and gone. Padded, so
/// that the length of a sealed row does not tell names apart. The layout is kProjectionVersion.
[[nodiscard]] QByteArray packCells(const TicketRow &row);
/// False when the bytes are not of this layout. Fills what packCells() took.
[[nodiscard]] bool unpackCells(const QByteArray &cells, TicketRow &row);

} // namespace ruhu::store
