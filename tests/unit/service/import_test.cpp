// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

#include <ruhu/service/csv_import.h>
#include <ruhu/service/demo_day.h>

#include <QFile>
#include <QRegularExpression>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using service::CsvProblem;

namespace {

const QByteArray kHeader =
    "number,services,customer_name,customer_phone,address,accepted_at,down_mbps,tier,remark,requested_start,"
    "requested_end,assignee\n";
const QByteArray kGood =
    "IN-1,broadband+iptv,Zhang,13800001234,Lane 1,2026-03-02 09:10,300,gold,,2026-03-04 09:00,,anna\n";

std::vector<CsvProblem> problemsOf(const QByteArray &rows)
{
    return service::readTicketCsv(kHeader + rows).problems;
}

/// The good row with one field replaced.
QByteArray with(const QByteArray &field, const QByteArray &value)
{
    QList<QByteArray> names = kHeader.trimmed().split(',');
    QList<QByteArray> values = kGood.trimmed().split(',');
    values[names.indexOf(field)] = value;
    return values.join(',') + '\n';
}

} // namespace

TEST_CASE("a good table becomes orders with their times in UTC", "[service][csv]")
{
    const auto read = service::readTicketCsv(kHeader + kGood);
    REQUIRE(read.problems.empty());
    REQUIRE(read.orders.size() == 1);
    const auto &[order, login] = read.orders.front();
    CHECK(login == u"anna"_s);
    CHECK(order.number == u"IN-1"_s);
    CHECK(order.services == std::vector{domain::Service::Broadband, domain::Service::Iptv});
    CHECK(order.tier == domain::Tier::Gold);
    CHECK(order.downMbps == 300);
    CHECK(toMs(order.acceptedAt) == 1'772'413'800'000); // 01:10 UTC
    REQUIRE(order.requested);
    CHECK(order.requested->start == order.requested->end);
    CHECK_FALSE(order.promisedBy);
}

TEST_CASE("what only some offices know is read from columns that may be missing", "[service][csv]")
{
    const QByteArray header =
        "number,services,customer_name,customer_phone,address,accepted_at,fault_code,fault_text,reported_at,"
        "contact_name,contact_phone,service_number,contract_until,bandwidth,tier_mark\n";
    const QByteArray row = "RE-1,broadband,Zhang,13800001234,Lane 1,2026-03-02 09:10,1001,no page opens,"
                           "2026-03-02 08:50,Chen,138 0000 1235,SO-1,2026-04-20,dedicated,SVIP\n";
    const auto read = service::readTicketCsv(header + row);
    REQUIRE(read.problems.empty());
    const domain::TicketOpened &order = read.orders.front().first;
    CHECK(order.faultCode == u"1001"_s);
    CHECK(order.faultText == u"no page opens"_s);
    CHECK(order.acceptedAt - order.reportedAt.value() == std::chrono::minutes(20));
    CHECK(order.contactName == u"Chen"_s);
    CHECK(order.contactPhone == u"138 0000 1235"_s);
    CHECK(order.serviceNumber == u"SO-1"_s);
    CHECK(toMs(order.contractUntil.value()) == 1'776'700'799'999); // the last moment of the day in China
    CHECK(order.bandwidth == domain::Bandwidth::Dedicated);
    CHECK(order.tierMark == u"SVIP"_s);

    const auto problemIn = [&](const QByteArray &good, const QByteArray &bad) -> QString {
        const auto problems = service::readTicketCsv(header + QByteArray(row).replace(good, bad)).problems;
        REQUIRE(problems.size() == 1);
        return problems.front().column + u' ' + problems.front().code;
    };
    CHECK(problemIn("2026-04-20", "soon") == u"contract_until bad-date"_s);
    CHECK(problemIn("dedicated", "fast") == u"bandwidth bad-choice"_s);
    CHECK(problemIn("138 0000 1235", "none") == u"contact_phone bad-phone"_s);
    CHECK(problemIn("138 0000 1235", "") == u"contact_phone empty"_s);
    const auto older = service::readTicketCsv(kHeader + kGood);
    CHECK(older.orders.front().first.tierMark.isEmpty());
    CHECK_FALSE(older.orders.front().first.bandwidth);
}

TEST_CASE("the operator's mark of a customer becomes a tier where none was given", "[service][csv]")
{
    OfficeFixture f;
    const QByteArray header = "number,services,customer_name,customer_phone,address,accepted_at,tier_mark\n";
    const QByteArray cells = ",broadband,Zhang,13800001234,Lane 1,2026-03-02 09:10,";
    const QByteArray table = header + "IN-1" + cells + "SVIP\nIN-2" + cells + "platinum\n";
    const auto import = must(service::importTicketCsv(*f.office, table));
    REQUIRE(import.tickets.size() == 2);
    CHECK(must(f.office->ticket(import.tickets[0])).order.tier == domain::Tier::Gold);
    CHECK(must(f.office->ticket(import.tickets[1])).order.tier == domain::Tier::Standard);
    CHECK(must(f.office->ticket(import.tickets[1])).order.tierMark == u"platinum"_s);
}

TEST_CASE("all forms in which offices write tables are read alike", "[service][csv]")
{
    const QByteArray plain = kHeader + with("remark", "a b");
    const auto expected = service::readTicketCsv(plain).orders;
    REQUIRE(expected.size() == 1);
    QByteArray text = plain;
    const auto checkSame = [&] {
        CHECK(service::readTicketCsv(text).problems.empty());
        CHECK(service::readTicketCsv(text).orders == expected);
    };
    SECTION("byte-order mark")
    {
        text.prepend("\xef\xbb\xbf");
        checkSame();
    }
    SECTION("CRLF and a blank line at the end")
    {
        text.replace("\n", "\r\n");
        text += "\r\n";
        checkSame();
    }
    SECTION("semicolons")
    {
        text.replace(',', ';');
        checkSame();
    }
    SECTION("full-width commas")
    {
        text.replace(",", QByteArray("\xef\xbc\x8c"));
        checkSame();
    }
    SECTION("quotes around everything, no line end at the end of the file")
    {
        text = '"' + text.trimmed().replace(",", "\",\"").replace("\n", "\"\n\"") + '"';
        checkSame();
    }
    SECTION("ideographic comma between the services")
    {
        text.replace("broadband+iptv", QByteArray("broadband\xe3\x80\x81iptv"));
        checkSame();
    }
}

TEST_CASE("a quoted field keeps separators, quotes and line breaks", "[service][csv]")
{
    const auto read = service::readTicketCsv(kHeader + with("remark", "\"ring \"\"twice\"\", then\r\nknock\"") + "x\n");
    REQUIRE(read.orders.size() == 1);
    CHECK(read.orders.front().first.remark == u"ring \"twice\", then\nknock"_s);
    CHECK(read.problems == std::vector<CsvProblem>{{4, {}, u"wrong-field-count"_s}});
}

TEST_CASE("every wrong field is named with line and column", "[service][csv]")
{
    const std::tuple<QByteArray, QByteArray, QString> cases[] = {
        {"number", "", u"empty"_s},
        {"number", QByteArray(41, 'x'), u"too-long"_s},
        {"services", "", u"empty"_s},
        {"services", "broadband+gas", u"bad-choice"_s},
        {"services", "iptv+iptv", u"bad-choice"_s},
        {"customer_name", " ", u"empty"_s},
        {"customer_phone", "", u"empty"_s},
        {"customer_phone", "call me", u"bad-phone"_s},
        {"customer_phone", "1234", u"bad-phone"_s},
        {"accepted_at", "", u"empty"_s},
        {"accepted_at", "2026-02-30 09:00", u"bad-date"_s},
        {"accepted_at", "02/03/2026", u"bad-date"_s},
        // No event can carry these: the ticket would be unreadable on every laptop.
        {"accepted_at", "1969-12-31 23:59", u"bad-date"_s},
        {"accepted_at", "3026-03-02 09:00", u"bad-date"_s},
        {"down_mbps", "300M", u"bad-number"_s},
        {"down_mbps", "-1", u"bad-number"_s},
        {"down_mbps", "10001", u"bad-number"_s},
        {"tier", "platinum", u"bad-choice"_s},
        {"requested_end", "2026-03-04 08:00", u"window-reversed"_s},
        {"remark", QByteArray(501, 'x'), u"too-long"_s},
    };
    for (const auto &[column, value, code] : cases) {
        INFO(column.toStdString() << '=' << value.toStdString());
        const std::vector<CsvProblem> expected{{3, QString::fromLatin1(column), code}};
        CHECK(problemsOf(kGood + with(column, value).replace("IN-1", "IN-2")) == expected);
    }
    CHECK(problemsOf(kGood + kGood) == std::vector<CsvProblem>{{3, u"number"_s, u"duplicate-number"_s}});
}

TEST_CASE("all problems of a table come at once", "[service][csv]")
{
    const auto problems = problemsOf(with("tier", "x") + with("number", "IN-2").replace("300", "y"));
    CHECK(problems == std::vector<CsvProblem>{{2, u"tier"_s, u"bad-choice"_s}, {3, u"down_mbps"_s, u"bad-number"_s}});
}

TEST_CASE("a bad first line or a bad file is named as such", "[service][csv]")
{
    const auto problems = [](const QByteArray &file) { return service::readTicketCsv(file).problems; };
    CHECK(problems("") == std::vector<CsvProblem>{{1, {}, u"no-header"_s}});
    CHECK(problems(kHeader) == std::vector<CsvProblem>{{1, {}, u"no-rows"_s}});
    CHECK(problems("\xff\xfe" + kHeader) == std::vector<CsvProblem>{{1, {}, u"not-utf8"_s}});
    CHECK(problems(kHeader + with("remark", "\"open")) == std::vector<CsvProblem>{{2, {}, u"bad-quote"_s}});
    CHECK(problems(kHeader + with("remark", "a\"b")) == std::vector<CsvProblem>{{2, {}, u"bad-quote"_s}});
    CHECK(problems(kHeader + with("remark", "\"a\"b")) == std::vector<CsvProblem>{{2, {}, u"bad-quote"_s}});
    QByteArray header = kHeader;
    CHECK(problems(header.replace("tier", "colour") + kGood)
          == std::vector<CsvProblem>{{1, u"colour"_s, u"unknown-column"_s}});
    header = kHeader;
    CHECK(problems(header.replace("address", "remark") + kGood)
          == std::vector<CsvProblem>{{1, u"remark"_s, u"duplicate-column"_s}, {1, u"address"_s, u"missing-column"_s}});
}

TEST_CASE("nothing of a table with one bad row is imported", "[service][csv]")
{
    OfficeFixture f;
    const auto import = [&](const QByteArray &rows) {
        return must(service::importTicketCsv(*f.office, kHeader + rows));
    };
    const QByteArray second = with("number", "IN-2");
    CHECK(import(kGood + second + with("number", "IN-3").replace("anna", "nobody")).problems
          == std::vector<CsvProblem>{{4, u"assignee"_s, u"unknown-user"_s}});
    CHECK(import(kGood + second.trimmed().replace("anna", "carl") + "\n").problems.size() == 1);
    CHECK(must(f.office->tickets()).empty());
    CHECK(import(kGood + second).tickets.size() == 2);
    CHECK(import(with("number", "IN-3") + second).problems
          == std::vector<CsvProblem>{{3, u"number"_s, u"number-taken"_s}});
    CHECK(must(f.office->tickets()).size() == 2);
}

TEST_CASE("the sample table and its description fit the importer", "[service][csv]")
{
    QFile sample(QStringLiteral(RUHU_SOURCE_DIR) + u"/resources/demo/tickets.csv"_s);
    REQUIRE(sample.open(QIODevice::ReadOnly));
    const auto read = service::readTicketCsv(sample.readAll());
    CHECK(read.problems.empty());
    CHECK(read.orders.size() == 3);
    QFile description(QStringLiteral(RUHU_SOURCE_DIR) + u"/docs/import-csv.md"_s);
    REQUIRE(description.open(QIODevice::ReadOnly));
    const QByteArray text = description.readAll();
    for (const QString &column : service::csvColumns())
        CHECK(text.contains(QByteArray('`' + column.toLatin1() + '`')));
}

TEST_CASE("the demo day is the same for the same date and plausible throughout", "[service][demo]")
{
    const std::chrono::sys_days date = std::chrono::year(2026) / 11 / 25;
    const auto orders = must(service::demoOrders(date, 480));
    CHECK(orders == must(service::demoOrders(date, 480)));
    REQUIRE(orders.size() == 16);
    const WallTime dawn = WallTime(date) - std::chrono::hours(8);
    std::set<QString> numbers;
    std::set<domain::Area> areas;
    std::set<domain::Tier> tiers;
    for (const auto &[order, login] : orders) {
        INFO(order.number.toStdString());
        numbers.insert(order.number);
        areas.insert(order.area);
        tiers.insert(order.tier);
        REQUIRE(order.requested);
        CHECK(order.requested->start >= dawn + std::chrono::hours(8));
        CHECK(order.requested->end <= dawn + std::chrono::hours(20));
        const bool fault = order.kind == u"repair"_s; // reported this morning
        CHECK(order.acceptedAt < (fault ? order.requested->start : dawn));
        CHECK(order.promisedBy.value() >= order.requested->end);
        CHECK((order.area == domain::Area::Rural) == (order.requested->start != order.requested->end));
        CHECK(order.number.startsWith(u"IN-1125-"_s));
        CHECK(QRegularExpression(u"^1380000[0-9]{4}$"_s).match(order.customerPhone).hasMatch());
        CHECK(order.division.startsWith(u"浙江省杭州市"_s));
        CHECK(order.downMbps >= order.upMbps);
    }
    CHECK(numbers.size() == 16);
    CHECK(areas.size() == 2);
    CHECK(tiers.size() == 2);
    CHECK(std::count_if(orders.begin(), orders.end(), [](const auto &o) { return o.second == u"demo"_s; }) == 12);
}

TEST_CASE("the demo day fills an office once", "[service][demo]")
{
    OfficeFixture f;
    service::DemoOptions options;
    options.date = std::chrono::year(2026) / 3 / 1;
    options.technicianPassword = options.colleaguePassword = options.supervisorPassword = options.dispatcherPassword =
        kPassword;
    const auto day = must(service::makeDemoDay(*f.office, options));
    CHECK(day.tickets.size() == 12);
    CHECK(day.colleagueTickets.size() == 4);
    CHECK(must(f.office->ticket(day.tickets.front())).assignment->user == day.technician.id);
    CHECK(must(f.office->stats()).tickets == 16);
    CHECK(must(f.office->verify()).firstBad == QString());
    CHECK(service::makeDemoDay(*f.office, options).error().code == ErrorCode::Conflict);
    const Laptop demo = f.laptop(u"demo"_s);
    CHECK(f.readFeed(demo.caller, u"user:"_s + demo.user.id.toString()).size() == 24);
}
