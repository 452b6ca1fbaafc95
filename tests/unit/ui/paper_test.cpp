// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_world.h"

#include <ruhu/widgets/prompts.h>

#include <ruhu_test/little_room.h>

#include <QAction>
#include <QDir>
#include <QPrintPreviewWidget>
#include <QProcess>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using presentation::FieldSession;

namespace {

/// The window over a ticket that was signed off, with fixed answers to its questions.
struct PaperWorld {
    PaperWorld()
    {
        world.open([this](FieldSession &session) {
            id = nthTicket(session, 0);
            number = must(session.row(id)).number;
            walk(world.office, session, id);
        });
        world.syncNow();
        world.openTicket(id);
        await(u"paperButton"_s);
        answers.pdf = dir.path(u"paper.pdf"_s);
        answers.print = dir.path(u"printed.pdf"_s);
        widgets::setPrompts(&answers);
    }
    ~PaperWorld() { widgets::setPrompts(nullptr); }
    PaperWorld(const PaperWorld &) = delete;
    PaperWorld &operator=(const PaperWorld &) = delete;

    void openPreview() const
    {
        click(u"paperButton"_s);
        await(u"paperView"_s);
    }
    [[nodiscard]] QStringList files() const { return QDir(dir.path()).entryList(QDir::Files | QDir::Hidden); }

    WindowWorld world;
    TicketId id;
    QString number;
    TempDir dir;
    widgets::ScriptedPrompts answers;
};

[[nodiscard]] QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForFinished(kPatienceMs));
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

[[nodiscard]] int pagesShown()
{
    const auto *preview = await(u"paperView"_s)->findChild<QPrintPreviewWidget *>();
    REQUIRE(preview);
    REQUIRE(QTest::qWaitFor([preview] { return preview->pageCount() > 0; }, kPatienceMs));
    return preview->pageCount();
}

/// What another program reads in the file: A4, every page numbered and named, both signers at the end.
void checkPaper(const QString &file, const QString &number, int pages)
{
    const QString about = outputOf(u"pdfinfo"_s, {file});
    INFO(about.toStdString());
    CHECK(about.contains(u"(A4)"_s));
    const QStringList texts =
        outputOf(u"pdftotext"_s, {u"-enc"_s, u"UTF-8"_s, file, u"-"_s}).split(u'\f', Qt::SkipEmptyParts);
    REQUIRE(texts.size() == pages);
    for (int i = 0; i < pages; ++i) {
        CHECK(texts[i].contains(u"Page %1 of %2"_s.arg(i + 1).arg(pages)));
        CHECK(texts[i].contains(number));
    }
    const QString whole = texts.join(u'\n');
    const QString signatures = whole.mid(whole.lastIndexOf(u"Signatures"_s));
    CHECK(signatures.contains(u"Customer"_s));
    CHECK(signatures.contains(u"Technician"_s));
    CHECK(signatures.count(u"Somebody"_s) == 2);
}

} // namespace

TEST_CASE("the service code in brief is shown from the menu and printed", "[ui][paper]")
{
    const PaperWorld paper;
    auto *action = paper.world.window->findChild<QAction *>(u"serviceCode"_s);
    REQUIRE(action);
    action->trigger();
    await(u"paperView"_s);
    CHECK(pagesShown() <= 3);
    click(u"printButton"_s);
    awaitText(u"paperView/banner"_s, u"Sent to the printer"_s);
    const QString text = outputOf(u"pdftotext"_s, {u"-enc"_s, u"UTF-8"_s, paper.answers.print, u"-"_s});
    CHECK(text.contains(u"Service code in brief"_s));
    CHECK(text.contains(u"Take no gifts"_s));
    click(u"closePaperButton"_s);
    awaitGone(u"paperView"_s);
}

TEST_CASE("the paper that is shown is the paper that is saved and printed", "[ui][paper]")
{
    const PaperWorld paper;
    SECTION("opened with its button")
    {
        paper.openPreview();
    }
    SECTION("opened with Ctrl+P")
    {
        await(u"stageScroll"_s)->setFocus();
        press(Qt::Key_P, Qt::ControlModifier);
        await(u"paperView"_s);
    }
    const int pages = pagesShown();
    CHECK(pages > 0);
    click(u"savePdfButton"_s);
    awaitText(u"paperView/banner"_s, paper.answers.pdf);
    checkPaper(paper.answers.pdf, paper.number, pages);

    click(u"printButton"_s);
    awaitText(u"paperView/banner"_s, u"Sent to the printer"_s);
    checkPaper(paper.answers.print, paper.number, pages);
    CHECK(paper.files() == QStringList{u"paper.pdf"_s, u"printed.pdf"_s});
    click(u"closePaperButton"_s);
    awaitGone(u"paperView"_s);
    CHECK(seen(u"ticketView"_s));
}

TEST_CASE("a paper that cannot be saved is said so in words and leaves nothing half", "[ui][paper][fault]")
{
    PaperWorld paper;
    paper.openPreview();
    CHECK(pagesShown() > 0);
    SECTION("a full disk, and then room")
    {
        {
            const LittleRoom room(8 * 1024);
            click(u"savePdfButton"_s);
            awaitText(u"paperView/banner"_s, u"The disk is full"_s);
            awaitText(u"paperView/banner"_s, u"Free some space"_s);
        }
        CHECK(paper.files().isEmpty());
        click(u"savePdfButton"_s);
        awaitText(u"paperView/banner"_s, u"Saved"_s);
        CHECK(paper.files() == QStringList{u"paper.pdf"_s});
    }
    SECTION("a folder that is closed")
    {
        paper.answers.pdf = u"/proc/self/paper.pdf"_s;
        click(u"savePdfButton"_s);
        awaitText(u"paperView/banner"_s, u"cannot be written"_s);
        awaitText(u"paperView/banner"_s, u"another folder"_s);
    }
    SECTION("a folder that is gone")
    {
        paper.answers.pdf = paper.dir.path(u"stick/paper.pdf"_s);
        click(u"savePdfButton"_s);
        awaitText(u"paperView/banner"_s, u"not found"_s);
        CHECK(paper.files().isEmpty());
    }
    // The next try is possible at once.
    CHECK(await(u"savePdfButton"_s)->isEnabled());
}

TEST_CASE("who changes their mind saves and prints nothing", "[ui][paper]")
{
    PaperWorld paper;
    paper.answers.pdf.clear();
    paper.answers.print.clear();
    paper.openPreview();
    click(u"savePdfButton"_s);
    click(u"printButton"_s);
    QTest::qWait(0);
    CHECK_FALSE(seen(u"paperView/banner"_s));
    CHECK(paper.files().isEmpty());
    CHECK(seen(u"savePdfButton"_s)->isEnabled());
}
