// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/presentation/field_client.h>

#include <QWidget>

class QVBoxLayout;

namespace ruhu::widgets {
class PhotoStrip;
class Pictures;
class TextLabel;
class TimelineView;
} // namespace ruhu::widgets

namespace ruhu::supervisor {

/// What happened on a ticket: readings, photos and signatures above, the time line of facts below, each with the laptop's
/// time and the time the office received it.
class EvidenceView final : public QWidget {
    Q_OBJECT

public:
    explicit EvidenceView(presentation::FieldClient &client, QWidget *parent = nullptr);
    void setPage(const std::shared_ptr<const presentation::TicketPage> &page);
    /// Selects the first fact a finding refers to.
    void showEvidence(const std::vector<EventId> &events);
    /// Leads the keyboard to the time line, where Enter pins a fact.
    void startPinning();

Q_SIGNALS:
    /// The supervisor wants to comment on the step of a fact.
    void pinRequested(const QString &step, const QString &words);

private:
    void fillHeader();
    void fillReadings();
    void fillPhotos();
    void fillTimeline();

    std::shared_ptr<const presentation::TicketPage> m_page;
    widgets::Pictures *m_pictures;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_order;
    QVBoxLayout *m_readings;
    widgets::PhotoStrip *m_photos;
    widgets::TimelineView *m_timeline;
};

} // namespace ruhu::supervisor
