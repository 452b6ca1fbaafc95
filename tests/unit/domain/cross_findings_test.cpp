// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/cross_findings.h>

#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::domain;
using test::TicketBench;

namespace {

using std::chrono::days;

CrossRules shippedRules()
{
    QFile file(u":/ruhu/office/cross-findings.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto rules = readCrossRules(file.readAll());
    REQUIRE(rules);
    return *rules;
}

std::uint8_t nextId = 0;

/// A ticket of a customer of its own, with nothing done on it.
Ticket plainTicket(const QString &number)
{
    TicketOpened order = test::urbanOrder(number);
    order.accountId = u"acc-"_s + number;
    order.customerPhone = u"138 0000 "_s + QString::number(4000 + nextId);
    Uuid::Bytes bytes{};
    bytes[15] = ++nextId;
    Ticket ticket = TicketBench(order).ticket();
    ticket.id = TicketId(Uuid(bytes));
    return ticket;
}

Stamp stampAt(WallTime at, std::uint8_t by = 1)
{
    Uuid::Bytes event{};
    event[14] = 7;
    event[15] = ++nextId;
    Uuid::Bytes user{};
    user[15] = by;
    return {EventId(Uuid(event)), UserId(Uuid(user)), at};
}

const WallTime kStart = wallTimeFromMs(1'795'564'800'000);

Ticket measured(const QString &number, std::int64_t value, WallTime at, std::uint8_t by = 1)
{
    Ticket ticket = plainTicket(number);
    ticket.readings[u"opt_rx"_s] = ReadingFact{stampAt(at, by), {u"opt_rx"_s, value, {}, Verdict::Pass, {}}};
    return ticket;
}

Ticket missed(const QString &number, Cause cause)
{
    Ticket ticket = plainTicket(number);
    ticket.missed.push_back({stampAt(kStart), {cause, u"van broke down"_s}});
    return ticket;
}

QStringList codesOf(const std::map<TicketId, std::vector<Finding>> &found, const Ticket &ticket)
{
    QStringList codes;
    if (const auto some = found.find(ticket.id); some != found.end()) {
        for (const Finding &finding : some->second)
            codes << finding.code;
    }
    return codes;
}

} // namespace

TEST_CASE("the same power on three tickets of one technician in a week looks copied", "[domain][findings][cross]")
{
    const CrossRules rules = shippedRules();
    const std::vector<Ticket> three{measured(u"A-1"_s, -2140, kStart), measured(u"A-2"_s, -2135, kStart + days(2)),
                                    measured(u"A-3"_s, -2145, kStart + days(6))};
    const auto found = crossFindings(three, rules);
    // The one in the middle has both others within 0.1 dB; the outer two are 0.1 apart as well.
    REQUIRE(found.size() == 3);
    const Finding &finding = found.at(three[0].id).front();
    CHECK(finding.code == u"copied-reading"_s);
    CHECK(finding.severity == Severity::Warn);
    CHECK(finding.subject == u"opt_rx"_s);
    CHECK(finding.evidence.size() == 3);
    CHECK(finding.evidence.front() == three[0].readings.at(u"opt_rx"_s).stamp.event);
    CHECK(finding.args
          == std::vector<std::pair<QString, QString>>{{u"value"_s, u"-2140"_s}, {u"tickets"_s, u"A-2,A-3"_s}});
    SECTION("two are a coincidence")
    {
        CHECK(crossFindings({three[0], three[1]}, rules).empty());
    }
    SECTION("another technician's value is his own")
    {
        CHECK(crossFindings({three[0], three[1], measured(u"A-4"_s, -2140, kStart, 2)}, rules).empty());
    }
    SECTION("more than a tenth of a decibel apart is another value")
    {
        CHECK(crossFindings({three[0], three[1], measured(u"A-5"_s, -2161, kStart)}, rules).empty());
    }
    SECTION("more than a week apart is another week")
    {
        CHECK(crossFindings({three[0], three[1], measured(u"A-6"_s, -2140, kStart + days(30))}, rules).empty());
    }
    SECTION("the order of the list does not matter")
    {
        CHECK(crossFindings({three[2], three[0], three[1]}, rules) == found);
    }
}

TEST_CASE("strokes that stand on another ticket already are found on both", "[domain][findings][cross]")
{
    Ticket first = plainTicket(u"B-1"_s);
    Ticket second = plainTicket(u"B-2"_s);
    SignatureGiven signature;
    signature.strokes = QByteArray(32, '\5');
    first.signatures[SignerRole::Customer] = SignatureFact{stampAt(kStart), signature, false};
    second.signatures[SignerRole::Customer] = SignatureFact{stampAt(kStart + days(300)), signature, false};
    const auto found = crossFindings({first, second, plainTicket(u"B-3"_s)}, shippedRules());
    REQUIRE(found.size() == 2);
    const Finding &finding = found.at(second.id).front();
    CHECK(finding.code == u"reused-strokes"_s);
    CHECK(finding.rule == u"D15-101"_s);
    CHECK(finding.severity == Severity::Fail);
    CHECK(finding.subject == u"signature:customer"_s);
    CHECK(finding.evidence.front() == second.signatures.at(SignerRole::Customer).stamp.event);
    second.signatures[SignerRole::Customer].signature.strokes = QByteArray(32, '\6');
    CHECK(crossFindings({first, second}, shippedRules()).empty());
}

TEST_CASE("a customer we let down on two tickets is one customer", "[domain][findings][cross]")
{
    const CrossRules rules = shippedRules();
    Ticket first = missed(u"C-1"_s, Cause::Company);
    Ticket second = missed(u"C-2"_s, Cause::Company);
    CHECK(crossFindings({first, second}, rules).empty());
    const bool byAccount = GENERATE(true, false);
    CAPTURE(byAccount);
    if (byAccount) {
        second.order.accountId = first.order.accountId;
    } else { // by name and number, however it is written
        second.order.customerPhone = first.order.customerPhone;
        second.order.customerPhone.remove(u' ');
    }
    const auto found = crossFindings({first, second}, rules);
    REQUIRE(found.size() == 2);
    CHECK(codesOf(found, first) == QStringList{u"missed-twice-customer"_s});
    CHECK(found.at(first.id).front().rule == u"D15-27"_s);
    CHECK(found.at(first.id).front().severity == Severity::Fail);
    CHECK(found.at(first.id).front().evidence
          == std::vector<EventId>{first.missed[0].stamp.event, second.missed[0].stamp.event});
    CHECK(found.at(second.id).front().args.front().second == u"C-1"_s);
    // What the customer did not keep does not count.
    second.missed.front().missed.cause = Cause::Customer;
    CHECK(crossFindings({first, second}, rules).empty());
    // Neither does a second time on the same ticket: that is a finding of its own.
    first.missed.push_back({stampAt(kStart + days(1)), {Cause::Company, u"again"_s}});
    CHECK(crossFindings({first, second}, rules).empty());
}

TEST_CASE("a name alone makes no customer", "[domain][findings][cross]")
{
    Ticket first = missed(u"D-1"_s, Cause::Company);
    Ticket second = missed(u"D-2"_s, Cause::Company);
    for (Ticket *ticket : {&first, &second}) {
        ticket->order.accountId.clear();
        ticket->order.customerPhone.clear();
    }
    CHECK(crossFindings({first, second}, shippedRules()).empty());
}

TEST_CASE("thresholds that make no sense are refused with their path", "[domain][cross]")
{
    const auto pathOf = [](const QByteArray &document) {
        const auto rules = readCrossRules(document);
        return rules ? u"accepted"_s : rules.error().subject;
    };
    const QByteArray word = R"("brokenWord":{"tickets":2,"days":0,"confidence":"A"}})";
    CHECK(pathOf(R"({"copiedReadings":[],)" + word) == u"accepted"_s);
    CHECK(
        pathOf(R"({"copiedReadings":[{"measure":"opt_rx","tolerance":10,"tickets":1,"days":7,"confidence":"design"}],)"
               + word)
        == u"copiedReadings[0]"_s);
    CHECK(pathOf(R"({"copiedReadings":[{"measure":"","tolerance":10,"tickets":3,"days":7,"confidence":"design"}],)"
                 + word)
          == u"copiedReadings[0].measure"_s);
    CHECK(pathOf(R"({"copiedReadings":[],"brokenWord":{"tickets":1,"days":0,"confidence":"A"}})") == u"brokenWord"_s);
    CHECK(pathOf(R"({"copiedReadings":[],"other":1,)" + word) == u"other"_s);
}
