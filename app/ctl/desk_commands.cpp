// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run.h"
#include "ticket_json.h"

#include <ruhu/domain/names.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::ctl {
namespace {

[[nodiscard]] Result<Outcome> queue(Run &run)
{
    if (const auto opened = run.unlock(); !opened)
        return opened.error();
    auto rows = run.session->tickets();
    if (!rows)
        return rows.error();
    std::vector<store::TicketRow> waiting;
    std::copy_if(rows->begin(), rows->end(), std::back_inserter(waiting),
                 [](const store::TicketRow &row) { return domain::awaitsReview(row.state) && !row.gone; });
    std::sort(waiting.begin(), waiting.end(), [](const store::TicketRow &a, const store::TicketRow &b) {
        return a.risk != b.risk ? a.risk > b.risk : a.number < b.number;
    });
    Outcome outcome;
    Json::Array list;
    for (const store::TicketRow &row : waiting) {
        list.push_back(rowJson(row));
        outcome.lines
            << u"%1  risk %2  %3 findings  %4"_s.arg(row.number).arg(row.risk).arg(row.findings).arg(row.assigneeName);
    }
    outcome.json.set(u"queue"_s, std::move(list));
    return outcome;
}

[[nodiscard]] Result<Outcome> review(Run &run)
{
    const auto decision = domain::fromName<domain::ReviewDecision>(run.invocation.word(1));
    if (!decision)
        return Error{ErrorCode::InvalidInput, u"approve or return"_s, run.invocation.word(1)};
    domain::ReviewDecided payload;
    payload.decision = *decision;
    payload.comment = run.invocation.value(u"comment"_s);
    for (const QString &step : run.invocation.values.value(u"step"_s))
        payload.pins.push_back({step, payload.comment});
    for (const QString &mark : run.invocation.values.value(u"mark"_s))
        payload.marks.push_back(mark);
    if (const auto opened = run.unlock(); !opened)
        return opened.error();
    const auto id = run.session->findTicket(run.invocation.word(0));
    if (!id)
        return id.error();
    const auto act = run.session->act(*id, payload);
    if (!act)
        return act.error();
    const auto page = run.session->page(*id);
    if (!page)
        return page.error();
    return outcomeOf(*act, **page);
}

} // namespace

std::vector<Command> deskCommands()
{
    const QString group = u"desk"_s;
    // clang-format off
    return {
        {group, u"queue"_s, {}, u"signed-off tickets, most at risk first"_s, 0, 0, {}, {}, {}, now<queue>()},
        {group, u"review"_s, u"TICKET approve|return [--comment C] [--step S …] [--mark RULE …]"_s,
         u"decide; goes to the office with the next sync"_s, 2, 2, {u"comment"_s, u"step"_s, u"mark"_s}, {}, {}, now<review>()},
    };
    // clang-format on
}

} // namespace ruhu::ctl
