// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: a table is either taken whole or every problem is named with its line; an order that is taken makes an event
// every laptop can read.

#include "fuzz.h"

#include <ruhu/domain/codec.h>
#include <ruhu/service/csv_import.h>

#include <set>

using namespace ruhu;
using namespace ruhu::fuzz;

namespace {

const QStringList &problemCodes()
{
    // Those of csv_import.h that need no server.
    static const QStringList codes = QStringLiteral("not-utf8 bad-quote no-header no-rows too-large unknown-column "
                                                    "duplicate-column missing-column wrong-field-count empty too-long "
                                                    "bad-choice bad-number bad-date bad-phone window-reversed "
                                                    "duplicate-number")
                                         .split(QLatin1Char(' '));
    return codes;
}

void requireReadable(const domain::TicketOpened &order)
{
    domain::Event event;
    event.payload = order;
    const auto read = domain::decodeEvent(domain::encodeEvent(event));
    require(read && *read == event, "an order that is taken makes an event that can be read");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const service::CsvOrders read = service::readTicketCsv(bytes);
    const qint64 lines = bytes.count('\n') + 1;
    for (const service::CsvProblem &problem : read.problems) {
        require(problem.line >= 1 && problem.line <= lines, "a problem is on a line of the file");
        require(problemCodes().contains(problem.code), "a problem has a documented code");
    }
    require(read.lines.size() == read.orders.size(), "every order has its line");
    if (!read.problems.empty())
        return 0;
    std::set<QString> numbers;
    for (const auto &[order, login] : read.orders) {
        require(!order.number.isEmpty() && numbers.insert(order.number).second, "a number stands once");
        require(!order.requested || order.requested->start <= order.requested->end, "a window runs forward");
        requireReadable(order);
    }
    require(!read.orders.empty(), "a file without rows is a problem");
    return 0;
}
