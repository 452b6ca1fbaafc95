// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulation.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {
namespace {

constexpr unsigned kFaultsPerHundred = 30;
constexpr int kTechnicians = 2;

} // namespace

Simulation::Simulation(std::uint64_t seed)
    : m_random(seed), m_box(m_clock, m_random, kTechnicians), m_server(&m_box.office())
{
    const auto technician = [this](int index) {
        return Laptop::Person{m_box.technician(index).login, m_box.technician(index).id, domain::kTechnician};
    };
    for (int i = 0; i < 4; ++i)
        m_tickets.push_back(m_box.openTicket(m_box.technician(i % kTechnicians).login));
    addSeat(technician(0), 'a');
    addSeat(technician(0), 'b');
    addSeat(technician(1), 'c');
    addSeat({m_box.supervisor().login, m_box.supervisor().id, domain::kSupervisor}, 'd');
}

void Simulation::addSeat(const Laptop::Person &person, char key)
{
    Seat seat;
    seat.way = std::make_unique<FaultyTransport>(m_server, m_random);
    seat.laptop = std::make_unique<Laptop>(person, key, m_clock, m_random, *seat.way);
    const QString name = QString(QLatin1Char(key));
    seat.way->trace = [this, name](const sync::Request &request, Fault fault) {
        say(u"  %1 %2 %3: %4"_s.arg(name).arg(QString::fromLatin1(request.method), request.path,
                                              QString::fromLatin1(faultName(fault))));
    };
    seat.laptop->enrol(need(m_box.office().newEnrolCode(person.login)), OfficeBox::passwordOf(person.login));
    m_seats.push_back(std::move(seat));
}

void Simulation::say(const QString &line) const
{
    if (trace)
        trace(line);
}

std::optional<TicketId> Simulation::anyTicket(Laptop &laptop)
{
    const auto rows = need(laptop.store().tickets());
    std::vector<TicketId> mine;
    for (const store::TicketRow &row : rows) {
        if (!row.gone)
            mine.push_back(row.id);
    }
    if (mine.empty())
        return std::nullopt;
    return mine[m_random.below(mine.size())];
}

void Simulation::someoneRecords()
{
    Seat &seat = anySeat();
    Laptop &laptop = *seat.laptop;
    const auto ticket = anyTicket(laptop);
    if (!ticket)
        return;
    const bool technician = laptop.person().role == domain::kTechnician;
    const auto kind = technician ? m_random.below(10) : 0;
    std::vector<EventId> ids;
    if (kind < 5) {
        ids = laptop.note(*ticket, QString::number(++m_notes));
    } else if (kind < 7) {
        std::vector<domain::Payload> group;
        for (std::uint64_t i = 0; i < 2 + m_random.below(4); ++i)
            group.emplace_back(domain::NoteAdded{QString::number(++m_notes), {}});
        ids = laptop.record(*ticket, group);
    } else if (kind < 9) {
        ids = laptop.photo(*ticket, 500 + static_cast<int>(m_random.below(3000)));
    } else {
        ids = laptop.signature(*ticket);
    }
    auto &recorded = m_recorded[laptop.device()];
    recorded.insert(recorded.end(), ids.begin(), ids.end());
    say(u"%1 records %2 events"_s.arg(laptop.person().login).arg(ids.size()));
}

void Simulation::someoneSyncs()
{
    Seat &seat = anySeat();
    say(u"%1 asks for a sync"_s.arg(seat.laptop->person().login));
    seat.laptop->runner().syncNow();
}

void Simulation::officeActs()
{
    const QString login = m_box.technician(static_cast<int>(m_random.below(kTechnicians))).login;
    if (m_random.below(2) == 0) {
        m_tickets.push_back(m_box.openTicket(login));
        say(u"the office opens a ticket for %1"_s.arg(login));
        return;
    }
    const auto open = need(m_box.office().tickets());
    need(m_box.office().assign(open[m_random.below(open.size())].id, login));
    say(u"the office assigns a ticket to %1"_s.arg(login));
}

void Simulation::timePasses()
{
    const Millis by(static_cast<qint64>(m_random.below(m_random.below(10) == 0 ? 3'600'000 : 60'000)));
    say(u"%1 ms pass"_s.arg(by.count()));
    m_clock.advance(by);
    for (Seat &seat : m_seats) {
        seat.way->deliver();
        seat.laptop->runner().tick();
    }
}

void Simulation::machineRestarts()
{
    Seat &seat = anySeat();
    say(u"%1 restarts"_s.arg(seat.laptop->person().login));
    seat.laptop->stop();
    if (m_random.below(3) == 0)
        seat.laptop->snapshot();
    seat.laptop->start();
}

void Simulation::laptopGoesBack()
{
    Seat &seat = anySeat();
    if (!seat.laptop->hasSnapshot())
        return;
    say(u"%1 is put back to an earlier copy"_s.arg(seat.laptop->person().login));
    seat.laptop->stop();
    seat.laptop->restoreSnapshot();
    m_laptopWentBack = true;
    seat.laptop->start();
    forgetLost();
}

void Simulation::serverGoesBack()
{
    if (!m_box.hasBackup() || m_random.below(2) == 0) {
        say(u"the server is backed up"_s);
        return m_box.backup();
    }
    say(u"the server is put back to its backup"_s);
    m_box.restore();
    m_server.setOffice(&m_box.office());
    forgetLost();
}

void Simulation::serverSwitches()
{
    const bool on = m_random.below(3) != 0;
    say(on ? u"the server is on"_s : u"the server is off"_s);
    m_server.setOffice(on ? &m_box.office() : nullptr);
    for (Seat &seat : m_seats)
        seat.laptop->runner().networkChanged(on);
}

void Simulation::signInWhereNeeded()
{
    for (Seat &seat : m_seats) {
        if (seat.laptop->runner().status().hold == sync::Hold::SignInNeeded)
            seat.laptop->signIn(OfficeBox::passwordOf(seat.laptop->person().login));
    }
}

void Simulation::forgetLost()
{
    std::set<EventId> somewhere;
    for (const service::StoredEvent &event : storedEvents())
        somewhere.insert(event.id);
    for (Seat &seat : m_seats) {
        const auto journal = seat.laptop->journal();
        somewhere.insert(journal.begin(), journal.end());
    }
    for (auto &[device, ids] : m_recorded) {
        ids.erase(std::remove_if(ids.begin(), ids.end(), [&](const EventId &id) { return !somewhere.contains(id); }),
                  ids.end());
    }
}

void Simulation::act()
{
    const auto what = m_random.below(100);
    if (what < 40)
        someoneRecords();
    else if (what < 65)
        timePasses();
    else if (what < 75)
        someoneSyncs();
    else if (what < 83)
        officeActs();
    else if (what < 88)
        machineRestarts();
    else if (what < 90)
        laptopGoesBack();
    else if (what < 92)
        serverGoesBack();
    else if (what < 95)
        serverSwitches();
    else
        signInWhereNeeded();
}

QString Simulation::run(int acts)
{
    for (Seat &seat : m_seats)
        seat.way->setFaultsPerHundred(kFaultsPerHundred);
    for (int i = 0; i < acts; ++i)
        act();
    QString wrong = settleAll();
    if (wrong.isEmpty())
        wrong = checkServer();
    for (Seat &seat : m_seats) {
        if (wrong.isEmpty())
            wrong = checkLaptop(seat);
    }
    return wrong.isEmpty() ? checkTwins() : wrong;
}

} // namespace ruhu::test
