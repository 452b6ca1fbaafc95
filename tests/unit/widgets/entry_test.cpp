// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/choice_field.h>
#include <ruhu/widgets/group_confirm.h>
#include <ruhu/widgets/reading_field.h>
#include <ruhu/widgets/scaled_number.h>
#include <ruhu/widgets/signature_pad.h>

#include <ruhu_test/catch_qt.h>

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace ruhu::widgets;
using namespace Qt::Literals::StringLiterals;

namespace {

ReadingSpec opticalPower()
{
    ReadingSpec spec;
    spec.label = u"Optical power"_s;
    spec.unit = u"dBm"_s;
    spec.decimals = 1;
    spec.limits = {-270, -250, -100, -80, -300, 0};
    spec.reasons = {{u"line-fault"_s, u"Fault in the line"_s}};
    return spec;
}

template<typename T>
T *find(const QWidget &parent, const QString &name)
{
    T *found = parent.findChild<T *>(name);
    REQUIRE(found);
    return found;
}

} // namespace

TEST_CASE("numbers are read the way people type them", "[widgets][reading]")
{
    CHECK(parseScaled(u"-21.4", 1) == -214);
    CHECK(parseScaled(u"−21,4", 1) == -214);
    CHECK(parseScaled(u"－２１．４", 1) == -214);
    CHECK(parseScaled(u" 94 ", 1) == 940);
    CHECK(parseScaled(u"+0.05", 2) == 5);
    CHECK(parseScaled(u".5", 1) == 5);
}

TEST_CASE("what is no number of that kind is not read", "[widgets][reading]")
{
    for (const QString &bad : {u""_s, u"-"_s, u"."_s, u"1."_s, u"1.23"_s, u"1.2.3"_s, u"12a"_s, u"--1"_s, u"1 2"_s,
                               u"9999999999999999999"_s, u"1e3"_s, u"1-"_s}) {
        CAPTURE(bad);
        CHECK(!parseScaled(bad, 1));
    }
    CHECK(!parseScaled(u"1.5", 0));
    CHECK(!parseScaled(u"999999999999999", 3));
}

TEST_CASE("a scaled number is written with all its decimals", "[widgets][reading]")
{
    CHECK(formatScaled(-214, 1) == u"−21.4"_s);
    CHECK(formatScaled(5, 2) == u"0.05"_s);
    CHECK(formatScaled(-5, 1) == u"−0.5"_s);
    CHECK(formatScaled(300, 0) == u"300"_s);
    for (const qint64 value : {-214LL, 0LL, 7LL, 123456LL})
        CHECK(parseScaled(formatScaled(value, 2), 2) == value);
}

TEST_CASE("a value on a fail limit is still inside, one on a warn limit warns already", "[widgets][reading]")
{
    const ReadingLimits limits = opticalPower().limits;
    CHECK(judge(-271, limits) == Verdict::Fail);
    CHECK(judge(-270, limits) == Verdict::Warn);
    CHECK(judge(-250, limits) == Verdict::Warn);
    CHECK(judge(-249, limits) == Verdict::Ok);
    CHECK(judge(-101, limits) == Verdict::Ok);
    CHECK(judge(-100, limits) == Verdict::Warn);
    CHECK(judge(-80, limits) == Verdict::Warn);
    CHECK(judge(-79, limits) == Verdict::Fail);
    CHECK(judge(5, ReadingLimits{}) == Verdict::Unjudged);
}

TEST_CASE("typing a value out of limits reports the verdict and opens the reason", "[widgets][reading]")
{
    ReadingField field;
    field.setSpec(opticalPower());
    field.show();
    auto *number = find<QLineEdit>(field, u"number"_s);
    auto *reason = find<QWidget>(field, u"reasonPicker"_s);
    REQUIRE(!reason->isVisible());
    std::vector<Verdict> verdicts;
    QObject::connect(&field, &ReadingField::verdictChanged, &field, [&](Verdict v) { verdicts.push_back(v); });

    QTest::keyClicks(number, u"-28.3"_s);
    CHECK(field.value() == -283);
    CHECK(field.verdict() == Verdict::Fail);
    CHECK(verdicts.back() == Verdict::Fail);
    CHECK(reason->isVisible());
    CHECK(find<QLabel>(field, u"verdict"_s)->text() == ReadingField::verdictWord(Verdict::Fail));
    CHECK(!field.isComplete());

    QTest::keyClick(find<QAbstractButton>(field, u"option-line-fault"_s), Qt::Key_Space);
    CHECK(field.reason() == Reason{u"line-fault"_s, {}});
    CHECK(field.isComplete());
}

TEST_CASE("correcting the value back inside closes the reason and drops it", "[widgets][reading]")
{
    ReadingField field;
    field.setSpec(opticalPower());
    field.show();
    auto *number = find<QLineEdit>(field, u"number"_s);
    QTest::keyClicks(number, u"-28"_s);
    field.setReason(Reason{u"line-fault"_s, {}});
    REQUIRE(field.reason());
    number->selectAll();
    QTest::keyClicks(number, u"-21.4"_s);
    CHECK(field.verdict() == Verdict::Ok);
    CHECK(!field.reason());
    CHECK(!find<QWidget>(field, u"reasonPicker"_s)->isVisible());
}

TEST_CASE("letters in a reading are named as unreadable and give no value", "[widgets][reading]")
{
    ReadingField field;
    field.setSpec(opticalPower());
    QTest::keyClicks(find<QLineEdit>(field, u"number"_s), u"12x"_s);
    CHECK(!field.value());
    CHECK(field.verdict() == Verdict::Unreadable);
    CHECK(!field.isComplete());
}

TEST_CASE("a minus alone is the beginning of a number, not a mistake", "[widgets][reading]")
{
    ReadingField field;
    field.setSpec(opticalPower());
    QTest::keyClicks(find<QLineEdit>(field, u"number"_s), u"-"_s);
    CHECK(field.verdict() == Verdict::Unjudged);
}

TEST_CASE("a digit chooses, and the chosen option asks for its note", "[widgets][choice]")
{
    ChoiceField field;
    field.setOptions({{u"adult"_s, u"Adult customer"_s, false, {}}, {u"other"_s, u"Other adult"_s, true, u"Who?"_s}});
    field.show();
    QSignalSpy chosen(&field, &ChoiceField::chosen);
    QTest::keyClick(find<QAbstractButton>(field, u"option-adult"_s), Qt::Key_2);
    CHECK(field.chosenId() == u"other"_s);
    REQUIRE(chosen.count() == 1);
    CHECK(chosen.first().first().toString() == u"other"_s);
    CHECK(!field.isComplete());

    auto *note = find<QLineEdit>(field, u"note"_s);
    CHECK(note->isVisible());
    QTest::keyClicks(note, u" 1 brother "_s);
    CHECK(field.note() == u"1 brother"_s);
    CHECK(field.chosenId() == u"other"_s);
    CHECK(field.isComplete());
}

TEST_CASE("a digit beyond the options and a shown choice emit nothing", "[widgets][choice]")
{
    ChoiceField field;
    field.setOptions({{u"a"_s, u"A"_s, false, {}}, {u"b"_s, u"B"_s, false, {}}});
    QSignalSpy chosen(&field, &ChoiceField::chosen);
    QTest::keyClick(find<QAbstractButton>(field, u"option-a"_s), Qt::Key_7);
    field.setChosen(u"b"_s);
    CHECK(field.chosenId() == u"b"_s);
    field.setChosen(u"unknown"_s);
    CHECK(field.chosenId().isEmpty());
    CHECK(chosen.count() == 0);
}

TEST_CASE("arrows move the focus through the options and choose nothing; Space and Enter choose", "[widgets][choice]")
{
    ChoiceField field;
    field.setOptions({{u"a"_s, u"A"_s, false, {}}, {u"b"_s, u"B"_s, false, {}}, {u"c"_s, u"C"_s, false, {}}});
    field.setChosen(u"a"_s);
    field.show();
    field.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&field));
    QSignalSpy chosen(&field, &ChoiceField::chosen);
    auto *first = find<QAbstractButton>(field, u"option-a"_s);
    auto *second = find<QAbstractButton>(field, u"option-b"_s);
    auto *third = find<QAbstractButton>(field, u"option-c"_s);
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Right);
    CHECK(second->hasFocus());
    QTest::keyClick(second, Qt::Key_Down);
    CHECK(third->hasFocus());
    QTest::keyClick(third, Qt::Key_Down);
    CHECK(third->hasFocus()); // the end
    QTest::keyClick(third, Qt::Key_Left);
    CHECK(second->hasFocus());
    CHECK(field.chosenId() == u"a"_s);
    CHECK(chosen.count() == 0);

    QTest::keyClick(second, Qt::Key_Return);
    CHECK(field.chosenId() == u"b"_s);
    QTest::keyClick(second, Qt::Key_Up);
    QTest::keyClick(first, Qt::Key_Space);
    CHECK(field.chosenId() == u"a"_s);
    CHECK(chosen.count() == 2);
}

TEST_CASE("a reason in own words counts only when there are words", "[widgets][choice]")
{
    ReasonPicker picker;
    picker.setReasons({{u"rain"_s, u"Rain"_s}});
    QTest::mouseClick(find<QAbstractButton>(picker, u"option-other"_s), Qt::LeftButton);
    CHECK(!picker.reason());
    QTest::keyClicks(find<QLineEdit>(picker, u"note"_s), u"dog in the yard"_s);
    CHECK(picker.reason() == Reason{u"other"_s, u"dog in the yard"_s});
}

TEST_CASE("routine steps are confirmed once, however often the button is pressed", "[widgets][confirm]")
{
    GroupConfirm group;
    group.setSteps({u"badge shown"_s, u"greeting"_s, u"shoe covers"_s});
    QSignalSpy confirmed(&group, &GroupConfirm::confirmed);
    auto *button = find<QAbstractButton>(group, u"confirmAll"_s);
    button->click();
    button->click();
    QTest::keyClick(button, Qt::Key_Return);
    CHECK(confirmed.count() == 1);
    CHECK(group.isConfirmed());
    group.setConfirmed(false);
    button->click();
    CHECK(confirmed.count() == 2);
}

TEST_CASE("a routine step that is different this time is named and not confirmed", "[widgets][confirm]")
{
    GroupConfirm group;
    group.setSteps({u"badge shown"_s, u"greeting"_s});
    QSignalSpy confirmed(&group, &GroupConfirm::confirmed);
    QSignalSpy activated(&group, &GroupConfirm::stepActivated);
    // The page takes the step out of the group while its button is still being pressed.
    QObject::connect(&group, &GroupConfirm::stepActivated, &group, [&group] { group.setSteps({u"badge shown"_s}); });
    QTest::mouseClick(find<QAbstractButton>(group, u"step2"_s), Qt::LeftButton);
    REQUIRE(activated.count() == 1);
    CHECK(activated.first().first().toInt() == 1);
    CHECK(confirmed.count() == 0);
    CHECK(!group.isConfirmed());
}

TEST_CASE("a blocked group cannot be confirmed", "[widgets][confirm]")
{
    GroupConfirm group;
    group.setSteps({u"badge shown"_s});
    group.setBlockedReason(u"Say first who opened"_s);
    QSignalSpy confirmed(&group, &GroupConfirm::confirmed);
    find<QAbstractButton>(group, u"confirmAll"_s)->click();
    CHECK(confirmed.count() == 0);
    group.setBlockedReason({});
    find<QAbstractButton>(group, u"confirmAll"_s)->click();
    CHECK(confirmed.count() == 1);
}

TEST_CASE("the pad records strokes with place and injected time", "[widgets][signature]")
{
    ruhu::ManualClock clock;
    SignaturePad pad(clock);
    pad.resize(600, 260);
    pad.show();
    auto *canvas = find<QWidget>(pad, u"signatureCanvas"_s);
    const int w = canvas->width();
    const int h = canvas->height();
    QSignalSpy started(&pad, &SignaturePad::started);
    QSignalSpy changed(&pad, &SignaturePad::changed);

    clock.advance(ruhu::Millis(5000));
    QTest::mousePress(canvas, Qt::LeftButton, {}, QPoint(w / 4, h / 2));
    clock.advance(ruhu::Millis(16));
    QTest::mouseMove(canvas, QPoint(w / 2, h / 2));
    clock.advance(ruhu::Millis(16));
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, QPoint(w / 2, h / 2));
    clock.advance(ruhu::Millis(300));
    QTest::mouseClick(canvas, Qt::LeftButton, {}, QPoint(w * 3 / 4, h / 4));

    REQUIRE(pad.strokes().size() == 2);
    const Stroke &first = pad.strokes().front();
    REQUIRE(first.size() == 2);
    CHECK(first[0].x == Approx(2500).margin(20));
    CHECK(first[0].y == Approx(5000).margin(40));
    CHECK(first[0].t == 0);
    CHECK(first[0].pressure == 0);
    CHECK(first[1].x == Approx(5000).margin(20));
    CHECK(first[1].t == 16);
    CHECK(pad.strokes().back().front().t == 332);
    CHECK(started.count() == 1);
    CHECK(changed.count() == 2);
}

TEST_CASE("samples outside the pad stay on its edge", "[widgets][signature]")
{
    ruhu::ManualClock clock;
    SignaturePad pad(clock);
    pad.resize(600, 260);
    pad.show();
    auto *canvas = find<QWidget>(pad, u"signatureCanvas"_s);
    QTest::mousePress(canvas, Qt::LeftButton, {}, QPoint(5, 5));
    QTest::mouseMove(canvas, QPoint(-50, 5000));
    QTest::mouseRelease(canvas, Qt::LeftButton);
    CHECK(pad.strokes().front().back().x == 0);
    CHECK(pad.strokes().front().back().y == 10000);
}

TEST_CASE("a cleared pad is empty and its time starts anew", "[widgets][signature]")
{
    ruhu::ManualClock clock;
    SignaturePad pad(clock);
    pad.resize(600, 260);
    pad.show();
    auto *canvas = find<QWidget>(pad, u"signatureCanvas"_s);
    QTest::mouseClick(canvas, Qt::LeftButton);
    clock.advance(ruhu::Millis(900));
    QTest::mouseClick(find<QAbstractButton>(pad, u"clear"_s), Qt::LeftButton);
    CHECK(pad.isEmpty());
    QTest::mouseClick(canvas, Qt::LeftButton);
    REQUIRE(pad.strokes().size() == 1);
    CHECK(pad.strokes().front().front().t == 0);
}

TEST_CASE("a read-only pad shows strokes and takes none", "[widgets][signature]")
{
    ruhu::ManualClock clock;
    SignaturePad pad(clock);
    pad.resize(600, 260);
    const std::vector<Stroke> given{{{1000, 5000, 0, 500}, {9000, 5000, 90, 900}}};
    pad.setStrokes(given);
    pad.setReadOnly(true);
    pad.show();
    auto *canvas = find<QWidget>(pad, u"signatureCanvas"_s);
    const QImage inked = canvas->grab().toImage();
    QTest::mouseClick(canvas, Qt::LeftButton);
    CHECK(pad.strokes() == given);
    pad.setStrokes({});
    CHECK(canvas->grab().toImage() != inked);
}
