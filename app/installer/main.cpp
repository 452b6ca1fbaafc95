// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/installer/installer_window.h>
#include <ruhu/widgets/program.h>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char *argv[])
{
    return ruhu::widgets::runProgram(argc, argv,
                                     {u"ruhu-installer"_s, QStringLiteral(RUHU_VERSION),
                                      u"Field book of home-broadband installers"_s,
                                      ruhu::installer::makeInstallerWindow});
}
