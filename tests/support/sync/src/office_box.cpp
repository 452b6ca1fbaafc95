// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/office_box.h>
#include <ruhu_test/roles.h>

#include <QFile>

#include <stdexcept>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {

void giveUp(const Error &error)
{
    const QString text = codeName(error.code) + u": "_s + error.detail + u' ' + error.subject;
    throw std::runtime_error(text.toStdString());
}

void need(const Result<void> &result)
{
    if (!result)
        giveUp(result.error());
}

OfficeBox::OfficeBox(const Clock &clock, RandomSource &random, int technicians) : m_clock(clock), m_random(random)
{
    m_shelf.setRoles(std::make_shared<const domain::Roles>(roles()));
    need(service::Office::initialise(m_dir.path(), m_clock, m_random));
    open();
    const service::Team team = need(m_office->addTeam(u"Team"_s));
    for (int i = 0; i < technicians; ++i) {
        const QString login = u"tech%1"_s.arg(i);
        m_technicians.push_back(need(m_office->addUser(login, login, domain::kTechnician, team.id, passwordOf(login))));
    }
    m_supervisor = need(m_office->addUser(u"boss"_s, u"boss"_s, domain::kSupervisor, team.id, passwordOf(u"boss"_s)));
}

void OfficeBox::open()
{
    m_office.reset();
    m_office = need(service::Office::open(m_dir.path(), m_shelf, m_clock, m_random));
    m_office->setPasswordCost(crypto::cheapKdfCostForTests());
}

TicketId OfficeBox::openTicket(const QString &login)
{
    domain::TicketOpened order;
    order.number = u"IN-%1"_s.arg(++m_tickets, 6, 10, QChar(u'0'));
    order.kind = u"install"_s;
    order.services = {domain::Service::Broadband};
    order.customerName = u"Customer"_s;
    order.customerPhone = u"138 0000 0000"_s;
    order.address = u"Building 1"_s;
    order.acceptedAt = m_clock.now();
    order.catalogue = u"none"_s; // what a ticket's checklist says is no matter here
    return need(m_office->openTicket(order, login));
}

void OfficeBox::backup()
{
    m_backup = m_dir.filePath(u"backup-%1.db"_s.arg(++m_backups));
    need(m_office->backupTo(m_backup));
}

void OfficeBox::restore()
{
    m_office.reset();
    const QString path = m_dir.filePath(u"server.db"_s);
    for (const QString &file : {path, QString(path + u"-wal"_s), QString(path + u"-shm"_s)})
        QFile::remove(file);
    if (!QFile::copy(m_backup, path))
        throw std::runtime_error("the backup cannot be put back");
    open();
    need(m_office->startNewEpoch());
}

} // namespace ruhu::test
