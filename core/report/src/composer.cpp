// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "composer.h"

namespace ruhu::report {

void Composer::place(const Block &block)
{
    m_pages.back().emplace_back(m_y, block);
    m_y += block.height;
}

void Composer::newPage()
{
    m_pages.emplace_back();
    m_y = m_sheet.laterTop();
}

void Composer::section(const Block &heading, const Block &continued, const std::vector<Block> &blocks)
{
    if (blocks.empty())
        return;
    if (!isTop())
        m_y += m_sheet.sectionGap();
    if (m_y + heading.height + blocks.front().height > m_sheet.bottom() && !isTop())
        newPage();
    place(heading);
    bool first = true;
    for (const Block &block : blocks) {
        if (m_y + block.height > m_sheet.bottom() && !first) {
            newPage();
            place(continued);
        }
        place(block);
        first = false;
    }
}

} // namespace ruhu::report
