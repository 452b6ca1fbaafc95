// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

#include <ruhu/store/database.h>

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

QString codeOf(const Error &error)
{
    return error.subject;
}

} // namespace

TEST_CASE("a code enrols one laptop, once", "[service][identity]")
{
    OfficeFixture f;
    const QString code = must(f.office->newEnrolCode(u"anna"_s));
    const Laptop first;
    const auto request = f.enrolRequest(first, u"anna"_s, code);
    const auto reply = must(f.office->enrol(request));
    CHECK(reply.serverPublicKey.size() == crypto::kPublicKeyBytes);
    // The answer was lost: the same request gets the same device.
    CHECK(must(f.office->enrol(request)) == reply);
    const Laptop second;
    CHECK(codeOf(f.office->enrol(f.enrolRequest(second, u"anna"_s, code)).error()) == u"wrong-code"_s);
    CHECK(must(f.office->devices()).size() == 1);
}

TEST_CASE("a code is good as people type it", "[service][identity]")
{
    OfficeFixture f;
    const QString code = must(f.office->newEnrolCode(u"anna"_s));
    const Laptop laptop;
    const QString typed = u" "_s + code.toLower().remove(u'-');
    CHECK(f.office->enrol(f.enrolRequest(laptop, u"anna"_s, typed)).has_value());
}

TEST_CASE("a code dies after fifteen minutes, or when a newer one is made", "[service][identity]")
{
    OfficeFixture f;
    const QString code = must(f.office->newEnrolCode(u"anna"_s));
    const Laptop laptop;
    const auto right = f.enrolRequest(laptop, u"anna"_s, code);
    const auto checkDead = [&] {
        CHECK(codeOf(f.office->enrol(right).error()) == u"wrong-code"_s);
        CHECK(must(f.office->devices()).empty());
    };
    SECTION("time")
    {
        f.clock.advance(std::chrono::minutes(15));
        checkDead();
    }
    SECTION("newer")
    {
        must(f.office->newEnrolCode(u"anna"_s));
        checkDead();
    }
}

TEST_CASE("whoever tries codes keeps nobody from setting up a laptop", "[service][identity]")
{
    OfficeFixture f;
    const QString code = must(f.office->newEnrolCode(u"anna"_s));
    const Laptop stranger;
    for (int i = 0; i < 50; ++i) {
        const auto wrong = f.enrolRequest(stranger, u"anna"_s, u"BBBB-BBBB-BBBB"_s);
        CHECK(codeOf(f.office->enrol(wrong).error()) == u"wrong-code"_s);
    }
    const Laptop laptop;
    CHECK(f.office->enrol(f.enrolRequest(laptop, u"anna"_s, code)));
}

TEST_CASE("enrolling fails alike for a wrong user, proof or code", "[service][identity]")
{
    OfficeFixture f;
    const QString code = must(f.office->newEnrolCode(u"anna"_s));
    const Laptop laptop;
    const auto unknown = f.office->enrol(f.enrolRequest(laptop, u"nobody"_s, code)).error();
    const auto other = f.office->enrol(f.enrolRequest(laptop, u"bert"_s, code)).error();
    auto forged = f.enrolRequest(laptop, u"anna"_s, code);
    forged.proof = QByteArray(crypto::kSignatureBytes, 'x');
    CHECK(unknown == other);
    CHECK(f.office->enrol(forged).error() == unknown);
    CHECK(codeOf(unknown) == u"wrong-code"_s);
    CHECK(f.office->enrol(f.enrolRequest(laptop, u"anna"_s, code)).has_value());
}

TEST_CASE("signing in needs the laptop and the password, and says the same for every mistake", "[service][identity]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    const Laptop stranger; // never enrolled
    const auto wrong = f.office->login(f.loginRequest(anna, u"anna"_s, u"not the password"_s)).error();
    CHECK(codeOf(wrong) == u"wrong-password"_s);
    CHECK(f.office->login(f.loginRequest(anna, u"nobody"_s, kPassword)).error() == wrong);
    CHECK(f.office->login(f.loginRequest(anna, u"bert"_s, kPassword)).error() == wrong);
    CHECK(f.office->login(f.loginRequest(stranger, u"anna"_s, kPassword)).error() == wrong);
    auto forged = f.loginRequest(anna, u"anna"_s, kPassword);
    forged.issuedAt += Millis(1);
    CHECK(f.office->login(forged).error() == wrong);
    CHECK(f.office->login(f.loginRequest(anna, u"anna"_s, kPassword)).has_value());
}

TEST_CASE("wrong passwords cost waiting time on that laptop only", "[service][identity]")
{
    OfficeFixture f;
    const Laptop mine = f.laptop(u"anna"_s);
    const Laptop spare = f.laptop(u"anna"_s);
    for (int i = 0; i < 5; ++i)
        CHECK(codeOf(f.office->login(f.loginRequest(mine, u"anna"_s, u"wrong wrong"_s)).error())
              == u"wrong-password"_s);
    const auto waiting = f.office->login(f.loginRequest(mine, u"anna"_s, kPassword)).error();
    CHECK(waiting.code == ErrorCode::Busy);
    CHECK(codeOf(waiting) == u"too-many-tries"_s);
    CHECK(waiting.detail.endsWith(u" retry=30"_s));
    // A person cannot be locked out from elsewhere.
    CHECK(f.office->login(f.loginRequest(spare, u"anna"_s, kPassword)).has_value());
    f.clock.advance(std::chrono::seconds(30));
    CHECK(codeOf(f.office->login(f.loginRequest(mine, u"anna"_s, u"wrong again"_s)).error()) == u"wrong-password"_s);
    CHECK(f.office->login(f.loginRequest(mine, u"anna"_s, kPassword)).error().detail.endsWith(u" retry=60"_s));
    f.clock.advance(std::chrono::seconds(60));
    CHECK(f.office->login(f.loginRequest(mine, u"anna"_s, kPassword)).has_value());
    CHECK(codeOf(f.office->login(f.loginRequest(mine, u"anna"_s, u"wrong"_s)).error()) == u"wrong-password"_s);
}

TEST_CASE("a laptop at which somebody goes on guessing is blocked, and no other one", "[service][identity]")
{
    OfficeFixture f;
    const Laptop mine = f.laptop(u"anna"_s);
    const Laptop spare = f.laptop(u"anna"_s);
    const auto guess = [&] {
        f.clock.advance(std::chrono::hours(1));
        return codeOf(f.office->login(f.loginRequest(mine, u"anna"_s, u"wrong wrong"_s)).error());
    };
    for (int i = 0; i < 100; ++i)
        REQUIRE(guess() == u"wrong-password"_s);
    CHECK(guess() == u"revoked-device"_s);
    CHECK(codeOf(f.office->login(f.loginRequest(mine, u"anna"_s, kPassword)).error()) == u"revoked-device"_s);
    CHECK(f.office->login(f.loginRequest(spare, u"anna"_s, kPassword)));
    CHECK(must(f.office->auditEntries(0, 1000)).back().act == u"session.open"_s);
    must(f.office->setDeviceBlocked(mine.device, false));
    CHECK(f.office->login(f.loginRequest(mine, u"anna"_s, kPassword)));
}

TEST_CASE("a person sees where the own account is signed in, and ends it there alone", "[service][identity]")
{
    OfficeFixture f;
    const Laptop mine = f.laptop(u"anna"_s);
    const Laptop spare = f.laptop(u"anna"_s);
    const Laptop other = f.laptop(u"bert"_s);
    must(f.office->login(f.loginRequest(spare, u"anna"_s, kPassword))); // a second token of the same laptop
    CHECK(must(f.office->ownSessions(mine.caller)).sessions.size() == 2);
    const auto left = must(f.office->endOwnSession(mine.caller, spare.device)).sessions;
    REQUIRE(left.size() == 1);
    CHECK(left.front().device == mine.device);
    CHECK(codeOf(f.office->authenticate(spare.token).error()) == u"expired-token"_s);
    CHECK(f.office->authenticate(mine.token));
    // Of somebody else nothing is seen and nothing ended.
    CHECK(must(f.office->endOwnSession(mine.caller, other.device)).sessions.size() == 1);
    CHECK(f.office->authenticate(other.token));
    f.clock.advance(std::chrono::hours(12));
    CHECK(must(f.office->ownSessions(mine.caller)).sessions.empty());
}

TEST_CASE("what a laptop notes of being opened stands in the audit once, not later than it came", "[service][identity]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    const WallTime now = f.clock.now();
    using protocol::AccessAct;
    const protocol::AccessEntries first{{{now - std::chrono::hours(3), AccessAct::WrongPassword, 4},
                                         {now - std::chrono::hours(3) + Millis(1), AccessAct::Opened, 1}}};
    CHECK(must(f.office->noteAccess(anna.caller, first)).kept == first.entries.back().at);
    auto again = first; // the answer was lost
    again.entries.push_back({now + std::chrono::hours(1), AccessAct::Locked, 1});
    CHECK(must(f.office->noteAccess(anna.caller, again)).kept == again.entries.back().at);
    std::vector<service::AuditEntry> noted;
    for (const auto &entry : must(f.office->auditEntries(0, 1000))) {
        if (entry.act.startsWith(u"laptop."_s))
            noted.push_back(entry);
    }
    REQUIRE(noted.size() == 3);
    CHECK(noted[0].act == u"laptop.wrong-password"_s);
    CHECK(noted[0].subject == anna.device.toString() + u" x4"_s);
    CHECK(noted[0].actor == anna.user.id.toString());
    CHECK(noted[0].at == now - std::chrono::hours(3));
    CHECK(noted[2].act == u"laptop.locked"_s);
    CHECK(noted[2].at == now);
}

TEST_CASE("who administers signs in with a code of an authenticator besides", "[service][identity]")
{
    OfficeFixture f;
    Laptop dora;
    const QString enrolCode = must(f.office->newEnrolCode(u"dora"_s));
    dora.device = must(f.office->enrol(f.enrolRequest(dora, u"dora"_s, enrolCode))).device;
    auto request = f.loginRequest(dora, u"dora"_s, kPassword);
    CHECK(codeOf(f.office->login(request).error()) == u"second-factor-unset"_s);

    Authenticator app(must(f.office->newSecondFactor(u"dora"_s)));
    CHECK(codeOf(f.office->login(request).error()) == u"second-factor-needed"_s);
    request.secondFactor = app.codeAt(f.clock.now() - std::chrono::minutes(5));
    CHECK(codeOf(f.office->login(request).error()) == u"second-factor-wrong"_s);
    request.secondFactor = app.codeAt(f.clock.now());
    const QString token = must(f.office->login(request)).token;
    CHECK(codeOf(f.office->login(request).error()) == u"second-factor-wrong"_s); // a code is good once
    // With a wrong password nothing is said about the code.
    auto wrong = f.loginRequest(dora, u"dora"_s, u"not the password"_s);
    CHECK(codeOf(f.office->login(wrong).error()) == u"wrong-password"_s);

    SECTION("a new password needs one as well")
    {
        f.clock.advance(std::chrono::minutes(1));
        protocol::PasswordRequest change{f.loginRequest(dora, u"dora"_s, kPassword), u"new and much longer"_s};
        change.person.proof = dora.key.sign(protocol::passwordMessage(dora.device, u"dora"_s, change.person.issuedAt));
        CHECK(codeOf(f.office->changePassword(change).error()) == u"second-factor-needed"_s);
        change.person.secondFactor = app.codeAt(f.clock.now());
        CHECK(f.office->changePassword(change).has_value());
    }
    SECTION("a new secret ends the sessions of the old one, and its codes")
    {
        static_cast<void>(must(f.office->newSecondFactor(u"dora"_s)));
        CHECK(codeOf(f.office->authenticate(token).error()) == u"expired-token"_s);
        f.clock.advance(std::chrono::minutes(1));
        request.secondFactor = app.codeAt(f.clock.now());
        CHECK(codeOf(f.office->login(request).error()) == u"second-factor-wrong"_s);
    }
    SECTION("without one the role stays out again")
    {
        must(f.office->removeSecondFactor(u"dora"_s));
        CHECK(codeOf(f.office->login(f.loginRequest(dora, u"dora"_s, kPassword)).error()) == u"second-factor-unset"_s);
    }
    SECTION("who guesses waits")
    {
        for (int i = 0; i < 4; ++i)
            CHECK_FALSE(f.office->login(request).has_value());
        CHECK(codeOf(f.office->login(request).error()) == u"too-many-tries"_s);
        // Also who knows the password and sends no code in between.
        CHECK(codeOf(f.office->login(f.loginRequest(dora, u"dora"_s, kPassword)).error()) == u"too-many-tries"_s);
    }
}

TEST_CASE("who wants a second factor has one, and nobody else is asked", "[service][identity]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    Authenticator app(must(f.office->newSecondFactor(u"anna"_s)));
    auto request = f.loginRequest(anna, u"anna"_s, kPassword);
    CHECK(codeOf(f.office->login(request).error()) == u"second-factor-needed"_s);
    request.secondFactor = app.next(f.clock.now());
    CHECK(f.office->login(request).has_value());
    const auto users = must(f.office->users());
    for (const service::User &user : users)
        CHECK(user.hasSecondFactor == (user.login == u"anna"_s));
    must(f.office->removeSecondFactor(u"anna"_s));
    CHECK(f.office->login(f.loginRequest(anna, u"anna"_s, kPassword)).has_value());
    CHECK(codeOf(f.office->newSecondFactor(u"nobody"_s).error()) == u"nobody"_s);
}

TEST_CASE("a sign-in makes a hash anew that costs less to guess at than new ones", "[service][identity]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    const auto cost = [&] {
        store::Database::Options options;
        options.applicationId = 0x52485356; // "RHSV"
        auto db = must(store::Database::open(f.dir.path(u"server.db"_s), options));
        auto statement = must(db->prepare("SELECT password_hash FROM user_account WHERE login='anna'"));
        REQUIRE(must(statement.step()));
        return *crypto::costOfHash(statement.blob(0));
    };
    const crypto::KdfCost cheap = crypto::cheapKdfCostForTests();
    const crypto::KdfCost dearer{cheap.ops + 1, cheap.memoryBytes * 2};
    f.office->setPasswordCost(dearer);
    CHECK_FALSE(f.office->login(f.loginRequest(anna, u"anna"_s, u"not the password"_s)).has_value());
    CHECK(cost() == cheap);
    CHECK(f.office->login(f.loginRequest(anna, u"anna"_s, kPassword)).has_value());
    CHECK(cost() == dearer);
    f.office->setPasswordCost(cheap);
    CHECK(f.office->login(f.loginRequest(anna, u"anna"_s, kPassword)).has_value());
    CHECK(cost() == dearer); // never lowered
}

TEST_CASE("a new password ends the sessions and the waiting, and the old one is worth nothing", "[service][identity]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    const Laptop bert = f.laptop(u"bert"_s);
    for (int i = 0; i < 5; ++i)
        CHECK_FALSE(f.office->login(f.loginRequest(anna, u"anna"_s, u"wrong wrong"_s)).has_value());
    CHECK(f.office->setPassword(u"anna"_s, u"short"_s).error().code == ErrorCode::InvalidInput);
    CHECK(f.office->setPassword(u"nobody"_s, u"new and much longer"_s).error().code == ErrorCode::NotFound);
    REQUIRE(f.office->setPassword(u"anna"_s, u"new and much longer"_s).has_value());
    CHECK(codeOf(f.office->authenticate(anna.token).error()) == u"expired-token"_s);
    CHECK(f.office->authenticate(bert.token).has_value());
    CHECK(codeOf(f.office->login(f.loginRequest(anna, u"anna"_s, kPassword)).error()) == u"wrong-password"_s);
    CHECK(f.office->login(f.loginRequest(anna, u"anna"_s, u"new and much longer"_s)).has_value());
}

TEST_CASE("a person changes the own password, and every other session ends", "[service][identity]")
{
    OfficeFixture f;
    const Laptop one = f.laptop(u"anna"_s);
    const Laptop two = f.laptop(u"anna"_s);
    const QString next = u"new and much longer"_s;
    const auto request = [&](const QString &current, const QString &wanted) {
        protocol::PasswordRequest asked{f.loginRequest(one, u"anna"_s, current), wanted};
        asked.person.proof = one.key.sign(protocol::passwordMessage(one.device, u"anna"_s, asked.person.issuedAt));
        return asked;
    };
    // The proof of a sign-in is none of a change.
    CHECK(codeOf(f.office->changePassword({f.loginRequest(one, u"anna"_s, kPassword), next}).error())
          == u"wrong-password"_s);
    CHECK(codeOf(f.office->changePassword(request(u"wrong"_s, next)).error()) == u"wrong-password"_s);
    for (int i = 0; i < 6; ++i) // a person who has proved who it is does not wait
        CHECK(f.office->changePassword(request(kPassword, u"short"_s)).error().subject == u"password-short"_s);
    CHECK(f.office->authenticate(two.token).has_value());

    const auto reply = must(f.office->changePassword(request(kPassword, next)));
    CHECK(must(f.office->authenticate(reply.token)).device == one.device);
    CHECK(codeOf(f.office->authenticate(one.token).error()) == u"expired-token"_s);
    CHECK(codeOf(f.office->authenticate(two.token).error()) == u"expired-token"_s);
    CHECK(codeOf(f.office->login(f.loginRequest(two, u"anna"_s, kPassword)).error()) == u"wrong-password"_s);
    CHECK(f.office->login(f.loginRequest(two, u"anna"_s, next)).has_value());
}

TEST_CASE("the audit says who did what, by ids alone, sign-ins and refused ones with it", "[service][identity][audit]")
{
    OfficeFixture f;
    f.office->setActor(u"console:root"_s);
    const Laptop anna = f.laptop(u"anna"_s);
    const auto before = must(f.office->auditEntries(0, 1000));
    CHECK_FALSE(f.office->login(f.loginRequest(anna, u"anna"_s, u"Anna's secret guess"_s)).has_value());
    CHECK_FALSE(f.office->login(f.loginRequest(anna, u"somebody else"_s, kPassword)).has_value());
    must(f.office->login(f.loginRequest(anna, u"anna"_s, kPassword)));
    must(f.office->setDeviceBlocked(anna.device, true));
    CHECK(must(f.office->endSessions(u"anna"_s)) == 2);

    const auto entries = must(f.office->auditEntries(before.back().id, 1000));
    const QString device = anna.device.toString();
    const QString user = anna.user.id.toString();
    const std::tuple<QString, QString, QString> expected[] = {
        {u"session.refused"_s, device, user},        {u"session.refused"_s, device, user},
        {u"session.open"_s, device, user},           {u"device.block"_s, device, u"console:root"_s},
        {u"session.end"_s, user, u"console:root"_s},
    };
    REQUIRE(entries.size() == std::size(expected));
    for (std::size_t i = 0; i < entries.size(); ++i)
        CHECK(std::tuple(entries[i].act, entries[i].subject, entries[i].actor) == expected[i]);
    CHECK(must(f.office->auditEntries(entries.back().id, 1000)).empty());
    CHECK(must(f.office->auditEntries(0, 2)).size() == 2);
}

TEST_CASE("the office sees who is signed in where, and ends it", "[service][identity]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    const Laptop bert = f.laptop(u"bert"_s);
    const auto sessions = must(f.office->sessions());
    REQUIRE(sessions.size() == 2);
    CHECK(sessions[0].login == u"anna"_s);
    CHECK(sessions[0].device == anna.device);
    CHECK(sessions[0].expires == f.clock.now() + std::chrono::hours(12));
    CHECK(must(f.office->endSessions(u"anna"_s)) == 1);
    CHECK(codeOf(f.office->authenticate(anna.token).error()) == u"expired-token"_s);
    CHECK(f.office->authenticate(bert.token).has_value());
    CHECK(f.office->endSessions(u"nobody"_s).error().code == ErrorCode::NotFound);
    f.clock.advance(std::chrono::hours(12));
    CHECK(must(f.office->sessions()).empty());
}

TEST_CASE("an account says its mobile number and whose staff somebody is", "[service][identity]")
{
    OfficeFixture f;
    const auto accountOf = [&](const QString &login) {
        for (const service::User &user : must(f.office->users())) {
            if (user.login == login)
                return user;
        }
        return service::User();
    };
    CHECK(accountOf(u"anna"_s).mobile.isEmpty());
    CHECK(accountOf(u"anna"_s).employer.isEmpty()); // own staff
    REQUIRE(f.office->setUserDetails(u"anna"_s, {u"138 0000 1234"_s, u"样本代维公司"_s, {}}).has_value());
    CHECK(accountOf(u"anna"_s).mobile == u"138 0000 1234"_s);
    REQUIRE(f.office->setUserDetails(u"anna"_s, {u""_s, std::nullopt, {}}).has_value());
    CHECK(accountOf(u"anna"_s).mobile.isEmpty());
    CHECK(accountOf(u"anna"_s).employer == u"样本代维公司"_s);
    CHECK(f.office->setUserDetails(u"anna"_s, {u"12"_s, std::nullopt, {}}).error().code == ErrorCode::InvalidInput);
    CHECK(f.office->setUserDetails(u"nobody"_s, {}).error().code == ErrorCode::NotFound);
}

TEST_CASE("a token lasts one shift and dies with the account or the laptop", "[service][identity]")
{
    OfficeFixture f;
    const Laptop anna = f.laptop(u"anna"_s);
    CHECK(must(f.office->authenticate(anna.token)).device == anna.device);
    CHECK(codeOf(f.office->authenticate(u"made up"_s).error()) == u"expired-token"_s);
    SECTION("time")
    {
        f.clock.advance(std::chrono::hours(12));
        CHECK(codeOf(f.office->authenticate(anna.token).error()) == u"expired-token"_s);
    }
    SECTION("account disabled, then enabled again")
    {
        must(f.office->setUserDisabled(u"anna"_s, true));
        CHECK(codeOf(f.office->authenticate(anna.token).error()) == u"disabled-user"_s);
        CHECK(codeOf(f.office->login(f.loginRequest(anna, u"anna"_s, kPassword)).error()) == u"disabled-user"_s);
        CHECK(codeOf(f.office->newEnrolCode(u"anna"_s).error()) == u"disabled-user"_s);
        must(f.office->setUserDisabled(u"anna"_s, false));
        CHECK(codeOf(f.office->authenticate(anna.token).error()) == u"expired-token"_s); // old tokens stay dead
        CHECK(f.office->login(f.loginRequest(anna, u"anna"_s, kPassword)).has_value());
    }
    SECTION("laptop blocked")
    {
        must(f.office->setDeviceBlocked(anna.device, true));
        CHECK(codeOf(f.office->authenticate(anna.token).error()) == u"revoked-device"_s);
        CHECK(codeOf(f.office->login(f.loginRequest(anna, u"anna"_s, kPassword)).error()) == u"revoked-device"_s);
    }
}

TEST_CASE("accounts are checked before they are made", "[service][identity]")
{
    OfficeFixture f;
    const auto add = [&](const QString &login, const QString &name, const QString &password) {
        return f.office->addUser(login, name, domain::kTechnician, f.team.id, password);
    };
    CHECK(add(u"anna"_s, u"Anna"_s, kPassword).error() == Error{ErrorCode::Conflict, u"exists already"_s, u"anna"_s});
    CHECK(add(u"Anna Two"_s, u"Anna"_s, kPassword).error().subject == u"login"_s);
    CHECK(add(QString(), u"Anna"_s, kPassword).error().subject == u"login"_s);
    CHECK(add(u"eve"_s, u" "_s, kPassword).error().subject == u"displayName"_s);
    CHECK(add(u"eve"_s, u"Eve"_s, u"short"_s).error().subject == u"password-short"_s);
    CHECK(add(u"eve"_s, u"Eve"_s, QString(129, u'x')).error().subject == u"password-long"_s);
    CHECK(add(u"eve"_s, u"Eve"_s, QString(128, u'\u5165')).has_value());
    CHECK(f.office->addTeam(u"West"_s).error().code == ErrorCode::Conflict);
    CHECK(f.office->setUserDisabled(u"nobody"_s, true).error().code == ErrorCode::NotFound);
    CHECK(f.office->setDeviceBlocked(DeviceId(f.ids.next()), true).error().code == ErrorCode::NotFound);
}

TEST_CASE("a folder is made once and its secrets are the owner's alone", "[service][identity]")
{
    OfficeFixture f;
    CHECK(service::Office::initialise(f.dir.path(), f.clock, f.random).error().code == ErrorCode::Conflict);
    for (const QString &name : {u"journal.key"_s, u"ca-key.pem"_s, u"server-key.pem"_s, u"server.db"_s}) {
        const auto permissions = QFileInfo(f.dir.path(name)).permissions();
        CHECK((permissions & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)) == 0);
    }
    const TempDir empty;
    CHECK(service::Office::open(empty.path(), f.shelf, f.clock, f.random).error().code == ErrorCode::NotFound);
}
