// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {

Office::Office()
{
    made = server({u"init"_s, u"--demo"_s});
    process.start();
}

Ctl Office::laptop(const QString &folder) const
{
    return Ctl({u"laptop"_s, u"--store"_s, temp.path(folder)});
}

Ctl Office::desk(const QString &folder) const
{
    return Ctl({u"desk"_s, u"--store"_s, temp.path(folder)});
}

void Office::enrol(const Ctl &store, const QString &user) const
{
    const QString code = text(server({u"enrol-code"_s, u"--user"_s, user}), u"code");
    store(
        {u"enrol"_s, u"--ca"_s, process.caFile(), u"--server"_s, process.url(), u"--user"_s, user, u"--code"_s, code});
}

QStringList Office::numbers(const Ctl &store) const
{
    QStringList numbers;
    const Json tickets = store({u"tickets"_s});
    for (const Json &ticket : tickets.items(u"tickets"_s))
        numbers << text(ticket, u"number");
    numbers.sort();
    return numbers;
}

void Office::checkAllHolds(const Ctl &store) const
{
    const Json here = store({u"verify"_s});
    CHECK(here.boolean(u"ok"_s) == true);
    const Json there = server({u"verify"_s});
    CHECK(there.boolean(u"ok"_s) == true);
    CHECK(number(there, u"blobsMissing") == 0);
}

std::int64_t number(const Json &json, QStringView name)
{
    const auto value = json.integer(name);
    INFO(name.toString().toStdString() << " in " << writeJson(json).left(2000).toStdString());
    REQUIRE(value);
    return *value;
}

QString text(const Json &json, QStringView name)
{
    const auto value = json.text(name);
    INFO(name.toString().toStdString() << " in " << writeJson(json).left(2000).toStdString());
    REQUIRE(value);
    return *value;
}

} // namespace ruhu::test
