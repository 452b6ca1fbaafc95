// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/office_catalogue.h>
#include <ruhu/domain/roles.h>

#include "catalogue_checks.h"
#include "catalogue_schema.h"
#include "find_by_id.h"
#include "office_checks.h"

#include <set>

namespace ruhu::domain {
namespace detail {

template<>
struct Schema<CaseOption> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"text", p.text);
    }
};

template<>
struct Schema<CaseFieldRule> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"kind", p.kind);
        v.required(u"title", p.title);
        v.optional(u"options", p.options);
    }
};

template<>
struct Schema<CaseCondition> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"field", p.field);
        v.required(u"values", p.values);
    }
};

template<>
struct Schema<CaseState> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"title", p.title);
        v.optional(u"final", p.final);
    }
};

template<>
struct Schema<CaseAct> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"title", p.title);
        v.required(u"from", p.from);
        v.optional(u"to", p.to);
        v.optional(u"needs", p.needs);
        v.optional(u"may", p.may);
        v.optional(u"when", p.when);
        v.optional(u"sets", p.sets);
        v.required(u"roles", p.roles);
        v.required(u"rules", p.rules);
    }
};

template<>
struct Schema<CaseLimit> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"title", p.title);
        v.required(u"starts", p.starts);
        v.required(u"ends", p.ends);
        v.optional(u"minutes", p.minutes);
        v.optional(u"workingDays", p.workingDays);
        v.required(u"warnMinutes", p.warnMinutes);
        v.optional(u"when", p.when);
        v.required(u"rules", p.rules);
        v.required(u"confidence", p.confidence);
    }
};

template<>
struct Schema<CaseKind> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"title", p.title);
        v.required(u"prefix", p.prefix);
        v.required(u"start", p.start);
        v.required(u"states", p.states);
        v.required(u"fields", p.fields);
        v.required(u"needs", p.needs);
        v.optional(u"may", p.may);
        v.optional(u"sets", p.sets);
        v.required(u"acts", p.acts);
        v.required(u"limits", p.limits);
        v.required(u"rules", p.rules);
    }
};

template<>
struct Schema<SourceField> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"field", p.field);
        v.optional(u"value", p.value);
        v.optional(u"from", p.from);
    }
};

template<>
struct Schema<CaseSource> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"opens", p.opens);
        v.required(u"event", p.event);
        v.required(u"where", p.where);
        v.required(u"fields", p.fields);
        v.optional(u"oncePerTicket", p.oncePerTicket);
    }
};

template<>
struct Schema<OfficeCatalogue> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"version", p.version);
        v.required(u"kinds", p.kinds);
        v.required(u"sources", p.sources);
    }
};

} // namespace detail

namespace {

using namespace Qt::Literals::StringLiterals;
using detail::at;
using detail::badMember;
using detail::findById;
using detail::isAmong;
using detail::Problem;

/// Ids are there and unique, and what is named by them is named in both languages.
template<typename T>
Problem checkNamed(const std::vector<T> &list, const QString &path)
{
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Text *words = nullptr;
        if constexpr (requires { list[i].title; })
            words = &list[i].title;
        else
            words = &list[i].text;
        if (!detail::isFilled(*words))
            return badMember(at(path, i), u"needs both languages"_s);
    }
    return detail::checkUniqueIds(list, path);
}

/// One kind of case under check; every problem carries the path inside the document.
class KindCheck {
public:
    KindCheck(const CaseKind &kind, QString path) : m_kind(kind), m_path(std::move(path)) {}

    [[nodiscard]] Problem run() const
    {
        if (auto problem = checkNames())
            return problem;
        if (auto problem = checkFields())
            return problem;
        if (auto problem = checkOpening())
            return problem;
        for (std::size_t i = 0; i < m_kind.acts.size(); ++i) {
            if (auto problem = checkAct(m_kind.acts[i], at(m_path + u".acts"_s, i)))
                return problem;
        }
        for (std::size_t i = 0; i < m_kind.limits.size(); ++i) {
            if (auto problem = checkLimit(m_kind.limits[i], at(m_path + u".limits"_s, i)))
                return problem;
        }
        return checkWays();
    }

private:
    [[nodiscard]] Problem checkNames() const
    {
        if (auto problem = checkNamed(m_kind.states, m_path + u".states"_s))
            return problem;
        if (auto problem = checkNamed(m_kind.fields, m_path + u".fields"_s))
            return problem;
        if (auto problem = checkNamed(m_kind.acts, m_path + u".acts"_s))
            return problem;
        return checkNamed(m_kind.limits, m_path + u".limits"_s);
    }

    [[nodiscard]] Problem checkFields() const
    {
        for (std::size_t i = 0; i < m_kind.fields.size(); ++i) {
            const CaseFieldRule &field = m_kind.fields[i];
            const QString path = at(m_path + u".fields"_s, i) + u".options"_s;
            if ((field.kind == CaseFieldKind::Choice) == field.options.empty())
                return badMember(path, u"belong to choices, and a choice needs them"_s);
            if (auto problem = checkNamed(field.options, path))
                return problem;
        }
        return {};
    }

    [[nodiscard]] Problem checkOpening() const
    {
        if (!m_kind.state(m_kind.start))
            return badMember(m_path + u".start"_s, u"there is no such state"_s);
        if (auto problem = checkKnown(m_kind.needs, m_path + u".needs"_s))
            return problem;
        if (auto problem = checkKnown(m_kind.may, m_path + u".may"_s))
            return problem;
        return checkValues(m_kind.sets, m_path + u".sets"_s);
    }

    [[nodiscard]] Problem checkKnown(const std::vector<QString> &fields, const QString &path) const
    {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (!m_kind.field(fields[i]))
                return badMember(at(path, i), u"there is no such field"_s);
        }
        return {};
    }

    [[nodiscard]] Problem checkValues(const std::vector<CaseField> &values, const QString &path) const
    {
        for (std::size_t i = 0; i < values.size(); ++i) {
            const CaseFieldRule *field = m_kind.field(values[i].field);
            if (!field)
                return badMember(at(path, i) + u".field"_s, u"there is no such field"_s);
            if (field->kind == CaseFieldKind::Choice && !findById(field->options, values[i].value))
                return badMember(at(path, i) + u".value"_s, u"there is no such option"_s);
        }
        return {};
    }

    [[nodiscard]] Problem checkConditions(const std::vector<CaseCondition> &conditions, const QString &path) const
    {
        for (std::size_t i = 0; i < conditions.size(); ++i) {
            const CaseFieldRule *field = m_kind.field(conditions[i].field);
            if (!field || conditions[i].values.empty())
                return badMember(at(path, i), u"names a field and the values it may have"_s);
            for (const QString &value : conditions[i].values) {
                const bool open = value.isEmpty() || value == u"*" || field->kind != CaseFieldKind::Choice;
                if (!open && !findById(field->options, value))
                    return badMember(at(path, i) + u".values"_s, u"there is no such option"_s);
            }
        }
        return {};
    }

    [[nodiscard]] Problem checkAct(const CaseAct &act, const QString &path) const
    {
        for (const QString &from : act.from) {
            if (!m_kind.state(from))
                return badMember(path + u".from"_s, u"there is no such state"_s);
        }
        if (act.from.empty() || (!act.to.isEmpty() && !m_kind.state(act.to)))
            return badMember(path + (act.from.empty() ? u".from"_s : u".to"_s), u"there is no such state"_s);
        if (act.roles.empty() || isAmong(act.roles, kTechnician))
            return badMember(path + u".roles"_s, u"must be people of the office"_s);
        if (auto problem = checkKnown(act.needs, path + u".needs"_s))
            return problem;
        if (auto problem = checkKnown(act.may, path + u".may"_s))
            return problem;
        if (auto problem = checkValues(act.sets, path + u".sets"_s))
            return problem;
        return checkConditions(act.when, path + u".when"_s);
    }

    [[nodiscard]] Problem checkLimit(const CaseLimit &limit, const QString &path) const
    {
        if (!limit.starts.isEmpty() && !m_kind.act(limit.starts))
            return badMember(path + u".starts"_s, u"there is no such act"_s);
        for (const QString &end : limit.ends) {
            if (!m_kind.act(end))
                return badMember(path + u".ends"_s, u"there is no such act"_s);
        }
        const bool negative = limit.minutes < 0 || limit.workingDays < 0 || limit.warnMinutes < 0;
        if (limit.ends.empty() || negative || (limit.minutes == 0) == (limit.workingDays == 0))
            return badMember(path, u"ends with an act, after minutes or working days"_s);
        if (!detail::isConfidence(limit.confidence))
            return badMember(path + u".confidence"_s, u"is not a known grade"_s);
        return checkConditions(limit.when, path + u".when"_s);
    }

    /// Every state is reached from the start, and leads on to a final one.
    [[nodiscard]] Problem checkWays() const
    {
        for (std::size_t i = 0; i < m_kind.states.size(); ++i) {
            const QString path = at(m_path + u".states"_s, i);
            if (!reachable(m_kind.start).count(m_kind.states[i].id))
                return badMember(path, u"is never reached"_s);
            const std::set<QString> ahead = reachable(m_kind.states[i].id);
            const bool ends =
                std::any_of(ahead.begin(), ahead.end(), [&](const QString &id) { return m_kind.state(id)->final; });
            if (!ends)
                return badMember(path, u"leads to no end"_s);
        }
        return {};
    }

    [[nodiscard]] std::set<QString> reachable(const QString &from) const
    {
        std::set<QString> reached{from};
        for (bool grown = true; grown;) {
            grown = false;
            for (const CaseAct &act : m_kind.acts) {
                const bool starts = std::any_of(act.from.begin(), act.from.end(),
                                                [&](const QString &state) { return reached.count(state) > 0; });
                grown = (starts && !act.to.isEmpty() && reached.insert(act.to).second) || grown;
            }
        }
        return reached;
    }

    const CaseKind &m_kind;
    QString m_path;
};

Problem checkSource(const OfficeCatalogue &catalogue, const CaseSource &source, const QString &path)
{
    const CaseKind *kind = catalogue.kind(source.opens);
    if (!kind)
        return badMember(path + u".opens"_s, u"there is no such kind"_s);
    for (std::size_t i = 0; i < source.fields.size(); ++i) {
        const SourceField &field = source.fields[i];
        const QString where = at(path + u".fields"_s, i);
        if (!isAmong(kind->needs, field.field) && !isAmong(kind->may, field.field))
            return badMember(where + u".field"_s, u"is not given at the opening"_s);
        if (field.value.isEmpty() == field.from.isEmpty())
            return badMember(where, u"needs either a value or where it comes from"_s);
    }
    for (const QString &needed : kind->needs) {
        const bool given = std::any_of(source.fields.begin(), source.fields.end(),
                                       [&](const SourceField &field) { return field.field == needed; });
        if (!given)
            return badMember(path + u".fields"_s, u"lacks %1"_s.arg(needed));
    }
    return {};
}

Problem check(const OfficeCatalogue &catalogue)
{
    if (catalogue.id.isEmpty() || catalogue.version.isEmpty())
        return badMember(catalogue.id.isEmpty() ? u"id"_s : u"version"_s, u"must not be empty"_s);
    if (auto problem = checkNamed(catalogue.kinds, u"kinds"_s))
        return problem;
    for (std::size_t i = 0; i < catalogue.kinds.size(); ++i) {
        if (auto problem = KindCheck(catalogue.kinds[i], at(u"kinds"_s, i)).run())
            return problem;
    }
    for (std::size_t i = 0; i < catalogue.sources.size(); ++i) {
        if (auto problem = checkSource(catalogue, catalogue.sources[i], at(u"sources"_s, i)))
            return problem;
    }
    return {};
}

} // namespace

const CaseState *CaseKind::state(const QString &stateId) const
{
    return findById(states, stateId);
}

const CaseFieldRule *CaseKind::field(const QString &fieldId) const
{
    return findById(fields, fieldId);
}

const CaseAct *CaseKind::act(const QString &actId) const
{
    return findById(acts, actId);
}

const CaseKind *OfficeCatalogue::kind(const QString &kindId) const
{
    return findById(kinds, kindId);
}

Result<OfficeCatalogue> readOfficeCatalogue(const QByteArray &document)
{
    OfficeCatalogue catalogue;
    if (auto problem = detail::readBytes(document, catalogue))
        return *problem;
    if (auto problem = check(catalogue))
        return *problem;
    return catalogue;
}

} // namespace ruhu::domain
