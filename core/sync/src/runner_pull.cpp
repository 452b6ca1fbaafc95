// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Feeds on their way to this laptop: page after page until the server's head is reached.

#include "runner_p.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::sync {
namespace {

store::InboxPage inboxPage(const protocol::FeedPage &page)
{
    store::InboxPage inbox{page.feed, page.epoch, page.hashAfter, {}};
    for (const protocol::FeedEntry &from : page.entries) {
        store::InboxEntry entry;
        entry.sequence = from.sequence;
        entry.device = from.device;
        entry.incarnation = from.incarnation;
        entry.deviceSequence = from.deviceSequence;
        entry.eventHash = from.eventHash;
        entry.revision = from.revision;
        entry.receivedAt = from.receivedAt;
        entry.verdict = from.verdict;
        entry.left = from.left;
        entry.body = from.body;
        inbox.entries.push_back(std::move(entry));
    }
    return inbox;
}

QString feedPath(const QString &feed, const store::Cursor &cursor)
{
    const auto escaped = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    return u"/sync/v1/feed/%1?after=%2&epoch=%3"_s.arg(escaped(feed), QString::number(cursor.sequence),
                                                       escaped(cursor.epoch));
}

} // namespace

Result<Runner::Private::Place> Runner::Private::placeIn(const QString &feed)
{
    const auto replacement = store.replacementCursor(feed);
    if (!replacement)
        return replacement.error();
    if (*replacement)
        return Place{feed, **replacement, true};
    const auto cursor = store.cursor(feed);
    if (!cursor)
        return cursor.error();
    return Place{feed, *cursor, false};
}

void Runner::Private::pull()
{
    const std::vector<QString> feeds = account ? account->feeds : std::vector<QString>();
    for (const QString &feed : feeds) {
        const auto place = placeIn(feed);
        if (!place)
            return fail(place.error());
        const store::Cursor &cursor = place->cursor;
        const auto head = feedHeads.find(feed);
        const bool sameEpoch = cursor.epoch.isEmpty() || cursor.epoch == epoch;
        if (!place->replacing && head != feedHeads.end() && head->second == cursor.sequence && sameEpoch)
            continue;
        ++traffic.pulls;
        return send({"GET", feedPath(feed, cursor), {}, {}, {}, 30'000},
                    [this, from = *place](const Reply &reply) { pageAnswered(from, reply); });
    }
    if (const auto kept = keepEpoch(); !kept)
        return fail(kept.error());
    // The tickets first: they say which documents are needed.
    const auto asked = fetchDocument();
    if (!asked)
        return fail(asked.error());
    if (*asked)
        return;
    const auto problem = documentProblem();
    if (!problem)
        return fail(problem.error());
    post(PullDone{false, *problem});
}

void Runner::Private::pageAnswered(const Place &place, const Reply &reply)
{
    if (!isGood(reply))
        return fail(failureOf(reply));
    const auto page = protocol::decodeFeedPage(reply.body);
    if (!page || page->feed != place.feed)
        return fail(badAnswer());
    epoch = page->epoch;
    const store::Cursor &cursor = place.cursor;
    const bool sameEpoch = cursor.epoch.isEmpty() || cursor.epoch == page->epoch;
    // An equal hash there means equal entries up to there, whatever life of the server they come from.
    const bool follows = page->head >= cursor.sequence && page->hashBefore == cursor.feedHash;
    if (!follows || (place.replacing && !sameEpoch))
        return startFeedAnew(*page);
    if (page->entries.empty() && page->head > cursor.sequence)
        return fail(badAnswer());
    feedHeads[place.feed] = page->head;
    if (!sameEpoch) {
        state.headUnknown = true; // what else the server lost shows in its head
        if (const auto adopted = store.adoptEpoch(place.feed, page->epoch); !adopted)
            return fail(adopted.error());
    }
    const auto tickets = keepPage(place, *page);
    if (!tickets) {
        if (tickets.error().code == ErrorCode::Damaged)
            return startFeedAnew(*page);
        return fail(tickets.error());
    }
    refusedKnown = false;
    const std::weak_ptr<int> self = alive;
    ticketsChanged(*tickets);
    if (!self.expired())
        post(PullDone{true});
}

/// Answers the tickets that look otherwise now; of a replacement nothing shows before its last page.
Result<std::vector<TicketId>> Runner::Private::keepPage(const Place &place, const protocol::FeedPage &page)
{
    if (!place.replacing)
        return page.entries.empty() ? std::vector<TicketId>() : store.applyPage(inboxPage(page));
    if (!page.entries.empty()) {
        if (const auto added = store.addToReplacement(inboxPage(page)); !added)
            return added.error();
    }
    const qint64 last = page.entries.empty() ? place.cursor.sequence : page.entries.back().sequence;
    return last < page.head ? std::vector<TicketId>() : store.finishReplacement(page.feed);
}

/// The server's feed is not the one we hold a part of: it went back in time. The journal stays as it is, and what is shown
/// stays until the other feed is here.
void Runner::Private::startFeedAnew(const protocol::FeedPage &page)
{
    if (!feedsReset.insert(page.feed).second)
        return fail(Failed{ErrorCode::Damaged, u"feed"_s, std::nullopt});
    // Whatever else the server lost shows when it is asked what it has of ours.
    state.headUnknown = true;
    if (const auto begun = store.beginReplacement(page.feed, page.epoch); !begun)
        return fail(begun.error());
    feedHeads[page.feed] = page.head;
    post(PullDone{true});
}

} // namespace ruhu::sync
