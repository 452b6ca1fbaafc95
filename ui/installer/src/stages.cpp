// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stages.h"

#include <ruhu/domain/names.h>

#include <algorithm>

namespace ruhu::installer {
namespace {

using namespace Qt::Literals::StringLiterals;

bool contains(const std::vector<QString> &list, const QString &value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

const domain::Transition *leadingOnFrom(const domain::Catalogue &catalogue, domain::State state)
{
    for (const domain::Transition &transition : catalogue.transitions) {
        if (transition.from == state)
            return &transition;
    }
    return nullptr;
}

/// The transition that closes a stage, nullptr for none.
const domain::Transition *closing(const domain::Catalogue &catalogue, const QString &stage)
{
    for (const domain::Transition &transition : catalogue.transitions) {
        if (contains(transition.stages, stage))
            return &transition;
    }
    return nullptr;
}

/// A ticket that was handed back ended somewhere on the way.
bool isClosed(const domain::Ticket &ticket, const domain::Transition &transition)
{
    return ticket.handBack ? ticket.reached.count(transition.to) > 0 : ticket.state >= transition.to;
}

QString timeReached(const domain::Ticket &ticket, domain::State state)
{
    const auto it = ticket.reached.find(state);
    return it == ticket.reached.end() ? QString() : presentation::timeText(it->second.wall);
}

} // namespace

QString currentStage(const presentation::TicketPage &page)
{
    if (!page.catalogue)
        return {};
    const domain::Transition *next = domain::nextTransition(page.ticket, *page.catalogue);
    // An act that closes no stage of its own (leaving, being let in) belongs to the stage that comes next.
    while (next && next->stages.empty())
        next = leadingOnFrom(*page.catalogue, next->to);
    if (!next)
        return page.catalogue->stages.back().id;
    for (const QString &stage : next->stages) {
        if (!domain::openItems(page.ticket, *page.catalogue, {stage}).empty())
            return stage;
    }
    QString last = next->stages.back();
    for (const domain::Stage *stage : stagesOf(page)) {
        if (contains(next->stages, stage->id))
            last = stage->id;
    }
    return last;
}

std::vector<const domain::Stage *> stagesOf(const presentation::TicketPage &page)
{
    std::vector<const domain::Stage *> stages;
    if (!page.catalogue)
        return stages;
    for (const domain::Stage &stage : page.catalogue->stages) {
        if (!stepsOf(page, stage.id).empty())
            stages.push_back(&stage);
    }
    return stages;
}

std::vector<widgets::Phase> railPhases(const presentation::TicketPage &page)
{
    std::vector<widgets::Phase> phases;
    if (!page.catalogue)
        return phases;
    const QString current = currentStage(page);
    bool before = true; // until the current stage is met
    for (const domain::Stage *stage : stagesOf(page)) {
        widgets::Phase phase;
        phase.label = presentation::pick(stage->title);
        const domain::Transition *transition = closing(*page.catalogue, stage->id);
        before = before && stage->id != current;
        const bool closed = transition && isClosed(page.ticket, *transition);
        // Work and test are closed by one act; work is done as soon as nothing of it is open.
        const bool settled =
            before && !page.ticket.handBack && domain::openItems(page.ticket, *page.catalogue, {stage->id}).empty();
        const bool done = (closed || settled) && page.ticket.state != domain::State::Cancelled;
        phase.state = stage->id == current && page.ticket.state < domain::State::SignedOff
                          ? widgets::PhaseState::Current
                      : done ? widgets::PhaseState::Done
                             : widgets::PhaseState::Later;
        phase.time = closed ? timeReached(page.ticket, transition->to) : QString();
        const std::vector<const domain::Step *> steps = stepsOf(page, stage->id);
        phase.needsYou = std::any_of(steps.begin(), steps.end(),
                                     [&page](const domain::Step *step) { return !pinsOn(page, step->id).empty(); });
        phases.push_back(phase);
    }
    return phases;
}

std::vector<QString> pinsOn(const presentation::TicketPage &page, const QString &step)
{
    std::vector<QString> comments;
    if (!page.ticket.returned || page.ticket.reviews.empty())
        return comments;
    for (const domain::ReviewPin &pin : page.ticket.reviews.back().review.pins) {
        if (pin.step == step)
            comments.push_back(pin.comment);
    }
    return comments;
}

std::vector<const domain::Step *> stepsOf(const presentation::TicketPage &page, const QString &stage)
{
    std::vector<const domain::Step *> steps;
    if (!page.catalogue)
        return steps;
    for (const domain::Step &step : page.catalogue->steps) {
        if (step.stage == stage && domain::appliesTo(step, page.ticket))
            steps.push_back(&step);
    }
    return steps;
}

bool canRecord(const presentation::TicketPage &page)
{
    const domain::State state = page.ticket.state;
    return !page.ticket.needsNewerProgram && !page.ticket.isAway() && state < domain::State::SignedOff;
}

const domain::Possibility *possibilityOf(const presentation::TicketPage &page, const QString &type,
                                         const QString &target)
{
    const auto it = std::find_if(page.possible.begin(), page.possible.end(), [&](const domain::Possibility &one) {
        return one.type == type && one.target == target;
    });
    return it == page.possible.end() ? nullptr : &*it;
}

bool isOffered(const presentation::TicketPage &page, const QString &type, const QString &target)
{
    const domain::Possibility *possibility = possibilityOf(page, type, target);
    return possibility
           && (!possibility->refusal || possibility->refusal->code == domain::RefusalCode::NotReached
               || possibility->refusal->code == domain::RefusalCode::OpenSteps);
}

std::optional<domain::Refusal> nextRefusal(const presentation::TicketPage &page)
{
    const domain::Transition *next = page.catalogue ? domain::nextTransition(page.ticket, *page.catalogue) : nullptr;
    if (!next)
        return std::nullopt;
    const domain::Possibility *leadsThere =
        next->to == domain::State::Booked     ? possibilityOf(page, u"appointment.booked"_s)
        : next->to == domain::State::Admitted ? possibilityOf(page, u"admission.recorded"_s)
                                              : possibilityOf(page, u"state.entered"_s, domain::toName(next->to));
    return leadsThere ? leadsThere->refusal : std::nullopt;
}

const domain::Step *stepSettledBy(const presentation::TicketPage &page, const QString &automatic)
{
    const auto &steps = page.catalogue->steps;
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const domain::Step &step) {
        return step.automatic == automatic && domain::appliesTo(step, page.ticket);
    });
    return found == steps.end() ? nullptr : &*found;
}

} // namespace ruhu::installer
