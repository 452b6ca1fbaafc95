// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/finding_chip.h>

#include "paint.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {
namespace {

constexpr int kBeforeWords = tokens::kSpace2 + tokens::kIcon + tokens::kSpace1;
constexpr int kWrap = Qt::AlignLeft | Qt::TextWordWrap;

} // namespace

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
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
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

/// The rule's id with the gap before it; nothing without a rule.
int FindingChip::ruleWidth() const
{
    if (m_ruleId.isEmpty())
        return 0;
    return tokens::kSpace2 + QFontMetrics(Theme::font(TextSize::Caption)).horizontalAdvance(m_ruleId) + 1;
}

QSize FindingChip::sizeHint() const
{
    const int words = QFontMetrics(Theme::font(TextSize::Body)).horizontalAdvance(text()) + 1;
    return {kBeforeWords + words + ruleWidth() + tokens::kSpace3, tokens::kControlHeight};
}

QSize FindingChip::minimumSizeHint() const
{
    return {tokens::kListColumn / 2, tokens::kControlHeight};
}

int FindingChip::heightForWidth(int width) const
{
    const int left = std::max(1, width - kBeforeWords - ruleWidth() - tokens::kSpace3);
    const QRect words = QFontMetrics(Theme::font(TextSize::Body)).boundingRect(QRect(0, 0, left, 0), kWrap, text());
    return std::max(tokens::kControlHeight, words.height() + 2 * tokens::kSpace2);
}

void FindingChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool pressed = underMouse() || isDown();
    paint::box(painter, rect(), Theme::color(pressed ? Role::Selection : tintRole(m_severity)),
               Theme::color(textRole(m_severity)));
    const QRect mark(tokens::kSpace2, (height() - tokens::kIcon) / 2, tokens::kIcon, tokens::kIcon);
    widgets::icon(severityIcon(m_severity), textRole(m_severity)).paint(&painter, mark);
    const int end = width() - tokens::kSpace3;
    const QRect id(end - ruleWidth(), 0, ruleWidth(), height());
    paint::line(painter, id, m_ruleId, Theme::font(TextSize::Caption), Theme::color(Role::TextMuted),
                Qt::AlignRight | Qt::AlignVCenter);
    painter.setFont(Theme::font(TextSize::Body));
    painter.setPen(Theme::color(Role::Text));
    painter.drawText(QRect(kBeforeWords, 0, id.left() - kBeforeWords, height()), kWrap | Qt::AlignVCenter, text());
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paint::focusRing(painter, rect());
}

} // namespace ruhu::widgets
