// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "members.h"

#include <ruhu/crypto/signing.h>
#include <ruhu/protocol/framing.h>
#include <ruhu/protocol/messages.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::protocol {
namespace {

// The head frame and the lengths come on top of the bodies.
constexpr qsizetype kRunOverhead = 64 * 1024;

Json headJson(const DeviceHead &head)
{
    Json json;
    json.set(u"inc"_s, head.incarnation).set(u"seq"_s, head.sequence).set(u"hash"_s, hex(head.hash));
    return json;
}

DeviceHead readHead(Members &outer, QStringView key)
{
    Members members(outer.object(key), u"device head"_s);
    DeviceHead head;
    head.incarnation = members.integer(u"inc", 1);
    head.sequence = members.integer(u"seq");
    head.hash = members.bytes(u"hash", kHashBytes);
    if (!members.finish())
        outer.refuse(key);
    return head;
}

Json countsJson(const std::map<QString, std::int64_t> &counts)
{
    Json json(Json::Object{});
    for (const auto &[name, count] : counts)
        json.set(name, count);
    return json;
}

PushRun readRunHead(Members &members)
{
    PushRun run;
    // Only the first version exists.
    (void)members.integer(u"v", kProtocolVersion, kProtocolVersion);
    run.device = members.id<DeviceId>(u"dev");
    run.incarnation = members.integer(u"inc", 1);
    run.first = members.integer(u"first", 1, std::numeric_limits<std::int64_t>::max() - kMaxRunEvents);
    run.previousHash = members.bytes(u"prev", kHashBytes);
    run.headHash = members.bytes(u"head", kHashBytes);
    run.signature = members.bytes(u"sig", crypto::kSignatureBytes);
    run.appVersion = members.text(u"app");
    return run;
}

} // namespace

QByteArray encodePushRun(const PushRun &run)
{
    Json head;
    head.set(u"v"_s, kProtocolVersion)
        .set(u"dev"_s, run.device.toString())
        .set(u"inc"_s, run.incarnation)
        .set(u"first"_s, run.first)
        .set(u"prev"_s, hex(run.previousHash))
        .set(u"head"_s, hex(run.headHash))
        .set(u"sig"_s, hex(run.signature))
        .set(u"app"_s, run.appVersion);
    std::vector<QByteArray> frames{writeJson(head)};
    frames.insert(frames.end(), run.bodies.begin(), run.bodies.end());
    return compress(joinFrames(frames));
}

Result<PushRun> decodePushRun(const QByteArray &packed)
{
    if (packed.size() > kMaxPackedBytes)
        return Error{ErrorCode::TooLarge, u"push: too many bytes"_s, {}};
    const auto bytes = decompress(packed, kMaxRunBytes + kRunOverhead);
    if (!bytes)
        return bytes.error();
    auto frames = splitFrames(*bytes, kMaxRunEvents + 1, kMaxEventBytes);
    if (!frames)
        return frames.error();
    if (frames->size() < 2)
        return Error{ErrorCode::InvalidInput, u"push: nothing in it"_s, {}};
    auto run = decodeObject<PushRun>(frames->front(), u"push"_s, readRunHead);
    if (!run)
        return run;
    run->bodies.assign(std::make_move_iterator(frames->begin() + 1), std::make_move_iterator(frames->end()));
    if (std::any_of(run->bodies.begin(), run->bodies.end(), [](const QByteArray &body) { return body.isEmpty(); }))
        return Error{ErrorCode::InvalidInput, u"push: an empty body"_s, {}};
    return run;
}

QByteArray encodePushReply(const PushReply &reply)
{
    Json verdicts(Json::Object{});
    for (const auto &[sequence, code] : reply.verdicts)
        verdicts.set(QString::number(sequence), code);
    Json json;
    json.set(u"head"_s, headJson(reply.head))
        .set(u"verdicts"_s, verdicts)
        .set(u"feeds"_s, countsJson(reply.feedHeads))
        .set(u"missing"_s, hexList(reply.missingBlobs))
        .set(u"safe"_s, reply.safeThrough)
        .set(u"epoch"_s, reply.epoch)
        .set(u"now"_s, toMs(reply.serverTime));
    return writeJson(json);
}

Result<PushReply> decodePushReply(const QByteArray &body)
{
    return decodeObject<PushReply>(body, u"push answer"_s, [](Members &members) {
        PushReply reply;
        reply.head = readHead(members, u"head");
        reply.verdicts = members.notes(u"verdicts");
        reply.feedHeads = members.counts(u"feeds");
        reply.missingBlobs = members.hashes(u"missing");
        reply.safeThrough = members.integer(u"safe");
        reply.epoch = members.nonEmptyText(u"epoch");
        reply.serverTime = members.time(u"now");
        return reply;
    });
}

QByteArray encodeHeadReply(const HeadReply &reply)
{
    Json json;
    json.set(u"head"_s, headJson(reply.head))
        .set(u"feeds"_s, countsJson(reply.feedHeads))
        .set(u"missing"_s, hexList(reply.missingBlobs))
        .set(u"epoch"_s, reply.epoch)
        .set(u"now"_s, toMs(reply.serverTime));
    return writeJson(json);
}

Result<HeadReply> decodeHeadReply(const QByteArray &body)
{
    return decodeObject<HeadReply>(body, u"head answer"_s, [](Members &members) {
        HeadReply reply;
        reply.head = readHead(members, u"head");
        reply.feedHeads = members.counts(u"feeds");
        reply.missingBlobs = members.hashes(u"missing");
        reply.epoch = members.nonEmptyText(u"epoch");
        reply.serverTime = members.time(u"now");
        return reply;
    });
}

} // namespace ruhu::protocol
