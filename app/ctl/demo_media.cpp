// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo_media.h"

#include <ruhu/base/random.h>

#include <cmath>

namespace ruhu::ctl {
namespace {

constexpr int kWidth = 480;
constexpr int kHeight = 360;

struct Colour {
    quint8 red = 0, green = 0, blue = 0;
};

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

[[nodiscard]] QByteArray bigEndian(quint32 value)
{
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>((value >> shift) & 0xFFU);
    return bytes;
}

[[nodiscard]] QByteArray chunk(const QByteArray &type, const QByteArray &body)
{
    const QByteArray named = type + body;
    return bigEndian(static_cast<quint32>(body.size())) + named + bigEndian(crcOf(named));
}

/// Rows of RGB bytes, each with the filter byte PNG wants in front.
class Canvas {
public:
    Canvas() : m_rows(kHeight * (1 + kWidth * 3), '\0') {}

    void fill(int left, int top, int width, int height, Colour colour)
    {
        for (int y = std::max(0, top); y < std::min(kHeight, top + height); ++y) {
            for (int x = std::max(0, left); x < std::min(kWidth, left + width); ++x) {
                const int at = y * (1 + kWidth * 3) + 1 + x * 3;
                m_rows[at] = static_cast<char>(colour.red);
                m_rows[at + 1] = static_cast<char>(colour.green);
                m_rows[at + 2] = static_cast<char>(colour.blue);
            }
        }
    }

    [[nodiscard]] QByteArray png() const
    {
        QByteArray header = bigEndian(kWidth) + bigEndian(kHeight);
        header += QByteArray::fromHex("0802000000"); // 8 bit RGB, no interlace
        // qCompress() puts the length before the zlib stream.
        return QByteArray::fromHex("89504e470d0a1a0a") + chunk("IHDR", header)
               + chunk("IDAT", qCompress(m_rows, 9).mid(4)) + chunk("IEND", {});
    }

private:
    QByteArray m_rows;
};

void drawBox(Canvas &canvas, int left, int top, SeededRandom &random)
{
    canvas.fill(left + 5, top + 6, 200, 120, {176, 176, 170}); // shadow
    canvas.fill(left, top, 200, 120, {246, 246, 242});
    canvas.fill(left, top, 200, 4, {222, 222, 216});
    for (int i = 0; i < 5; ++i) {
        const bool lit = random.below(4) != 0;
        canvas.fill(left + 18 + i * 22, top + 18, 9, 9, lit ? Colour{64, 170, 92} : Colour{190, 190, 186});
    }
    for (int i = 0; i < 4; ++i)
        canvas.fill(left + 18 + i * 44, top + 74, 32, 26, {70, 72, 76});
    // A serial label: bars that differ from picture to picture.
    for (int i = 0; i < 32; ++i) {
        if (random.below(2) == 0)
            canvas.fill(left + 18 + i * 4, top + 42, 3, 18, {40, 42, 46});
    }
}

[[nodiscard]] std::int64_t clampPad(double value)
{
    return std::clamp<std::int64_t>(std::llround(value), 0, 10'000);
}

} // namespace

QByteArray drawnPhoto(std::uint64_t seed)
{
    SeededRandom random(seed);
    Canvas canvas;
    const auto tint = static_cast<quint8>(random.below(14));
    canvas.fill(0, 0, kWidth, kHeight, {static_cast<quint8>(224 + tint), 224, static_cast<quint8>(214 + tint)});
    canvas.fill(0, kHeight - 46, kWidth, 8, {188, 182, 170}); // skirting
    canvas.fill(0, kHeight - 38, kWidth, 38, {150, 120, 88});
    const int left = 60 + static_cast<int>(random.below(160));
    const int top = 60 + static_cast<int>(random.below(80));
    drawBox(canvas, left, top, random);
    canvas.fill(left + 96, top + 120, 5, kHeight - 46 - top - 120, {236, 200, 70}); // fibre down the wall
    canvas.fill(left - 44, kHeight - 110, 36, 36, {250, 250, 248}); // wall socket
    canvas.fill(left - 34, kHeight - 98, 5, 12, {60, 60, 60});
    canvas.fill(left - 23, kHeight - 98, 5, 12, {60, 60, 60});
    return canvas.png();
}

std::vector<domain::Stroke> drawnSignature(std::uint64_t seed)
{
    SeededRandom random(seed);
    std::vector<domain::Stroke> strokes;
    std::int64_t time = 0;
    double x = 1'200;
    const int count = 4 + static_cast<int>(random.below(3));
    for (int s = 0; s < count; ++s) {
        domain::Stroke stroke;
        const double height = 900 + static_cast<double>(random.below(2'200));
        const double width = 700 + static_cast<double>(random.below(700));
        const double turns = 1 + static_cast<double>(random.below(3));
        for (int i = 0; i <= 24; ++i) {
            const double part = i / 24.0;
            const double y = 5'000 + height * std::sin(part * turns * 6.283);
            const auto pressure = static_cast<std::int64_t>(400 + random.below(400));
            stroke.push_back({clampPad(x + part * width), clampPad(y), time, pressure});
            time += 12;
        }
        strokes.push_back(std::move(stroke));
        x += width * 0.85;
        time += 140;
    }
    return strokes;
}

} // namespace ruhu::ctl
