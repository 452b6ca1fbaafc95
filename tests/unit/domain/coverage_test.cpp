// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/files.h>
#include <ruhu_test/office_cases.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/coverage.h>
#include <ruhu/domain/forms.h>

#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;

namespace {

std::vector<RuleCoverage> shippedCoverage()
{
    const auto rules = readCoverage(test::bytesOf(u":/ruhu/rules/coverage.json"_s));
    REQUIRE(rules);
    return *rules;
}

/// Names of every test case there is, read from the sources.
QSet<QString> testNames()
{
    static const QRegularExpression name(u"TEST_CASE\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\""_s);
    QSet<QString> names;
    QDirIterator files(QStringLiteral(RUHU_SOURCE_DIR) + u"/tests"_s, {u"*.cpp"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString text = QString::fromUtf8(test::bytesOf(files.next()));
        for (auto match = name.globalMatch(text); match.hasNext();)
            names.insert(match.next().captured(1).replace(u"\\\""_s, u"\""_s));
    }
    return names;
}

bool isAct(const QString &type)
{
    const auto all = test::everyPayload();
    return std::any_of(all.begin(), all.end(), [&](const Payload &payload) { return payloadType(payload) == type; });
}

bool isCase(const QString &kindId, const QString &actOrLimit)
{
    const CaseKind *kind = test::officeCases().kind(kindId);
    if (!kind || actOrLimit.isEmpty() || kind->act(actOrLimit))
        return kind;
    return std::any_of(kind->limits.begin(), kind->limits.end(),
                       [&](const CaseLimit &limit) { return limit.id == actOrLimit; });
}

FormCatalogue shippedForms()
{
    const auto forms = readForms(test::bytesOf(u":/ruhu/papers/forms.json"_s));
    REQUIRE(forms);
    return *forms;
}

/// Findings have no table of their own; their codes stand in two source files.
bool isFinding(const QString &code)
{
    static const QString folder = QStringLiteral(RUHU_SOURCE_DIR) + u"/core/domain/src/"_s;
    static const QByteArray source =
        test::bytesOf(folder + u"findings.cpp"_s) + test::bytesOf(folder + u"cross_findings.cpp"_s);
    return source.contains(QByteArray("u\"" + code.toUtf8() + "\"_s"));
}

/// True when what a rule names is really there.
bool exists(const QString &token)
{
    const Catalogue &catalogue = test::ftthInstall();
    const QString kind = token.section(u':', 0, 0);
    const QString id = token.section(u':', 1);
    if (kind == u"step")
        return catalogue.step(id);
    if (kind == u"measure")
        return catalogue.measure(id);
    if (kind == u"deadline")
        return catalogue.deadline(id);
    if (kind == u"way")
        return catalogue.handBackWay(id);
    if (kind == u"case") // "complaint", "complaint/close"
        return isCase(id.section(u'/', 0, 0), id.section(u'/', 1));
    if (kind == u"form")
        return shippedForms().form(id);
    if (kind == u"act")
        return isAct(id);
    if (kind == u"finding")
        return isFinding(id);
    return !token.contains(u':') && QFileInfo::exists(QStringLiteral(RUHU_SOURCE_DIR) + u'/' + token);
}

} // namespace

TEST_CASE("every rule of the service code has one standing", "[domain][coverage]")
{
    QSet<QString> covered;
    for (const RuleCoverage &rule : shippedCoverage())
        covered.insert(rule.rule);
    QSet<QString> ids;
    for (const QByteArray &line : test::bytesOf(QStringLiteral(RUHU_TEST_DATA) + u"/rule-ids.txt"_s).split('\n')) {
        if (!line.isEmpty())
            ids.insert(QString::fromUtf8(line));
    }
    CHECK(ids.size() == 533);
    CHECK((ids - covered).values() == QStringList());
    CHECK((covered - ids).values() == QStringList());
}

TEST_CASE("what implements a rule is there, and what proves it is a test", "[domain][coverage]")
{
    const QSet<QString> names = testNames();
    REQUIRE(names.size() > 400);
    for (const RuleCoverage &rule : shippedCoverage()) {
        INFO(rule.rule.toStdString());
        for (const QString &test : rule.tests) {
            INFO(test.toStdString());
            CHECK(names.contains(test));
        }
        for (const QString &token : rule.by) {
            INFO(token.toStdString());
            CHECK(exists(token));
        }
        CHECK((rule.honoured == Honoured::Implemented) == rule.reason.isEmpty());
        CHECK(rule.honoured != Honoured::Open); // no hole is left
    }
}

TEST_CASE("every rule a checklist names is a rule of the service code", "[domain][coverage]")
{
    QSet<QString> covered;
    for (const RuleCoverage &rule : shippedCoverage())
        covered.insert(rule.rule);
    const Catalogue &catalogue = test::ftthInstall();
    const auto check = [&](const QString &what, const std::vector<QString> &rules) {
        for (const QString &rule : rules) {
            INFO(what.toStdString() << ' ' << rule.toStdString());
            CHECK(covered.contains(rule));
        }
    };
    for (const Step &step : catalogue.steps)
        check(step.id, step.rules);
    for (const DeadlineRule &deadline : catalogue.deadlines)
        check(deadline.id, deadline.rules);
    for (const HandBackWay &way : catalogue.handBacks)
        check(way.id, way.rules);
    for (const CaseKind &kind : test::officeCases().kinds) {
        check(kind.id, kind.rules);
        for (const CaseAct &act : kind.acts)
            check(act.id, act.rules);
        for (const CaseLimit &limit : kind.limits)
            check(limit.id, limit.rules);
    }
    for (const Form &form : shippedForms().forms)
        check(form.id, form.rules);
}

TEST_CASE("a document of coverage with a hole is refused with the path", "[domain][coverage]")
{
    const auto pathOf = [](const QByteArray &rules) {
        const auto read = readCoverage(R"({"id":"coverage","version":"1","rules":[)" + rules + "]}");
        return read ? u"accepted"_s : read.error().subject;
    };
    CHECK(pathOf(R"({"id":"D1-01","guidance":"a heading"})") == u"accepted"_s);
    CHECK(pathOf(R"({"id":"D1-01"})") == u"rules[0]"_s);
    CHECK(pathOf(R"({"id":"D1-01","guidance":"x","open":"y"})") == u"rules[0]"_s);
    CHECK(pathOf(R"({"id":"D1-01","by":["step:A01"]})") == u"rules[0]"_s);
    CHECK(pathOf(R"({"id":"D1-01","open":"x"},{"id":"D1-01","open":"x"})") == u"rules[1].id"_s);
    CHECK(pathOf(R"({"id":"D1-01","open":"x","else":1})") == u"rules[0].else"_s);
}
