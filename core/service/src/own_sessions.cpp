// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a signed-in person sees and does about being signed in: the own laptops, and what they note of opening and locking.

#include "office_data.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {

Result<protocol::OwnSessions> Office::ownSessions(const Caller &caller)
{
    protocol::OwnSessions own;
    auto done = eachRow(
        *m_d->db,
        "SELECT device_id,name,max(coalesce(last_seen_ms,enrolled_ms)),max(expires_ms) FROM session"
        " JOIN device ON device.id=device_id WHERE session.user_id=? AND expires_ms>? GROUP BY device_id"
        " ORDER BY max(expires_ms) DESC",
        [&](store::Statement &s) {
            own.sessions.push_back(
                {DeviceId(s.uuid(0)), s.text(1), wallTimeFromMs(s.integer(2)), wallTimeFromMs(s.integer(3))});
        },
        caller.user.id, m_d->nowMs());
    if (!done)
        return done.error();
    return own;
}

Result<protocol::OwnSessions> Office::endOwnSession(const Caller &caller, DeviceId device)
{
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    auto ended = runSql(*m_d->db, "DELETE FROM session WHERE user_id=? AND device_id=?", caller.user.id, device);
    if (!ended)
        return ended.error();
    // One that has ended meanwhile is what was wanted.
    if (m_d->db->changes() > 0) {
        const QString actor = caller.user.id.toString();
        if (auto noted = audit(*m_d, u"session.end-own"_s, device.toString(), actor); !noted)
            return noted.error();
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return ownSessions(caller);
}

Result<protocol::AccessReply> Office::noteAccess(const Caller &caller, const protocol::AccessEntries &request)
{
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    const auto known = oneRow(
        *m_d->db, "SELECT access_ms FROM device WHERE id=?", [](store::Statement &s) { return s.integer(0); },
        caller.device);
    if (!known)
        return known.error();
    qint64 kept = known->value_or(0);
    const qint64 now = m_d->nowMs();
    for (const protocol::AccessEntry &entry : request.entries) {
        const qint64 at = toMs(entry.at);
        if (at <= kept)
            continue; // its acknowledgement was lost
        const QString act = u"laptop."_s + protocol::accessActName(entry.act);
        const QString subject = caller.device.toString() + (entry.count > 1 ? u" x%1"_s.arg(entry.count) : QString());
        // As the laptop says, but not later than now.
        auto noted = auditAt(*m_d, std::min(at, now), act, subject, caller.user.id.toString());
        if (!noted)
            return noted.error();
        kept = at;
    }
    if (auto moved = runSql(*m_d->db, "UPDATE device SET access_ms=? WHERE id=?", kept, caller.device); !moved)
        return moved.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return protocol::AccessReply{wallTimeFromMs(kept)};
}

} // namespace ruhu::service
