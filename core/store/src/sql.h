// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/store/database.h>

namespace ruhu::store {

/// Prepared and bound, ready to step.
template<typename... Values>
[[nodiscard]] Result<Statement> query(Database &database, const char *sql, const Values &...values)
{
    auto statement = database.prepare(sql);
    if (statement)
        static_cast<void>((..., statement->bind(values)));
    return statement;
}

/// For statements without rows.
template<typename... Values>
[[nodiscard]] Result<void> run(Database &database, const char *sql, const Values &...values)
{
    auto statement = query(database, sql, values...);
    if (!statement)
        return statement.error();
    return statement->run();
}

/// Calls `take(statement)` on every row; it answers a Result<void> and its error ends the walk.
template<typename Take>
[[nodiscard]] Result<void> forEach(Result<Statement> statement, Take take)
{
    if (!statement)
        return statement.error();
    for (;;) {
        const auto more = statement->step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        if (auto taken = take(std::as_const(*statement)); !taken)
            return taken;
    }
}

} // namespace ruhu::store
