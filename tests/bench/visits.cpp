// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "visits.h"

#include <ruhu_test/ticket_walk.h>

#include <QElapsedTimer>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::bench {

int fail(const QString &what)
{
    std::fprintf(stderr, "%s\n", what.toUtf8().constData());
    return 1;
}

Json::Array timed(int rounds, const std::function<bool()> &work)
{
    Json::Array series;
    QElapsedTimer timer;
    for (int round = 0; round < rounds; ++round) {
        timer.start();
        if (!work())
            return {};
        series.emplace_back(static_cast<std::int64_t>(timer.nsecsElapsed() / 1000));
    }
    return series;
}

std::vector<domain::HistoryEntry> visit(std::size_t events, std::uint64_t seed)
{
    test::TicketBench bench(test::urbanOrder(u"IN-%1"_s.arg(seed)), seed);
    bench.walkTo(domain::State::SignedOff);
    const domain::HistoryEntry signOff = bench.history().back();
    while (bench.history().size() < events)
        bench.inject(domain::NoteAdded{u"one line of a note"_s, {}}, bench.technician(), domain::kTechnician);
    std::vector<domain::HistoryEntry> history(bench.history().begin(),
                                              bench.history().begin() + static_cast<std::ptrdiff_t>(events));
    if (bench.ticket().state == domain::State::SignedOff && bench.history().size() > events)
        history.back() = signOff;
    return history;
}

} // namespace ruhu::bench
