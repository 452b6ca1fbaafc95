// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>

class QPaintDevice;

namespace ruhu::report {

/// The grid, the type scale and the tones of a page, in device units. One place for every number of the look.
class Sheet {
public:
    explicit Sheet(QPaintDevice &device);

    [[nodiscard]] qreal mm(qreal millimetres) const { return millimetres * m_perMm; }
    [[nodiscard]] QPaintDevice &device() const { return m_device; }

    enum class Type { Title, Heading, Body, Small, Tiny };
    [[nodiscard]] QFont font(Type type, bool bold = false) const;
    /// Line pitch: room for Chinese and for accents, without gaps in a dense table.
    [[nodiscard]] qreal pitch(Type type) const;

    // A4 in portrait; margins of the paper.
    [[nodiscard]] qreal left() const { return mm(kSide); }
    [[nodiscard]] qreal width() const { return mm(kPaperWidth - 2 * kSide); }
    [[nodiscard]] qreal right() const { return left() + width(); }
    [[nodiscard]] qreal top() const { return mm(kTop); }
    /// Where the content begins on the first page is asked of the header; on later pages it is this.
    [[nodiscard]] qreal laterTop() const { return mm(kTop + kRunningHeader); }
    [[nodiscard]] qreal bottom() const { return mm(kPaperHeight - kBottom - kFooter); }
    [[nodiscard]] qreal footerTop() const { return mm(kPaperHeight - kBottom - kFooter + 3); }

    // Columns of a row.
    [[nodiscard]] qreal labelWidth() const { return width() * 0.42; }
    [[nodiscard]] qreal valueLeft() const { return left() + width() * 0.45; }
    [[nodiscard]] qreal valueWidth() const { return width() * 0.39; }
    [[nodiscard]] qreal wideWidth() const { return right() - valueLeft(); }
    [[nodiscard]] qreal markLeft() const { return left() + width() * 0.87; }
    [[nodiscard]] qreal rowPadding() const { return mm(0.85); }
    [[nodiscard]] qreal sectionGap() const { return mm(5); }

    static QColor ink() { return {0x14, 0x18, 0x1a}; }
    static QColor muted() { return {0x50, 0x58, 0x5c}; }
    static QColor hairline() { return {0xc8, 0xcd, 0xcf}; }
    static QColor accent() { return {0x0b, 0x5f, 0x58}; }

private:
    static constexpr qreal kPaperWidth = 210;
    static constexpr qreal kPaperHeight = 297;
    static constexpr qreal kSide = 18;
    static constexpr qreal kTop = 14;
    static constexpr qreal kBottom = 12;
    static constexpr qreal kFooter = 11;
    static constexpr qreal kRunningHeader = 11;

    QPaintDevice &m_device;
    qreal m_perMm;
};

} // namespace ruhu::report
