// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/roles.h>

#include "catalogue_checks.h"
#include "catalogue_schema.h"
#include "find_by_id.h"

#include <algorithm>

namespace ruhu::domain {
namespace detail {

template<>
struct Schema<RoleRule> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"title", p.title);
        v.required(u"reads", p.reads);
        v.required(u"rights", p.rights);
        v.optional(u"forPeople", p.forPeople);
        v.optional(u"secondFactor", p.secondFactor);
    }
};

template<>
struct Schema<Roles> {
    template<typename V, typename P>
    static void visit(V &v, P &p)
    {
        v.required(u"id", p.id);
        v.required(u"version", p.version);
        v.required(u"roles", p.roles);
    }
};

} // namespace detail

namespace {

using namespace Qt::Literals::StringLiterals;
using detail::badMember;
using detail::Problem;

Problem checkRole(const RoleRule &role, const QString &path)
{
    if (!detail::isFilled(role.title))
        return badMember(path + u".title"_s, u"needs both languages"_s);
    for (const Right right : role.rights) {
        if (std::count(role.rights.begin(), role.rights.end(), right) > 1)
            return badMember(path + u".rights"_s, u"names one twice"_s);
    }
    if (role.has(Right::Visit) && role.has(Right::Review))
        return badMember(path + u".rights"_s, u"nobody reviews visits and makes them"_s);
    if (role.has(Right::Visit) != (role.reads == Reach::Own))
        return badMember(path + u".reads"_s, u"must be own for whoever visits, and for nobody else"_s);
    return {};
}

/// Without one of these the work would stand still.
Problem checkSomebody(const Roles &roles)
{
    for (const Right right : {Right::Visit, Right::Review, Right::Order}) {
        const bool held = std::any_of(roles.roles.begin(), roles.roles.end(),
                                      [&](const RoleRule &role) { return role.forPeople && role.has(right); });
        if (!held)
            return badMember(u"roles"_s, u"no role for people has the right "_s + toName(right));
    }
    return {};
}

Problem check(const Roles &roles)
{
    if (roles.id != kRolesDocument)
        return badMember(u"id"_s, u"is not the document that was named"_s);
    if (roles.version.isEmpty())
        return badMember(u"version"_s, u"must not be empty"_s);
    if (auto problem = detail::checkUniqueIds(roles.roles, u"roles"))
        return problem;
    for (std::size_t i = 0; i < roles.roles.size(); ++i) {
        if (auto problem = checkRole(roles.roles[i], detail::at(u"roles", i)))
            return problem;
    }
    if (!detail::findById(roles.roles, kOfficeItself) || roles.role(kOfficeItself).forPeople)
        return badMember(u"roles"_s, u"must have \"system\", which is not for people"_s);
    return checkSomebody(roles);
}

} // namespace

bool RoleRule::has(Right right) const
{
    return std::find(rights.begin(), rights.end(), right) != rights.end();
}

const RoleRule &Roles::role(const RoleId &roleId) const
{
    static const RoleRule kNothing{{}, {}, Reach::None, {}, false};
    const RoleRule *known = detail::findById(roles, roleId);
    return known ? *known : kNothing;
}

Result<Roles> readRoles(const QByteArray &document)
{
    Roles roles;
    if (auto problem = detail::readBytes(document, roles))
        return *problem;
    if (auto problem = check(roles))
        return *problem;
    return roles;
}

} // namespace ruhu::domain
