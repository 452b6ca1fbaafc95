// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

void checkTraffic(const Json &sync)
{
    const Json *traffic = sync.find(u"traffic"_s);
    REQUIRE(traffic);
    CHECK(number(*traffic, u"pushes") + number(*traffic, u"blobRequests") <= 3);
    CHECK(number(*traffic, u"pulls") + number(*traffic, u"heads") <= 3);
    CHECK(number(sync, u"pendingEvents") == 0);
    CHECK(number(sync, u"pendingBlobs") == 0);
    CHECK(number(sync, u"refused") == 0);
}

[[nodiscard]] Json ticketOf(const Ctl &store, const QString &number)
{
    return store({u"show"_s, number});
}

} // namespace

TEST_CASE("a whole day goes from the office to the technician, to the supervisor and back", "[integration]")
{
    Office office;
    const Ctl laptop = office.laptop();
    const Ctl desk = office.desk();
    office.enrol(laptop, u"demo"_s);
    laptop({u"login"_s});
    checkTraffic(laptop({u"sync"_s}));
    const QStringList numbers = office.numbers(laptop);
    REQUIRE(numbers.size() == 12);

    // The first alone, then the rest of the day without a word to the office.
    const Json first = laptop({u"walk"_s, numbers.front()});
    CHECK(text(first, u"state") == u"signed-off"_s);
    CHECK(first.items(u"recorded"_s).size() > 20);
    for (const QString &ticket : numbers.mid(1))
        CHECK(text(laptop({u"walk"_s, ticket}), u"state") == u"signed-off"_s);
    const Ended paper = laptop.run({u"pdf"_s, numbers.front(), u"--out"_s, office.temp.path(u"order.pdf"_s)});
    if (paper.exitCode != 2) { // 2: built without windows
        CHECK(paper.exitCode == 0);
        CHECK(office.temp.read(u"order.pdf"_s).startsWith("%PDF-"));
    }
    const Json before = laptop({u"status"_s});
    CHECK(number(before, u"pendingEvents") > 240);
    CHECK(number(before, u"pendingBlobs") > 12);
    checkTraffic(laptop({u"sync"_s, u"--until-idle"_s}));
    office.checkAllHolds(laptop);

    // The supervisor sees all of them and returns one with a comment at a step.
    office.enrol(desk, u"boss"_s);
    desk({u"login"_s});
    desk({u"sync"_s, u"--until-idle"_s});
    const Json queue = desk({u"queue"_s});
    REQUIRE(queue.items(u"queue"_s).size() == 12);
    const QString comment = u"The label on the terminal box cannot be read."_s;
    desk({u"review"_s, numbers.front(), u"return"_s, u"--comment"_s, comment});
    for (const QString &ticket : numbers.mid(1))
        desk({u"review"_s, ticket, u"approve"_s});
    desk({u"sync"_s, u"--until-idle"_s});
    CHECK(desk({u"queue"_s}).items(u"queue"_s).empty());

    // The technician reads it, corrects, signs again and sends it back.
    laptop({u"sync"_s, u"--until-idle"_s});
    const Json returned = ticketOf(laptop, numbers.front());
    CHECK(returned.boolean(u"returned"_s) == true);
    CHECK(writeJson(returned).contains(comment.toUtf8()));
    laptop({u"do"_s, numbers.front(), u"note.added"_s, uR"({"text":"New label written and photographed."})"_s});
    CHECK(text(laptop({u"walk"_s, numbers.front()}), u"state") == u"signed-off"_s);
    laptop({u"sync"_s, u"--until-idle"_s});
    desk({u"sync"_s, u"--until-idle"_s});
    REQUIRE(desk({u"queue"_s}).items(u"queue"_s).size() == 1);
    desk({u"review"_s, numbers.front(), u"approve"_s});
    desk({u"sync"_s, u"--until-idle"_s});
    laptop({u"sync"_s, u"--until-idle"_s});
    CHECK(text(ticketOf(laptop, numbers.front()), u"state") == u"done"_s);

    office.checkAllHolds(laptop);
    office.checkAllHolds(office.laptop(u"desk"_s)); // the supervisor's store
    const Json stats = office.server({u"stats"_s});
    const Json *byState = stats.find(u"byState"_s);
    REQUIRE(byState);
    CHECK(number(*byState, u"done") == 12);

    SECTION("exports hold wherever they come from, and a changed one is named")
    {
        const QString file = office.temp.path(u"export.jsonl"_s);
        laptop({u"export"_s, file});
        const Ctl verify({u"verify"_s});
        CHECK(verify({file}).boolean(u"ok"_s) == true);
        const Ended events = office.server.run({u"events"_s});
        REQUIRE(events.exitCode == 0);
        CHECK(verify({office.temp.write(u"events.jsonl"_s, events.out)}).boolean(u"ok"_s) == true);
        CHECK(verify({office.temp.path(u"laptop"_s)}).boolean(u"ok"_s) == true);

        QByteArray tampered = office.temp.read(u"export.jsonl"_s);
        const qsizetype at = tampered.indexOf("New label");
        REQUIRE(at > 0);
        tampered[at] = 'F';
        const qint64 line = tampered.left(at).count('\n') + 1;
        const Ended answer = verify.run({office.temp.write(u"tampered.jsonl"_s, tampered), u"--json"_s});
        CHECK(answer.exitCode == 4);
        CHECK(answer.err.contains(QByteArray("line " + QByteArray::number(line))));
        CHECK(answer.json().boolean(u"ok"_s) == false);
    }
    SECTION("folding anew and a backup leave everything as it was")
    {
        const QByteArray shown = writeJson(ticketOf(laptop, numbers.front()));
        laptop({u"rebuild"_s});
        laptop({u"backup"_s, office.temp.path(u"copy.db"_s)});
        CHECK(writeJson(ticketOf(laptop, numbers.front())) == shown);
        office.server({u"backup"_s, office.temp.path(u"server-copy.db"_s)});
        const Json health = laptop({u"doctor"_s});
        CHECK(health.boolean(u"healthy"_s) == true);
        CHECK(number(health, u"schema") >= 1);
        CHECK(text(health, u"database") == u"ok"_s);
    }
    CHECK(office.process.stop() == 0);
}

TEST_CASE("the office moves, assigns and cancels tickets, and the laptop follows", "[integration]")
{
    Office office;
    const Ctl laptop = office.laptop();
    office.enrol(laptop, u"demo"_s);
    laptop({u"sync"_s});
    const QStringList numbers = office.numbers(laptop);
    REQUIRE(numbers.size() == 12);
    office.server({u"cancel"_s, numbers.at(0), u"--reason"_s, u"The customer moved away."_s});
    office.server({u"assign"_s, numbers.at(1), u"colleague"_s});
    office.server({u"reschedule"_s, numbers.at(2), u"--start"_s, u"2031-01-05T14:00:00+08:00"_s, u"--reason"_s,
                   u"On a journey."_s});
    laptop({u"sync"_s});
    CHECK(text(ticketOf(laptop, numbers.at(0)), u"state") == u"cancelled"_s);
    const Ended refused = laptop.run({u"walk"_s, numbers.at(0), u"--json"_s});
    CHECK(refused.exitCode == 1);
    const Json moved = ticketOf(laptop, numbers.at(1));
    const Json *row = moved.find(u"row"_s);
    REQUIRE(row);
    CHECK(row->boolean(u"gone"_s) == true);
    CHECK(writeJson(ticketOf(laptop, numbers.at(2))).contains("2031-01-05T06:00:00.000Z"));
}

TEST_CASE("an imported table opens its tickets, and a bad row opens none", "[integration]")
{
    Office office;
    const auto before = office.server({u"ticket"_s, u"list"_s}).items(u"tickets"_s).size();
    const QString bad = office.temp.write(u"bad.csv"_s, "number,customer\nX-1\n");
    const Ended answer = office.server.run({u"import"_s, u"--format"_s, u"csv"_s, bad, u"--json"_s});
    CHECK(answer.exitCode == 1);
    CHECK_FALSE(answer.json().items(u"problems"_s).empty());
    CHECK(answer.err.contains("line "));
    CHECK(office.server({u"ticket"_s, u"list"_s}).items(u"tickets"_s).size() == before);
}

TEST_CASE("a visit that goes otherwise is walked by a script to its own end", "[integration]")
{
    struct Row {
        QString kind;
        QByteArray script;
        QString state;
    };
    const std::vector<Row> rows{
        {u"install"_s,
         R"({"steps":{"A15":{"options":["none"],"text":"splitter full"}},"handBack":{"way":"no-resource","note":"no port"}})",
         u"handed-back"_s},
        {u"repair"_s,
         R"({"steps":{"A05":{"options":["remote"],"text":"restarted"}},"handBack":{"way":"remote-fix","note":"works"}})",
         u"handed-back"_s},
        {u"relocate"_s,
         R"({"missed":[{"cause":"customer","reason":"away"},{"cause":"customer","reason":"ill"}],
            "handBack":{"way":"customer-not-ready","note":"twice"}})",
         u"handed-back"_s},
        {u"install"_s,
         R"({"steps":{"W02":{"options":["charged"]}},"charge":{"amountFen":6000,"purpose":"cable","accepted":true}})",
         u"signed-off"_s},
        {u"dismantle"_s, R"({"missed":[{"cause":"company","reason":"car broken down"}]})", u"signed-off"_s},
        {u"repair"_s,
         R"({"leftReason":"joint in the street","steps":{"H08":{"options":["logged"]}},
            "enquiry":{"kind":"complaint","text":"the bill","person":"x","phone":"138 0000 0001","hotlineCalled":true}})",
         u"signed-off"_s},
    };
    Office office;
    const Ctl laptop = office.laptop();
    office.enrol(laptop, u"demo"_s);
    laptop({u"sync"_s});
    QStringList left = office.numbers(laptop);
    for (const Row &row : rows) {
        INFO(row.script.toStdString());
        const auto found = std::find_if(left.begin(), left.end(), [&](const QString &number) {
            const Json ticket = ticketOf(laptop, number);
            return text(*ticket.find(u"order"_s), u"kind") == row.kind;
        });
        REQUIRE(found != left.end());
        const QString ticket = *found;
        left.removeOne(ticket);
        const QString script = office.temp.write(u"script.json"_s, row.script);
        CHECK(text(laptop({u"walk"_s, ticket, u"--script"_s, script}), u"state") == row.state);
    }
    laptop({u"sync"_s, u"--until-idle"_s});
    office.checkAllHolds(laptop);
    const Ctl desk = office.desk();
    office.enrol(desk, u"boss"_s);
    desk({u"sync"_s, u"--until-idle"_s});
    CHECK(desk({u"queue"_s}).items(u"queue"_s).size() == rows.size());
    CHECK(office.process.stop() == 0);
}
