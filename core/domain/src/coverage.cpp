// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/coverage.h>

#include "fields.h"

#include <set>

namespace ruhu::domain {
namespace detail {

/// One line of the document, as it is written there.
struct CoverageLine {
    QString id;
    std::vector<QString> by;
    std::vector<QString> tests;
    QString guidance;
    QString notApplicable;
    QString open;
};

struct CoverageDocument {
    QString id;
    QString version;
    std::vector<CoverageLine> rules;
};

template<>
struct Schema<CoverageLine> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.optional(u"by", p.by);
        v.optional(u"tests", p.tests);
        v.optional(u"guidance", p.guidance);
        v.optional(u"notApplicable", p.notApplicable);
        v.optional(u"open", p.open);
    }
};

template<>
struct Schema<CoverageDocument> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"version", p.version);
        v.required(u"rules", p.rules);
    }
};

} // namespace detail

namespace {

using namespace Qt::Literals::StringLiterals;
using detail::badMember;
using detail::CoverageLine;

Result<RuleCoverage> standing(const CoverageLine &line, const QString &path)
{
    const std::pair<Honoured, QString> reasons[] = {{Honoured::Guidance, line.guidance},
                                                    {Honoured::NotApplicable, line.notApplicable},
                                                    {Honoured::Open, line.open}};
    RuleCoverage rule{line.id, Honoured::Implemented, line.by, line.tests, {}};
    int found = line.by.empty() ? 0 : 1;
    if (line.by.empty() != line.tests.empty())
        return badMember(path, u"what implements a rule and what proves it come together"_s);
    for (const auto &[honoured, reason] : reasons) {
        if (reason.isEmpty())
            continue;
        ++found;
        rule.honoured = honoured;
        rule.reason = reason;
    }
    return found == 1 ? Result<RuleCoverage>(rule) : badMember(path, u"needs exactly one standing"_s);
}

} // namespace

Result<std::vector<RuleCoverage>> readCoverage(const QByteArray &document)
{
    detail::CoverageDocument read;
    if (auto problem = detail::readBytes(document, read))
        return *problem;
    std::vector<RuleCoverage> rules;
    std::set<QString> seen;
    for (std::size_t i = 0; i < read.rules.size(); ++i) {
        const QString path = u"rules[%1]"_s.arg(i);
        if (read.rules[i].id.isEmpty() || !seen.insert(read.rules[i].id).second)
            return badMember(path + u".id"_s, u"is empty or used twice"_s);
        auto rule = standing(read.rules[i], path);
        if (!rule)
            return rule.error();
        rules.push_back(std::move(*rule));
    }
    return rules;
}

} // namespace ruhu::domain
