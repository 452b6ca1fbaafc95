// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "photo_parts.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

// Chunk structure: W3C PNG specification, clauses 5 and 11.
namespace ruhu::presentation {
namespace {

[[nodiscard]] std::array<quint32, 256> makeCrcTable()
{
    std::array<quint32, 256> table{};
    for (quint32 n = 0; n < 256; ++n) {
        quint32 c = n;
        for (int bit = 0; bit < 8; ++bit)
            c = (c & 1U) ? 0xEDB88320U ^ (c >> 1) : c >> 1;
        table[n] = c;
    }
    return table;
}

[[nodiscard]] quint32 crcOf(const QByteArray &bytes, qsizetype from, qsizetype count)
{
    static const std::array<quint32, 256> table = makeCrcTable();
    quint32 c = 0xFFFFFFFFU;
    for (qsizetype i = from; i < from + count; ++i)
        c = table[(c ^ static_cast<quint8>(bytes[i])) & 0xFFU] ^ (c >> 8);
    return c ^ 0xFFFFFFFFU;
}

/// Chunks that change how the picture looks; everything else that may be left out is left out.
[[nodiscard]] bool isKept(const QByteArray &type)
{
    static const std::array<const char *, 11> kept = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA",
                                                      "cHRM", "sRGB", "iCCP", "sBIT", "pHYs"};
    return std::any_of(kept.begin(), kept.end(), [&](const char *name) { return type == name; });
}

[[nodiscard]] bool isChunkName(const QByteArray &type)
{
    return std::all_of(type.begin(), type.end(),
                       [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

class PngCleaner {
public:
    explicit PngCleaner(const QByteArray &in) : m_in(in) { m_out.reserve(in.size()); }

    [[nodiscard]] Result<CleanPhoto> run()
    {
        m_out += m_in.left(8);
        while (!m_ended) {
            if (const auto done = chunk(); !done)
                return done.error();
        }
        if (!m_hasData)
            return broken(u"no picture in it"_s);
        return CleanPhoto{std::move(m_out), u"image/png"_s, m_width, m_height};
    }

private:
    [[nodiscard]] static Error broken(const QString &what) { return brokenPhoto(u"PNG"_s, what); }
    [[nodiscard]] Result<void> chunk()
    {
        if (m_at + 12 > m_in.size())
            return broken(u"cut off"_s);
        const qint64 length = bigEndian(m_in, m_at, 4);
        if (length > m_in.size() - m_at - 12)
            return broken(u"chunk longer than the file"_s);
        const QByteArray type = m_in.mid(m_at + 4, 4);
        if (!isChunkName(type))
            return broken(u"chunk name"_s);
        if (crcOf(m_in, m_at + 4, length + 4) != bigEndian(m_in, m_at + 8 + length, 4))
            return broken(u"checksum"_s);
        if (auto known = check(type, length); !known)
            return known;
        if (isKept(type))
            m_out += m_in.mid(m_at, length + 12);
        m_at += length + 12;
        return {};
    }

    [[nodiscard]] Result<void> check(const QByteArray &type, qint64 length)
    {
        const bool first = m_width == 0;
        if (first != (type == "IHDR"))
            return broken(u"header not at the start, or twice"_s);
        if (type == "IHDR")
            return readHeader(length);
        m_hasData = m_hasData || type == "IDAT";
        m_ended = type == "IEND";
        // A capital first letter means the picture cannot be shown without knowing the chunk.
        const bool needed = type[0] >= 'A' && type[0] <= 'Z';
        if (needed && !isKept(type))
            return broken(u"unknown chunk"_s);
        return {};
    }

    [[nodiscard]] Result<void> readHeader(qint64 length)
    {
        if (length != 13)
            return broken(u"header"_s);
        const quint32 width = bigEndian(m_in, m_at + 8, 4);
        const quint32 height = bigEndian(m_in, m_at + 12, 4);
        if (width == 0 || height == 0)
            return broken(u"empty picture"_s);
        if (!isPlausibleSize(width, height))
            return Error{ErrorCode::TooLarge, u"picture dimensions"_s, u"photo"_s};
        m_width = static_cast<int>(width);
        m_height = static_cast<int>(height);
        return {};
    }

    const QByteArray &m_in;
    QByteArray m_out;
    qsizetype m_at = 8;
    int m_width = 0;
    int m_height = 0;
    bool m_hasData = false;
    bool m_ended = false;
};

} // namespace

Result<CleanPhoto> cleanPng(const QByteArray &bytes)
{
    return PngCleaner(bytes).run();
}

} // namespace ruhu::presentation
