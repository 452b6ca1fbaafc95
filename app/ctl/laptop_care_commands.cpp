// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run.h"
#include "sync_round.h"
#include "times.h"

#include <ruhu/domain/names.h>

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QStorageInfo>

using namespace Qt::Literals::StringLiterals;

// The state of a laptop's store, and looking after it.
namespace ruhu::ctl {
namespace {

[[nodiscard]] QString stateName(presentation::SessionState state)
{
    switch (state) {
    case presentation::SessionState::NotEnrolled:
        return u"not-enrolled"_s;
    case presentation::SessionState::Locked:
        return u"locked"_s;
    case presentation::SessionState::Open:
        return u"open"_s;
    }
    return {};
}

[[nodiscard]] Result<Outcome> status(Run &run)
{
    if (const auto opened = run.unlock(); !opened)
        return opened.error();
    Outcome outcome;
    outcome.json = statusJson(*run.session);
    const auto last = run.session->lastSync();
    const sync::Status now = run.session->syncStatus();
    outcome.lines << u"%1 events and %2 photos wait to be sent; %3 refused; last sync %4"_s.arg(now.pendingEvents)
                         .arg(now.pendingBlobs)
                         .arg(now.refused)
                         .arg(last ? utcText(*last) : u"never"_s);
    return outcome;
}

/// Why is this not stored at the office yet: entry by entry for one ticket, or the tickets with something open.
[[nodiscard]] Result<Outcome> whyTicket(Run &run)
{
    const auto id = run.session->findTicket(run.invocation.word(0));
    if (!id)
        return id.error();
    const auto page = run.session->page(*id);
    if (!page)
        return page.error();
    static const QStringList states = {u"waiting"_s, u"stored"_s, u"safe"_s, u"parked"_s};
    Outcome outcome;
    Json::Array entries;
    for (const store::JournalEntry &own : (*page)->own) {
        const QString state = states.value(static_cast<int>(own.state));
        Json json;
        json.set(u"sequence"_s, std::int64_t{own.sequence})
            .set(u"event"_s, own.id.toString())
            .set(u"state"_s, state)
            .set(u"problem"_s, own.problem);
        entries.push_back(std::move(json));
        outcome.lines << u"entry %1: %2 %3"_s.arg(own.sequence).arg(state, own.problem).trimmed();
    }
    outcome.json.set(u"ticket"_s, (*page)->row.number).set(u"entries"_s, std::move(entries));
    return outcome;
}

[[nodiscard]] Result<Outcome> why(Run &run)
{
    if (const auto opened = run.unlock(); !opened)
        return opened.error();
    if (!run.invocation.words.isEmpty())
        return whyTicket(run);
    const auto rows = run.session->tickets();
    if (!rows)
        return rows.error();
    const auto until = run.session->signedInUntil();
    const bool signedIn = until && *until > run.world.clock.now() + run.session->serverOffset();
    Outcome outcome;
    outcome.json = statusJson(*run.session);
    outcome.json.set(u"signInNeeded"_s, !signedIn);
    if (!signedIn)
        outcome.lines << u"a sign-in is needed before anything can be sent"_s;
    Json::Array waiting;
    for (const store::TicketRow &row : *rows) {
        if (row.pending == 0 && row.refused == 0)
            continue;
        Json json;
        json.set(u"number"_s, row.number)
            .set(u"pending"_s, std::int64_t{row.pending})
            .set(u"refused"_s, std::int64_t{row.refused});
        waiting.push_back(std::move(json));
        outcome.lines << u"%1: %2 waiting, %3 refused"_s.arg(row.number).arg(row.pending).arg(row.refused);
    }
    outcome.json.set(u"tickets"_s, std::move(waiting));
    if (outcome.lines.isEmpty())
        outcome.lines << u"everything is stored at the office"_s;
    return outcome;
}

[[nodiscard]] Result<Outcome> exportJournal(Run &run)
{
    if (const auto opened = run.unlock(); !opened)
        return opened.error();
    const auto lines = run.session->exportJournal();
    if (!lines)
        return lines.error();
    const QString file = run.invocation.word(0);
    if (const auto written = writeResultFile(file, *lines); !written)
        return written.error();
    Outcome outcome;
    outcome.json.set(u"file"_s, file).set(u"entries"_s, std::int64_t{lines->count('\n')});
    outcome.lines << u"%1 entries in %2"_s.arg(lines->count('\n')).arg(file);
    return outcome;
}

[[nodiscard]] Result<Outcome> verifyLaptop(Run &run)
{
    if (const auto opened = run.unlock(); !opened)
        return opened.error();
    const auto report = run.session->verify();
    if (!report)
        return report.error();
    return outcomeOf(*report);
}

[[nodiscard]] Result<Outcome> rebuild(Run &run)
{
    if (const auto opened = run.unlock(); !opened)
        return opened.error();
    if (const auto done = run.session->rebuild(); !done)
        return done.error();
    Json json;
    json.set(u"rebuilt"_s, true);
    return Outcome{std::move(json), {u"every ticket was folded anew"_s}, Done, {}};
}

[[nodiscard]] Result<Outcome> backup(Run &run)
{
    if (const auto opened = run.unlock(); !opened)
        return opened.error();
    const QString file = run.invocation.word(0);
    if (const auto done = run.session->backupTo(file); !done)
        return done.error();
    Json json;
    json.set(u"file"_s, file);
    return Outcome{std::move(json), {file}, Done, {}};
}

/// Names of files others than the owner may read or write; relative, so that nothing of the machine is told.
[[nodiscard]] Json::Array openFiles(const QString &folder)
{
    constexpr QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    Json::Array names;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        if (files.fileInfo().permissions() & others)
            names.emplace_back(QDir(folder).relativeFilePath(files.filePath()));
    }
    return names;
}

void addStoreState(Run &run, Json &json, bool &healthy)
{
    const auto report = run.session->verify();
    healthy = report && report->firstBad.isEmpty();
    json.set(u"database"_s, report ? Json(report->database) : Json(codeName(report.error().code)))
        .set(u"firstBad"_s, report ? report->firstBad : QString());
    const sync::Status now = run.session->syncStatus();
    json.set(u"pendingEvents"_s, std::int64_t{now.pendingEvents})
        .set(u"pendingBlobs"_s, std::int64_t{now.pendingBlobs})
        .set(u"lastSync"_s, utcJson(run.session->lastSync()))
        .set(u"clockOffsetMs"_s, std::int64_t{run.session->serverOffset().count()});
}

[[nodiscard]] Json recoveryJson(const store::RecoveryReport &report)
{
    Json json;
    json.set(u"fromDatabase"_s, std::int64_t{report.fromDatabase})
        .set(u"fromLog"_s, std::int64_t{report.fromLog})
        .set(u"fromBackup"_s, std::int64_t{report.fromBackup})
        .set(u"feedEntries"_s, std::int64_t{report.feedEntries})
        .set(u"blobs"_s, std::int64_t{report.blobs})
        .set(u"keptAt"_s, report.keptAt);
    return json;
}

[[nodiscard]] Result<void> makeAnew(Run &run, const QString &secret, Json &json)
{
    run.session->lock();
    const auto report = run.session->recover(secret);
    if (!report)
        return report.error();
    json.set(u"recovered"_s, recoveryJson(*report));
    return run.session->unlock(secret);
}

/// Opens the store and looks at all of it; a damaged one is made anew where that was asked for, and only then.
[[nodiscard]] Result<void> examine(Run &run, const QString &secret, Json &json, bool &healthy)
{
    const bool repair = run.invocation.has(u"repair"_s);
    auto opened = run.session->unlock(secret);
    if (!opened && opened.error().code == ErrorCode::Damaged && repair)
        opened = makeAnew(run, secret, json);
    if (!opened)
        return opened;
    Json seen = json;
    addStoreState(run, seen, healthy);
    if (healthy || !repair || json.find(u"recovered"_s)) {
        json = std::move(seen);
        return {};
    }
    // It opens, but something in it does not.
    if (auto made = makeAnew(run, secret, json); !made)
        return made;
    addStoreState(run, json, healthy);
    return {};
}

/// What a backup has and this folder does not comes back; nothing older takes the place of anything newer.
[[nodiscard]] Result<Outcome> restore(Run &run)
{
    if (const auto opened = run.openSession(); !opened)
        return opened.error();
    const auto secret = password(run.invocation);
    if (!secret)
        return secret.error();
    const auto report = run.session->recover(*secret, run.invocation.word(0));
    if (!report)
        return report.error();
    Outcome outcome;
    outcome.json = recoveryJson(*report);
    outcome.lines << u"%1 own entries wait to be sent, %2 of them from backups; the files of before are in %3"_s
                         .arg(report->fromDatabase + report->fromLog + report->fromBackup)
                         .arg(report->fromBackup)
                         .arg(report->keptAt);
    return outcome;
}

/// Without the password it still tells what can be seen from outside.
[[nodiscard]] Result<Outcome> doctor(Run &run)
{
    const QString folder = run.invocation.value(u"store"_s);
    if (!QFileInfo(folder).isDir())
        return Error{ErrorCode::NotFound, u"no such folder"_s, u"--store"_s};
    if (const auto opened = run.openSession(); !opened)
        return opened.error();
    const auto secret = password(run.invocation);
    bool healthy = true;
    Json json;
    json.set(u"version"_s, QCoreApplication::applicationVersion()).set(u"qt"_s, QString::fromLatin1(qVersion()));
    if (secret && run.session->state() == presentation::SessionState::Locked) {
        if (const auto examined = examine(run, *secret, json, healthy); !examined)
            return examined.error();
        const auto schema = run.session->schemaVersion();
        json.set(u"schema"_s, schema ? Json(std::int64_t{*schema}) : Json());
    }
    json.set(u"state"_s, stateName(run.session->state()));
    Json::Array readable = openFiles(folder);
    const bool isPrivate = readable.empty();
    json.set(u"freeBytes"_s, std::int64_t{QStorageInfo(folder).bytesAvailable()})
        .set(u"readableByOthers"_s, std::move(readable))
        .set(u"healthy"_s, healthy && isPrivate);
    Outcome outcome;
    for (const auto &[name, value] : json.object())
        outcome.lines << name + ": "_L1
                             + (value.isString() ? value.toString().value_or(QString())
                                                 : QString::fromUtf8(writeJson(value)));
    outcome.json = std::move(json);
    if (!healthy) {
        outcome.exitCode = DamagedData;
        outcome.problem = u"the store is damaged; nothing was changed or deleted [damaged]"_s;
    }
    return outcome;
}

} // namespace

std::vector<Command> laptopCareCommands()
{
    const QString group = u"laptop"_s;
    // clang-format off
    return {
        {group, u"status"_s, {}, u"what waits, and when the office was last reached"_s, 0, 0, {}, {}, {},
         now<status>()},
        {group, u"why"_s, u"[TICKET]"_s, u"why something is not stored at the office yet"_s, 0, 1, {}, {}, {},
         now<why>()},
        {group, u"export"_s, u"FILE"_s, u"every own and received entry, to be checked elsewhere"_s, 1, 1, {}, {}, {},
         now<exportJournal>()},
        {group, u"verify"_s, {}, u"check every hash and signature of this store"_s, 0, 0, {}, {}, {}, now<verifyLaptop>()},
        {group, u"rebuild"_s, {}, u"fold every ticket anew from its events"_s, 0, 0, {}, {}, {}, now<rebuild>()},
        {group, u"doctor"_s, u"[--repair]"_s,
         u"versions, health, disk, clock; no personal data. --repair makes a damaged store anew"_s, 0, 0, {}, {},
         {u"repair"_s}, now<doctor>()},
        {group, u"backup"_s, u"FILE"_s, u"a consistent copy of the database, sealed as it is"_s, 1, 1, {}, {}, {},
         now<backup>()},
        {group, u"restore"_s, u"FILE"_s, u"take in what a backup has and this folder does not"_s, 1, 1, {}, {}, {},
         now<restore>()},
    };
    // clang-format on
}

} // namespace ruhu::ctl
