// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/presentation/ticket_list_model.h>

#include <QAbstractListModel>
#include <QHash>

#include <functional>

namespace ruhu::widgets {

/// Shows a presentation::TicketListModel in a TicketListView: one more row wherever the section changes, and the words of the
/// model in the roles of the delegate. Rows keep their place; the tickets' order is the model's.
class TicketListAdapter final : public QAbstractListModel {
    Q_OBJECT

public:
    /// `source` must outlive the adapter. Without sections every row is a ticket.
    TicketListAdapter(presentation::TicketListModel &source, bool sections, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Null for a section header.
    [[nodiscard]] TicketId ticketAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(TicketId id) const;
    [[nodiscard]] int ticketCount() const;

private:
    struct Line {
        int sourceRow = -1; // -1: section header
        QString section;
        TicketId ticket; // null for a header
        bool operator==(const Line &) const = default;
    };
    void refresh();
    [[nodiscard]] static QString keyOf(const Line &line);
    [[nodiscard]] static QHash<QString, int> rowsByKey(const std::vector<Line> &lines);
    void removeUnwanted(const QHash<QString, int> &rows);
    void moveKept(const QHash<QString, int> &rows);
    void insertMissing(const std::vector<Line> &wanted);
    [[nodiscard]] std::vector<Line> makeLines() const;
    [[nodiscard]] QVariant ticketData(const QModelIndex &source, int role) const;

    presentation::TicketListModel &m_source;
    bool m_sections;
    std::vector<Line> m_lines;
};

class TicketListView;

/// Gives the list another model, made by an adapter of its own, and keeps the ticket that `open` names selected while rows
/// come and go.
void showTickets(TicketListView &list, presentation::TicketListModel &source, bool sections,
                 std::function<TicketId()> open);
/// The ticket of a row in such a list; null for a header or no row.
[[nodiscard]] TicketId ticketOf(const QModelIndex &index);
/// Does nothing when the ticket is not in the list.
void selectTicket(TicketListView &list, TicketId id);

} // namespace ruhu::widgets
