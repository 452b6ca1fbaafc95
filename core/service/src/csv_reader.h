// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/service/csv_import.h>

namespace ruhu::service {

struct CsvRow {
    qint64 line = 0;
    QStringList fields;
};

/// Splits a file into rows; blank lines are left out. A problem of the form (quotes, encoding) ends the reading.
struct CsvTable {
    std::vector<CsvRow> rows;
    std::optional<CsvProblem> problem;
};
[[nodiscard]] CsvTable readCsv(const QByteArray &bytes);

} // namespace ruhu::service
