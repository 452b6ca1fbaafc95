// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Laptops and sessions, as the office sees and ends them.

#include "office_data.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

constexpr int kFewestOfflineDays = 1;
constexpr int kMostOfflineDays = 30;
constexpr int kOfflineDays = 7; // where nobody said otherwise
const auto kOfflineDaysKey = u"offline_days"_s;
const auto kLowestVersionKey = u"lowest_version"_s;

/// Compares as versions do: 1.4 is before 1.4.0 and 1.10. Nothing for anything but numbers with dots between them.
std::optional<std::vector<int>> versionIn(const QString &text)
{
    std::vector<int> numbers;
    for (const QString &part : text.split(u'.')) {
        const bool digits = std::all_of(part.begin(), part.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        bool good = false;
        numbers.push_back(part.toInt(&good));
        if (!digits || !good)
            return std::nullopt;
    }
    return numbers;
}

std::optional<WallTime> timeIn(const store::Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(wallTimeFromMs(row.integer(column)));
}

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
    auto done = eachRow(*m_d->db,
                        "SELECT id,user_id,name,blocked,enrolled_ms,last_seen_ms,wipe_ms,wipe_fetched_ms FROM device"
                        " ORDER BY enrolled_ms,id",
                        [&](store::Statement &s) {
                            Device device;
                            device.id = DeviceId(s.uuid(0));
                            device.user = UserId(s.uuid(1));
                            device.name = s.text(2);
                            device.blocked = s.integer(3) != 0;
                            device.enrolledAt = wallTimeFromMs(s.integer(4));
                            device.lastSeen = timeIn(s, 5);
                            device.wipeOrdered = timeIn(s, 6);
                            device.wipeFetched = timeIn(s, 7);
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
    if (auto done = runSql(*m_d->db,
                           "UPDATE device SET blocked=?, wipe_ms=CASE WHEN ? THEN wipe_ms END,"
                           " wipe_fetched_ms=CASE WHEN ? THEN wipe_fetched_ms END WHERE id=?",
                           blocked, blocked, blocked, device);
        !done)
        return done;
    if (m_d->db->changes() == 0)
        return Error{ErrorCode::NotFound, u"no such device"_s, device.toString()};
    if (auto noted = audit(*m_d, blocked ? u"device.block"_s : u"device.unblock"_s, device.toString()); !noted)
        return noted;
    return transaction->commit();
}

Result<QString> Office::lowestVersion()
{
    return meta(*m_d->db, kLowestVersionKey);
}

Result<void> Office::setLowestVersion(const QString &version)
{
    if (!version.isEmpty() && !versionIn(version))
        return Error{ErrorCode::InvalidInput, u"numbers with dots, as 1.4.0"_s, u"version"_s};
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    if (auto set = setMeta(*m_d->db, kLowestVersionKey, version); !set)
        return set;
    if (auto noted = audit(*m_d, u"lowest-version.set"_s, version); !noted)
        return noted;
    return transaction->commit();
}

Result<void> Office::checkVersion(const QByteArray &version)
{
    const auto kept = lowestVersion();
    if (!kept)
        return kept.error();
    const auto lowest = versionIn(*kept);
    const auto given = versionIn(QString::fromLatin1(version));
    if (!lowest || (given && *given >= *lowest))
        return {};
    return refusal(ErrorCode::ProtocolMismatch, u"update-needed"_s, u"a newer program is wanted"_s);
}

Result<void> Office::orderWipe(DeviceId device)
{
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    // An order that was given already stays the one it is.
    auto done =
        runSql(*m_d->db, "UPDATE device SET blocked=1, wipe_ms=coalesce(wipe_ms,?) WHERE id=?", m_d->nowMs(), device);
    if (!done)
        return done;
    if (m_d->db->changes() == 0)
        return Error{ErrorCode::NotFound, u"no such device"_s, device.toString()};
    if (auto noted = audit(*m_d, u"device.wipe"_s, device.toString()); !noted)
        return noted;
    return transaction->commit();
}

Result<protocol::WipeOrder> Office::wipeOrder(DeviceId device)
{
    struct Row {
        std::optional<WallTime> ordered;
        bool fetched = false;
    };
    const auto row = oneRow(
        *m_d->db, "SELECT wipe_ms,wipe_fetched_ms FROM device WHERE id=?",
        [](store::Statement &s) {
            return Row{timeIn(s, 0), !s.isNull(1)};
        },
        device);
    if (!row)
        return row.error();
    if (!*row || !(*row)->ordered)
        return Error{ErrorCode::NotFound, u"no order for this laptop"_s, {}};
    protocol::WipeOrder order{device, *(*row)->ordered, {}};
    order.signature = m_d->key->sign(protocol::wipeMessage(order));
    if ((*row)->fetched)
        return order;
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    if (auto done = runSql(*m_d->db, "UPDATE device SET wipe_fetched_ms=? WHERE id=?", m_d->nowMs(), device); !done)
        return done.error();
    if (auto noted = audit(*m_d, u"device.wipe-fetched"_s, device.toString()); !noted)
        return noted.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return order;
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
