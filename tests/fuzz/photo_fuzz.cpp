// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: a picture is taken only with plausible dimensions, and what is kept of it has nothing more to remove: cleaning
// it again changes no byte. No comment, place or maker's data gets through.

#include "fuzz.h"

#include <ruhu/presentation/papers.h>

#include <array>

using namespace ruhu;
using namespace ruhu::fuzz;

namespace {

constexpr qsizetype kOrientationSegment = 36;

quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1U) ? 0xEDB88320U ^ (crc >> 1) : crc >> 1;
    }
    return crc ^ 0xFFFFFFFFU;
}

/// A mutation never guesses a checksum; with good ones it gets past the first look.
QByteArray withGoodChecksums(QByteArray png)
{
    qsizetype at = 8;
    while (at + 12 <= png.size()) {
        const auto byte = [&](qsizetype i) { return static_cast<quint32>(static_cast<quint8>(png[at + i])); };
        const qsizetype length = (byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3);
        if (length > png.size() - at - 12)
            break;
        const quint32 crc = crcOf(png.mid(at + 4, length + 4));
        for (int i = 0; i < 4; ++i)
            png[at + 8 + length + i] = static_cast<char>((crc >> (24 - 8 * i)) & 0xFFU);
        at += length + 12;
    }
    return png;
}

void requireClean(const QByteArray &bytes)
{
    const auto photo = presentation::cleanPhoto(bytes);
    if (!photo) {
        requireRefusal(photo.error());
        return;
    }
    require(photo->width > 0 && photo->height > 0, "a picture has a size");
    require(qint64{photo->width} * photo->height <= 100'000'000, "a picture can be shown");
    require(photo->bytes.size() <= bytes.size() + kOrientationSegment, "cleaning adds an orientation at most");
    const auto again = presentation::cleanPhoto(photo->bytes);
    require(again && again->bytes == photo->bytes, "a clean picture stays as it is");
    require(again->width == photo->width && again->height == photo->height, "the picture is the same");
    require(again->mime == photo->mime, "the kind is the same");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    requireClean(bytes);
    if (bytes.startsWith("\x89PNG"))
        requireClean(withGoodChecksums(bytes));
    return 0;
}
