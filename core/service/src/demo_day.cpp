// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/service/demo_day.h>

#include <ruhu/base/json.h>

#include <QFile>

#include <array>

using namespace Qt::Literals::StringLiterals;

// Must be outside of every namespace; a static library's resource is dropped by the linker without it.
static void loadDemoResource()
{
    Q_INIT_RESOURCE(ruhu_demo);
}

namespace ruhu::service {
namespace {

constexpr std::uint64_t kSeed = 20'260'301;
constexpr int kTechnicianTickets = 12;
constexpr int kColleagueTickets = 4;
// The kinds of the service code that the day is made of.
constexpr const char16_t *kInstall = u"install";
constexpr const char16_t *kRelocate = u"relocate";
constexpr const char16_t *kRepair = u"repair";
constexpr const char16_t *kDismantle = u"dismantle";
constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;

/// One order's fixed part; what varies comes from the seed.
struct Plan {
    int startMinute; // after local midnight
    int lengthMinutes; // 0: an exact time
    domain::Area area;
    domain::Tier tier;
    int mbps;
    std::vector<domain::Service> services;
    const char16_t *kind = kInstall;
    domain::Access access = domain::Access::Ftth;
};

std::vector<Plan> plans()
{
    using domain::Access;
    using domain::Area;
    using domain::Service;
    using domain::Tier;
    const std::vector<Service> line{Service::Broadband};
    const std::vector<Service> wifi{Service::Broadband, Service::Wifi};
    const std::vector<Service> television{Service::Broadband, Service::Iptv};
    const std::vector<Service> voice{Service::Broadband, Service::Voice};
    const std::vector<Service> all{Service::Broadband, Service::Iptv, Service::Voice, Service::Wifi};
    return {
        // The technician's day: town in the morning and evening, villages by half-days; every kind on every access.
        {8 * 60 + 30, 0, Area::Urban, Tier::Standard, 300, television, kInstall, Access::Ftth},
        {9 * 60 + 15, 0, Area::Urban, Tier::Standard, 100, line, kRepair, Access::Ftth},
        {10 * 60, 0, Area::Urban, Tier::Gold, 1000, all, kRelocate, Access::Ftth},
        {10 * 60 + 45, 0, Area::Urban, Tier::Standard, 500, wifi, kInstall, Access::Lan},
        {11 * 60 + 30, 0, Area::Urban, Tier::Gold, 300, line, kDismantle, Access::Ftth},
        {12 * 60, 5 * 60, Area::Rural, Tier::Standard, 8, voice, kInstall, Access::Xdsl},
        {12 * 60, 5 * 60, Area::Rural, Tier::Standard, 8, line, kRepair, Access::Xdsl},
        {12 * 60, 5 * 60, Area::Rural, Tier::Gold, 8, voice, kRelocate, Access::Xdsl},
        {12 * 60, 5 * 60, Area::Rural, Tier::Standard, 4, voice, kDismantle, Access::Xdsl},
        {17 * 60, 0, Area::Urban, Tier::Gold, 1000, wifi, kRepair, Access::Lan},
        {17 * 60 + 45, 0, Area::Urban, Tier::Standard, 500, television, kRelocate, Access::Lan},
        {18 * 60 + 30, 0, Area::Urban, Tier::Standard, 100, line, kDismantle, Access::Lan},
        // The colleague's.
        {8 * 60 + 30, 0, Area::Urban, Tier::Standard, 300, line, kInstall, Access::Ftth},
        {10 * 60, 0, Area::Urban, Tier::Gold, 1000, wifi, kInstall, Access::Ftth},
        {13 * 60, 4 * 60, Area::Rural, Tier::Standard, 100, line, kInstall, Access::Ftth},
        {17 * 60 + 30, 0, Area::Urban, Tier::Standard, 500, television, kRepair, Access::Ftth},
    };
}

struct Locality {
    QString division;
    QString town;
};

struct Localities {
    std::vector<Locality> urban;
    std::vector<Locality> rural;
};

Result<Localities> readPlaces()
{
    loadDemoResource();
    QFile file(u":/ruhu/demo/divisions.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, u"the divisions are not built in"_s, file.fileName()};
    auto document = readJson(file.readAll());
    if (!document)
        return document.error();
    const QString city = document->text(u"province").value_or(QString()) + document->text(u"city").value_or(QString());
    Localities places;
    for (const Json &district : document->items(u"districts")) {
        const QString division = city + district.text(u"name").value_or(QString());
        auto &list = district.text(u"area") == u"rural"_s ? places.rural : places.urban;
        for (const Json &town : district.items(u"towns"))
            list.push_back({division, town.toString().value_or(QString())});
    }
    if (places.urban.empty() || places.rural.empty())
        return Error{ErrorCode::Internal, u"the divisions lack an area"_s, file.fileName()};
    return places;
}

template<typename T>
const T &pick(RandomSource &random, const std::vector<T> &from)
{
    return from[static_cast<std::size_t>(random.below(from.size()))];
}

QString addressIn(RandomSource &random, const Locality &place, domain::Area area)
{
    static const std::vector<QString> streets{u"桃溪路"_s, u"竹篱巷"_s,   u"映月街"_s, u"青梧路"_s,
                                              u"听雨弄"_s, u"云栖桥路"_s, u"石榴巷"_s};
    static const std::vector<QString> estates{u"晴川苑"_s, u"松间里"_s, u"锦禾公寓"_s, u"明湖新村"_s, u"北窗雅居"_s};
    static const std::vector<QString> villages{u"上桥村"_s, u"白茶坞村"_s, u"双溪口村"_s, u"竹山村"_s};
    const auto number = [&](std::uint64_t below) { return QString::number(1 + random.below(below)); };
    if (area == domain::Area::Rural) {
        const QString village = pick(random, villages);
        const QString group = number(12);
        return place.town + village + group + u"组"_s + number(90) + u"号"_s;
    }
    const QString street = pick(random, streets);
    const QString house = number(380);
    const QString estate = pick(random, estates);
    const QString building = number(28);
    const QString entrance = number(3);
    const QString floor = number(18);
    return place.town + street + house + u"号"_s + estate + building + u"幢"_s + entrance + u"单元"_s + floor + u"0"_s
           + number(4) + u"室"_s;
}

/// Given names are the solar terms of the farmers' calendar: nobody real is meant.
QString personName(RandomSource &random, int index)
{
    static const std::vector<QString> family{u"柳"_s, u"石"_s, u"苗"_s, u"江"_s, u"白"_s,
                                             u"云"_s, u"林"_s, u"田"_s, u"米"_s};
    static const std::array<QString, 16> given{u"谷雨"_s, u"立夏"_s, u"小满"_s, u"芒种"_s, u"夏至"_s, u"白露"_s,
                                               u"秋分"_s, u"寒露"_s, u"霜降"_s, u"立冬"_s, u"小雪"_s, u"冬至"_s,
                                               u"清明"_s, u"惊蛰"_s, u"春分"_s, u"雨水"_s};
    return pick(random, family) + given[static_cast<std::size_t>(index) % given.size()];
}

QString productName(const Plan &plan)
{
    QString name = QString::number(plan.mbps) + u'M';
    for (const domain::Service service : plan.services) {
        if (service == domain::Service::Iptv)
            name += u" + IPTV"_s;
        if (service == domain::Service::Voice)
            name += u" + 语音"_s;
        if (service == domain::Service::Wifi)
            name += u" + Wi-Fi"_s;
    }
    return name;
}

/// Rates up are a tenth of what is bought below a gigabit, as the usual home tariffs have it.
qint64 upRate(int mbps)
{
    return mbps >= 1000 ? 100 : std::max(mbps > 20 ? 20 : 1, mbps / 10);
}

/// Some orders say more, as those of some office systems do. Nothing of it is drawn: the day stays the same.
void addExtras(domain::TicketOpened &order, int index, qint64 midnightMs)
{
    constexpr qint64 kDay = 24 * kHour;
    order.serviceNumber = u"SO-%1"_s.arg(260'300 + index);
    order.bandwidth = domain::Bandwidth::Shared;
    if (order.tier == domain::Tier::Gold)
        order.tierMark = index % 2 == 0 ? u"六星"_s : u"VIP"_s;
    if (order.kind == QStringView(kRepair)) {
        order.faultText = u"宽带无法上网"_s;
        order.reportedAt = order.acceptedAt;
        order.contractUntil = wallTimeFromMs(midnightMs + (30 + index) * kDay - 1);
    }
    if (index % 5 == 0) {
        order.contactName = u"云芒种"_s;
        order.contactPhone = u"13800009%1"_s.arg(100 + index);
    }
}

domain::TicketOpened makeOrder(RandomSource &random, const Plan &plan, const Locality &place, int index,
                               qint64 midnightMs)
{
    const auto date =
        std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(wallTimeFromMs(midnightMs + 12 * kHour)));
    domain::TicketOpened order;
    order.number = u"IN-%1%2-%3"_s.arg(static_cast<unsigned>(date.month()), 2, 10, QChar(u'0'))
                       .arg(static_cast<unsigned>(date.day()), 2, 10, QChar(u'0'))
                       .arg(index + 1, 3, 10, QChar(u'0'));
    order.kind = QString::fromUtf16(plan.kind);
    order.access = plan.access;
    order.services = plan.services;
    order.area = plan.area;
    order.tier = plan.tier;
    order.downMbps = plan.mbps;
    order.upMbps = upRate(plan.mbps);
    order.product = productName(plan);
    order.customerName = personName(random, index);
    order.customerPhone = u"1380000%1"_s.arg(1000 + static_cast<int>(random.below(9000)), 4, 10, QChar(u'0'));
    order.division = place.division;
    order.address = addressIn(random, place, plan.area);
    order.accountId = u"kd5710%1"_s.arg(100'000 + static_cast<int>(random.below(900'000)));
    static const std::vector<QString> remarks{QString(), QString(), u"请提前半小时电话联系"_s,
                                              u"楼道弱电间钥匙在物业"_s, u"家中有老人"_s};
    order.remark = pick(random, remarks);
    const qint64 hours = 24 + static_cast<qint64>(random.below(40));
    // Orders are days old; a fault was reported this morning, so that its first call is still due (D15-15).
    const bool fault = QStringView(plan.kind) == QStringView(kRepair);
    order.acceptedAt =
        wallTimeFromMs(fault ? midnightMs + 7 * kHour + hours * kMinute / 2 : midnightMs - hours * kHour);
    const qint64 start = midnightMs + plan.startMinute * kMinute;
    order.requested = domain::Window{wallTimeFromMs(start), wallTimeFromMs(start + plan.lengthMinutes * kMinute)};
    order.promisedBy = wallTimeFromMs(midnightMs + (plan.tier == domain::Tier::Gold ? 24 : 48) * kHour - kMinute);
    addExtras(order, index, midnightMs);
    return order;
}

} // namespace

Result<std::vector<std::pair<domain::TicketOpened, QString>>> demoOrders(std::chrono::sys_days date,
                                                                         int utcOffsetMinutes)
{
    auto places = readPlaces();
    if (!places)
        return places.error();
    SeededRandom random(kSeed);
    const qint64 midnightMs = toMs(WallTime(date)) - utcOffsetMinutes * kMinute;
    std::vector<std::pair<domain::TicketOpened, QString>> orders;
    int index = 0;
    for (const Plan &plan : plans()) {
        const Locality &place = pick(random, plan.area == domain::Area::Rural ? places->rural : places->urban);
        orders.emplace_back(makeOrder(random, plan, place, index, midnightMs),
                            index < kTechnicianTickets ? u"demo"_s : u"colleague"_s);
        // The number carries the local day, the window is what it is for.
        ++index;
    }
    return orders;
}

Result<DemoDay> makeDemoDay(Office &office, const DemoOptions &options)
{
    auto orders = demoOrders(options.date, options.utcOffsetMinutes);
    if (!orders)
        return orders.error();
    auto team = office.addTeam(u"城西装维班"_s);
    if (!team)
        return team.error();
    DemoDay day;
    day.team = *team;
    struct Account {
        QString login;
        QString name;
        domain::RoleId role;
        QString password;
        User *user;
    };
    const Account accounts[] = {
        {u"demo"_s, u"方立春"_s, domain::kTechnician, options.technicianPassword, &day.technician},
        {u"colleague"_s, u"金大暑"_s, domain::kTechnician, options.colleaguePassword, &day.colleague},
        {u"boss"_s, u"木处暑"_s, domain::kSupervisor, options.supervisorPassword, &day.supervisor},
        {u"dispatch"_s, u"叶大雪"_s, domain::kDispatcher, options.dispatcherPassword, &day.dispatcher},
    };
    for (const Account &account : accounts) {
        auto user = office.addUser(account.login, account.name, account.role, team->id, account.password);
        if (!user)
            return user.error();
        *account.user = *user;
    }
    auto tickets = office.openTickets(*orders);
    if (!tickets)
        return tickets.error();
    day.tickets.assign(tickets->begin(), tickets->begin() + kTechnicianTickets);
    day.colleagueTickets.assign(tickets->begin() + kTechnicianTickets, tickets->end());
    Q_ASSERT(day.colleagueTickets.size() == kColleagueTickets);
    return day;
}

} // namespace ruhu::service
