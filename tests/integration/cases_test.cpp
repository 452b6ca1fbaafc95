// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

#include <ruhu_test/catch_qt.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

constexpr auto kVisit = R"({"enquiry":{"kind":"complaint","text":"third visit already","person":"白谷雨",)"
                        R"("phone":"13800007900","hotlineCalled":true},)"
                        R"("steps":{"H08":{"options":["logged"]},"H10":{"options":["interested"],"text":"500M"},)"
                        R"("H12":{"options":["yes"]}},"rating":{"rating":"neutral","reason":"too late"}})";

QStringList kindsOf(const Json &list)
{
    QStringList kinds;
    for (const Json &one : list.items(u"cases"_s))
        kinds << text(one, u"kind");
    return kinds;
}

} // namespace

TEST_CASE("what is said on a visit is followed at the office by the programs themselves", "[integration]")
{
    Office office;
    const Ctl laptop = office.laptop();
    office.enrol(laptop, u"demo"_s);
    laptop({u"sync"_s, u"--until-idle"_s});
    const QString ticket = office.numbers(laptop).filter(u"-001"_s).value(0);
    laptop({u"walk"_s, ticket, u"--script"_s, office.temp.write(u"visit.json"_s, kVisit)});
    CHECK(kindsOf(office.server({u"case"_s, u"list"_s})).isEmpty());
    laptop({u"sync"_s, u"--until-idle"_s});
    // The running server opened them while it took the visit.
    CHECK(kindsOf(office.server({u"case"_s, u"list"_s})) == QStringList{u"complaint"_s, u"opinion"_s, u"renewal"_s});

    const auto act = [&](const QString &number, const QString &name, const QByteArray &fields) {
        return office.server({u"case"_s, u"act"_s, number, name, u"--by"_s, u"boss"_s, u"--file"_s,
                              office.temp.write(u"fields.json"_s, fields)});
    };
    CHECK(text(act(u"CP-000001"_s, u"take"_s, R"({"owner":"dispatch","department":"service"})"), u"state")
          == u"in-work"_s);
    CHECK(text(act(u"CP-000001"_s, u"answer"_s, R"({"solution":"team told","answer":"an apology"})"), u"state")
          == u"answered"_s);
    CHECK(text(act(u"CP-000001"_s, u"close"_s, R"({"customer-says":"accepts"})"), u"state") == u"closed"_s);
    CHECK(kindsOf(office.server({u"case"_s, u"list"_s})) == QStringList{u"opinion"_s, u"renewal"_s});
    const auto refused = office.server.run({u"case"_s, u"act"_s, u"CP-000001"_s, u"take"_s, u"--by"_s, u"demo"_s});
    CHECK(refused.exitCode == 1);
    CHECK(refused.err.contains("wrong-role"));
    const auto onLine = office.server.run(
        {u"case"_s, u"act"_s, u"OP-000001"_s, u"keep"_s, u"--by"_s, u"boss"_s, u"--set"_s, u"batch=2026-11"_s});
    CHECK(onLine.exitCode == 2);

    CHECK(office.server({u"form"_s, u"FM15"_s}).find(u"content")->items(u"cases").size() == 1);
    CHECK(office.server({u"form"_s, u"FM14"_s, u"OP-000001"_s}).items(u"missing").empty());
    CHECK(laptop({u"form"_s, u"FM5"_s, ticket}).items(u"missing").empty());
    const auto noReceipt = laptop.run({u"form"_s, u"FM8"_s, ticket});
    CHECK(noReceipt.exitCode == 1);
    CHECK(noReceipt.err.contains("amount, receipt"));
    office.checkAllHolds(laptop);
}
