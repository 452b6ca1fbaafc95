// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words_tr.h"

#include <algorithm>

namespace ruhu::presentation {

using namespace Qt::Literals::StringLiterals;

QString productOf(const domain::TicketOpened &order)
{
    if (!order.product.isEmpty())
        return order.product;
    QStringList names;
    for (const domain::Service service : order.services)
        names.push_back(serviceText(service));
    return listed(names);
}

std::vector<const domain::Phrase *> phrasesOf(const domain::Step &step, const domain::Catalogue &catalogue,
                                              const domain::Ticket &ticket)
{
    std::vector<const domain::Phrase *> phrases;
    for (const QString &id : step.phrases) {
        const domain::Phrase *phrase = catalogue.phrase(id);
        const auto &kinds = phrase->kinds;
        if (kinds.empty() || std::find(kinds.begin(), kinds.end(), ticket.order.kind) != kinds.end())
            phrases.push_back(phrase);
    }
    return phrases;
}

QString phraseText(const domain::Phrase &phrase, const domain::Ticket &ticket, const QString &branch)
{
    const domain::TicketOpened &order = ticket.order;
    const QString time =
        ticket.appointment ? windowText(ticket.appointment->appointment.window, order.area) : QString();
    const QString address = order.division + order.address;
    return domain::fillPhrase(pick(phrase.text),
                              {{u"customer"_s, order.customerName},
                               {u"technician"_s, ticket.assignment ? ticket.assignment->userName : QString()},
                               {u"branch"_s, branch},
                               {u"orderedOn"_s, shortDateText(order.acceptedAt)},
                               {u"product"_s, productOf(order)},
                               {u"time"_s, time},
                               {u"phone"_s, order.customerPhone},
                               {u"address"_s, address}});
}

std::vector<const domain::ConductRule *> conductOf(const QString &stage, const domain::Catalogue &catalogue)
{
    std::vector<const domain::ConductRule *> rules;
    for (const domain::ConductRule &rule : catalogue.conduct) {
        if (rule.shown == stage)
            rules.push_back(&rule);
    }
    return rules;
}

QString conductText(const QString &rule, const domain::Catalogue *catalogue)
{
    const domain::ConductRule *known = catalogue ? catalogue->conductRule(rule) : nullptr;
    return known ? pick(known->text) : rule;
}

} // namespace ruhu::presentation
