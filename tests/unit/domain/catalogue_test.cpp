// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document_edits.h"
#include "golden.h"

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/ticket_walk.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;

namespace {

/// The path named when the first occurrence of a text is replaced in the real document.
QString codeRefuses(const QByteArray &from, const QByteArray &to)
{
    return refusedMember(readCatalogue(changed(test::serviceCodeBytes(), from, to), test::referenceDocuments()));
}

Catalogue version(const QString &id, const QString &number, const QString &hash)
{
    Catalogue catalogue;
    catalogue.id = id;
    catalogue.version = number;
    catalogue.hash = hash;
    return catalogue;
}

} // namespace

TEST_CASE("the carried checklist reads whole and has what an install needs", "[domain][catalogue]")
{
    const auto catalogue = readCatalogue(test::serviceCodeBytes(), test::referenceDocuments());
    REQUIRE(catalogue);
    CHECK(catalogue->id == u"service-code"_s);
    CHECK(catalogue->stages.size() == 9);
    CHECK(catalogue->arrivalToleranceMin == 10);
    CHECK(catalogue->steps.size() >= 45);
    CHECK(catalogue->transitions.back().to == State::SignedOff);
    for (const Step &step : catalogue->steps) {
        CAPTURE(step.id);
        CHECK_FALSE(step.rules.empty());
        CHECK((!step.routine || step.kind == StepKind::Tick));
    }
}

TEST_CASE("only figures of the code and of the standard carry the highest grade", "[domain][catalogue]")
{
    const QStringList highest{u"opt_rx"_s, u"opt_rx_before"_s, u"lan_len"_s, u"lan_untwist"_s};
    for (const Measure &measure : test::ftthInstall().measures)
        CHECK((measure.confidence == u"A"_s) == highest.contains(measure.id));
}

TEST_CASE("a broken checklist is refused with the path of the bad member", "[domain][catalogue]")
{
    CHECK(codeRefuses("\"version\": \"2026.5\"", "\"version\": 2026") == u"version"_s);
    CHECK(codeRefuses("\"version\": \"2026.5\"", "\"version\": \"\"") == u"version"_s);
    CHECK(codeRefuses("\"version\": \"2026.5\"", "\"version\": \"1\", \"x\": 1") == u"x"_s);
    CHECK(codeRefuses("\"arrivalToleranceMin\": 10", "\"arrivalToleranceMin\": -1") == u"arrivalToleranceMin"_s);
    CHECK(codeRefuses("\"zh\": \"预约\"", "\"zh\": \"\"") == u"stages[0].title"_s);
    CHECK(codeRefuses("{\"id\": \"prepare\"", "{\"id\": \"book\"") == u"stages[1].id"_s);
    CHECK(codeRefuses("\"from\": \"booked\"", "\"from\": \"prepared\"") == u"transitions[1].from"_s);
    CHECK(codeRefuses("\"to\": \"booked\"", "\"to\": \"flying\"") == u"transitions[0].to"_s);
    CHECK(codeRefuses("\"to\": \"booked\"", "\"to\": \"done\"") == u"transitions[0].to"_s);
    CHECK(codeRefuses("\"stages\": [\"travel\"]", "\"stages\": [\"nowhere\"]") == u"transitions[3].stages[0]"_s);
    CHECK(codeRefuses("\"to\": \"signed-off\"", "\"to\": \"done\"") == u"transitions[9].to"_s);
}

TEST_CASE("a broken step is refused with the path of the bad member", "[domain][catalogue]")
{
    CHECK(codeRefuses("\"id\": \"A15\"", "\"id\": \"A01\"") == u"steps[3].id"_s);
    CHECK(codeRefuses("\"id\": \"A01\"", "\"id\": \"\"") == u"steps[0].id"_s);
    CHECK(codeRefuses("\"stage\": \"book\"", "\"stage\": \"moon\"") == u"steps[0].stage"_s);
    CHECK(codeRefuses("\"kind\": \"tick\"", "\"kind\": \"juggle\"") == u"steps[0].kind"_s);
    CHECK(codeRefuses("\"kind\": \"tick\"", "\"kind\": \"choice\"") == u"steps[0].options"_s);
    CHECK(codeRefuses("\"kind\": \"tick\"", "\"kind\": \"text\"") == u"steps[0].routine"_s);
    CHECK(codeRefuses("\"kind\": \"tick\"", "\"kind\": \"reading\"") == u"steps[0].measures"_s);
    CHECK(codeRefuses("\"id\": \"none\", \"text\"", "\"id\": \"available\", \"text\"") == u"steps[3].options[1].id"_s);
    CHECK(codeRefuses("\"automatic\": \"contact\"", "\"automatic\": \"telepathy\"") == u"steps[4].automatic"_s);
    CHECK(codeRefuses("\"measures\": [\"opt_rx\"]", "\"measures\": [\"opt_xx\"]").endsWith(u".measures[0]"_s));
    CHECK(codeRefuses("\"stepAnswered\": \"W03\"", "\"stepAnswered\": \"W99\"").endsWith(u".condition.stepAnswered"_s));
    CHECK(codeRefuses("\"withOption\": \"agreed\"", "\"withOption\": \"maybe\"").endsWith(u".condition.withOption"_s));
    CHECK(codeRefuses("\"zh\": \"客户评价\"", "\"zh\": \"\"").endsWith(u".title"_s));
}

TEST_CASE("a broken measure is refused with the path of the bad member", "[domain][catalogue]")
{
    CHECK(codeRefuses("\"decimals\": 2", "\"decimals\": 9") == u"measures[0].decimals"_s);
    CHECK(codeRefuses("\"decimals\": 2", "\"decimals\": 2.5").isEmpty()); // no JSON of ours: no path
    CHECK(codeRefuses("\"min\": -6000", "\"min\": 6000") == u"measures[0].max"_s);
    CHECK(codeRefuses("\"warnLow\": -2500", "\"warnLow\": -2900") == u"measures[0].limits.warnLow"_s);
    CHECK(codeRefuses("\"failLow\": -2700", "\"failLow\": -100") == u"measures[0].limits"_s);
    CHECK(codeRefuses("\"relativeTo\": \"down\"", "\"relativeTo\": \"side\"") == u"measures[4].relativeTo"_s);
    CHECK(codeRefuses("\"confidence\": \"A\"", "\"confidence\": \"Z\"") == u"measures[0].confidence"_s);
}

TEST_CASE("a draft with any of the mistakes an office makes is refused with path and reason", "[domain][catalogue]")
{
    CHECK(codeRefuses("\"gate\": \"block\"", "\"gate\": \"block\", \"colour\": 1") == u"steps[0].colour"_s);
    CHECK(codeRefuses("\"warnLow\": -2500", "\"warnLow\": -100") == u"measures[0].limits.warnLow"_s);
    CHECK(codeRefuses("\"zh\": \"预约\"", "\"fr\": \"x\"") == u"stages[0].title.zh"_s);
    CHECK(codeRefuses(", \"zh\": \"预约\"", "") == u"stages[0].title.zh"_s);
    CHECK(codeRefuses("\"id\": \"A01\"", "\"after\": [\"A02\"], \"id\": \"A01\"").startsWith(u"steps["_s));
    QByteArray circle = test::serviceCodeBytes();
    const qsizetype at = circle.indexOf("\"id\": \"A01\"");
    REQUIRE(at > 0);
    circle.replace(at, 0, "\"after\": [\"A01\"], ");
    const auto refused = readCatalogue(circle, test::referenceDocuments());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().subject == u"steps[0].after[0]"_s);
    CHECK_FALSE(refused.error().detail.isEmpty());
}

TEST_CASE("limits stand in their order: fail below warn below warn above fail", "[domain][catalogue]")
{
    const auto reads = [](const QByteArray &limits) {
        QByteArray document = test::serviceCodeBytes();
        const qsizetype at = document.indexOf("\"limits\": {") + 10;
        document.replace(at, document.indexOf('}', at) + 1 - at, limits);
        return readCatalogue(document, test::referenceDocuments()).has_value();
    };
    CHECK(reads(R"({"failLow": -2700, "warnLow": -2500, "warnHigh": -900, "failHigh": -800})"));
    CHECK_FALSE(reads(R"({"failLow": -2700, "warnLow": -2800})"));
    CHECK_FALSE(reads(R"({"failHigh": -800, "warnHigh": -700})"));
    CHECK_FALSE(reads(R"({"failLow": -700, "failHigh": -800})"));
    CHECK_FALSE(reads(R"({"warnLow": -700, "warnHigh": -800})"));
    CHECK_FALSE(reads(R"({"warnLow": -700, "failHigh": -800})"));
    CHECK_FALSE(reads(R"({"failLow": -700, "warnHigh": -800})"));
}

TEST_CASE("a draft follows the newest version by a newer number", "[domain][catalogue]")
{
    const auto problem = [](const QString &number, const QString &newest) {
        const auto checked = checkVersion(number, newest);
        return checked ? QString() : checked.error().subject;
    };
    CHECK(problem(u"2026.10"_s, u"2026.9"_s).isEmpty());
    CHECK(problem(u"2026.1"_s, {}).isEmpty());
    CHECK(problem(u"2026.9"_s, u"2026.9"_s) == u"version"_s);
    CHECK(problem(u"2026.9"_s, u"2026.10"_s) == u"version"_s);
    CHECK(problem(u"2027-draft"_s, u"2026.9"_s) == u"version"_s);
    CHECK(problem(u"next"_s, {}) == u"version"_s);
}

TEST_CASE("a document that was taken from a shelf outlives the shelf", "[domain][catalogue]")
{
    std::shared_ptr<const Catalogue> held;
    {
        CatalogueShelf shelf;
        shelf.add(version(u"a"_s, u"2026.9"_s, u"h9"_s));
        held = shelf.held(u"h9"_s);
    }
    CHECK(held->version == u"2026.9"_s);
}

TEST_CASE("bytes that are no document are refused", "[domain][catalogue]")
{
    CHECK_FALSE(readCatalogue({}));
    CHECK_FALSE(readCatalogue("[]"));
    CHECK_FALSE(readCatalogue(test::serviceCodeBytes().left(4000)));
}

TEST_CASE("the shelf finds a version by its hash and knows the newest of a document", "[domain][catalogue]")
{
    CatalogueShelf shelf;
    CHECK(shelf.latest(u"a"_s) == nullptr);
    shelf.add(version(u"a"_s, u"2026.9"_s, u"h9"_s));
    shelf.add(version(u"a"_s, u"2026.10"_s, u"h10"_s));
    shelf.add(version(u"b"_s, u"2027.1"_s, u"hb"_s));
    REQUIRE(shelf.find(u"h9"_s));
    CHECK(shelf.find(u"h9"_s)->version == u"2026.9"_s);
    CHECK(shelf.find(u"h11"_s) == nullptr);
    REQUIRE(shelf.latest(u"a"_s));
    CHECK(shelf.latest(u"a"_s)->version == u"2026.10"_s);
}
