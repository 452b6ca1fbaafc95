// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/crypto/digest.h>

#include <ruhu_test/catch_qt.h>

#include <QBuffer>

using namespace ruhu;
using namespace ruhu::crypto;

namespace {

class BrokenDevice final : public QIODevice {
protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override { return -1; }
};

} // namespace

TEST_CASE("digests equal the published values", "[crypto][digest]")
{
    REQUIRE(initialise());
    CHECK(blake2b("").toHex() == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    CHECK(blake2b("abc").toHex() == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    CHECK(sha256(QByteArray("")).toHex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256(QByteArray("abc")).toHex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a device is hashed as its bytes, from where it stands", "[crypto][digest]")
{
    QByteArray bytes(200'000, 'x');
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::ReadOnly));
    const auto whole = sha256(buffer);
    REQUIRE(whole);
    CHECK(*whole == sha256(bytes));
    const auto rest = sha256(buffer);
    REQUIRE(rest);
    CHECK(*rest == sha256(QByteArray()));
}

TEST_CASE("a device that cannot be read is an error", "[crypto][digest]")
{
    BrokenDevice broken;
    REQUIRE(broken.open(QIODevice::ReadOnly));
    const auto hash = sha256(broken);
    REQUIRE_FALSE(hash);
    CHECK(hash.error().code == ErrorCode::Damaged);
}

TEST_CASE("the journal chain equals values computed by another program", "[crypto][chain]")
{
    CHECK(chainStart() == QByteArray(32, '\0'));
    const QByteArray first = chainNext(chainStart(), "first");
    CHECK(first.toHex() == "3274cf80e884d5eecc4b7e01ff5471e7c14a99be55228138a74f8a4b40c63a08");
    CHECK(chainNext(first, "").toHex() == "0aafb4c0e9b3fcf77a273dbd140ae60c06c2b12eaef12d4595769adfd59fc119");
}

TEST_CASE("moving a byte between two entries changes the chain", "[crypto][chain]")
{
    const QByteArray a = chainNext(chainNext(chainStart(), "ab"), "c");
    const QByteArray b = chainNext(chainNext(chainStart(), "a"), "bc");
    CHECK(a != b);
    CHECK(chainNext(chainNext(chainStart(), "one"), "two") != chainNext(chainNext(chainStart(), "two"), "one"));
}

TEST_CASE("the feed hash equals the value computed by another program", "[crypto][chain]")
{
    CHECK(feedNext(chainStart(), blake2b("abc")).toHex()
          == "6535b6ec4b492dfe60ff645c10a9afbc39ce11cd4c1c928599434d9a94f1cf72");
}

TEST_CASE("comparison in constant time tells equal from different", "[crypto][digest]")
{
    CHECK(equalConstantTime("same", "same"));
    CHECK_FALSE(equalConstantTime("same", "sane"));
    CHECK_FALSE(equalConstantTime("same", "same longer"));
    CHECK(equalConstantTime({}, {}));
}
