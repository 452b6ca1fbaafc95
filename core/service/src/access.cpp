// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Laptops and sessions, as the office sees and ends them.

#include "office_data.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

constexpr int kFewestOfflineDays = 1;
constexpr int kMostOfflineDays = 30;
constexpr int kOfflineDays = 7; // where nobody said otherwise
const auto kOfflineDaysKey = u"offline_days"_s;

} // namespace

Result<int> offlineDays(OfficeData &d)
{
    const auto kept = meta(*d.db, kOfflineDaysKey);
    if (!kept)
        return kept.error();
    return kept->isEmpty() ? kOfflineDays : std::clamp(kept->toInt(), kFewestOfflineDays, kMostOfflineDays);
}

Result<int> Office::offlineDays()
{
    return service::offlineDays(*m_d);
}

Result<void> Office::setOfflineDays(int days)
{
    if (days < kFewestOfflineDays || days > kMostOfflineDays)
        return Error{ErrorCode::InvalidInput, u"1 to 30 days"_s, u"days"_s};
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    if (auto set = setMeta(*m_d->db, kOfflineDaysKey, QString::number(days)); !set)
        return set;
    if (auto noted = audit(*m_d, u"offline-days.set"_s, QString::number(days)); !noted)
        return noted;
    return transaction->commit();
}

Result<std::vector<Device>> Office::devices()
{
    std::vector<Device> devices;
    auto done =
        eachRow(*m_d->db, "SELECT id,user_id,name,blocked,enrolled_ms,last_seen_ms FROM device ORDER BY enrolled_ms,id",
                [&](store::Statement &s) {
                    Device device;
                    device.id = DeviceId(s.uuid(0));
                    device.user = UserId(s.uuid(1));
                    device.name = s.text(2);
                    device.blocked = s.integer(3) != 0;
                    device.enrolledAt = wallTimeFromMs(s.integer(4));
                    if (!s.isNull(5))
                        device.lastSeen = wallTimeFromMs(s.integer(5));
                    devices.push_back(device);
                });
    if (!done)
        return done.error();
    for (Device &device : devices) {
        auto head = newestHead(*m_d->db, device.id);
        if (!head)
            return head.error();
        device.head = *head;
    }
    return devices;
}

Result<void> Office::setDeviceBlocked(DeviceId device, bool blocked)
{
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    if (auto done = runSql(*m_d->db, "UPDATE device SET blocked=? WHERE id=?", blocked, device); !done)
        return done;
    if (m_d->db->changes() == 0)
        return Error{ErrorCode::NotFound, u"no such device"_s, device.toString()};
    if (auto noted = audit(*m_d, blocked ? u"device.block"_s : u"device.unblock"_s, device.toString()); !noted)
        return noted;
    return transaction->commit();
}

Result<std::vector<Session>> Office::sessions()
{
    std::vector<Session> sessions;
    auto done = eachRow(
        *m_d->db,
        "SELECT session.user_id,login,device_id,expires_ms FROM session JOIN user_account ON user_account.id=user_id"
        " WHERE expires_ms>? ORDER BY login,expires_ms",
        [&](store::Statement &s) {
            sessions.push_back({UserId(s.uuid(0)), s.text(1), DeviceId(s.uuid(2)), wallTimeFromMs(s.integer(3))});
        },
        m_d->nowMs());
    if (!done)
        return done.error();
    return sessions;
}

Result<qint64> Office::endSessions(const QString &login)
{
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    auto user = requireUser(*m_d->db, login);
    if (!user)
        return user.error();
    if (auto done = runSql(*m_d->db, "DELETE FROM session WHERE user_id=?", user->id); !done)
        return done.error();
    const qint64 ended = m_d->db->changes();
    if (auto noted = audit(*m_d, u"session.end"_s, user->id.toString()); !noted)
        return noted.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return ended;
}

} // namespace ruhu::service
