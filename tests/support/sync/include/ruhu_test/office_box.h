// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/service/office.h>

#include <QTemporaryDir>

namespace ruhu::test {

/// A whole server in a folder of its own: one team, technicians "tech0"…, a supervisor "boss". Every password is the
/// login twice over. Things that cannot fail here throw std::runtime_error when they do.
class OfficeBox {
public:
    OfficeBox(const Clock &clock, RandomSource &random, int technicians);

    [[nodiscard]] service::Office &office() { return *m_office; }
    [[nodiscard]] const service::User &technician(int index) const
    {
        return m_technicians.at(static_cast<std::size_t>(index));
    }
    [[nodiscard]] const service::User &supervisor() const { return m_supervisor; }
    [[nodiscard]] static QString passwordOf(const QString &login) { return login + QStringLiteral(" fjord mule lamp"); }
    /// A ticket for a technician.
    TicketId openTicket(const QString &login);

    /// Copies the database aside.
    void backup();
    [[nodiscard]] bool hasBackup() const { return !m_backup.isEmpty(); }
    /// Puts the last copy in the database's place and opens the server anew, in a new epoch.
    void restore();

private:
    void open();

    QTemporaryDir m_dir;
    const Clock &m_clock;
    RandomSource &m_random;
    domain::CatalogueShelf m_shelf;
    std::unique_ptr<service::Office> m_office;
    std::vector<service::User> m_technicians;
    service::User m_supervisor;
    QString m_backup;
    int m_tickets = 0;
    int m_backups = 0;
};

[[noreturn]] void giveUp(const Error &error);
/// The value, or an exception with the error: for set-up that is no part of what a test asserts.
template<typename T>
T need(Result<T> result)
{
    if (!result)
        giveUp(result.error());
    return std::move(*result);
}
void need(const Result<void> &result);

} // namespace ruhu::test
