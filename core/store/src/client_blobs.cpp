// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client_store_private.h"

#include <ruhu/crypto/digest.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

Result<void> setVerified(Database &database, const std::vector<QByteArray> &hashes, bool verified)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    for (const QByteArray &sha256 : hashes) {
        // A hash we do not have is none of ours; the server may name more than this laptop knows.
        auto done = run(database, "UPDATE blob SET verified = ? WHERE sha256 = ?", verified, sha256);
        if (!done)
            return done;
    }
    return transaction->commit();
}

} // namespace

Result<QByteArray> ClientStore::putBlob(const QByteArray &bytes, const QString &mime)
{
    // Bytes first: an entry never names what is not on the disk (sync.md 2.11).
    auto sha256 = m_d->files.put(bytes);
    if (!sha256)
        return sha256;
    const auto noted = run(*m_d->database,
                           "INSERT INTO blob(sha256, mime, size_bytes, verified, local) VALUES(?, ?, ?, 0, 1)"
                           " ON CONFLICT(sha256) DO UPDATE SET local = 1",
                           *sha256, mime, bytes.size());
    if (!noted)
        return noted.error();
    return sha256;
}

Result<QByteArray> ClientStore::blob(const QByteArray &sha256)
{
    return m_d->files.read(sha256);
}

Result<void> ClientStore::keepFetchedBlob(const QByteArray &sha256, const QByteArray &bytes, const QString &mime)
{
    if (crypto::sha256(bytes) != sha256)
        return Error{ErrorCode::Damaged, u"fetched bytes do not have their name"_s,
                     QString::fromLatin1(sha256.toHex())};
    if (const auto put = m_d->files.put(bytes); !put)
        return put.error();
    return run(*m_d->database,
               "INSERT INTO blob(sha256, mime, size_bytes, verified, local) VALUES(?, ?, ?, 1, 1)"
               " ON CONFLICT(sha256) DO UPDATE SET local = 1, verified = 1",
               sha256, mime, bytes.size());
}

Result<std::vector<BlobRow>> ClientStore::unverifiedBlobs()
{
    std::vector<BlobRow> rows;
    // Stroke documents are the only ones that are no pictures.
    const auto read = forEach(
        query(*m_d->database, "SELECT sha256, mime, size_bytes, verified, local FROM blob"
                              " WHERE verified = 0 AND local = 1"
                              " ORDER BY mime LIKE 'image/%', size_bytes, sha256"),
        [&](const Statement &row) -> Result<void> {
            rows.push_back({row.blob(0), row.text(1), row.integer(2), row.integer(3) != 0, row.integer(4) != 0});
            return {};
        });
    if (!read)
        return read.error();
    return rows;
}

Result<void> ClientStore::markBlobsVerified(const std::vector<QByteArray> &sha256)
{
    return setVerified(*m_d->database, sha256, true);
}

Result<void> ClientStore::markBlobsMissing(const std::vector<QByteArray> &sha256)
{
    return setVerified(*m_d->database, sha256, false);
}

} // namespace ruhu::store
