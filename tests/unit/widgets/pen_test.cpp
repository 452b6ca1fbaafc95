// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/signature_pad.h>

#include <ruhu_test/catch_qt.h>

#include <QApplication>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTabletEvent>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu::widgets;

namespace {

[[nodiscard]] const QPointingDevice *pen()
{
    static const QPointingDevice device(u"pen"_s, 7, QInputDevice::DeviceType::Stylus,
                                        QPointingDevice::PointerType::Pen,
                                        QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 1);
    return &device;
}

[[nodiscard]] QPointingDevice *touchScreen()
{
    static QPointingDevice *device = QTest::createTouchDevice();
    return device;
}

struct Pad {
    Pad()
    {
        pad.resize(600, 260);
        pad.show();
        REQUIRE(QTest::qWaitForWindowExposed(&pad));
        canvas = pad.findChild<QWidget *>(u"signatureCanvas"_s);
    }
    /// A share of the pad's width, in the middle of its height.
    [[nodiscard]] QPoint at(double share) const
    {
        return {static_cast<int>(canvas->width() * share), canvas->height() / 2};
    }
    void write(QEvent::Type type, double share, double pressure) const
    {
        const QPointF where = at(share);
        const Qt::MouseButtons held = type == QEvent::TabletRelease ? Qt::NoButton : Qt::LeftButton;
        QTabletEvent event(type, pen(), where, canvas->mapToGlobal(where), pressure, 0, 0, 0, 0, 0, Qt::NoModifier,
                           type == QEvent::TabletMove ? Qt::NoButton : Qt::LeftButton, held);
        QApplication::sendEvent(canvas, &event);
    }
    void penStroke(double from, double to, double pressure) const
    {
        write(QEvent::TabletPress, from, pressure);
        write(QEvent::TabletMove, to, pressure);
        write(QEvent::TabletRelease, to, 0);
    }
    /// The screen is touched, so places are those of the window.
    [[nodiscard]] QTest::QTouchEventSequence touch() const
    {
        return QTest::touchEvent(pad.windowHandle(), touchScreen());
    }
    [[nodiscard]] QPoint on(double share) const { return canvas->mapTo(&pad, at(share)); }
    [[nodiscard]] std::vector<std::size_t> lengths() const
    {
        std::vector<std::size_t> all;
        for (const Stroke &stroke : pad.strokes())
            all.push_back(stroke.size());
        return all;
    }

    ruhu::ManualClock clock;
    SignaturePad pad{clock};
    QWidget *canvas = nullptr;
};

using Lengths = std::vector<std::size_t>;

} // namespace

TEST_CASE("a pen writes strokes apart from each other, with the force of the hand", "[widgets][signature][pen]")
{
    Pad pad;
    QSignalSpy changed(&pad.pad, &SignaturePad::changed);
    pad.write(QEvent::TabletMove, 0.05, 0); // hovers before it writes
    pad.write(QEvent::TabletPress, 0.1, 0.25);
    pad.clock.advance(ruhu::Millis(12));
    pad.write(QEvent::TabletMove, 0.2, 0.75);
    pad.write(QEvent::TabletRelease, 0.2, 0);
    pad.write(QEvent::TabletMove, 0.4, 0); // on the way to the next stroke
    pad.penStroke(0.5, 0.6, 1.0);
    REQUIRE(pad.lengths() == Lengths{2, 2});
    const Stroke &first = pad.pad.strokes().front();
    CHECK(first[0].pressure == 250);
    CHECK(first[1].pressure == 750);
    CHECK(first[1].t == 12);
    CHECK(first[1].x == Approx(2000).margin(20));
    CHECK(pad.pad.strokes().back()[0].pressure == 1000);
    CHECK(pad.pad.strokes().back()[0].x == Approx(5000).margin(20));
    CHECK(changed.count() == 2);
}

TEST_CASE("a finger writes as a mouse does", "[widgets][signature][touch]")
{
    Pad pad;
    pad.touch().press(1, pad.on(0.1));
    pad.touch().move(1, pad.on(0.2));
    pad.touch().move(1, pad.on(0.3));
    pad.touch().release(1, pad.on(0.3));
    pad.touch().press(2, pad.on(0.5));
    pad.touch().move(2, pad.on(0.6));
    pad.touch().release(2, pad.on(0.6));
    REQUIRE(pad.lengths() == Lengths{3, 2});
    CHECK(pad.pad.strokes().front()[0].pressure == 0); // not measured
    CHECK(pad.pad.strokes().front()[2].x == Approx(3000).margin(20));
    CHECK(pad.pad.strokes().back()[0].x == Approx(5000).margin(20));
}

TEST_CASE("a second finger or the palm leaves no trace", "[widgets][signature][touch]")
{
    Pad pad;
    pad.touch().press(1, pad.on(0.1));
    pad.touch().stationary(1).press(2, pad.on(0.9));
    pad.touch().move(1, pad.on(0.2)).move(2, pad.on(0.91));
    SECTION("while it lies there")
    {
        pad.touch().stationary(1).release(2, pad.on(0.91));
        pad.touch().move(1, pad.on(0.3));
        pad.touch().release(1, pad.on(0.3));
        CHECK(pad.lengths() == Lengths{3});
    }
    SECTION("and when it stays after the finger")
    {
        pad.touch().release(1, pad.on(0.2)).stationary(2);
        pad.touch().move(2, pad.on(0.95));
        CHECK(pad.lengths() == Lengths{2});
        pad.touch().stationary(2).press(3, pad.on(0.4)); // the next stroke, the palm still there
        pad.touch().stationary(2).move(3, pad.on(0.5));
        pad.touch().release(2, pad.on(0.95)).release(3, pad.on(0.5));
        CHECK(pad.lengths() == Lengths{2, 2});
    }
    for (const Stroke &stroke : pad.pad.strokes()) {
        for (const StrokePoint &point : stroke)
            CHECK(point.x < 6000);
    }
}

TEST_CASE("the pen counts more than the hand that holds it", "[widgets][signature][pen]")
{
    Pad pad;
    SECTION("also when the palm came first")
    {
        pad.touch().press(1, pad.on(0.9));
        pad.touch().move(1, pad.on(0.91));
        CHECK(pad.lengths() == Lengths{2}); // for all anybody knows
        pad.write(QEvent::TabletPress, 0.1, 0.5);
        CHECK(pad.lengths() == Lengths{1});
        pad.touch().move(1, pad.on(0.92));
        pad.write(QEvent::TabletMove, 0.2, 0.5);
        pad.touch().release(1, pad.on(0.92));
        pad.write(QEvent::TabletMove, 0.3, 0.5);
        pad.write(QEvent::TabletRelease, 0.3, 0);
    }
    SECTION("or comes down while it writes")
    {
        pad.write(QEvent::TabletPress, 0.1, 0.5);
        pad.touch().press(1, pad.on(0.9));
        CHECK(pad.lengths() == Lengths{1});
        pad.write(QEvent::TabletMove, 0.2, 0.5);
        pad.touch().release(1, pad.on(0.9));
        pad.write(QEvent::TabletMove, 0.3, 0.5);
        pad.write(QEvent::TabletRelease, 0.3, 0);
    }
    REQUIRE(pad.lengths() == Lengths{3});
    for (const StrokePoint &point : pad.pad.strokes().front()) {
        CHECK(point.pressure == 500);
        CHECK(point.x < 4000);
    }
}

TEST_CASE("a read-only pad takes neither pen nor finger", "[widgets][signature][pen]")
{
    Pad pad;
    pad.pad.setReadOnly(true);
    pad.penStroke(0.1, 0.2, 0.5);
    pad.touch().press(1, pad.on(0.5));
    pad.touch().release(1, pad.on(0.5));
    CHECK(pad.pad.isEmpty());
}
