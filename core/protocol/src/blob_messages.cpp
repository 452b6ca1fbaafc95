// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "members.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/protocol/framing.h>
#include <ruhu/protocol/messages.h>

#include <set>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::protocol {
namespace {

constexpr qsizetype kMaxBundleBlobs = 1000;
// The head frame and the lengths come on top of the blobs.
constexpr qsizetype kBundleOverhead = 256 * 1024;

/// Names and types, without bytes.
std::vector<Blob> readList(Members &members)
{
    std::vector<Blob> blobs;
    std::set<QByteArray> seen;
    (void)members.integer(u"v", kProtocolVersion, kProtocolVersion);
    for (const Json &item : members.array(u"blobs")) {
        Members blob(item, u"blob"_s);
        Blob read;
        read.sha256 = blob.bytes(u"sha256", kHashBytes);
        read.mime = blob.nonEmptyText(u"mime", 100);
        if (!blob.finish() || !seen.insert(read.sha256).second)
            members.refuse(u"blobs");
        blobs.push_back(std::move(read));
    }
    return blobs;
}

} // namespace

QByteArray encodeBlobBundle(const std::vector<Blob> &blobs)
{
    Json::Array list;
    for (const Blob &blob : blobs) {
        Json item;
        item.set(u"sha256"_s, hex(blob.sha256)).set(u"mime"_s, blob.mime);
        list.push_back(std::move(item));
    }
    Json head;
    head.set(u"v"_s, kProtocolVersion).set(u"blobs"_s, std::move(list));
    std::vector<QByteArray> frames{writeJson(head)};
    for (const Blob &blob : blobs)
        frames.push_back(blob.bytes);
    return joinFrames(frames);
}

Result<std::vector<Blob>> decodeBlobBundle(const QByteArray &body)
{
    if (body.size() > kMaxBundleBytes + kBundleOverhead)
        return Error{ErrorCode::TooLarge, u"blobs: too many bytes"_s, {}};
    const auto frames = splitFrames(body, kMaxBundleBlobs + 1, kMaxBlobBytes);
    if (!frames)
        return frames.error();
    if (frames->empty())
        return Error{ErrorCode::InvalidInput, u"blobs: no head"_s, {}};
    auto blobs = decodeObject<std::vector<Blob>>(frames->front(), u"blobs"_s, readList);
    if (!blobs)
        return blobs;
    if (frames->size() != blobs->size() + 1)
        return Error{ErrorCode::InvalidInput, u"blobs: another number than announced"_s, {}};
    for (std::size_t i = 0; i < blobs->size(); ++i) {
        Blob &blob = (*blobs)[i];
        blob.bytes = (*frames)[i + 1];
        if (crypto::sha256(blob.bytes) != blob.sha256)
            return Error{ErrorCode::InvalidInput, u"blobs: bytes and name differ"_s, hex(blob.sha256)};
    }
    return blobs;
}

QByteArray encodeBlobReply(const BlobReply &reply)
{
    Json json;
    json.set(u"verified"_s, hexList(reply.verified));
    return writeJson(json);
}

Result<BlobReply> decodeBlobReply(const QByteArray &body)
{
    return decodeObject<BlobReply>(body, u"blobs answer"_s,
                                   [](Members &members) { return BlobReply{members.hashes(u"verified")}; });
}

} // namespace ruhu::protocol
