// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/ticket_list_adapter.h>

#include <ruhu/widgets/sync_mark.h>
#include <ruhu/widgets/ticket_list.h>

#include <algorithm>
#include <utility>

namespace ruhu::widgets {
namespace {

using Model = presentation::TicketListModel;

SyncState markOf(const store::TicketRow &row)
{
    if (row.refused > 0)
        return SyncState::NeedsYou;
    return row.pending > 0 ? SyncState::Waiting : SyncState::Stored;
}

QString sentenceOf(const QModelIndex &source)
{
    QStringList parts;
    for (const int role : {Model::DayRole, Model::TimeRole, Model::TitleRole, Model::AddressRole, Model::SubtitleRole,
                           Model::WarningRole, Model::SyncRole})
        parts << source.data(role).toString();
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

TicketListAdapter::TicketListAdapter(presentation::TicketListModel &source, bool sections, QObject *parent)
    : QAbstractListModel(parent), m_source(source), m_sections(sections), m_lines(makeLines())
{
    const auto follow = [this] { refresh(); };
    connect(&m_source, &QAbstractItemModel::modelReset, this, follow);
    connect(&m_source, &QAbstractItemModel::layoutChanged, this, follow);
    connect(&m_source, &QAbstractItemModel::rowsInserted, this, follow);
    connect(&m_source, &QAbstractItemModel::rowsRemoved, this, follow);
    connect(&m_source, &QAbstractItemModel::rowsMoved, this, follow);
    connect(&m_source, &QAbstractItemModel::dataChanged, this, follow);
}

int TicketListAdapter::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant TicketListAdapter::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    if (line.sourceRow < 0)
        return role == TicketSectionRole || role == Qt::AccessibleTextRole ? QVariant(line.section) : QVariant();
    return ticketData(m_source.index(line.sourceRow), role);
}

QVariant TicketListAdapter::ticketData(const QModelIndex &source, int role) const
{
    switch (role) {
    case TicketTimeRole:
        return source.data(Model::TimeRole);
    case TicketDayRole:
        return source.data(Model::DayRole);
    case TicketTitleRole:
        return source.data(Model::TitleRole);
    case TicketSubtitleRole:
        return source.data(Model::SubtitleRole);
    case TicketWarningRole:
        return source.data(Model::WarningRole);
    case TicketSyncRole: {
        const store::TicketRow *row = m_source.rowAt(source);
        return row ? QVariant(static_cast<int>(markOf(*row))) : QVariant();
    }
    case Qt::AccessibleTextRole:
    case Qt::DisplayRole:
        return sentenceOf(source);
    case Qt::ToolTipRole:
        return source.data(Model::AddressRole);
    default:
        return {};
    }
}

Qt::ItemFlags TicketListAdapter::flags(const QModelIndex &index) const
{
    return ticketAt(index).isNull() ? Qt::NoItemFlags : QAbstractListModel::flags(index);
}

TicketId TicketListAdapter::ticketAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    return m_lines[static_cast<std::size_t>(index.row())].ticket;
}

QModelIndex TicketListAdapter::indexOf(TicketId id) const
{
    for (std::size_t i = 0; i < m_lines.size() && !id.isNull(); ++i) {
        if (m_lines[i].ticket == id)
            return index(static_cast<int>(i));
    }
    return {};
}

int TicketListAdapter::ticketCount() const
{
    return m_source.rowCount();
}

std::vector<TicketListAdapter::Line> TicketListAdapter::makeLines() const
{
    std::vector<Line> lines;
    const int count = m_source.rowCount();
    lines.reserve(static_cast<std::size_t>(count) + 4);
    QString section;
    for (int row = 0; row < count; ++row) {
        const QString own = m_sections ? m_source.index(row).data(Model::SectionRole).toString() : QString();
        if (own != section) {
            section = own;
            lines.push_back({-1, section, {}});
        }
        const store::TicketRow *ticket = m_source.rowAt(m_source.index(row));
        lines.push_back({row, {}, ticket ? ticket->id : TicketId()});
    }
    return lines;
}

// The same lines mean that only words changed. Otherwise rows go, move and come one by one, so that selection, scroll and
// kept places follow their tickets.
void TicketListAdapter::refresh()
{
    std::vector<Line> wanted = makeLines();
    if (wanted != m_lines) {
        const QHash<QString, int> rows = rowsByKey(wanted);
        if (m_lines.empty() || rows.size() != static_cast<qsizetype>(wanted.size())) {
            beginResetModel();
            m_lines = std::move(wanted);
            endResetModel();
            return;
        }
        for (Line &line : m_lines) {
            const int row = rows.value(keyOf(line), -1);
            line.sourceRow = row < 0 ? -1 : wanted[static_cast<std::size_t>(row)].sourceRow;
        }
        removeUnwanted(rows);
        moveKept(rows);
        insertMissing(wanted);
    }
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

QString TicketListAdapter::keyOf(const Line &line)
{
    return line.ticket.isNull() ? u'#' + line.section : line.ticket.toString();
}

QHash<QString, int> TicketListAdapter::rowsByKey(const std::vector<Line> &lines)
{
    QHash<QString, int> rows;
    for (std::size_t i = 0; i < lines.size(); ++i)
        rows.insert(keyOf(lines[i]), static_cast<int>(i));
    return rows;
}

void TicketListAdapter::removeUnwanted(const QHash<QString, int> &rows)
{
    for (int last = rowCount() - 1; last >= 0; --last) {
        const auto goes = [&](int row) { return !rows.contains(keyOf(m_lines[static_cast<std::size_t>(row)])); };
        if (!goes(last))
            continue;
        int first = last;
        while (first > 0 && goes(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        m_lines.erase(m_lines.begin() + first, m_lines.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void TicketListAdapter::moveKept(const QHash<QString, int> &rows)
{
    const auto before = [&rows](const Line &a, const Line &b) { return rows.value(keyOf(a)) < rows.value(keyOf(b)); };
    if (std::is_sorted(m_lines.begin(), m_lines.end(), before))
        return;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList kept = persistentIndexList();
    const std::vector<Line> old = m_lines;
    std::sort(m_lines.begin(), m_lines.end(), before);
    const QHash<QString, int> now = rowsByKey(m_lines);
    for (const QModelIndex &place : kept)
        changePersistentIndex(place, index(now.value(keyOf(old[static_cast<std::size_t>(place.row())]))));
    Q_EMIT layoutChanged();
}

void TicketListAdapter::insertMissing(const std::vector<Line> &wanted)
{
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (i < m_lines.size() && keyOf(m_lines[i]) == keyOf(wanted[i]))
            continue;
        beginInsertRows({}, static_cast<int>(i), static_cast<int>(i));
        m_lines.insert(m_lines.begin() + static_cast<std::ptrdiff_t>(i), wanted[i]);
        endInsertRows();
    }
}

TicketId ticketOf(const QModelIndex &index)
{
    const auto *adapter = qobject_cast<const TicketListAdapter *>(index.model());
    return adapter ? adapter->ticketAt(index) : TicketId();
}

void selectTicket(TicketListView &list, TicketId id)
{
    const auto *adapter = qobject_cast<const TicketListAdapter *>(list.model());
    const QModelIndex index = adapter ? adapter->indexOf(id) : QModelIndex();
    if (index.isValid() && index != list.currentIndex())
        list.setCurrentIndex(index);
}

void showTickets(TicketListView &list, presentation::TicketListModel &source, bool sections,
                 std::function<TicketId()> open)
{
    QAbstractItemModel *before = list.model();
    auto *adapter = new TicketListAdapter(source, sections, &list);
    list.setModel(adapter);
    delete before;
    list.setSectioned(sections);
    const auto selectOpen = [&list, open = std::move(open)] { selectTicket(list, open()); };
    QObject::connect(adapter, &QAbstractItemModel::modelReset, &list, selectOpen);
    QObject::connect(adapter, &QAbstractItemModel::rowsInserted, &list, [&list, selectOpen] {
        if (!list.currentIndex().isValid())
            selectOpen();
    });
    selectOpen();
}

} // namespace ruhu::widgets
