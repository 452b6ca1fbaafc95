// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text_block.h"

#include <QPainter>
#include <QTextOption>

namespace ruhu::report {

TextBlock::TextBlock(const Sheet &sheet, const QString &text, qreal width, const Look &look) : m_colour(look.colour)
{
    QString shown = text;
    shown.replace(u'\n', QChar::LineSeparator);
    m_layout = std::make_shared<QTextLayout>(shown, sheet.font(look.type, look.bold), &sheet.device());
    QTextOption option(look.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    if (text.isEmpty())
        return;
    const qreal pitch = sheet.pitch(look.type);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        // The same pitch for every line, whatever font a character comes from.
        line.setPosition({0, m_height + (pitch - line.height()) / 2});
        m_height += pitch;
    }
    m_layout->endLayout();
}

qreal TextBlock::naturalWidth() const
{
    qreal widest = 0;
    for (int i = 0; i < m_layout->lineCount(); ++i)
        widest = std::max(widest, m_layout->lineAt(i).naturalTextWidth());
    return widest;
}

int TextBlock::lineCount() const
{
    return m_layout->lineCount();
}

void TextBlock::draw(QPainter &painter, qreal x, qreal y) const
{
    if (m_height <= 0)
        return;
    painter.setPen(m_colour);
    m_layout->draw(&painter, {x, y});
}

} // namespace ruhu::report
