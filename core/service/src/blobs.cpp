// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_data.h"

#include <ruhu/base/logging.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/protocol/framing.h>

#include <QDir>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

constexpr qint64 kMissingAtOnce = 500;

bool isAllowedType(const QString &mime)
{
    static const std::array<QString, 3> allowed = {u"image/jpeg"_s, u"image/png"_s, u"application/json"_s};
    return std::find(allowed.begin(), allowed.end(), mime) != allowed.end();
}

/// Photos and strokes are known by their first bytes: nothing else is served from here under their type.
bool looksLike(const QString &mime, const QByteArray &bytes)
{
    if (mime == u"image/jpeg")
        return bytes.startsWith("\xff\xd8\xff");
    if (mime == u"image/png")
        return bytes.startsWith("\x89PNG\r\n\x1a\n");
    return bytes.startsWith('{');
}

/// Named by an event of this device, or by a ticket this person may read: nobody learns whether other bytes exist.
Result<bool> mayTouch(OfficeData &d, const Caller &caller, const QByteArray &sha256)
{
    auto row = oneRow(
        *d.db,
        "SELECT 1 FROM blob_ref r WHERE r.sha256=? AND (r.device_id=? OR EXISTS(SELECT 1 FROM ticket_reader t"
        " WHERE t.ticket_id=r.ticket_id AND t.feed=?)) LIMIT 1",
        [](store::Statement &) { return true; }, sha256, caller.device, feedOf(caller.user, caller.role));
    if (!row)
        return row.error();
    return row->has_value();
}

Result<void> keepBlob(OfficeData &d, const protocol::Blob &blob)
{
    // Durable file first, then the row: only a row counts as an acknowledgement.
    auto stored = d.blobs.put(blob.bytes);
    if (!stored)
        return stored.error();
    auto transaction = store::Transaction::begin(*d.db);
    if (!transaction)
        return transaction.error();
    auto done =
        runSql(*d.db, "INSERT INTO blob(sha256,mime,size_bytes,stored_ms) VALUES(?,?,?,?) ON CONFLICT DO NOTHING",
               *stored, blob.mime, qint64{blob.bytes.size()}, d.nowMs());
    if (!done)
        return done;
    return transaction->commit();
}

/// True when the blob may be kept; a wrong one is left out of the answer and stops none of the others.
Result<bool> isAcceptable(OfficeData &d, const Caller &caller, const protocol::Blob &blob)
{
    if (blob.bytes.isEmpty() || blob.bytes.size() > protocol::kMaxBlobBytes || !isAllowedType(blob.mime))
        return false;
    if (!looksLike(blob.mime, blob.bytes) || crypto::sha256(blob.bytes) != blob.sha256)
        return false;
    return mayTouch(d, caller, blob.sha256);
}

} // namespace

Result<std::vector<QByteArray>> missingBlobs(store::Database &db, DeviceId device)
{
    std::vector<QByteArray> missing;
    auto done = eachRow(
        db,
        "SELECT DISTINCT r.sha256 FROM blob_ref r LEFT JOIN blob b ON b.sha256=r.sha256 WHERE r.device_id=? AND "
        "b.sha256 IS NULL"
        " ORDER BY r.sha256 LIMIT ?",
        [&](store::Statement &s) { missing.push_back(s.blob(0)); }, device, kMissingAtOnce);
    if (!done)
        return done.error();
    return missing;
}

Result<protocol::BlobReply> Office::storeBlobs(const Caller &caller, const std::vector<protocol::Blob> &blobs)
{
    protocol::BlobReply reply;
    for (const protocol::Blob &blob : blobs) {
        auto acceptable = isAcceptable(*m_d, caller, blob);
        if (!acceptable)
            return acceptable.error();
        if (!*acceptable) {
            qCWarning(lcServer) << "blob refused: not named, of another type, size or hash; device"
                                << caller.device.toString();
            continue;
        }
        if (auto kept = keepBlob(*m_d, blob); !kept)
            return kept.error();
        reply.verified.push_back(blob.sha256);
    }
    // An answer that verifies nothing would be asked for again for ever.
    if (reply.verified.empty() && !blobs.empty())
        return Error{ErrorCode::NotAllowed, u"none of the blobs may be stored"_s, u"blobs"_s};
    return reply;
}

Result<protocol::Blob> Office::blob(const Caller &caller, const QByteArray &sha256)
{
    const Error unknown{ErrorCode::NotFound, u"no such blob"_s, QString::fromLatin1(sha256.toHex())};
    auto allowed = mayTouch(*m_d, caller, sha256);
    if (!allowed)
        return allowed.error();
    if (!*allowed)
        return unknown;
    auto mime = oneRow(
        *m_d->db, "SELECT mime FROM blob WHERE sha256=?", [](store::Statement &s) { return s.text(0); }, sha256);
    if (!mime)
        return mime.error();
    if (!*mime)
        return unknown;
    auto bytes = m_d->blobs.read(sha256);
    if (!bytes)
        return bytes.error();
    return protocol::Blob{sha256, **mime, *bytes};
}

} // namespace ruhu::service
