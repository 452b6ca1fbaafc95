// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/crypto/sealing.h>

#include <ruhu/base/json.h>
#include <ruhu/crypto/digest.h>

#include <ruhu_test/catch_qt.h>

#include <set>

using namespace ruhu;
using namespace ruhu::crypto;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("sealed bytes open with their key and context", "[crypto][sealing]")
{
    const AeadSealer sealer(newDataKey());
    for (const QByteArray &clear : {QByteArray(), QByteArray("a"), QByteArray(100'000, 'z')}) {
        const QByteArray sealed = sealer.seal(clear, "journal/7");
        CHECK(sealed.size() == clear.size() + 41);
        const auto opened = sealer.open(sealed, "journal/7");
        REQUIRE(opened);
        CHECK(*opened == clear);
    }
}

TEST_CASE("the same bytes never look the same twice", "[crypto][sealing]")
{
    const AeadSealer sealer(newDataKey());
    CHECK(sealer.seal("clear", "c") != sealer.seal("clear", "c"));
    CHECK_FALSE(sealer.seal("a readable name", "c").contains("readable"));
}

TEST_CASE("another key, another place or any flipped byte is refused", "[crypto][sealing]")
{
    const AeadSealer sealer(newDataKey());
    const QByteArray sealed = sealer.seal("clear", "journal/7");
    const auto refused = [&](const Sealer &with, const QByteArray &bytes, const QByteArray &context) {
        const auto opened = with.open(bytes, context);
        return !opened && opened.error().code == ErrorCode::Damaged;
    };
    CHECK(refused(AeadSealer(newDataKey()), sealed, "journal/7"));
    CHECK(refused(sealer, sealed, "journal/8"));
    CHECK(refused(sealer, sealed, {}));
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray flipped = sealed;
        flipped[i] = static_cast<char>(flipped[i] ^ 0x40);
        CHECK(refused(sealer, flipped, "journal/7"));
    }
    for (qsizetype size = 0; size < sealed.size(); ++size)
        CHECK(refused(sealer, sealed.left(size), "journal/7"));
    CHECK(refused(sealer, sealed + 'x', "journal/7"));
}

TEST_CASE("a wrapped data key opens with its password alone", "[crypto][password]")
{
    const QByteArray dataKey = newDataKey();
    const auto document = wrapKey(dataKey, u"correct horse"_s, cheapKdfCostForTests());
    REQUIRE(document);
    CHECK_FALSE(document->contains(dataKey.toHex()));
    const auto opened = unwrapKey(*document, u"correct horse"_s);
    REQUIRE(opened);
    CHECK(*opened == dataKey);
    const auto wrong = unwrapKey(*document, u"correct house"_s);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == ErrorCode::NotAllowed);
}

TEST_CASE("a password typed through another input method is the same password", "[crypto][password]")
{
    const auto document = wrapKey(newDataKey(), u"ＡＢＣé密码"_s, cheapKdfCostForTests());
    REQUIRE(document);
    CHECK(unwrapKey(*document, u"ABCe\u0301密码"_s));
}

TEST_CASE("a damaged key document is told from a wrong password", "[crypto][password]")
{
    const auto document = wrapKey(newDataKey(), u"pw"_s, cheapKdfCostForTests());
    REQUIRE(document);
    const auto damaged = [](const QByteArray &bytes) {
        const auto opened = unwrapKey(bytes, u"pw"_s);
        return !opened && opened.error().code == ErrorCode::Damaged;
    };
    CHECK(damaged({}));
    CHECK(damaged("{}"));
    CHECK(damaged("not json"));
    CHECK(damaged(document->left(document->size() - 20)));
    QByteArray flipped = *document;
    const qsizetype at = flipped.indexOf("\"sealed\":\"") + 30;
    flipped[at] = flipped[at] == '0' ? '1' : '0';
    CHECK(damaged(flipped));
    QByteArray cheaper = *document;
    cheaper.replace("\"ops\":1", "\"ops\":2");
    CHECK(damaged(cheaper));
    QByteArray absurd = *document;
    absurd.replace("\"memory\":8192", "\"memory\":1099511627776");
    CHECK(damaged(absurd));
    CHECK_FALSE(wrapKey("short", u"pw"_s, cheapKdfCostForTests()));
}

TEST_CASE("a key document that would keep a laptop busy for minutes is a damaged one", "[crypto][password]")
{
    const auto document = wrapKey(newDataKey(), u"pw"_s, cheapKdfCostForTests());
    REQUIRE(document);
    const auto json = readJson(*document);
    const auto bytes = [&](QStringView name) { return QByteArray::fromHex(json->text(name)->toLatin1()); };
    const auto withCost = [&](qint64 ops, qint64 memory) {
        // The check holds no secret: whoever changes the cost can make it right.
        const QByteArray context =
            "ruhu-wrap-v1/" + QByteArray::number(ops) + '/' + QByteArray::number(memory) + '/' + bytes(u"salt").toHex();
        Json dear;
        dear.set(u"v"_s, 1)
            .set(u"kdf"_s, u"argon2id"_s)
            .set(u"ops"_s, std::int64_t{ops})
            .set(u"memory"_s, std::int64_t{memory})
            .set(u"salt"_s, *json->text(u"salt"))
            .set(u"sealed"_s, *json->text(u"sealed"))
            .set(u"check"_s, QString::fromLatin1(blake2b(QByteArray(context + bytes(u"sealed"))).toHex()));
        return writeJson(dear);
    };
    CHECK(withCost(1, 8192) == *document);
    CHECK(unwrapKey(withCost(64, 1024 * 1024 * 1024), u"pw"_s).error().code == ErrorCode::Damaged);
    CHECK(unwrapKey(withCost(4, 8192), u"pw"_s).error().code == ErrorCode::NotAllowed);
}

TEST_CASE("subkeys differ by purpose and by data key", "[crypto][sealing]")
{
    const QByteArray a(32, 'a');
    CHECK(subkey(a, purpose::kRows) == subkey(a, purpose::kRows));
    CHECK(subkey(a, purpose::kRows) != subkey(a, purpose::kMedia));
    CHECK(subkey(a, purpose::kRows) != subkey(QByteArray(32, 'b'), purpose::kRows));
    CHECK(subkey(a, purpose::kRows).size() == 32);
    CHECK(newDataKey() != newDataKey());
}

TEST_CASE("a server checks a password by its hash alone", "[crypto][password]")
{
    const auto hash = hashPassword(u"correct horse"_s, cheapKdfCostForTests());
    REQUIRE(hash);
    CHECK(hash->startsWith("$argon2id$"));
    CHECK(checkPassword(*hash, u"correct horse"_s));
    CHECK_FALSE(checkPassword(*hash, u"correct house"_s));
    CHECK_FALSE(checkPassword({}, u""_s));
    CHECK_FALSE(checkPassword("$argon2id$nonsense", u""_s));
    CHECK_FALSE(checkPassword(QByteArray(4000, 'x'), u""_s));
    const auto again = hashPassword(u"correct horse"_s, cheapKdfCostForTests());
    REQUIRE(again);
    CHECK(*again != *hash);
}

TEST_CASE("what it costs to try a password is read from its hash", "[crypto][password]")
{
    const KdfCost cheap = cheapKdfCostForTests();
    const auto cost = costOfHash(*hashPassword(u"correct horse"_s, cheap));
    REQUIRE(cost);
    CHECK(cost->ops == cheap.ops);
    CHECK(cost->memoryBytes == cheap.memoryBytes);
    for (const QByteArray &other :
         {QByteArray(), QByteArray("$argon2id$nonsense"), QByteArray("$argon2i$v=19$m=8,t=1,p=1$")})
        CHECK_FALSE(costOfHash(other));
}

TEST_CASE("tokens are long, url-safe and kept as a hash", "[crypto][token]")
{
    const QString token = newToken();
    CHECK(token.size() == 43);
    for (const QChar c : token)
        CHECK((c.isLetterOrNumber() || c == u'-' || c == u'_'));
    CHECK(token != newToken());
    CHECK(tokenHash(token).size() == 32);
    CHECK(tokenHash(token) == tokenHash(token));
    CHECK_FALSE(tokenHash(token).contains(token.toLatin1()));
}

TEST_CASE("one-time codes use an alphabet without look-alikes", "[crypto][token]")
{
    std::set<QString> seen;
    for (int i = 0; i < 200; ++i) {
        const QString code = newOneTimeCode();
        REQUIRE(code.size() == 14);
        for (qsizetype at = 0; at < code.size(); ++at) {
            if (at == 4 || at == 9)
                CHECK(code[at] == u'-');
            else
                CHECK(u"BCDFGHJKLMNPQRSTVWXZ"_s.contains(code[at]));
        }
        seen.insert(code);
    }
    CHECK(seen.size() == 200);
}

TEST_CASE("a code typed by hand equals the issued one", "[crypto][token]")
{
    CHECK(normaliseCode(u"BCDF-GHJK-LMNP"_s) == u"BCDFGHJKLMNP"_s);
    CHECK(normaliseCode(u" bcdf ghjk–lmnp "_s) == u"BCDFGHJKLMNP"_s);
    CHECK(normaliseCode(u"ＢＣＤＦ－ｇｈｊｋ＿lmnp"_s) == u"BCDFGHJKLMNP"_s);
    CHECK(normaliseCode(u"BCDF GHJK LMN?"_s) != u"BCDFGHJKLMN"_s);
    CHECK(normaliseCode({}).isEmpty());
}
