// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/ticket_list.h>

#include "paint.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {
namespace {

constexpr int kMaxBadges = 2;

void paintSection(QPainter &painter, const QRect &row, const QString &text)
{
    const int height = paint::lineHeight(TextSize::Caption);
    const QRect words(row.left() + tokens::kSpace4, row.bottom() - height - tokens::kSpace1,
                      row.width() - 2 * tokens::kSpace4, height);
    paint::line(painter, words, text, Theme::font(TextSize::Caption, QFont::DemiBold), Theme::color(Role::TextMuted));
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option)
{
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, Theme::color(selected ? Role::Selection : Role::Surface));
    if (selected)
        painter.fillRect(QRect(option.rect.topLeft(), QSize(tokens::kStripe, option.rect.height())),
                         Theme::color(Role::Accent));
}

// The mark at the end of the first line; answers where the text before it must stop.
int paintSync(QPainter &painter, const QRect &line, const QVariant &sync)
{
    if (!sync.isValid())
        return line.right();
    const auto state = static_cast<SyncState>(sync.toInt());
    const QRect mark(line.right() - tokens::kIconSmall, line.center().y() - tokens::kIconSmall / 2, tokens::kIconSmall,
                     tokens::kIconSmall);
    icon(syncIcon(state), syncRole(state)).paint(&painter, mark);
    return mark.left() - tokens::kSpace2;
}

int paintBadges(QPainter &painter, const QRect &line, const QStringList &badges)
{
    int right = line.right() + 1;
    const int count = std::min(kMaxBadges, static_cast<int>(badges.size()));
    for (int i = count - 1; i >= 0; --i) {
        const int width = paint::tagWidth(badges.at(i));
        const QRect tag(right - width, line.center().y() - paint::tagHeight() / 2, width, paint::tagHeight());
        paint::tag(painter, tag, badges.at(i), Role::TextMuted, Role::SurfaceRaised);
        right -= width + tokens::kSpace1;
    }
    return right - tokens::kSpace1;
}

void paintSecondLine(QPainter &painter, const QRect &line, const QModelIndex &index)
{
    const int right = paintBadges(painter, line, index.data(TicketBadgesRole).toStringList());
    const QString warning = index.data(TicketWarningRole).toString();
    QRect words(line.left(), line.top(), right - line.left(), line.height());
    if (warning.isEmpty()) {
        paint::line(painter, words, index.data(TicketSubtitleRole).toString(), Theme::font(TextSize::Caption),
                    Theme::color(Role::TextMuted));
        return;
    }
    const QRect mark(line.left(), line.center().y() - tokens::kIconSmall / 2, tokens::kIconSmall, tokens::kIconSmall);
    icon(Icon::Warn, Role::Warn).paint(&painter, mark);
    words.setLeft(mark.right() + tokens::kSpace1);
    paint::line(painter, words, warning, Theme::font(TextSize::Caption), Theme::color(Role::Warn));
}

} // namespace

void TicketListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QRect row = option.rect;
    const QString section = index.data(TicketSectionRole).toString();
    if (!section.isEmpty()) {
        paintSection(*painter, row, section);
        painter->restore();
        return;
    }
    paintGround(*painter, option);
    const int first = paint::lineHeight(TextSize::Body);
    const int second = paint::lineHeight(TextSize::Caption) + tokens::kSpace0;
    const int top = row.top() + (row.height() - first - second) / 2;
    const QRect time(row.left() + tokens::kSpace4, top, tokens::kListTimeColumn, first);
    paint::line(*painter, time, index.data(TicketTimeRole).toString(), Theme::font(TextSize::Body, QFont::DemiBold),
                Theme::color(Role::Text));
    paint::line(*painter, QRect(time.left(), top + first, time.width(), second), index.data(TicketDayRole).toString(),
                Theme::font(TextSize::Caption), Theme::color(Role::TextMuted));
    const int left = time.right() + 1;
    const QRect upper(left, top, row.right() - tokens::kSpace3 - left, first);
    const int end = paintSync(*painter, upper, index.data(TicketSyncRole));
    paint::line(*painter, QRect(left, top, end - left, first), index.data(TicketTitleRole).toString(),
                Theme::font(TextSize::Body), Theme::color(Role::Text));
    paintSecondLine(*painter, QRect(left, top + first, upper.width(), second), index);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paint::focusRing(*painter, row);
    painter->restore();
}

QSize TicketListDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool isSection = !index.data(TicketSectionRole).toString().isEmpty();
    return {tokens::kListColumn, isSection ? tokens::kListSection : tokens::kListRow};
}

TicketListView::TicketListView(QWidget *parent) : QListView(parent)
{
    setObjectName(u"ticketList"_s);
    setAccessibleName(tr("Tickets"));
    setItemDelegate(new TicketListDelegate(this));
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(tokens::kListColumn);
}

void TicketListView::setSectioned(bool sectioned)
{
    setUniformItemSizes(!sectioned);
    scheduleDelayedItemsLayout();
}

void TicketListView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void TicketListView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!model() || model()->rowCount() > 0 || m_emptyText.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setFont(Theme::font(TextSize::Body));
    painter.setPen(Theme::color(Role::TextMuted));
    const QRect words = viewport()->rect().adjusted(tokens::kSpace4, tokens::kSpace5, -tokens::kSpace4, 0);
    painter.drawText(words, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
}

void TicketListView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const int current = currentIndex().row();
    if (current >= start && current <= end)
        selectionModel()->clear();
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

void TicketListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() && current.data(TicketSectionRole).toString().isEmpty())
        Q_EMIT ticketChanged(current);
}

} // namespace ruhu::widgets
