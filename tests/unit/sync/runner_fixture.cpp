// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner_fixture.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/domain/codec.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {
namespace {

const UserId kUser = *UserId::fromString(u"0190a0b0-0000-7000-8000-000000000001");
const DeviceId kDevice = *DeviceId::fromString(u"0190a0b0-0000-7000-8000-00000000000d");

std::optional<QByteArray> blobOf(const QByteArray &body)
{
    const auto event = domain::decodeEvent(body);
    REQUIRE(event);
    if (const auto *photo = std::get_if<domain::PhotoAttached>(&event->payload))
        return photo->sha256;
    if (const auto *signature = std::get_if<domain::SignatureGiven>(&event->payload))
        return signature->strokes;
    return std::nullopt;
}

} // namespace

void Feed::add(int count)
{
    ManualClock clock;
    SeededRandom random(m_seed + m_entries.size());
    UuidV7Source ids(clock, random);
    for (int i = 0; i < count; ++i) {
        domain::Event event;
        event.meta.id = EventId(ids.next());
        event.meta.ticket = m_ticket;
        event.meta.group.first = event.meta.id;
        event.meta.role = domain::kOfficeItself;
        event.meta.bootId = u"boot"_s;
        event.payload = domain::NoteAdded{u"from the office"_s, {}};
        protocol::FeedEntry entry;
        entry.sequence = size() + 1;
        entry.deviceSequence = entry.sequence;
        entry.body = domain::encodeEvent(event);
        entry.eventHash = crypto::blake2b(entry.body);
        entry.revision = entry.sequence;
        entry.receivedAt = clock.now();
        m_entries.push_back(entry);
    }
}

QByteArray Feed::hashAt(qint64 sequence) const
{
    QByteArray hash = crypto::chainStart();
    for (qint64 i = 0; i < std::min(sequence, size()); ++i)
        hash = crypto::feedNext(hash, m_entries[static_cast<std::size_t>(i)].eventHash);
    return hash;
}

protocol::FeedPage Feed::page(qint64 after, int most, const QString &epoch) const
{
    protocol::FeedPage page;
    page.feed = kFeed;
    page.epoch = epoch;
    page.head = size();
    page.hashBefore = hashAt(after);
    const qint64 last = std::min(after + most, size());
    for (qint64 i = after; i < last; ++i)
        page.entries.push_back(m_entries[static_cast<std::size_t>(i)]);
    page.hashAfter = hashAt(std::max(after, last));
    return page;
}

Bench::Bench()
    : ticket(*TicketId::fromString(u"0190a0b0-0000-7000-8000-0000000000aa")),
      feed(ticket),
      laptop({u"tech0"_s, kUser, domain::kTechnician}, 'a', clock, random, way)
{
    laptop.pretend(kDevice, {kFeed});
    laptop.start();
    laptop.runner().onTicketsChanged = [this](const std::vector<TicketId> &tickets) {
        changed.insert(changed.end(), tickets.begin(), tickets.end());
    };
}

protocol::DeviceHead Bench::own()
{
    const auto head = laptop.store().head();
    REQUIRE(head);
    return {head->incarnation, head->sequence, head->hash};
}

std::vector<QByteArray> Bench::missing() const
{
    std::vector<QByteArray> hashes;
    std::set_difference(m_named.begin(), m_named.end(), m_kept.begin(), m_kept.end(), std::back_inserter(hashes));
    return hashes;
}

void Bench::answerHead(std::optional<protocol::DeviceHead> head)
{
    way.expect("GET", u"/sync/v1/head"_s);
    protocol::HeadReply reply;
    reply.head = head.value_or(protocol::DeviceHead{1, 0, crypto::chainStart()});
    reply.feedHeads = {{kFeed, feed.size()}};
    // A server that keeps every photo whose answer got lost: nothing is missing in a head's answer.
    reply.epoch = epoch;
    way.answer(200, protocol::encodeHeadReply(reply));
}

protocol::PushRun Bench::pushed()
{
    const auto run = protocol::decodePushRun(way.expect("POST", u"/sync/v1/push"_s).body);
    REQUIRE(run);
    return *run;
}

protocol::PushReply Bench::replyTo(const protocol::PushRun &run)
{
    for (const QByteArray &body : run.bodies) {
        if (const auto sha256 = blobOf(body))
            m_named.insert(*sha256);
    }
    protocol::PushReply reply;
    reply.head = {run.incarnation, run.first + static_cast<qint64>(run.bodies.size()) - 1, run.headHash};
    reply.feedHeads = {{kFeed, feed.size()}};
    reply.missingBlobs = missing();
    reply.epoch = epoch;
    return reply;
}

void Bench::answerPush(const protocol::PushRun &run)
{
    way.answer(200, protocol::encodePushReply(replyTo(run)));
}

void Bench::drainPushes()
{
    while (way.waiting() > 0 && laptop.runner().status().phase == sync::Phase::Pushing)
        answerPush(pushed());
}

void Bench::answerBlobs(const std::vector<protocol::Blob> &kept)
{
    protocol::BlobReply reply;
    for (const protocol::Blob &blob : kept) {
        reply.verified.push_back(blob.sha256);
        m_kept.insert(blob.sha256);
    }
    way.answer(200, protocol::encodeBlobReply(reply));
}

void Bench::answerPage(int most)
{
    const QString path = way.expect("GET", u"/sync/v1/feed/"_s).path;
    const qint64 after = path.section(u"after="_s, 1).section(u'&', 0, 0).toLongLong();
    way.answer(200, protocol::encodeFeedPage(feed.page(after, most, epoch)));
}

} // namespace ruhu::test
