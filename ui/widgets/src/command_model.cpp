// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command_model.h"

#include "paint.h"

#include <QFontMetrics>
#include <QPainter>

#include <utility>

namespace ruhu::widgets {
namespace {

constexpr int kScoreAnywhere = 1;
constexpr int kScoreInTitle = 2;
constexpr int kScoreTitleStart = 3;

} // namespace

void CommandModel::setRows(std::vector<Command> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const Command &shown = command(index.row());
    return role == Qt::DisplayRole ? shown.title : tr("%1, %2").arg(shown.title, shown.subtitle);
}

int commandScore(const Command &command, const QString &query)
{
    const QStringList words = query.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return kScoreAnywhere;
    const QString all = command.title + u' ' + command.subtitle + u' ' + command.keywords;
    for (const QString &word : words) {
        if (!all.contains(word, Qt::CaseInsensitive))
            return 0;
    }
    if (command.title.startsWith(words.front(), Qt::CaseInsensitive))
        return kScoreTitleStart;
    return command.title.contains(words.front(), Qt::CaseInsensitive) ? kScoreInTitle : kScoreAnywhere;
}

void CommandDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const CommandModel *>(index.model());
    if (!model)
        return;
    const Command &command = model->command(index.row());
    const QRect row = option.rect.adjusted(tokens::kSpace2, 0, -tokens::kSpace2, 0);
    painter->save();
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        const QColor ground = Theme::color(Role::Selection);
        paint::box(*painter, row, ground, ground);
    }
    const QRect mark(row.left() + tokens::kSpace3, row.center().y() - tokens::kIcon / 2, tokens::kIcon, tokens::kIcon);
    icon(command.icon, Role::TextMuted).paint(painter, mark);
    const int keysWidth = QFontMetrics(Theme::font(TextSize::Caption)).horizontalAdvance(command.shortcut) + 1;
    const QRect keys(row.right() - tokens::kSpace3 - keysWidth, row.top(), keysWidth, row.height());
    paint::line(*painter, keys, command.shortcut, Theme::font(TextSize::Caption), Theme::color(Role::TextMuted));
    const int left = mark.right() + 1 + tokens::kSpace3;
    const int width = keys.left() - tokens::kSpace2 - left;
    const int title = paint::lineHeight(TextSize::Body);
    const int sub = command.subtitle.isEmpty() ? 0 : paint::lineHeight(TextSize::Caption);
    const int top = row.top() + (row.height() - title - sub) / 2;
    paint::line(*painter, QRect(left, top, width, title), command.title, Theme::font(TextSize::Body),
                Theme::color(Role::Text));
    if (sub > 0)
        paint::line(*painter, QRect(left, top + title, width, sub), command.subtitle, Theme::font(TextSize::Caption),
                    Theme::color(Role::TextMuted));
    painter->restore();
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {tokens::kListColumn, tokens::kPaletteRow};
}

} // namespace ruhu::widgets
