// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/forms.h>

#include "catalogue_checks.h"
#include "catalogue_schema.h"
#include "facts_path.h"
#include "find_by_id.h"

namespace ruhu::domain {
namespace detail {

template<>
struct Schema<FormMember> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"name", p.name);
        v.required(u"title", p.title);
        v.required(u"from", p.from);
        v.optional(u"required", p.required);
    }
};

template<>
struct Schema<Form> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"title", p.title);
        v.required(u"about", p.about);
        v.optional(u"kind", p.kind);
        v.required(u"members", p.members);
        v.optional(u"byHand", p.byHand);
        v.required(u"rules", p.rules);
    }
};

template<>
struct Schema<FormCatalogue> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"version", p.version);
        v.required(u"forms", p.forms);
    }
};

} // namespace detail

namespace {

using namespace Qt::Literals::StringLiterals;
using detail::at;
using detail::badMember;
using detail::Problem;

Problem checkMembers(const Form &form, const QString &path)
{
    if (form.members.empty())
        return badMember(path + u".members"_s, u"must not be empty"_s);
    std::set<QString> seen;
    for (std::size_t i = 0; i < form.members.size(); ++i) {
        const FormMember &member = form.members[i];
        const QString where = at(QString(path + u".members"_s), i);
        if (member.name.isEmpty() || !seen.insert(member.name).second)
            return badMember(where + u".name"_s, u"must be given, and once only"_s);
        if (!detail::isFilled(member.title))
            return badMember(where + u".title"_s, u"needs both languages"_s);
        if (member.from.isEmpty())
            return badMember(where + u".from"_s, u"must not be empty"_s);
    }
    return {};
}

Problem checkForms(const FormCatalogue &catalogue)
{
    if (catalogue.id.isEmpty() || catalogue.version.isEmpty())
        return badMember(catalogue.id.isEmpty() ? u"id"_s : u"version"_s, u"must not be empty"_s);
    for (std::size_t i = 0; i < catalogue.forms.size(); ++i) {
        const Form &form = catalogue.forms[i];
        const QString path = at(u"forms", i);
        if (!detail::isFilled(form.title))
            return badMember(path + u".title"_s, u"needs both languages"_s);
        const bool ofCases = form.about == FormAbout::Case || form.about == FormAbout::List;
        if (ofCases == form.kind.isEmpty())
            return badMember(path + u".kind"_s, u"belongs to papers about cases, and those need it"_s);
        if (auto problem = checkMembers(form, path))
            return problem;
    }
    return detail::checkUniqueIds(catalogue.forms, u"forms");
}

bool isThere(const Json *value)
{
    if (!value || value->isNull())
        return false;
    if (value->isArray())
        return !value->array().empty();
    if (value->isObject())
        return !value->object().empty();
    return !value->isString() || !value->toString()->isEmpty();
}

} // namespace

const Form *FormCatalogue::form(const QString &formId) const
{
    return detail::findById(forms, formId);
}

Result<FormCatalogue> readForms(const QByteArray &document)
{
    FormCatalogue catalogue;
    if (auto problem = detail::readBytes(document, catalogue))
        return *problem;
    if (auto problem = checkForms(catalogue))
        return *problem;
    return catalogue;
}

FilledForm fillForm(const Form &form, const Json &facts)
{
    FilledForm filled{Json(Json::Object{}), {}};
    for (const FormMember &member : form.members) {
        const Json *value = detail::follow(facts, member.from);
        if (isThere(value))
            filled.content.set(member.name, *value);
        else if (member.required)
            filled.missing.push_back(member.name);
    }
    return filled;
}

} // namespace ruhu::domain
