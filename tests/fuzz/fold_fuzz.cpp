// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: whatever events a server hands down, the ticket is their fold: always the same, with every fact kept, and all
// that is made of it for a screen or for paper can be made. The input is one event per line; lines that are none count
// as never received.

#include "fuzz.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/domain/codec.h>
#include <ruhu/presentation/papers.h>

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::domain;

namespace {

constexpr std::size_t kMaxEvents = 100;

std::vector<HistoryEntry> historyOf(const QByteArray &bytes)
{
    std::vector<HistoryEntry> history;
    for (const QByteArray &line : bytes.split('\n')) {
        auto event = decodeEvent(line);
        if (!event || history.size() >= kMaxEvents)
            continue;
        const auto place = static_cast<std::int64_t>(history.size()) + 1;
        // The last few are this laptop's own and wait for the server.
        const std::optional<std::int64_t> revision = place % 8 < 6 ? std::optional(place) : std::nullopt;
        history.push_back({std::move(*event), DeviceId(), place, revision, std::nullopt});
    }
    return history;
}

void makePaper(const Ticket &ticket, const std::vector<HistoryEntry> &history, const Catalogue &catalogue)
{
    presentation::TicketPage page;
    page.ticket = ticket;
    page.history = history;
    page.catalogue = &catalogue;
    page.contentHash = crypto::blake2b(writeJson(workOrderContent(ticket, catalogue)));
    const QByteArray strokes = encodeStrokes({{{1, 2, 3, 4}}});
    const auto paper = presentation::workOrderPaper(page, [&](const QByteArray &) { return Result(strokes); });
    require(paper.has_value(), "a work order can be made when its pictures are there");
    require(paper->photos.size() == ticket.photos.size(), "no photo is left out of the work order");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Catalogue &catalogue = *presentation::builtInShelf().latest(QStringLiteral("service-code"));
    const std::vector<HistoryEntry> history = historyOf(bytesOf(data, size));
    if (history.empty())
        return 0;
    const TicketId id = history.front().event.meta.ticket;
    const Ticket ticket = fold(id, history);
    require(ticket == fold(id, history), "the fold is always the same");
    require(ticket.workRevision >= 0 && ticket.pendingEvents >= 0, "counters only count up");
    require(riskScore(findings(ticket, history, catalogue)) >= 0, "a risk is not negative");
    require(openItems(ticket, catalogue).size() <= leaveGate(ticket, catalogue).size() + catalogue.steps.size(),
            "open steps are steps of the checklist");
    // One role for each input: asking for all of them would leave time for few inputs.
    const auto &roles = presentation::builtInShelf().roles().roles;
    const ActContext context{UserId(), roles[size % roles.size()], wallTimeFromMs(1'772'300'000'000), catalogue, {}};
    (void)possibilities(ticket, context);
    makePaper(ticket, history, catalogue);
    return 0;
}
