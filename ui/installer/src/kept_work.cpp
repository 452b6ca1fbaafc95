// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kept_work.h"

#include <QDataStream>
#include <QIODevice>

namespace ruhu::installer {
namespace {

constexpr quint16 kKeptVersion = 1; // another form of the members below is another number
constexpr auto kStreamVersion = QDataStream::Qt_6_4;

QDataStream &operator<<(QDataStream &out, const StageView::Draft &draft)
{
    return out << draft.before << draft.now;
}

QDataStream &operator>>(QDataStream &in, StageView::Draft &draft)
{
    return in >> draft.before >> draft.now;
}

void write(QDataStream &out, const QHash<QString, StageView::Draft> &drafts)
{
    out << static_cast<quint32>(drafts.size());
    for (auto draft = drafts.begin(); draft != drafts.end(); ++draft)
        out << draft.key() << draft.value();
}

void read(QDataStream &in, QHash<QString, StageView::Draft> &drafts)
{
    quint32 count = 0;
    in >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QString path;
        StageView::Draft draft;
        in >> path >> draft;
        drafts.insert(path, draft);
    }
}

// What was on its way to the store is not kept: it is recorded before the store closes, and comes back as recorded.
void write(QDataStream &out, const StageView::Drafts &drafts)
{
    for (const auto *inputs : {&drafts.texts, &drafts.choices, &drafts.ticks, &drafts.values, &drafts.folds})
        write(out, *inputs);
    out << drafts.singled << drafts.opened << drafts.focus;
}

void read(QDataStream &in, StageView::Drafts &drafts)
{
    for (auto *inputs : {&drafts.texts, &drafts.choices, &drafts.ticks, &drafts.values, &drafts.folds})
        read(in, *inputs);
    in >> drafts.singled >> drafts.opened >> drafts.focus;
}

} // namespace

QByteArray encodeKept(const TicketView::Kept &kept)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(kStreamVersion);
    out << kKeptVersion << kept.ticket.toBytes() << kept.stage << static_cast<quint32>(kept.drafts.size());
    for (const auto &[place, drafts] : kept.drafts) {
        out << place.first.toBytes() << place.second;
        write(out, drafts);
    }
    return bytes;
}

std::optional<TicketView::Kept> decodeKept(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(kStreamVersion);
    quint16 version = 0;
    quint32 count = 0;
    QByteArray ticket;
    TicketView::Kept kept;
    in >> version;
    if (version != kKeptVersion)
        return std::nullopt;
    in >> ticket >> kept.stage >> count;
    kept.ticket = TicketId::fromBytes(ticket).value_or(TicketId());
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QByteArray of;
        QString stage;
        StageView::Drafts drafts;
        in >> of >> stage;
        read(in, drafts);
        kept.drafts[{TicketId::fromBytes(of).value_or(TicketId()), stage}] = drafts;
    }
    return in.status() == QDataStream::Ok ? std::optional(kept) : std::nullopt;
}

} // namespace ruhu::installer
