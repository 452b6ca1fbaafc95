// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run.h"
#include "sync_round.h"
#include "times.h"

#include <ruhu/domain/names.h>

#include <QSysInfo>

using namespace Qt::Literals::StringLiterals;

// Enrolment, sign-in and sync: the same for a technician's laptop and a supervisor's desk.
namespace ruhu::ctl {
namespace {

[[nodiscard]] Json profileJson(const presentation::Profile &profile)
{
    Json json;
    json.set(u"user"_s, profile.login)
        .set(u"name"_s, profile.displayName)
        .set(u"role"_s, profile.role)
        .set(u"device"_s, profile.device.toString())
        .set(u"server"_s, profile.server.toString());
    return json;
}

void enrol(Run &run)
{
    const Invocation &call = run.invocation;
    const auto secret = password(call);
    if (!secret)
        return run.finish(secret.error());
    if (const auto opened = run.openSession(); !opened)
        return run.finish(opened.error());
    presentation::EnrolInput input;
    input.server = QUrl(call.value(u"server"_s), QUrl::StrictMode);
    input.caFile = call.value(u"ca"_s);
    input.login = call.value(u"user"_s);
    input.code = call.value(u"code"_s);
    input.password = *secret;
    input.secondFactor = call.value(u"second-factor"_s);
    input.deviceName = call.value(u"device-name"_s);
    if (input.deviceName.isEmpty())
        input.deviceName = QSysInfo::machineHostName();
    run.session->enrol(input, [&run](const Result<void> &done) {
        if (!done)
            return run.finish(done.error());
        const presentation::Profile profile = run.session->profile().value_or(presentation::Profile());
        run.finish(Outcome{profileJson(profile), {u"%1 is enrolled on this laptop"_s.arg(profile.login)}, Done, {}});
    });
}

void finishSignIn(Run &run, const Result<presentation::SignInOutcome> &done)
{
    // With the store open but the server not reached, a script that asked for a login did not get one.
    if (!done)
        return run.finish(done.error());
    if (done->problem)
        return run.finish(*done->problem);
    Outcome outcome;
    outcome.json = profileJson(run.session->profile().value_or(presentation::Profile()));
    outcome.json.set(u"signedInUntil"_s, utcJson(run.session->signedInUntil()));
    outcome.lines << u"signed in"_s;
    run.finish(std::move(outcome));
}

void login(Run &run)
{
    const auto secret = password(run.invocation);
    if (!secret)
        return run.finish(secret.error());
    if (const auto opened = run.openEnrolled(); !opened)
        return run.finish(opened.error());
    const presentation::Credentials who(*secret, run.invocation.value(u"second-factor"_s));
    run.session->signIn(who, [&run](const Result<presentation::SignInOutcome> &done) { finishSignIn(run, done); });
}

void resetPassword(Run &run)
{
    const auto next = passwordIn(run.invocation.value(u"new-password-file"_s));
    if (!next)
        return run.finish(next.error());
    if (const auto opened = run.openEnrolled(); !opened)
        return run.finish(opened.error());
    run.session->resetPassword(run.invocation.value(u"code"_s), *next,
                               [&run](const Result<presentation::SignInOutcome> &done) { finishSignIn(run, done); });
}

void changePassword(Run &run)
{
    const auto current = password(run.invocation);
    if (!current)
        return run.finish(current.error());
    const auto next = passwordIn(run.invocation.value(u"new-password-file"_s));
    if (!next)
        return run.finish(next.error());
    if (const auto opened = run.unlock(); !opened)
        return run.finish(opened.error());
    const presentation::Credentials who(*current, run.invocation.value(u"second-factor"_s));
    run.session->changePassword(who, *next, [&run](const Result<void> &done) {
        if (!done)
            return run.finish(done.error());
        Outcome outcome;
        outcome.json.set(u"changed"_s, true);
        outcome.lines
            << u"the new password opens this laptop and signs in at the office; other laptops are signed out"_s;
        run.finish(std::move(outcome));
    });
}

void finishSessions(Run &run, const Result<std::vector<presentation::OwnSession>> &sessions)
{
    if (!sessions)
        return run.finish(sessions.error());
    Outcome outcome;
    Json::Array list;
    for (const presentation::OwnSession &session : *sessions) {
        Json json;
        json.set(u"device"_s, session.device.toString())
            .set(u"name"_s, session.deviceName)
            .set(u"signedIn"_s, utcText(session.signedIn))
            .set(u"expires"_s, utcText(session.expires))
            .set(u"here"_s, session.isHere);
        list.push_back(std::move(json));
        outcome.lines << u"%1  %2  until %3%4"_s.arg(session.device.toString(), session.deviceName,
                                                     utcText(session.expires),
                                                     session.isHere ? u"  (here)"_s : QString());
    }
    outcome.json.set(u"sessions"_s, std::move(list));
    run.finish(std::move(outcome));
}

void sessions(Run &run)
{
    const QString end = run.invocation.value(u"end"_s);
    const auto device = DeviceId::fromString(end);
    if (!end.isEmpty() && !device)
        return run.finish(Error{ErrorCode::InvalidInput, u"not the id of a laptop"_s, end});
    if (const auto opened = run.unlock(); !opened)
        return run.finish(opened.error());
    const auto done = [&run](const Result<std::vector<presentation::OwnSession>> &list) { finishSessions(run, list); };
    if (device)
        run.session->endOwnSession(*device, done);
    else
        run.session->ownSessions(done);
}

void sync(Run &run)
{
    if (const auto opened = run.unlock(); !opened)
        return run.finish(opened.error());
    startSync(run, run.invocation.has(u"until-idle"_s));
}

} // namespace

std::vector<Command> accountCommands(const QString &group)
{
    // clang-format off
    return {
        {group, u"enrol"_s, u"[--ca FILE] --server URL --user U --code C [--device-name N] [--second-factor N]"_s,
         u"make this folder the store of one person, with a one-time code of the office"_s, 0, 0,
         {u"server"_s, u"user"_s, u"code"_s, u"device-name"_s, u"second-factor"_s}, {u"server"_s, u"user"_s, u"code"_s}, {}, enrol},
        {group, u"login"_s, u"[--second-factor N]"_s,
         u"sign in at the server; sync then works until the sign-in ends"_s, 0, 0, {u"second-factor"_s}, {}, {}, login},
        {group, u"password"_s, u"--new-password-file FILE [--second-factor N]"_s,
         u"change the own password, at the office and for this folder; the present one as everywhere"_s, 0, 0,
         {u"new-password-file"_s, u"second-factor"_s}, {u"new-password-file"_s}, {}, changePassword},
        {group, u"reset"_s, u"--code C --new-password-file FILE"_s,
         u"a new password for who forgot it, with a one-time code of the office; all that is in the folder stays"_s, 0, 0,
         {u"code"_s, u"new-password-file"_s}, {u"code"_s, u"new-password-file"_s}, {}, resetPassword},
        {group, u"sessions"_s, u"[--end DEVICE]"_s,
         u"where this person is signed in; signs out on one laptop"_s, 0, 0, {u"end"_s}, {}, {}, sessions},
        {group, u"sync"_s, u"[--until-idle]"_s, u"send and fetch: one round, or until nothing is left"_s, 0, 0, {},
         {}, {u"until-idle"_s}, sync},
    };
    // clang-format on
}

} // namespace ruhu::ctl
