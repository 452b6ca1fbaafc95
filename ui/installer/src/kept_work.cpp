// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kept_work.h"

#include <ruhu/widgets/kept_bytes.h>

namespace ruhu::installer {
namespace {

using namespace widgets;

constexpr quint16 kForm = 1;

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
    readEach(in, [&] {
        QString path;
        StageView::Draft draft;
        in >> path >> draft;
        drafts.insert(path, draft);
    });
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
    return packKept(kForm, [&](QDataStream &out) {
        writeTicket(out, kept.ticket);
        out << kept.stage << static_cast<quint32>(kept.drafts.size());
        for (const auto &[place, drafts] : kept.drafts) {
            writeTicket(out, place.first);
            out << place.second;
            write(out, drafts);
        }
    });
}

std::optional<TicketView::Kept> decodeKept(const QByteArray &bytes)
{
    TicketView::Kept kept;
    const bool whole = unpackKept(bytes, kForm, [&](QDataStream &in) {
        kept.ticket = readTicket(in);
        in >> kept.stage;
        readEach(in, [&] {
            const TicketId ticket = readTicket(in);
            QString stage;
            in >> stage;
            read(in, kept.drafts[{ticket, stage}]);
        });
    });
    return whole ? std::optional(kept) : std::nullopt;
}

} // namespace ruhu::installer
