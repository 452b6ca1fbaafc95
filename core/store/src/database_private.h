// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/store/database.h>

#include <QSqlDatabase>
#include <QSqlQuery>

#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

class QThread;
struct sqlite3;

namespace ruhu::store {

struct Database::Private {
    ~Private();

    [[nodiscard]] Result<void> checkUse() const;
    [[nodiscard]] Result<void> runOnce(const QString &sql);

    QString path;
    QString connectionName;
    QThread *thread = nullptr;
    sqlite3 *handle = nullptr;
    bool inTransaction = false;
    // Destroyed in this order: queries, then the connection, then its name is removed (see the destructor).
    QSqlDatabase connection;
    /// Prepared and not in use now. Keys are constants of the program.
    std::unordered_map<std::string_view, std::vector<std::unique_ptr<QSqlQuery>>> idle;
};

} // namespace ruhu::store
