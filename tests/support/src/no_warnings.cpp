// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/no_warnings.h>

#include <QMutex>
#include <QMutexLocker>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {
namespace {

struct Recorder {
    QMutex mutex; // guards everything below
    QStringList allowed;
    QStringList unexpected;
    QtMessageHandler previous = nullptr;
};

Recorder &recorder()
{
    static Recorder instance;
    return instance;
}

bool isAllowed(const QStringList &allowed, const QString &message)
{
    return std::any_of(allowed.begin(), allowed.end(), [&](const QString &part) { return message.contains(part); });
}

void record(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    Recorder &shared = recorder();
    const QMutexLocker lock(&shared.mutex);
    const bool bad = type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg;
    if (bad && !isAllowed(shared.allowed, message))
        shared.unexpected << message;
    if (shared.previous)
        shared.previous(type, context, message);
}

} // namespace

NoWarnings::NoWarnings()
{
    Recorder &shared = recorder();
    const QMutexLocker lock(&shared.mutex);
    // The offscreen platform says this for every window it shows.
    shared.allowed = {u"propagateSizeHints"_s};
    shared.unexpected.clear();
    shared.previous = qInstallMessageHandler(record);
}

NoWarnings::~NoWarnings()
{
    qInstallMessageHandler(recorder().previous);
    const QStringList unexpected = take();
    CHECK(unexpected == QStringList());
}

void NoWarnings::allow(const QString &part)
{
    Recorder &shared = recorder();
    const QMutexLocker lock(&shared.mutex);
    shared.allowed << part;
}

QStringList NoWarnings::take()
{
    Recorder &shared = recorder();
    const QMutexLocker lock(&shared.mutex);
    return std::exchange(shared.unexpected, {});
}

} // namespace ruhu::test
