// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/ids.h>

#include <QByteArray>
#include <QDataStream>
#include <QIODevice>

namespace ruhu::widgets {

// What SessionPage::keep() gives: the number of the form, then what the page writes. Another form is another number.

inline constexpr auto kKeptStream = QDataStream::Qt_6_4;

template<typename Write>
[[nodiscard]] QByteArray packKept(quint16 form, Write write)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(kKeptStream);
    out << form;
    write(out);
    return bytes;
}

/// False: of another form, or cut off; what `read` has got by then is not to be used.
template<typename Read>
[[nodiscard]] bool unpackKept(const QByteArray &bytes, quint16 form, Read read)
{
    QDataStream in(bytes);
    in.setVersion(kKeptStream);
    quint16 given = 0;
    in >> given;
    if (in.status() != QDataStream::Ok || given != form)
        return false;
    read(in);
    return in.status() == QDataStream::Ok;
}

/// A number of things, then each of them.
template<typename Each>
void readEach(QDataStream &in, Each each)
{
    quint32 count = 0;
    in >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i)
        each();
}

inline void writeTicket(QDataStream &out, const TicketId &id)
{
    out << id.toBytes();
}

[[nodiscard]] inline TicketId readTicket(QDataStream &in)
{
    QByteArray id;
    in >> id;
    return TicketId::fromBytes(id).value_or(TicketId());
}

} // namespace ruhu::widgets
