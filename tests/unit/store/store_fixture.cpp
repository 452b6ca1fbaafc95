// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store_fixture.h"

#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {

store::ClientStore::Keys storeKeys()
{
    auto signing = crypto::SigningKey::fromSeed(QByteArray(32, 's'));
    const auto device = DeviceId::fromString(u"0192d5f0-0000-7000-8000-00000000d001");
    REQUIRE(signing);
    REQUIRE(device);
    return {QByteArray(32, 'k'), std::move(*signing), *device};
}

std::vector<domain::Event> EventMaker::act(TicketId ticket, const std::vector<domain::Payload> &payloads)
{
    std::vector<domain::Event> events;
    EventId first;
    for (const domain::Payload &payload : payloads) {
        m_clock.advance(Millis(1000));
        domain::Event event;
        event.meta.id = EventId(m_ids.next());
        if (events.empty())
            first = event.meta.id;
        event.meta.ticket = ticket;
        event.meta.group = {first, static_cast<std::int64_t>(events.size() + 1),
                            static_cast<std::int64_t>(payloads.size())};
        event.meta.by = UserId(Uuid({1, 2, 3}));
        event.meta.wall = m_clock.now();
        event.meta.bootId = m_clock.bootId();
        event.meta.monotonic = m_clock.monotonic();
        event.payload = payload;
        events.push_back(event);
    }
    return events;
}

std::vector<domain::Event> EventMaker::note(TicketId ticket, const QString &text)
{
    return act(ticket, {domain::NoteAdded{text, {}}});
}

std::vector<domain::Event> EventMaker::order(TicketId ticket, const QString &number, const QString &catalogue)
{
    domain::TicketOpened order;
    order.number = number;
    order.kind = u"install"_s;
    order.services = {domain::Service::Broadband, domain::Service::Iptv};
    order.product = u"300M + IPTV"_s;
    order.customerName = u"Customer Canary"_s;
    order.customerPhone = u"138 0000 4321"_s;
    order.division = u"浙江省杭州市西湖区"_s;
    order.address = u"Canary Road 12, door 302"_s;
    order.acceptedAt = wallTimeFromMs(1'772'200'000'000);
    order.requested = domain::Window{wallTimeFromMs(1'772'400'000'000), wallTimeFromMs(1'772'400'000'000)};
    order.catalogue = catalogue;
    return act(ticket, {order});
}

void FeedMaker::add(const domain::Event &event, DeviceId device, qint64 deviceSequence, const QString &verdict,
                    bool left)
{
    addBody(domain::encodeEvent(event));
    store::InboxEntry &entry = m_entries.back();
    entry.device = device;
    entry.deviceSequence = deviceSequence;
    entry.revision = ++m_revisions[event.meta.ticket];
    entry.verdict = verdict;
    entry.left = left;
}

void FeedMaker::addBody(const QByteArray &body)
{
    store::InboxEntry entry;
    entry.sequence = ++m_sequence;
    entry.eventHash = crypto::blake2b(body);
    entry.receivedAt = wallTimeFromMs(1'772'300'000'000 + m_sequence);
    entry.body = body;
    m_hash = crypto::feedNext(m_hash, entry.eventHash);
    m_entries.push_back(entry);
}

store::InboxPage FeedMaker::page()
{
    return {m_feed, u"epoch-1"_s, m_hash, std::exchange(m_entries, {})};
}

StoreBox::StoreBox()
{
    open();
}

Result<std::unique_ptr<store::ClientStore>> StoreBox::tryOpen() const
{
    return store::ClientStore::open(directory(), storeKeys(), shelf, clock);
}

void StoreBox::open()
{
    m_store.reset();
    m_store = must(tryOpen());
}

int StoreBox::tamper(const char *sql) const
{
    sqlite3 *handle = nullptr;
    REQUIRE(sqlite3_open(databasePath().toUtf8().constData(), &handle) == SQLITE_OK);
    char *why = nullptr;
    const int code = sqlite3_exec(handle, sql, nullptr, nullptr, &why);
    INFO((why ? why : ""));
    sqlite3_free(why);
    CHECK(code == SQLITE_OK);
    const int changed = sqlite3_changes(handle);
    sqlite3_close(handle);
    return changed;
}

} // namespace ruhu::test
