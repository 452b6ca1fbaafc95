// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#define CATCH_CONFIG_RUNNER
#include "environment.h"

#include <ruhu_test/catch_qt.h>

#include <QLocale>
#include <QStandardPaths>

#include <time.h>

namespace ruhu::test {

void prepareEnvironment()
{
    qputenv("LC_ALL", "C.UTF-8");
    qputenv("TZ", "UTC");
    tzset();
    QLocale::setDefault(QLocale::c());
    QStandardPaths::setTestModeEnabled(true);
}

int runSession(int argc, char **argv)
{
    return Catch::Session().run(argc, argv);
}

} // namespace ruhu::test
