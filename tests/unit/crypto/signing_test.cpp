// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/crypto/digest.h>
#include <ruhu/crypto/signing.h>

#include <ruhu_test/catch_qt.h>

using namespace ruhu;
using namespace ruhu::crypto;

TEST_CASE("Ed25519 signs as in RFC 8032 7.1", "[crypto][signing]")
{
    struct Vector {
        QByteArray seed, publicKey, message, signature;
    };
    const auto row = GENERATE(
        Vector{
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f05"
            "95bbe24655141438e7a100b"},
        Vector{
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e97"
            "16ed28dc027beceea1ec40a"});
    const auto key = SigningKey::fromSeed(QByteArray::fromHex(row.seed));
    REQUIRE(key);
    CHECK(key->publicKey().toHex() == row.publicKey);
    CHECK(key->seed().toHex() == row.seed);
    const QByteArray message = QByteArray::fromHex(row.message);
    CHECK(key->sign(message).toHex() == row.signature);
    CHECK(verify(message, QByteArray::fromHex(row.signature), key->publicKey()));
}

TEST_CASE("a signature holds for its message and key alone", "[crypto][signing]")
{
    const SigningKey key = SigningKey::generate();
    const SigningKey other = SigningKey::generate();
    const QByteArray signature = key.sign("message");
    CHECK(verify("message", signature, key.publicKey()));
    CHECK_FALSE(verify("massage", signature, key.publicKey()));
    CHECK_FALSE(verify("message", signature, other.publicKey()));
    QByteArray flipped = signature;
    flipped[10] = static_cast<char>(flipped[10] ^ 1);
    CHECK_FALSE(verify("message", flipped, key.publicKey()));
}

TEST_CASE("malformed signatures and keys are refused, not followed", "[crypto][signing]")
{
    const SigningKey key = SigningKey::generate();
    const QByteArray signature = key.sign("m");
    CHECK_FALSE(verify("m", signature.left(63), key.publicKey()));
    CHECK_FALSE(verify("m", {}, key.publicKey()));
    CHECK_FALSE(verify("m", signature, key.publicKey().left(31)));
    // The neutral point as a key would make anything verify in a careless library.
    CHECK_FALSE(verify("m", QByteArray(64, '\0'), QByteArray(32, '\0')));
    const auto shortSeed = SigningKey::fromSeed("short");
    REQUIRE_FALSE(shortSeed);
    CHECK(shortSeed.error().code == ErrorCode::Damaged);
}

TEST_CASE("a key survives moving", "[crypto][signing]")
{
    SigningKey key = SigningKey::generate();
    const QByteArray publicKey = key.publicKey();
    const SigningKey moved = std::move(key);
    CHECK(moved.publicKey() == publicKey);
    CHECK(verify("m", moved.sign("m"), publicKey));
}

TEST_CASE("the run message binds device, incarnation, range and head", "[crypto][signing]")
{
    const QByteArray device(16, 'd');
    const QByteArray head(32, 'h');
    const QByteArray message = runMessage(device, 1, 2, 0x0102, head);
    CHECK(message
          == "ruhu-run-v1" + device
                 + QByteArray::fromHex("0100000000000000"
                                       "0200000000000000"
                                       "0201000000000000")
                 + head);
    CHECK(message != runMessage(device, 2, 2, 0x0102, head));
    CHECK(message != runMessage(device, 1, 1, 0x0102, head));
    CHECK(message != runMessage(QByteArray(16, 'e'), 1, 2, 0x0102, head));
    CHECK(message != runMessage(device, 1, 2, 0x0102, chainStart()));
}
