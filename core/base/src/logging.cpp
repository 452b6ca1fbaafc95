// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/base/logging.h>

#include <QDateTime>

#include <cstdio>

Q_LOGGING_CATEGORY(lcStore, "ruhu.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSync, "ruhu.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNet, "ruhu.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcServer, "ruhu.server", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCrypto, "ruhu.crypto", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "ruhu.ui", QtInfoMsg)

namespace ruhu {
namespace {

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "critical";
    case QtFatalMsg:
        return "fatal";
    }
    return "info";
}

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1();
    std::fprintf(stderr, "%s %s %s %s\n", time.constData(), levelName(type), context.category,
                 message.toUtf8().constData());
}

} // namespace

void logToStderr()
{
    qInstallMessageHandler(writeLine);
}

} // namespace ruhu
