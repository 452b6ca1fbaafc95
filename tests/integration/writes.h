// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu_test/catch_qt.h>

#include <QDateTime>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>

namespace ruhu::test {

inline constexpr int kPatienceMs = 120'000;

/// A process that ended by itself has nothing left to wait for.
[[nodiscard]] inline bool hasEnded(QProcess &process)
{
    return process.state() == QProcess::NotRunning || process.waitForFinished(kPatienceMs);
}

/// Watches a file being written: the write-ahead log of a database, or the log of the acts.
class Writes {
public:
    explicit Writes(const QString &file) : m_log(file), m_last(look()) {}

    /// True when `count` writes were seen, false when the worker ended before.
    [[nodiscard]] bool reach(QProcess &worker, int count)
    {
        QElapsedTimer timer;
        timer.start();
        for (int seen = 0; seen < count;) {
            REQUIRE(timer.elapsed() < kPatienceMs);
            const Look now = look();
            seen += now == m_last ? 0 : 1;
            m_last = now;
            if (seen < count && hasEndedWithin(worker, kLookEveryMs))
                return false;
        }
        return worker.state() == QProcess::Running;
    }

private:
    using Look = std::pair<qint64, qint64>; // length, and time of the last write, for a log that is used again

    [[nodiscard]] static bool hasEndedWithin(QProcess &process, int milliseconds)
    {
        return process.state() == QProcess::NotRunning || process.waitForFinished(milliseconds);
    }
    [[nodiscard]] Look look() const
    {
        const QFileInfo log(m_log);
        return log.exists() ? Look(log.size(), log.lastModified().toMSecsSinceEpoch()) : Look(0, 0);
    }

    static constexpr int kLookEveryMs = 1;
    QString m_log;
    Look m_last;
};

} // namespace ruhu::test
