// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Records act after act into a store and prints the sequence number of each once it is kept; ends by being killed.
// Usage: store_writer DIR SEED. Prints "busy" when another program holds the store.

#include <ruhu/base/ids.h>
#include <ruhu/base/random.h>
#include <ruhu/store/client_store.h>

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace ruhu;
    const QCoreApplication app(argc, argv);
    if (argc != 3)
        return 2;
    auto signing = crypto::SigningKey::fromSeed(QByteArray(32, 's'));
    const auto device = DeviceId::fromString(u"0192d5f0-0000-7000-8000-00000000d001");
    const domain::CatalogueShelf shelf;
    const SystemClock clock;
    auto opened = store::ClientStore::open(QString::fromLocal8Bit(argv[1]),
                                           {QByteArray(32, 'k'), std::move(*signing), *device}, shelf, clock);
    if (!opened) {
        std::puts(opened.error().code == ErrorCode::Busy ? "busy" : "failed");
        return 1;
    }
    SeededRandom random(QByteArray(argv[2]).toULongLong());
    UuidV7Source ids(clock, random);
    const TicketId ticket(ids.next());
    for (;;) {
        domain::Event event;
        event.meta.id = EventId(ids.next());
        event.meta.ticket = ticket;
        event.meta.group = {event.meta.id, 1, 1};
        event.meta.wall = clock.now();
        event.payload = domain::NoteAdded{QString::number(random.next()), {}};
        if (const auto done = (*opened)->record({event}); !done)
            return 1;
        std::printf("%lld\n", static_cast<long long>((*opened)->head()->sequence));
        std::fflush(stdout);
    }
}
