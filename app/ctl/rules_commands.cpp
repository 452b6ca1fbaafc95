// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run.h"
#include "texts.h"

#include <ruhu/domain/coverage.h>

#include <QFile>

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::ctl {
namespace {

using domain::Honoured;

struct Standing {
    Honoured honoured;
    QLatin1StringView name; // in the document
    QLatin1StringView words;
};
constexpr Standing kStandings[] = {
    {Honoured::Implemented, "implemented"_L1, "implemented"_L1},
    {Honoured::Guidance, "guidance"_L1, "guidance only"_L1},
    {Honoured::NotApplicable, "not-applicable"_L1, "not applicable"_L1},
    {Honoured::Open, "open"_L1, "open"_L1},
};

[[nodiscard]] const Standing &standingOf(Honoured honoured)
{
    for (const Standing &standing : kStandings) {
        if (standing.honoured == honoured)
            return standing;
    }
    return kStandings[0];
}

void addRule(Outcome &outcome, Json::Array &list, const domain::RuleCoverage &rule)
{
    const Standing &standing = standingOf(rule.honoured);
    Json json;
    json.set(u"rule"_s, rule.rule).set(u"standing"_s, QString(standing.name));
    if (rule.honoured == Honoured::Implemented) {
        json.set(u"by"_s, textsJson(rule.by)).set(u"tests"_s, textsJson(rule.tests));
        outcome.lines << u"%1  %2"_s.arg(rule.rule, joined(rule.by));
        for (const QString &test : rule.tests)
            outcome.lines << u"        proved by: %1"_s.arg(test);
    } else {
        json.set(u"reason"_s, rule.reason);
        outcome.lines << u"%1  %2: %3"_s.arg(rule.rule, standing.words, rule.reason);
    }
    list.push_back(std::move(json));
}

[[nodiscard]] Result<Outcome> rules(Run &run)
{
    if (!run.invocation.flags.contains(u"coverage"_s))
        return Error{ErrorCode::InvalidInput, u"say what to show: --coverage"_s, {}};
    QFile file(u":/ruhu/rules/coverage.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, u"the program carries no coverage"_s, {}};
    const auto all = domain::readCoverage(file.readAll());
    if (!all)
        return all.error();
    Outcome outcome;
    Json::Array list;
    std::map<Honoured, std::int64_t> counts;
    for (const domain::RuleCoverage &rule : *all) {
        ++counts[rule.honoured];
        addRule(outcome, list, rule);
    }
    Json totals;
    for (const Standing &standing : kStandings) {
        totals.set(QString(standing.name), counts[standing.honoured]);
        outcome.lines << u"%1 %2"_s.arg(counts[standing.honoured]).arg(standing.words);
    }
    outcome.json.set(u"rules"_s, std::move(list)).set(u"counts"_s, std::move(totals));
    return outcome;
}

} // namespace

std::vector<Command> rulesCommands()
{
    // clang-format off
    return {
        {u"rules"_s, {}, u"--coverage"_s,
         u"every rule of the service code: by what it is honoured and what proves it, or why not"_s, 0, 0, {}, {},
         {u"coverage"_s}, now<rules>()},
    };
    // clang-format on
}

} // namespace ruhu::ctl
