// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/button.h>
#include <ruhu/widgets/camera_dialog.h>

#include <ruhu_test/catch_qt.h>

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu::widgets;

namespace {

constexpr int kPatienceMs = 30'000;

/// Pictures come when the test says so.
class FedSource final : public FrameSource {
public:
    void look() override { ++looks; }
    void start(const QByteArray &camera) override { started.append(camera); }
    void stop() override { ++stops; }

    int looks = 0;
    QByteArrayList started;
    int stops = 0;
};

[[nodiscard]] QImage picture(Qt::GlobalColor colour)
{
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

/// The dialog over fed pictures, shown.
struct Shown {
    Shown()
    {
        auto owned = std::make_unique<FedSource>();
        source = owned.get();
        dialog = std::make_unique<CameraDialog>(std::move(owned));
        taken = std::make_unique<QSignalSpy>(dialog.get(), &CameraDialog::taken);
        files = std::make_unique<QSignalSpy>(dialog.get(), &CameraDialog::fileRequested);
        dialog->show();
        dialog->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(dialog.get(), kPatienceMs));
    }
    void plug(const std::vector<Camera> &cameras) { Q_EMIT source->camerasFound(cameras); }
    void see(Qt::GlobalColor colour) { Q_EMIT source->frame(picture(colour)); }
    [[nodiscard]] QPushButton *button(const QString &name) const { return dialog->findChild<QPushButton *>(name); }
    [[nodiscard]] QPushButton *primary() const { return button(u"cameraPrimary"_s); }
    [[nodiscard]] QString words() const
    {
        const auto *label = dialog->findChild<QLabel *>(u"cameraWords"_s);
        return label->isVisible() ? label->text() : QString();
    }
    /// As the keyboard does.
    void press(Qt::Key key) const
    {
        QWidget *focus = QApplication::focusWidget();
        REQUIRE(focus);
        QTest::keyClick(focus, key);
    }
    /// The picture that left the dialog.
    [[nodiscard]] QByteArray photo() const
    {
        REQUIRE(QTest::qWaitFor([this] { return !taken->isEmpty(); }, kPatienceMs));
        return taken->at(0).at(0).toByteArray();
    }

    FedSource *source;
    std::unique_ptr<CameraDialog> dialog;
    std::unique_ptr<QSignalSpy> taken;
    std::unique_ptr<QSignalSpy> files;
};

const Camera kFront{"front", u"Front camera"_s};
const Camera kBack{"back", u"Back camera"_s};

[[nodiscard]] QColor middleOf(const QByteArray &jpeg)
{
    const QImage image = QImage::fromData(jpeg, "JPEG");
    REQUIRE(image.size() == QSize(64, 48));
    return image.pixelColor(32, 24);
}

} // namespace

TEST_CASE("the photo is what was seen when it was taken, by keys alone", "[widgets][camera]")
{
    const Shown camera = Shown();
    CHECK(camera.source->looks == 1);
    CHECK_FALSE(camera.primary()->isEnabled());
    Q_EMIT camera.source->camerasFound({kFront});
    CHECK(camera.source->started == QByteArrayList{"front"});
    CHECK_FALSE(camera.primary()->isEnabled()); // nothing to be seen yet
    CHECK_FALSE(camera.words().isEmpty());
    Q_EMIT camera.source->frame(picture(Qt::red));
    CHECK(camera.primary()->isEnabled());
    CHECK(camera.words().isEmpty());
    const auto *view = camera.dialog->findChild<QWidget *>(u"cameraView"_s);
    CHECK(view->width() >= 380); // enough to see what is on it
    CHECK(view->height() >= 300);

    camera.press(Qt::Key_Space);
    CHECK(camera.primary()->text() == u"Use this photo");
    CHECK(camera.source->stops == 1);
    Q_EMIT camera.source->frame(picture(Qt::blue)); // was under way
    camera.press(Qt::Key_Return);
    const QByteArray jpeg = camera.photo();
    CHECK(middleOf(jpeg).red() > 200);
    CHECK(middleOf(jpeg).blue() < 60);
    CHECK(camera.taken->count() == 1);
    CHECK_FALSE(camera.dialog->isVisible());
}

TEST_CASE("a photo holds its pixels and nothing else", "[widgets][camera]")
{
    Shown camera;
    camera.plug({kFront});
    QImage frame = picture(Qt::green);
    frame.setText(u"Description"_s, u"30.27 N 120.15 E"_s);
    Q_EMIT camera.source->frame(frame);
    camera.primary()->click();
    camera.primary()->click();
    const QByteArray jpeg = camera.photo();
    CHECK(jpeg.startsWith("\xff\xd8\xff"));
    CHECK_FALSE(jpeg.contains("Exif"));
    CHECK_FALSE(jpeg.contains("120.15"));
}

TEST_CASE("a photo can be taken again before it is used", "[widgets][camera]")
{
    Shown camera;
    camera.plug({kFront});
    camera.see(Qt::red);
    CHECK_FALSE(camera.button(u"cameraAgain"_s)->isVisible());
    camera.primary()->click();
    camera.button(u"cameraAgain"_s)->click();
    CHECK(camera.source->started == QByteArrayList{"front", "front"});
    CHECK_FALSE(camera.primary()->isEnabled()); // the old picture is no new one
    camera.press(Qt::Key_Space); // too early
    CHECK(camera.dialog->isVisible());
    CHECK(camera.files->isEmpty());
    camera.see(Qt::blue);
    camera.press(Qt::Key_Enter);
    camera.press(Qt::Key_Space);
    CHECK(middleOf(camera.photo()).blue() > 200);
    CHECK(camera.taken->count() == 1);
}

TEST_CASE("without a camera the dialog says so and offers a file", "[widgets][camera]")
{
    Shown camera;
    camera.plug({});
    CHECK(camera.words().contains(u"no camera"_s));
    CHECK(camera.primary()->text() == u"Choose a file …");
    CHECK_FALSE(camera.button(u"cameraFile"_s)->isVisible()); // one button for one thing
    camera.press(Qt::Key_Return);
    CHECK(camera.files->count() == 1);
    CHECK(camera.dialog->isVisible()); // until a file is chosen
    // One is plugged in after all.
    camera.plug({kBack});
    CHECK(camera.source->started == QByteArrayList{"back"});
    camera.see(Qt::red);
    CHECK(camera.primary()->text() == u"Take the photo");
    CHECK(camera.button(u"cameraFile"_s)->isVisible());
    // And out again.
    camera.plug({});
    CHECK(camera.words().contains(u"no camera"_s));
}

TEST_CASE("a camera that gives no picture is said so and tried again", "[widgets][camera]")
{
    Shown camera;
    camera.plug({kFront});
    Q_EMIT camera.source->failed();
    CHECK(camera.words().contains(u"no picture"_s));
    CHECK(camera.button(u"cameraFile"_s)->isVisible());
    camera.press(Qt::Key_Return);
    CHECK(camera.source->started == QByteArrayList{"front", "front"});
    camera.see(Qt::red);
    CHECK(camera.primary()->text() == u"Take the photo");
}

TEST_CASE("one of several cameras can be chosen, and stays chosen", "[widgets][camera]")
{
    Shown camera;
    camera.plug({kFront});
    auto *picker = camera.dialog->findChild<QComboBox *>(u"cameraPicker"_s);
    CHECK_FALSE(picker->isVisible());
    camera.plug({kFront, kBack});
    CHECK(picker->isVisible());
    CHECK(camera.source->started == QByteArrayList{"front"}); // goes on
    picker->setFocus();
    QTest::keyClick(picker, Qt::Key_Down);
    CHECK(camera.source->started == QByteArrayList{"front", "back"});
    camera.plug({kBack, kFront});
    CHECK(picker->currentData().toByteArray() == "back");
    CHECK(camera.source->started.size() == 2);
}

TEST_CASE("Esc closes, and the camera is let go", "[widgets][camera]")
{
    Shown camera;
    camera.plug({kFront});
    camera.see(Qt::red);
    SECTION("while it is live")
    {
        camera.press(Qt::Key_Escape);
        CHECK(camera.source->stops == 1);
    }
    SECTION("while the photo is being made ready")
    {
        camera.primary()->click();
        camera.primary()->click();
        CHECK_FALSE(camera.primary()->isEnabled());
        camera.press(Qt::Key_Escape);
    }
    CHECK_FALSE(camera.dialog->isVisible());
    CHECK(camera.source->stops >= 1);
    camera.see(Qt::blue);
    QTest::qWait(0);
    CHECK(camera.taken->isEmpty());
}

TEST_CASE("the real cameras answer how many there are, also when there is none", "[widgets][camera]")
{
    const auto source = makeCameraSource();
    QSignalSpy found(source.get(), &FrameSource::camerasFound);
    QSignalSpy failed(source.get(), &FrameSource::failed);
    source->look();
    REQUIRE(QTest::qWaitFor([&found] { return !found.isEmpty(); }, kPatienceMs));
    source->start("a camera that is not there");
    REQUIRE(QTest::qWaitFor([&failed] { return !failed.isEmpty(); }, kPatienceMs));
    source->stop();
}
