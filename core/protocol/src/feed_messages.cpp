// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "members.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/protocol/framing.h>
#include <ruhu/protocol/messages.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::protocol {
namespace {

// Head, entry frames and lengths come on top of the bodies.
constexpr qsizetype kPageOverhead = 1024 * 1024;

Json entryJson(const FeedEntry &entry)
{
    Json json;
    json.set(u"seq"_s, entry.sequence)
        .set(u"dev"_s, entry.device.toString())
        .set(u"inc"_s, entry.incarnation)
        .set(u"dseq"_s, entry.deviceSequence)
        .set(u"hash"_s, hex(entry.eventHash))
        .set(u"rev"_s, entry.revision)
        .set(u"at"_s, toMs(entry.receivedAt))
        .set(u"verdict"_s, entry.verdict)
        .set(u"left"_s, entry.left);
    return json;
}

FeedEntry readEntry(Members &members)
{
    FeedEntry entry;
    entry.sequence = members.integer(u"seq", 1);
    entry.device = members.id<DeviceId>(u"dev");
    entry.incarnation = members.integer(u"inc", 1);
    entry.deviceSequence = members.integer(u"dseq");
    entry.eventHash = members.bytes(u"hash", kHashBytes);
    entry.revision = members.integer(u"rev");
    entry.receivedAt = members.time(u"at");
    entry.verdict = members.text(u"verdict");
    entry.left = members.boolean(u"left");
    return entry;
}

Result<FeedEntry> decodeEntry(const QByteArray &head, const QByteArray &body)
{
    auto entry = decodeObject<FeedEntry>(head, u"feed entry"_s, readEntry);
    if (!entry)
        return entry;
    if (crypto::blake2b(body) != entry->eventHash)
        return Error{ErrorCode::InvalidInput, u"feed entry: body and hash differ"_s, {}};
    entry->body = body;
    return entry;
}

struct PageHead {
    FeedPage page;
    std::size_t count = 0;
};

PageHead readPageHead(Members &members)
{
    PageHead head;
    (void)members.integer(u"v", kProtocolVersion, kProtocolVersion);
    head.page.feed = members.nonEmptyText(u"feed");
    head.page.epoch = members.nonEmptyText(u"epoch");
    head.page.head = members.integer(u"head");
    head.page.hashBefore = members.bytes(u"before", kHashBytes);
    head.page.hashAfter = members.bytes(u"after", kHashBytes);
    head.page.serverTime = members.time(u"now");
    head.count = static_cast<std::size_t>(members.integer(u"n", 0, kMaxPageEvents));
    return head;
}

} // namespace

QByteArray encodeFeedPage(const FeedPage &page)
{
    Json head;
    head.set(u"v"_s, kProtocolVersion)
        .set(u"feed"_s, page.feed)
        .set(u"epoch"_s, page.epoch)
        .set(u"head"_s, page.head)
        .set(u"before"_s, hex(page.hashBefore))
        .set(u"after"_s, hex(page.hashAfter))
        .set(u"now"_s, toMs(page.serverTime))
        .set(u"n"_s, static_cast<std::int64_t>(page.entries.size()));
    std::vector<QByteArray> frames{writeJson(head)};
    for (const FeedEntry &entry : page.entries) {
        frames.push_back(writeJson(entryJson(entry)));
        frames.push_back(entry.body);
    }
    return compress(joinFrames(frames));
}

Result<FeedPage> decodeFeedPage(const QByteArray &packed)
{
    if (packed.size() > kMaxRunBytes)
        return Error{ErrorCode::TooLarge, u"feed page: too many bytes"_s, {}};
    const auto bytes = decompress(packed, kMaxRunBytes + kPageOverhead);
    if (!bytes)
        return bytes.error();
    const auto frames = splitFrames(*bytes, 1 + 2 * kMaxPageEvents, kMaxEventBytes);
    if (!frames)
        return frames.error();
    if (frames->empty())
        return Error{ErrorCode::InvalidInput, u"feed page: no head"_s, {}};
    auto head = decodeObject<PageHead>(frames->front(), u"feed page"_s, readPageHead);
    if (!head)
        return head.error();
    if (frames->size() != 1 + 2 * head->count)
        return Error{ErrorCode::InvalidInput, u"feed page: another number of entries than announced"_s, {}};
    for (std::size_t i = 1; i < frames->size(); i += 2) {
        auto entry = decodeEntry((*frames)[i], (*frames)[i + 1]);
        if (!entry)
            return entry.error();
        head->page.entries.push_back(std::move(*entry));
    }
    return std::move(head->page);
}

} // namespace ruhu::protocol
