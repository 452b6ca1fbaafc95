// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paper_page.h"
#include "pdf_text.h"

#include <ruhu/presentation/words.h>
#include <ruhu/report/report.h>

#include <ruhu_test/catch_qt.h>

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;

namespace {

[[nodiscard]] domain::Paper visitPaper(const domain::TicketOpened &order, presentation::Language language)
{
    const auto bench = test::signedOffBench(order, test::eventfulAnswers());
    presentation::setLanguage(language);
    const presentation::TicketPage page = test::pageOf(*bench);
    auto paper = presentation::workOrderPaper(page, test::blobsOf(page.ticket, test::samplePicture({1600, 1200})));
    REQUIRE(paper);
    return *paper;
}

/// A folder in RUHU_SHOW_PAPERS gets every paper these tests make, to be looked at.
void show(const QString &name, const QByteArray &pdf)
{
    const QString folder = qEnvironmentVariable("RUHU_SHOW_PAPERS");
    if (folder.isEmpty())
        return;
    QFile file(QDir(folder).filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(pdf);
}

/// Headings may be told apart on a page, values may not be lost: every text is looked for in the whole file.
void checkFound(const domain::Paper &paper, const QByteArray &pdf)
{
    const QString text = test::squeezed(test::pagesOfText(pdf).join(u'\n'));
    QStringList lost;
    for (const QString &wanted : test::textsOf(paper)) {
        if (!text.contains(test::squeezed(wanted)))
            lost.push_back(wanted);
    }
    CHECK(lost == QStringList());
}

} // namespace

TEST_CASE("every text of a whole visit is found in the Chinese file, characters and digits alike")
{
    domain::TicketOpened order = test::urbanOrder();
    order.address = u"文三路某某花园二期幸福里小区12幢3单元402室（门牌在东侧电梯厅旁，长门户工水用页面见车马风）"_s;
    order.remark = u"龘靐齉䶮㐀囍 乙力厂儿几 fi fl ffi 0123456789"_s;
    const domain::Paper paper = visitPaper(order, presentation::Language::Chinese);
    const auto pdf = report::makePdf(paper);
    REQUIRE(pdf);
    show(u"visit-zh.pdf"_s, *pdf);
    checkFound(paper, *pdf);
    CHECK(test::pagesOfText(*pdf).front().contains(u"不合格"_s));
    presentation::setLanguage(presentation::Language::English);
}

TEST_CASE("every text of a whole visit is found in the English file")
{
    const domain::Paper paper = visitPaper(test::urbanOrder(), presentation::Language::English);
    const auto pdf = report::makePdf(paper);
    REQUIRE(pdf);
    show(u"visit-en.pdf"_s, *pdf);
    checkFound(paper, *pdf);
}

TEST_CASE("a small paper is one page, in either language")
{
    const domain::Paper paper = test::smallPaper();
    const auto pdf = report::makePdf(paper);
    REQUIRE(pdf);
    show(u"small-en.pdf"_s, *pdf);
    checkFound(paper, *pdf);
    const QStringList pages = test::pagesOfText(*pdf);
    REQUIRE(pages.size() == 1);
    CHECK(pages.front().contains(u"Page 1 of 1"_s));
    CHECK(pages.front().contains(u"OK"_s));
    CHECK(pages.front().contains(u"Not OK"_s));
}
