// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "photo_parts.h"

#include <optional>

using namespace Qt::Literals::StringLiterals;

// Segment structure: ITU-T T.81 annex B. EXIF: JEITA CP-3451.
namespace ruhu::presentation {
namespace {

enum Marker : quint8 {
    Sof0 = 0xC0,
    Dht = 0xC4,
    Jpg = 0xC8,
    Dac = 0xCC,
    Eoi = 0xD9,
    Sos = 0xDA,
    App0 = 0xE0,
    App1 = 0xE1,
    App2 = 0xE2,
    App14 = 0xEE,
    App15 = 0xEF,
    Com = 0xFE
};

[[nodiscard]] bool isFrame(quint8 marker)
{
    return marker >= Sof0 && marker <= 0xCF && marker != Dht && marker != Jpg && marker != Dac;
}

[[nodiscard]] bool standsAlone(quint8 marker)
{
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

/// 1…8 of a TIFF block, nothing when there is none or the block is not well-formed.
[[nodiscard]] std::optional<quint8> tiffOrientation(const QByteArray &tiff)
{
    if (tiff.size() < 8)
        return std::nullopt;
    const bool little = tiff.startsWith("II");
    if (!little && !tiff.startsWith("MM"))
        return std::nullopt;
    const auto number = [&](qsizetype at, int count) {
        quint32 value = 0;
        for (int i = 0; i < count; ++i)
            value = (value << 8) | static_cast<quint8>(tiff[at + (little ? count - 1 - i : i)]);
        return value;
    };
    const qsizetype directory = number(4, 4);
    if (directory < 8 || directory + 2 > tiff.size())
        return std::nullopt;
    const qsizetype entries = number(directory, 2);
    if (directory + 2 + entries * 12 > tiff.size())
        return std::nullopt;
    for (qsizetype i = 0; i < entries; ++i) {
        const qsizetype at = directory + 2 + i * 12;
        const quint32 value = number(at + 8, 2);
        if (number(at, 2) == 0x0112 && number(at + 2, 2) == 3 && value >= 1 && value <= 8)
            return static_cast<quint8>(value);
    }
    return std::nullopt;
}

/// EXIF with the orientation alone: without it pictures of most phones would lie on their side.
[[nodiscard]] QByteArray orientationSegment(quint8 orientation)
{
    QByteArray segment = QByteArray::fromHex("ffe10022457869660000" // APP1, 34 bytes, "Exif\0\0"
                                             "4d4d002a00000008" // big-endian TIFF, first directory at 8
                                             "0001"
                                             "0112"
                                             "0003"
                                             "00000001"); // one entry: orientation, one SHORT
    segment += '\0';
    segment += static_cast<char>(orientation);
    segment += QByteArray(6, '\0'); // rest of the value, no further directory
    return segment;
}

class JpegCleaner {
public:
    explicit JpegCleaner(const QByteArray &in) : m_in(in) { m_out.reserve(in.size()); }

    [[nodiscard]] Result<CleanPhoto> run()
    {
        m_out += m_in.left(2);
        for (;;) {
            const auto marker = nextMarker();
            if (!marker)
                return broken(u"no marker where one must be"_s);
            if (*marker == Eoi)
                return finish();
            if (standsAlone(*marker))
                return broken(u"misplaced marker"_s);
            if (const auto done = segment(*marker); !done)
                return done.error();
        }
    }

private:
    [[nodiscard]] static Error broken(const QString &what) { return brokenPhoto(u"JPEG"_s, what); }
    [[nodiscard]] std::optional<quint8> nextMarker()
    {
        if (m_at + 2 > m_in.size() || static_cast<quint8>(m_in[m_at]) != 0xFF)
            return std::nullopt;
        // Any number of fill bytes may stand before a marker.
        while (m_at < m_in.size() && static_cast<quint8>(m_in[m_at]) == 0xFF)
            ++m_at;
        if (m_at >= m_in.size())
            return std::nullopt;
        return static_cast<quint8>(m_in[m_at++]);
    }

    [[nodiscard]] Result<void> segment(quint8 marker)
    {
        if (m_at + 2 > m_in.size())
            return broken(u"cut off"_s);
        const qsizetype length = bigEndian(m_in, m_at, 2);
        if (length < 2 || m_at + length > m_in.size())
            return broken(u"segment longer than the file"_s);
        const QByteArray body = m_in.mid(m_at + 2, length - 2);
        m_at += length;
        if (isFrame(marker)) {
            if (auto size = readFrame(body); !size)
                return size;
        }
        keep(marker, body);
        return marker == Sos ? scan() : Result<void>();
    }

    [[nodiscard]] Result<void> readFrame(const QByteArray &body)
    {
        if (body.size() < 6 || m_width > 0)
            return broken(u"frame header"_s);
        const quint32 height = bigEndian(body, 1, 2);
        const quint32 width = bigEndian(body, 3, 2);
        if (!isPlausibleSize(width, height))
            return Error{ErrorCode::TooLarge, u"picture dimensions"_s, u"photo"_s};
        m_width = static_cast<int>(width);
        m_height = static_cast<int>(height);
        return {};
    }

    void keep(quint8 marker, const QByteArray &body)
    {
        if (marker == App0) {
            // Without its thumbnail, which would show what was cropped away.
            if (body.startsWith("JFIF") && body.size() >= 14)
                write(marker, body.left(12) + QByteArray(2, '\0'));
            return;
        }
        if (marker == App1) {
            if (body.startsWith(QByteArray::fromRawData("Exif\0\0", 6)) && !m_orientation)
                keepOrientation(body.mid(6));
            return;
        }
        const bool colour = (marker == App2 && body.startsWith(QByteArray::fromRawData("ICC_PROFILE\0", 12)))
                            || (marker == App14 && body.startsWith("Adobe") && body.size() >= 12);
        if (colour)
            write(marker, marker == App14 ? body.left(12) : body);
        else if ((marker < App1 || marker > App15) && marker != Com)
            write(marker, body);
    }

    void keepOrientation(const QByteArray &tiff)
    {
        m_orientation = tiffOrientation(tiff);
        if (m_orientation && *m_orientation != 1)
            m_out += orientationSegment(*m_orientation);
    }

    void write(quint8 marker, const QByteArray &body)
    {
        const qsizetype length = body.size() + 2;
        m_out += '\xff';
        m_out += static_cast<char>(marker);
        m_out += static_cast<char>(length >> 8);
        m_out += static_cast<char>(length & 0xFF);
        m_out += body;
    }

    /// Entropy-coded bytes up to the next real marker.
    [[nodiscard]] Result<void> scan()
    {
        if (m_width == 0)
            return broken(u"scan before its frame"_s);
        m_hasScan = true;
        const qsizetype start = m_at;
        while (m_at + 1 < m_in.size()) {
            const auto next = static_cast<quint8>(m_in[m_at + 1]);
            const bool inside =
                static_cast<quint8>(m_in[m_at]) != 0xFF || next == 0 || next == 0xFF || (next >= 0xD0 && next <= 0xD7);
            if (!inside) {
                m_out += m_in.mid(start, m_at - start);
                return {};
            }
            ++m_at;
        }
        return broken(u"cut off inside the picture"_s);
    }

    /// Whatever follows the end of the picture (previews, maker's data) is left behind.
    [[nodiscard]] Result<CleanPhoto> finish()
    {
        if (!m_hasScan)
            return broken(u"no picture in it"_s);
        m_out += QByteArray::fromRawData("\xff\xd9", 2);
        return CleanPhoto{std::move(m_out), u"image/jpeg"_s, m_width, m_height};
    }

    const QByteArray &m_in;
    QByteArray m_out;
    qsizetype m_at = 2;
    int m_width = 0;
    int m_height = 0;
    bool m_hasScan = false;
    std::optional<quint8> m_orientation;
};

} // namespace

Result<CleanPhoto> cleanJpeg(const QByteArray &bytes)
{
    return JpegCleaner(bytes).run();
}

} // namespace ruhu::presentation
