// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pdf_text.h"

#include <ruhu/report/report.h>

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/no_warnings.h>

#include <QBuffer>
#include <QPdfWriter>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;

namespace {

[[nodiscard]] QStringList pagesOf(const domain::Paper &paper)
{
    const auto pdf = report::makePdf(paper);
    REQUIRE(pdf);
    return test::pagesOfText(*pdf);
}

} // namespace

TEST_CASE_METHOD(test::NoWarnings, "the number of pages is answered and stands on every page")
{
    domain::Paper paper = test::smallPaper();
    for (int i = 0; i < 120; ++i)
        paper.sections[0].rows.push_back({u"Step %1"_s.arg(i), u"Done · 10:%1"_s.arg(i % 60), {}, {}});
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    QPdfWriter writer(&buffer);
    const auto count = report::paint(paper, writer);
    REQUIRE(count);
    const QStringList pages = test::pagesOfText(bytes);
    REQUIRE(pages.size() == *count);
    REQUIRE(*count > 2);
    for (int i = 0; i < *count; ++i) {
        CHECK(pages[i].contains(u"Page %1 of %2"_s.arg(i + 1).arg(*count)));
        CHECK(pages[i].contains(paper.number));
        CHECK(pages[i].contains(u"Content hash"_s));
    }
    CHECK(pages[0].contains(paper.hotline));
    CHECK(pages[1].contains(u"Order (continued)"_s));
}

TEST_CASE("a heading never stands alone at the end of a page")
{
    for (int rows = 25; rows < 50; ++rows) {
        domain::Paper paper = test::smallPaper();
        for (int i = 0; i < rows; ++i)
            paper.sections[0].rows.push_back({u"Step"_s, u"Done"_s, {}, {}});
        paper.sections.push_back({u"Second section"_s, {{u"First row of it"_s, u"x"_s, {}, {}}}});
        for (const QString &page : pagesOf(paper))
            CHECK(page.contains(u"Second section"_s) == page.contains(u"First row of it"_s));
    }
}

TEST_CASE("captions stay with their pictures and signatures with their heading")
{
    domain::Paper paper = test::smallPaper();
    paper.photos.clear();
    for (int i = 0; i < 14; ++i)
        paper.photos.push_back({test::samplePicture({400, 300}), u"Caption number %1 of a picture"_s.arg(i)});
    const QStringList pages = pagesOf(paper);
    REQUIRE(pages.size() >= 2);
    CHECK(pages.join(QString()).contains(u"Photos (continued)"_s));
    const auto signedPage =
        std::find_if(pages.begin(), pages.end(), [](const QString &p) { return p.contains(u"Signatures"_s); });
    REQUIRE(signedPage != pages.end());
    CHECK(signedPage->contains(u"Technician"_s));
    CHECK(signedPage->contains(u"Signed for this content."_s));
}

TEST_CASE("texts of any length are printed whole")
{
    domain::Paper paper = test::smallPaper();
    QString address;
    for (int i = 0; i < 900; ++i)
        address += u"某某路%1号"_s.arg(i);
    QString lines;
    for (int i = 0; i < 90; ++i)
        lines += u"line %1\n"_s.arg(i);
    paper.sections[0].rows[1].value = address;
    paper.sections[0].rows[2].remark = lines;
    paper.sections[0].rows[0].value = QString(700, u'W');
    paper.photos[0].caption = address.left(400);
    const QStringList pages = pagesOf(paper);
    QString text = pages.join(u'\n');
    for (int i = 1; i <= pages.size(); ++i) // what stands between two parts of the address
        for (const QString &between :
             {u"Page %1 of %2"_s.arg(i).arg(pages.size()), paper.footer, u"Order (continued)"_s,
              QString(paper.title + u" · "_s + paper.company), paper.number})
            text.remove(between);
    const QString found = test::squeezed(text);
    for (int i = 0; i < 900; ++i)
        CHECK(found.count(u"某某路%1号"_s.arg(i)) >= 1);
    CHECK(found.count(u'W') >= 700);
    CHECK(found.contains(u"line89"_s));
}

TEST_CASE("a broken photo is an error that tells its number and nothing of the customer's")
{
    domain::Paper paper = test::smallPaper();
    paper.photos.push_back({QByteArray("not a picture"), u"Photo of the terminal"_s});
    const auto pdf = report::makePdf(paper);
    REQUIRE_FALSE(pdf);
    CHECK(pdf.error().code == ErrorCode::InvalidInput);
    // Errors are printed and logged: nothing of the customer's is in them, and a caption is.
    CHECK(pdf.error().subject == u"photo %1"_s.arg(paper.photos.size()));
    CHECK_FALSE(pdf.error().detail.contains(u"terminal"_s));
    paper.photos.back().bytes = test::samplePicture({400, 300}).left(200);
    CHECK_FALSE(report::makePdf(paper));
}

TEST_CASE("a paper without photos, rows and strokes is a page all the same")
{
    domain::Paper paper = test::smallPaper();
    paper.sections.clear();
    paper.photos.clear();
    paper.signatures[0].strokes.clear();
    paper.signatures[1].strokes = {{}, {{5000, 5000, 0, 0}}};
    const QStringList pages = pagesOf(paper);
    REQUIRE(pages.size() == 1);
    CHECK_FALSE(pages[0].contains(u"Photos"_s));
    paper.signatures.clear();
    CHECK(pagesOf(paper).size() == 1);
}

TEST_CASE("the same paper makes the same pages")
{
    const domain::Paper paper = test::smallPaper();
    CHECK(pagesOf(paper) == pagesOf(paper));
}
