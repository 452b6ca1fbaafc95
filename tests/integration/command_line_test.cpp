// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

TEST_CASE("a call that makes no sense is answered with what would", "[integration][cli]")
{
    const TempDir temp;
    const Ctl ctl({});
    SECTION("nothing at all")
    {
        const Ended answer = ctl.run({});
        CHECK(answer.exitCode == 2);
        CHECK(answer.err.contains("ruhuctl laptop --store DIR sync"));
    }
    SECTION("a command that is not offered")
    {
        for (const QStringList &words : {QStringList{u"laptop"_s, u"fly"_s},
                                         {u"catalogue"_s},
                                         {u"server"_s, u"restore"_s, u"x"_s},
                                         {u"load"_s},
                                         {u"laptop"_s, u"capsule"_s, u"export"_s, u"x"_s}}) {
            const Ended answer = ctl.run(words);
            CHECK(answer.exitCode == 2);
            CHECK(answer.err.contains("unknown command"));
        }
    }
    SECTION("an option that is not offered, or has no value, or is missing")
    {
        CHECK(ctl.run({u"laptop"_s, u"--store"_s, temp.path(), u"tickets"_s, u"--colour"_s, u"red"_s}).exitCode == 2);
        CHECK(ctl.run({u"laptop"_s, u"tickets"_s, u"--store"_s}).exitCode == 2);
        CHECK(ctl.run({u"laptop"_s, u"tickets"_s}).err.contains("--store is missing"));
        CHECK(ctl.run({u"laptop"_s, u"--store"_s, temp.path(), u"tickets"_s, u"--until-idle"_s}).exitCode == 2);
    }
    SECTION("too few and too many words")
    {
        CHECK(ctl.run({u"laptop"_s, u"--store"_s, temp.path(), u"show"_s}).exitCode == 2);
        CHECK(ctl.run({u"laptop"_s, u"--store"_s, temp.path(), u"show"_s, u"1"_s, u"2"_s}).exitCode == 2);
    }
    SECTION("with --json a mistake is a document too")
    {
        const Ended answer = ctl.run({u"laptop"_s, u"fly"_s, u"--json"_s});
        const Json json = answer.json();
        const Json *error = json.find(u"error"_s);
        REQUIRE(error);
        CHECK(error->text(u"code"_s) == u"usage"_s);
    }
    SECTION("the rules of the service code are told without a store")
    {
        const Json rules = Ctl({u"rules"_s})({u"--coverage"_s});
        CHECK(rules.items(u"rules"_s).size() == 533);
        const Json *counts = rules.find(u"counts"_s);
        REQUIRE(counts);
        CHECK(counts->integer(u"implemented"_s).value_or(0) > 150);
        CHECK(ctl.run({u"rules"_s}).exitCode == 2);
    }
    SECTION("the help names every exit status")
    {
        const Ended answer = ctl.run({u"--help"_s});
        CHECK(answer.exitCode == 0);
        CHECK(answer.out.contains("4 damaged data"));
    }
}

TEST_CASE("a ticket is carried on act by act, and what is not allowed says why", "[integration][cli]")
{
    Office office;
    const Ctl laptop = office.laptop();
    office.enrol(laptop, u"demo"_s);
    laptop({u"sync"_s});
    const QString ticket = office.numbers(laptop).front();

    const Json allowed = laptop({u"allowed"_s, ticket});
    bool contactAllowed = false;
    int withReason = 0;
    for (const Json &command : allowed.items(u"commands"_s)) {
        if (text(command, u"type") == u"contact.recorded"_s)
            contactAllowed = command.boolean(u"allowed"_s).value_or(false);
        const Json *refusal = command.find(u"refusal"_s);
        if (command.boolean(u"allowed"_s) == false && refusal && !text(*refusal, u"code").isEmpty())
            ++withReason;
    }
    CHECK(contactAllowed);
    CHECK(withReason > 0);

    SECTION("by word and from standard input")
    {
        laptop({u"do"_s, ticket, u"contact.recorded"_s, uR"({"outcome":"no-answer"})"_s});
        const Ended answer =
            laptop.run({u"do"_s, ticket, u"contact.recorded"_s, u"-"_s, u"--json"_s}, R"({"outcome":"reached"})");
        CHECK(answer.exitCode == 0);
        CHECK(answer.json().items(u"recorded"_s).size() == 1);
    }
    SECTION("against a rule")
    {
        const Ended answer =
            laptop.run({u"do"_s, ticket, u"state.entered"_s, uR"({"to":"signed-off"})"_s, u"--json"_s});
        CHECK(answer.exitCode == 1);
        const Json json = answer.json();
        REQUIRE(json.find(u"refusal"_s));
        CHECK_FALSE(text(*json.find(u"refusal"_s), u"code").isEmpty());
        CHECK(answer.err.endsWith("]\n"));
    }
    SECTION("written wrongly")
    {
        CHECK(laptop.run({u"do"_s, ticket, u"no.such.act"_s}).exitCode == 2);
        CHECK(laptop.run({u"do"_s, ticket, u"contact.recorded"_s, u"{"_s}).exitCode == 2);
        CHECK(laptop.run({u"do"_s, u"no-such-ticket"_s, u"note.added"_s, uR"({"text":"x"})"_s}).exitCode == 2);
    }
    SECTION("a file that is no photo")
    {
        const QString file = office.temp.write(u"photo.jpg"_s, "not a photo");
        CHECK(laptop.run({u"attach"_s, ticket, u"any"_s, file}).exitCode == 1);
    }
    SECTION("a walk by a script with a misspelt member does nothing")
    {
        const QString script = office.temp.write(u"script.json"_s, R"({"ratings":{}})");
        CHECK(laptop.run({u"walk"_s, ticket, u"--script"_s, script}).exitCode == 2);
        CHECK(number(laptop({u"status"_s}), u"pendingEvents") == 0);
    }
    SECTION("a walk by a script gives the answers of the script")
    {
        const QString script =
            office.temp.write(u"script.json"_s, R"({"rating":{"rating":"dissatisfied","reason":"late"}})");
        laptop({u"walk"_s, ticket, u"--script"_s, script});
        CHECK(writeJson(laptop({u"show"_s, ticket})).contains("\"dissatisfied\""));
    }
}
