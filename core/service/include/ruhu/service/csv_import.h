// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/service/office.h>

#include <QStringList>

namespace ruhu::service {

/// One thing wrong in a file. Codes: "not-utf8" "bad-quote" "no-header" "no-rows" "too-large" "unknown-column"
/// "duplicate-column" "missing-column" "wrong-field-count" "empty" "too-long" "bad-choice" "bad-number" "bad-date"
/// "bad-phone" "window-reversed" "duplicate-number" "number-taken" "unknown-user". Never carries the cell's contents.
struct CsvProblem {
    qint64 line = 0; // 1-based line of the file on which the row starts
    QString column; // header name; empty when the row or the file as a whole is meant
    QString code;
    bool operator==(const CsvProblem &) const = default;
};

struct CsvOptions {
    int utcOffsetMinutes = 480; // of the times in the file: China has one time zone
};

/// Columns of docs/import-csv.md in their usual order; the first `requiredCsvColumns()` names must be there.
[[nodiscard]] const QStringList &csvColumns();
[[nodiscard]] const QStringList &requiredCsvColumns();

struct CsvOrders {
    std::vector<std::pair<domain::TicketOpened, QString>> orders; // with the assignee's login, may be empty
    std::vector<qint64> lines; // of each order
    std::vector<CsvProblem> problems; // empty: every order is good
};
/// Pure: reads and checks the whole file. UTF-8 with or without byte-order mark; quoted fields; LF or CRLF; fields apart
/// by comma, semicolon or full-width comma, whichever the header uses.
[[nodiscard]] CsvOrders readTicketCsv(const QByteArray &bytes, const CsvOptions &options = {});

struct CsvImport {
    std::vector<TicketId> tickets; // opened; empty when there is any problem
    std::vector<CsvProblem> problems;
};
/// Checks against the server too (numbers taken, logins) and opens all tickets in one transaction, or none.
[[nodiscard]] Result<CsvImport> importTicketCsv(Office &office, const QByteArray &bytes,
                                                const CsvOptions &options = {});

} // namespace ruhu::service
