// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paper_page.h"

#include <ruhu/presentation/words.h>

#include <ruhu_test/catch_qt.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::presentation;

namespace {

const auto kPicture = QByteArrayLiteral("picture");

[[nodiscard]] domain::Paper paperOf(const test::TicketBench &bench)
{
    const TicketPage page = test::pageOf(bench);
    auto paper = workOrderPaper(page, test::blobsOf(page.ticket, kPicture));
    REQUIRE(paper);
    return *paper;
}

[[nodiscard]] const domain::PaperSection *section(const domain::Paper &paper, const QString &title)
{
    for (const domain::PaperSection &part : paper.sections) {
        if (part.title == title)
            return &part;
    }
    return nullptr;
}

[[nodiscard]] domain::PaperRow rowOf(const domain::Paper &paper, const QString &title, const QString &label)
{
    const domain::PaperSection *part = section(paper, title);
    CAPTURE(title, label);
    REQUIRE(part);
    for (const domain::PaperRow &row : part->rows) {
        if (row.label == label)
            return row;
    }
    FAIL("row missing");
    return {};
}

} // namespace

TEST_CASE("a routine visit becomes a paper with every part a customer expects")
{
    const auto bench = test::signedOffBench(test::urbanOrder(), {});
    const domain::Paper paper = paperOf(*bench);
    CHECK(paper.title == u"Work order"_s);
    CHECK(paper.number == u"IN-1125-001"_s);
    CHECK(paper.language == u"en"_s);
    CHECK(rowOf(paper, u"Order"_s, u"Address"_s).value == u"浙江省杭州市西湖区样本路1号2幢301"_s);
    CHECK(rowOf(paper, u"Order"_s, u"Subscribed rate"_s).value == u"300 Mbit/s down, 50 Mbit/s up"_s);
    CHECK(rowOf(paper, u"Appointment and arrival"_s, u"Arrived"_s).mark == u"pass"_s);
    CHECK(rowOf(paper, u"Customer's rating"_s, u"Rating"_s).value.startsWith(u"Satisfied"_s));
    CHECK(section(paper, u"Moved things"_s) == nullptr);
    CHECK(section(paper, u"Charges"_s) == nullptr);
    CHECK(paper.photos.size() == bench->ticket().photos.size());
    CHECK(paper.footer.contains(QString::fromLatin1(test::contentHash(bench->ticket(), bench->catalogue()).toHex())));
    REQUIRE(paper.signatures.size() == 2);
    for (const domain::PaperSignature &signature : paper.signatures) {
        CHECK(signature.strokes == test::penStrokes());
        CHECK(signature.remark == u"Signed for this content."_s);
    }
    CHECK(paper.signatures[0].name == u"王样本"_s);
    CHECK(paper.signatures[1].name == u"李样本"_s);
}

TEST_CASE("every recorded step stands on the paper once, with its time")
{
    const auto bench = test::signedOffBench(test::urbanOrder(), test::eventfulAnswers());
    const domain::Paper paper = paperOf(*bench);
    for (const auto &step : bench->ticket().steps) {
        const QString id = step.first;
        const QString title = bench->catalogue().step(id)->title.en;
        const QString time = timeText(step.second.stamp.wall);
        int count = 0;
        for (const domain::PaperSection &part : paper.sections) {
            if (!part.title.startsWith(u"Checklist"_s))
                continue;
            count +=
                static_cast<int>(std::count_if(part.rows.begin(), part.rows.end(), [&](const domain::PaperRow &row) {
                    return row.label == title && row.value.contains(time);
                }));
        }
        CAPTURE(id, title);
        CHECK(count == 1);
    }
}

TEST_CASE("what went differently is told with its reason")
{
    const auto bench = test::signedOffBench(test::urbanOrder(), test::eventfulAnswers());
    const domain::Paper paper = paperOf(*bench);
    const domain::PaperRow power = rowOf(paper, u"Readings"_s, u"Optical power received"_s);
    CHECK(power.value.startsWith(u"-27.31 dBm · "_s));
    CHECK(power.mark == u"fail"_s);
    CHECK(power.remark.startsWith(
        u"Limits: -27.00 to -8.00 dBm (ITU-T G.984.2 class B+ (P-OPT-01)). Reason: 主干光缆"_s));
    const domain::PaperRow skipped = rowOf(paper, u"Checklist: Work"_s, u"Photo of the indoor wiring"_s);
    CHECK(skipped.mark == u"warn"_s);
    CHECK(skipped.remark == u"Reason: 线路全部走暗管，无明线可拍"_s);
    const domain::PaperRow item = rowOf(paper, u"Moved things"_s, u"电视柜（实木）"_s);
    CHECK(item.mark == u"pass"_s);
    CHECK(item.remark.endsWith(u"with the customer's consent."_s));
    const domain::PaperRow terminal = rowOf(paper, u"Terminals and materials"_s, u"Optical terminal (ONU)"_s);
    CHECK(terminal.value == u"1 piece"_s);
    CHECK(terminal.remark == u"Serial number 48575443A1B2C3D4"_s);
    CHECK(section(paper, u"Terminals and materials"_s)->rows.size() == 3);
    CHECK(rowOf(paper, u"Charges"_s, u"Charges explained and accepted"_s).value == u"Something is charged"_s);
    const domain::PaperRow price = rowOf(paper, u"Charges"_s, u"Price named"_s);
    CHECK(price.value == u"¥60.00"_s);
    CHECK(price.remark == u"网线20米 / 20 m of cable · accepted"_s);
    CHECK(rowOf(paper, u"Charges"_s, u"Money taken"_s).value == u"¥60.00"_s);
    const domain::PaperRow rating = rowOf(paper, u"Customer's rating"_s, u"Rating"_s);
    CHECK(rating.remark == u"Reason: 等候时间偏长"_s);
}

TEST_CASE("what the order says besides stands on the paper")
{
    domain::TicketOpened order = test::urbanOrder();
    order.faultCode = u"1001"_s;
    order.faultText = u"no page opens"_s;
    order.reportedAt = order.acceptedAt;
    order.contactName = u"陈样本"_s;
    order.contactPhone = u"13800000009"_s;
    order.bandwidth = domain::Bandwidth::Dedicated;
    order.tier = domain::Tier::Gold;
    order.tierMark = u"SVIP"_s;
    order.contractUntil = order.acceptedAt;
    order.serviceNumber = u"SO-77"_s;
    const test::TicketBench bench(order);
    const domain::Paper paper = *workOrderPaper(test::pageOf(bench), {});
    CHECK(rowOf(paper, u"Order"_s, u"Reported fault"_s).value == u"1001: no page opens"_s);
    CHECK(rowOf(paper, u"Order"_s, u"Contact person"_s).value == u"陈样本, 138 0000 0009"_s);
    CHECK(rowOf(paper, u"Order"_s, u"Bandwidth"_s).value == u"For this customer alone"_s);
    CHECK(rowOf(paper, u"Order"_s, u"Service tier"_s).value == u"Gold (SVIP)"_s);
    CHECK(rowOf(paper, u"Order"_s, u"Number of the service order"_s).value == u"SO-77"_s);
    CHECK_FALSE(rowOf(paper, u"Order"_s, u"Contract until"_s).value.isEmpty());
}

TEST_CASE("a satisfied customer's words and a time that was not the customer's stand on the paper")
{
    domain::WalkAnswers answers;
    answers.rating = {domain::Rating::Satisfied, u"quick and clean"_s};
    test::TicketBench bench;
    const WallTime start = bench.clock().now() + std::chrono::hours(2);
    answers.appointment =
        domain::AppointmentBooked{{start, start}, u"王样本"_s, u"138 0000 0001"_s, false, u"no free engineer"_s};
    REQUIRE(bench.walkTo(domain::State::SignedOff, answers));
    const TicketPage page = test::pageOf(bench);
    const domain::Paper paper = *workOrderPaper(page, test::blobsOf(page.ticket, kPicture));
    CHECK(rowOf(paper, u"Customer's rating"_s, u"Rating"_s).remark == u"In the customer's words: quick and clean"_s);
    CHECK(rowOf(paper, u"Appointment and arrival"_s, u"Agreed time"_s).remark
          == u"Another time than the customer first wished. Reason: no free engineer"_s);
}

TEST_CASE("notes are for the office and stay off the customer's paper")
{
    test::TicketBench bench;
    REQUIRE(bench.walkTo(domain::State::Working));
    REQUIRE_FALSE(bench.act(domain::NoteAdded{u"The hall lamp was broken before"_s, {}}));
    REQUIRE_FALSE(bench.act(domain::NoteAdded{u"A difficult customer"_s, {}}, domain::kDispatcher));
    const domain::Paper paper = paperOf(bench);
    for (const domain::PaperSection &part : paper.sections) {
        for (const domain::PaperRow &row : part.rows)
            CHECK_FALSE(QString(row.label + row.value + row.remark).contains(u"lamp"_s));
    }
}

TEST_CASE("the customer reads all that is signed, the charge before everything")
{
    const auto bench = test::signedOffBench(test::urbanOrder(), test::eventfulAnswers());
    const TicketPage page = test::pageOf(*bench);
    const CustomerPaper shown = customerPaper(page);
    REQUIRE_FALSE(shown.sections.empty());
    CHECK(shown.sections.front().title == u"Charges"_s);
    REQUIRE(shown.sections.front().rows.size() == 3);
    CHECK(shown.sections.front().rows[1].value == u"¥60.00"_s);
    QString words;
    for (const domain::PaperSection &part : shown.sections) {
        for (const domain::PaperRow &row : part.rows)
            words += row.label + u' ' + row.value + u' ' + row.remark + u'\n';
    }
    const domain::Ticket &ticket = bench->ticket();
    const domain::TicketOpened &order = ticket.order;
    for (const QString &part : {order.customerName, u"138 0000 0001"_s, order.address, order.accountId, order.product,
                                ticket.appointment->appointment.person, u"As the customer wished."_s,
                                u"Out of limits · -27.31 dBm"_s, u"主干光缆衰减偏大"_s, u"电视柜（实木）"_s})
        CHECK(words.contains(part));
    for (const auto &[id, record] : ticket.steps) {
        CAPTURE(id);
        CHECK(words.contains(bench->catalogue().step(id)->title.en));
        CHECK(words.contains(record.text));
        CHECK(words.contains(record.reason));
    }
    for (const auto &[id, fact] : ticket.readings)
        CHECK(words.contains(valueText(fact.reading.value, *bench->catalogue().measure(id))));
    REQUIRE(shown.photos.size() == ticket.photos.size());
    CHECK(shown.photos.front().sha256 == ticket.photos.front().photo.sha256);
    CHECK(shown.photos.front().caption.startsWith(u"Photo before work"_s));

    const auto free = test::signedOffBench(test::urbanOrder(), {});
    CHECK(customerPaper(test::pageOf(*free)).sections.front().rows.front().value == u"Free of charge"_s);
}

TEST_CASE("a paper in Chinese has no English words of ours in it")
{
    const auto bench = test::signedOffBench(test::urbanOrder(), {});
    bench->inject(domain::NoteAdded{u"门口有狗"_s, {}}, bench->technician(), domain::kTechnician);
    setLanguage(Language::Chinese);
    const domain::Paper paper = paperOf(*bench);
    setLanguage(Language::English);
    const auto hasChinese = [](const QString &text) {
        return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
    };
    CHECK(paper.language == u"zh_CN"_s);
    CHECK(paper.pageOf == u"第 %1 页，共 %2 页"_s);
    for (const QString &text : {paper.company, paper.title, paper.hotline, paper.photosTitle, paper.signaturesTitle})
        CHECK(hasChinese(text));
    for (const domain::PaperSection &part : paper.sections) {
        CHECK(hasChinese(part.title));
        for (const domain::PaperRow &row : part.rows) {
            CAPTURE(row.label, row.value);
            CHECK(hasChinese(row.label));
            CHECK_FALSE(row.value.contains(u"Done"_s));
        }
    }
}

TEST_CASE("the service code in brief says for every stage what counts and what never happens")
{
    const domain::Catalogue &catalogue = test::ftthInstall();
    const domain::Paper paper = serviceCodePaper(catalogue);
    CHECK(paper.number == u"service-code-2026.5"_s);
    CHECK(rowOf(paper, u"At the door"_s, u"Greeted, introduced, work ID shown"_s)
              .value.startsWith(u"Knock gently, ring for two seconds at most"_s));
    std::size_t rules = 0;
    for (const domain::PaperSection &part : paper.sections) {
        for (const domain::PaperRow &row : part.rows) {
            CHECK_FALSE(row.value.isEmpty());
            CHECK_FALSE(row.value.contains(u'{'));
            rules += std::any_of(catalogue.conduct.begin(), catalogue.conduct.end(),
                                 [&](const domain::ConductRule &rule) { return rule.text.en == row.value; })
                         ? 1
                         : 0;
        }
    }
    CHECK(rules == catalogue.conduct.size());
    REQUIRE(section(paper, u"What to say"_s));
    setLanguage(Language::Chinese);
    const domain::Paper chinese = serviceCodePaper(catalogue);
    setLanguage(Language::English);
    CHECK(chinese.title == u"服务规范口诀卡"_s);
    CHECK(chinese.sections.size() == paper.sections.size());
}

TEST_CASE("a signature given before a correction says so, with the time of the correction")
{
    const auto bench = test::signedOffBench(test::urbanOrder(), {});
    REQUIRE_FALSE(
        bench->act(domain::ReviewDecided{domain::ReviewDecision::Return, u"again"_s, {}}, domain::kSupervisor));
    bench->clock().advance(std::chrono::hours(3));
    domain::StepAnswered corrected{u"F01"_s, {}, u"西湖-文三-0127 / SP2 / 06"_s};
    REQUIRE_FALSE(bench->act(corrected));
    const domain::Paper paper = paperOf(*bench);
    const QString when = dayTimeText(bench->clock().now()).section(u' ', -1);
    for (const domain::PaperSignature &signature : paper.signatures) {
        CHECK(signature.remark.startsWith(u"Signed before the correction of "_s));
        CHECK(signature.remark.contains(when));
    }
    CHECK(rowOf(paper, u"Order"_s, u"State"_s).mark == u"open"_s);
}

TEST_CASE("a paper before the signatures has empty boxes to sign")
{
    test::TicketBench bench;
    REQUIRE(bench.walkTo(domain::State::Working));
    const domain::Paper paper = paperOf(bench);
    REQUIRE(paper.signatures.size() == 2);
    CHECK(paper.signatures[0].strokes.empty());
    CHECK(paper.signatures[0].remark == u"Not signed yet."_s);
    CHECK(section(paper, u"Readings"_s) == nullptr);
}

TEST_CASE("a missing photo, missing strokes or broken strokes are an error that names them")
{
    const auto bench = test::signedOffBench(test::urbanOrder(), {});
    const TicketPage page = test::pageOf(*bench);
    const auto none = workOrderPaper(page, [](const QByteArray &) -> Result<QByteArray> {
        return Error{ErrorCode::NotFound, u"not here"_s, {}};
    });
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::NotFound);
    CHECK(none.error().subject.startsWith(u"Photo before work"_s));
    const auto broken = workOrderPaper(page, [](const QByteArray &) -> Result<QByteArray> { return QByteArray("{}"); });
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code == ErrorCode::Damaged);
    CHECK(broken.error().subject == u"the customer's signature"_s);
}

TEST_CASE("a ticket of a checklist that is not known here cannot be printed and says why")
{
    const test::TicketBench bench;
    TicketPage page = test::pageOf(bench);
    page.catalogue = nullptr;
    const auto paper = workOrderPaper(page, test::blobsOf(page.ticket, kPicture));
    REQUIRE_FALSE(paper);
    CHECK(paper.error().code == ErrorCode::SchemaTooNew);
}
