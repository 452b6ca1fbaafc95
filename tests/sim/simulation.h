// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu_test/faulty_transport.h>
#include <ruhu_test/laptop.h>
#include <ruhu_test/loopback_transport.h>
#include <ruhu_test/office_box.h>

#include <functional>
#include <map>

namespace ruhu::test {

/// Three laptops (two of one technician), one of a supervisor's, and the real server in one thread. A seed decides what
/// people do, what the network does, and when machines are switched off or put back to an earlier copy. Afterwards the
/// faults end and everything has to agree (sync.md P1–P6, P9).
class Simulation {
public:
    explicit Simulation(std::uint64_t seed);

    /// One line per act and request.
    std::function<void(const QString &)> trace;
    /// Acts, then peace, then the checks. Empty: all well; else what is wrong.
    [[nodiscard]] QString run(int acts);

private:
    struct Seat {
        std::unique_ptr<FaultyTransport> way;
        std::unique_ptr<Laptop> laptop;
    };

    // ---- simulation.cpp
    void addSeat(const Laptop::Person &person, char key);
    void say(const QString &line) const;
    void act();
    void someoneRecords();
    void someoneSyncs();
    void officeActs();
    void timePasses();
    void machineRestarts();
    void laptopGoesBack();
    void serverGoesBack();
    void serverSwitches();
    void signInWhereNeeded();
    [[nodiscard]] Seat &anySeat() { return m_seats[m_random.below(m_seats.size())]; }
    [[nodiscard]] std::optional<TicketId> anyTicket(Laptop &laptop);
    /// After something was put back, only what is still somewhere can be expected to arrive.
    void forgetLost();

    // ---- simulation_checks.cpp
    [[nodiscard]] QString settleAll();
    [[nodiscard]] QString checkServer();
    [[nodiscard]] QString checkLaptop(Seat &seat);
    [[nodiscard]] QString checkTwins();
    [[nodiscard]] std::vector<service::StoredEvent> storedEvents();

    ManualClock m_clock;
    SeededRandom m_random;
    OfficeBox m_box;
    LoopbackTransport m_server;
    std::vector<Seat> m_seats;
    std::vector<TicketId> m_tickets;
    std::map<DeviceId, std::vector<EventId>> m_recorded; // in order, as far as it can be expected to arrive
    int m_notes = 0;
    bool m_laptopWentBack = false;
};

} // namespace ruhu::test
