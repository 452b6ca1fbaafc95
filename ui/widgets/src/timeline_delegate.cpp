// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline_delegate.h"

#include "paint.h"

#include <ruhu/widgets/timeline_view.h>

#include <QPainter>

namespace ruhu::widgets {
namespace {

void paintRail(QPainter &painter, const QRect &row, const QRect &mark, bool first, bool last)
{
    painter.setPen(QPen(Theme::color(Role::Line), tokens::kLineStrong));
    const int x = mark.center().x();
    if (!first)
        painter.drawLine(x, row.top(), x, mark.top() - tokens::kSpace0);
    if (!last)
        painter.drawLine(x, mark.bottom() + tokens::kSpace1, x, row.bottom());
}

} // namespace

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const TimelineModel *>(index.model());
    if (!model)
        return;
    const TimelineFact &fact = model->fact(index.row());
    const QRect row = option.rect;
    painter->save();
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
        painter->fillRect(row, Theme::color(Role::Selection));
    const int line = paint::lineHeight(TextSize::Body);
    const int top = row.top() + tokens::kSpace2;
    const QRect time(row.left() + tokens::kSpace3, top, tokens::kListTimeColumn, line);
    paint::line(*painter, time, fact.deviceTime, Theme::font(TextSize::Body, QFont::DemiBold),
                Theme::color(Role::Text));
    paint::line(*painter, QRect(time.left(), top + line, time.width(), paint::lineHeight(TextSize::Caption)),
                fact.deviceDay, Theme::font(TextSize::Caption), Theme::color(Role::TextMuted));
    const QRect mark(time.right() + tokens::kSpace2, top, tokens::kIcon, tokens::kIcon);
    paintRail(*painter, row, mark, index.row() == 0, index.row() + 1 == model->rowCount());
    icon(fact.icon, fact.role).paint(painter, mark);

    const int left = mark.right() + 1 + tokens::kSpace3;
    const int width = row.right() - tokens::kSpace3 - left;
    paint::line(*painter, QRect(left, top, width, line), fact.text, Theme::font(TextSize::Body),
                Theme::color(Role::Text));
    const QString second = index.data(Qt::ToolTipRole).toString();
    paint::line(*painter, QRect(left, top + line, width, paint::lineHeight(TextSize::Caption)), second,
                Theme::font(TextSize::Caption), Theme::color(Role::TextMuted));
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paint::focusRing(*painter, row.adjusted(tokens::kSpace0, tokens::kSpace0, -tokens::kSpace0, -tokens::kSpace0));
    painter->restore();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {tokens::kListColumn, tokens::kTimelineRow};
}

} // namespace ruhu::widgets
