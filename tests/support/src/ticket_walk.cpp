// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/roles.h>
#include <ruhu_test/ticket_walk.h>

#include <ruhu/domain/codec.h>
#include <ruhu/domain/findings.h>
#include <ruhu/domain/names.h>

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTime>

#include <algorithm>

namespace ruhu::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace domain;

// 2026-11-25 00:00:00 UTC, eight in the morning where the customers live.
constexpr std::int64_t kMorningMs = 1'795'564'800'000;
constexpr auto kPause = std::chrono::seconds(20); // between two acts

QString hexHash(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256).toHex());
}

Catalogue readInstall()
{
    QFile file(u":/ruhu/checklists/service-code.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the checklist resource is not linked into this test");
    const QByteArray bytes = file.readAll();
    auto catalogue = readCatalogue(bytes, referenceDocuments());
    if (!catalogue)
        qFatal("the checklist cannot be read: %s %s", qPrintable(catalogue.error().subject),
               qPrintable(catalogue.error().detail));
    catalogue->hash = hexHash(bytes);
    return *catalogue;
}

} // namespace

const std::map<QString, QByteArray> &referenceDocuments()
{
    static const auto documents = [] {
        std::map<QString, QByteArray> read;
        const QDir folder(u":/ruhu/catalogues"_s);
        for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("a reference document cannot be opened");
            const QByteArray bytes = file.readAll();
            read[hexHash(bytes)] = bytes;
        }
        return read;
    }();
    return documents;
}

const Catalogue &ftthInstall()
{
    static const Catalogue catalogue = readInstall();
    return catalogue;
}

TicketOpened urbanOrder(const QString &number)
{
    TicketOpened order;
    order.number = number;
    order.kind = u"install"_s;
    order.services = {Service::Broadband, Service::Iptv};
    order.downMbps = 300;
    order.upMbps = 50;
    order.product = u"300M + IPTV"_s;
    order.customerName = u"王样本"_s;
    order.customerPhone = u"138 0000 0001"_s;
    order.division = u"浙江省杭州市西湖区"_s;
    order.address = u"样本路1号2幢301"_s;
    order.accountId = u"hz00000001"_s;
    order.acceptedAt = wallTimeFromMs(kMorningMs - 86'400'000);
    order.catalogue = ftthInstall().hash;
    return order;
}

TicketOpened ruralOrder(const QString &number)
{
    TicketOpened order = urbanOrder(number);
    order.area = Area::Rural;
    order.services = {Service::Broadband};
    order.product = u"300M"_s;
    order.division = u"浙江省杭州市桐庐县"_s;
    order.address = u"样本村12号"_s;
    return order;
}

TicketOpened repairOrder(const QString &number)
{
    TicketOpened order = urbanOrder(number);
    order.kind = u"repair"_s;
    return order;
}

WallTime moment(const QString &text)
{
    return wallTimeFromMs(QDateTime::fromString(text + u"+08:00"_s, Qt::ISODate).toMSecsSinceEpoch());
}

QByteArray contentHash(const Ticket &ticket, const Catalogue &catalogue)
{
    return QCryptographicHash::hash(writeJson(workOrderContent(ticket, catalogue)), QCryptographicHash::Blake2b_256);
}

TicketBench::TicketBench(TicketOpened order, std::uint64_t seed, const Catalogue &catalogue)
    : m_catalogue(catalogue),
      m_clock(wallTimeFromMs(kMorningMs)),
      m_random(seed),
      m_ids(m_clock, m_random),
      m_technician(m_ids.next()),
      m_supervisor(m_ids.next()),
      m_dispatcher(m_ids.next()),
      m_device(m_ids.next())
{
    m_ticket.id = TicketId(m_ids.next());
    inject(std::move(order), m_dispatcher, kDispatcher);
    inject(TicketAssigned{m_technician, u"李样本"_s, TeamId(m_ids.next())}, m_dispatcher, kDispatcher);
}

UserId TicketBench::userOf(const RoleId &role) const
{
    if (role == kTechnician)
        return m_technician;
    return role == kSupervisor ? m_supervisor : m_dispatcher;
}

ActContext TicketBench::context(const RoleId &role) const
{
    return {userOf(role), roles().role(role), m_clock.now(), m_catalogue, m_contentHash};
}

Decision TicketBench::decide(const Payload &proposal, const RoleId &role) const
{
    return domain::decide(m_ticket, proposal, context(role));
}

std::optional<Refusal> TicketBench::act(const Payload &proposal, const RoleId &role)
{
    const Decision decision = decide(proposal, role);
    if (const auto *refusal = std::get_if<Refusal>(&decision))
        return *refusal;
    for (const Payload &payload : std::get<0>(decision))
        inject(payload, userOf(role), role);
    return {};
}

const HistoryEntry &TicketBench::inject(const Payload &payload, UserId by, const RoleId &role)
{
    HistoryEntry entry;
    EventMeta &meta = entry.event.meta;
    meta.id = EventId(m_ids.next());
    meta.ticket = m_ticket.id;
    meta.baseRevision = m_ticket.serverRevision;
    meta.baseOwn = m_ticket.lastOwn;
    meta.group = Group{meta.id, 1, 1};
    meta.by = by;
    meta.role = role;
    meta.wall = m_clock.now();
    meta.bootId = m_clock.bootId();
    meta.monotonic = m_clock.monotonic();
    entry.event.payload = payload;
    if (role == kTechnician) {
        entry.device = m_device;
        entry.sequence = ++m_sequence;
    } else {
        entry.revision = m_ticket.serverRevision + 1;
        entry.receivedAt = m_clock.now();
    }
    const std::int64_t before = m_ticket.workRevision;
    apply(m_ticket, entry);
    if (m_ticket.workRevision != before)
        m_contentHash = test::contentHash(m_ticket, m_catalogue);
    m_history.push_back(std::move(entry));
    return m_history.back();
}

PhotoAttached TicketBench::photo(const QString &step)
{
    PhotoAttached photo;
    photo.step = step;
    photo.sha256 = m_random.bytes(32);
    photo.mime = u"image/jpeg"_s;
    photo.sizeBytes = 183'000;
    photo.width = 1600;
    photo.height = 1200;
    return photo;
}

SignatureGiven TicketBench::signature(SignerRole role)
{
    SignatureGiven signature;
    signature.role = role;
    signature.name = role == SignerRole::Customer ? m_ticket.order.customerName : m_ticket.assignment->userName;
    signature.strokes = m_random.bytes(32);
    signature.strokeCount = 7;
    signature.durationMs = 3'400;
    signature.contentHash = m_contentHash;
    return signature;
}

std::optional<Payload> TicketBench::step(const WalkAnswers &answers)
{
    m_clock.advance(kPause);
    WalkStep next = nextRoutineAct(m_ticket, context(), answers);
    const auto *finished = std::get_if<Finished>(&next);
    const bool tooEarly = finished && finished->stuck && finished->stuck->code == RefusalCode::ArrivalNeedsReason
                          && m_clock.now() < m_ticket.appointment->appointment.window.start;
    const auto *entered = std::get_if<Payload>(&next);
    const auto *to = entered ? std::get_if<StateEntered>(entered) : nullptr;
    // Nobody stands at the door before the agreed time.
    if (tooEarly || (to && to->to == State::Arrived && m_ticket.appointment)) {
        m_clock.advance(std::max(Millis(0), m_ticket.appointment->appointment.window.start - m_clock.now()));
        next = nextRoutineAct(m_ticket, context(), answers);
        entered = std::get_if<Payload>(&next);
    }
    if (std::holds_alternative<Finished>(next))
        return {};
    Payload payload;
    if (entered)
        payload = *entered;
    else if (const auto *wanted = std::get_if<NeedPhoto>(&next))
        payload = photo(wanted->step);
    else
        payload = signature(std::get<NeedSignature>(next).role);
    if (act(payload))
        return {};
    return m_history.back().event.payload;
}

bool TicketBench::walkTo(State state, const WalkAnswers &answers)
{
    while (m_ticket.state != state) {
        if (!step(answers))
            return false;
    }
    return true;
}

std::vector<Payload> routineWalk(const TicketOpened &order, const WalkAnswers &answers)
{
    TicketBench bench(order);
    std::vector<Payload> acts;
    while (auto payload = bench.step(answers))
        acts.push_back(std::move(*payload));
    return acts;
}

QString readableHistory(const TicketBench &bench)
{
    QString text;
    const WallTime start = bench.history().front().event.meta.wall;
    int number = 0;
    for (const HistoryEntry &entry : bench.history()) {
        const EventMeta &meta = entry.event.meta;
        const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(meta.wall - start).count();
        const QString time = QTime(0, 0).addSecs(static_cast<int>(seconds)).toString(u"hh:mm:ss"_s);
        const QString body = QString::fromUtf8(writeJson(encodePayload(entry.event.payload)));
        text += QString::number(++number).rightJustified(3) + u"  "_s + time + u"  "_s + meta.role.leftJustified(10)
                + u"  "_s + payloadType(entry.event.payload).leftJustified(18) + u"  "_s + body + u'\n';
    }
    return text;
}

} // namespace ruhu::test
