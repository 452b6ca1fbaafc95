// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "application.h"
#include "command_table.h"
#include "report_outcome.h"

#include <ruhu/base/logging.h>
#include <ruhu/base/process.h>
#include <ruhu/crypto/digest.h>

#include <QTimer>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::ctl {
namespace {

/// Before the application object exists, because which one is needed depends on it.
[[nodiscard]] QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

[[nodiscard]] int runCommand(const Command &command, Invocation invocation)
{
    const bool asJson = invocation.has(u"json"_s);
    if (const auto ready = crypto::initialise(); !ready)
        return report(ready.error(), asJson);
    Run run(std::move(invocation));
    QTimer::singleShot(0, QCoreApplication::instance(), [&] { command.handler(run); });
    QCoreApplication::exec();
    if (!run.result())
        return report(Error{ErrorCode::Cancelled, u"stopped before the end"_s, {}}, asJson);
    return report(*run.result(), asJson);
}

[[nodiscard]] int start(int argc, char **argv)
{
    auto invocation = parseArguments(argumentsOf(argc, argv));
    if (!invocation)
        return reportUsage(invocation.error().subject + u' ' + invocation.error().detail, u"ruhuctl --help"_s, false);
    const bool asJson = invocation->has(u"json"_s);
    if (invocation->has(u"version"_s)) {
        std::puts("ruhuctl " RUHU_VERSION);
        return Done;
    }
    if (invocation->has(u"help"_s) || invocation->words.isEmpty()) {
        std::fputs(qUtf8Printable(usageText()), invocation->has(u"help"_s) ? stdout : stderr);
        return invocation->has(u"help"_s) ? Done : Usage;
    }
    qsizetype nameWords = 0;
    const Command *command = findCommand(invocation->words, nameWords);
    if (!command)
        return reportUsage(u"unknown command: %1"_s.arg(invocation->words.join(u' ')), u"ruhuctl --help"_s, asJson);
    invocation->words.remove(0, nameWords);
    if (const QString problem = misuse(*command, *invocation); !problem.isEmpty())
        return reportUsage(problem, usageLine(*command), asJson);
    const auto application = makeApplication(argc, argv, command->name == "pdf"_L1);
    QCoreApplication::setApplicationName(u"ruhuctl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(RUHU_VERSION));
    return runCommand(*command, std::move(*invocation));
}

} // namespace
} // namespace ruhu::ctl

int main(int argc, char **argv)
{
    ruhu::protectProcess();
    ruhu::logToStderr();
    // A command says what it did itself; the log is for what went wrong on the way.
    QLoggingCategory::setFilterRules(QStringLiteral("*.info=false"));
    return ruhu::ctl::start(argc, argv);
}
