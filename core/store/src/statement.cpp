// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database_private.h"

#include "sqlite_error.h"

#include <QSqlError>
#include <QVariant>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {

struct Statement::Private {
    Database::Private &database;
    const char *sql;
    std::unique_ptr<QSqlQuery> query;
    int placeholders = 0;
    int bound = 0;
    bool active = false;

    void bindNext(const QVariant &value) { query->bindValue(bound++, value); }
    [[nodiscard]] Result<void> execute();
};

Result<void> Statement::Private::execute()
{
    if (auto good = database.checkUse(); !good)
        return good;
    Q_ASSERT(bound == placeholders);
    // QtSql would use the values of the run before.
    if (bound != placeholders)
        return Error{ErrorCode::Internal, u"placeholders and values do not agree in: "_s + QString::fromUtf8(sql), {}};
    bound = 0;
    if (!query->exec())
        return lastError(database.handle, sql, database.path);
    return {};
}

Result<Statement> Database::prepare(const char *sql)
{
    if (const auto good = m_d->checkUse(); !good)
        return good.error();
    std::unique_ptr<QSqlQuery> query;
    auto &pool = m_d->idle[sql];
    if (pool.empty()) {
        query = std::make_unique<QSqlQuery>(m_d->connection);
        query->setForwardOnly(true);
        if (!query->prepare(QString::fromUtf8(sql)))
            return lastError(m_d->handle, sql, m_d->path);
    } else {
        query = std::move(pool.back());
        pool.pop_back();
    }
    const std::string_view text(sql);
    const auto placeholders = static_cast<int>(std::count(text.begin(), text.end(), '?'));
    return Statement(std::unique_ptr<Statement::Private>(
        new Statement::Private{*m_d, sql, std::move(query), placeholders, 0, false}));
}

Statement::Statement(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
Statement::Statement(Statement &&) noexcept = default;

Statement::~Statement()
{
    if (!m_d)
        return;
    m_d->query->finish();
    m_d->database.idle[m_d->sql].push_back(std::move(m_d->query));
}

Statement &Statement::bind(int value)
{
    m_d->bindNext(value);
    return *this;
}

Statement &Statement::bind(long value)
{
    m_d->bindNext(qint64{value});
    return *this;
}

Statement &Statement::bind(qint64 value)
{
    m_d->bindNext(value);
    return *this;
}

Statement &Statement::bind(bool value)
{
    m_d->bindNext(value ? 1 : 0);
    return *this;
}

Statement &Statement::bind(const QString &value)
{
    m_d->bindNext(value.isNull() ? u""_s : value);
    return *this;
}

Statement &Statement::bind(const QByteArray &value)
{
    m_d->bindNext(value.isNull() ? QByteArray("") : value);
    return *this;
}

Statement &Statement::bindNull()
{
    m_d->bindNext(QVariant());
    return *this;
}

Statement &Statement::bind(const Uuid &value)
{
    m_d->bindNext(value.toBytes());
    return *this;
}

Result<bool> Statement::step()
{
    if (!m_d->active) {
        if (const auto done = m_d->execute(); !done)
            return done.error();
        m_d->active = true;
    } else if (const auto good = m_d->database.checkUse(); !good) {
        return good.error();
    }
    if (m_d->query->next())
        return true;
    m_d->active = false;
    const bool failed = m_d->query->lastError().isValid();
    Error error = failed ? lastError(m_d->database.handle, m_d->sql, m_d->database.path) : Error();
    m_d->query->finish();
    if (failed)
        return error;
    return false;
}

Result<void> Statement::run()
{
    auto done = m_d->execute();
    m_d->query->finish();
    return done;
}

bool Statement::isNull(int column) const
{
    return m_d->query->isNull(column);
}

qint64 Statement::integer(int column) const
{
    return m_d->query->value(column).toLongLong();
}

QString Statement::text(int column) const
{
    return m_d->query->value(column).toString();
}

QByteArray Statement::blob(int column) const
{
    return m_d->query->value(column).toByteArray();
}

Uuid Statement::uuid(int column) const
{
    return Uuid::fromBytes(blob(column)).value_or(Uuid());
}

} // namespace ruhu::store
