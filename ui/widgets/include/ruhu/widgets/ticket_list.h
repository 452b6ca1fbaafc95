// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/sync_mark.h>

#include <QListView>
#include <QStyledItemDelegate>

namespace ruhu::widgets {

/// What a model answers to be shown by TicketListDelegate. Everything is ready for reading and cheap to
/// ask for: it is asked on every paint. Qt::AccessibleTextRole should say the row as one sentence.
enum TicketRole {
    /// QString; "09:00".
    TicketTimeRole = Qt::UserRole + 1,
    /// QString; "22 Nov" under the time, empty today.
    TicketDayRole,
    /// QString; who or where.
    TicketTitleRole,
    /// QString; "fibre · gold", shown muted while there is no warning.
    TicketSubtitleRole,
    /// QStringList; at most two short tags at the right of the subtitle.
    TicketBadgesRole,
    /// QString; not empty makes the row a section header. Its item flags should be Qt::NoItemFlags.
    TicketSectionRole,
    /// int of SyncState; nothing shows no mark.
    TicketSyncRole,
    /// QString; "tight: 15 min", takes the place of the subtitle.
    TicketWarningRole,
};

/// Paints a ticket in two lines. Row heights come from the tokens alone, never from the data.
class TicketListDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The list of tickets, made for 5,000 rows: equal row heights, nothing measured from the data.
class TicketListView final : public QListView {
    Q_OBJECT
public:
    explicit TicketListView(QWidget *parent = nullptr);

    /// Section headers get their own low row. Costs one sizeHint() per row, so it is for a day's list.
    void setSectioned(bool sectioned);
    /// What stands in the place of the rows while there are none.
    void setEmptyText(const QString &text);

Q_SIGNALS:
    /// The current ticket changed by keyboard, pointer or program; never a section header.
    void ticketChanged(const QModelIndex &index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    /// A ticket that leaves the list opens no other one in its place.
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;

private:
    QString m_emptyText;
};

} // namespace ruhu::widgets
