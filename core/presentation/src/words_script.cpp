// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words_tr.h"

namespace ruhu::presentation {
namespace {

using namespace Qt::Literals::StringLiterals;

[[nodiscard]] QString greeting(const domain::Ticket &ticket)
{
    const QString customer = ticket.order.customerName;
    const QString technician = ticket.assignment ? ticket.assignment->userName : QString();
    if (technician.isEmpty())
        return Tr::tr("Hello, am I speaking with %1? I am the engineer for your home broadband.").arg(customer);
    return Tr::tr("Hello, am I speaking with %1? I am %2, the engineer for your home broadband.")
        .arg(customer, technician);
}

} // namespace

QString postponeScript()
{
    return Tr::tr("All right. When you are ready, please call 10010 and we will agree a time.");
}

QString callScript(const domain::Ticket &ticket)
{
    const domain::TicketOpened &order = ticket.order;
    const QString reason = Tr::tr("On %1 you asked us for a visit about %2.", "day, product")
                               .arg(dateText(order.acceptedAt), productOf(order));
    const QString question = order.area == domain::Area::Urban
                                 ? Tr::tr("Which day and what time suit you?")
                                 : Tr::tr("Which day suits you, and rather the morning or the afternoon?");
    const QString home = Tr::tr("Please let an adult be at home and have your ID and a free socket at hand.");
    QStringList lines{sentences({greeting(ticket), reason}), sentences({question, home})};
    if (ticket.appointment) {
        const QString agreed = windowText(ticket.appointment->appointment.window, order.area);
        lines.push_back(Tr::tr("Good: I will be with you as agreed, %1. Goodbye.").arg(agreed));
    } else {
        lines.push_back(Tr::tr("Good: I will be with you on time as agreed. Goodbye."));
    }
    return lines.join(u'\n');
}

} // namespace ruhu::presentation
