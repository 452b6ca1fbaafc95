// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulation.h"

#include <ruhu_test/roles.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {
namespace {

constexpr int kMostEvents = 1'000'000;
constexpr int kMostWakeUps = 40;
constexpr int kMostRequests = 150; // of one laptop until it has settled, whatever was left to do
constexpr int kRoundsOfPeace = 3; // what one laptop sends the others have to fetch

QString nameOf(const Laptop &laptop)
{
    return laptop.person().login + u' ' + laptop.device().toString().right(4);
}

QString placeOf(const service::StoredEvent &event)
{
    return u"event %1/%2 (%3)"_s.arg(event.incarnation).arg(event.sequence).arg(event.id.toString().right(6));
}

/// Own entries with a verdict.
qint64 setAside(Laptop &laptop)
{
    qint64 count = 0;
    const qint64 newest = need(laptop.store().head()).incarnation;
    for (qint64 incarnation = 1; incarnation <= newest; ++incarnation) {
        for (const store::JournalEntry &entry : need(laptop.store().entriesFrom(incarnation, 1, kMostEvents)))
            count += entry.problem.isEmpty() ? 0 : 1;
    }
    return count;
}

} // namespace

std::vector<service::StoredEvent> Simulation::storedEvents()
{
    return need(m_box.office().events(std::nullopt, 0, kMostEvents));
}

/// Faults end; every outbox has to empty and every cursor to reach its head in bounded steps (P9).
QString Simulation::settleAll()
{
    say(u"peace"_s);
    m_server.setOffice(&m_box.office());
    std::vector<int> before;
    for (Seat &seat : m_seats) {
        seat.way->setFaultsPerHundred(0);
        before.push_back(seat.way->total());
    }
    for (Seat &seat : m_seats)
        seat.way->deliver();
    for (int round = 0; round < kRoundsOfPeace; ++round) {
        for (Seat &seat : m_seats) {
            signInWhereNeeded();
            seat.laptop->runner().syncNow();
            seat.way->deliver();
            if (!seat.laptop->settle(kMostWakeUps)) {
                const sync::Status status = seat.laptop->runner().status();
                return u"%1 does not settle: phase %2, hold %3, problem %4, %5 pending"_s.arg(nameOf(*seat.laptop))
                    .arg(static_cast<int>(status.phase))
                    .arg(static_cast<int>(status.hold))
                    .arg(status.lastProblem)
                    .arg(status.pendingEvents);
            }
        }
    }
    for (std::size_t i = 0; i < m_seats.size(); ++i) {
        const int requests = m_seats[i].way->total() - before[i];
        if (requests > kMostRequests)
            return u"%1 needed %2 requests in peace"_s.arg(nameOf(*m_seats[i].laptop)).arg(requests);
    }
    return {};
}

QString Simulation::checkServer()
{
    const service::VerifyReport report = need(m_box.office().verify());
    if (!report.firstBad.isEmpty())
        return u"the server's data is bad at %1: %2"_s.arg(report.firstBad, report.reason);
    // A laptop that was put back has lost what it had not sent yet.
    if (report.blobsMissing > 0 && !m_laptopWentBack)
        return u"%1 blobs never arrived"_s.arg(report.blobsMissing);
    std::map<EventId, int> effective;
    std::map<EventId, service::StoredEvent> first;
    std::set<std::tuple<DeviceId, qint64, qint64>> places;
    for (const service::StoredEvent &event : storedEvents()) {
        if (!places.emplace(event.device, event.incarnation, event.sequence).second)
            return u"one place of a journal is taken twice"_s;
        if (event.revision > 0)
            ++effective[event.id];
        first.emplace(event.id, event);
    }
    for (const auto &[id, count] : effective) {
        if (count > 1)
            return u"event %1 counts %2 times"_s.arg(id.toString()).arg(count);
    }
    for (const auto &[device, ids] : m_recorded) {
        const service::StoredEvent *last = nullptr;
        for (const EventId &id : ids) {
            const auto found = first.find(id);
            if (found == first.end())
                return u"event %1 of %2 was lost"_s.arg(id.toString(), device.toString());
            if (last && found->second.serial < last->serial)
                return u"%1 overtook %2 of %3"_s.arg(placeOf(found->second), placeOf(*last), device.toString());
            last = &found->second;
        }
    }
    return {};
}

QString Simulation::checkLaptop(Seat &seat)
{
    Laptop &laptop = *seat.laptop;
    const sync::Status status = laptop.runner().status();
    // The server takes no photo of an entry it has set aside.
    const qint64 blobsDue = status.pendingBlobs - setAside(laptop);
    if (status.hold != sync::Hold::None || status.pendingEvents > 0 || blobsDue > 0)
        return u"%1 is not through: hold %2, problem %3, %4 events and %5 blobs pending"_s.arg(nameOf(laptop))
            .arg(static_cast<int>(status.hold))
            .arg(status.lastProblem)
            .arg(status.pendingEvents)
            .arg(status.pendingBlobs);
    const store::CheckReport report = need(laptop.store().verify());
    if (!report.firstBad.isEmpty())
        return u"%1's data is bad at %2: %3"_s.arg(nameOf(laptop), report.firstBad, report.reason);
    const auto users = need(m_box.office().users());
    const auto user =
        std::find_if(users.begin(), users.end(), [&](const service::User &u) { return u.id == laptop.person().user; });
    for (const QString &feed : laptop.feeds()) {
        const store::Cursor cursor = need(laptop.store().cursor(feed));
        const protocol::FeedPage page = need(m_box.office().feed({*user, laptop.device(), roles().role(user->role)},
                                                                 feed, cursor.sequence, cursor.epoch));
        if (page.head != cursor.sequence)
            return u"%1 is at %2 of %3 in %4"_s.arg(nameOf(laptop)).arg(cursor.sequence).arg(page.head).arg(feed);
        if (page.hashBefore != cursor.feedHash)
            return u"%1 holds another feed than the server"_s.arg(nameOf(laptop));
    }
    const QByteArray before = need(laptop.store().dumpProjection());
    need(laptop.store().rebuild());
    if (need(laptop.store().dumpProjection()) != before)
        return u"%1's projection is not the fold of its entries"_s.arg(nameOf(laptop));
    return {};
}

/// Two laptops of one person show the same, unless one of them holds entries that are its alone.
QString Simulation::checkTwins()
{
    Laptop &one = *m_seats[0].laptop;
    Laptop &other = *m_seats[1].laptop;
    for (const TicketId ticket : m_tickets) {
        const auto left = one.store().ticket(ticket);
        const auto right = other.store().ticket(ticket);
        if (!left || !right)
            continue;
        if (left->pendingEvents > 0 || right->pendingEvents > 0)
            continue; // sent in after the ticket went to somebody else: it stays with who did it
        if (!(*left == *right))
            return u"two laptops of one person show ticket %1 in two ways"_s.arg(ticket.toString());
    }
    return {};
}

} // namespace ruhu::test
