// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ticket_cells.h"

#include <ruhu/domain/names.h>

#include <QDataStream>
#include <QIODevice>

namespace ruhu::store {
namespace {

constexpr qsizetype kPadding = 64;

template<typename Enum>
void putEnum(QDataStream &out, Enum value)
{
    out << static_cast<qint8>(value);
}
template<typename Enum>
void takeEnum(QDataStream &in, Enum &value)
{
    qint8 raw = 0;
    in >> raw;
    value = static_cast<Enum>(raw);
    if (!domain::hasName(value))
        in.setStatus(QDataStream::ReadCorruptData);
}

void putTime(QDataStream &out, const std::optional<WallTime> &time)
{
    out << time.has_value();
    if (time)
        out << qint64{toMs(*time)};
}
void takeTime(QDataStream &in, std::optional<WallTime> &time)
{
    bool present = false;
    in >> present;
    time.reset();
    if (!present)
        return;
    qint64 ms = 0;
    in >> ms;
    time = wallTimeFromMs(ms);
}

void putServices(QDataStream &out, const std::vector<domain::Service> &services)
{
    out << static_cast<qint32>(services.size());
    for (const domain::Service service : services)
        putEnum(out, service);
}
void takeServices(QDataStream &in, std::vector<domain::Service> &services)
{
    qint32 count = 0;
    in >> count;
    services.clear();
    for (qint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i)
        takeEnum(in, services.emplace_back());
}

void putWindow(QDataStream &out, const std::optional<domain::Window> &window)
{
    putTime(out, window ? std::optional(window->start) : std::nullopt);
    putTime(out, window ? std::optional(window->end) : std::nullopt);
}
void takeWindow(QDataStream &in, std::optional<domain::Window> &window)
{
    std::optional<WallTime> start;
    std::optional<WallTime> end;
    takeTime(in, start);
    takeTime(in, end);
    window.reset();
    if (start && end)
        window = domain::Window{*start, *end};
}

} // namespace

QByteArray packCells(const TicketRow &row)
{
    QByteArray cells;
    QDataStream out(&cells, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << row.number << row.customerName << row.customerPhone << row.division << row.address << row.product;
    out << row.kind << row.kindTitle.en << row.kindTitle.zh;
    putEnum(out, row.access);
    putServices(out, row.services);
    putEnum(out, row.area);
    putEnum(out, row.tier);
    putEnum(out, row.state);
    out << row.returned << row.needsNewerProgram << row.assignee.toBytes() << row.assigneeName;
    putWindow(out, row.window);
    out << row.booked << row.postponed;
    putTime(out, row.promisedBy);
    putTime(out, row.backBy);
    putTime(out, row.signedOffAt);
    out << row.findings << static_cast<qint32>(row.risk);
    cells.append((kPadding - cells.size() % kPadding) % kPadding, '\0');
    return cells;
}

bool unpackCells(const QByteArray &cells, TicketRow &row)
{
    QDataStream in(cells);
    in.setVersion(QDataStream::Qt_6_0);
    in >> row.number >> row.customerName >> row.customerPhone >> row.division >> row.address >> row.product;
    in >> row.kind >> row.kindTitle.en >> row.kindTitle.zh;
    takeEnum(in, row.access);
    takeServices(in, row.services);
    takeEnum(in, row.area);
    takeEnum(in, row.tier);
    takeEnum(in, row.state);
    QByteArray assignee;
    in >> row.returned >> row.needsNewerProgram >> assignee >> row.assigneeName;
    takeWindow(in, row.window);
    in >> row.booked >> row.postponed;
    takeTime(in, row.promisedBy);
    takeTime(in, row.backBy);
    takeTime(in, row.signedOffAt);
    qint32 risk = 0;
    in >> row.findings >> risk;
    row.risk = risk;
    const auto user = UserId::fromBytes(assignee);
    if (in.status() != QDataStream::Ok || !user || in.device()->bytesAvailable() >= kPadding)
        return false;
    row.assignee = *user;
    return true;
}

} // namespace ruhu::store
