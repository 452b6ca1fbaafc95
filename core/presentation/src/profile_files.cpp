// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profile_files.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {
namespace {

/// QSaveFile syncs the file it renames but not the folder that holds the new name.
[[nodiscard]] bool syncFolderOf(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

[[nodiscard]] Error writeError(const QString &path, int systemError)
{
    const bool full = systemError == ENOSPC || systemError == EDQUOT;
    return Error{full ? ErrorCode::DiskFull : ErrorCode::ReadOnly, u"cannot write the file"_s, path};
}

} // namespace

Result<void> writeDurably(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return writeError(path, errno);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    errno = 0;
    if (file.write(bytes) != bytes.size() || !file.commit())
        return writeError(path, errno);
    if (!syncFolderOf(path))
        return writeError(path, errno);
    return {};
}

Result<void> writeKeyFiles(const QString &directory, const QByteArray &document)
{
    for (const QLatin1String name : kKeyFiles) {
        if (auto written = writeDurably(directory + u'/' + name, document); !written)
            return written;
    }
    return {};
}

Result<QByteArray> readWhole(const QString &path, qint64 maxBytes)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, u"no such file"_s, path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::ReadOnly, u"cannot open the file"_s, path};
    // One byte more than allowed: a device or a growing file has no size to trust.
    QByteArray bytes = file.read(maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::Damaged, u"cannot read the file"_s, path};
    if (bytes.size() > maxBytes)
        return Error{ErrorCode::TooLarge, u"the file is too large"_s, path};
    return bytes;
}

Result<void> destroyFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    const QByteArray zeros(file.size(), '\0');
    if (!file.open(QIODevice::ReadWrite) || file.write(zeros) != zeros.size() || !file.flush()
        || ::fdatasync(file.handle()) != 0)
        return writeError(path, errno);
    file.close();
    if (!file.remove() || !syncFolderOf(path))
        return writeError(path, errno);
    return {};
}

void removeDurably(const QString &path)
{
    // Ignored because the caller already reports the failure that led here.
    if (QFile::remove(path))
        static_cast<void>(syncFolderOf(path));
}

} // namespace ruhu::presentation
