// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/service/csv_import.h>

#include "csv_reader.h"

#include <ruhu/domain/codec.h>
#include <ruhu/domain/names.h>

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

constexpr qsizetype kMaxCell = 500;
constexpr qint64 kMaxMbps = 10'000;

/// The cells of one row by column name, with what is wrong in them.
class RowReader {
public:
    RowReader(const CsvRow &row, const QStringList &header, const CsvOptions &options,
              std::vector<CsvProblem> &problems)
        : m_row(row), m_header(header), m_options(options), m_problems(problems)
    {}

    void bad(const QString &column, const QString &code) { m_problems.push_back({m_row.line, column, code}); }

    QString cell(const QString &column)
    {
        const qsizetype at = m_header.indexOf(column);
        QString text = at < 0 ? QString() : m_row.fields.value(at);
        if (text.size() > kMaxCell)
            bad(column, u"too-long"_s);
        return text;
    }

    QString needed(const QString &column)
    {
        QString text = cell(column);
        if (text.isEmpty())
            bad(column, u"empty"_s);
        return text;
    }

    template<typename Enum>
    Enum choice(const QString &column, Enum fallback)
    {
        const QString text = cell(column);
        if (text.isEmpty())
            return fallback;
        const auto value = domain::fromName<Enum>(text);
        if (!value)
            bad(column, u"bad-choice"_s);
        return value.value_or(fallback);
    }

    std::vector<domain::Service> services(const QString &column)
    {
        std::vector<domain::Service> services;
        static const QRegularExpression separators(u"[+/|\u3001]"_s);
        for (const QString &name : needed(column).split(separators, Qt::SkipEmptyParts)) {
            const auto service = domain::fromName<domain::Service>(name.trimmed());
            const bool twice = service && std::find(services.begin(), services.end(), *service) != services.end();
            if (!service || twice)
                bad(column, u"bad-choice"_s);
            else
                services.push_back(*service);
        }
        return services;
    }

    qint64 mbps(const QString &column)
    {
        const QString text = cell(column);
        if (text.isEmpty())
            return 0;
        bool good = false;
        const qint64 value = text.toLongLong(&good);
        if (!good || value < 0 || value > kMaxMbps)
            bad(column, u"bad-number"_s);
        return value;
    }

    QString phone(const QString &column) { return goodPhone(column, needed(column)); }
    /// May be missing.
    QString otherPhone(const QString &column) { return goodPhone(column, cell(column)); }

    QString goodPhone(const QString &column, const QString &text)
    {
        static const QRegularExpression form(u"^\\+?[0-9]{5,15}$"_s);
        static const QRegularExpression space(u"[ -]"_s);
        QString digits = text;
        digits.remove(space);
        if (!text.isEmpty() && !form.match(digits).hasMatch())
            bad(column, u"bad-phone"_s);
        return text;
    }

    std::optional<WallTime> time(const QString &column)
    {
        const QString text = cell(column);
        if (text.isEmpty())
            return std::nullopt;
        QDateTime local = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
        local.setTimeZone(QTimeZone(m_options.utcOffsetMinutes * 60));
        const qint64 ms = local.isValid() ? local.toMSecsSinceEpoch() : -1;
        if (ms < 0 || ms > domain::kMaxWallMs) {
            bad(column, u"bad-date"_s);
            return std::nullopt;
        }
        return wallTimeFromMs(ms);
    }

    /// The last moment of a day; such columns name no time.
    std::optional<WallTime> day(const QString &column)
    {
        const QString text = cell(column);
        if (text.isEmpty())
            return std::nullopt;
        const QDate date = QDate::fromString(text, u"yyyy-MM-dd"_s);
        if (!date.isValid() || date.year() < 1971 || date.year() > 9000) {
            bad(column, u"bad-date"_s);
            return std::nullopt;
        }
        const QDateTime next(date.addDays(1), QTime(0, 0), QTimeZone(m_options.utcOffsetMinutes * 60));
        return wallTimeFromMs(next.toMSecsSinceEpoch() - 1);
    }

    template<typename Enum>
    std::optional<Enum> optionalChoice(const QString &column)
    {
        const QString text = cell(column);
        const auto value = domain::fromName<Enum>(text);
        if (!text.isEmpty() && !value)
            bad(column, u"bad-choice"_s);
        return value;
    }

private:
    const CsvRow &m_row;
    const QStringList &m_header;
    const CsvOptions &m_options;
    std::vector<CsvProblem> &m_problems;
};

std::optional<domain::Window> readWindow(RowReader &row)
{
    const auto start = row.time(u"requested_start"_s);
    const auto end = row.time(u"requested_end"_s);
    if (!start && !end)
        return std::nullopt;
    if (!start)
        row.bad(u"requested_start"_s, u"empty"_s);
    if (start && end && *end < *start)
        row.bad(u"requested_end"_s, u"window-reversed"_s);
    return domain::Window{start.value_or(WallTime()), end.value_or(start.value_or(WallTime()))};
}

/// What office systems know besides; every column may be missing (P-FLD-01).
void readExtras(RowReader &row, domain::TicketOpened &order)
{
    order.faultCode = row.cell(u"fault_code"_s);
    order.faultText = row.cell(u"fault_text"_s);
    order.reportedAt = row.time(u"reported_at"_s);
    order.contactName = row.cell(u"contact_name"_s);
    order.contactPhone = row.otherPhone(u"contact_phone"_s);
    if (order.contactName.isEmpty() != order.contactPhone.isEmpty())
        row.bad(order.contactName.isEmpty() ? u"contact_name"_s : u"contact_phone"_s, u"empty"_s);
    order.serviceNumber = row.cell(u"service_number"_s);
    order.contractUntil = row.day(u"contract_until"_s);
    order.bandwidth = row.optionalChoice<domain::Bandwidth>(u"bandwidth"_s);
    order.tierMark = row.cell(u"tier_mark"_s);
}

domain::TicketOpened readOrder(RowReader &row)
{
    domain::TicketOpened order;
    order.number = row.needed(u"number"_s);
    if (order.number.size() > 40)
        row.bad(u"number"_s, u"too-long"_s);
    order.kind = row.cell(u"kind"_s);
    order.access = row.choice(u"access"_s, domain::Access::Ftth);
    order.services = row.services(u"services"_s);
    order.area = row.choice(u"area"_s, domain::Area::Urban);
    order.tier = row.choice(u"tier"_s, domain::Tier::Standard);
    order.downMbps = row.mbps(u"down_mbps"_s);
    order.upMbps = row.mbps(u"up_mbps"_s);
    order.product = row.cell(u"product"_s);
    order.customerName = row.needed(u"customer_name"_s);
    order.customerPhone = row.phone(u"customer_phone"_s);
    order.division = row.cell(u"division"_s);
    order.address = row.needed(u"address"_s);
    order.accountId = row.cell(u"account"_s);
    order.remark = row.cell(u"remark"_s);
    const auto accepted = row.time(u"accepted_at"_s);
    if (!accepted && row.cell(u"accepted_at"_s).isEmpty())
        row.bad(u"accepted_at"_s, u"empty"_s);
    order.acceptedAt = accepted.value_or(WallTime());
    order.requested = readWindow(row);
    order.promisedBy = row.time(u"promised_by"_s);
    readExtras(row, order);
    return order;
}

void checkHeader(const CsvRow &header, std::vector<CsvProblem> &problems)
{
    std::set<QString> seen;
    for (const QString &name : header.fields) {
        if (!csvColumns().contains(name))
            problems.push_back({header.line, name, u"unknown-column"_s});
        else if (!seen.insert(name).second)
            problems.push_back({header.line, name, u"duplicate-column"_s});
    }
    for (const QString &name : requiredCsvColumns()) {
        if (!seen.count(name))
            problems.push_back({header.line, name, u"missing-column"_s});
    }
}

Result<std::vector<CsvProblem>> checkAgainstServer(Office &office, const CsvOrders &read)
{
    std::set<QString> logins;
    std::set<QString> numbers;
    auto users = office.users();
    auto roles = office.roles();
    auto code = office.newestServiceCode();
    if (!users)
        return users.error();
    if (!roles)
        return roles.error();
    if (!code)
        return code.error();
    for (const User &user : *users) {
        if ((*roles)->role(user.role).has(domain::Right::Visit) && !user.disabled)
            logins.insert(user.login);
    }
    auto tickets = office.tickets();
    if (!tickets)
        return tickets.error();
    for (const TicketSummary &ticket : *tickets)
        numbers.insert(ticket.number);
    std::vector<CsvProblem> problems;
    for (std::size_t i = 0; i < read.orders.size(); ++i) {
        const auto &[order, login] = read.orders[i];
        if (!order.kind.isEmpty() && !(*code)->kinds.empty() && !(*code)->kind(order.kind))
            problems.push_back({read.lines[i], u"kind"_s, u"bad-choice"_s});
        if (numbers.count(order.number))
            problems.push_back({read.lines[i], u"number"_s, u"number-taken"_s});
        if (!login.isEmpty() && !logins.count(login))
            problems.push_back({read.lines[i], u"assignee"_s, u"unknown-user"_s});
    }
    return problems;
}

} // namespace

const QStringList &csvColumns()
{
    static const QStringList columns = {
        u"number"_s,         u"services"_s,        u"customer_name"_s,
        u"customer_phone"_s, u"address"_s,         u"accepted_at"_s,
        u"kind"_s,           u"access"_s,          u"area"_s,
        u"tier"_s,           u"down_mbps"_s,       u"up_mbps"_s,
        u"product"_s,        u"division"_s,        u"account"_s,
        u"remark"_s,         u"requested_start"_s, u"requested_end"_s,
        u"promised_by"_s,    u"assignee"_s,        u"fault_code"_s,
        u"fault_text"_s,     u"reported_at"_s,     u"contact_name"_s,
        u"contact_phone"_s,  u"service_number"_s,  u"contract_until"_s,
        u"bandwidth"_s,      u"tier_mark"_s,
    };
    return columns;
}

const QStringList &requiredCsvColumns()
{
    static const QStringList columns = csvColumns().mid(0, 6);
    return columns;
}

CsvOrders readTicketCsv(const QByteArray &bytes, const CsvOptions &options)
{
    CsvOrders read;
    const CsvTable table = readCsv(bytes);
    if (table.problem) {
        read.problems.push_back(*table.problem);
        return read;
    }
    if (table.rows.empty()) {
        read.problems.push_back({1, QString(), u"no-header"_s});
        return read;
    }
    const CsvRow &header = table.rows.front();
    checkHeader(header, read.problems);
    if (!read.problems.empty())
        return read; // no cell has a meaning yet
    if (table.rows.size() == 1)
        read.problems.push_back({header.line, QString(), u"no-rows"_s});
    std::set<QString> numbers;
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const CsvRow &row = table.rows[i];
        if (row.fields.size() != header.fields.size()) {
            read.problems.push_back({row.line, QString(), u"wrong-field-count"_s});
            continue;
        }
        RowReader reader(row, header.fields, options, read.problems);
        domain::TicketOpened order = readOrder(reader);
        if (!order.number.isEmpty() && !numbers.insert(order.number).second)
            reader.bad(u"number"_s, u"duplicate-number"_s);
        read.orders.emplace_back(std::move(order), reader.cell(u"assignee"_s));
        read.lines.push_back(row.line);
    }
    return read;
}

Result<CsvImport> importTicketCsv(Office &office, const QByteArray &bytes, const CsvOptions &options)
{
    CsvImport import;
    const CsvOrders read = readTicketCsv(bytes, options);
    import.problems = read.problems;
    if (!import.problems.empty())
        return import;
    auto problems = checkAgainstServer(office, read);
    if (!problems)
        return problems.error();
    import.problems = std::move(*problems);
    if (!import.problems.empty())
        return import;
    auto opened = office.openTickets(read.orders);
    if (!opened)
        return opened.error();
    import.tickets = std::move(*opened);
    return import;
}

} // namespace ruhu::service
