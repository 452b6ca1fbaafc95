// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/prompts.h>

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/temp_dir.h>

#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QInputDialog>
#include <QPlainTextEdit>
#include <QPrinter>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::widgets;

namespace {

constexpr int kPromptPatienceMs = 30'000;

/// A page that asks, and every answer it got.
struct Asking {
    Asking()
    {
        page->show();
        REQUIRE(QTest::qWaitForWindowExposed(page.get(), kPromptPatienceMs));
    }
    [[nodiscard]] auto hear()
    {
        return [this](const QString &answer) { answers.append(answer); };
    }
    template<typename Dialog>
    [[nodiscard]] Dialog *shown(const QString &name) const
    {
        auto *dialog = page->findChild<Dialog *>(name);
        REQUIRE(dialog);
        CHECK(dialog->isVisible());
        return dialog;
    }

    std::unique_ptr<QWidget> page = std::make_unique<QWidget>();
    QStringList answers;
};

[[nodiscard]] bool isGone(const Asking &asking, const QString &name)
{
    return QTest::qWaitFor([&] { return !asking.page->findChild<QDialog *>(name); }, kPromptPatienceMs);
}

} // namespace

TEST_CASE("a question returns at once and is answered once", "[widgets][prompts]")
{
    Asking asking;
    prompts().askText(asking.page.get(), u"Note"_s, u"What should the office know?"_s, asking.hear());
    auto *dialog = asking.shown<QInputDialog>(u"textDialog"_s);
    CHECK(asking.answers.isEmpty());
    SECTION("with what was typed")
    {
        dialog->findChild<QPlainTextEdit *>()->setPlainText(u"  The bell is broken \n"_s);
        dialog->accept();
        CHECK(asking.answers == QStringList{u"The bell is broken"_s});
    }
    SECTION("not at all when nothing was typed")
    {
        dialog->findChild<QPlainTextEdit *>()->setPlainText(u"  \n"_s);
        dialog->accept();
        CHECK(asking.answers.isEmpty());
    }
    SECTION("not at all when it was cancelled")
    {
        dialog->findChild<QPlainTextEdit *>()->setPlainText(u"Never mind"_s);
        dialog->reject();
        CHECK(asking.answers.isEmpty());
    }
    CHECK(isGone(asking, u"textDialog"_s));
}

TEST_CASE("nobody is answered who is gone", "[widgets][prompts]")
{
    Asking asking;
    prompts().askText(asking.page.get(), u"Note"_s, u"What?"_s, asking.hear());
    prompts().savePdf(asking.page.get(), u"paper.pdf"_s, asking.hear());
    prompts().choosePhoto(asking.page.get(),
                          [&asking](const ChosenPhoto &photo) { asking.answers.append(photo.path); });
    asking.page.reset(); // with its dialogs
    QTest::qWait(0);
    CHECK(asking.answers.isEmpty());
}

TEST_CASE("a paper goes where the person says, and its name ends as it should", "[widgets][prompts]")
{
    const test::TempDir dir;
    Asking asking;
    prompts().savePdf(asking.page.get(), dir.path(u"IN-1.pdf"_s), asking.hear());
    auto *dialog = asking.shown<QFileDialog>(u"savePdfDialog"_s);
    CHECK(dialog->acceptMode() == QFileDialog::AcceptSave);
    CHECK(dialog->selectedFiles() == QStringList{dir.path(u"IN-1.pdf"_s)});
    dialog->selectFile(dir.path(u"other"_s));
    static_cast<QDialog *>(dialog)->accept();
    CHECK(asking.answers == QStringList{dir.path(u"other.pdf"_s)});
}

TEST_CASE("a photo may be a file instead of one from the camera", "[widgets][prompts]")
{
    const test::TempDir dir;
    const QString file = dir.write(u"photo.jpg"_s, "bytes");
    Asking asking;
    prompts().choosePhoto(asking.page.get(), [&asking](const ChosenPhoto &photo) {
        CHECK(photo.bytes.isEmpty());
        asking.answers.append(photo.path);
    });
    auto *camera = asking.shown<QDialog>(u"cameraDialog"_s);
    camera->findChild<QPushButton *>(u"cameraFile"_s)->click();
    auto *dialog = camera->findChild<QFileDialog *>(u"photoFileDialog"_s);
    REQUIRE(dialog);
    SECTION("which ends the matter")
    {
        dialog->selectFile(file);
        static_cast<QDialog *>(dialog)->accept();
        CHECK(asking.answers == QStringList{file});
        CHECK(isGone(asking, u"cameraDialog"_s));
    }
    SECTION("or the camera after all")
    {
        dialog->reject();
        CHECK(asking.answers.isEmpty());
        CHECK(camera->isVisible());
    }
}

TEST_CASE("a printer is asked for without holding anything up", "[widgets][prompts]")
{
    Asking asking;
    QPrinter printer(QPrinter::HighResolution);
    prompts().choosePrinter(asking.page.get(), printer, [&asking] { asking.answers.append(u"print"_s); });
    auto *dialog = asking.shown<QDialog>(u"printDialog"_s);
    dialog->reject();
    CHECK(asking.answers.isEmpty());
    CHECK(isGone(asking, u"printDialog"_s));
}
