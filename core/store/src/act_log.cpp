// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "act_log.h"

#include "durable_file.h"

#include <ruhu/base/logging.h>

#include <QDataStream>
#include <QFile>
#include <QFileInfo>
#include <QIODevice>
#include <QtEndian>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

// A record: mark | incarnation | first | size of what is sealed | sealed. Numbers are big-endian.
constexpr char kMark[] = "RuA1";
constexpr qsizetype kMarkBytes = 4;
constexpr qsizetype kHeadBytes = kMarkBytes + 8 + 8 + 4;
constexpr qint64 kMaxLogBytes = 256 * 1024 * 1024;
// Far more than acts that could not be written ever are: the disk is full by then, and no act is recorded.
constexpr std::size_t kMaxLate = 1000;

QByteArray placeOf(qint64 incarnation, qint64 first)
{
    return QByteArrayLiteral("acts/") + QByteArray::number(incarnation) + '/' + QByteArray::number(first);
}

QByteArray packed(const std::vector<OwnEntry> &entries)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << static_cast<quint32>(entries.size());
    for (const OwnEntry &entry : entries)
        out << entry.id.toBytes() << entry.ticket.toBytes() << entry.groupLeft << entry.body;
    return bytes;
}

bool unpack(const QByteArray &bytes, std::vector<OwnEntry> &entries)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 count = 0;
    in >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QByteArray id;
        QByteArray ticket;
        OwnEntry entry;
        in >> id >> ticket >> entry.groupLeft >> entry.body;
        const auto event = EventId::fromBytes(id);
        const auto about = TicketId::fromBytes(ticket);
        if (!event || !about)
            return false;
        entry.id = *event;
        entry.ticket = *about;
        entries.push_back(std::move(entry));
    }
    return in.status() == QDataStream::Ok && in.atEnd() && !entries.empty();
}

/// The record at `at`; where it ends, or 0 when there is none that opens.
qsizetype readRecord(const QByteArray &bytes, qsizetype at, const crypto::Sealer &sealer, LoggedAct &act)
{
    if (bytes.size() - at < kHeadBytes)
        return 0;
    const char *head = bytes.constData() + at + kMarkBytes;
    act.incarnation = qFromBigEndian<qint64>(head);
    act.first = qFromBigEndian<qint64>(head + 8);
    const qint64 size = qFromBigEndian<quint32>(head + 16);
    if (size > bytes.size() - at - kHeadBytes)
        return 0;
    const auto clear = sealer.open(bytes.mid(at + kHeadBytes, size), placeOf(act.incarnation, act.first));
    if (!clear || !unpack(*clear, act.entries))
        return 0;
    return at + kHeadBytes + size;
}

QString olderPath(const QString &path)
{
    return path + u".1"_s;
}

} // namespace

ActLog::ActLog(const QString &directory, const crypto::Sealer &sealer)
    : m_path(directory + u"/acts.log"_s), m_sealer(sealer)
{}

ActLog::~ActLog()
{
    sync();
    if (m_file >= 0)
        ::close(m_file);
}

bool ActLog::write(const LoggedAct &act)
{
    if (m_file < 0)
        m_file = ::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, kFileMode);
    return m_file >= 0 && writeAll(m_file, recordOf(act, m_sealer));
}

void ActLog::append(LoggedAct act)
{
    m_late.push_back(std::move(act));
    std::size_t written = 0;
    while (written < m_late.size() && write(m_late[written]))
        ++written;
    if (written < m_late.size())
        qCWarning(lcStore) << "the log of acts cannot be written, it is tried again with the next act";
    m_late.erase(m_late.begin(), m_late.begin() + static_cast<std::ptrdiff_t>(written));
    if (m_late.size() > kMaxLate)
        m_late.erase(m_late.begin());
}

QByteArray ActLog::recordOf(const LoggedAct &act, const crypto::Sealer &sealer)
{
    const QByteArray sealed = sealer.seal(packed(act.entries), placeOf(act.incarnation, act.first));
    QByteArray record(kMark, kMarkBytes);
    record.resize(kHeadBytes);
    qToBigEndian(act.incarnation, record.data() + kMarkBytes);
    qToBigEndian(act.first, record.data() + kMarkBytes + 8);
    qToBigEndian(static_cast<quint32>(sealed.size()), record.data() + kMarkBytes + 16);
    return record + sealed;
}

std::vector<LoggedAct> ActLog::readFile(const QString &path, const crypto::Sealer &sealer)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? readBytes(file.read(kMaxLogBytes), sealer) : std::vector<LoggedAct>();
}

std::vector<LoggedAct> ActLog::readBytes(const QByteArray &bytes, const crypto::Sealer &sealer)
{
    std::vector<LoggedAct> acts;
    for (qsizetype at = bytes.indexOf(kMark); at >= 0;) {
        LoggedAct act;
        const qsizetype end = readRecord(bytes, at, sealer, act);
        if (end > 0)
            acts.push_back(std::move(act));
        // Behind a record that does not open, the next mark is looked for from its own beginning on.
        at = bytes.indexOf(kMark, end > 0 ? end : at + kMarkBytes);
    }
    return acts;
}

std::vector<LoggedAct> ActLog::read() const
{
    std::vector<LoggedAct> acts = readFile(olderPath(m_path), m_sealer);
    std::vector<LoggedAct> newer = readFile(m_path, m_sealer);
    acts.insert(acts.end(), std::make_move_iterator(newer.begin()), std::make_move_iterator(newer.end()));
    return acts;
}

void ActLog::sync()
{
    if (m_file >= 0 && ::fdatasync(m_file) != 0)
        qCWarning(lcStore) << "the log of acts cannot be made durable";
}

void ActLog::startAnew()
{
    if (m_file >= 0)
        ::close(m_file);
    m_file = -1;
    if (::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(olderPath(m_path)).constData()) != 0)
        qCWarning(lcStore) << "the log of acts goes on as it is";
}

qint64 ActLog::sizeBytes() const
{
    return QFileInfo(m_path).size();
}

} // namespace ruhu::store
