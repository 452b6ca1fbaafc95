// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "invocation.h"

#include <ruhu/base/ids.h>
#include <ruhu/base/json.h>
#include <ruhu/presentation/field_session.h>
#include <ruhu/service/office.h>

#include <functional>
#include <memory>

namespace ruhu::ctl {

/// Exit statuses of docs/cli.md.
enum ExitCode { Done = 0, Refused = 1, Usage = 2, Network = 3, DamagedData = 4, NotSignedInOrAllowed = 5 };
[[nodiscard]] int exitCodeFor(const Error &error);

/// What a command has to say: one document for programs, lines for people. `problem` goes to stderr.
struct Outcome {
    Json json;
    QStringList lines;
    int exitCode = Done;
    QString problem;
};

/// Clock, randomness and ids of this process; one of each.
struct World {
    World();
    SystemClock clock;
    SystemRandom random;
    UuidV7Source ids;
    presentation::Environment environment;
};

/// One command under way. Lives until the program ends, so callbacks of the session may refer to it.
class Run {
public:
    explicit Run(Invocation given) : invocation(std::move(given)) {}
    Run(const Run &) = delete; // the session refers to the world in here
    Run &operator=(const Run &) = delete;

    Invocation invocation;
    World world;
    std::unique_ptr<presentation::FieldSession> session;
    std::unique_ptr<service::Office> office;

    /// The folder of --store, made when missing, locked or not enrolled.
    [[nodiscard]] Result<void> openSession();
    /// The same, but it must be somebody's. NotSignedIn otherwise.
    [[nodiscard]] Result<void> openEnrolled();
    /// The same, opened with the password and without asking the server.
    [[nodiscard]] Result<void> unlock();
    /// The server's data in --data; once.
    [[nodiscard]] Result<void> openOffice();
    /// A visit or a case there, by its id or number; opens the data first.
    [[nodiscard]] Result<TicketId> findAtOffice(const QString &text);

    /// Ends the program once the present event has been dealt with.
    void finish(Result<Outcome> outcome);
    [[nodiscard]] const std::optional<Result<Outcome>> &result() const { return m_result; }

private:
    std::optional<Result<Outcome>> m_result;
};

using Handler = std::function<void(Run &)>;

/// A command that needs no waiting.
template<Result<Outcome> (*Function)(Run &)>
[[nodiscard]] Handler now()
{
    return [](Run &run) { run.finish(Function(run)); };
}

struct Command {
    QString group; // "laptop"
    QString name; // "sync", may have two words
    QString usage; // what follows the name
    QString help;
    qsizetype minWords = 0;
    qsizetype maxWords = 0;
    QSet<QString> options; // with a value
    QSet<QString> required; // of those
    QSet<QString> flags; // besides json
    Handler handler;
};

[[nodiscard]] std::vector<Command> serverCommands();
[[nodiscard]] std::vector<Command> serverAccessCommands();
[[nodiscard]] std::vector<Command> serverTicketCommands();
[[nodiscard]] std::vector<Command> serverCaseCommands();
[[nodiscard]] std::vector<Command> formCommands();
[[nodiscard]] std::vector<Command> serverReportCommands();
[[nodiscard]] std::vector<Command> accountCommands(const QString &group); // enrol, login, sync: laptop and desk
[[nodiscard]] std::vector<Command> laptopTicketCommands();
[[nodiscard]] std::vector<Command> laptopWalkCommands();
[[nodiscard]] std::vector<Command> laptopCareCommands();
[[nodiscard]] std::vector<Command> deskCommands();
[[nodiscard]] std::vector<Command> verifyCommands();
[[nodiscard]] std::vector<Command> rulesCommands();
[[nodiscard]] std::vector<Command> catalogueCommands(); // "rules check" and "server catalogue"

/// What a file or a store holds and the first thing that is wrong; exit status 4 when something is.
[[nodiscard]] Outcome outcomeOf(const store::CheckReport &report);

} // namespace ruhu::ctl
