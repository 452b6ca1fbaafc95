// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/presentation/words.h>

#include <QAbstractListModel>

namespace ruhu::presentation {

/// The list of tickets, sorted and filtered on a compact vector (5,000 rows: no proxy model). Updates keep rows in place
/// where they can, so that selection and scroll survive.
class TicketListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        TicketIdRole = Qt::UserRole + 1, // QByteArray, 16 bytes
        TimeRole, // "14:00"
        DayRole, // "22 Nov", empty today
        TitleRole, // customer
        SubtitleRole, // "fibre 300M + IPTV · gold"
        AddressRole,
        SectionRole, // "Morning", "Afternoon", "Returned", … ; delegate draws a header where it changes
        StateRole,
        SyncRole, // words
        WarningRole, // words, empty when none
        TierRole, // int of domain::Tier
        DoneRole, // bool
        ReturnedRole, // bool
        RiskRole, // int
        ServicesRole, // QStringList of service names for icons
    };
    enum class Mode {
        Today, // the technician's day in visit order, returned ones on top
        ReviewQueue, // signed-off tickets by risk
        History, // everything, newest first
    };

    explicit TicketListModel(Mode mode, const Clock &clock, QObject *parent = nullptr);

    void setRows(const std::vector<store::TicketRow> &rows);
    void updateRows(const std::vector<store::TicketRow> &rows);
    /// Matches number, name, phone, address, product; empty shows all.
    void setFilter(const QString &text);
    /// Words that depend on time and on sync are made anew.
    void refreshWords(const sync::Status &status);
    [[nodiscard]] const store::TicketRow *rowAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(TicketId id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    /// m_rows shown in this mode and by this filter, in order.
    [[nodiscard]] std::vector<std::size_t> wantedOrder() const;
    [[nodiscard]] bool isShown(std::size_t row) const;
    /// Goes from the present order to `wanted` by removals, a move in place and insertions, so that persistent indexes hold.
    void reorder(const std::vector<std::size_t> &wanted);
    void removeUnwanted(const std::vector<std::size_t> &wanted);
    void moveKept(const std::vector<std::size_t> &wanted);
    void insertMissing(const std::vector<std::size_t> &wanted);
    [[nodiscard]] QString spoken(const store::TicketRow &row) const;
    [[nodiscard]] QVariant plainData(const store::TicketRow &row, int role) const;

    /// The server's time, by what the sync status says of it.
    [[nodiscard]] WallTime now() const;

    Mode m_mode;
    const Clock &m_clock;
    sync::Status m_status;
    QString m_filter;
    std::vector<store::TicketRow> m_rows;
    std::vector<QString> m_haystacks; // beside m_rows: what the filter looks through
    std::vector<std::size_t> m_visible; // indexes into m_rows, sorted
};

} // namespace ruhu::presentation
