// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/office_case.h>

#include "office_checks.h"

#include <ruhu/domain/codec.h>

#include <algorithm>

namespace ruhu::domain {
namespace {

using namespace Qt::Literals::StringLiterals;
using detail::holds;
using detail::isAmong;
using std::chrono::minutes;

constexpr qsizetype kMaxValueChars = 4000;

Refusal refuse(RefusalCode code, const QString &subject, const QString &rule = {})
{
    return Refusal{code, rule, subject, {}};
}

QString firstRule(const std::vector<QString> &rules)
{
    return rules.empty() ? QString() : rules.front();
}

bool isTime(const QString &text)
{
    bool good = false;
    const qlonglong ms = text.toLongLong(&good);
    return good && ms >= 0 && ms <= kMaxWallMs;
}

/// One given value against its rule.
std::optional<Refusal> checkValue(const CaseFieldRule &rule, const QString &value)
{
    if (value.size() > kMaxValueChars)
        return refuse(RefusalCode::BadField, rule.id);
    if (rule.kind == CaseFieldKind::Time && !isTime(value))
        return refuse(RefusalCode::BadField, rule.id);
    if (rule.kind != CaseFieldKind::Choice)
        return {};
    const bool known = std::any_of(rule.options.begin(), rule.options.end(),
                                   [&](const CaseOption &option) { return option.id == value; });
    return known ? std::nullopt : std::optional(refuse(RefusalCode::UnknownOption, rule.id));
}

const CaseField *given(const std::vector<CaseField> &fields, const QString &id)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const CaseField &f) { return f.field == id; });
    return found == fields.end() || found->value.trimmed().isEmpty() ? nullptr : &*found;
}

/// Nothing foreign, nothing twice, nothing missing, every value of its kind.
std::optional<Refusal> checkFields(const CaseKind &kind, const std::vector<CaseField> &fields,
                                   const std::vector<QString> &needs, const std::vector<QString> &may)
{
    std::vector<QString> seen;
    for (const CaseField &field : fields) {
        const CaseFieldRule *rule = kind.field(field.field);
        if (!rule || isAmong(seen, field.field) || !(isAmong(needs, field.field) || isAmong(may, field.field)))
            return refuse(RefusalCode::UnknownField, field.field);
        seen.push_back(field.field);
        if (field.value.trimmed().isEmpty())
            continue; // judged below
        if (auto objection = checkValue(*rule, field.value))
            return objection;
    }
    for (const QString &id : needs) {
        const CaseFieldRule *rule = kind.field(id);
        if (!given(fields, id))
            return refuse(
                rule && rule->kind == CaseFieldKind::Choice ? RefusalCode::NeedsOption : RefusalCode::NeedsText, id);
    }
    return {};
}

/// What was given, without blanks, and what the table gives by itself.
std::vector<CaseField> completed(const std::vector<CaseField> &fields, const std::vector<CaseField> &sets)
{
    std::vector<CaseField> all;
    std::copy_if(fields.begin(), fields.end(), std::back_inserter(all),
                 [](const CaseField &field) { return !field.value.trimmed().isEmpty(); });
    all.insert(all.end(), sets.begin(), sets.end());
    return all;
}

/// What stands against an act whatever is given with it.
std::optional<Refusal> checkAct(const OfficeCase &officeCase, const CaseAct &act, const RoleRule &role)
{
    const QString rule = firstRule(act.rules);
    if (!role.has(Right::Case) || !isAmong(act.roles, role.id))
        return refuse(RefusalCode::WrongRole, act.id, rule);
    if (!isAmong(act.from, officeCase.state))
        return Refusal{RefusalCode::WrongState, rule, act.id, {{u"state"_s, officeCase.state}}};
    for (const CaseCondition &condition : act.when) {
        if (!holds(condition, officeCase.value(condition.field)))
            return refuse(RefusalCode::NotNow, condition.field, rule);
    }
    return {};
}

class CaseFolder {
public:
    CaseFolder(OfficeCase &officeCase, Stamp stamp) : m_case(officeCase), m_stamp(stamp) {}

    void operator()(const CaseOpened &fact)
    {
        m_case.opening = fact;
        enter({}, fact.fields, fact.state);
    }
    void operator()(const CaseActed &fact) { enter(fact.act, fact.fields, fact.state); }
    template<typename Other>
    void operator()(const Other &)
    {}

private:
    void enter(const QString &act, const std::vector<CaseField> &fields, const QString &state)
    {
        for (const CaseField &field : fields)
            m_case.fields[field.field] = field.value;
        m_case.state = state;
        m_case.entries.push_back({m_stamp, act, fields});
    }

    OfficeCase &m_case;
    Stamp m_stamp;
};

/// The newest entry of this act, from which the limit counts.
std::size_t lastOf(const std::vector<CaseEntry> &entries, const QString &act)
{
    for (std::size_t i = entries.size(); i > 0; --i) {
        if (entries[i - 1].act == act)
            return i - 1;
    }
    return entries.size();
}

} // namespace

QString OfficeCase::value(const QString &field) const
{
    const auto found = fields.find(field);
    return found == fields.end() ? QString() : found->second;
}

OfficeCase foldCase(TicketId id, const std::vector<HistoryEntry> &history)
{
    OfficeCase officeCase;
    officeCase.id = id;
    for (const HistoryEntry &entry : history) {
        const EventMeta &meta = entry.event.meta;
        std::visit(CaseFolder(officeCase, Stamp{meta.id, meta.by, meta.wall}), entry.event.payload);
    }
    return officeCase;
}

CaseDecision decideOpening(const CaseOpened &proposal, const OfficeCatalogue &catalogue, const RoleRule &role)
{
    const CaseKind *kind = catalogue.kind(proposal.kind);
    if (!kind)
        return refuse(RefusalCode::UnknownAct, proposal.kind);
    if (!role.has(Right::Case))
        return refuse(RefusalCode::WrongRole, kind->id, u"D15-98"_s);
    if (proposal.customerName.trimmed().isEmpty())
        return refuse(RefusalCode::NeedsText, u"customerName"_s);
    if (auto objection = checkFields(*kind, proposal.fields, kind->needs, kind->may))
        return *objection;
    CaseOpened opened = proposal;
    opened.fields = completed(proposal.fields, kind->sets);
    opened.state = kind->start;
    return Payload(std::move(opened));
}

CaseDecision decideAct(const OfficeCase &officeCase, const CaseActed &proposal, const OfficeCatalogue &catalogue,
                       const RoleRule &role)
{
    const CaseKind *kind = catalogue.kind(officeCase.opening.kind);
    const CaseAct *act = kind ? kind->act(proposal.act) : nullptr;
    if (!act)
        return refuse(RefusalCode::UnknownAct, proposal.act);
    if (auto objection = checkAct(officeCase, *act, role))
        return *objection;
    if (auto objection = checkFields(*kind, proposal.fields, act->needs, act->may))
        return *objection;
    CaseActed acted = proposal;
    acted.fields = completed(proposal.fields, act->sets);
    acted.state = act->to.isEmpty() ? officeCase.state : act->to;
    return Payload(std::move(acted));
}

std::vector<std::pair<QString, std::optional<Refusal>>> caseActs(const OfficeCase &officeCase,
                                                                 const OfficeCatalogue &catalogue, const RoleRule &role)
{
    std::vector<std::pair<QString, std::optional<Refusal>>> list;
    if (const CaseKind *kind = catalogue.kind(officeCase.opening.kind)) {
        for (const CaseAct &act : kind->acts)
            list.emplace_back(act.id, checkAct(officeCase, act, role));
    }
    return list;
}

std::vector<Deadline> caseDeadlines(const OfficeCase &officeCase, const CaseKind &kind, const WorkingCalendar &calendar,
                                    WallTime now)
{
    std::vector<Deadline> list;
    const CaseState *state = kind.state(officeCase.state);
    for (const CaseLimit &limit : kind.limits) {
        const bool applies = std::all_of(limit.when.begin(), limit.when.end(), [&](const CaseCondition &condition) {
            return holds(condition, officeCase.value(condition.field));
        });
        const std::size_t start = lastOf(officeCase.entries, limit.starts);
        if (!applies || start == officeCase.entries.size())
            continue;
        const auto from = officeCase.entries.begin() + static_cast<std::ptrdiff_t>(start) + 1;
        const auto end = std::find_if(from, officeCase.entries.end(),
                                      [&](const CaseEntry &entry) { return isAmong(limit.ends, entry.act); });
        Deadline deadline;
        deadline.id = limit.id;
        deadline.rule = firstRule(limit.rules);
        deadline.due =
            dueAfter(officeCase.entries[start].stamp.wall, limit.workingDays, minutes(limit.minutes), calendar);
        deadline.verified = limit.confidence == u"A";
        if (end != officeCase.entries.end())
            deadline.ended = end->stamp;
        else if (state && state->final)
            continue; // over in another way; nobody waits for it
        deadline.state = deadlineState(deadline, minutes(limit.warnMinutes), now);
        list.push_back(std::move(deadline));
    }
    std::stable_sort(list.begin(), list.end(), [](const Deadline &a, const Deadline &b) { return a.due < b.due; });
    return list;
}

} // namespace ruhu::domain
