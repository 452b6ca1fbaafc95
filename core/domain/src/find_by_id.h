// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <vector>

namespace ruhu::domain::detail {

/// The entry of a table with this id, or nothing; it lives as long as the table.
template<typename T>
[[nodiscard]] const T *findById(const std::vector<T> &list, const QString &id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const T &item) { return item.id == id; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace ruhu::domain::detail
