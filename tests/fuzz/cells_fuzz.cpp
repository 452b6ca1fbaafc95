// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: the clear bytes of a sealed row are read whole or not at all; a row that is read holds only what this program has
// names for, and survives packing.

#include "fuzz.h"
#include "ticket_cells.h"

#include <ruhu/domain/names.h>

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::store;

namespace {

constexpr qsizetype kPaddedTo = 64;

template<typename Enum>
void requireNamed(Enum value)
{
    require(domain::fromName<Enum>(domain::toName(value)) == value, "a value of the row has a name");
}

void requireNames(const TicketRow &row)
{
    requireNamed(row.access);
    requireNamed(row.area);
    requireNamed(row.tier);
    requireNamed(row.state);
    for (const domain::Service service : row.services)
        requireNamed(service);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    TicketRow row;
    if (!unpackCells(bytesOf(data, size), row))
        return 0;
    requireNames(row);
    const QByteArray packed = packCells(row);
    require(packed.size() % kPaddedTo == 0, "the size of a row tells no names apart");
    TicketRow again;
    require(unpackCells(packed, again), "what is packed can be unpacked");
    require(again == row, "what is unpacked is the same row");
    require(packCells(again) == packed, "equal rows give equal bytes");
    return 0;
}
