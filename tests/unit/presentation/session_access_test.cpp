// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session_world.h"

#include <QDirIterator>
#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using presentation::FieldSession;
using presentation::SessionState;

namespace {

const auto kNumber = u"402915"_s;

[[nodiscard]] QString saidOf(const Result<void> &done)
{
    return done ? u"done"_s : done.error().subject;
}

/// The acts of laptops in the office's audit, oldest first.
[[nodiscard]] QStringList noted(OfficeWorld &world)
{
    QStringList acts;
    for (const auto &entry : must(world.office->auditEntries(0, 1000))) {
        if (entry.act.startsWith(u"laptop."_s))
            acts << entry.act.mid(7) + (entry.subject.contains(u" x"_s) ? entry.subject.section(u' ', 1) : QString());
    }
    return acts;
}

/// A laptop as the windows open it: it goes on by itself.
[[nodiscard]] std::unique_ptr<FieldSession> goingOn(OfficeWorld &world, const presentation::Environment &environment)
{
    enrolled(world, u"laptop"_s).reset();
    return must(FieldSession::open(world.temp.path(u"laptop"_s), environment));
}

} // namespace

TEST_CASE("a number opens what is still running, for a shift after the password", "[presentation][quick-unlock]")
{
    OfficeWorld world;
    const auto session = enrolled(world, u"laptop"_s);
    CHECK_FALSE(session->opensByNumber());
    CHECK(saidOf(session->setQuickNumber(u"not the password"_s, kNumber)) == u"wrong-password"_s);
    CHECK(saidOf(session->setQuickNumber(kPassword, kNumber)) == u"done"_s);
    session->lock();
    CHECK(session->opensByNumber());
    world.offline = true;
    CHECK(saidOf(session->unlockByNumber(kNumber)) == u"done"_s);
    CHECK(session->state() == SessionState::Open);
    session->lock();

    world.clock.advance(presentation::kShift - std::chrono::minutes(1));
    CHECK(session->opensByNumber());
    world.clock.advance(std::chrono::minutes(1));
    CHECK_FALSE(session->opensByNumber());
    CHECK(saidOf(session->unlockByNumber(kNumber)) == u"number-over"_s);
    CHECK(session->state() == SessionState::Locked);
    REQUIRE(session->unlock(kPassword)); // the next shift has the same number
    session->lock();
    CHECK(saidOf(session->unlockByNumber(kNumber)) == u"done"_s);
}

TEST_CASE("five wrong numbers end a number, and the right one starts the count anew", "[presentation][quick-unlock]")
{
    OfficeWorld world;
    const auto session = enrolled(world, u"laptop"_s);
    must(session->setQuickNumber(kPassword, kNumber));
    const auto tryWrong = [&] { return saidOf(session->unlockByNumber(u"402916"_s)); };
    session->lock();
    for (int i = 0; i < 4; ++i)
        CHECK(tryWrong() == u"wrong-number"_s);
    CHECK(saidOf(session->unlockByNumber(kNumber)) == u"done"_s);
    session->lock();
    for (int i = 0; i < 4; ++i)
        CHECK(tryWrong() == u"wrong-number"_s);
    CHECK(tryWrong() == u"number-over"_s);
    CHECK_FALSE(session->opensByNumber());
    CHECK(saidOf(session->unlockByNumber(kNumber)) == u"number-over"_s);
    CHECK(session->unlock(kPassword));
}

TEST_CASE("a number is not simple, stands in no file, and ends with the program and the password",
          "[presentation][quick-unlock]")
{
    OfficeWorld world;
    auto session = enrolled(world, u"laptop"_s);
    for (const QString &bad : {u"40291"_s, u"4029151234567"_s, u"40291a"_s, u"４０２９１５"_s, QString()})
        CHECK(saidOf(session->setQuickNumber(kPassword, bad)) == u"number-short"_s);
    for (const QString &bad : {u"777777"_s, u"123456"_s, u"98765432"_s})
        CHECK(saidOf(session->setQuickNumber(kPassword, bad)) == u"number-simple"_s);
    SECTION("with the program")
    {
        const auto files = [&]() -> QByteArray {
            QByteArray all;
            QDirIterator each(world.temp.path(u"laptop"_s), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (each.hasNext()) {
                const QString name = each.next();
                all += name.toUtf8() + QByteArray::number(each.fileInfo().size()) + ' ';
            }
            return all + world.temp.read(u"laptop/key.json"_s);
        };
        session->lock();
        REQUIRE(session->unlock(kPassword));
        const QByteArray before = files();
        must(session->setQuickNumber(kPassword, kNumber));
        CHECK(files() == before);
        session = must(FieldSession::open(world.temp.path(u"laptop"_s), world.environment()));
        CHECK_FALSE(session->opensByNumber());
    }
    SECTION("with another password")
    {
        must(session->setQuickNumber(kPassword, kNumber));
        std::optional<Result<void>> changed;
        session->changePassword(kPassword, u"a quiet river runs"_s, [&](const Result<void> &done) { changed = done; });
        REQUIRE(changed);
        REQUIRE(*changed);
        CHECK_FALSE(session->opensByNumber());
    }
    SECTION("with the account")
    {
        must(session->setQuickNumber(kPassword, kNumber));
        must(world.office->setUserDisabled(u"demo"_s, true));
        (void)signIn(*session, kPassword);
        CHECK_FALSE(session->opensByNumber());
    }
}

TEST_CASE("opening, failing and locking without a network are told to the office at the next sign-in",
          "[presentation][access]")
{
    OfficeWorld world;
    const auto environment = world.environment(true);
    auto session = goingOn(world, environment);
    world.offline = true;
    for (int i = 0; i < 3; ++i)
        CHECK_FALSE(session->unlock(u"not the password"_s));
    REQUIRE(session->unlock(kPassword));
    must(session->setQuickNumber(kPassword, kNumber));
    session->lock();
    CHECK_FALSE(session->unlockByNumber(u"402916"_s));
    REQUIRE(session->unlockByNumber(kNumber));
    session.reset(); // ending locks as well
    CHECK(noted(world).isEmpty());

    world.offline = false;
    session = must(FieldSession::open(world.temp.path(u"laptop"_s), environment));
    REQUIRE(signIn(*session, kPassword)->online);
    const QStringList all{u"wrong-passwordx3"_s, u"opened"_s, u"locked"_s, u"wrong-number"_s,
                          u"opened-by-number"_s, u"locked"_s, u"opened"_s};
    CHECK(noted(world) == all);
    session->lock();
    REQUIRE(signIn(*session, kPassword)->online);
    CHECK(noted(world) == all + QStringList{u"locked"_s, u"opened"_s}); // nothing twice
}

TEST_CASE("a person sees the own laptops and signs out on another one", "[presentation][access]")
{
    OfficeWorld world;
    const auto here = enrolled(world, u"laptop"_s);
    const auto spare = enrolled(world, u"spare"_s);
    std::optional<Result<std::vector<presentation::OwnSession>>> answer;
    const auto heard = [&](const Result<std::vector<presentation::OwnSession>> &sessions) { answer = sessions; };
    here->ownSessions(heard);
    REQUIRE(answer);
    const auto both = must(*answer);
    REQUIRE(both.size() == 2);
    CHECK(both[0].isHere != both[1].isHere);
    here->endOwnSession(spare->profile()->device, heard);
    const auto left = must(*answer);
    REQUIRE(left.size() == 1);
    CHECK(left.front().isHere);
    spare->ownSessions(heard);
    REQUIRE_FALSE(*answer);
    CHECK(answer->error().subject == u"expired-token"_s);
    here->lock();
    here->ownSessions(heard);
    CHECK(answer->error().code == ErrorCode::NotSignedIn);
}
