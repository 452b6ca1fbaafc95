// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ruhu/presentation/words.h>

#include <QWidget>

class QToolButton;

namespace ruhu::widgets {
class ClockBadge;
class TextLabel;
class TierBadge;
} // namespace ruhu::widgets

namespace ruhu::installer {

/// Who, where, what and when, at the top of every page of a ticket.
class TicketHeader final : public QWidget {
    Q_OBJECT

public:
    explicit TicketHeader(QWidget *parent = nullptr);
    void setPage(const presentation::TicketPage &page, WallTime now);

Q_SIGNALS:
    void paperRequested();

private:
    void showPhone(bool whole);
    void showLimit(const presentation::TicketPage &page, WallTime now);

    QString m_phone;
    QString m_contactName; // besides the customer
    QString m_contactPhone;
    QStringList m_details;
    QString m_address;
    bool m_phoneShown = false;
    widgets::TextLabel *m_name;
    widgets::TierBadge *m_tier;
    widgets::TextLabel *m_product;
    widgets::ClockBadge *m_clock;
    widgets::TextLabel *m_order;
    widgets::TextLabel *m_limit;
    widgets::TextLabel *m_addressLabel;
    widgets::TextLabel *m_phoneLabel;
    QToolButton *m_phoneButton;
};

} // namespace ruhu::installer
