// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace ruhu::widgets {

/// Runs `work` off the GUI thread and hands its result to `done` on the GUI thread; not at all when `owner` is gone by then.
/// The program's end waits for the work.
template<typename Work, typename Done>
void inBackground(QObject *owner, Work work, Done done)
{
    QThreadPool::globalInstance()->start([guard = QPointer(owner), work = std::move(work), done = std::move(done)] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, done, result = work()] {
                if (guard)
                    done(result);
            },
            Qt::QueuedConnection);
    });
}

} // namespace ruhu::widgets
