// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ruhu/widgets/timeline_view.h>

#include "timeline_delegate.h"

#include <QScrollBar>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::widgets {

void TimelineModel::setFacts(std::vector<TimelineFact> facts)
{
    beginResetModel();
    m_facts = std::move(facts);
    endResetModel();
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_facts.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TimelineFact &shown = fact(index.row());
    QStringList details{shown.receivedTime.isEmpty() ? tr("not received yet")
                                                     : tr("received %1").arg(shown.receivedTime)};
    if (!shown.note.isEmpty())
        details << shown.note;
    const QString detail = details.join(u" · "_s);
    switch (role) {
    case Qt::DisplayRole:
        return shown.text;
    case Qt::ToolTipRole:
        return detail;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(QString(shown.deviceDay + u' ' + shown.deviceTime).trimmed(), shown.text, detail);
    case IdRole:
        return shown.id;
    default:
        return {};
    }
}

TimelineView::TimelineView(QWidget *parent) : QListView(parent), m_facts(new TimelineModel(this))
{
    setObjectName(u"timelineView"_s);
    setAccessibleName(tr("Time line"));
    setModel(m_facts);
    setItemDelegate(new TimelineDelegate(this));
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto activate = [this](const QModelIndex &index) { Q_EMIT factActivated(m_facts->fact(index.row()).id); };
    connect(this, &QListView::activated, this, activate);
    connect(this, &QListView::clicked, this, activate);
}

void TimelineView::setFacts(std::vector<TimelineFact> facts)
{
    const QString selected = currentIndex().data(TimelineModel::IdRole).toString();
    const int scroll = verticalScrollBar()->value();
    m_facts->setFacts(std::move(facts));
    if (!selected.isEmpty())
        selectFact(selected);
    verticalScrollBar()->setValue(scroll);
}

void TimelineView::selectFact(const QString &id)
{
    for (int row = 0; row < m_facts->rowCount(); ++row) {
        if (m_facts->fact(row).id == id) {
            setCurrentIndex(m_facts->index(row));
            return;
        }
    }
}

} // namespace ruhu::widgets
