// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run.h"

#include <ruhu/domain/names.h>
#include <ruhu/presentation/papers.h>
#include <ruhu/service/demo_day.h>

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

// Accounts, devices and the health of the server's data. These calls work on the data folder itself, beside a running
// server, and so belong to whoever may read that folder.
namespace ruhu::ctl {
namespace {

[[nodiscard]] Json number(qint64 value)
{
    return Json(std::int64_t{value});
}

/// Minutes east of UTC here and now: the demo day is a day of this machine.
[[nodiscard]] int localOffsetMinutes(WallTime now)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(now)).offsetFromUtc() / 60;
}

[[nodiscard]] std::chrono::sys_days localDate(WallTime now)
{
    return std::chrono::floor<std::chrono::days>(now + std::chrono::minutes(localOffsetMinutes(now)));
}

[[nodiscard]] Result<void> addDemoDay(Run &run, Outcome &outcome)
{
    const auto secret = password(run.invocation);
    if (!secret)
        return secret.error();
    if (auto opened = run.openOffice(); !opened)
        return opened;
    const WallTime now = run.world.clock.now();
    const service::DemoOptions options{localDate(now), localOffsetMinutes(now), *secret, *secret, *secret, *secret};
    const auto day = service::makeDemoDay(*run.office, options);
    if (!day)
        return day.error();
    outcome.json.set(u"technician"_s, day->technician.login)
        .set(u"colleague"_s, day->colleague.login)
        .set(u"supervisor"_s, day->supervisor.login)
        .set(u"dispatcher"_s, day->dispatcher.login)
        .set(u"tickets"_s, number(static_cast<qint64>(day->tickets.size())));
    outcome.lines << u"Demo day: %1 tickets for %2; %3 reviews. All accounts have the password given."_s
                         .arg(day->tickets.size())
                         .arg(day->technician.login, day->supervisor.login);
    return {};
}

[[nodiscard]] Result<Outcome> init(Run &run)
{
    const QString data = run.invocation.value(u"data"_s);
    const bool demo = run.invocation.has(u"demo"_s);
    if (demo) {
        // Before anything is made: half a demo server would be in the way of the next try.
        if (const auto secret = password(run.invocation); !secret)
            return secret.error();
    }
    if (const auto made = service::Office::initialise(data, run.world.clock, run.world.random); !made)
        return made.error();
    Outcome outcome;
    outcome.json.set(u"data"_s, data).set(u"caFile"_s, QString(data + "/ca.pem"_L1));
    outcome.lines << u"Server data made in %1; laptops need %1/ca.pem."_s.arg(data);
    if (demo) {
        if (const auto added = addDemoDay(run, outcome); !added)
            return added.error();
    }
    return outcome;
}

[[nodiscard]] Json userJson(const service::User &user)
{
    Json json;
    json.set(u"id"_s, user.id.toString())
        .set(u"login"_s, user.login)
        .set(u"name"_s, user.displayName)
        .set(u"role"_s, user.role)
        .set(u"team"_s, user.team.toString())
        .set(u"disabled"_s, user.disabled)
        .set(u"mobile"_s, user.mobile)
        .set(u"employer"_s, user.employer)
        .set(u"qualifiedUntil"_s, user.qualifiedUntil)
        .set(u"secondFactor"_s, user.hasSecondFactor);
    return json;
}

[[nodiscard]] Result<TeamId> findTeam(service::Office &office, const QString &text)
{
    const auto teams = office.teams();
    if (!teams)
        return teams.error();
    for (const service::Team &team : *teams) {
        if (team.name == text || team.id.toString() == text)
            return team.id;
    }
    return Error{ErrorCode::NotFound, u"no such team"_s, text};
}

[[nodiscard]] service::UserDetails detailsOf(const Invocation &call)
{
    const auto given = [&](const QString &option) {
        return call.values.contains(option) ? std::optional(call.value(option)) : std::nullopt;
    };
    return {given(u"mobile"_s), given(u"employer"_s), given(u"qualified-until"_s)};
}

/// Names those there are.
[[nodiscard]] Result<void> checkRole(service::Office &office, const QString &role)
{
    const auto roles = office.roles();
    if (!roles)
        return roles.error();
    if ((*roles)->role(role).forPeople)
        return {};
    QStringList names;
    for (const domain::RoleRule &one : (*roles)->roles) {
        if (one.forPeople)
            names << one.id;
    }
    return Error{ErrorCode::InvalidInput, u"one of "_s + names.join(u", "_s), u"--role"_s};
}

[[nodiscard]] Result<Outcome> userAdd(Run &run)
{
    const Invocation &call = run.invocation;
    const auto secret = password(call);
    if (!secret)
        return secret.error();
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const QString role = call.value(u"role"_s);
    if (const auto known = checkRole(*run.office, role); !known)
        return known.error();
    const auto team = findTeam(*run.office, call.value(u"team"_s));
    if (!team)
        return team.error();
    const QString name = call.value(u"name"_s);
    auto user = run.office->addUser(call.value(u"user"_s), name, role, *team, *secret);
    const service::UserDetails details = detailsOf(call);
    if (user && (details.mobile || details.employer || details.qualifiedUntil))
        user = run.office->setUserDetails(user->login, details);
    if (!user)
        return user.error();
    return Outcome{userJson(*user), {u"%1 added"_s.arg(user->login)}, Done, {}};
}

[[nodiscard]] Result<Outcome> userList(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto users = run.office->users();
    if (!users)
        return users.error();
    Outcome outcome;
    Json::Array list;
    for (const service::User &user : *users) {
        list.push_back(userJson(user));
        outcome.lines << u"%1  %2  %3%4"_s.arg(user.login, user.role, user.displayName,
                                               (user.employer.isEmpty() ? QString() : QString(u"  " + user.employer))
                                                   + (user.disabled ? u"  disabled"_s : QString()));
    }
    outcome.json.set(u"users"_s, std::move(list));
    return outcome;
}

[[nodiscard]] Result<Outcome> userDisable(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const QString login = run.invocation.value(u"user"_s);
    if (const auto done = run.office->setUserDisabled(login, true); !done)
        return done.error();
    Json json;
    json.set(u"login"_s, login).set(u"disabled"_s, true);
    return Outcome{std::move(json), {u"%1 may not sign in any more"_s.arg(login)}, Done, {}};
}

[[nodiscard]] Result<Outcome> userSet(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto user = run.office->setUserDetails(run.invocation.value(u"user"_s), detailsOf(run.invocation));
    if (!user)
        return user.error();
    return Outcome{userJson(*user), {u"%1 changed"_s.arg(user->login)}, Done, {}};
}

[[nodiscard]] Result<Outcome> userPassword(Run &run)
{
    const auto secret = password(run.invocation);
    if (!secret)
        return secret.error();
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const QString login = run.invocation.value(u"user"_s);
    if (const auto done = run.office->setPassword(login, *secret); !done)
        return done.error();
    Json json;
    json.set(u"login"_s, login);
    return Outcome{
        std::move(json),
        {u"%1 has a new password and is signed out everywhere"_s.arg(login),
         u"A laptop that was enrolled before still opens with the old one; there, `laptop password` or the menu takes the new one"_s},
        Done,
        {}};
}

[[nodiscard]] Json teamJson(const service::Team &team)
{
    Json json;
    json.set(u"id"_s, team.id.toString()).set(u"name"_s, team.name);
    return json;
}

[[nodiscard]] Result<Outcome> teamAdd(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto team = run.office->addTeam(run.invocation.value(u"name"_s));
    if (!team)
        return team.error();
    return Outcome{teamJson(*team), {u"%1  %2"_s.arg(team->id.toString(), team->name)}, Done, {}};
}

[[nodiscard]] Result<Outcome> teamList(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto teams = run.office->teams();
    if (!teams)
        return teams.error();
    Outcome outcome;
    Json::Array list;
    for (const service::Team &team : *teams) {
        list.push_back(teamJson(team));
        outcome.lines << u"%1  %2"_s.arg(team.id.toString(), team.name);
    }
    outcome.json.set(u"teams"_s, std::move(list));
    return outcome;
}

[[nodiscard]] Result<Outcome> enrolCode(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto code = run.office->newEnrolCode(run.invocation.value(u"user"_s));
    if (!code)
        return code.error();
    Json json;
    json.set(u"code"_s, *code);
    return Outcome{std::move(json), {*code}, Done, {}};
}

[[nodiscard]] Result<Outcome> backup(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const QString file = run.invocation.word(0);
    if (const auto done = run.office->backupTo(file); !done)
        return done.error();
    Json json;
    json.set(u"file"_s, file);
    return Outcome{std::move(json), {file}, Done, {}};
}

[[nodiscard]] Result<Outcome> verifyServer(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto report = run.office->verify();
    if (!report)
        return report.error();
    Outcome outcome;
    outcome.json.set(u"ok"_s, report->firstBad.isEmpty())
        .set(u"devices"_s, number(report->devices))
        .set(u"events"_s, number(report->events))
        .set(u"signatures"_s, number(report->signatures))
        .set(u"feeds"_s, number(report->feeds))
        .set(u"blobs"_s, number(report->blobs))
        .set(u"blobsMissing"_s, number(report->blobsMissing))
        .set(u"firstBad"_s, report->firstBad)
        .set(u"reason"_s, report->reason);
    outcome.lines << u"%1 events, %2 signatures, %3 feeds, %4 photos and strokes (%5 not here yet)"_s
                         .arg(report->events)
                         .arg(report->signatures)
                         .arg(report->feeds)
                         .arg(report->blobs)
                         .arg(report->blobsMissing);
    if (!report->firstBad.isEmpty()) {
        outcome.exitCode = DamagedData;
        outcome.problem = u"%1: %2 [damaged]"_s.arg(report->firstBad, report->reason);
    }
    return outcome;
}

[[nodiscard]] Result<Outcome> stats(Run &run)
{
    if (const auto opened = run.openOffice(); !opened)
        return opened.error();
    const auto stats = run.office->stats();
    if (!stats)
        return stats.error();
    Json byState;
    for (const auto &[state, count] : stats->byState)
        byState.set(domain::toName(state), number(count));
    Outcome outcome;
    outcome.json.set(u"users"_s, number(stats->users))
        .set(u"devices"_s, number(stats->devices))
        .set(u"tickets"_s, number(stats->tickets))
        .set(u"events"_s, number(stats->events))
        .set(u"blobs"_s, number(stats->blobs))
        .set(u"blobBytes"_s, number(stats->blobBytes))
        .set(u"quarantined"_s, number(stats->quarantined))
        .set(u"byState"_s, std::move(byState));
    for (const auto &[name, value] : outcome.json.object()) {
        if (value.isInt())
            outcome.lines << u"%1: %2"_s.arg(name).arg(value.toInt().value_or(0));
    }
    return outcome;
}

} // namespace

std::vector<Command> serverCommands()
{
    const QString group = u"server"_s;
    const QString secret = u"password-file"_s;
    // clang-format off
    return {
        {group, u"init"_s, u"[--demo]"_s,
         u"make the data folder, its keys and certificates; --demo adds a day's work"_s, 0, 0, {secret}, {},
         {u"demo"_s}, now<init>()},
        {group, u"user add"_s, u"--user U --name N --role R --team T [--mobile M] [--employer E] [--qualified-until DAY]"_s,
         u"add an account; its password as everywhere"_s, 0, 0,
         {secret, u"user"_s, u"name"_s, u"role"_s, u"team"_s, u"mobile"_s, u"employer"_s, u"qualified-until"_s},
         {u"user"_s, u"name"_s, u"role"_s, u"team"_s}, {}, now<userAdd>()},
        {group, u"user set"_s, u"--user U [--mobile M] [--employer E] [--qualified-until DAY]"_s,
         u"another mobile number, employer or end of the qualification; an empty employer is own staff"_s, 0, 0,
         {u"user"_s, u"mobile"_s, u"employer"_s, u"qualified-until"_s}, {u"user"_s}, {}, now<userSet>()},
        {group, u"user password"_s, u"--user U"_s,
         u"give a new password and end the sessions; an enrolled laptop opens with the old one until its person changes it"_s, 0,
         0, {secret, u"user"_s}, {u"user"_s}, {}, now<userPassword>()},
        {group, u"user list"_s, {}, u"accounts"_s, 0, 0, {}, {}, {}, now<userList>()},
        {group, u"user disable"_s, u"--user U"_s, u"no sign-in any more"_s, 0, 0, {u"user"_s}, {u"user"_s}, {},
         now<userDisable>()},
        {group, u"team add"_s, u"--name N"_s, u"add a team"_s, 0, 0, {u"name"_s}, {u"name"_s}, {}, now<teamAdd>()},
        {group, u"team list"_s, {}, u"teams"_s, 0, 0, {}, {}, {}, now<teamList>()},
        {group, u"enrol-code"_s, u"--user U"_s, u"a one-time code for a new laptop, good for 15 minutes"_s, 0, 0,
         {u"user"_s}, {u"user"_s}, {}, now<enrolCode>()},
        {group, u"backup"_s, u"FILE"_s, u"a consistent copy of the database"_s, 1, 1, {}, {}, {}, now<backup>()},
        {group, u"verify"_s, {}, u"check every hash, signature, feed and file"_s, 0, 0, {}, {}, {}, now<verifyServer>()},
        {group, u"stats"_s, {}, u"counts"_s, 0, 0, {}, {}, {}, now<stats>()},
    };
    // clang-format on
}

} // namespace ruhu::ctl
