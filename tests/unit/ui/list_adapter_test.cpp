// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/theme.h>
#include <ruhu/widgets/ticket_list.h>
#include <ruhu/widgets/ticket_list_adapter.h>

#include <ruhu_test/catch_qt.h>

#include <QAbstractItemModelTester>
#include <QFontMetrics>
#include <QPersistentModelIndex>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using presentation::TicketListModel;
using widgets::TicketListAdapter;

namespace {

const WallTime kMorning = wallTimeFromMs(1'795'564'800'000); // Wed 25 Nov 2026 00:00 UTC

[[nodiscard]] TicketId idOf(int number)
{
    Uuid::Bytes bytes{};
    bytes[15] = static_cast<std::uint8_t>(number);
    return TicketId(Uuid(bytes));
}

[[nodiscard]] store::TicketRow row(int number, int hours)
{
    store::TicketRow made;
    made.id = idOf(number);
    made.number = u"IN-1125-%1"_s.arg(number, 4, 10, QChar(u'0'));
    made.customerName = u"样本%1"_s.arg(number);
    made.customerPhone = u"138 0000 0000"_s;
    made.address = u"样本路%1号"_s.arg(number);
    made.services = {domain::Service::Broadband};
    made.state = domain::State::Booked;
    made.booked = true;
    made.window = domain::Window{kMorning + std::chrono::hours(hours), kMorning + std::chrono::hours(hours)};
    return made;
}

struct Lists {
    explicit Lists(bool sections) : adapter(source, sections) {}

    ManualClock clock{kMorning};
    TicketListModel source{TicketListModel::Mode::Today, clock};
    TicketListAdapter adapter;
    QAbstractItemModelTester tester{&adapter, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

[[nodiscard]] std::vector<TicketId> order(const TicketListAdapter &adapter)
{
    std::vector<TicketId> ids;
    for (int i = 0; i < adapter.rowCount(); ++i) {
        if (const TicketId id = adapter.ticketAt(adapter.index(i)); !id.isNull())
            ids.push_back(id);
    }
    return ids;
}

} // namespace

TEST_CASE("the list stays a sound model through filling, changing, filtering and emptying", "[ui][list]")
{
    Lists lists(GENERATE(true, false));
    CHECK(lists.adapter.rowCount() == 0);
    lists.source.setRows({row(1, 9), row(2, 10), row(3, 15)});
    CHECK(lists.adapter.ticketCount() == 3);
    lists.source.updateRows({row(4, 8), row(3, 7)});
    CHECK(order(lists.adapter) == std::vector<TicketId>{idOf(3), idOf(4), idOf(1), idOf(2)});
    lists.source.setFilter(u"样本2"_s);
    CHECK(order(lists.adapter) == std::vector<TicketId>{idOf(2)});
    lists.source.setFilter({});
    CHECK(lists.adapter.ticketCount() == 4);
    lists.source.refreshWords({});
    lists.source.setRows({});
    CHECK(lists.adapter.rowCount() == 0);
    CHECK_FALSE(lists.adapter.indexOf(idOf(1)).isValid());
}

TEST_CASE("a kept place in the list follows its ticket through another order", "[ui][list]")
{
    Lists lists(GENERATE(true, false));
    lists.source.setRows({row(1, 9), row(2, 10), row(3, 11)});
    const QPersistentModelIndex kept = lists.adapter.indexOf(idOf(1));
    const QPersistentModelIndex other = lists.adapter.indexOf(idOf(3));
    lists.source.updateRows({row(1, 11), row(3, 8)});
    REQUIRE(kept.isValid());
    CHECK(lists.adapter.ticketAt(kept) == idOf(1));
    CHECK(lists.adapter.ticketAt(other) == idOf(3));
    CHECK(order(lists.adapter).front() == idOf(3));
}

TEST_CASE("a kept place follows its ticket while others come and go", "[ui][list]")
{
    Lists lists(GENERATE(true, false));
    lists.source.setRows({row(1, 9), row(2, 10), row(3, 15)});
    const QPersistentModelIndex kept = lists.adapter.indexOf(idOf(2));
    lists.source.updateRows({row(4, 8), row(5, 16)});
    CHECK(lists.adapter.ticketAt(kept) == idOf(2));
    lists.source.setRows({row(2, 10), row(5, 16)});
    CHECK(lists.adapter.ticketAt(kept) == idOf(2));
    lists.source.setRows({row(5, 16)});
    CHECK_FALSE(kept.isValid());
}

TEST_CASE("sections are headers that cannot be chosen and tickets say everything in words", "[ui][list]")
{
    Lists lists(true);
    lists.source.setRows({row(1, 9), row(2, 15)});
    const QModelIndex header = lists.adapter.index(0);
    CHECK(lists.adapter.ticketAt(header).isNull());
    CHECK_FALSE(lists.adapter.flags(header).testFlag(Qt::ItemIsSelectable));
    CHECK_FALSE(header.data(widgets::TicketSectionRole).toString().isEmpty());
    const QModelIndex ticket = lists.adapter.indexOf(idOf(1));
    CHECK(lists.adapter.flags(ticket).testFlag(Qt::ItemIsSelectable));
    CHECK(ticket.data(Qt::AccessibleTextRole).toString().contains(u"样本1"_s));
    CHECK(ticket.data(Qt::AccessibleTextRole).toString().contains(u"样本路1号"_s));
    CHECK_FALSE(lists.adapter.data({}, Qt::DisplayRole).isValid());
}

TEST_CASE("no time and no day of the year is cut in the list, in either language", "[ui][list]")
{
    using widgets::TextSize;
    using widgets::Theme;
    Lists lists(false);
    const int column = widgets::tokens::kListTimeColumn - widgets::tokens::kSpace1;
    const QFontMetrics day(Theme::font(TextSize::Caption));
    const QFontMetrics time(Theme::font(TextSize::Body, QFont::DemiBold));
    for (const auto language : {presentation::Language::English, presentation::Language::Chinese}) {
        presentation::setLanguage(language);
        for (int days = 1; days < 366; ++days) {
            lists.source.setRows({row(1, 24 * days)});
            const QModelIndex first = lists.adapter.index(0);
            const QString words = first.data(widgets::TicketDayRole).toString();
            CAPTURE(words);
            REQUIRE_FALSE(words.isEmpty());
            CHECK(day.horizontalAdvance(words) <= column);
            CHECK(time.horizontalAdvance(first.data(widgets::TicketTimeRole).toString()) <= column);
        }
    }
    presentation::setLanguage(presentation::Language::English);
}
