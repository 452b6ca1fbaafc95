// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Photos and strokes on their way to the server, several in one request.

#include "runner_p.h"

#include <ruhu/domain/codec.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::sync {
namespace {

constexpr qsizetype kListBytes = 160; // one blob's line in the head frame, and its length
constexpr qsizetype kHeadBytes = 64;
constexpr std::size_t kMostInBundle = 500;
constexpr int kSlowestBytesPerMs = 20;
constexpr int kReadAtOnce = 500;

std::optional<QByteArray> blobOf(const store::JournalEntry &entry)
{
    const auto event = domain::decodeEvent(entry.body);
    if (!event)
        return std::nullopt;
    if (const auto *photo = std::get_if<domain::PhotoAttached>(&event->payload))
        return photo->sha256;
    if (const auto *signature = std::get_if<domain::SignatureGiven>(&event->payload))
        return signature->strokes;
    return std::nullopt;
}

} // namespace

/// Continues the list of blobs named by entries that the server holds and has nothing against.
Result<void> Runner::Private::readNamedBlobs()
{
    const auto own = store.head();
    if (!own)
        return own.error();
    while (true) {
        const auto entries = store.entriesFrom(namedUpTo.incarnation, namedUpTo.sequence + 1, kReadAtOnce);
        if (!entries)
            return entries.error();
        for (const store::JournalEntry &entry : *entries) {
            if (entry.state == store::EntryState::Pending)
                return {};
            const auto sha256 = entry.problem.isEmpty() ? blobOf(entry) : std::nullopt;
            if (sha256)
                named.insert(*sha256);
            namedUpTo.sequence = entry.sequence;
        }
        if (!entries->empty())
            continue;
        if (namedUpTo.incarnation >= own->incarnation)
            return {};
        namedUpTo = {namedUpTo.incarnation + 1, 0};
    }
}

/// The server holds what a stored entry names and it does not miss: an answer that got lost said so before.
Result<void> Runner::Private::settleKnownBlobs(const std::vector<store::BlobRow> &unverified)
{
    std::vector<QByteArray> open;
    for (const store::BlobRow &row : unverified) {
        if (!missing.contains(row.sha256))
            open.push_back(row.sha256);
    }
    if (open.empty() || !missingIsAll)
        return {};
    if (auto read = readNamedBlobs(); !read)
        return read;
    const auto unnamed = [this](const QByteArray &sha256) { return !named.contains(sha256); };
    open.erase(std::remove_if(open.begin(), open.end(), unnamed), open.end());
    return open.empty() ? Result<void>() : store.markBlobsVerified(open);
}

Result<std::vector<store::BlobRow>> Runner::Private::blobsToSend()
{
    auto rows = store.unverifiedBlobs();
    if (!rows || rows->empty())
        return rows;
    if (const auto settled = settleKnownBlobs(*rows); !settled)
        return settled.error();
    // The server takes only what a stored entry names; the rest waits for its entry.
    const auto notNow = [this](const store::BlobRow &row) {
        return !missing.contains(row.sha256) || triedBlobs.contains(row.sha256);
    };
    rows->erase(std::remove_if(rows->begin(), rows->end(), notNow), rows->end());
    return rows;
}

std::vector<protocol::Blob> Runner::Private::bundle(const std::vector<store::BlobRow> &rows)
{
    std::vector<protocol::Blob> blobs;
    qsizetype total = kHeadBytes;
    for (const store::BlobRow &row : rows) {
        const qsizetype cost = row.sizeBytes + kListBytes;
        if (!blobs.empty() && (total + cost > bundleLimit || blobs.size() >= kMostInBundle))
            continue; // a smaller one behind it may still fit
        triedBlobs.insert(row.sha256);
        if (row.sizeBytes > protocol::kMaxBlobBytes) {
            blobProblem = u"blob-too-large"_s;
            continue;
        }
        auto bytes = store.blob(row.sha256);
        if (!bytes) {
            blobProblem = u"blob-damaged"_s;
            continue;
        }
        total += cost;
        blobs.push_back({row.sha256, row.mime, std::move(*bytes)});
    }
    return blobs;
}

void Runner::Private::sendBlobs()
{
    const auto rows = blobsToSend();
    if (!rows)
        return fail(rows.error());
    const std::vector<protocol::Blob> blobs = bundle(*rows);
    if (blobs.empty()) {
        if (blobProblem.isEmpty())
            return post(BlobsDone{false});
        return fail(Failed{ErrorCode::Damaged, blobProblem, std::nullopt});
    }
    const QByteArray body = protocol::encodeBlobBundle(blobs);
    const int timeout = 30'000 + static_cast<int>(body.size() / kSlowestBytesPerMs);
    ++traffic.blobRequests;
    // The bytes are not kept for the answer.
    std::vector<protocol::Blob> names;
    names.reserve(blobs.size());
    for (const protocol::Blob &blob : blobs)
        names.push_back({blob.sha256, blob.mime, {}});
    send({"POST", u"/sync/v1/blobs"_s, "application/octet-stream", body, {}, timeout},
         [this, names](const Reply &reply) { blobsAnswered(names, reply); });
}

void Runner::Private::blobsAnswered(const std::vector<protocol::Blob> &sent, const Reply &reply)
{
    if (!isGood(reply)) {
        const Failed failed = failureOf(reply);
        if (failed.code == ErrorCode::TooLarge && sent.size() > 1) {
            bundleLimit = std::max<qsizetype>(bundleLimit / 2, 1);
            for (const protocol::Blob &blob : sent)
                triedBlobs.erase(blob.sha256);
            return post(BlobsDone{true});
        }
        const bool refusedNow =
            failed.code == ErrorCode::TooLarge || failed.code == ErrorCode::InvalidInput
            || (failed.code == ErrorCode::NotAllowed && failed.problem == codeName(ErrorCode::NotAllowed));
        if (!refusedNow)
            return fail(failed);
        blobProblem = u"blob-refused"_s;
        return post(BlobsDone{true}); // the others have their turn
    }
    const auto answer = protocol::decodeBlobReply(reply.body);
    if (!answer)
        return fail(badAnswer());
    std::vector<QByteArray> verified;
    for (const protocol::Blob &blob : sent) {
        if (std::find(answer->verified.begin(), answer->verified.end(), blob.sha256) != answer->verified.end())
            verified.push_back(blob.sha256);
        else
            blobProblem = u"blob-refused"_s;
    }
    if (const auto marked = store.markBlobsVerified(verified); !marked)
        return fail(marked.error());
    for (const QByteArray &sha256 : verified)
        missing.erase(sha256);
    post(BlobsDone{true});
}

} // namespace ruhu::sync
