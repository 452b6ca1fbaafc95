// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/ids.h>
#include <ruhu/base/result.h>
#include <ruhu/base/uuid.h>
#include <ruhu/crypto/sealing.h>

#include <QByteArray>
#include <QString>

#include <vector>

namespace ruhu::store {

/// One own event on its way into the journal, or on its way back into it.
struct OwnEntry {
    EventId id;
    TicketId ticket;
    qint64 groupLeft = 0; // how many entries of the same act follow
    QByteArray body; // clear
};

/// One act with its place in the journal.
struct LoggedAct {
    qint64 incarnation = 1;
    qint64 first = 0; // sequence of its first entry
    std::vector<OwnEntry> entries;
};

/// Every own act once more, outside of the database: DIR/acts.log. What a database loses without a word (a deleted WAL, a
/// destroyed page) comes back from here. Records are sealed one by one and found again behind damaged ones.
///
/// An act is in the log after its commit, without a sync of its own: after a power cut the log may lack what the database
/// has, which costs nothing; sync() is called when the store is closed. Thread: the store's.
class ActLog {
public:
    /// The sealer must outlive this object.
    ActLog(const QString &directory, const crypto::Sealer &sealer);
    ~ActLog();
    ActLog(const ActLog &) = delete;
    ActLog &operator=(const ActLog &) = delete;

    /// A record that cannot be written is kept in memory and written before the next one: the act itself is durable.
    void append(LoggedAct act);
    /// Every act that still opens, oldest first; nothing when there is no log.
    [[nodiscard]] std::vector<LoggedAct> read() const;
    /// The same, of the log of another folder.
    [[nodiscard]] static std::vector<LoggedAct> readFile(const QString &path, const crypto::Sealer &sealer);
    [[nodiscard]] static std::vector<LoggedAct> readBytes(const QByteArray &bytes, const crypto::Sealer &sealer);
    /// One act as it is written there.
    [[nodiscard]] static QByteArray recordOf(const LoggedAct &act, const crypto::Sealer &sealer);
    void sync();
    /// Begins a new log once the present one has grown; nothing in it may still be needed. One older log is kept.
    void startAnew();
    [[nodiscard]] qint64 sizeBytes() const;

private:
    [[nodiscard]] bool write(const LoggedAct &act);

    QString m_path;
    const crypto::Sealer &m_sealer;
    std::vector<LoggedAct> m_late; // could not be written yet
    int m_file = -1;
};

} // namespace ruhu::store
