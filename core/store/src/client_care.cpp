// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What makes a bad day survivable, done on the good ones: a copy of the database each day, and some room set aside on the
// disk for the moment it is full.

#include "client_store_private.h"
#include "durable_file.h"

#include <ruhu/base/logging.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

constexpr qsizetype kBackupsKept = 3;
constexpr Millis kBackupEvery = std::chrono::hours(20); // once a shift
constexpr qint64 kBallastBytes = 16 * 1024 * 1024;
constexpr qint64 kBallastNeeds = 4 * kBallastBytes; // free, before some of it is taken

QString backupFolder(const QString &directory)
{
    return directory + u"/backup"_s;
}

/// By name, which is by age: oldest first.
QStringList backupsIn(const QString &folder)
{
    return QDir(folder).entryList({u"local-*.db"_s}, QDir::Files, QDir::Name);
}

std::optional<WallTime> timeOf(const QString &backup)
{
    bool good = false;
    const qint64 ms = backup.mid(6, backup.size() - 9).toLongLong(&good);
    return good ? std::optional(wallTimeFromMs(ms)) : std::nullopt;
}

} // namespace

Result<bool> ClientStore::backUpIfDue()
{
    const QString folder = backupFolder(m_d->directory);
    const WallTime now = m_d->clock.now();
    const QStringList there = backupsIn(folder);
    const auto newest = there.isEmpty() ? std::nullopt : timeOf(there.last());
    // A clock that was put back must not end the backups: one from the future counts as old.
    if (newest && *newest <= now && now - *newest < kBackupEvery)
        return false;
    if (auto made = makeFolder(folder); !made)
        return made.error();
    if (auto copied = m_d->database->backupTo(folder + u"/local-%1.db"_s.arg(toMs(now))); !copied)
        return copied.error();
    QStringList kept = backupsIn(folder);
    for (; kept.size() > kBackupsKept; kept.removeFirst())
        QFile::remove(folder + u'/' + kept.first());
    return true;
}

QString ClientStore::Private::ballastPath() const
{
    return directory + u"/ballast"_s;
}

bool ClientStore::Private::dropBallast() const
{
    if (!QFile::remove(ballastPath()))
        return false;
    qCWarning(lcStore) << "the disk is full: the room that was set aside is used now";
    return true;
}

void ClientStore::setRoomAside()
{
    const QString path = m_d->ballastPath();
    if (QFileInfo(path).size() == kBallastBytes || QStorageInfo(m_d->directory).bytesAvailable() < kBallastNeeds)
        return;
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, kFileMode);
    const bool taken = file >= 0 && ::posix_fallocate(file, 0, kBallastBytes) == 0;
    if (file >= 0)
        ::close(file);
    if (!taken)
        QFile::remove(path);
}

} // namespace ruhu::store
