// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "application.h"

using namespace Qt::Literals::StringLiterals;

namespace ruhu::ctl {

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, bool)
{
    return std::make_unique<QCoreApplication>(argc, argv);
}

Result<Outcome> makePaper(Run &)
{
    Outcome outcome;
    outcome.exitCode = Usage;
    outcome.problem =
        u"This program was built without the part that lays out papers. Use one built with windows. [usage]"_s;
    outcome.json.set(u"error"_s, Json().set(u"code"_s, u"usage"_s));
    return outcome;
}

} // namespace ruhu::ctl
