// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "environment.h"

#include <QApplication>
#include <QFont>
#include <QStyleFactory>

int main(int argc, char **argv)
{
    ruhu::test::prepareEnvironment();
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("ruhu-test"));
    // One look everywhere, whatever desktop the machine has.
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(14);
    QApplication::setFont(font);
    return ruhu::test::runSession(argc, argv);
}
