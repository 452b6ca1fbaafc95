// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace ruhu::test {

/// A folder of its own for one test, removed with everything in it at the end. Failing to make or fill
/// it fails the test.
class TempDir {
public:
    TempDir();

    [[nodiscard]] QString path() const { return m_dir.path(); }
    /// Absolute path of a name inside the folder; nothing is created.
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }

    /// Writes a whole file, with folders on the way, and answers its absolute path.
    QString write(const QString &name, const QByteArray &bytes) const; // NOLINT(modernize-use-nodiscard)
    [[nodiscard]] QByteArray read(const QString &name) const;

private:
    QTemporaryDir m_dir;
};

} // namespace ruhu::test
