// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run.h"
#include "times.h"

#include <ruhu/presentation/papers.h>

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::ctl {
namespace {

constexpr qint64 kMaxExportBytes = 512 * 1024 * 1024;
constexpr qsizetype kMaxFiles = 1000;

[[nodiscard]] Outcome outcomeOfExport(const presentation::ExportCheck &check)
{
    Outcome outcome;
    Json::Array journals;
    for (const presentation::ExportCheck::Journal &journal : check.journals) {
        Json json;
        json.set(u"journal"_s, journal.name)
            .set(u"publicKey"_s, journal.publicKey)
            .set(u"entries"_s, std::int64_t{journal.entries})
            .set(u"signedThrough"_s, std::int64_t{journal.signedThrough})
            .set(u"from"_s, utcText(journal.firstWall))
            .set(u"to"_s, utcText(journal.lastWall));
        journals.push_back(std::move(json));
        outcome.lines << u"  %1: %2 entries, %3 to %4, key %5"_s.arg(journal.name)
                             .arg(journal.entries)
                             .arg(utcText(journal.firstWall), utcText(journal.lastWall), journal.publicKey.left(16));
    }
    outcome.json.set(u"kind"_s, u"journal"_s)
        .set(u"ok"_s, check.firstBad.isEmpty())
        .set(u"entries"_s, std::int64_t{check.entries})
        .set(u"signatures"_s, std::int64_t{check.signatures})
        .set(u"journals"_s, std::move(journals))
        .set(u"firstBad"_s, check.firstBad)
        .set(u"reason"_s, check.reason);
    if (!check.firstBad.isEmpty()) {
        outcome.exitCode = DamagedData;
        outcome.problem = u"%1: %2 [damaged]"_s.arg(check.firstBad, check.reason);
    }
    return outcome;
}

[[nodiscard]] Result<Outcome> verifyStore(Run &run, const QString &folder)
{
    run.session.reset();
    run.invocation.values[u"store"_s] = {folder};
    if (const auto opened = run.unlock(); !opened)
        return opened.error();
    const auto report = run.session->verify();
    if (!report)
        return report.error();
    Outcome outcome = outcomeOf(*report);
    outcome.json.set(u"kind"_s, u"store"_s);
    return outcome;
}

[[nodiscard]] Result<Outcome> verifyOne(Run &run, const QString &path)
{
    if (QFileInfo(path).isDir())
        return verifyStore(run, path);
    const auto bytes = readArgumentFile(path, kMaxExportBytes);
    if (!bytes)
        return bytes.error();
    const auto check = presentation::verifyExport(*bytes);
    if (!check)
        return Error{check.error().code, u"neither an exported journal nor the folder of a store"_s, path};
    return outcomeOfExport(*check);
}

/// Every file is looked at; the worst one decides the exit status.
[[nodiscard]] Result<Outcome> verifyFile(Run &run)
{
    const QStringList paths = run.invocation.words;
    Outcome all;
    Json::Array list;
    QStringList problems;
    for (const QString &path : paths) {
        auto one = verifyOne(run, path);
        if (!one)
            return one.error();
        one->json.set(u"file"_s, path);
        list.push_back(std::move(one->json));
        all.lines << path + (one->problem.isEmpty() ? ": all holds"_L1 : ": does not hold"_L1);
        all.lines += one->lines;
        if (!one->problem.isEmpty())
            problems << path + ", "_L1 + one->problem;
        all.exitCode = std::max(all.exitCode, one->exitCode);
    }
    all.json.set(u"ok"_s, problems.isEmpty()).set(u"files"_s, std::move(list));
    all.problem = problems.join(u'\n');
    return all;
}

} // namespace

std::vector<Command> verifyCommands()
{
    // clang-format off
    return {
        {u"verify"_s, {}, u"FILE…"_s,
         u"exported journals and stores: who signed what when, and the first thing that is wrong"_s, 1, kMaxFiles, {},
         {}, {}, now<verifyFile>()},
    };
    // clang-format on
}

} // namespace ruhu::ctl
