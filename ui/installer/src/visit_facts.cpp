// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "card_parts.h"
#include "cards.h"

#include <ruhu/widgets/fact_line.h>

#include <algorithm>

namespace ruhu::installer {
namespace {

using namespace Qt::Literals::StringLiterals;
using domain::State;

/// What the visit's own acts left on a stage, once the cards that made them are gone.
std::vector<EventId> factsOf(const domain::Ticket &ticket, const QString &stage)
{
    std::vector<EventId> facts;
    const auto entered = [&](State state) {
        const auto it = ticket.reached.find(state);
        if (it != ticket.reached.end() && ticket.state >= state)
            facts.push_back(it->second.event);
    };
    // Until then the cards of call and appointment are there, for another time.
    if (stage == u"book" && ticket.state > State::Travelling) {
        if (!ticket.contacts.empty())
            facts.push_back(ticket.contacts.back().stamp.event);
        if (ticket.appointment)
            facts.push_back(ticket.appointment->stamp.event);
    }
    if (stage == u"prepare")
        entered(State::Prepared);
    if (stage == u"travel") {
        entered(State::Travelling);
        for (const domain::LateFact &late : ticket.lateNotices)
            facts.push_back(late.stamp.event);
    }
    if (stage == u"travel" || stage == u"door")
        entered(State::Arrived);
    if (stage == u"door" && ticket.state >= State::Admitted && !ticket.admissions.empty())
        facts.push_back(ticket.admissions.back().stamp.event);
    return facts;
}

} // namespace

QWidget *makeFactLines(const Page &page, const QString &stage)
{
    const std::vector<EventId> facts = factsOf(page->ticket, stage);
    auto *box = new QWidget;
    box->setObjectName(u"facts:"_s + stage);
    QVBoxLayout *column = columnIn(box);
    column->setSpacing(0);
    for (const domain::HistoryEntry &entry : page->history) {
        if (std::find(facts.begin(), facts.end(), entry.event.meta.id) == facts.end())
            continue;
        column->addWidget(new widgets::FactLine({widgets::Icon::Check, widgets::Role::Ok,
                                                 presentation::factText(entry.event, page->catalogue),
                                                 presentation::dayTimeText(entry.event.meta.wall)}));
    }
    if (column->count() == 0)
        box->hide();
    return box;
}

} // namespace ruhu::installer
