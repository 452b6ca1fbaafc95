// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/widgets/icons.h>

#include <QAbstractListModel>
#include <QListView>
#include <QString>

#include <vector>

namespace ruhu::widgets {

/// One fact of the time line. Times are ready for reading; `receivedTime` is when the office got it.
struct TimelineFact {
    QString id;
    Icon icon = Icon::Check;
    Role role = Role::TextMuted;
    QString text;
    QString deviceTime;
    QString receivedTime; // empty: not received yet
    QString note; // "clock +3 min corrected"
    QString deviceDay; // "22 Nov", where it is another day than the fact above it

    bool operator==(const TimelineFact &) const = default;
};

class TimelineModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Roles { IdRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    void setFacts(std::vector<TimelineFact> facts);
    [[nodiscard]] const TimelineFact &fact(int row) const { return m_facts[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<TimelineFact> m_facts;
};

/// Facts from top to bottom in the order given; every row has the same height.
class TimelineView final : public QListView {
    Q_OBJECT
public:
    explicit TimelineView(QWidget *parent = nullptr);

    /// Keeps the selected fact, by id, and the scroll position.
    void setFacts(std::vector<TimelineFact> facts);
    void selectFact(const QString &id);

Q_SIGNALS:
    /// A click or Enter.
    void factActivated(const QString &id);

private:
    TimelineModel *m_facts;
};

} // namespace ruhu::widgets
