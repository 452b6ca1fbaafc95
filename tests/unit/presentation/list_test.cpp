// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/presentation/ticket_list_model.h>

#include <ruhu_test/catch_qt.h>

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QPersistentModelIndex>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using presentation::TicketListModel;

namespace {

constexpr std::int64_t kNoonMs = 1'795'608'000'000; // Wed 25 Nov 2026 12:00 UTC
const WallTime kNoon = wallTimeFromMs(kNoonMs);

[[nodiscard]] TicketId idOf(int number)
{
    Uuid::Bytes bytes{};
    bytes[14] = static_cast<std::uint8_t>(number >> 8);
    bytes[15] = static_cast<std::uint8_t>(number & 0xff);
    return TicketId(Uuid(bytes));
}

/// A booked city ticket so many hours from noon.
[[nodiscard]] store::TicketRow row(int number, int hours)
{
    store::TicketRow made;
    made.id = idOf(number);
    made.number = u"IN-1125-%1"_s.arg(number, 4, 10, QChar(u'0'));
    made.customerName = u"样本%1"_s.arg(number);
    made.customerPhone = u"138 0000 %1"_s.arg(number, 4, 10, QChar(u'0'));
    made.division = u"浙江省杭州市西湖区"_s;
    made.address = u"样本路%1号"_s.arg(number);
    made.product = u"300M + IPTV"_s;
    made.services = {domain::Service::Broadband};
    made.state = domain::State::Booked;
    made.booked = true;
    made.window = domain::Window{kNoon + std::chrono::hours(hours), kNoon + std::chrono::hours(hours)};
    return made;
}

[[nodiscard]] QStringList names(const TicketListModel &model, int role = TicketListModel::TitleRole)
{
    QStringList list;
    for (int i = 0; i < model.rowCount(); ++i)
        list.push_back(model.index(i).data(role).toString());
    return list;
}

struct Fixture {
    ManualClock clock{kNoon};
    TicketListModel model{TicketListModel::Mode::Today, clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace

TEST_CASE("today shows the visits in their order, returned ones on top, each under its heading")
{
    Fixture f;
    store::TicketRow returned = row(4, -2);
    returned.returned = true;
    returned.state = domain::State::HandedOver;
    store::TicketRow noTime = row(5, 0);
    noTime.window.reset();
    noTime.booked = false;
    f.model.setRows({row(1, 3), noTime, row(2, -3), row(3, 30), returned, row(6, -30)});
    CHECK(names(f.model) == QStringList{u"样本4"_s, u"样本6"_s, u"样本2"_s, u"样本1"_s, u"样本5"_s, u"样本3"_s});
    CHECK(names(f.model, TicketListModel::SectionRole)
          == QStringList{u"Returned"_s, u"Left from earlier days"_s, u"Morning"_s, u"Afternoon"_s, u"No time yet"_s,
                         u"Later days"_s});
    CHECK(f.model.index(3).data(TicketListModel::TimeRole).toString() == u"15:00"_s);
}

TEST_CASE("the time of another day stands over its day, and today's alone")
{
    Fixture f;
    f.model.setRows({row(1, 3), row(2, 30), row(3, -30)});
    CHECK(names(f.model, TicketListModel::TimeRole) == QStringList{u"06:00"_s, u"15:00"_s, u"18:00"_s});
    CHECK(names(f.model, TicketListModel::DayRole) == QStringList{u"24 Nov"_s, QString(), u"26 Nov"_s});
    CHECK(f.model.index(0).data(Qt::AccessibleTextRole).toString().startsWith(u"24 Nov, 06:00"_s));
    presentation::setLanguage(presentation::Language::Chinese);
    CHECK(f.model.index(0).data(TicketListModel::DayRole).toString() == u"11月24日"_s);
    presentation::setLanguage(presentation::Language::English);
}

TEST_CASE("today leaves out what is cancelled, gone or finished on another day, and keeps what was finished today")
{
    Fixture f;
    store::TicketRow cancelled = row(1, 1);
    cancelled.state = domain::State::Cancelled;
    store::TicketRow gone = row(2, 1);
    gone.gone = true;
    store::TicketRow old = row(3, -30);
    old.state = domain::State::Done;
    store::TicketRow finished = row(4, -2);
    finished.state = domain::State::SignedOff;
    f.model.setRows({cancelled, gone, old, finished});
    CHECK(names(f.model) == QStringList{u"样本4"_s});
    CHECK(f.model.index(0).data(TicketListModel::DoneRole).toBool());
}

TEST_CASE("the review queue begins with the highest risk and the longest wait")
{
    ManualClock clock(kNoon);
    TicketListModel model(TicketListModel::Mode::ReviewQueue, clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    std::vector<store::TicketRow> rows{row(1, -5), row(2, -4), row(3, -3), row(4, -2)};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].state = i == 3 ? domain::State::Working : domain::State::SignedOff;
        rows[i].signedOffAt = kNoon - std::chrono::minutes(10 * static_cast<int>(i));
        rows[i].risk = i == 0 ? 0 : 20;
    }
    model.setRows(rows);
    CHECK(names(model) == QStringList{u"样本3"_s, u"样本2"_s, u"样本1"_s});
}

TEST_CASE("history holds everything, newest first")
{
    ManualClock clock(kNoon);
    TicketListModel model(TicketListModel::Mode::History, clock);
    store::TicketRow gone = row(3, -50);
    gone.gone = true;
    model.setRows({gone, row(1, -20), row(2, 4)});
    CHECK(names(model) == QStringList{u"样本2"_s, u"样本1"_s, u"样本3"_s});
}

TEST_CASE("the filter finds by number, name, telephone with or without spaces, address and product")
{
    Fixture f;
    store::TicketRow other = row(7, 2);
    other.product = u"1000M"_s;
    f.model.setRows({row(1, 1), other});
    const auto found = [&](const QString &text) {
        f.model.setFilter(text);
        return names(f.model);
    };
    CHECK(found(u"in-1125-0007"_s) == QStringList{u"样本7"_s});
    CHECK(found(u"13800000007"_s) == QStringList{u"样本7"_s});
    CHECK(found(u"0000 0001"_s) == QStringList{u"样本1"_s});
    CHECK(found(u"西湖区样本路7"_s) == QStringList{u"样本7"_s});
    CHECK(found(u"1000m"_s) == QStringList{u"样本7"_s});
    CHECK(found(u"nobody"_s).isEmpty());
    CHECK(found(u"  "_s).size() == 2);
}

TEST_CASE("an update keeps the selected ticket selected while rows move, appear and vanish around it")
{
    Fixture f;
    f.model.setRows({row(1, 1), row(2, 2), row(3, 3), row(4, 4)});
    const QPersistentModelIndex selected = f.model.indexOf(idOf(3));
    const QPersistentModelIndex vanishing = f.model.indexOf(idOf(2));
    store::TicketRow moved = row(4, -1);
    store::TicketRow cancelled = row(2, 2);
    cancelled.state = domain::State::Cancelled;
    int resets = 0;
    QObject::connect(&f.model, &QAbstractItemModel::modelReset, &f.model, [&] { ++resets; });
    f.model.updateRows({moved, cancelled, row(5, -2), row(6, 9)});
    CHECK(resets == 0);
    CHECK(names(f.model) == QStringList{u"样本5"_s, u"样本4"_s, u"样本1"_s, u"样本3"_s, u"样本6"_s});
    REQUIRE(selected.isValid());
    CHECK(f.model.rowAt(selected)->id == idOf(3));
    CHECK_FALSE(vanishing.isValid());
    CHECK_FALSE(f.model.indexOf(idOf(2)).isValid());
}

TEST_CASE("an update that changes words alone changes nothing but those words")
{
    Fixture f;
    f.model.setRows({row(1, 1), row(2, 2)});
    std::vector<int> changed;
    QObject::connect(&f.model, &QAbstractItemModel::dataChanged, &f.model,
                     [&](const QModelIndex &top) { changed.push_back(top.row()); });
    store::TicketRow next = row(2, 2);
    next.pending = 3;
    f.model.updateRows({row(1, 1), next});
    CHECK(changed == std::vector<int>{1});
    CHECK(f.model.index(1).data(TicketListModel::SyncRole).toString() == u"Waiting"_s);
}

TEST_CASE("a window that will be missed warns before it is missed")
{
    Fixture f;
    store::TicketRow unbooked = row(3, 5);
    unbooked.booked = false;
    unbooked.state = domain::State::ToContact;
    f.model.setRows({row(1, 1), row(2, 4), unbooked});
    const auto warning = [&](int number) {
        return f.model.indexOf(idOf(number)).data(TicketListModel::WarningRole).toString();
    };
    CHECK(warning(1).isEmpty());
    CHECK(warning(3) == u"Call the customer"_s);
    f.clock.advance(std::chrono::minutes(40));
    f.model.refreshWords({});
    CHECK(warning(1) == u"Time to leave: 20 min left"_s);
    f.clock.advance(std::chrono::minutes(95));
    CHECK(warning(1) == u"1 h 15 min late"_s);
    CHECK(warning(2).isEmpty());
}

TEST_CASE("a ticket the customer put off stands last and asks for no call")
{
    Fixture f;
    store::TicketRow waiting = row(1, 5);
    waiting.booked = false;
    waiting.window.reset();
    waiting.state = domain::State::ToContact;
    store::TicketRow resting = row(2, 1);
    resting.booked = false;
    resting.state = domain::State::ToContact;
    resting.postponed = true;
    resting.promisedBy = kNoon - std::chrono::hours(1);
    f.model.setRows({resting, waiting, row(3, 30)});
    CHECK(names(f.model) == QStringList{u"样本1"_s, u"样本3"_s, u"样本2"_s});
    CHECK(names(f.model, TicketListModel::SectionRole).back() == u"Postponed by the customer"_s);
    CHECK(names(f.model, TicketListModel::WarningRole)
          == QStringList{u"Call the customer"_s, QString(), u"Postponed by the customer"_s});
    resting.postponed = false; // another call woke it
    f.model.updateRows({resting});
    CHECK(names(f.model).front() == u"样本2"_s);
}

TEST_CASE("what was promised for today says how much time is left")
{
    Fixture f;
    store::TicketRow away = row(1, -3);
    away.state = domain::State::Working;
    away.backBy = kNoon + std::chrono::minutes(130);
    store::TicketRow later = row(2, -4);
    later.state = domain::State::Working;
    later.backBy = kNoon + std::chrono::hours(5);
    store::TicketRow promised = row(3, 4);
    promised.promisedBy = kNoon + std::chrono::hours(6);
    f.model.setRows({promised, later, away});
    // Whoever left a customer waiting sees that first, the earliest promise on top.
    CHECK(names(f.model) == QStringList{u"样本1"_s, u"样本2"_s, u"样本3"_s});
    CHECK(names(f.model, TicketListModel::SectionRole).front() == u"Promised to be back"_s);
    const QStringList left = names(f.model, TicketListModel::WarningRole);
    CHECK(left[0].endsWith(u": 2 h 10 min left"_s));
    CHECK(left[1].endsWith(u": 5 h 00 min left"_s));
    CHECK(left[2].endsWith(u": 6 h 00 min left"_s));
    f.clock.advance(std::chrono::minutes(140));
    f.model.refreshWords({});
    CHECK(names(f.model, TicketListModel::WarningRole).front().endsWith(u": 10 min late"_s));
    promised.promisedBy = kNoon;
    f.model.updateRows({promised});
    CHECK(names(f.model, TicketListModel::WarningRole)[2] == u"The promised date has passed"_s);
}

TEST_CASE("indexes of nothing give nothing")
{
    Fixture f;
    CHECK(f.model.rowAt({}) == nullptr);
    CHECK_FALSE(f.model.data({}, TicketListModel::TitleRole).isValid());
    f.model.setRows({row(1, 1)});
    CHECK_FALSE(f.model.data(f.model.index(0), Qt::DecorationRole).isValid());
    CHECK_FALSE(f.model.indexOf(idOf(99)).isValid());
    CHECK(f.model.index(0).data(TicketListModel::TicketIdRole).toByteArray() == idOf(1).toBytes());
}

TEST_CASE("five thousand tickets are set and filtered while nobody notices")
{
    ManualClock clock(kNoon);
    TicketListModel model(TicketListModel::Mode::History, clock);
    std::vector<store::TicketRow> rows;
    for (int i = 0; i < 5000; ++i)
        rows.push_back(row(i, i % 700 - 350));
    QElapsedTimer timer;
    timer.start();
    model.setRows(rows);
    model.setFilter(u"1125-4999"_s);
    const qint64 spent = timer.elapsed();
    CHECK(model.rowCount() == 1);
    // 50 ms is the promise of the optimised build; sanitizers and an unoptimised build take several times as long.
#if defined(NDEBUG)
    CHECK(spent < 50);
#else
    CHECK(spent < 1000);
#endif
    model.setFilter({});
    CHECK(model.rowCount() == 5000);
}
