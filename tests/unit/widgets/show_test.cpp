// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/action_bar.h>
#include <ruhu/widgets/badge.h>
#include <ruhu/widgets/button.h>
#include <ruhu/widgets/command_palette.h>
#include <ruhu/widgets/phase_rail.h>
#include <ruhu/widgets/photo_strip.h>
#include <ruhu/widgets/step_card.h>
#include <ruhu/widgets/ticket_list.h>
#include <ruhu/widgets/timeline_view.h>
#include <ruhu/widgets/toast.h>

#include <ruhu_test/catch_qt.h>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace ruhu::widgets;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kManyRows = 5000;

class ManyTickets final : public QAbstractListModel {
public:
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : kManyRows; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        ++m_asked;
        switch (role) {
        case TicketTimeRole:
            return u"14:00"_s;
        case TicketTitleRole:
            return u"Xingfu Rd %1"_s.arg(index.row());
        case TicketSubtitleRole:
            return u"fibre"_s;
        case TicketBadgesRole:
            return QStringList{u"gold"_s};
        case TicketSyncRole:
            return static_cast<int>(SyncState::Waiting);
        case TicketSectionRole:
            return index.row() % 100 == 0 ? u"MORNING"_s : QString();
        case TicketWarningRole:
            return index.row() % 7 == 0 ? u"tight: 15 min"_s : QString();
        default:
            return {};
        }
    }
    mutable int m_asked = 0;
};

std::vector<Phase> nine()
{
    std::vector<Phase> phases(9);
    for (std::size_t i = 0; i < phases.size(); ++i)
        phases[i] = {u"Phase %1"_s.arg(i + 1),
                     i < 3    ? PhaseState::Done
                     : i == 3 ? PhaseState::Current
                              : PhaseState::Later,
                     i < 3 ? u"13:56"_s : QString(), false};
    return phases;
}

void activate(QWidget &window)
{
    window.show();
    QApplication::setActiveWindow(&window); // shortcuts work in the active window only
    REQUIRE(QTest::qWaitForWindowActive(&window));
}

} // namespace

TEST_CASE("Alt and a digit ask for that phase from anywhere in the window", "[widgets][rail]")
{
    QWidget window;
    PhaseRail rail(&window);
    auto *elsewhere = new QLineEdit(&window);
    rail.setPhases(nine());
    activate(window);
    elsewhere->setFocus();
    QSignalSpy asked(&rail, &PhaseRail::phaseRequested);
    QTest::keyClick(elsewhere, Qt::Key_3, Qt::AltModifier);
    REQUIRE(asked.count() == 1);
    CHECK(asked.first().first().toInt() == 2);
}

TEST_CASE("a digit beyond the last phase asks for nothing", "[widgets][rail]")
{
    QWidget window;
    PhaseRail rail(&window);
    rail.setPhases({{u"Book"_s, PhaseState::Current, {}, false}});
    activate(window);
    QSignalSpy asked(&rail, &PhaseRail::phaseRequested);
    QTest::keyClick(&window, Qt::Key_5, Qt::AltModifier);
    CHECK(asked.count() == 0);
}

TEST_CASE("every phase says its number, state and time to a screen reader", "[widgets][rail]")
{
    PhaseRail rail;
    rail.setPhases(nine());
    const QString name = rail.findChild<QWidget *>(u"phase2"_s)->accessibleName();
    CHECK(name.contains(u"2"_s));
    CHECK(name.contains(u"Phase 2"_s));
    CHECK(name.contains(u"done"_s));
    CHECK(name.contains(u"13:56"_s));
}

TEST_CASE("5,000 tickets are shown without asking for more than what is seen", "[widgets][list]")
{
    ManyTickets model;
    TicketListView view;
    view.resize(tokens::kListColumn, 640);
    view.setModel(&model);
    model.m_asked = 0;
    view.show();
    const QImage top = view.grab().toImage();
    const int visibleRows = 640 / tokens::kListRow + 2;
    CHECK(model.m_asked < visibleRows * 60);
    view.scrollToBottom();
    CHECK(view.grab().toImage() != top);
    CHECK(view.indexAt(QPoint(10, 600)).row() > kManyRows - visibleRows);
}

TEST_CASE("section headers of a day's list are low and never become the ticket", "[widgets][list]")
{
    ManyTickets model;
    TicketListView view;
    view.setSectioned(true);
    view.setModel(&model);
    view.resize(tokens::kListColumn, 640);
    view.show();
    CHECK(view.visualRect(model.index(0, 0)).height() == tokens::kListSection);
    CHECK(view.visualRect(model.index(1, 0)).height() == tokens::kListRow);
    QSignalSpy changed(&view, &TicketListView::ticketChanged);
    view.setCurrentIndex(model.index(0, 0));
    CHECK(changed.count() == 0);
    view.setCurrentIndex(model.index(1, 0));
    CHECK(changed.count() == 1);
}

TEST_CASE("the time line keeps the selected fact when facts are added above it", "[widgets][timeline]")
{
    TimelineView view;
    const TimelineFact arrived{u"b"_s, Icon::Door, Role::Ok, u"Arrived"_s, u"13:56"_s, u"14:02"_s, {}, {}};
    view.setFacts({arrived});
    QAbstractItemModelTester tester(view.model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    view.selectFact(u"b"_s);
    TimelineFact earlier = arrived;
    earlier.id = u"a"_s;
    view.setFacts({earlier, arrived});
    CHECK(view.currentIndex().row() == 1);
    CHECK(view.model()->rowCount() == 2);
}

TEST_CASE("a done card folds and opens again by its button", "[widgets][card]")
{
    StepCard card(u"At the door"_s);
    auto *body = new QLineEdit;
    card.setBody(body);
    card.show();
    REQUIRE(body->isVisible());
    card.setState(StepState::Done);
    CHECK(!body->isVisible());
    QTest::mouseClick(card.findChild<QAbstractButton *>(u"fold"_s), Qt::LeftButton);
    CHECK(body->isVisible());
    card.setState(StepState::Blocked);
    CHECK(!body->isEnabled());
}

TEST_CASE("an open card that starts folded is opened by its button", "[widgets][card]")
{
    StepCard card(u"Optical power sent"_s);
    auto *body = new QLineEdit;
    card.setBody(body);
    card.show();
    auto *fold = card.findChild<QAbstractButton *>(u"fold"_s);
    CHECK(!fold->isVisible());
    card.setExpanded(false);
    REQUIRE(fold->isVisible());
    REQUIRE(!body->isVisible());
    QTest::mouseClick(fold, Qt::LeftButton);
    CHECK(body->isVisible());
    CHECK(fold->isVisible()); // where the finger is, it also folds again
    CHECK(card.state() == StepState::Open);
}

TEST_CASE("a ticking clock badge does not change its width", "[widgets][badge]")
{
    ClockBadge badge;
    badge.setClock(u"14:00 ±10"_s, u"in 100 min"_s, ClockState::OnTime);
    const QSize wide = badge.sizeHint();
    badge.setClock(u"14:00 ±10"_s, u"in 9 min"_s, ClockState::Soon);
    CHECK(badge.sizeHint() == wide);
    CHECK(badge.accessibleName().contains(u"in 9 min"_s));
}

TEST_CASE("adding a photo is asked for by the tile that stays last", "[widgets][photo]")
{
    PhotoStrip strip;
    strip.setPhotos({{u"p1"_s, {}, u"ONT"_s, false}, {u"p2"_s, {}, u"Cable"_s, true}});
    QSignalSpy add(&strip, &PhotoStrip::addRequested);
    QSignalSpy opened(&strip, &PhotoStrip::photoActivated);
    strip.findChild<QAbstractButton *>(u"addPhoto"_s)->click();
    strip.findChild<QAbstractButton *>(u"photo-p2"_s)->click();
    CHECK(add.count() == 1);
    CHECK(opened.first().first().toString() == u"p2"_s);
    CHECK(strip.count() == 2);
    strip.setPhotos({});
    CHECK(!strip.findChild<QAbstractButton *>(u"photo-p2"_s));
}

TEST_CASE("one picture is shown for every step it serves", "[widgets][photo]")
{
    PhotoStrip strip;
    strip.setPhotos({{u"p1"_s, {}, u"ONT"_s, false}, {u"p1"_s, {}, u"Cable"_s, false}});
    const auto tiles = strip.findChildren<QAbstractButton *>(u"photo-p1"_s);
    REQUIRE(tiles.size() == 2);
    QImage red(8, 6, QImage::Format_RGB32);
    red.fill(Qt::red);
    strip.setThumbnail(u"p1"_s, red);
    for (QAbstractButton *tile : tiles) {
        tile->resize(tile->sizeHint());
        CHECK(tile->grab().toImage().pixelColor(60, 40) == QColor(Qt::red));
    }
}

TEST_CASE("a new toast takes the place of the old one and goes by itself", "[widgets][toast]")
{
    QWidget host;
    host.resize(800, 600);
    host.show();
    Toast toast(&host);
    toast.showMessage(u"Arrival recorded"_s);
    toast.showMessage(u"Greeting recorded"_s);
    CHECK(toast.text() == u"Greeting recorded"_s);
    CHECK(toast.isVisible());
    CHECK(QTest::qWaitFor([&toast] { return !toast.isVisible(); }, 30'000));
}

TEST_CASE("the palette filters while typing and runs the first hit on Enter", "[widgets][palette]")
{
    QWidget window;
    window.resize(900, 700);
    auto *before = new QLineEdit(&window);
    CommandPalette palette(&window);
    QString ran;
    palette.setCommands(
        {{u"Print work order"_s, {}, {}, {}, Icon::Print, [&ran] { ran = u"print"_s; }},
         {u"Open settings"_s, u"work place"_s, {}, u"shezhi"_s, Icon::Settings, [&ran] { ran = u"set"_s; }},
         {u"Start work"_s, {}, {}, {}, Icon::Work, [&ran] { ran = u"start"_s; }}});
    activate(window);
    before->setFocus();
    palette.open();
    REQUIRE(palette.isVisible());
    auto *text = palette.findChild<QLineEdit *>(u"commandText"_s);
    CHECK(palette.shownCount() == 3);
    QTest::keyClicks(text, u"shezhi"_s);
    CHECK(palette.shownCount() == 1);
    QTest::keyClick(text, Qt::Key_Return);
    CHECK(ran == u"set"_s);
    CHECK(!palette.isVisible());
    CHECK(before->hasFocus());

    palette.open();
    QTest::keyClicks(text, u"work"_s);
    CHECK(palette.shownCount() == 3);
    QTest::keyClick(text, Qt::Key_Down);
    QTest::keyClick(text, Qt::Key_Return);
    CHECK(ran == u"start"_s);
}

TEST_CASE("a palette with no hit runs nothing and Escape closes it", "[widgets][palette]")
{
    QWidget window;
    CommandPalette palette(&window);
    bool ran = false;
    palette.setCommands({{u"Print"_s, {}, {}, {}, Icon::Print, [&ran] { ran = true; }}});
    palette.setProvider([](const QString &) { return std::vector<Command>(); });
    window.show();
    palette.open();
    auto *text = palette.findChild<QLineEdit *>(u"commandText"_s);
    QTest::keyClicks(text, u"zzz"_s);
    CHECK(palette.shownCount() == 0);
    QTest::keyClick(text, Qt::Key_Return);
    CHECK(!ran);
    CHECK(palette.isVisible());
    QTest::keyClick(text, Qt::Key_Escape);
    CHECK(!palette.isVisible());
}

TEST_CASE("the focus ring shows for the keyboard and not for the pointer", "[widgets][focus]")
{
    Theme::apply(*qApp, ThemeKind::Light);
    QWidget window;
    window.resize(400, 200);
    auto *first = new Button(u"First"_s, ButtonKind::Plain, &window);
    auto *second = new Button(u"Second"_s, ButtonKind::Primary, &window);
    second->move(0, 100);
    activate(window);
    first->setFocus(Qt::OtherFocusReason);
    const auto ringed = [](QWidget *button) {
        const QImage image = button->grab().toImage();
        return image.pixelColor(image.width() / 2, 1) == Theme::color(Role::Focus);
    };
    QTest::mouseClick(first, Qt::LeftButton);
    CHECK(!ringed(first));
    QTest::keyClick(first, Qt::Key_Tab);
    REQUIRE(second->hasFocus());
    CHECK(ringed(second));
    CHECK(!ringed(first));
}

TEST_CASE("Enter on the page performs the action only when nothing is missing", "[widgets][action]")
{
    QWidget page;
    page.resize(400, 200);
    auto *text = new QLineEdit(&page);
    ActionBar bar(&page, &page);
    bar.setAction(u"I have arrived"_s);
    activate(page);
    page.setFocus();
    QSignalSpy triggered(&bar, &ActionBar::triggered);
    QSignalSpy obstacle(&bar, &ActionBar::obstacleActivated);
    bar.setObstacles({{u"consent"_s, u"Say who opened"_s}, {u"photo"_s, u"One photo is missing"_s}});
    QTest::keyClick(&page, Qt::Key_Return);
    CHECK(triggered.count() == 0);
    bar.findChild<QAbstractButton *>(u"obstacle"_s)->click();
    CHECK(obstacle.first().first().toString() == u"consent"_s);
    bar.setObstacles({});
    QTest::keyClick(&page, Qt::Key_Return);
    CHECK(triggered.count() == 1);

    // An input keeps its Enter, unless it belongs to the action.
    text->setFocus();
    QTest::keyClick(text, Qt::Key_Return);
    CHECK(triggered.count() == 1);
    ActionBar::setPartOfAction(text);
    QTest::keyClick(text, Qt::Key_Return);
    CHECK(triggered.count() == 2);
}

TEST_CASE("the action rests while its act is on its way and right after its words changed", "[widgets][action]")
{
    QWidget page;
    page.resize(400, 200);
    ActionBar bar(&page, &page);
    bar.setAction(u"I am ready to go"_s);
    activate(page);
    auto *action = bar.findChild<QAbstractButton *>(u"primaryAction"_s);
    QSignalSpy triggered(&bar, &ActionBar::triggered);
    action->setFocus();
    bar.setBusy(true);
    CHECK(!action->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    CHECK(triggered.count() == 0);
    bar.setAction(u"I am leaving now"_s);
    bar.setBusy(false);
    CHECK(!action->isEnabled()); // the second half of a double click would fall on the new words
    REQUIRE(QTest::qWaitFor([action] { return action->isEnabled(); }));
    CHECK(action->hasFocus());
    bar.setAction(u"I am leaving now"_s);
    CHECK(action->isEnabled());
}
