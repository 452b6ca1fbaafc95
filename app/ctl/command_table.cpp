// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command_table.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::ctl {
namespace {

[[nodiscard]] std::vector<Command> makeTable()
{
    std::vector<Command> table;
    const auto add = [&](std::vector<Command> commands) {
        std::move(commands.begin(), commands.end(), std::back_inserter(table));
    };
    add(serverCommands());
    add(serverAccessCommands());
    add(serverTicketCommands());
    add(serverCaseCommands());
    add(formCommands());
    add(serverReportCommands());
    add(accountCommands(u"laptop"_s));
    add(laptopTicketCommands());
    add(laptopWalkCommands());
    add(laptopCareCommands());
    add(accountCommands(u"desk"_s));
    add(deskCommands());
    add(verifyCommands());
    add(rulesCommands());
    add(catalogueCommands());
    return table;
}

/// Works on files or on the program itself.
[[nodiscard]] bool isStoreless(const QString &group)
{
    return group == "verify"_L1 || group == "rules"_L1;
}

/// What every command of a group takes besides its own.
[[nodiscard]] QSet<QString> groupOptions(const QString &group)
{
    if (group == "server"_L1)
        return {u"data"_s};
    if (group == "verify"_L1)
        return {u"password-file"_s};
    if (group == "rules"_L1)
        return {};
    return {u"store"_s, u"ca"_s, u"password-file"_s};
}

[[nodiscard]] QString groupPrefix(const QString &group)
{
    if (group == "server"_L1)
        return u"ruhuctl server --data DIR "_s;
    return isStoreless(group) ? u"ruhuctl %1 "_s.arg(group) : u"ruhuctl %1 --store DIR "_s.arg(group);
}

[[nodiscard]] QString firstOf(const QSet<QString> &names)
{
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    return sorted.value(0);
}

} // namespace

const std::vector<Command> &commandTable()
{
    static const std::vector<Command> table = makeTable();
    return table;
}

const Command *findCommand(const QStringList &words, qsizetype &taken)
{
    const Command *best = nullptr;
    for (const Command &command : commandTable()) {
        QStringList name{command.group};
        if (!command.name.isEmpty())
            name += command.name.split(u' ');
        if (words.mid(0, name.size()) != name || (best && name.size() <= taken))
            continue;
        best = &command;
        taken = name.size();
    }
    return best;
}

QString misuse(const Command &command, const Invocation &invocation)
{
    QSet<QString> known = command.options + groupOptions(command.group);
    QSet<QString> required = command.required;
    if (command.group == "server"_L1)
        required << u"data"_s;
    else if (!isStoreless(command.group))
        required << u"store"_s;
    const QStringList given = invocation.values.keys();
    const QSet<QString> names(given.begin(), given.end());
    if (const QSet<QString> unknown = names - known; !unknown.isEmpty())
        return u"unknown option --%1"_s.arg(firstOf(unknown));
    const QSet<QString> flags = command.flags + QSet<QString>{u"json"_s};
    if (const QSet<QString> unknown = invocation.flags - flags; !unknown.isEmpty())
        return u"unknown option --%1"_s.arg(firstOf(unknown));
    if (const QSet<QString> missing = required - names; !missing.isEmpty())
        return u"--%1 is missing"_s.arg(firstOf(missing));
    if (invocation.words.size() < command.minWords)
        return u"something is missing"_s;
    if (invocation.words.size() > command.maxWords)
        return u"too many words: %1"_s.arg(invocation.words.at(command.maxWords));
    return {};
}

QString usageLine(const Command &command)
{
    const QString line = groupPrefix(command.group) + command.name + u' ' + command.usage;
    return line.simplified();
}

QString usageText()
{
    QString text;
    for (const Command &command : commandTable())
        text += usageLine(command) + "\n        "_L1 + command.help + u'\n';
    text +=
        u"\nEvery command takes --json. Passwords come from --password-file F or RUHU_PASSWORD.\n"
        "Exit status: 0 done, 1 refused by a rule, 2 usage, 3 network, 4 damaged data, 5 not signed in or not allowed.\n"_s;
    return text;
}

} // namespace ruhu::ctl
