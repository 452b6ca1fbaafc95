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

void Runner::Private::pull()
{
    const std::vector<QString> feeds = account ? account->feeds : std::vector<QString>();
    for (const QString &feed : feeds) {
        const auto cursor = store.cursor(feed);
        if (!cursor)
            return fail(cursor.error());
        const auto head = feedHeads.find(feed);
        const bool sameEpoch = cursor->epoch.isEmpty() || cursor->epoch == epoch;
        if (head != feedHeads.end() && head->second == cursor->sequence && sameEpoch)
            continue;
        ++traffic.pulls;
        return send({"GET", feedPath(feed, *cursor), {}, {}, {}, 30'000},
                    [this, feed, from = *cursor](const Reply &reply) { pageAnswered(feed, from, reply); });
    }
    if (const auto kept = keepEpoch(); !kept)
        return fail(kept.error());
    post(PullDone{false});
}

void Runner::Private::pageAnswered(const QString &feed, const store::Cursor &cursor, const Reply &reply)
{
    if (!isGood(reply))
        return fail(failureOf(reply));
    const auto page = protocol::decodeFeedPage(reply.body);
    if (!page || page->feed != feed)
        return fail(badAnswer());
    epoch = page->epoch;
    const bool sameEpoch = cursor.epoch.isEmpty() || cursor.epoch == page->epoch;
    if (!sameEpoch || page->head < cursor.sequence || page->hashBefore != cursor.feedHash)
        return startFeedAnew(*page);
    if (page->entries.empty() && page->head > cursor.sequence)
        return fail(badAnswer());
    feedHeads[feed] = page->head;
    if (page->entries.empty())
        return post(PullDone{true});
    const auto tickets = store.applyPage(inboxPage(*page));
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

/// The server's feed is not the one we hold a part of: it went back in time. The journal stays as it is.
void Runner::Private::startFeedAnew(const protocol::FeedPage &page)
{
    if (!feedsReset.insert(page.feed).second)
        return fail(Failed{ErrorCode::Damaged, u"feed"_s, std::nullopt});
    // Whatever else the server lost shows when it is asked what it has of ours.
    state.headUnknown = true;
    if (const auto reset = store.resetFeed(page.feed); !reset)
        return fail(reset.error());
    feedHeads[page.feed] = page.head;
    refusedKnown = false;
    post(PullDone{true});
}

} // namespace ruhu::sync
