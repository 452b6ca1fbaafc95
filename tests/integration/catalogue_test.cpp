// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

[[nodiscard]] QByteArray shippedCode()
{
    QFile file(u":/ruhu/checklists/service-code.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// The shipped document with this version and another title of its first step.
[[nodiscard]] QByteArray draft(const QByteArray &version)
{
    QByteArray document = shippedCode();
    const qsizetype at = document.indexOf("\"version\": \"");
    REQUIRE(at > 0);
    const qsizetype from = at + 12;
    document.replace(from, document.indexOf('"', from) - from, version);
    const qsizetype steps = document.indexOf("\"steps\"");
    const qsizetype title = document.indexOf("\"en\": \"", steps) + 7;
    REQUIRE(title > steps);
    return document.insert(title, "Changed: ");
}

[[nodiscard]] QString boundTo(const Ctl &store, const QString &ticket)
{
    const Json shown = store({u"show"_s, ticket});
    const Json *order = shown.find(u"order"_s);
    if (!order && shown.find(u"ticket"_s))
        order = shown.find(u"ticket"_s)->find(u"order"_s);
    REQUIRE(order);
    return text(*order, u"catalogue");
}

void openTicket(const Office &office, const QString &number)
{
    const QString table =
        office.temp.write(number + u".csv"_s,
                          "number,services,customer_name,customer_phone,address,accepted_at,assignee\n"
                              + number.toUtf8() + ",broadband,Customer,13800000000,Building 1,2026-01-05 09:00,demo\n");
    office.server({u"import"_s, u"--format"_s, u"csv"_s, table});
}

} // namespace

TEST_CASE("a draft of the service code is checked, and a bad one is refused with file, path and reason",
          "[integration][catalogue]")
{
    const TempDir temp;
    const Ctl rules({u"rules"_s});
    const Json good = rules({u"check"_s, temp.write(u"good.json"_s, draft("2999.1"))});
    CHECK(good.boolean(u"ok"_s) == true);
    CHECK(text(good, u"version") == u"2999.1"_s);
    CHECK(text(good, u"hash").size() == 64);
    const Json *counts = good.find(u"counts"_s);
    REQUIRE(counts);
    CHECK(number(*counts, u"steps") > 40);
    CHECK(number(*counts, u"measures") > 10);

    QByteArray unknownField = draft("2999.1");
    unknownField.replace(unknownField.indexOf("\"stages\""), 0, "\"colour\": 1, ");
    const std::pair<QByteArray, QString> rows[] = {
        {unknownField, u"colour"_s},
        {draft("2026.1"), u"version"_s},
        {draft("1").replace("\"service-code\"", "\"service-kode\""), u"id"_s},
    };
    for (const auto &[document, path] : rows) {
        const QString file = temp.write(u"bad.json"_s, document);
        const Ended answer = rules.run({u"check"_s, file, u"--json"_s});
        CHECK(answer.exitCode == 1);
        CHECK(text(answer.json(), u"path") == path);
        CHECK(text(answer.json(), u"file") == file);
        CHECK_FALSE(text(answer.json(), u"reason").isEmpty());
        CHECK(answer.err.contains(QByteArray(file.toUtf8() + ": " + path.toUtf8())));
    }
    CHECK(rules.run({u"check"_s, temp.path(u"no-such-file"_s)}).exitCode == 2);
    CHECK(rules.run({u"check"_s}).exitCode == 2);
}

TEST_CASE("a published service code reaches laptop and desk with its tickets, and old tickets keep theirs",
          "[integration][catalogue]")
{
    Office office;
    const Ctl laptop = office.laptop();
    office.enrol(laptop, u"demo"_s);
    laptop({u"sync"_s});
    const QString old = office.numbers(laptop).front();
    const QString oldCode = boundTo(laptop, old);

    // A bad document first: the old version stays in force, also while the server runs.
    const QString bad =
        office.temp.write(u"bad.json"_s, draft("2999.1").replace("\"stage\": \"book\"", "\"stage\": \"x\""));
    const Ended refused = office.server.run({u"catalogue"_s, u"publish"_s, bad, u"--json"_s});
    CHECK(refused.exitCode == 1);
    CHECK(text(refused.json(), u"path") == u"steps[0].stage"_s);
    CHECK(office.server({u"catalogue"_s, u"list"_s}).items(u"catalogues"_s).empty());
    openTicket(office, u"IN-OLD"_s);

    const QByteArray document = draft("2999.1");
    const QString file = office.temp.write(u"good.json"_s, document);
    const QString code = text(office.server({u"catalogue"_s, u"publish"_s, file}), u"hash");
    CHECK(text(office.server({u"catalogue"_s, u"publish"_s, file}), u"hash") == code);
    CHECK(
        office.server.run({u"catalogue"_s, u"publish"_s, office.temp.write(u"other.json"_s, document + '\n')}).exitCode
        == 1);
    CHECK(office.server({u"catalogue"_s, u"list"_s}).items(u"catalogues"_s).size() == 5); // and what it names
    CHECK(office.server.run({u"catalogue"_s, u"show"_s, code}).out.startsWith(document));
    openTicket(office, u"IN-NEW"_s);

    const Json synced = laptop({u"sync"_s});
    const Json *traffic = synced.find(u"traffic"_s);
    REQUIRE(traffic);
    CHECK(number(*traffic, u"documents") == 1);
    CHECK(boundTo(laptop, u"IN-NEW"_s) == code);
    CHECK(boundTo(laptop, u"IN-OLD"_s) == oldCode);
    CHECK(boundTo(laptop, old) == oldCode);

    // From now on without the office; what is open says it in the words of the new version.
    REQUIRE(office.process.stop() == 0);
    const auto firstOpen = [&](const QString &ticket) {
        laptop({u"do"_s, ticket, u"contact.recorded"_s, uR"({"outcome":"reached"})"_s});
        return laptop.run({u"allowed"_s, ticket}).out;
    };
    CHECK(firstOpen(u"IN-NEW"_s).contains("Changed: "));
    CHECK_FALSE(firstOpen(old).contains("Changed: "));
    CHECK(text(laptop({u"walk"_s, u"IN-NEW"_s}), u"state") == u"signed-off"_s);
    CHECK(text(laptop({u"walk"_s, old}), u"state") == u"signed-off"_s);
    CHECK(laptop({u"verify"_s}).boolean(u"ok"_s) == true);

    office.process.start();
    laptop({u"sync"_s, u"--until-idle"_s});
    const Ctl desk = office.desk();
    office.enrol(desk, u"boss"_s);
    desk({u"sync"_s});
    desk({u"review"_s, u"IN-NEW"_s, u"approve"_s});
    desk({u"sync"_s});
    CHECK(office.server({u"verify"_s}).boolean(u"ok"_s) == true);
}

TEST_CASE("a kind of ticket that only a published service code knows is imported, walked and reviewed",
          "[integration][catalogue]")
{
    Office office;
    const auto import = [&](const QByteArray &number) {
        const QString table =
            office.temp.write(u"orders.csv"_s,
                              "number,services,customer_name,customer_phone,address,accepted_at,kind,access,assignee\n"
                                  + number
                                  + ",broadband,Customer,13800000000,Building 1,2026-01-05 09:00,inspect,lan,demo\n");
        return office.server.run({u"import"_s, u"--format"_s, u"csv"_s, table, u"--json"_s});
    };
    const Ended early = import("N-EARLY");
    CHECK(early.exitCode == 1);
    CHECK(early.err.contains("column kind"));

    const QByteArray last = R"({"id": "dismantle", "title": {"en": "Dismantle", "zh": "拆机"}})";
    QByteArray code = draft("2999.1");
    REQUIRE(code.contains(last));
    code.replace(last, QByteArray(last + R"(, {"id": "inspect", "title": {"en": "Inspect", "zh": "巡检"}})"));
    office.server({u"catalogue"_s, u"publish"_s, office.temp.write(u"code.json"_s, code)});
    REQUIRE(import("N-INSPECT").exitCode == 0);

    const Ctl laptop = office.laptop();
    office.enrol(laptop, u"demo"_s);
    laptop({u"sync"_s});
    const Json walked = laptop({u"walk"_s, u"N-INSPECT"_s});
    CHECK(text(walked, u"state") == u"signed-off"_s);
    laptop({u"sync"_s, u"--until-idle"_s});
    const Ctl desk = office.desk();
    office.enrol(desk, u"boss"_s);
    desk({u"sync"_s, u"--until-idle"_s});
    desk({u"review"_s, u"N-INSPECT"_s, u"approve"_s});
    desk({u"sync"_s, u"--until-idle"_s});
    office.checkAllHolds(laptop);
    const Json report = office.server({u"report"_s, u"--from"_s, u"2020-01-01"_s, u"--to"_s, u"2199-12-30"_s});
    CHECK(writeJson(report).contains(R"("inspect":)"));
}
