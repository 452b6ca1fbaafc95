// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>

#include <ruhu/crypto/password_rules.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;

namespace {

QString refused(const QString &password, const QStringList &context = {})
{
    const auto checked = crypto::checkNewPassword(password, context);
    return checked ? QString() : checked.error().subject;
}

} // namespace

TEST_CASE("a new password has 15 to 128 characters of any kind", "[crypto][password]")
{
    CHECK(refused(u"fjord mule lamp"_s) == QString());
    CHECK(refused(u"fjord mule lam"_s) == u"password-short"_s);
    CHECK(refused(QString()) == u"password-short"_s);
    const QString sentence = u"a quiet river runs under the old bridge of wood "_s;
    CHECK(refused(sentence.repeated(3).left(128)) == QString());
    CHECK(refused(sentence.repeated(3).left(129)) == u"password-long"_s);
    CHECK(refused(u"小桥流水人家今天我们去山上看云"_s) == QString());
    // Counted as the characters they are after NFKC, not as the units of UTF-16.
    CHECK(refused(QString::fromUcs4(U"\U0001F6B2").repeated(14)) == u"password-short"_s);
}

TEST_CASE("a password that is among the first to be guessed is refused whatever its length", "[crypto][password]")
{
    for (const QString &password :
         {u"passwordpassword"_s, u"qwertyuiopasdfgh"_s, u"123456789012345"_s, u"aaaaaaaaaaaaaaaaaaa"_s,
          u"abcdefghijklmnop"_s, u"iloveyouiloveyou1"_s, u"woaini1314woaini1314"_s, u"ruhu-ruhu-ruhu-ruhu"_s,
          u"5201314 5201314 520"_s, u"P@ssw0rdP@ssw0rd"_s}) {
        INFO(password.toStdString());
        CHECK(refused(password) == u"password-known"_s);
    }
}

TEST_CASE("the words somebody goes by are none of a password's strength", "[crypto][password]")
{
    const QString password = u"lichunfang Lichunfang"_s;
    CHECK(refused(password) == QString());
    CHECK(refused(password, {u"demo"_s, u"Lichunfang"_s}) == u"password-known"_s);
    CHECK(refused(u"demoman.demoman"_s, {u"hz.demoman"_s}) == u"password-known"_s);
}
