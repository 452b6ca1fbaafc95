// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Photos and strokes on their way to the server, several in one request.

#include "runner_p.h"

#include <ruhu/domain/codec.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

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

Result<void> Runner::Private::walkJournal(Position &at, const std::function<bool(const store::JournalEntry &)> &take)
{
    const auto own = store.head();
    if (!own)
        return own.error();
    while (true) {
        const auto entries = store.entriesFrom(at.incarnation, at.sequence + 1, kReadAtOnce);
        if (!entries)
            return entries.error();
        for (const store::JournalEntry &entry : *entries) {
            if (!take(entry))
                return {};
            at.sequence = entry.sequence;
        }
        if (!entries->empty())
            continue;
        if (at.incarnation >= own->incarnation)
            return {};
        at = {at.incarnation + 1, 0};
    }
}

/// Named by entries that the server holds and has nothing against.
Result<void> Runner::Private::readNamedBlobs()
{
    return walkJournal(namedUpTo, [this](const store::JournalEntry &entry) {
        if (entry.state == store::EntryState::Pending)
            return false;
        const auto sha256 = entry.problem.isEmpty() ? blobOf(entry) : std::nullopt;
        if (sha256)
            named.insert(*sha256);
        return true;
    });
}

Result<void> Runner::Private::readMentionedBlobs()
{
    return walkJournal(mentionedUpTo, [this](const store::JournalEntry &entry) {
        if (const auto sha256 = blobOf(entry))
            mentioned.insert(*sha256);
        return true;
    });
}

std::vector<store::BlobRow> Runner::Private::pendingBlobs()
{
    auto rows = store.unverifiedBlobs().value_or({});
    // Without the journal's word all of them count.
    if (rows.empty() || !readMentionedBlobs())
        return rows;
    const auto unnamed = [this](const store::BlobRow &row) { return !mentioned.contains(row.sha256); };
    rows.erase(std::remove_if(rows.begin(), rows.end(), unnamed), rows.end());
    return rows;
}

void Runner::Private::setBlobAside(const QByteArray &sha256, const QString &problem)
{
    blobsAside[sha256] = {clock.now() + kAside, problem};
    blobProblem = problem;
}

/// What was refused or cannot be read is not tried with every round, and stays in sight meanwhile.
bool Runner::Private::isAside(const QByteArray &sha256)
{
    const auto aside = blobsAside.find(sha256);
    if (aside == blobsAside.end())
        return false;
    const Millis left = aside->second.until - clock.now();
    // Further away than it ever is: the clock was put back.
    if (left <= Millis(0) || left > kAside) {
        blobsAside.erase(aside);
        return false;
    }
    blobProblem = aside->second.problem;
    return true;
}

/// That the server does not miss a blob is no proof that it holds it: only its answer to the bytes is. So those that were
/// sent once and whose answer was lost go again.
Result<std::vector<store::BlobRow>> Runner::Private::blobsToSend()
{
    auto rows = store.unverifiedBlobs();
    if (!rows || rows->empty())
        return rows;
    if (const auto read = readNamedBlobs(); !read)
        return read.error();
    // The server takes only what a stored entry names; the rest waits for its entry.
    const auto notNow = [this](const store::BlobRow &row) {
        const bool wanted = missing.contains(row.sha256) || named.contains(row.sha256);
        return !wanted || triedBlobs.contains(row.sha256) || isAside(row.sha256);
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
            setBlobAside(row.sha256, u"blob-too-large"_s);
            continue;
        }
        auto bytes = store.blob(row.sha256);
        if (!bytes) {
            setBlobAside(row.sha256, u"blob-damaged"_s);
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
        const bool mayBeOne = failed.code == ErrorCode::TooLarge || failed.code == ErrorCode::InvalidInput;
        if (mayBeOne && sent.size() > 1) {
            bundleLimit = std::max<qsizetype>(bundleLimit / 2, 1);
            for (const protocol::Blob &blob : sent)
                triedBlobs.erase(blob.sha256);
            return post(BlobsDone{true});
        }
        const bool refusedNow =
            mayBeOne || (failed.code == ErrorCode::NotAllowed && failed.problem == codeName(ErrorCode::NotAllowed));
        if (!refusedNow)
            return fail(failed);
        for (const protocol::Blob &blob : sent)
            setBlobAside(blob.sha256, u"blob-refused"_s);
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
            setBlobAside(blob.sha256, u"blob-refused"_s);
    }
    if (const auto marked = store.markBlobsVerified(verified); !marked)
        return fail(marked.error());
    for (const QByteArray &sha256 : verified)
        missing.erase(sha256);
    post(BlobsDone{true});
}

} // namespace ruhu::sync
