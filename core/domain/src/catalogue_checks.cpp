// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue_checks.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

namespace ruhu::domain::detail {
namespace {

using namespace Qt::Literals::StringLiterals;
/// The kind says which members a step must and must not have.
Problem checkKind(const Step &step, const QString &path)
{
    const bool choosing = step.kind == StepKind::Choice || step.kind == StepKind::Multi;
    if (step.kind != StepKind::Materials && choosing == step.options.empty())
        return badMember(path + u".options"_s, u"belong to choices, and a choice needs them"_s);
    if ((step.kind == StepKind::Reading) == step.measures.empty())
        return badMember(path + u".measures"_s, u"belong to readings, and a reading needs them"_s);
    if (step.routine && step.kind != StepKind::Tick)
        return badMember(path + u".routine"_s, u"only a tick can be routine"_s);
    static const std::set<QString> kFacts{u"contact"_s,   u"appointment"_s, u"arrival"_s, u"admission"_s,
                                          u"quotation"_s, u"payment"_s,     u"enquiry"_s};
    const std::set<QString> facts = step.kind == StepKind::Auto        ? kFacts
                                    : step.kind == StepKind::Items     ? std::set{u"moved"_s, u"restored"_s}
                                    : step.kind == StepKind::Materials ? std::set{u"used"_s, u"taken-back"_s}
                                                                       : std::set{u""_s};
    if (facts.count(step.automatic) == 0)
        return badMember(path + u".automatic"_s, u"does not fit the kind"_s);
    const bool closing = step.kind == StepKind::Signature || step.kind == StepKind::Rating;
    if (closing && step.gate != Gate::Block)
        return badMember(path + u".gate"_s, u"signatures and rating always block"_s);
    return {};
}

Problem checkOptions(const Step &step, const QString &path)
{
    if (auto problem = checkUniqueIds(step.options, u"options"))
        return badMember(path + u'.' + problem->subject, problem->detail);
    bool anyPasses = step.options.empty();
    for (std::size_t i = 0; i < step.options.size(); ++i) {
        anyPasses = anyPasses || step.options[i].passes;
        if (!isFilled(step.options[i].text))
            return badMember(path + u'.' + at(u"options", i) + u".text"_s, u"needs both languages"_s);
    }
    // Otherwise nobody could ever settle the step.
    return anyPasses ? Problem() : badMember(path + u".options"_s, u"one of them must pass"_s);
}

Problem checkMeasureNames(const Catalogue &catalogue, const std::vector<QString> &names, const QString &path)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!catalogue.measure(names[i]))
            return badMember(at(path, i), u"there is no such measure"_s);
    }
    return {};
}

/// A code from before kinds were rows does not say which there are.
bool isKindOf(const Catalogue &catalogue, const TicketKind &kind)
{
    return catalogue.kinds.empty() || catalogue.kind(kind);
}

/// `step` is the one the condition belongs to, if it is a step's.
Problem checkCondition(const Catalogue &catalogue, const Step *step, const StepCondition &condition,
                       const QString &path)
{
    for (std::size_t i = 0; i < condition.kinds.size(); ++i) {
        if (!isKindOf(catalogue, condition.kinds[i]))
            return badMember(at(path + u".kinds"_s, i), u"there is no such kind of ticket"_s);
    }
    const QString parts = path + u".anyOf"_s;
    for (std::size_t i = 0; i < condition.anyOf.size(); ++i) {
        if (auto problem = checkCondition(catalogue, step, condition.anyOf[i], at(parts, i)))
            return problem;
    }
    if (condition.stepAnswered.isEmpty())
        return condition.withOption.isEmpty() ? Problem() : badMember(path, u"withOption needs stepAnswered"_s);
    const Step *other = catalogue.step(condition.stepAnswered);
    if (!other || other == step)
        return badMember(path + u".stepAnswered"_s, u"there is no such other step"_s);
    if (condition.withOption.isEmpty())
        return {};
    const bool known = std::any_of(other->options.begin(), other->options.end(),
                                   [&](const StepOption &option) { return option.id == condition.withOption; });
    return known ? Problem() : badMember(path + u".withOption"_s, u"that step has no such option"_s);
}

Problem checkOptionReferences(const Catalogue &catalogue, const Step &step, const QString &path)
{
    for (std::size_t i = 0; i < step.options.size(); ++i) {
        const StepOption &option = step.options[i];
        const QString place = path + u'.' + at(u"options", i);
        if (auto problem = checkMeasureNames(catalogue, option.needsPassing, place + u".needsPassing"_s))
            return problem;
        if (auto problem = checkCondition(catalogue, &step, option.condition, place + u".condition"_s))
            return problem;
    }
    return {};
}

Problem checkReferences(const Catalogue &catalogue, const Step &step, const QString &path)
{
    if (!catalogue.stage(step.stage))
        return badMember(path + u".stage"_s, u"there is no such stage"_s);
    if (auto problem = checkMeasureNames(catalogue, step.measures, path + u".measures"_s))
        return problem;
    if (auto problem = checkOptionReferences(catalogue, step, path))
        return problem;
    for (std::size_t i = 0; i < step.phrases.size(); ++i) {
        if (!catalogue.phrase(step.phrases[i]))
            return badMember(path + u'.' + at(u"phrases", i), u"there is no such phrase"_s);
    }
    for (std::size_t i = 0; i < step.after.size(); ++i) {
        const Step *other = catalogue.step(step.after[i]);
        if (!other || other == &step)
            return badMember(path + u'.' + at(u"after", i), u"there is no such other step"_s);
    }
    return checkCondition(catalogue, &step, step.condition, path + u".condition"_s);
}

void addNeeded(const StepCondition &condition, std::vector<QString> &needed)
{
    if (!condition.stepAnswered.isEmpty())
        needed.push_back(condition.stepAnswered);
    for (const StepCondition &one : condition.anyOf)
        addNeeded(one, needed);
}

/// Steps that wait for each other in a circle would never be open to anybody.
Problem checkCircles(const Catalogue &catalogue)
{
    std::map<QString, std::vector<QString>> waitsFor;
    for (const Step &step : catalogue.steps) {
        waitsFor[step.id] = step.after;
        addNeeded(step.condition, waitsFor[step.id]);
        for (const StepOption &option : step.options)
            addNeeded(option.condition, waitsFor[step.id]);
    }
    // Takes away whatever waits for nothing that is left; what stays is a circle or waits for one.
    for (bool taken = true; taken;) {
        taken = false;
        for (auto it = waitsFor.begin(); it != waitsFor.end();) {
            const auto isLeft = [&](const QString &id) { return waitsFor.count(id) > 0; };
            const bool waits = std::any_of(it->second.begin(), it->second.end(), isLeft);
            taken = taken || !waits;
            it = waits ? std::next(it) : waitsFor.erase(it);
        }
    }
    for (std::size_t i = 0; i < catalogue.steps.size(); ++i) {
        if (waitsFor.count(catalogue.steps[i].id) > 0)
            return badMember(at(u"steps", i), u"waits for itself in a circle"_s);
    }
    return {};
}

Problem checkSteps(const Catalogue &catalogue)
{
    if (auto problem = checkUniqueIds(catalogue.steps, u"steps"))
        return problem;
    for (std::size_t i = 0; i < catalogue.steps.size(); ++i) {
        const Step &step = catalogue.steps[i];
        const QString path = at(u"steps", i);
        if (!isFilled(step.title))
            return badMember(path + u".title"_s, u"needs both languages"_s);
        if (step.hint.en.isEmpty() != step.hint.zh.isEmpty())
            return badMember(path + u".hint"_s, u"needs both languages"_s);
        if (auto problem = checkKind(step, path))
            return problem;
        if (auto problem = checkOptions(step, path))
            return problem;
        if (auto problem = checkReferences(catalogue, step, path))
            return problem;
    }
    return checkCircles(catalogue);
}

Problem checkLimits(const Limits &limits, const QString &path)
{
    if (limits.failLow && limits.failHigh && *limits.failLow > *limits.failHigh)
        return badMember(path + u".limits"_s, u"the low limit is above the high one"_s);
    if (limits.failLow && limits.warnLow && *limits.warnLow < *limits.failLow)
        return badMember(path + u".limits.warnLow"_s, u"must lie inside the limits"_s);
    if (limits.failHigh && limits.warnHigh && *limits.warnHigh > *limits.failHigh)
        return badMember(path + u".limits.warnHigh"_s, u"must lie inside the limits"_s);
    // A warning that begins where nothing is right any more would never be seen, or always.
    const auto high = limits.warnHigh ? limits.warnHigh : limits.failHigh;
    if (limits.warnLow && high && *limits.warnLow > *high)
        return badMember(path + u".limits.warnLow"_s, u"is above the high limit"_s);
    if (limits.failLow && limits.warnHigh && *limits.warnHigh < *limits.failLow)
        return badMember(path + u".limits.warnHigh"_s, u"is below the low limit"_s);
    return {};
}

Problem checkVariants(const Catalogue &catalogue, const Measure &measure, const QString &path)
{
    for (std::size_t i = 0; i < measure.variants.size(); ++i) {
        const MeasureVariant &variant = measure.variants[i];
        const QString inner = path + u'.' + at(u"variants", i);
        if (!isConfidence(variant.confidence))
            return badMember(inner + u".confidence"_s, u"is not a known grade"_s);
        if (auto problem = checkLimits(variant.limits, inner))
            return problem;
        if (auto problem = checkCondition(catalogue, nullptr, variant.condition, inner + u".condition"_s))
            return problem;
    }
    return {};
}

Problem checkMeasures(const Catalogue &catalogue)
{
    const std::vector<Measure> &measures = catalogue.measures;
    static const std::set<QString> kRates{u""_s, u"down"_s, u"up"_s};
    if (auto problem = checkUniqueIds(measures, u"measures"))
        return problem;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const Measure &measure = measures[i];
        const QString path = at(u"measures", i);
        if (!isFilled(measure.title))
            return badMember(path + u".title"_s, u"needs both languages"_s);
        if (measure.decimals < 0 || measure.decimals > 4)
            return badMember(path + u".decimals"_s, u"must be 0 to 4"_s);
        if (measure.min >= measure.max)
            return badMember(path + u".max"_s, u"must be above min"_s);
        if (kRates.count(measure.relativeTo) == 0)
            return badMember(path + u".relativeTo"_s, u"is not a subscribed rate"_s);
        if (!isConfidence(measure.confidence))
            return badMember(path + u".confidence"_s, u"is not a known grade"_s);
        if (auto problem = checkLimits(measure.limits, path))
            return problem;
        if (auto problem = checkVariants(catalogue, measure, path))
            return problem;
    }
    return {};
}

/// One chain from the first call to the sign-off, every state left by one transition only, and every
/// stage asked for by one of them: otherwise a ticket could get stuck or a stage be forgotten.
Problem checkTransitions(const Catalogue &catalogue)
{
    if (auto problem = checkUniqueIds(catalogue.transitions, u"transitions"))
        return problem;
    State reached = State::ToContact;
    std::set<QString> asked;
    for (std::size_t i = 0; i < catalogue.transitions.size(); ++i) {
        const Transition &transition = catalogue.transitions[i];
        const QString path = at(u"transitions", i);
        if (transition.from != reached)
            return badMember(path + u".from"_s, u"cannot be reached by the transitions before"_s);
        if (transition.to <= transition.from || transition.to > State::SignedOff)
            return badMember(path + u".to"_s, u"must lead on, to the sign-off at most"_s);
        if (!isFilled(transition.act))
            return badMember(path + u".act"_s, u"needs both languages"_s);
        for (std::size_t k = 0; k < transition.stages.size(); ++k) {
            if (!catalogue.stage(transition.stages[k]))
                return badMember(path + u'.' + at(u"stages", k), u"there is no such stage"_s);
            asked.insert(transition.stages[k]);
        }
        reached = transition.to;
    }
    if (reached != State::SignedOff)
        return badMember(u"transitions"_s, u"must end with the sign-off"_s);
    for (std::size_t i = 0; i < catalogue.stages.size(); ++i) {
        if (asked.count(catalogue.stages[i].id) == 0)
            return badMember(at(u"stages", i) + u".id"_s, u"no transition asks for this stage"_s);
    }
    return {};
}

Problem checkHandBacks(const Catalogue &catalogue)
{
    if (auto problem = checkUniqueIds(catalogue.handBacks, u"handBacks"))
        return problem;
    for (std::size_t i = 0; i < catalogue.handBacks.size(); ++i) {
        const HandBackWay &way = catalogue.handBacks[i];
        const QString path = at(u"handBacks", i);
        if (!isFilled(way.title) || !isFilled(way.hint))
            return badMember(path + u".title"_s, u"title and hint need both languages"_s);
        if (way.to < way.from || way.to >= State::SignedOff)
            return badMember(path + u".to"_s, u"must not lie before from nor after the work"_s);
        if (way.lostVisits < 0)
            return badMember(path + u".lostVisits"_s, u"must not be negative"_s);
        if (auto problem = checkCondition(catalogue, nullptr, way.condition, path + u".condition"_s))
            return problem;
    }
    return {};
}

Problem checkDeadlines(const Catalogue &catalogue)
{
    if (auto problem = checkUniqueIds(catalogue.deadlines, u"deadlines"))
        return problem;
    constexpr std::int64_t kYearMin = 366 * 24 * 60;
    for (std::size_t i = 0; i < catalogue.deadlines.size(); ++i) {
        const DeadlineRule &rule = catalogue.deadlines[i];
        const QString path = at(u"deadlines", i);
        if (!isFilled(rule.title))
            return badMember(path + u".title"_s, u"needs both languages"_s);
        if (rule.minutes < 0 || rule.minutes > kYearMin || rule.workingDays < 0 || rule.workingDays > 366)
            return badMember(path + u".minutes"_s, u"must not be negative nor longer than a year"_s);
        if (rule.sameDayUntil && (*rule.sameDayUntil < 0 || *rule.sameDayUntil > 24 * 60 || rule.workingDays > 0))
            return badMember(path + u".sameDayUntil"_s, u"must be a minute of the day, without working days"_s);
        if (rule.warnMinutes < 0 || rule.warnMinutes > kYearMin)
            return badMember(path + u".warnMinutes"_s, u"must not be negative nor longer than a year"_s);
        if ((rule.starts == DeadlineStart::Left) != (rule.ends == DeadlineEnd::Resumed))
            return badMember(path + u".ends"_s, u"left and resumed come together"_s);
        if (!isConfidence(rule.confidence))
            return badMember(path + u".confidence"_s, u"is not a known grade"_s);
        if (auto problem = checkCondition(catalogue, nullptr, rule.condition, path + u".condition"_s))
            return problem;
    }
    return {};
}

Problem checkKinds(const Catalogue &catalogue)
{
    if (auto problem = checkUniqueIds(catalogue.kinds, u"kinds"))
        return problem;
    for (std::size_t i = 0; i < catalogue.kinds.size(); ++i) {
        const TicketKindRule &kind = catalogue.kinds[i];
        static const QRegularExpression form(u"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"_s);
        if (kind.id.size() > 40 || !form.match(kind.id).hasMatch())
            return badMember(at(u"kinds", i) + u".id"_s, u"must be a name of small letters, digits and hyphens"_s);
        if (!isFilled(kind.title))
            return badMember(at(u"kinds", i) + u".title"_s, u"needs both languages"_s);
    }
    for (std::size_t i = 0; i < catalogue.phrases.size(); ++i) {
        for (const TicketKind &kind : catalogue.phrases[i].kinds) {
            if (!isKindOf(catalogue, kind))
                return badMember(u"documents.phrases:"_s + at(u"phrases", i) + u".kinds"_s,
                                 u"there is no such kind of ticket"_s);
        }
    }
    return {};
}

Problem checkConduct(const Catalogue &catalogue)
{
    for (std::size_t i = 0; i < catalogue.conduct.size(); ++i) {
        const QString &shown = catalogue.conduct[i].shown;
        if (shown != u"always"_s && !catalogue.stage(shown))
            return badMember(u"documents.conduct:"_s + at(u"rules", i) + u".shown"_s, u"there is no such stage"_s);
    }
    return {};
}

Problem checkDays(const std::vector<QString> &days, const QString &path)
{
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (!QDate::fromString(days[i], Qt::ISODate).isValid())
            return badMember(at(path, i), u"is not a date"_s);
    }
    return {};
}

Problem checkCalendar(const WorkingCalendar &calendar)
{
    if (calendar.utcOffsetMin < -14 * 60 || calendar.utcOffsetMin > 14 * 60)
        return badMember(u"calendar.utcOffsetMin"_s, u"must be within 14 hours"_s);
    if (auto problem = checkDays(calendar.holidays, u"calendar.holidays"_s))
        return problem;
    return checkDays(calendar.workdays, u"calendar.workdays"_s);
}

Problem checkStages(const std::vector<Stage> &stages)
{
    for (std::size_t i = 0; i < stages.size(); ++i) {
        if (!isFilled(stages[i].title))
            return badMember(at(u"stages", i) + u".title"_s, u"needs both languages"_s);
    }
    return checkUniqueIds(stages, u"stages");
}

} // namespace

bool isFilled(const Text &text)
{
    return !text.en.isEmpty() && !text.zh.isEmpty();
}

bool isConfidence(const QString &grade)
{
    static const std::set<QString> kConfidences{u"A"_s, u"B"_s, u"C"_s, u"M"_s, u"design"_s, u"NF"_s};
    return kConfidences.count(grade) > 0;
}

Problem checkCatalogue(const Catalogue &catalogue)
{
    if (catalogue.id.isEmpty())
        return badMember(u"id"_s, u"must not be empty"_s);
    if (catalogue.version.isEmpty())
        return badMember(u"version"_s, u"must not be empty"_s);
    if (catalogue.arrivalToleranceMin < 0 || catalogue.arrivalToleranceMin > 24 * 60)
        return badMember(u"arrivalToleranceMin"_s, u"must be 0 to 1440 minutes"_s);
    if (auto problem = checkKinds(catalogue))
        return problem;
    if (auto problem = checkStages(catalogue.stages))
        return problem;
    if (auto problem = checkConduct(catalogue))
        return problem;
    if (auto problem = checkMeasures(catalogue))
        return problem;
    if (auto problem = checkSteps(catalogue))
        return problem;
    if (auto problem = checkHandBacks(catalogue))
        return problem;
    if (auto problem = checkDeadlines(catalogue))
        return problem;
    if (auto problem = checkCalendar(catalogue.calendar))
        return problem;
    if (catalogue.renewalNoticeDays < 0 || catalogue.renewalNoticeDays > 366)
        return badMember(u"renewalNoticeDays"_s, u"must be 0 to 366"_s);
    if (auto problem = checkUniqueIds(catalogue.tierMarks, u"tierMarks"))
        return problem;
    return checkTransitions(catalogue);
}

} // namespace ruhu::domain::detail
