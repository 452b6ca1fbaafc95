// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every exception once, by the real programs, on tickets of every kind and access between them. The routine walk on every
// kind and access is the demo day's (demo_day_test.cpp); the whole matrix is walked in memory (walk_matrix_test.cpp).

#include "office_fixture.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

struct Visit {
    QByteArray kind;
    QByteArray access;
    QByteArray script;
    QString end = u"signed-off"_s;
};

QByteArray notAdmitted(const QByteArray &who, const QByteArray &next)
{
    return R"({"admissions":[{"who":")" + who + R"(","note":"called the person of the appointment","next":")" + next
           + R"("}]})";
}

QByteArray handBack(const QByteArray &way, const QByteArray &more)
{
    return R"({"handBack":{"way":")" + way + R"(","note":"told to the customer"})" + more + "}";
}

std::vector<Visit> visits()
{
    const QString back = u"handed-back"_s;
    return {
        {"repair", "ftth",
         handBack("remote-fix", R"(,"steps":{"A05":{"options":["remote"],"text":"lamps are steady"}})"), back},
        {"install", "lan", handBack("no-resource", R"(,"steps":{"A15":{"options":["none"],"text":"switch is full"}})"),
         back},
        {"relocate", "xdsl",
         handBack("customer-not-ready", R"(,"missed":[{"cause":"customer","reason":"nobody at home"},)"
                                        R"({"cause":"customer","reason":"painters"}])"),
         back},
        {"repair", "lan", handBack("charge-declined", R"(,"steps":{"W02":{"options":["declined"],"text":"too dear"}})"),
         back},
        {"repair", "xdsl",
         handBack("fault-remains", R"(,"steps":{"T18":{"options":["not-restored"],"text":"cable team is told"}})"),
         back},
        {"install", "xdsl",
         handBack("not-working-yet", R"(,"steps":{"T19":{"options":["not-yet"],"text":"no signal at the box"}})"),
         back},
        {"dismantle", "ftth", handBack("not-our-service", {}), back},
        {"install", "ftth", notAdmitted("minor-alone", "wait")},
        {"dismantle", "lan", notAdmitted("nobody", "rebook")},
        {"relocate", "ftth", notAdmitted("refused", "rebook")},
        {"relocate", "lan", R"({"leftReason":"a joint in the street cabinet is broken"})"},
        {"dismantle", "xdsl", R"({"missed":[{"cause":"company","reason":"van broke down"}]})"},
        {"install", "ftth",
         R"({"steps":{"W02":{"options":["charged"]}},)"
         R"("charge":{"amountFen":12000,"purpose":"second socket","accepted":true}})"},
        {"repair", "ftth",
         R"({"steps":{"H08":{"options":["logged"]}},"enquiry":{"kind":"complaint",)"
         R"("text":"waited too long","person":"柳谷雨","phone":"13800002001","hotlineCalled":true}})"},
        {"install", "lan", R"({"steps":{"H10":{"options":["interested"],"text":"asked about 500M"}}})"},
        {"install", "xdsl",
         R"({"items":[{"item":"i1","label":"shoe cabinet","consent":true}],)"
         R"("rating":{"rating":"dissatisfied","reason":"the cable shows"}})"},
        // Ordered and promised long ago.
        {"repair", "lan", R"({"overdueReason":"the customer was away"})"},
    };
}

QString numberOf(std::size_t index)
{
    return u"X-%1"_s.arg(index + 1, 2, 10, QChar(u'0'));
}

QByteArray table(const std::vector<Visit> &list)
{
    QByteArray csv = "number,services,customer_name,customer_phone,address,accepted_at,kind,access,down_mbps,up_mbps,"
                     "promised_by,assignee\n";
    // An hour ago in China, so that nothing is overdue.
    const QByteArray justNow =
        QDateTime::currentDateTimeUtc().addSecs(7 * 60 * 60).toString(u"yyyy-MM-dd HH:mm"_s).toUtf8();
    for (std::size_t i = 0; i < list.size(); ++i) {
        const bool late = list[i].script.contains("overdueReason");
        csv += numberOf(i).toUtf8() + ",broadband,柳谷雨,13800002001,桃溪路18号,"
               + (late ? QByteArray("2026-03-02 09:10") : justNow) + ',' + list[i].kind + ',' + list[i].access
               + ",100,20," + (late ? "2026-03-04 23:59" : "") + ",demo\n";
    }
    return csv;
}

} // namespace

TEST_CASE("every exception is walked to its end by the programs themselves", "[integration]")
{
    Office office;
    const auto list = visits();
    office.server({u"import"_s, u"--format"_s, u"csv"_s, office.temp.write(u"orders.csv"_s, table(list))});
    const Ctl laptop = office.laptop();
    office.enrol(laptop, u"demo"_s);
    laptop({u"sync"_s, u"--until-idle"_s});
    for (std::size_t i = 0; i < list.size(); ++i) {
        CAPTURE(list[i].kind.toStdString(), list[i].access.toStdString(), list[i].script.toStdString());
        const QString script = office.temp.write(u"script.json"_s, list[i].script);
        const Json walked = laptop({u"walk"_s, numberOf(i), u"--script"_s, script});
        CHECK(text(walked, u"state") == list[i].end);
    }
    laptop({u"sync"_s, u"--until-idle"_s});
    office.checkAllHolds(laptop);

    const Json found = office.server({u"findings"_s});
    CHECK(found.items(u"tickets"_s).size() >= list.size() / 2);
    const Json one = office.server({u"findings"_s, u"--ticket"_s, numberOf(11)});
    REQUIRE(one.items(u"tickets"_s).size() == 1);
    CHECK(writeJson(one).contains(R"("code":"appointment-missed")"));
    const Json report = office.server({u"report"_s, u"--from"_s, u"2020-01-01"_s, u"--to"_s, u"2199-12-30"_s});
    CHECK(report.items(u"figures"_s).size() == 7);
    const QByteArray text =
        office.server.run({u"report"_s, u"--from"_s, u"2020-01-01"_s, u"--to"_s, u"2199-12-30"_s}).out;
    CHECK(text.contains("target 90 %"));
    // Counts only.
    CHECK_FALSE(text.contains("柳谷雨"));
    CHECK_FALSE(writeJson(report).contains("13800002001"));
    CHECK(office.server.run({u"report"_s, u"--from"_s, u"2026-02-30"_s, u"--to"_s, u"2026-03-01"_s}).exitCode == 2);
    CHECK(office.server.run({u"report"_s, u"--from"_s, u"2026-03-02"_s, u"--to"_s, u"2026-03-01"_s}).exitCode == 2);
}
