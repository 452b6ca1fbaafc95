// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The own journal on its way to the server: runs, proofs, rewinds and new incarnations.

#include "runner_p.h"

#include <ruhu/domain/codec.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::sync {
namespace {

const auto kEpochSetting = u"sync.epoch"_s;
constexpr int kMostNewIncarnations = 16;

bool endsGroup(const store::JournalEntry &entry)
{
    const auto event = domain::decodeEvent(entry.body);
    return !event || event->meta.group.index >= event->meta.group.count;
}

/// Shortens to at most so many entries and bytes, at the end of a group where there is one.
void shorten(std::vector<store::JournalEntry> &entries, std::size_t most, qsizetype mostBytes)
{
    qsizetype bytes = 0;
    std::size_t keep = 0;
    while (keep < entries.size() && keep < most && (keep == 0 || bytes + entries[keep].body.size() <= mostBytes))
        bytes += entries[keep++].body.size();
    std::size_t whole = keep;
    while (whole > 0 && !endsGroup(entries[whole - 1]))
        --whole;
    // One act that is larger than the limit goes as one run all the same.
    while (whole == 0 && keep < entries.size() && !endsGroup(entries[keep - 1]))
        ++keep;
    entries.resize(whole > 0 ? whole : keep);
}

/// Set aside, or of bytes that no longer open: a run ends before it.
bool isSendable(const store::JournalEntry &entry)
{
    return entry.state != store::EntryState::Parked && !entry.body.isEmpty();
}

std::vector<TicketId> ticketsOf(const std::vector<store::JournalEntry> &entries)
{
    std::set<TicketId> tickets;
    for (const store::JournalEntry &entry : entries)
        tickets.insert(entry.ticket);
    return {tickets.begin(), tickets.end()};
}

} // namespace

Result<std::vector<store::JournalEntry>> Runner::Private::nextOfRewind()
{
    const auto own = store.head();
    if (!own)
        return own.error();
    while (rewind) {
        auto entries = store.entriesFrom(rewind->incarnation, rewind->sequence, protocol::kMaxRunEvents);
        if (!entries)
            return entries;
        entries->erase(std::find_if_not(entries->begin(), entries->end(), isSendable), entries->end());
        if (!entries->empty()) {
            shorten(*entries, static_cast<std::size_t>(state.runLimit), protocol::kMaxRunBytes);
            return entries;
        }
        if (rewind->incarnation >= own->incarnation)
            rewind.reset();
        else
            rewind = Position{rewind->incarnation + 1, 1};
    }
    return std::vector<store::JournalEntry>();
}

Result<std::vector<store::JournalEntry>> Runner::Private::nextRun()
{
    auto again = nextOfRewind();
    if (!again || !again->empty())
        return again;
    auto entries = store.unsent(state.runLimit, protocol::kMaxRunBytes);
    if (!entries && entries.error().code == ErrorCode::Damaged) {
        // The first act no longer opens: a new incarnation does without it.
        if (const auto renewed = beginIncarnation(); !renewed)
            return renewed.error();
        entries = store.unsent(state.runLimit, protocol::kMaxRunBytes);
    }
    if (!entries)
        return entries;
    // A run is a part of one chain.
    const auto other = std::find_if(entries->begin(), entries->end(), [&](const store::JournalEntry &entry) {
        return entry.incarnation != entries->front().incarnation;
    });
    entries->erase(other, entries->end());
    return entries;
}

void Runner::Private::push()
{
    auto entries = nextRun();
    if (!entries)
        return fail(entries.error());
    if (entries->empty()) {
        if (answered)
            return post(PushDone{false, true});
        return askHead(); // the one small request of a round without work
    }
    // Nothing before it in the chain proves that the server still has the incarnations before this one.
    const bool beginsIncarnation = entries->front().incarnation > 1 && entries->front().sequence == 1;
    if (beginsIncarnation && !answered)
        return askHead();
    sendRun(*entries);
}

void Runner::Private::sendRun(const std::vector<store::JournalEntry> &entries)
{
    std::vector<store::JournalEntry> part = entries;
    QByteArray packed;
    while (true) {
        const store::JournalEntry &first = part.front();
        const store::JournalEntry &last = part.back();
        protocol::PushRun run;
        run.device = store.device();
        run.incarnation = first.incarnation;
        run.first = first.sequence;
        const auto previous = store.hashAt(first.incarnation, first.sequence - 1);
        if (!previous)
            return fail(previous.error());
        run.previousHash = *previous;
        run.headHash = last.hash;
        run.signature = store.signingKey().sign(
            crypto::runMessage(run.device.toBytes(), run.incarnation, run.first, last.sequence, run.headHash));
        run.appVersion = account ? account->appVersion : QString();
        for (const store::JournalEntry &entry : part)
            run.bodies.push_back(entry.body);
        packed = protocol::encodePushRun(run);
        if (packed.size() <= protocol::kMaxPackedBytes || part.size() == 1)
            break;
        const std::size_t before = part.size();
        shorten(part, before / 2, protocol::kMaxRunBytes);
        if (part.size() == before)
            break; // one act: the server decides
    }
    sentFrom = {part.front().incarnation, part.front().sequence};
    ++traffic.pushes;
    Request request{"POST", u"/sync/v1/push"_s, "application/zstd", packed, {}, 30'000};
    send(std::move(request), [this, part](const Reply &reply) { pushAnswered(part, reply); });
}

void Runner::Private::pushAnswered(const std::vector<store::JournalEntry> &sent, const Reply &reply)
{
    if (!isGood(reply)) {
        std::optional<protocol::Problem> problem;
        const Failed failed = failureOf(reply, &problem);
        serverHas = problem ? problem->have : std::nullopt;
        refusedWith = failed.problem;
        return fail(failed);
    }
    const auto answer = protocol::decodePushReply(reply.body);
    if (!answer)
        return fail(badAnswer());
    const protocol::DeviceHead &head = answer->head;
    if (head.incarnation != sent.front().incarnation || head.sequence < sent.back().sequence)
        return fail(badAnswer());
    const Failed fork{ErrorCode::Conflict, u"fork"_s, std::nullopt};
    // Stored only when the hash at the server's head is our own there: the proof that it holds these bytes. What is stored
    // behind this run is sent once more all the same, because its verdicts come with the answer to it.
    const auto own = store.hashAt(head.incarnation, head.sequence);
    if (!own || *own != head.hash)
        return fail(own || own.error().code == ErrorCode::NotFound ? fork : failureOf(own.error()));
    const auto marked = store.markStored({head.incarnation, sent.back().sequence, sent.back().hash},
                                         {answer->verdicts.begin(), answer->verdicts.end()});
    if (!marked)
        return fail(marked.error().code == ErrorCode::Conflict ? fork : failureOf(marked.error()));
    if (rewind)
        rewind = Position{head.incarnation, head.sequence + 1};
    refusedKnown = refusedKnown && answer->verdicts.empty();
    if (const auto noted = noteAnswer(answer->feedHeads, answer->missingBlobs, answer->epoch); !noted)
        return fail(noted.error());
    const std::weak_ptr<int> self = alive;
    ticketsChanged(ticketsOf(sent));
    if (self.expired())
        return;
    const auto pending = store.pendingCount();
    if (!pending)
        return fail(pending.error());
    post(PushDone{*pending > 0 || rewind.has_value()});
}

void Runner::Private::askHead()
{
    ++traffic.heads;
    send({"GET", u"/sync/v1/head"_s, {}, {}, {}, 30'000}, [this](const Reply &reply) { headAnswered(reply); });
}

void Runner::Private::headAnswered(const Reply &reply)
{
    if (!isGood(reply))
        return fail(failureOf(reply));
    const auto answer = protocol::decodeHeadReply(reply.body);
    if (!answer)
        return fail(badAnswer());
    serverOffset = answer->serverTime - clock.now();
    if (const auto compared = compareHead(answer->head); !compared)
        return fail(compared.error());
    if (const auto noted = noteAnswer(answer->feedHeads, answer->missingBlobs, answer->epoch); !noted)
        return fail(noted.error());
    post(HeadDone{});
}

/// Brings what the server says it holds together with the own journal. Nothing becomes stored by it: what is pending and
/// already there is sent again and skipped there, and the answer to that carries the verdicts.
Result<void> Runner::Private::compareHead(const protocol::DeviceHead &server)
{
    const auto own = store.head();
    if (!own)
        return own.error();
    if (server.incarnation > own->incarnation)
        return leaveIncarnation(server.incarnation);
    const auto hash = store.hashAt(server.incarnation, server.sequence);
    if (!hash && hash.error().code != ErrorCode::NotFound)
        return hash.error();
    if (hash && *hash == server.hash)
        return rewindIfBehind({server.incarnation, server.sequence + 1});
    // Other bytes under our numbers, or more than we have: a copy of this laptop wrote there, or we are one.
    if (server.incarnation == own->incarnation)
        return leaveIncarnation(own->incarnation);
    return rewindIfBehind({server.incarnation + 1, 1});
}

Result<void> Runner::Private::beginIncarnation()
{
    const auto tickets = store.newIncarnation();
    if (!tickets)
        return tickets.error();
    refusedKnown = false;
    changed.insert(tickets->begin(), tickets->end());
    return {};
}

/// The act that was refused alone is kept here with its code; those behind it go on in a chain without it.
bool Runner::Private::parkRefused()
{
    const auto entries = store.entriesFrom(sentFrom.incarnation, sentFrom.sequence, 1);
    const bool pending = entries && !entries->empty() && entries->front().state == store::EntryState::Pending;
    // Taken once and refused now: no matter of this act.
    if (!pending) {
        fail(entries ? Failed{ErrorCode::ServerFailure, refusedWith, std::nullopt} : failureOf(entries.error()));
        return false;
    }
    const auto tickets = store.park(sentFrom.incarnation, sentFrom.sequence, refusedWith);
    if (!tickets) {
        fail(tickets.error());
        return false;
    }
    rewind.reset();
    refusedKnown = false;
    changed.insert(tickets->begin(), tickets->end());
    return true;
}

Result<void> Runner::Private::leaveIncarnation(qint64 atLeast)
{
    rewind.reset();
    for (int i = 0; i < kMostNewIncarnations; ++i) {
        if (auto renewed = beginIncarnation(); !renewed)
            return renewed;
        const auto own = store.head();
        if (!own)
            return own.error();
        if (own->incarnation > atLeast)
            return {};
    }
    return Error{ErrorCode::Damaged, u"the server knows far more incarnations than this laptop"_s, {}};
}

/// The server lacks entries that were stored there once: it went back in time, and gets them again (sync.md 2.9).
Result<void> Runner::Private::rewindIfBehind(Position next)
{
    const auto own = store.head();
    if (!own)
        return own.error();
    while (next.incarnation <= own->incarnation) {
        const auto entries = store.entriesFrom(next.incarnation, next.sequence, 1);
        if (!entries)
            return entries.error();
        if (!entries->empty() && isSendable(entries->front())) {
            if (entries->front().state != store::EntryState::Pending)
                rewind = next;
            return {};
        }
        next = {next.incarnation + 1, 1};
    }
    return {};
}

void Runner::Private::rewindAfterGap()
{
    const bool usable = serverHas && *serverHas < sentFrom.sequence;
    if (usable && *serverHas > 0)
        rewind = Position{sentFrom.incarnation, *serverHas + 1};
    else // it knows nothing of this incarnation, so perhaps not all of those before: what it has is skipped by hash
        rewind = Position{1, 1};
    serverHas.reset();
}

Result<void> Runner::Private::newIncarnationAfterFork()
{
    const auto own = store.head();
    if (!own)
        return own.error();
    if (rewind && sentFrom.incarnation < own->incarnation) {
        rewind = Position{sentFrom.incarnation + 1, 1};
        return {};
    }
    return leaveIncarnation(own->incarnation);
}

Result<void> Runner::Private::noteAnswer(const std::map<QString, std::int64_t> &heads,
                                         const std::vector<QByteArray> &missingNow, const QString &serverEpoch)
{
    answered = true;
    feedHeads = heads;
    missing = std::set<QByteArray>(missingNow.begin(), missingNow.end());
    std::set<QByteArray> lost = missing;
    if (!lost.empty()) {
        const auto unverified = store.unverifiedBlobs();
        if (!unverified)
            return unverified.error();
        for (const store::BlobRow &row : *unverified)
            lost.erase(row.sha256);
    }
    // The server had them once and asks again.
    if (!lost.empty()) {
        if (auto marked = store.markBlobsMissing({lost.begin(), lost.end()}); !marked)
            return marked;
    }
    return noteEpoch(serverEpoch);
}

Result<void> Runner::Private::noteEpoch(const QString &serverEpoch)
{
    epoch = serverEpoch;
    if (epochChanged)
        return {};
    const auto known = store.setting(kEpochSetting);
    const auto own = store.head();
    if (!known)
        return known.error();
    if (!own)
        return own.error();
    if (*known == serverEpoch.toUtf8())
        return {};
    epochChanged = true;
    // The head proves one incarnation only; earlier ones are offered again, what is there is skipped by hash.
    if (!known->isEmpty() && own->incarnation > 1)
        rewind = Position{1, 1};
    return {};
}

Result<void> Runner::Private::keepEpoch()
{
    if (!epochChanged || rewind)
        return {};
    epochChanged = false;
    return store.setSetting(kEpochSetting, epoch.toUtf8());
}

} // namespace ruhu::sync
