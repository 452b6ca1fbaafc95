// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/finding_chip.h>

#include "paint.h"

#include <QFontMetrics>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {

Icon severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Ok:
        return Icon::Stored;
    case Severity::Info:
        break;
    case Severity::Warn:
        return Icon::Warn;
    case Severity::Fail:
        return Icon::Fail;
    }
    return Icon::Info;
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Ok:
        return FindingChip::tr("Fine");
    case Severity::Info:
        break;
    case Severity::Warn:
        return FindingChip::tr("Check this");
    case Severity::Fail:
        return FindingChip::tr("Not in order");
    }
    return FindingChip::tr("Note");
}

FindingChip::FindingChip(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(u"findingChip"_s);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void FindingChip::setFinding(Severity severity, const QString &words, const QString &ruleId)
{
    m_severity = severity;
    m_ruleId = ruleId;
    setText(words);
    setAccessibleName(tr("%1: %2 (%3)").arg(severityWord(severity), words, ruleId));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

QSize FindingChip::sizeHint() const
{
    int width = tokens::kSpace2 + tokens::kIcon + tokens::kSpace1 + tokens::kSpace3;
    width += QFontMetrics(Theme::font(TextSize::Body)).horizontalAdvance(text()) + 1;
    if (!m_ruleId.isEmpty())
        width += tokens::kSpace2 + QFontMetrics(Theme::font(TextSize::Caption)).horizontalAdvance(m_ruleId) + 1;
    return {width, tokens::kControlHeight};
}

void FindingChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool pressed = underMouse() || isDown();
    paint::box(painter, rect(), Theme::color(pressed ? Role::Selection : tintRole(m_severity)),
               Theme::color(textRole(m_severity)));
    const QRect mark(tokens::kSpace2, (height() - tokens::kIcon) / 2, tokens::kIcon, tokens::kIcon);
    widgets::icon(severityIcon(m_severity), textRole(m_severity)).paint(&painter, mark);
    const int idWidth = QFontMetrics(Theme::font(TextSize::Caption)).horizontalAdvance(m_ruleId) + 1;
    const QRect id(width() - tokens::kSpace3 - idWidth, 0, idWidth, height());
    paint::line(painter, id, m_ruleId, Theme::font(TextSize::Caption), Theme::color(Role::TextMuted));
    const int x = mark.right() + 1 + tokens::kSpace1;
    paint::line(painter, QRect(x, 0, id.left() - (m_ruleId.isEmpty() ? 0 : tokens::kSpace2) - x + 1, height()), text(),
                Theme::font(TextSize::Body), Theme::color(Role::Text));
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paint::focusRing(painter, rect());
}

} // namespace ruhu::widgets
