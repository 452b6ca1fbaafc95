// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/catalogue.h>

#include "fields.h"

#include <set>

namespace ruhu::domain::detail {

/// "steps[4]"
[[nodiscard]] inline QString at(QStringView list, std::size_t index)
{
    return list.toString() + QLatin1Char('[') + QString::number(index) + QLatin1Char(']');
}

[[nodiscard]] inline QString at(const QString &list, std::size_t index)
{
    return at(QStringView(list), index);
}

template<typename T>
[[nodiscard]] Problem checkUniqueIds(const std::vector<T> &list, QStringView name)
{
    std::set<QString> seen;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].id.isEmpty())
            return badMember(at(name, i) + QStringLiteral(".id"), QStringLiteral("must not be empty"));
        if (!seen.insert(list[i].id).second)
            return badMember(at(name, i) + QStringLiteral(".id"), QStringLiteral("is used twice"));
    }
    return {};
}

[[nodiscard]] bool isFilled(const Text &text);
[[nodiscard]] bool isConfidence(const QString &grade);

/// The whole service code, its reference documents filled in: every reference resolves, nobody can get stuck.
[[nodiscard]] Problem checkCatalogue(const Catalogue &catalogue);

} // namespace ruhu::domain::detail
