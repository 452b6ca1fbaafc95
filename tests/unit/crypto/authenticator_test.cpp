// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/authenticator.h>
#include <ruhu_test/catch_qt.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::crypto;

namespace {

const QByteArray kSecret = QByteArrayLiteral("12345678901234567890"); // of RFC 6238, appendix B

WallTime at(std::int64_t seconds)
{
    return wallTimeFromMs(seconds * 1000);
}

} // namespace

TEST_CASE("the codes are those of every authenticator app", "[crypto][authenticator]")
{
    const std::pair<std::int64_t, QString> vectors[] = {{59, u"287082"_s},         {1111111109, u"081804"_s},
                                                        {1111111111, u"050471"_s}, {1234567890, u"005924"_s},
                                                        {2000000000, u"279037"_s}, {20000000000, u"353130"_s}};
    for (const auto &[seconds, code] : vectors)
        CHECK(authenticatorCode(kSecret, at(seconds)) == code);
}

TEST_CASE("a code is taken half a minute early or late, as it is typed, and once", "[crypto][authenticator]")
{
    const std::int64_t now = 1234567890;
    const std::int64_t step = now / 30;
    CHECK(authenticatorStep(kSecret, u"005924"_s, at(now), 0) == step);
    CHECK(authenticatorStep(kSecret, u" 005 924 "_s, at(now), 0) == step);
    CHECK(authenticatorStep(kSecret, authenticatorCode(kSecret, at(now - 30)), at(now), 0) == step - 1);
    CHECK(authenticatorStep(kSecret, authenticatorCode(kSecret, at(now + 30)), at(now), 0) == step + 1);
    CHECK_FALSE(authenticatorStep(kSecret, authenticatorCode(kSecret, at(now - 60)), at(now), 0));
    CHECK_FALSE(authenticatorStep(kSecret, authenticatorCode(kSecret, at(now + 60)), at(now), 0));
    CHECK_FALSE(authenticatorStep(kSecret, u"005924"_s, at(now), step));
    for (const QString &other : {u""_s, u"5924"_s, u"0059240"_s, u"００５９２４"_s, u"abcdef"_s})
        CHECK_FALSE(authenticatorStep(kSecret, other, at(now), 0));
}

TEST_CASE("an app reads the secret from its address", "[crypto][authenticator]")
{
    const QByteArray secret = newAuthenticatorSecret();
    CHECK(secret.size() == 20);
    CHECK(secret != newAuthenticatorSecret());
    const QString uri = authenticatorUri(secret, u"anna li"_s, u"Ruhu"_s);
    CHECK(uri.startsWith(u"otpauth://totp/Ruhu:anna%20li?secret="_s));
    CHECK(test::Authenticator(uri).codeAt(at(59)) == authenticatorCode(secret, at(59)));
}
