// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ticket_list_words.h"

#include <ruhu/presentation/ticket_list_model.h>

#include <numeric>
#include <unordered_map>

namespace ruhu::presentation {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Above this a view is better told once that everything is new.
constexpr std::size_t kMostSingleSteps = 200;

[[nodiscard]] QString haystackOf(const store::TicketRow &row)
{
    QString phone = row.customerPhone;
    phone.remove(u' ');
    const QStringList parts{row.number,   row.customerName, row.customerPhone,          phone,
                            row.division, row.address,      row.division + row.address, row.product};
    return parts.join(u'\n').toCaseFolded();
}

/// Where the rows of `order` stand in it; `none` elsewhere.
[[nodiscard]] std::vector<int> placesOf(const std::vector<std::size_t> &order, std::size_t rows)
{
    std::vector<int> places(rows, -1);
    for (std::size_t i = 0; i < order.size(); ++i)
        places[order[i]] = static_cast<int>(i);
    return places;
}

} // namespace

TicketListModel::TicketListModel(Mode mode, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent), m_mode(mode), m_clock(clock)
{}

WallTime TicketListModel::now() const
{
    return m_clock.now() + m_status.serverOffset;
}

void TicketListModel::setRows(const std::vector<store::TicketRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    m_haystacks.clear();
    m_haystacks.reserve(rows.size());
    for (const store::TicketRow &row : rows)
        m_haystacks.push_back(haystackOf(row));
    m_visible = wantedOrder();
    endResetModel();
}

void TicketListModel::updateRows(const std::vector<store::TicketRow> &rows)
{
    std::unordered_map<TicketId, std::size_t> known;
    known.reserve(m_rows.size());
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        known.emplace(m_rows[i].id, i);
    std::vector<std::size_t> changed;
    for (const store::TicketRow &row : rows) {
        const auto [place, isNew] = known.try_emplace(row.id, m_rows.size());
        if (isNew) {
            m_rows.push_back(row);
            m_haystacks.push_back(haystackOf(row));
        } else if (m_rows[place->second] != row) {
            m_rows[place->second] = row;
            m_haystacks[place->second] = haystackOf(row);
            changed.push_back(place->second);
        }
    }
    reorder(wantedOrder());
    const std::vector<int> places = placesOf(m_visible, m_rows.size());
    for (const std::size_t row : changed) {
        if (places[row] >= 0)
            Q_EMIT dataChanged(index(places[row]), index(places[row]));
    }
}

void TicketListModel::setFilter(const QString &text)
{
    const QString filter = text.trimmed().toCaseFolded();
    if (filter == m_filter)
        return;
    m_filter = filter;
    reorder(wantedOrder());
}

void TicketListModel::refreshWords(const sync::Status &status)
{
    m_status = status;
    reorder(wantedOrder());
    if (!m_visible.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const store::TicketRow *TicketListModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != this || index.row() >= rowCount())
        return nullptr;
    return &m_rows[m_visible[static_cast<std::size_t>(index.row())]];
}

QModelIndex TicketListModel::indexOf(TicketId id) const
{
    const auto found =
        std::find_if(m_visible.begin(), m_visible.end(), [&](std::size_t row) { return m_rows[row].id == id; });
    return found == m_visible.end() ? QModelIndex() : index(static_cast<int>(found - m_visible.begin()));
}

int TicketListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_visible.size());
}

bool TicketListModel::isShown(std::size_t row) const
{
    return belongsTo(m_mode, m_rows[row], now()) && (m_filter.isEmpty() || m_haystacks[row].contains(m_filter));
}

std::vector<std::size_t> TicketListModel::wantedOrder() const
{
    std::vector<std::pair<ListKey, std::size_t>> keyed;
    keyed.reserve(m_rows.size());
    const WallTime moment = now();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (isShown(i))
            keyed.emplace_back(keyOf(m_mode, m_rows[i], moment), i);
    }
    std::sort(keyed.begin(), keyed.end(), [this](const auto &a, const auto &b) {
        if (a.first != b.first)
            return a.first < b.first;
        return m_rows[a.second].number < m_rows[b.second].number;
    });
    std::vector<std::size_t> order;
    order.reserve(keyed.size());
    for (const auto &[key, row] : keyed)
        order.push_back(row);
    return order;
}

void TicketListModel::reorder(const std::vector<std::size_t> &wanted)
{
    if (wanted == m_visible)
        return;
    std::vector<bool> isWanted(m_rows.size(), false);
    for (const std::size_t row : wanted)
        isWanted[row] = true;
    const auto kept = static_cast<std::size_t>(
        std::count_if(m_visible.begin(), m_visible.end(), [&](std::size_t row) { return isWanted[row]; }));
    if (m_visible.size() + wanted.size() - 2 * kept > kMostSingleSteps) {
        beginResetModel();
        m_visible = wanted;
        endResetModel();
        return;
    }
    removeUnwanted(wanted);
    moveKept(wanted);
    insertMissing(wanted);
}

void TicketListModel::removeUnwanted(const std::vector<std::size_t> &wanted)
{
    const std::vector<int> places = placesOf(wanted, m_rows.size());
    for (std::size_t i = m_visible.size(); i-- > 0;) {
        if (places[m_visible[i]] >= 0)
            continue;
        beginRemoveRows({}, static_cast<int>(i), static_cast<int>(i));
        m_visible.erase(m_visible.begin() + static_cast<std::ptrdiff_t>(i));
        endRemoveRows();
    }
}

void TicketListModel::moveKept(const std::vector<std::size_t> &wanted)
{
    const std::vector<int> places = placesOf(wanted, m_rows.size());
    std::vector<std::size_t> sorted = m_visible;
    std::sort(sorted.begin(), sorted.end(), [&](std::size_t a, std::size_t b) { return places[a] < places[b]; });
    if (sorted == m_visible)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const std::vector<int> after = placesOf(sorted, m_rows.size());
    const QModelIndexList before = persistentIndexList();
    QModelIndexList moved;
    for (const QModelIndex &held : before)
        moved.push_back(index(after[m_visible[static_cast<std::size_t>(held.row())]]));
    m_visible = std::move(sorted);
    changePersistentIndexList(before, moved);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void TicketListModel::insertMissing(const std::vector<std::size_t> &wanted)
{
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (i < m_visible.size() && m_visible[i] == wanted[i])
            continue;
        beginInsertRows({}, static_cast<int>(i), static_cast<int>(i));
        m_visible.insert(m_visible.begin() + static_cast<std::ptrdiff_t>(i), wanted[i]);
        endInsertRows();
    }
}

QVariant TicketListModel::data(const QModelIndex &index, int role) const
{
    const store::TicketRow *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case TimeRole:
        return listTimeText(m_mode, *row);
    case DayRole:
        return listDayText(m_mode, *row, now());
    case SubtitleRole:
        return listSubtitle(*row);
    case SectionRole:
        return sectionText(m_mode, *row, now());
    case StateRole:
        return stateText(row->state);
    case SyncRole:
        return ticketSyncText(*row, m_status);
    case WarningRole:
        return warningText(*row, now());
    case Qt::AccessibleTextRole:
        return spoken(*row);
    default:
        return plainData(*row, role);
    }
}

QString TicketListModel::spoken(const store::TicketRow &row) const
{
    QStringList parts{listDayText(m_mode, row, now()), listTimeText(m_mode, row), row.customerName, listSubtitle(row)};
    parts.removeAll(QString());
    return listed(parts);
}

QVariant TicketListModel::plainData(const store::TicketRow &row, int role) const
{
    switch (role) {
    case TicketIdRole:
        return row.id.toBytes();
    case Qt::DisplayRole:
    case TitleRole:
        return row.customerName;
    case AddressRole:
        return QString(row.division + row.address);
    case TierRole:
        return static_cast<int>(row.tier);
    case DoneRole:
        return row.state >= domain::State::SignedOff && !row.returned;
    case ReturnedRole:
        return row.returned;
    case RiskRole:
        return row.risk;
    case ServicesRole: {
        QStringList names;
        for (const domain::Service service : row.services)
            names.push_back(domain::toName(service));
        return names;
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> TicketListModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert({{TicketIdRole, "ticketId"},
                  {TimeRole, "time"},
                  {DayRole, "day"},
                  {TitleRole, "title"},
                  {SubtitleRole, "subtitle"},
                  {AddressRole, "address"},
                  {SectionRole, "section"},
                  {StateRole, "state"},
                  {SyncRole, "sync"},
                  {WarningRole, "warning"},
                  {TierRole, "tier"},
                  {DoneRole, "done"},
                  {ReturnedRole, "returned"},
                  {RiskRole, "risk"},
                  {ServicesRole, "services"}});
    return names;
}

} // namespace ruhu::presentation
