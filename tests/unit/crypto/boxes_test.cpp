// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>

#include <ruhu/crypto/boxes.h>
#include <ruhu/crypto/digest.h>

using namespace ruhu;
using namespace ruhu::crypto;

TEST_CASE("what is sealed for a key opens with its secret half alone", "[crypto][boxes]")
{
    REQUIRE(initialise());
    const BoxKey key = BoxKey::generate();
    const auto sealed = sealFor(key.publicKey(), "a data key");
    REQUIRE(sealed);
    CHECK_FALSE(sealed->contains("data"));
    CHECK(*sealFor(key.publicKey(), "a data key") != *sealed);
    CHECK(*key.open(*sealed) == "a data key");
    CHECK(*BoxKey::fromSecret(key.secret())->open(*sealed) == "a data key");
    CHECK(BoxKey::fromSecret(key.secret())->publicKey() == key.publicKey());
    CHECK(BoxKey::generate().open(*sealed).error().code == ErrorCode::Damaged);
    for (qsizetype i = 0; i < sealed->size(); ++i) {
        QByteArray flipped = *sealed;
        flipped[i] = static_cast<char>(flipped[i] ^ 1);
        CHECK_FALSE(key.open(flipped));
    }
    CHECK_FALSE(key.open(sealed->chopped(1)));
    CHECK_FALSE(key.open({}));
}

TEST_CASE("a key of another length is none", "[crypto][boxes]")
{
    REQUIRE(initialise());
    CHECK(BoxKey::fromSecret(QByteArray(31, 'x')).error().code == ErrorCode::Damaged);
    CHECK(sealFor(QByteArray(33, 'x'), "x").error().code == ErrorCode::InvalidInput);
    CHECK(sealFor(QByteArray(32, '\0'), "x").error().code == ErrorCode::InvalidInput); // a point of small order
}
