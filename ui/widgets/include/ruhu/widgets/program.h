// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/widgets/session_window.h>

#include <functional>
#include <memory>

namespace ruhu::widgets {

/// What the command line may decide before the first window.
struct StartOptions {
    QString server;
    QString caFile;
    QString login;
    bool fixedLanguage = false; // chosen on the command line
};

/// One of the two window programs.
struct Program {
    QString name; // "ruhu-installer"; also the folder of its store
    QString version;
    QString description; // of --help
    std::function<std::unique_ptr<SessionWindow>(presentation::FieldClient &, const Clock &, const StartOptions &)>
        makeWindow;
};

/// The whole life of a window program: options, language and look, session on its worker thread, window, script if any.
/// Answers the exit status: 0, 1 when a script stopped, 2 for a wrong command line.
[[nodiscard]] int runProgram(int argc, char *argv[], const Program &program);

} // namespace ruhu::widgets
