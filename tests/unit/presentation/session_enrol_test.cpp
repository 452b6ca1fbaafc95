// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session_world.h"

#include <ruhu/presentation/words.h>

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;
using presentation::FieldSession;
using presentation::SessionState;

namespace {

[[nodiscard]] Result<void> enrol(FieldSession &session, const presentation::EnrolInput &input)
{
    std::optional<Result<void>> answer;
    session.enrol(input, [&](Result<void> done) { answer = std::move(done); });
    REQUIRE(answer);
    return *answer;
}

[[nodiscard]] QStringList filesIn(const QString &folder)
{
    QStringList names;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        names << QDir(folder).relativeFilePath(files.next());
    return names;
}

} // namespace

TEST_CASE("after enrolment the folder holds one person's store, readable by nobody else", "[presentation][session]")
{
    OfficeWorld world;
    const auto session = enrolled(world, u"laptop"_s);
    CHECK(session->state() == SessionState::Open);
    const auto profile = session->profile();
    REQUIRE(profile);
    CHECK(profile->login == u"demo"_s);
    CHECK(profile->role == domain::kTechnician);
    CHECK(profile->userId == world.day.technician.id);
    CHECK(profile->feeds.size() == 1);
    CHECK(profile->serverPublicKey.size() == 32);
    CHECK(session->signedInUntil());
    const QString folder = world.temp.path(u"laptop"_s);
    for (const QString &name : filesIn(folder)) {
        INFO(name.toStdString());
        const auto others =
            QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        CHECK((QFileInfo(folder + u'/' + name).permissions() & others) == 0);
    }
    SECTION("neither the password nor a name of a customer is in profile.json or key.json")
    {
        const QByteArray both = world.temp.read(u"laptop/profile.json"_s) + world.temp.read(u"laptop/key.json"_s);
        CHECK_FALSE(both.contains(kPassword.toUtf8()));
        CHECK(both.contains("demo"));
    }
    SECTION("a second enrolment of the folder is refused")
    {
        CHECK(enrol(*session, world.enrolInput()).error().code == ErrorCode::Conflict);
    }
}

TEST_CASE("an enrolment that fails leaves nothing behind and can be tried again", "[presentation][session]")
{
    OfficeWorld world;
    const QString folder = world.temp.path(u"laptop"_s);
    const auto session = must(FieldSession::open(folder, world.environment()));
    auto input = world.enrolInput();
    SECTION("wrong code")
    {
        input.code = u"BBBB-BBBB-BBBB"_s;
        const auto done = enrol(*session, input);
        REQUIRE_FALSE(done);
        CHECK(done.error().subject == u"wrong-code"_s);
    }
    SECTION("wrong password")
    {
        input.password = u"Wrong-Horse-9917"_s;
        const auto done = enrol(*session, input);
        REQUIRE_FALSE(done);
        CHECK(done.error().subject == u"wrong-password"_s);
    }
    SECTION("no network")
    {
        world.offline = true;
        CHECK(enrol(*session, input).error().code == ErrorCode::Offline);
        world.offline = false;
    }
    SECTION("a CA file that is not there")
    {
        input.caFile = world.temp.path(u"nowhere.pem"_s);
        CHECK(enrol(*session, input).error().code == ErrorCode::NotFound);
    }
    SECTION("a field left empty")
    {
        input.password.clear();
        const auto done = enrol(*session, input);
        CHECK(done.error().code == ErrorCode::InvalidInput);
        CHECK(done.error().subject == u"password"_s);
    }
    CHECK(session->state() == SessionState::NotEnrolled);
    CHECK(filesIn(folder) == QStringList());
    must(enrol(*session, world.enrolInput()));
    CHECK(session->state() == SessionState::Open);
}

TEST_CASE("an enrolment that did not end well is tried again with the same code as the same device",
          "[presentation][session]")
{
    OfficeWorld world;
    const auto session = must(FieldSession::open(world.temp.path(u"laptop"_s), world.environment()));
    const auto input = world.enrolInput();
    const auto lose = [&world](const QString &path) {
        world.setWay([path](const sync::Request &request, const auto &office) -> Result<sync::Reply> {
            auto reply = office();
            if (request.path == path)
                return Error{ErrorCode::Offline, u"the answer was lost"_s, {}};
            return reply;
        });
    };
    SECTION("after a mistyped password")
    {
        auto mistyped = input;
        mistyped.password = u"Blue-Lader-2719"_s;
        const auto done = enrol(*session, mistyped);
        REQUIRE_FALSE(done);
        CHECK(done.error().subject == u"wrong-password"_s);
    }
    SECTION("after the answer to the code was lost")
    {
        lose(u"/auth/v1/enrol"_s);
        CHECK(enrol(*session, input).error().code == ErrorCode::Offline);
    }
    SECTION("after the answer to the password was lost")
    {
        lose(u"/auth/v1/login"_s);
        CHECK(enrol(*session, input).error().code == ErrorCode::Offline);
    }
    SECTION("after two of these")
    {
        lose(u"/auth/v1/enrol"_s);
        CHECK_FALSE(enrol(*session, input));
        lose(u"/auth/v1/login"_s);
        CHECK_FALSE(enrol(*session, input));
    }
    world.setWay({});
    CHECK(filesIn(world.temp.path(u"laptop"_s)) == QStringList());
    must(enrol(*session, input));
    CHECK(session->state() == SessionState::Open);
    CHECK(must(world.office->devices()).size() == 1);
}

TEST_CASE("a mistyped password is not waited for beyond the life of the code", "[presentation][session]")
{
    OfficeWorld world;
    const auto session = must(FieldSession::open(world.temp.path(u"laptop"_s), world.environment()));
    auto input = world.enrolInput();
    input.password = u"Blue-Lader-2719"_s;
    CHECK_FALSE(enrol(*session, input));
    world.clock.advance(std::chrono::minutes(16));
    input.password = kPassword;
    const auto late = enrol(*session, input);
    REQUIRE_FALSE(late);
    CHECK(late.error().subject == u"wrong-code"_s);
}

TEST_CASE("an enrolment that was killed before its last file does not get in the way, and deletes nothing",
          "[presentation][session]")
{
    OfficeWorld world;
    enrolled(world, u"laptop"_s).reset();
    REQUIRE(QFile::remove(world.temp.path(u"laptop/profile.json"_s)));
    REQUIRE(QFile::remove(world.temp.path(u"laptop/profile.copy.json"_s)));
    const QByteArray key = world.temp.read(u"laptop/key.json"_s);
    const auto session = must(FieldSession::open(world.temp.path(u"laptop"_s), world.environment()));
    CHECK(session->state() == SessionState::NotEnrolled);
    SECTION("and one that fails deletes nothing either")
    {
        world.offline = true;
        CHECK_FALSE(enrol(*session, world.enrolInput()));
        world.offline = false;
    }
    must(enrol(*session, world.enrolInput()));
    CHECK(session->state() == SessionState::Open);
    const QStringList aside = filesIn(world.temp.path(u"laptop"_s)).filter(u"aside-"_s);
    CHECK(aside.filter(u"local.db"_s).size() >= 1);
    // Without its key nobody could ever open what was set aside.
    const QStringList keys = aside.filter(u"/key.json"_s);
    REQUIRE(keys.size() == 1);
    CHECK(world.temp.read(u"laptop/"_s + keys.front()) == key);
}

TEST_CASE("the store opens with the right password only, with or without a network", "[presentation][session]")
{
    OfficeWorld world;
    enrolled(world, u"laptop"_s).reset();
    const auto session = must(FieldSession::open(world.temp.path(u"laptop"_s), world.environment()));
    CHECK(session->state() == SessionState::Locked);
    CHECK(session->tickets().error().code == ErrorCode::NotSignedIn);
    world.offline = true;
    SECTION("offline with the right one")
    {
        const auto outcome = must(signIn(*session, kPassword));
        CHECK_FALSE(outcome.online);
        REQUIRE(outcome.problem);
        CHECK(outcome.problem->code == ErrorCode::Offline);
        CHECK(session->state() == SessionState::Open);
        CHECK(session->tickets());
    }
    SECTION("offline with a wrong one")
    {
        const auto outcome = signIn(*session, u"blue-ladder-27"_s);
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().code == ErrorCode::NotAllowed);
        CHECK(presentation::messageFor(outcome.error()).code == u"wrong-password");
        CHECK(session->state() == SessionState::Locked);
        CHECK(world.requests == 2); // the two of the enrolment
    }
    SECTION("online")
    {
        world.offline = false;
        CHECK(must(signIn(*session, kPassword)).online);
    }
    SECTION("and locks again")
    {
        must(session->unlock(kPassword));
        session->lock();
        CHECK(session->state() == SessionState::Locked);
        CHECK(session->localBlob(QByteArray(32, 'x')).error().code == ErrorCode::NotSignedIn);
        must(session->unlock(kPassword));
        CHECK(session->state() == SessionState::Open);
    }
}

TEST_CASE("a refusal of the server is told while the store is open all the same", "[presentation][session]")
{
    OfficeWorld world;
    auto first = enrolled(world, u"laptop"_s);
    const DeviceId device = first->profile()->device;
    first.reset();
    QString expected;
    SECTION("blocked laptop")
    {
        REQUIRE(world.office->setDeviceBlocked(device, true));
        expected = u"revoked-device"_s;
    }
    SECTION("disabled account")
    {
        REQUIRE(world.office->setUserDisabled(u"demo"_s, true));
        expected = u"disabled-user"_s;
    }
    const auto session = must(FieldSession::open(world.temp.path(u"laptop"_s), world.environment()));
    const auto outcome = must(signIn(*session, kPassword));
    REQUIRE(outcome.problem);
    CHECK(outcome.problem->subject == expected);
    CHECK(session->state() == SessionState::Open);
    CHECK(session->tickets());
    CHECK_FALSE(session->signedInUntil());
}

TEST_CASE("damaged files beside the store are named, not guessed at", "[presentation][session]")
{
    OfficeWorld world;
    enrolled(world, u"laptop"_s).reset();
    SECTION("one of two profiles or keys is enough")
    {
        world.temp.write(u"laptop/profile.json"_s, "{\"v\":1}");
        world.temp.write(u"laptop/key.json"_s, "{}");
        const auto session = must(FieldSession::open(world.temp.path(u"laptop"_s), world.environment()));
        CHECK(session->unlock(u"blue-ladder-27"_s).error().code == ErrorCode::NotAllowed);
        must(session->unlock(kPassword));
        CHECK(session->profile()->login == world.enrolInput().login);
    }
    SECTION("profile.json")
    {
        world.temp.write(u"laptop/profile.json"_s, "{\"v\":1}");
        world.temp.write(u"laptop/profile.copy.json"_s, "{\"v\":1}");
        const auto session = FieldSession::open(world.temp.path(u"laptop"_s), world.environment());
        REQUIRE_FALSE(session);
        CHECK(session.error().code == ErrorCode::Damaged);
    }
    SECTION("a profile whose server is more than an address")
    {
        const QByteArray good = world.temp.read(u"laptop/profile.json"_s);
        for (const char *server :
             {"https://office.example:8443/path", "https://office.example:8443?x=1", "https://office.example:8443##",
              "https://u:p@office.example:8443", "ftp://office.example", "hwwwttps://office.example:8443"}) {
            CAPTURE(server);
            QByteArray other = good;
            other.replace("https://office.example:8443", server);
            REQUIRE(other != good);
            world.temp.write(u"laptop/profile.json"_s, other);
            world.temp.write(u"laptop/profile.copy.json"_s, other);
            const auto session = FieldSession::open(world.temp.path(u"laptop"_s), world.environment());
            CHECK(session.error().subject == u"server"_s);
        }
    }
    SECTION("key.json")
    {
        world.temp.write(u"laptop/key.json"_s, "{}");
        world.temp.write(u"laptop/key.copy.json"_s, "{}");
        const auto session = must(FieldSession::open(world.temp.path(u"laptop"_s), world.environment()));
        const auto opened = session->unlock(kPassword);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == ErrorCode::Damaged);
    }
}

TEST_CASE("an offline sign-in is completed by itself when the server is there again", "[presentation][session]")
{
    OfficeWorld world;
    enrolled(world, u"laptop"_s).reset();
    world.clock.advance(std::chrono::hours(13)); // the token of yesterday is over
    const auto session = must(FieldSession::open(world.temp.path(u"laptop"_s), world.environment(true)));
    world.offline = true;
    REQUIRE_FALSE(must(signIn(*session, kPassword)).online);
    CHECK(session->syncStatus().hold == sync::Hold::Offline);
    CHECK(session->syncStatus().lastProblem == u"offline"_s);
    REQUIRE(session->nextWakeUp());
    const auto toTheNextTry = [&] {
        if (const auto next = session->nextWakeUp(); next && *next > world.clock.now())
            world.clock.advance(*next - world.clock.now());
        session->tick();
    };
    SECTION("with a back-off, not with every tick")
    {
        const int before = world.requests;
        session->tick();
        CHECK(world.requests == before);
        toTheNextTry();
        CHECK(world.requests == before + 1);
        CHECK(session->syncStatus().nextTry > world.clock.now());
        world.offline = false;
        toTheNextTry();
        CHECK(session->syncStatus().hold == sync::Hold::None);
        CHECK(session->signedInUntil() > world.clock.now());
    }
    SECTION("at once when the system says that there is a network")
    {
        world.offline = false;
        session->networkChanged(true);
        CHECK(session->syncStatus().hold == sync::Hold::None);
    }
    SECTION("at once when the person asks")
    {
        world.offline = false;
        session->syncNow();
        CHECK(session->syncStatus().hold == sync::Hold::None);
        CHECK(session->isSyncSettled());
    }
    SECTION("unless the server refuses the password then, which is said and not tried again")
    {
        world.offline = false;
        world.setWay([](const sync::Request &, const auto &) -> Result<sync::Reply> {
            return refusalOf(401, u"wrong-password"_s);
        });
        toTheNextTry();
        CHECK(session->syncStatus().hold == sync::Hold::SignInNeeded);
        CHECK(session->syncStatus().lastProblem == u"wrong-password"_s);
        const int before = world.requests;
        world.clock.advance(std::chrono::hours(1));
        session->tick();
        session->networkChanged(true);
        CHECK(world.requests == before);
    }
    SECTION("and not after the person locked")
    {
        session->lock();
        world.offline = false;
        QStringList asked;
        world.setWay([&](const sync::Request &request, const std::function<sync::Reply()> &office) {
            asked << request.path;
            return Result<sync::Reply>(office());
        });
        world.clock.advance(std::chrono::hours(1));
        session->tick();
        session->networkChanged(true);
        // A locked laptop asks for orders of the office, and for nothing else.
        CHECK(asked == QStringList{u"/auth/v1/orders/"_s + session->profile()->device.toString()});
    }
    SECTION("and the password is in no file meanwhile")
    {
        for (const QString &name : filesIn(world.temp.path(u"laptop"_s))) {
            INFO(name.toStdString());
            CHECK_FALSE(world.temp.read(u"laptop/"_s + name).contains(kPassword.toUtf8()));
        }
    }
}

TEST_CASE("the chosen language is in the profile and needs no sign-in", "[presentation][session]")
{
    OfficeWorld world;
    enrolled(world, u"laptop"_s).reset();
    auto session = must(FieldSession::open(world.temp.path(u"laptop"_s), world.environment()));
    CHECK(session->profile()->language.isEmpty());
    must(session->setLanguage(u"zh_CN"_s));
    CHECK(must(signIn(*session, kPassword)).online);
    session.reset();
    session = must(FieldSession::open(world.temp.path(u"laptop"_s), world.environment()));
    CHECK(session->profile()->language == u"zh_CN"_s);
    const auto empty = must(FieldSession::open(world.temp.path(u"empty"_s), world.environment()));
    CHECK(empty->setLanguage(u"en"_s).error().code == ErrorCode::NotSignedIn);
}

TEST_CASE("wrong passwords cost waiting time, which neither a restart nor the right password takes back",
          "[presentation][session][unlock]")
{
    OfficeWorld world;
    enrolled(world, u"laptop"_s).reset();
    const auto unlock = [&](const QString &password) {
        // Each time as a program that was just started.
        const auto session = must(FieldSession::open(world.temp.path(u"laptop"_s), world.environment()));
        return session->unlock(password);
    };
    for (int i = 0; i < 6; ++i)
        CHECK(unlock(u"blue-ladder-%1"_s.arg(i)).error().subject == u"wrong-password"_s);
    const auto refused = unlock(kPassword);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().subject == u"too-many-tries"_s);
    CHECK(refused.error().code == ErrorCode::NotAllowed);

    SECTION("it ends, and with the right password all is as before")
    {
        world.clock.advance(std::chrono::seconds(31));
        must(unlock(kPassword));
        for (int i = 0; i < 5; ++i)
            CHECK(unlock(u"x"_s).error().subject == u"wrong-password"_s);
        must(unlock(kPassword));
    }
    SECTION("it grows with every further wrong one, to an hour at the most")
    {
        for (int i = 0; i < 20; ++i) {
            world.clock.advance(std::chrono::hours(1) + Millis(1));
            CHECK(unlock(u"x"_s).error().subject == u"wrong-password"_s);
        }
        world.clock.advance(std::chrono::minutes(59));
        CHECK(unlock(kPassword).error().subject == u"too-many-tries"_s);
        world.clock.advance(std::chrono::minutes(2));
        CHECK(unlock(kPassword).error().subject == u"tries-over"_s); // the right one, and the office is asked first
    }
    SECTION("a count that was tampered with opens no free tries")
    {
        world.temp.write(u"laptop/tries.json"_s, "{\"v\":1,\"tries\":-9}");
        CHECK(unlock(u"x"_s).error().subject == u"wrong-password"_s);
        CHECK(unlock(u"x"_s).error().subject == u"too-many-tries"_s);
    }
}
