// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ticket_header.h"

#include <ruhu/widgets/badge.h>
#include <ruhu/widgets/button.h>
#include <ruhu/widgets/text_label.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace ruhu::installer {
namespace {

using namespace Qt::Literals::StringLiterals;
namespace tokens = widgets::tokens;

constexpr Millis kSoon = std::chrono::minutes(15);

QToolButton *iconButton(widgets::Icon which, const QString &name)
{
    auto *button = new QToolButton;
    button->setIcon(widgets::icon(which, widgets::Role::TextMuted));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setAutoRaise(true);
    return button;
}

widgets::ClockState clockState(const presentation::TicketPage &page, const domain::Window &window, WallTime now)
{
    if (page.ticket.state >= domain::State::Arrived)
        return widgets::ClockState::Neutral;
    if (now > window.end + std::chrono::minutes(10))
        return widgets::ClockState::Late;
    if (now + kSoon > window.start)
        return widgets::ClockState::Soon;
    return widgets::ClockState::OnTime;
}

/// What only some office systems say of an order.
QStringList detailsOf(const domain::TicketOpened &order)
{
    QStringList details;
    const QString fault = presentation::faultReportText(order);
    if (!fault.isEmpty())
        details.push_back(TicketHeader::tr("Reported: %1").arg(fault));
    if (order.reportedAt)
        details.push_back(TicketHeader::tr("reported %1").arg(presentation::dayTimeText(*order.reportedAt)));
    if (order.bandwidth)
        details.push_back(TicketHeader::tr("Bandwidth: %1").arg(presentation::bandwidthText(*order.bandwidth)));
    if (order.contractUntil)
        details.push_back(TicketHeader::tr("Contract until %1").arg(presentation::shortDateText(*order.contractUntil)));
    if (!order.serviceNumber.isEmpty())
        details.push_back(TicketHeader::tr("Service order %1").arg(order.serviceNumber));
    return details;
}

} // namespace

TicketHeader::TicketHeader(QWidget *parent)
    : QWidget(parent),
      m_name(new widgets::TextLabel),
      m_tier(new widgets::TierBadge),
      m_product(new widgets::TextLabel({}, widgets::TextSize::Body, widgets::Role::TextMuted)),
      m_clock(new widgets::ClockBadge),
      m_order(new widgets::TextLabel({}, widgets::TextSize::Caption, widgets::Role::TextMuted)),
      m_limit(new widgets::TextLabel({}, widgets::TextSize::Caption, widgets::Role::TextMuted)),
      m_addressLabel(new widgets::TextLabel),
      m_phoneLabel(new widgets::TextLabel),
      m_phoneButton(iconButton(widgets::Icon::Phone, tr("Show the whole number")))
{
    m_name->setSize(widgets::TextSize::Title, QFont::DemiBold);
    m_name->setObjectName(u"customerName"_s);
    m_addressLabel->setWrapping();
    m_order->setObjectName(u"orderDetails"_s);
    m_order->setWrapping();
    m_limit->setObjectName(u"timeLimit"_s);
    m_phoneLabel->setSelectable();
    m_phoneButton->setObjectName(u"showPhoneButton"_s);
    auto *copy = iconButton(widgets::Icon::Copy, tr("Copy the address"));
    copy->setObjectName(u"copyAddressButton"_s);
    auto *paper = new widgets::Button(tr("Work order"), widgets::ButtonKind::Quiet);
    paper->setObjectName(u"paperButton"_s);
    paper->setIconOf(widgets::Icon::Print);
    paper->setToolTip(tr("Preview, print or save the work order (Ctrl+P)"));

    auto *first = new QHBoxLayout;
    first->setSpacing(tokens::kSpace2);
    first->addWidget(m_name);
    first->addWidget(m_tier);
    first->addStretch(1);
    first->addWidget(paper);
    first->addWidget(m_clock);
    auto *second = new QHBoxLayout;
    second->setSpacing(tokens::kSpace1);
    second->addWidget(m_addressLabel, 1);
    second->addWidget(copy);
    second->addSpacing(tokens::kSpace3);
    second->addWidget(m_phoneLabel);
    second->addWidget(m_phoneButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::kSpace1);
    column->addLayout(first);
    column->addWidget(m_product);
    column->addWidget(m_order);
    column->addWidget(m_limit);
    column->addLayout(second);

    connect(copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_address); });
    connect(m_phoneButton, &QToolButton::clicked, this, [this] { showPhone(!m_phoneShown); });
    connect(paper, &QPushButton::clicked, this, &TicketHeader::paperRequested);
}

void TicketHeader::setPage(const presentation::TicketPage &page, WallTime now)
{
    const domain::TicketOpened &order = page.ticket.order;
    m_name->setText(order.customerName);
    m_tier->setTier(presentation::tierText(order),
                    order.tier == domain::Tier::Gold ? widgets::TierLevel::Top : widgets::TierLevel::Standard);
    m_product->setText(u"%1 · %2 · %3 · %4"_s.arg(order.number, presentation::kindText(order.kind, page.catalogue),
                                                  presentation::accessText(order.access), order.product));
    m_address = order.division + order.address;
    m_addressLabel->setText(m_address);
    if (m_phone != order.customerPhone || m_contactPhone != order.contactPhone) {
        m_phone = order.customerPhone;
        m_contactPhone = order.contactPhone;
        m_phoneShown = false;
    }
    m_contactName = order.contactName;
    m_details = detailsOf(order);
    showPhone(m_phoneShown);
    showLimit(page, now);
    m_clock->setVisible(page.row.window.has_value());
    if (page.row.window) {
        const QString tolerance = page.row.booked && order.area == domain::Area::Urban ? tr(" ±10") : QString();
        const bool over = page.ticket.state >= domain::State::Arrived;
        m_clock->setClock(presentation::windowText(*page.row.window, order.area) + tolerance,
                          over ? QString() : presentation::relativeText(page.row.window->start, now),
                          clockState(page, *page.row.window, now));
    }
}

/// The limit that runs out first; the agreed time has a badge of its own.
void TicketHeader::showLimit(const presentation::TicketPage &page, WallTime now)
{
    m_limit->hide();
    if (!page.catalogue)
        return;
    for (const domain::Deadline &deadline : domain::deadlines(page.ticket, *page.catalogue, now)) {
        if (deadline.ended || deadline.ends == domain::DeadlineEnd::Arrived)
            continue;
        m_limit->setText(presentation::deadlineLine(deadline, page.catalogue, now));
        m_limit->setRole(deadline.state == domain::DeadlineState::Overdue && deadline.verified ? widgets::Role::Fail
                         : deadline.state == domain::DeadlineState::Running ? widgets::Role::TextMuted
                                                                            : widgets::Role::Warn);
        m_limit->show();
        return;
    }
}

// Somebody else may look over the shoulder: the number stays masked until it is needed.
void TicketHeader::showPhone(bool whole)
{
    m_phoneShown = whole;
    m_phoneLabel->setText(whole ? m_phone : presentation::maskedPhone(m_phone));
    QStringList details = m_details;
    if (!m_contactName.isEmpty())
        details.push_back(tr("Contact: %1, %2")
                              .arg(m_contactName, whole ? m_contactPhone : presentation::maskedPhone(m_contactPhone)));
    m_order->setText(details.join(u" · "_s));
    m_order->setVisible(!details.isEmpty());
    m_phoneButton->setToolTip(whole ? tr("Hide the number") : tr("Show the whole number"));
}

} // namespace ruhu::installer
