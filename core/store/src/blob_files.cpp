// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/store/blob_files.h>

#include "durable_file.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/crypto/sealing.h>

#include <QFile>
#include <QFileInfo>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

QString pathOf(const QString &directory, const QByteArray &sha256)
{
    const QString hex = QString::fromLatin1(sha256.toHex());
    return directory + u'/' + hex.left(2) + u'/' + hex;
}

QByteArray contextOf(const QByteArray &sha256)
{
    return QByteArrayLiteral("blob/") + sha256.toHex();
}

} // namespace

BlobFiles::BlobFiles(QString directory, const crypto::Sealer &sealer)
    : m_directory(std::move(directory)), m_sealer(sealer)
{}

Result<QByteArray> BlobFiles::put(const QByteArray &bytes)
{
    QByteArray sha256 = crypto::sha256(bytes);
    const QString path = pathOf(m_directory, sha256);
    // A file that is there but damaged is written anew.
    if (contains(sha256) && read(sha256)) {
        // Another worker may have renamed it a moment ago: its name must be durable before this one says so, too.
        const auto synced = syncFolder(QFileInfo(path).path());
        return synced ? Result<QByteArray>(std::move(sha256)) : synced.error();
    }
    if (const auto made = makeFolder(QFileInfo(path).path()); !made)
        return made.error();
    if (const auto written = writeDurably(path, m_sealer.seal(bytes, contextOf(sha256))); !written)
        return written.error();
    return sha256;
}

Result<QByteArray> BlobFiles::read(const QByteArray &sha256) const
{
    const QString path = pathOf(m_directory, sha256);
    const QString subject = u"blob "_s + QString::fromLatin1(sha256.toHex());
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, u"no such blob"_s, subject};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, u"a blob cannot be read: "_s + file.errorString(), subject};
    auto clear = m_sealer.open(file.readAll(), contextOf(sha256));
    if (!clear)
        return Error{clear.error().code, clear.error().detail, subject};
    if (crypto::sha256(*clear) != sha256)
        return Error{ErrorCode::Damaged, u"the bytes do not have their name"_s, subject};
    return clear;
}

bool BlobFiles::contains(const QByteArray &sha256) const
{
    return sha256.size() == crypto::kDigestBytes && QFileInfo::exists(pathOf(m_directory, sha256));
}

} // namespace ruhu::store
