// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/service/office.h>

#include <chrono>

namespace ruhu::service {

struct DemoOptions {
    std::chrono::sys_days date; // the local day the tickets are for
    int utcOffsetMinutes = 480;
    QString technicianPassword;
    QString colleaguePassword;
    QString supervisorPassword;
    QString dispatcherPassword;
};

struct DemoDay {
    Team team;
    User technician; // login "demo"
    User colleague; // "colleague"
    User supervisor; // "boss"
    User dispatcher; // "dispatch"
    std::vector<TicketId> tickets; // 12 of the technician
    std::vector<TicketId> colleagueTickets; // 4
};

/// A day's work for two technicians: the same for the same date, in places that exist, for people who do not.
/// InvalidInput: a password is refused. Conflict: the demo accounts exist already.
[[nodiscard]] Result<DemoDay> makeDemoDay(Office &office, const DemoOptions &options);

/// The orders alone; pure. The assignee is "demo" for the first 12 and "colleague" for the rest.
[[nodiscard]] Result<std::vector<std::pair<domain::TicketOpened, QString>>> demoOrders(std::chrono::sys_days date,
                                                                                       int utcOffsetMinutes);

} // namespace ruhu::service
