// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/widgets/ticket_list_adapter.h>

#include <ruhu/widgets/sync_mark.h>
#include <ruhu/widgets/ticket_list.h>

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
        return QStringList{source.data(Model::TimeRole).toString(),    source.data(Model::TitleRole).toString(),
                           source.data(Model::AddressRole).toString(), source.data(Model::SubtitleRole).toString(),
                           source.data(Model::WarningRole).toString(), source.data(Model::SyncRole).toString()}
            .join(QStringLiteral(", "));
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

// The same lines mean that only words changed. Another order moves the selection with its ticket.
void TicketListAdapter::refresh()
{
    std::vector<Line> lines = makeLines();
    if (lines == m_lines) {
        if (!m_lines.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    if (lines.size() != m_lines.size()) {
        beginResetModel();
        m_lines = std::move(lines);
        endResetModel();
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    const std::vector<Line> old = std::exchange(m_lines, std::move(lines));
    for (const QModelIndex &persistent : before) {
        const TicketId id = old[static_cast<std::size_t>(persistent.row())].ticket;
        changePersistentIndex(persistent, id.isNull() ? QModelIndex() : indexOf(id));
    }
    Q_EMIT layoutChanged();
}

} // namespace ruhu::widgets
