// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session_world.h"

#include <ruhu/crypto/boxes.h>

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::presentation;
using namespace ruhu::test;

namespace {

const QString kFolder = u"laptop"_s;
const QString kFresh = u"Copper-Meadow-4410"_s;

/// A laptop with something unsent on it, closed.
void makeLaptop(OfficeWorld &world)
{
    const auto session = enrolled(world, kFolder);
    syncAll(world, *session);
    must(session->act(world.day.tickets.front(), domain::NoteAdded{u"unsent"_s, {}}));
}

QString newCode(OfficeWorld &world, const QString &login = u"demo"_s)
{
    world.office->setActor(u"console:one"_s);
    must(world.office->askPasswordReset(login));
    world.office->setActor(u"console:two"_s);
    return must(world.office->approvePasswordReset(login));
}

std::unique_ptr<FieldSession> reopened(OfficeWorld &world, const QString &folder = kFolder)
{
    return must(FieldSession::open(world.temp.path(folder), world.environment()));
}

/// The subject of the refusal; empty: it is open and signed in.
QString reset(FieldSession &session, const QString &code, const QString &password = kFresh)
{
    std::optional<Result<SignInOutcome>> answer;
    session.resetPassword(code, password, [&](Result<SignInOutcome> done) { answer = std::move(done); });
    REQUIRE(answer);
    if (!*answer)
        return answer->error().subject;
    CHECK((*answer)->online);
    CHECK(session.state() == SessionState::Open);
    return {};
}

} // namespace

TEST_CASE("who forgot the password gets back all that is on the laptop with a code of two people",
          "[presentation][session][reset]")
{
    OfficeWorld world;
    makeLaptop(world);
    {
        const auto session = reopened(world);
        CHECK(reset(*session, newCode(world)).isEmpty());
        CHECK(session->syncStatus().pendingEvents == 1);
        syncAll(world, *session);
        CHECK(session->syncStatus().pendingEvents == 0);
    }
    CHECK(reopened(world)->unlock(kPassword).error().subject == u"wrong-password");
    must(reopened(world)->unlock(kFresh));
    CHECK(must(signIn(*reopened(world), kFresh)).online);
}

TEST_CASE("a reset needs a living code, its account and the laptop itself", "[presentation][session][reset]")
{
    OfficeWorld world;
    makeLaptop(world);
    const auto session = reopened(world);
    SECTION("a made-up code")
    {
        CHECK(reset(*session, u"BCDF-GHJK-LMNP"_s) == u"wrong-code");
    }
    SECTION("a code of another account")
    {
        CHECK(reset(*session, newCode(world, u"colleague"_s)) == u"wrong-code");
    }
    SECTION("a code of before")
    {
        const QString code = newCode(world);
        world.clock.advance(std::chrono::minutes(16));
        CHECK(reset(*session, code) == u"wrong-code");
    }
    SECTION("a code that was guessed at five times")
    {
        const QString code = newCode(world);
        for (int i = 0; i < 5; ++i)
            CHECK(reset(*session, u"BCDF-GHJK-LMNP"_s) == u"wrong-code");
        CHECK(reset(*session, code) == u"wrong-code");
    }
    SECTION("a code that was used")
    {
        const QString code = newCode(world);
        CHECK(reset(*session, code).isEmpty());
        session->lock();
        CHECK(reset(*session, code, u"Silver-Harbour-8823"_s) == u"wrong-code");
        must(session->unlock(kFresh));
    }
    SECTION("what another laptop sealed")
    {
        enrolled(world, u"other"_s, u"colleague"_s).reset();
        QFile::remove(world.temp.path(u"laptop/escrow.json"_s));
        QFile::copy(world.temp.path(u"other/escrow.json"_s), world.temp.path(u"laptop/escrow.json"_s));
        CHECK(reset(*session, newCode(world)) == u"wrong-code");
    }
    SECTION("nothing sealed at all")
    {
        QFile::remove(world.temp.path(u"laptop/escrow.json"_s));
        CHECK(reset(*session, newCode(world)) == u"no-escrow");
        // A sign-in makes it anew.
        must(signIn(*session, kPassword));
        session->lock();
        CHECK(reset(*session, newCode(world)).isEmpty());
    }
    SECTION("a blocked laptop")
    {
        must(world.office->setDeviceBlocked(session->profile()->device, true));
        CHECK(reset(*session, newCode(world)) == u"revoked-device");
    }
}

TEST_CASE("a weak new password costs no code", "[presentation][session][reset]")
{
    OfficeWorld world;
    makeLaptop(world);
    const QString code = newCode(world);
    const auto session = reopened(world);
    CHECK(reset(*session, code, u"short"_s) == u"password-short");
    CHECK(reset(*session, code, u"passwordpassword"_s) == u"password-known");
    CHECK(reset(*session, code).isEmpty());
}

TEST_CASE("nobody of the office alone gets a code", "[presentation][session][reset]")
{
    OfficeWorld world;
    world.office->setActor(u"console:one"_s);
    CHECK(world.office->approvePasswordReset(u"demo"_s).error().code == ErrorCode::NotFound);
    must(world.office->askPasswordReset(u"demo"_s));
    CHECK(world.office->approvePasswordReset(u"demo"_s).error().subject == u"second-person-needed");
    world.office->setActor({});
    CHECK(world.office->approvePasswordReset(u"demo"_s).error().subject == u"second-person-needed");
    world.office->setActor(u"console:two"_s);
    world.clock.advance(std::chrono::hours(25));
    CHECK(world.office->approvePasswordReset(u"demo"_s).error().code == ErrorCode::NotFound);
    CHECK(world.office->askPasswordReset(u"nobody"_s).error().code == ErrorCode::NotFound);
}

TEST_CASE("a reset whose answer is lost is settled by the next code, and nothing on the laptop is",
          "[presentation][session][reset]")
{
    OfficeWorld world;
    makeLaptop(world);
    world.setWay([](const sync::Request &, const std::function<sync::Reply()> &office) -> Result<sync::Reply> {
        (void)office();
        return Error{ErrorCode::Timeout, u"lost"_s, {}};
    });
    const auto session = reopened(world);
    std::optional<Result<SignInOutcome>> answer;
    session->resetPassword(newCode(world), kFresh, [&](Result<SignInOutcome> done) { answer = std::move(done); });
    REQUIRE(answer);
    CHECK(answer->error().code == ErrorCode::Timeout);
    CHECK(answer->error().subject == u"reset-unanswered");
    must(reopened(world)->unlock(kPassword));
    world.setWay({});
    CHECK(reset(*session, newCode(world)).isEmpty());
    CHECK(session->syncStatus().pendingEvents == 1);
}

TEST_CASE("a server whose recovery key was taken away says so, and works with it once it is back",
          "[presentation][session][reset]")
{
    OfficeWorld world;
    makeLaptop(world);
    const QString key = world.temp.path(u"server/recovery.key"_s);
    REQUIRE(QFile::permissions(key) == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
    REQUIRE(QFile::rename(key, world.temp.path(u"safe"_s)));
    CHECK(reset(*reopened(world), newCode(world)) == u"no-escrow");
    REQUIRE(QFile::rename(world.temp.path(u"safe"_s), key));
    CHECK(reset(*reopened(world), newCode(world)).isEmpty());
}

TEST_CASE("what is sealed for the office opens with nothing that lies on the laptop", "[presentation][session][reset]")
{
    OfficeWorld world;
    makeLaptop(world);
    const QByteArray escrow = world.temp.read(u"laptop/escrow.json"_s);
    CHECK(escrow.contains("sealed"));
    for (const QString &name : QDir(world.temp.path(kFolder)).entryList(QDir::Files))
        CHECK_FALSE(world.temp.read(u"laptop/"_s + name).contains(world.temp.read(u"server/recovery.key"_s).trimmed()));
    const auto stranger = crypto::BoxKey::generate();
    CHECK_FALSE(stranger.open(escrow));
}
