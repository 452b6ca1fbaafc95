// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/result.h>

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace ruhu::crypto {
class Sealer;
}

namespace ruhu::store {

/// Content-addressed files, sealed: DIR/ab/<sha256 hex>. put() is durable on return: temporary file, fsync, rename,
/// fsync of the folder. Nothing is ever deleted here. Thread: one; several objects may work on one folder at a time.
class BlobFiles {
public:
    /// The sealer must outlive this object.
    BlobFiles(QString directory, const crypto::Sealer &sealer);

    /// SHA-256 of the clear bytes.
    [[nodiscard]] Result<QByteArray> put(const QByteArray &bytes);
    /// NotFound; Damaged when the bytes no longer have their name.
    [[nodiscard]] Result<QByteArray> read(const QByteArray &sha256) const;
    [[nodiscard]] bool contains(const QByteArray &sha256) const;

private:
    QString m_directory;
    const crypto::Sealer &m_sealer;
};

} // namespace ruhu::store
