// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/supervisor/supervisor_window.h>
#include <ruhu/widgets/program.h>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char *argv[])
{
    return ruhu::widgets::runProgram(argc, argv,
                                     {u"ruhu-supervisor"_s, QStringLiteral(RUHU_VERSION),
                                      u"Review desk of the installers' supervisors"_s,
                                      ruhu::supervisor::makeSupervisorWindow});
}
