// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/office_catalogue.h>

#include <algorithm>

namespace ruhu::domain::detail {

[[nodiscard]] inline bool isAmong(const std::vector<QString> &list, const QString &value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// "*" stands for any value that was given.
[[nodiscard]] inline bool holds(const CaseCondition &condition, const QString &value)
{
    return isAmong(condition.values, value) || (!value.isEmpty() && isAmong(condition.values, QStringLiteral("*")));
}

} // namespace ruhu::domain::detail
