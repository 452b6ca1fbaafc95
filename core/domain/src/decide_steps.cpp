// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "acts.h"
#include "find_by_id.h"

#include <algorithm>

namespace ruhu::domain::detail {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::int64_t kMaxPhotoBytes = 32 * 1024 * 1024;
constexpr std::int64_t kMaxPhotoSide = 30'000;
constexpr qsizetype kHashBytes = 32;

/// The step, or why nothing can be recorded for it now.
struct Found {
    const Step *step = nullptr;
    Objection objection;
};

/// What this ticket has to have settled before the step.
Objection objectionToOrder(const Act &act, const Step &step)
{
    std::vector<OpenItem> first;
    for (const QString &id : step.after) {
        const Step *other = act.context.catalogue.step(id);
        if (other && appliesTo(*other, act.ticket) && !isSettled(*other, act.ticket))
            first.push_back({other->stage, id, other->gate});
    }
    return objectionTo(first, act.ticket, act.context.catalogue);
}

Found find(const Act &act, const QString &id)
{
    const Step *step = act.context.catalogue.step(id);
    if (!step)
        return {nullptr, refuse(RefusalCode::UnknownStep, id)};
    if (!appliesTo(*step, act.ticket))
        return {nullptr, refuse(RefusalCode::StepNotForTicket, id)};
    if (act.ticket.state < stageStart(act.context.catalogue, step->stage))
        return {nullptr, wrongState(act.ticket, id)};
    if (auto objection = objectionToOrder(act, *step))
        return {nullptr, objection};
    return {step, {}};
}

QString ruleOfStep(const Step &step)
{
    return step.rules.empty() ? QString() : step.rules.front();
}

/// Of a list to tick off, everything is there or the note says what is missing.
bool isShortList(const Step &step, const StepAnswered &answer, const Ticket &ticket)
{
    return step.kind == StepKind::Multi
           && std::any_of(step.options.begin(), step.options.end(), [&](const StepOption &option) {
                  const bool chosen =
                      std::find(answer.options.begin(), answer.options.end(), option.id) != answer.options.end();
                  return option.passes && isOffered(option, ticket) && !chosen;
              });
}

Objection checkOptions(const Step &step, const StepAnswered &answer, const Ticket &ticket)
{
    const bool single = step.kind != StepKind::Multi;
    if (answer.options.empty() || (single && answer.options.size() > 1))
        return refuse(RefusalCode::NeedsOption, step.id, ruleOfStep(step));
    // "Nothing used" beside what was used would be said to the customer as well.
    if (hasLines(step, ticket))
        return refuse(RefusalCode::UnknownOption, step.id, ruleOfStep(step));
    bool needsNote = isShortList(step, answer, ticket);
    for (const QString &id : answer.options) {
        const StepOption *option = findById(step.options, id);
        if (!option || !isOffered(*option, ticket) || std::count(answer.options.begin(), answer.options.end(), id) > 1)
            return refuse(RefusalCode::UnknownOption, step.id);
        if (const QString measure = failedReading(*option, ticket); !measure.isEmpty())
            return refuse(RefusalCode::ReadingFails, measure, ruleOfStep(step));
        needsNote = needsNote || option->needsNote;
    }
    if (needsNote && isBlank(answer.text))
        return refuse(RefusalCode::NeedsNote, step.id, ruleOfStep(step));
    return {};
}

/// The step of this ticket that asks for the measure, so that its stage can be judged.
const Step *stepOfMeasure(const Act &act, const QString &measure)
{
    const Step *other = nullptr;
    for (const Step &step : act.context.catalogue.steps) {
        if (std::find(step.measures.begin(), step.measures.end(), measure) == step.measures.end())
            continue;
        if (appliesTo(step, act.ticket))
            return &step;
        other = &step;
    }
    return other;
}

bool isPhoto(const PhotoAttached &photo)
{
    const bool known = photo.mime == u"image/jpeg"_s || photo.mime == u"image/png"_s;
    const auto isSide = [](std::int64_t side) { return side > 0 && side <= kMaxPhotoSide; };
    return known && photo.sha256.size() == kHashBytes && photo.sizeBytes > 0 && photo.sizeBytes <= kMaxPhotoBytes
           && isSide(photo.width) && isSide(photo.height);
}

} // namespace

Objection Act::operator()(StepsConfirmed &proposal) const
{
    std::vector<QString> steps;
    for (const QString &id : proposal.steps) {
        const Found found = find(*this, id);
        if (!found.step)
            return found.objection;
        if (found.step->kind != StepKind::Tick)
            return refuse(RefusalCode::WrongStepKind, id);
        if (std::find(steps.begin(), steps.end(), id) == steps.end())
            steps.push_back(id);
    }
    if (steps.empty())
        return refuse(RefusalCode::UnknownStep);
    for (const QString &id : steps) {
        if (steps.size() > 1 && !context.catalogue.step(id)->routine)
            return refuse(RefusalCode::NotRoutine, id);
    }
    proposal.steps = std::move(steps);
    return {};
}

Objection Act::operator()(StepAnswered &proposal) const
{
    const Found found = find(*this, proposal.step);
    if (!found.step)
        return found.objection;
    const Step &step = *found.step;
    if (!step.options.empty())
        return checkOptions(step, proposal, ticket);
    if (step.kind != StepKind::Text)
        return refuse(RefusalCode::WrongStepKind, step.id);
    if (!proposal.options.empty())
        return refuse(RefusalCode::UnknownOption, step.id);
    return isBlank(proposal.text) ? Objection(refuse(RefusalCode::NeedsText, step.id, ruleOfStep(step))) : std::nullopt;
}

Objection Act::operator()(StepSkipped &proposal) const
{
    const Found found = find(*this, proposal.step);
    if (!found.step)
        return found.objection;
    if (found.step->gate != Gate::Reason)
        return refuse(RefusalCode::CannotSkip, proposal.step, ruleOfStep(*found.step));
    return isBlank(proposal.reason)
               ? Objection(refuse(RefusalCode::NeedsReason, proposal.step, ruleOfStep(*found.step)))
               : std::nullopt;
}

Objection Act::operator()(ReadingRecorded &proposal) const
{
    const Measure *measure = context.catalogue.measure(proposal.measure);
    const Step *step = measure ? stepOfMeasure(*this, measure->id) : nullptr;
    if (!step)
        return refuse(RefusalCode::UnknownMeasure, proposal.measure);
    if (auto objection = find(*this, step->id).objection)
        return objection;
    if (proposal.value < measure->min || proposal.value > measure->max)
        return Refusal{RefusalCode::ImpossibleValue,
                       {},
                       measure->id,
                       {{u"min"_s, QString::number(measure->min)}, {u"max"_s, QString::number(measure->max)}}};
    proposal.limits = limitsFor(*measure, ticket);
    proposal.verdict = judge(proposal.value, proposal.limits);
    if (proposal.verdict == Verdict::Fail && isBlank(proposal.reason))
        return Refusal{
            RefusalCode::OutOfLimitsNeedsReason, ruleOfStep(*step), measure->id, {{u"verdict"_s, u"fail"_s}}};
    return {};
}

Objection Act::operator()(PhotoAttached &proposal) const
{
    const Found found = find(*this, proposal.step);
    if (!found.step)
        return found.objection;
    if (found.step->kind != StepKind::Photo)
        return refuse(RefusalCode::WrongStepKind, proposal.step);
    return isPhoto(proposal) ? Objection() : Objection(refuse(RefusalCode::BadPhoto, proposal.step));
}

} // namespace ruhu::domain::detail
