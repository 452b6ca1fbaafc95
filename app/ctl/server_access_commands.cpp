// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run.h"
#include "times.h"

using namespace Qt::Literals::StringLiterals;

// Who gets at the office: laptops, sessions, and what was done to both.
namespace ruhu::ctl {
namespace {

constexpr int kAuditPage = 1000;

[[nodiscard]] QString stateOf(const service::Device &device)
{
    if (device.wipeFetched)
        return u"  wiped "_s + utcText(*device.wipeFetched);
    if (device.wipeOrdered)
        return u"  to be wiped"_s;
    return device.blocked ? u"  blocked"_s : QString();
}

[[nodiscard]] Result<Outcome> deviceList(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto devices = run.office->devices();
    if (!devices)
        return devices.error();
    Outcome outcome;
    Json::Array list;
    for (const service::Device &device : *devices) {
        Json json;
        json.set(u"id"_s, device.id.toString())
            .set(u"user"_s, device.user.toString())
            .set(u"name"_s, device.name)
            .set(u"blocked"_s, device.blocked)
            .set(u"enrolledAt"_s, utcText(device.enrolledAt))
            .set(u"lastSeen"_s, utcJson(device.lastSeen))
            .set(u"wipeOrdered"_s, utcJson(device.wipeOrdered))
            .set(u"wipeFetched"_s, utcJson(device.wipeFetched))
            .set(u"stored"_s, device.head.sequence);
        list.push_back(std::move(json));
        outcome.lines << u"%1  %2  %3 entries%4"_s.arg(device.id.toString(), device.name)
                             .arg(device.head.sequence)
                             .arg(stateOf(device));
    }
    outcome.json.set(u"devices"_s, std::move(list));
    return outcome;
}

/// `done`: the line that says so, with the device as %1; `flag`: the member of the document that is `value` now.
[[nodiscard]] Result<Outcome> toDevice(Run &run, const std::function<Result<void>(DeviceId)> &act, const QString &flag,
                                       bool value, const QString &done)
{
    const auto device = DeviceId::fromString(run.invocation.word(0));
    if (!device)
        return Error{ErrorCode::InvalidInput, u"not the id of a device"_s, run.invocation.word(0)};
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    if (const auto acted = act(*device); !acted)
        return acted.error();
    Json json;
    json.set(u"id"_s, device->toString()).set(flag, value);
    return Outcome{std::move(json), {done.arg(device->toString())}, Done, {}};
}

[[nodiscard]] Result<Outcome> deviceBlock(Run &run)
{
    const auto block = [&run](DeviceId device) { return run.office->setDeviceBlocked(device, true); };
    return toDevice(run, block, u"blocked"_s, true, u"%1 is blocked"_s);
}

[[nodiscard]] Result<Outcome> deviceUnblock(Run &run)
{
    const auto unblock = [&run](DeviceId device) { return run.office->setDeviceBlocked(device, false); };
    return toDevice(run, unblock, u"blocked"_s, false, u"%1 may sign in again"_s);
}

[[nodiscard]] Result<Outcome> deviceWipe(Run &run)
{
    const auto wipe = [&run](DeviceId device) { return run.office->orderWipe(device); };
    return toDevice(run, wipe, u"wipe"_s, true, u"%1 is blocked and loses its key with its next contact"_s);
}

[[nodiscard]] Result<Outcome> resetAsk(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const QString login = run.invocation.value(u"user"_s);
    if (const auto asked = run.office->askPasswordReset(login); !asked)
        return asked.error();
    Json json;
    json.set(u"login"_s, login);
    return Outcome{
        std::move(json), {u"somebody else now agrees: server reset approve --user %1"_s.arg(login)}, Done, {}};
}

[[nodiscard]] Result<Outcome> resetApprove(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const QString login = run.invocation.value(u"user"_s);
    const auto code = run.office->approvePasswordReset(login);
    if (!code)
        return code.error();
    Json json;
    json.set(u"login"_s, login).set(u"code"_s, *code);
    return Outcome{std::move(json), {u"%1 for %2, for 15 minutes, on the own laptop"_s.arg(*code, login)}, Done, {}};
}

[[nodiscard]] Result<Outcome> secondFactor(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const QString login = run.invocation.value(u"user"_s);
    Json json;
    json.set(u"login"_s, login);
    if (run.invocation.has(u"remove"_s)) {
        if (const auto removed = run.office->removeSecondFactor(login); !removed)
            return removed.error();
        return Outcome{std::move(json), {u"%1 signs in without an authenticator"_s.arg(login)}, Done, {}};
    }
    const auto uri = run.office->newSecondFactor(login);
    if (!uri)
        return uri.error();
    json.set(u"uri"_s, *uri);
    return Outcome{
        std::move(json), {*uri, u"told this once: give it to %1's authenticator app"_s.arg(login)}, Done, {}};
}

[[nodiscard]] Result<Outcome> offlineDays(Run &run)
{
    const QString given = run.invocation.value(u"days"_s);
    bool good = true;
    const int wanted = given.isEmpty() ? 0 : given.toInt(&good);
    if (!good)
        return Error{ErrorCode::InvalidInput, u"a number of days"_s, u"--days"_s};
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    if (!given.isEmpty()) {
        if (const auto set = run.office->setOfflineDays(wanted); !set)
            return set.error();
    }
    const auto days = run.office->offlineDays();
    if (!days)
        return days.error();
    Json json;
    json.set(u"days"_s, std::int64_t{*days});
    return Outcome{std::move(json), {u"laptops open without the office for %1 days"_s.arg(*days)}, Done, {}};
}

[[nodiscard]] Result<Outcome> lowestVersion(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    if (run.invocation.has(u"version"_s)) {
        if (const auto set = run.office->setLowestVersion(run.invocation.value(u"version"_s)); !set)
            return set.error();
    }
    const auto lowest = run.office->lowestVersion();
    if (!lowest)
        return lowest.error();
    Json json;
    json.set(u"version"_s, *lowest);
    return Outcome{std::move(json),
                   {lowest->isEmpty() ? u"any version is served"_s : u"served from %1 on"_s.arg(*lowest)},
                   Done,
                   {}};
}

[[nodiscard]] Result<Outcome> sessionList(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto sessions = run.office->sessions();
    if (!sessions)
        return sessions.error();
    Outcome outcome;
    Json::Array list;
    for (const service::Session &session : *sessions) {
        Json json;
        json.set(u"login"_s, session.login)
            .set(u"user"_s, session.user.toString())
            .set(u"device"_s, session.device.toString())
            .set(u"expires"_s, utcText(session.expires));
        list.push_back(std::move(json));
        outcome.lines << u"%1  %2  until %3"_s.arg(session.login, session.device.toString(), utcText(session.expires));
    }
    outcome.json.set(u"sessions"_s, std::move(list));
    return outcome;
}

[[nodiscard]] Result<Outcome> sessionEnd(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const QString login = run.invocation.value(u"user"_s);
    const auto ended = run.office->endSessions(login);
    if (!ended)
        return ended.error();
    Json json;
    json.set(u"login"_s, login).set(u"ended"_s, std::int64_t{*ended});
    return Outcome{std::move(json), {u"%1: %2 sessions ended"_s.arg(login).arg(*ended)}, Done, {}};
}

[[nodiscard]] Result<Outcome> auditList(Run &run)
{
    bool good = true;
    const QString given = run.invocation.value(u"after"_s);
    const qint64 after = given.isEmpty() ? 0 : given.toLongLong(&good);
    if (!good || after < 0)
        return Error{ErrorCode::InvalidInput, u"the number of an entry"_s, u"--after"_s};
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto entries = run.office->auditEntries(after, kAuditPage);
    if (!entries)
        return entries.error();
    Outcome outcome;
    Json::Array list;
    for (const service::AuditEntry &entry : *entries) {
        Json json;
        json.set(u"id"_s, std::int64_t{entry.id})
            .set(u"at"_s, utcText(entry.at))
            .set(u"act"_s, entry.act)
            .set(u"subject"_s, entry.subject)
            .set(u"actor"_s, entry.actor);
        list.push_back(std::move(json));
        outcome.lines << u"%1  %2  %3  %4  by %5"_s.arg(entry.id).arg(
            utcText(entry.at), entry.act, entry.subject, entry.actor.isEmpty() ? u"nobody known"_s : entry.actor);
    }
    outcome.json.set(u"entries"_s, std::move(list)).set(u"more"_s, entries->size() == std::size_t{kAuditPage});
    return outcome;
}

} // namespace

std::vector<Command> serverAccessCommands()
{
    const QString group = u"server"_s;
    // clang-format off
    return {
        {group, u"device list"_s, {}, u"enrolled laptops"_s, 0, 0, {}, {}, {}, now<deviceList>()},
        {group, u"device block"_s, u"DEVICE"_s, u"refuse a lost laptop from now on"_s, 1, 1, {}, {}, {},
         now<deviceBlock>()},
        {group, u"device wipe"_s, u"DEVICE"_s, u"have a lost laptop throw its key away with its next contact"_s, 1, 1, {},
         {}, {}, now<deviceWipe>()},
        {group, u"device unblock"_s, u"DEVICE"_s, u"let a laptop that was found again sign in; takes an order to wipe back"_s, 1, 1, {}, {}, {},
         now<deviceUnblock>()},
        {group, u"reset ask"_s, u"--user U"_s, u"ask for a new password of an account that forgot its own"_s, 0, 0,
         {u"user"_s}, {u"user"_s}, {}, now<resetAsk>()},
        {group, u"reset approve"_s, u"--user U"_s, u"agree, as another person than who asked; prints the one-time code"_s, 0,
         0, {u"user"_s}, {u"user"_s}, {}, now<resetApprove>()},
        {group, u"second-factor"_s, u"--user U [--remove]"_s,
         u"a new secret for an account's authenticator app, told once; every sign-in wants its code from then on"_s, 0, 0,
         {u"user"_s}, {u"user"_s}, {u"remove"_s}, now<secondFactor>()},
        {group, u"offline-days"_s, u"[--days N]"_s, u"how many days a laptop opens without the office, 1 to 30"_s, 0, 0,
         {u"days"_s}, {}, {}, now<offlineDays>()},
        {group, u"lowest-version"_s, u"[--version V]"_s,
         u"from which version on laptops get anything; older ones go on sending; empty: any"_s, 0, 0, {u"version"_s}, {}, {},
         now<lowestVersion>()},
        {group, u"session list"_s, {}, u"who is signed in, on which laptop, until when"_s, 0, 0, {}, {}, {},
         now<sessionList>()},
        {group, u"session end"_s, u"--user U"_s, u"sign an account out on every laptop"_s, 0, 0, {u"user"_s},
         {u"user"_s}, {}, now<sessionEnd>()},
        {group, u"audit"_s, u"[--after N]"_s, u"administrative acts, sign-ins and refused ones, with who did them"_s, 0, 0,
         {u"after"_s}, {}, {}, now<auditList>()},
    };
    // clang-format on
}

} // namespace ruhu::ctl
