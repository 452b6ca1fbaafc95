// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation.h"

#include <ruhu_test/catch_qt.h>

#include <QLoggingCategory>

#include <algorithm>

namespace ruhu::test {

/// A server, one technician with some tickets, and a way that a test may make worse. A second technician has no laptop.
struct Town {
    explicit Town(int ticketCount = 12)
    {
        QLoggingCategory::setFilterRules(QStringLiteral("ruhu.*=false"));
        for (int i = 0; i < ticketCount; ++i)
            tickets.push_back(box.openTicket(QStringLiteral("tech0")));
        laptop.enrol(*box.office().newEnrolCode(QStringLiteral("tech0")),
                     OfficeBox::passwordOf(QStringLiteral("tech0")));
    }
    ~Town() { QLoggingCategory::setFilterRules({}); }
    Town(const Town &) = delete;
    Town &operator=(const Town &) = delete;

    ManualClock clock;
    SeededRandom random{42};
    OfficeBox box{clock, random, 2};
    LoopbackTransport server{&box.office()};
    FaultyTransport way{server, random};
    Laptop laptop{{QStringLiteral("tech0"), box.technician(0).id, domain::kTechnician}, 'a', clock, random, way};
    std::vector<TicketId> tickets;
};

/// Entries of its laptop at the server.
inline qint64 eventsOf(Town &town)
{
    const auto events = town.box.office().events(std::nullopt, 0, 100'000);
    REQUIRE(events);
    return std::count_if(events->begin(), events->end(),
                         [&](const service::StoredEvent &event) { return event.device == town.laptop.device(); });
}

} // namespace ruhu::test
