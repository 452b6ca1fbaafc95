// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "environment.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    ruhu::test::prepareEnvironment();
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("ruhu-test"));
    return ruhu::test::runSession(argc, argv);
}
