// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every component, for looking at: RUHU_SHOTS=DIR widgets_test "[shots]".
#include <ruhu/widgets/action_bar.h>
#include <ruhu/widgets/badge.h>
#include <ruhu/widgets/banner.h>
#include <ruhu/widgets/button.h>
#include <ruhu/widgets/choice_field.h>
#include <ruhu/widgets/command_palette.h>
#include <ruhu/widgets/comment_pin.h>
#include <ruhu/widgets/empty_state.h>
#include <ruhu/widgets/fact_line.h>
#include <ruhu/widgets/finding_chip.h>
#include <ruhu/widgets/flow_layout.h>
#include <ruhu/widgets/group_confirm.h>
#include <ruhu/widgets/phase_rail.h>
#include <ruhu/widgets/photo_strip.h>
#include <ruhu/widgets/reading_field.h>
#include <ruhu/widgets/signature_pad.h>
#include <ruhu/widgets/step_card.h>
#include <ruhu/widgets/sync_mark.h>
#include <ruhu/widgets/text_label.h>
#include <ruhu/widgets/ticket_list.h>
#include <ruhu/widgets/timeline_view.h>
#include <ruhu/widgets/toast.h>

#include <ruhu_test/catch_qt.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTest>

#include <cmath>

using namespace ruhu::widgets;
using namespace Qt::Literals::StringLiterals;

namespace {

class Gallery {
public:
    Gallery()
    {
        window.setFixedSize(1480, 1400);
        auto *row = new QHBoxLayout(&window);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        row->addWidget(list());
        row->addWidget(visit());
        row->addWidget(office(), 1);
        toast = new Toast(&window);
        palette = new CommandPalette(&window);
        palette->setCommands(
            {{u"张某 · 幸福路 12-3-402"_s, u"14:00 · 新装 300M + IPTV"_s, u"Enter"_s, {}, Icon::Fibre, {}},
             {u"Print the work order"_s, u"A4 or 80 mm"_s, u"Ctrl+P"_s, {}, Icon::Print, {}},
             {u"Settings"_s, {}, {}, {}, Icon::Settings, {}}});
    }

    QWidget window;
    Toast *toast = nullptr;
    CommandPalette *palette = nullptr;

private:
    QWidget *list()
    {
        auto *view = new TicketListView;
        view->setFixedWidth(tokens::kListColumn);
        view->setSectioned(true);
        auto *model = new QStandardItemModel(view);
        section(*model, u"MORNING 上午"_s);
        ticket(*model, u"09:00"_s, u"Li xx · 人民路 8-1-101"_s, u"fibre · 新装"_s, {}, SyncState::Stored, {});
        ticket(*model, u"10:30"_s, u"Wang xx · Renmin East Road 118"_s, u"LAN"_s, {}, SyncState::NeedsYou,
               u"returned 退回"_s);
        section(*model, u"AFTERNOON 下午"_s);
        ticket(*model, u"14:00"_s, u"张某 幸福路 12-3-402"_s, u"光纤 300M · in 36 min"_s, {u"gold 金牌"_s},
               SyncState::Waiting, {});
        ticket(*model, u"15:30"_s, u"Li xx"_s, u"TV"_s, {}, SyncState::Sending, u"tight: 15 min"_s);
        ticket(*model, u"17:00"_s, u"Chen xx"_s, u"DSL repair"_s, {}, SyncState::Offline, {});
        view->setModel(model);
        view->setCurrentIndex(model->index(4, 0));
        return view;
    }

    static void section(QStandardItemModel &model, const QString &text)
    {
        auto *item = new QStandardItem;
        item->setData(text, TicketSectionRole);
        item->setFlags(Qt::NoItemFlags);
        model.appendRow(item);
    }

    static void ticket(QStandardItemModel &model, const QString &time, const QString &title, const QString &sub,
                       const QStringList &badges, SyncState sync, const QString &warning)
    {
        auto *item = new QStandardItem;
        item->setData(time, TicketTimeRole);
        item->setData(title, TicketTitleRole);
        item->setData(sub, TicketSubtitleRole);
        item->setData(badges, TicketBadgesRole);
        item->setData(static_cast<int>(sync), TicketSyncRole);
        item->setData(warning, TicketWarningRole);
        model.appendRow(item);
    }

    QWidget *visit()
    {
        auto *page = new QWidget;
        page->setFixedWidth(tokens::kContentColumn);
        auto *column = new QVBoxLayout(page);
        column->setContentsMargins(tokens::kSpace4, tokens::kSpace3, tokens::kSpace4, tokens::kSpace3);
        column->setSpacing(tokens::kSpace3);
        column->addLayout(header());
        column->addWidget(rail());
        column->addWidget(new FactLine(
            {Icon::Check, Role::Ok, u"Arrived — 4 minutes early 提前 4 分钟到达"_s, u"13:56 · Zhao xx"_s}));
        column->addWidget(door());
        column->addWidget(reading(u"-21.4"_s));
        column->addWidget(reading(u"-28.3"_s));
        auto *done = new StepCard(u"Terminal"_s);
        done->setSummary(u"licence label present 有进网许可标志"_s);
        done->setState(StepState::Done);
        column->addWidget(done);
        column->addWidget(returned());
        column->addStretch();
        auto *bar = new ActionBar;
        bar->setAction(u"Start work 开始施工"_s);
        bar->setObstacles({{u"a"_s, u"Say who opened the door"_s}, {u"b"_s, u"x"_s}});
        auto *menu = new QMenu(bar);
        bar->setExceptions(u"Something is different"_s, menu);
        column->addWidget(bar);
        return page;
    }

    QLayout *header()
    {
        auto *row = new QHBoxLayout;
        auto *name = new TextLabel(u"张某 Zhang xx"_s, TextSize::Title);
        name->setSize(TextSize::Title, QFont::DemiBold);
        row->addWidget(name);
        row->addWidget(new TierBadge(u"gold 金牌"_s, TierLevel::Top));
        row->addWidget(new TierBadge(u"silver"_s, TierLevel::Raised));
        row->addStretch();
        auto *clock = new ClockBadge;
        clock->setClock(u"14:00 ±10"_s, u"in 36 min"_s, ClockState::Neutral);
        row->addWidget(clock);
        auto *late = new ClockBadge;
        late->setClock(u"14:00"_s, u"12 min late"_s, ClockState::Late);
        row->addWidget(late);
        return row;
    }

    QWidget *rail()
    {
        auto *rail = new PhaseRail;
        const QStringList names{u"Book 预约"_s, u"Prepare"_s, u"Travel"_s,    u"Door 入户"_s, u"Work"_s,
                                u"Test"_s,      u"Clean"_s,   u"Hand over"_s, u"Sign 签字"_s};
        std::vector<Phase> phases;
        for (int i = 0; i < names.size(); ++i)
            phases.push_back({names.at(i),
                              i < 3    ? PhaseState::Done
                              : i == 3 ? PhaseState::Current
                                       : PhaseState::Later,
                              i < 3 ? u"13:%1"_s.arg(20 + 5 * i) : QString(), i == 1});
        rail->setPhases(phases);
        rail->setOpen(3);
        return rail;
    }

    QWidget *door()
    {
        auto *card = new StepCard(u"At the door 入户"_s);
        card->setHint(u"Enter only when an adult consents. 未成年人独自在家不得入户。"_s);
        card->setRuleId(u"D15-24"_s);
        auto *body = new QWidget;
        auto *column = new QVBoxLayout(body);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(tokens::kSpace3);
        auto *choice = new ChoiceField;
        choice->setOptions({{u"a"_s, u"Adult customer 成年客户"_s, false, {}},
                            {u"b"_s, u"Other adult"_s, true, u"Who is it?"_s},
                            {u"c"_s, u"Minor alone"_s, false, {}},
                            {u"d"_s, u"Nobody"_s, false, {}}});
        choice->setChosen(u"b"_s);
        column->addWidget(choice);
        auto *group = new GroupConfirm;
        group->setSteps({u"badge shown"_s, u"greeting"_s, u"shoe covers 鞋套"_s, u"data checked"_s});
        column->addWidget(group);
        card->setBody(body);
        return card;
    }

    QWidget *reading(const QString &text)
    {
        auto *card = new StepCard(u"Optical power 光功率"_s);
        card->setRuleId(u"T-FTTH-03"_s);
        auto *field = new ReadingField;
        field->setSpec({u"At the ONT"_s,
                        u"dBm"_s,
                        1,
                        {-270, -250, -100, -80, -300, 0},
                        u"limits v3"_s,
                        -236,
                        u"before the repair"_s,
                        {{u"line"_s, u"Fault in the line"_s}, {u"split"_s, u"分光器"_s}}});
        QTest::keyClicks(field->findChild<QLineEdit *>(u"number"_s), text);
        card->setBody(field);
        return card;
    }

    QWidget *returned()
    {
        auto *card = new StepCard(u"Moved items restored 家具复位"_s);
        card->setState(StepState::Returned);
        auto *pin = new CommentPin(
            {u"The cabinet on the second photo stands open. 请补拍照片。"_s, u"Wang xx · 22 Nov 16:05"_s, false});
        pin->setAction(u"Correct it now"_s);
        card->addPin(pin);
        auto *strip = new PhotoStrip;
        QImage image(320, 240, QImage::Format_RGB32);
        image.fill(QColor(0x7A, 0x93, 0x88));
        QPainter(&image).fillRect(80, 60, 160, 120, QColor(0xD8, 0xC7, 0xA0));
        strip->setPhotos({{u"1"_s, image, u"Living room 客厅"_s, false},
                          {u"2"_s, image, u"Cabinet"_s, true},
                          {u"3"_s, {}, u"arriving"_s, false}});
        card->setBody(strip);
        return card;
    }

    QWidget *office()
    {
        auto *page = new QWidget;
        auto *column = new QVBoxLayout(page);
        column->setContentsMargins(tokens::kSpace3, tokens::kSpace3, tokens::kSpace3, tokens::kSpace3);
        column->setSpacing(tokens::kSpace2);
        for (const auto &[state, words] : std::initializer_list<std::pair<SyncState, QString>>{
                 {SyncState::Stored, u"All stored 14:02"_s},
                 {SyncState::Waiting, u"3 waiting 等待发送"_s},
                 {SyncState::Sending, u"Sending 2 of 5"_s},
                 {SyncState::Offline, u"No network since 13:10 — working on"_s},
                 {SyncState::NeedsYou, u"Needs you (1)"_s}}) {
            auto *mark = new SyncMark;
            mark->setSync(state, words);
            column->addWidget(mark);
        }
        auto *fail = new FindingChip;
        fail->setFinding(Severity::Fail, u"stroke hash = #8812 签名重复"_s, u"R3.6-4"_s);
        auto *warn = new FindingChip;
        warn->setFinding(Severity::Warn, u"late note missing"_s, u"R3.6-9"_s);
        auto *info = new FindingChip;
        info->setFinding(Severity::Info, u"clock +3 min"_s, u"R3.6-12"_s);
        for (auto *chip : {fail, warn, info})
            column->addWidget(chip);
        for (const auto severity : {Severity::Info, Severity::Warn, Severity::Fail}) {
            auto *banner = new Banner;
            banner->setMessage(severity, u"Not on the server yet: no network since 13:10. Your work is safe."_s,
                               severity == Severity::Fail ? u"E-17"_s : QString());
            banner->setAction(severity == Severity::Fail ? QString() : u"Try now"_s);
            banner->setDismissible(true);
            column->addWidget(banner);
        }
        column->addWidget(timeline());
        column->addWidget(signature());
        column->addLayout(standard());
        auto *empty =
            new EmptyState(Icon::Book, u"No tickets today 今天没有工单"_s, u"New ones appear here by themselves."_s);
        empty->setAction(u"Look at the plan"_s);
        column->addWidget(empty);
        column->addStretch();
        return page;
    }

    QWidget *timeline()
    {
        auto *view = new TimelineView;
        view->setFixedHeight(3 * tokens::kTimelineRow);
        view->setFacts({{u"1"_s,
                         Icon::Door,
                         Role::Accent,
                         u"Arrived 到达"_s,
                         u"13:56"_s,
                         u"14:02"_s,
                         u"clock +3 min corrected"_s,
                         {}},
                        {u"2"_s, Icon::Test, Role::Fail, u"Optical power −28.3 dBm"_s, u"14:20"_s, {}, {}, {}},
                        {u"3"_s, Icon::Sign, Role::Ok, u"Customer signed"_s, u"15:05"_s, u"15:06"_s, {}, u"23 Nov"_s}});
        view->selectFact(u"2"_s);
        return view;
    }

    QWidget *signature()
    {
        auto *pad = new SignaturePad(m_clock);
        pad->setCaption(u"Customer 客户签名"_s);
        Stroke stroke;
        for (int i = 0; i < 90; ++i)
            stroke.push_back({1500 + i * 70, static_cast<int>(5000 + 2200 * std::sin(i * 0.25)), i * 8,
                              static_cast<int>(500 + 400 * std::sin(i * 0.1))});
        pad->setStrokes({stroke});
        return pad;
    }

    QLayout *standard()
    {
        auto *flow = new FlowLayout;
        flow->addWidget(new Button(u"Approve"_s, ButtonKind::Primary));
        flow->addWidget(new Button(u"Return"_s));
        flow->addWidget(new Button(u"Wipe laptop"_s, ButtonKind::Danger));
        flow->addWidget(new Button(u"Quiet"_s, ButtonKind::Quiet));
        auto *combo = new QComboBox;
        combo->addItems({u"City 城市"_s, u"Rural"_s});
        flow->addWidget(combo);
        auto *check = new QCheckBox(u"Read aloud size"_s);
        check->setChecked(true);
        flow->addWidget(check);
        flow->addWidget(new QSpinBox);
        return flow;
    }

    ruhu::ManualClock m_clock;
};

QImage shoot(QWidget &window, double scale)
{
    QImage image(window.size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Theme::color(Role::Surface));
    window.render(&image);
    return image;
}

} // namespace

TEST_CASE("every component renders in every theme and at double size", "[widgets][shots]")
{
    const QString folder = qEnvironmentVariable("RUHU_SHOTS");
    const std::pair<ThemeKind, QString> themes[] = {
        {ThemeKind::Light, u"light"_s}, {ThemeKind::Dark, u"dark"_s}, {ThemeKind::HighContrast, u"contrast"_s}};
    for (const auto &[kind, name] : themes) {
        Theme::apply(*qApp, kind);
        Gallery gallery;
        gallery.window.show();
        QApplication::sendPostedEvents();
        gallery.toast->showMessage(u"Arrival recorded 已记录"_s);
        const QImage plain = shoot(gallery.window, 1);
        const QImage twice = shoot(gallery.window, 2);
        CHECK(plain.pixelColor(5, plain.height() - 5) == Theme::color(Role::SurfaceRaised));
        CHECK(twice.width() == 2 * plain.width());
        gallery.palette->open();
        const QImage withPalette = shoot(gallery.window, 1);
        CHECK(withPalette != plain);
        if (folder.isEmpty())
            continue;
        CHECK(plain.save(folder + u"/components-"_s + name + u"-100.png"_s));
        CHECK(twice.save(folder + u"/components-"_s + name + u"-200.png"_s));
        CHECK(withPalette.save(folder + u"/palette-"_s + name + u"-100.png"_s));
    }
    Theme::apply(*qApp, ThemeKind::Light);
}
