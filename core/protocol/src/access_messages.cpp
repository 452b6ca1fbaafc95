// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "members.h"

#include <ruhu/protocol/messages.h>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::protocol {
namespace {

constexpr std::int64_t kMostCounted = 1'000'000;

constexpr std::array kAccessActs = {
    std::pair(AccessAct::Opened, "opened"_L1),
    std::pair(AccessAct::OpenedByNumber, "opened-by-number"_L1),
    std::pair(AccessAct::Locked, "locked"_L1),
    std::pair(AccessAct::WrongPassword, "wrong-password"_L1),
    std::pair(AccessAct::WrongNumber, "wrong-number"_L1),
};

OwnSession ownSessionOf(Members &members)
{
    OwnSession session;
    session.device = members.id<DeviceId>(u"device");
    session.deviceName = members.text(u"name");
    session.signedIn = members.time(u"signedIn");
    session.expires = members.time(u"expires");
    return session;
}

AccessEntry accessEntryOf(Members &members)
{
    AccessEntry entry;
    entry.at = members.time(u"at");
    if (const auto act = accessAct(members.text(u"act")))
        entry.act = *act;
    else
        members.refuse(u"act");
    entry.count = static_cast<int>(members.integer(u"count", 1, kMostCounted));
    return entry;
}

/// Every element of an array is an object of the same shape.
template<typename Item>
std::vector<Item> listOf(Members &members, QStringView key, std::size_t most, Item (*read)(Members &))
{
    const Json::Array &array = members.array(key);
    std::vector<Item> items;
    if (array.size() > most)
        members.refuse(key);
    for (std::size_t i = 0; i < std::min(array.size(), most); ++i) {
        Members item(array[i], key.toString());
        items.push_back(read(item));
        if (!item.finish())
            members.refuse(key);
    }
    return items;
}

} // namespace

QString accessActName(AccessAct act)
{
    for (const auto &[known, name] : kAccessActs) {
        if (known == act)
            return name;
    }
    return {};
}

std::optional<AccessAct> accessAct(const QString &name)
{
    for (const auto &[known, knownName] : kAccessActs) {
        if (knownName == name)
            return known;
    }
    return std::nullopt;
}

QByteArray encodeOwnSessions(const OwnSessions &reply)
{
    Json::Array sessions;
    for (const OwnSession &session : reply.sessions) {
        Json json;
        json.set(u"device"_s, session.device.toString())
            .set(u"name"_s, session.deviceName)
            .set(u"signedIn"_s, toMs(session.signedIn))
            .set(u"expires"_s, toMs(session.expires));
        sessions.push_back(std::move(json));
    }
    Json json;
    json.set(u"sessions"_s, std::move(sessions));
    return writeJson(json);
}

Result<OwnSessions> decodeOwnSessions(const QByteArray &body)
{
    return decodeObject<OwnSessions>(body, u"own sessions"_s, [](Members &members) {
        return OwnSessions{listOf<OwnSession>(members, u"sessions", kMaxListed, ownSessionOf)};
    });
}

QByteArray encodeEndSession(const EndSession &request)
{
    Json json;
    json.set(u"device"_s, request.device.toString());
    return writeJson(json);
}

Result<EndSession> decodeEndSession(const QByteArray &body)
{
    return decodeObject<EndSession>(body, u"end of a session"_s,
                                    [](Members &members) { return EndSession{members.id<DeviceId>(u"device")}; });
}

QByteArray encodeAccessEntries(const AccessEntries &request)
{
    Json::Array entries;
    for (const AccessEntry &entry : request.entries) {
        Json json;
        json.set(u"at"_s, toMs(entry.at)).set(u"act"_s, accessActName(entry.act)).set(u"count"_s, entry.count);
        entries.push_back(std::move(json));
    }
    Json json;
    json.set(u"entries"_s, std::move(entries));
    return writeJson(json);
}

Result<AccessEntries> decodeAccessEntries(const QByteArray &body)
{
    return decodeObject<AccessEntries>(body, u"access entries"_s, [](Members &members) {
        return AccessEntries{listOf<AccessEntry>(members, u"entries", kMostAccessEntries, accessEntryOf)};
    });
}

QByteArray encodeAccessReply(const AccessReply &reply)
{
    Json json;
    json.set(u"kept"_s, toMs(reply.kept));
    return writeJson(json);
}

Result<AccessReply> decodeAccessReply(const QByteArray &body)
{
    return decodeObject<AccessReply>(body, u"access answer"_s,
                                     [](Members &members) { return AccessReply{members.time(u"kept")}; });
}

} // namespace ruhu::protocol
