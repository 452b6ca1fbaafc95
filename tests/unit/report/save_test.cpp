// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pdf_text.h"

#include <ruhu/report/report.h>

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/little_room.h>
#include <ruhu_test/temp_dir.h>

#include <QDir>
#include <QFileInfo>

#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

[[nodiscard]] ErrorCode codeOf(const Result<void> &result)
{
    REQUIRE_FALSE(result);
    return result.error().code;
}

} // namespace

TEST_CASE("a saved file is a whole PDF and the only thing in its folder")
{
    const test::TempDir dir;
    const QString path = dir.path(u"服务单 IN-1125-001.pdf"_s);
    REQUIRE(report::savePdf(test::smallPaper(), path));
    REQUIRE(report::savePdf(test::smallPaper(), path)); // over an older one
    CHECK(dir.read(u"服务单 IN-1125-001.pdf"_s).startsWith("%PDF"));
    CHECK(dir.read(u"服务单 IN-1125-001.pdf"_s).trimmed().endsWith("%%EOF"));
    CHECK(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden).size() == 1);
}

TEST_CASE("a full disk leaves the older file as it was and nothing half")
{
    const test::TempDir dir;
    const QString path = dir.write(u"paper.pdf"_s, "older");
    const domain::Paper paper = test::smallPaper();
    Result<void> saved;
    {
        const LittleRoom room(8 * 1024);
        saved = report::savePdf(paper, path);
    }
    CHECK(codeOf(saved) == ErrorCode::DiskFull);
    CHECK(dir.read(u"paper.pdf"_s) == "older");
    CHECK(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden) == QStringList{u"paper.pdf"_s});
}

TEST_CASE("a folder that is missing, closed or no folder is told apart")
{
    const test::TempDir dir;
    const domain::Paper paper = test::smallPaper();
    CHECK(codeOf(report::savePdf(paper, dir.path(u"missing/paper.pdf"_s))) == ErrorCode::NotFound);
    const QString file = dir.write(u"file"_s, "x");
    CHECK(codeOf(report::savePdf(paper, file + u"/paper.pdf"_s)) == ErrorCode::NotFound);
    CHECK(codeOf(report::savePdf(paper, dir.path())) == ErrorCode::ReadOnly);
    CHECK(codeOf(report::savePdf(paper, u"/proc/self/paper.pdf"_s)) == ErrorCode::ReadOnly);
    const QString pipe = dir.path(u"pipe"_s);
    REQUIRE(mkfifo(qPrintable(pipe), 0600) == 0);
    CHECK(codeOf(report::savePdf(paper, pipe)) == ErrorCode::ReadOnly);
}

TEST_CASE("a paper that cannot be made leaves no file")
{
    const test::TempDir dir;
    domain::Paper paper = test::smallPaper();
    paper.photos[0].bytes = "broken";
    CHECK(codeOf(report::savePdf(paper, dir.path(u"paper.pdf"_s))) == ErrorCode::InvalidInput);
    CHECK_FALSE(QFileInfo::exists(dir.path(u"paper.pdf"_s)));
}
