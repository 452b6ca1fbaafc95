// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/store/database.h>

#include <type_traits>

namespace ruhu::service {

template<typename T>
void bindOne(store::Statement &statement, const T &value)
{
    // std::int64_t is long on Linux, qint64 is long long; the statement knows the second only.
    if constexpr (std::is_same_v<T, std::int64_t> && !std::is_same_v<T, qint64>)
        statement.bind(static_cast<qint64>(value));
    else
        statement.bind(value);
}

/// Runs a statement without rows. `sql` is a constant of the program.
template<typename... Args>
[[nodiscard]] Result<void> runSql(store::Database &database, const char *sql, const Args &...args)
{
    auto statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    (bindOne(*statement, args), ...);
    return statement->run();
}

/// Calls `row(statement)` for every row. `row` must not run the same SQL text: statements are cached by it.
template<typename Row, typename... Args>
[[nodiscard]] Result<void> eachRow(store::Database &database, const char *sql, Row row, const Args &...args)
{
    auto statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    (bindOne(*statement, args), ...);
    for (;;) {
        auto more = statement->step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        row(*statement);
    }
}

/// What `read(statement)` makes of the first row; nothing when there is none.
template<typename Read, typename... Args>
[[nodiscard]] auto oneRow(store::Database &database, const char *sql, Read read, const Args &...args)
    -> Result<std::optional<std::invoke_result_t<Read, store::Statement &>>>
{
    using Value = std::invoke_result_t<Read, store::Statement &>;
    std::optional<Value> found;
    auto done = eachRow(
        database, sql,
        [&](store::Statement &statement) {
            if (!found)
                found = read(statement);
        },
        args...);
    if (!done)
        return done.error();
    return found;
}

} // namespace ruhu::service
