// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "durable_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

constexpr mode_t kFolderMode = 0700;
constexpr char kTemporarySuffix[] = ".part";

/// An open file descriptor.
class Descriptor {
public:
    Descriptor(const QString &path, int flags)
        : m_fd(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, kFileMode))
    {}
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

/// A new file beside `path`, of its own name, so that several writers of one path do not meet in it. Answers its name.
Result<QByteArray> writeTemporary(const QString &path, const QByteArray &bytes)
{
    QByteArray name = QFile::encodeName(path) + ".XXXXXX" + kTemporarySuffix;
    // Made with O_EXCL, for the owner alone.
    const Descriptor file(::mkostemps(name.data(), static_cast<int>(sizeof(kTemporarySuffix)) - 1, O_CLOEXEC));
    if (!file.isOpen())
        return fileError(errno, u"write"_s, path);
    if (!writeAll(file.get(), bytes) || ::fsync(file.get()) != 0) {
        const int why = errno;
        ::unlink(name.constData());
        return fileError(why, u"write"_s, path);
    }
    return name;
}

} // namespace

bool writeAll(int file, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t wrote = ::write(file, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return false;
        done += wrote;
    }
    return true;
}

Error fileError(int systemError, const QString &act, const QString &path)
{
    const QString detail = act + u": "_s + QString::fromLocal8Bit(std::strerror(systemError));
    switch (systemError) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return {ErrorCode::DiskFull, detail, path};
    case EACCES:
    case EPERM:
    case EROFS:
        return {ErrorCode::ReadOnly, detail, path};
    case ENOENT:
        return {ErrorCode::NotFound, detail, path};
    case EEXIST:
        return {ErrorCode::Conflict, detail, path};
    default:
        return {ErrorCode::Internal, detail, path};
    }
}

Result<void> makeFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return {};
    const QString parent = QFileInfo(QDir::cleanPath(path)).path();
    if (parent != path) {
        if (auto made = makeFolder(parent); !made)
            return made;
    }
    if (::mkdir(QFile::encodeName(path).constData(), kFolderMode) != 0 && errno != EEXIST)
        return fileError(errno, u"make folder"_s, path);
    return syncFolder(parent);
}

Result<void> syncFolder(const QString &path)
{
    const Descriptor folder(path, O_RDONLY | O_DIRECTORY);
    if (!folder.isOpen() || ::fsync(folder.get()) != 0)
        return fileError(errno, u"sync folder"_s, path);
    return {};
}

Result<void> syncFile(const QString &path)
{
    const Descriptor file(path, O_RDONLY);
    if (!file.isOpen() || ::fsync(file.get()) != 0)
        return fileError(errno, u"sync file"_s, path);
    return {};
}

Result<void> makeEmptyFile(const QString &path)
{
    const Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL);
    if (!file.isOpen())
        return fileError(errno, u"make file"_s, path);
    return {};
}

Result<void> writeDurably(const QString &path, const QByteArray &bytes)
{
    const auto temporary = writeTemporary(path, bytes);
    if (!temporary)
        return temporary.error();
    if (::rename(temporary->constData(), QFile::encodeName(path).constData()) != 0) {
        const int why = errno;
        ::unlink(temporary->constData());
        return fileError(why, u"rename"_s, path);
    }
    return syncFolder(QFileInfo(path).path());
}

} // namespace ruhu::store
