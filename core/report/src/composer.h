// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheet.h"

#include <functional>
#include <vector>

class QPainter;

namespace ruhu::report {

/// Something that is drawn in one piece: never split over two pages.
struct Block {
    qreal height = 0;
    std::function<void(QPainter &painter, qreal y)> draw;
};

/// Puts blocks on pages from top to bottom. A heading never stands alone at the end of a page and comes again, marked as
/// continued, where its section goes on.
class Composer {
public:
    Composer(const Sheet &sheet, qreal firstTop) : m_sheet(sheet), m_y(firstTop), m_pages(1) {}

    /// Starts a section; `continued` is what stands above its rest on the next page. The heading stays with
    /// the first block.
    void section(const Block &heading, const Block &continued, const std::vector<Block> &blocks);

    using Page = std::vector<std::pair<qreal, Block>>; // y, block
    [[nodiscard]] const std::vector<Page> &pages() const { return m_pages; }

private:
    void place(const Block &block);
    void newPage();
    [[nodiscard]] bool isTop() const { return m_pages.back().empty(); }

    const Sheet &m_sheet;
    qreal m_y;
    std::vector<Page> m_pages;
};

} // namespace ruhu::report
