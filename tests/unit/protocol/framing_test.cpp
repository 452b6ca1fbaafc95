// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>

#include <ruhu/base/random.h>
#include <ruhu/protocol/framing.h>

#include <zstd.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::protocol;

namespace {

QByteArray packPlain(const QByteArray &bytes)
{
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(bytes.size()))), '\0');
    const std::size_t size = ZSTD_compress(packed.data(), static_cast<std::size_t>(packed.size()), bytes.constData(),
                                           static_cast<std::size_t>(bytes.size()), 3);
    packed.resize(static_cast<qsizetype>(size));
    return packed;
}

/// A frame that does not say how much it unpacks to.
QByteArray packWithoutSize(const QByteArray &bytes)
{
    ZSTD_CCtx *context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(bytes.size()))), '\0');
    const std::size_t size = ZSTD_compress2(context, packed.data(), static_cast<std::size_t>(packed.size()),
                                            bytes.constData(), static_cast<std::size_t>(bytes.size()));
    ZSTD_freeCCtx(context);
    packed.resize(static_cast<qsizetype>(size));
    return packed;
}

ErrorCode refusal(const QByteArray &packed, qsizetype maxBytes)
{
    const auto result = decompress(packed, maxBytes);
    REQUIRE_FALSE(result);
    return result.error().code;
}

} // namespace

TEST_CASE("parts come back in their order and with their bytes", "[protocol][framing]")
{
    const std::vector<QByteArray> parts{"one", "", QByteArray("\0\xff", 2), QByteArray(70'000, 'x')};
    const auto split = splitFrames(joinFrames(parts), 4, 70'000);
    REQUIRE(split);
    CHECK(*split == parts);
    CHECK(joinFrames({"ab"}) == QByteArray("\2\0\0\0ab", 6));
    const auto nothing = splitFrames({}, 0, 0);
    REQUIRE(nothing);
    CHECK(nothing->empty());
}

TEST_CASE("parts that are cut anywhere are refused or are fewer whole parts", "[protocol][framing]")
{
    const QByteArray bytes = joinFrames({"first", "second"});
    for (qsizetype length = 1; length < bytes.size(); ++length) {
        const auto split = splitFrames(bytes.left(length), 10, 100);
        CAPTURE(length);
        if (length == 9) // exactly the first part
            CHECK((split && split->size() == 1));
        else
            CHECK((!split && split.error().code == ErrorCode::InvalidInput));
    }
}

TEST_CASE("too many or too long parts are refused before they are copied", "[protocol][framing]")
{
    const auto refused = [](const QByteArray &bytes, qsizetype frames, qsizetype size) {
        const auto split = splitFrames(bytes, frames, size);
        return split ? ErrorCode::Internal : split.error().code;
    };
    const QByteArray three = joinFrames({"a", "b", "c"});
    CHECK(splitFrames(three, 3, 1));
    CHECK(refused(three, 2, 1) == ErrorCode::TooLarge);
    CHECK(refused(three, 3, 0) == ErrorCode::TooLarge);
    CHECK(refused(QByteArray::fromHex("ffffffff") + "x", 3, 1000) == ErrorCode::TooLarge);
    CHECK(refused(QByteArray::fromHex("00000080") + "x", 3, 1000) == ErrorCode::TooLarge);
}

TEST_CASE("packed bytes unpack to what they were", "[protocol][framing]")
{
    SeededRandom random(5);
    for (const QByteArray &bytes : {QByteArray(), QByteArray("x"), QByteArray(300'000, 'y'), random.bytes(200'000)}) {
        const auto unpacked = decompress(compress(bytes), bytes.size());
        REQUIRE(unpacked);
        CHECK(*unpacked == bytes);
    }
    CHECK(compress(QByteArray(300'000, 'y')).size() < 1000);
}

TEST_CASE("unpacking stops at its limit", "[protocol][framing]")
{
    const QByteArray bytes(100'000, 'y');
    CHECK(refusal(compress(bytes), 99'999) == ErrorCode::TooLarge);
    CHECK(refusal(packWithoutSize(bytes), 99'999) == ErrorCode::TooLarge);
    CHECK(decompress(packWithoutSize(bytes), 100'000));
    CHECK(refusal(compress("x"), 0) == ErrorCode::TooLarge);
    // 256 MiB of zeros in a few kB.
    const QByteArray bomb = packWithoutSize(QByteArray(256 * 1024 * 1024, '\0'));
    REQUIRE(bomb.size() < 64 * 1024);
    CHECK(refusal(bomb, kMaxRunBytes) == ErrorCode::TooLarge);
}

TEST_CASE("only one whole frame unpacks", "[protocol][framing]")
{
    const QByteArray packed = compress("some text that is long enough to be packed packed packed packed");
    for (qsizetype length = 0; length < packed.size(); ++length) {
        CAPTURE(length);
        CHECK(refusal(packed.left(length), 1000) == ErrorCode::InvalidInput);
    }
    CHECK(refusal(packed + "x", 1000) == ErrorCode::InvalidInput);
    CHECK(refusal(packed + packed, 1000) == ErrorCode::InvalidInput);
    CHECK(refusal("not packed at all", 1000) == ErrorCode::InvalidInput);
    // A frame to be skipped, then a good one.
    CHECK(refusal(QByteArray::fromHex("502a4d1804000000") + "skip" + packed, 1000) == ErrorCode::InvalidInput);
    CHECK(decompress(packPlain("without a checksum"), 1000));
}

TEST_CASE("a flipped bit in a packed message is noticed", "[protocol][framing]")
{
    const QByteArray bytes = "an event body, another event body, a third event body and some more of it";
    const QByteArray packed = compress(bytes);
    for (qsizetype at = 0; at < packed.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray changed = packed;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            const auto unpacked = decompress(changed, 1000);
            CAPTURE(at, bit);
            CHECK((!unpacked || *unpacked == bytes));
        }
    }
}
