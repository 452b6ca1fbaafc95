// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sheet.h"

#include <QPaintDevice>
#include <QStringList>

namespace ruhu::report {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qreal kMmPerInch = 25.4;
constexpr qreal kMmPerPoint = kMmPerInch / 72;

[[nodiscard]] qreal points(Sheet::Type type)
{
    switch (type) {
    case Sheet::Type::Title:
        return 20;
    case Sheet::Type::Heading:
        return 11.5;
    case Sheet::Type::Body:
        return 9.5;
    case Sheet::Type::Small:
        return 8.5;
    case Sheet::Type::Tiny:
        return 7;
    }
    return 9.5;
}

} // namespace

Sheet::Sheet(QPaintDevice &device) : m_device(device), m_perMm(device.logicalDpiX() / kMmPerInch) {}

QFont Sheet::font(Type type, bool bold) const
{
    QFont font;
    // The first family is the one whose characters can be searched in a file of QPdfWriter: that writer guesses
    // the text back from the font, and with Noto CJK it comes out as other characters, digits not at all.
    font.setFamilies({u"WenQuanYi Micro Hei"_s, u"WenQuanYi Zen Hei"_s, u"Noto Sans CJK SC"_s, u"sans-serif"_s});
    font.setPixelSize(qRound(mm(points(type) * kMmPerPoint)));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

qreal Sheet::pitch(Type type) const
{
    constexpr qreal lines = 1.32;
    return mm(points(type) * kMmPerPoint) * lines;
}

} // namespace ruhu::report
