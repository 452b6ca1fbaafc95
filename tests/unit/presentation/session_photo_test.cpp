// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/base/random.h>
#include <ruhu/presentation/papers.h>

#include <ruhu_test/catch_qt.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using presentation::cleanPhoto;

namespace {

[[nodiscard]] QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

[[nodiscard]] QByteArray segment(quint8 marker, const QByteArray &body)
{
    const auto length = body.size() + 2;
    QByteArray bytes = hex("ff") + static_cast<char>(marker);
    bytes += static_cast<char>(length >> 8);
    bytes += static_cast<char>(length & 0xFF);
    return bytes + body;
}

[[nodiscard]] QByteArray frame(int width = 64, int height = 48)
{
    QByteArray body = hex("08");
    for (const int side : {height, width}) {
        body += static_cast<char>(side >> 8);
        body += static_cast<char>(side & 0xFF);
    }
    return segment(0xC0, body + hex("01011100"));
}

[[nodiscard]] QByteArray scan()
{
    return segment(0xDA, hex("010100003f00")) + hex("12ff00345678ffd09abc");
}

[[nodiscard]] QByteArray jpeg(const QByteArray &extra, const QByteArray &trailer = {})
{
    const QByteArray jfif = segment(0xE0, QByteArray("JFIF\0\1\1\0\0\1\0\1\0\0", 14));
    return hex("ffd8") + jfif + extra + segment(0xDB, QByteArray(65, '\1')) + frame()
           + segment(0xC4, QByteArray(20, '\2')) + scan() + hex("ffd9") + trailer;
}

[[nodiscard]] quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1U) ? 0xEDB88320U ^ (crc >> 1) : crc >> 1;
    }
    return crc ^ 0xFFFFFFFFU;
}

[[nodiscard]] QByteArray number(quint32 value)
{
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>((value >> shift) & 0xFFU);
    return bytes;
}

[[nodiscard]] QByteArray chunk(const QByteArray &type, const QByteArray &body)
{
    const QByteArray named = type + body;
    return number(static_cast<quint32>(body.size())) + named + number(crcOf(named));
}

[[nodiscard]] QByteArray header(quint32 width, quint32 height)
{
    return chunk("IHDR", number(width) + number(height) + hex("0802000000"));
}

[[nodiscard]] QByteArray png(const QByteArray &extra = {}, const QByteArray &trailer = {})
{
    return hex("89504e470d0a1a0a") + header(2, 3) + extra + chunk("IDAT", qCompress(QByteArray(21, '\0')).mid(4))
           + chunk("IEND", {}) + trailer;
}

[[nodiscard]] ErrorCode codeOf(const QByteArray &bytes)
{
    const auto cleaned = cleanPhoto(bytes);
    REQUIRE_FALSE(cleaned);
    return cleaned.error().code;
}

} // namespace

TEST_CASE("a JPEG keeps its picture and loses place, comments, maker's data and what follows its end",
          "[presentation][photo]")
{
    const QByteArray secret = "GPS 30.27 N 120.15 E";
    const QByteArray dirty = jpeg(segment(0xE1, "http://ns.adobe.com/xap/1.0/" + secret) + segment(0xE5, secret)
                                      + segment(0xFE, secret) + segment(0xE2, "MPF" + secret),
                                  secret);
    const auto cleaned = cleanPhoto(dirty);
    REQUIRE(cleaned);
    CHECK(cleaned->mime == u"image/jpeg"_s);
    CHECK(cleaned->width == 64);
    CHECK(cleaned->height == 48);
    CHECK_FALSE(cleaned->bytes.contains(secret));
    CHECK(cleaned->bytes == jpeg({}));
}

TEST_CASE("a JPEG keeps what its colours need", "[presentation][photo]")
{
    const QByteArray profile = segment(0xE2, QByteArray("ICC_PROFILE\0\1\1colours", 21));
    const QByteArray adobe = segment(0xEE, QByteArray("Adobe\0\144\0\0\0\0\1", 12));
    const auto cleaned = cleanPhoto(jpeg(profile + adobe));
    REQUIRE(cleaned);
    CHECK(cleaned->bytes.contains(profile));
    CHECK(cleaned->bytes.contains(adobe));
}

TEST_CASE("of EXIF only the orientation stays, so that a phone's picture stands upright", "[presentation][photo]")
{
    // Little-endian directory: a maker's name, then orientation 6.
    const QByteArray tiff = hex("49492a0008000000"
                                "0200"
                                "0f01"
                                "0200"
                                "04000000"
                                "41424300"
                                "1201"
                                "0300"
                                "01000000"
                                "06000000"
                                "00000000")
                            + "GPS 30.27 N";
    const auto cleaned = cleanPhoto(jpeg(segment(0xE1, QByteArray("Exif\0\0", 6) + tiff)));
    REQUIRE(cleaned);
    CHECK_FALSE(cleaned->bytes.contains("GPS"));
    CHECK(cleaned->bytes.contains(hex("0112"
                                      "0003"
                                      "00000001"
                                      "0006")));
    SECTION("and cleaning again changes nothing")
    {
        const auto again = cleanPhoto(cleaned->bytes);
        REQUIRE(again);
        CHECK(again->bytes == cleaned->bytes);
    }
    SECTION("a directory that points outside is no orientation and no crash")
    {
        QByteArray broken = tiff;
        broken[4] = '\xf0';
        const auto without = cleanPhoto(jpeg(segment(0xE1, QByteArray("Exif\0\0", 6) + broken)));
        REQUIRE(without);
        CHECK(without->bytes == jpeg({}));
    }
}

TEST_CASE("a PNG keeps what shows the picture and loses texts and times", "[presentation][photo]")
{
    const QByteArray dirty =
        png(chunk("tEXt", "Author\0somebody") + chunk("eXIf", "GPS") + chunk("gAMA", number(45455)), "tail");
    const auto cleaned = cleanPhoto(dirty);
    REQUIRE(cleaned);
    CHECK(cleaned->mime == u"image/png"_s);
    CHECK(cleaned->width == 2);
    CHECK(cleaned->height == 3);
    CHECK(cleaned->bytes == png(chunk("gAMA", number(45455))));
}

TEST_CASE("what is no picture is refused with a reason", "[presentation][photo]")
{
    CHECK(codeOf({}) == ErrorCode::InvalidInput);
    CHECK(codeOf("GIF89a") == ErrorCode::InvalidInput);
    CHECK(codeOf(hex("ffd8ff")) == ErrorCode::InvalidInput);
    CHECK(codeOf(hex("ffd8ffd9")) == ErrorCode::InvalidInput);
    CHECK(codeOf(hex("89504e470d0a1a0a")) == ErrorCode::InvalidInput);
    SECTION("a picture without its end")
    {
        QByteArray cut = jpeg({});
        cut.chop(2);
        CHECK(codeOf(cut) == ErrorCode::InvalidInput);
    }
    SECTION("a checksum that does not hold")
    {
        QByteArray flipped = png();
        flipped[20] = 'x';
        CHECK(codeOf(flipped) == ErrorCode::InvalidInput);
    }
    SECTION("a chunk that must be understood and is not")
    {
        CHECK(codeOf(png(chunk("ABCD", "?"))) == ErrorCode::InvalidInput);
    }
    SECTION("dimensions that would fill the memory")
    {
        CHECK(codeOf(hex("89504e470d0a1a0a") + header(100'000, 100'000)) == ErrorCode::TooLarge);
        CHECK(codeOf(hex("ffd8") + frame(60'000, 60'000)) == ErrorCode::TooLarge);
    }
    SECTION("more than 12 MB")
    {
        CHECK(codeOf(jpeg(QByteArray(12 * 1024 * 1024, 'x'))) == ErrorCode::TooLarge);
    }
}

TEST_CASE("no damaged picture crashes the cleaner, and what it lets through it lets through again",
          "[presentation][photo]")
{
    SeededRandom random(20261122);
    const QByteArray good[] = {jpeg(segment(0xE1, QByteArray("Exif\0\0II*\0\10\0\0\0\1\0", 16) + QByteArray(20, '\1'))),
                               png()};
    int passed = 0;
    for (int round = 0; round < 4000; ++round) {
        QByteArray bytes = good[round % 2];
        const auto changes = 1 + random.below(4);
        for (std::uint64_t i = 0; i < changes; ++i)
            bytes[static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(bytes.size())))] =
                static_cast<char>(random.below(256));
        if (random.below(3) == 0)
            bytes.truncate(static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(bytes.size()))));
        const auto cleaned = cleanPhoto(bytes);
        if (!cleaned)
            continue;
        ++passed;
        const auto again = cleanPhoto(cleaned->bytes);
        REQUIRE(again);
        REQUIRE(again->bytes == cleaned->bytes);
    }
    CHECK(passed > 0);
}
