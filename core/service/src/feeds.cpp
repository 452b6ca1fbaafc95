// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_data.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/protocol/framing.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

constexpr qsizetype kPageBytes = 1024 * 1024; // unpacked; a page always carries at least one entry
constexpr qint64 kSeenEveryMs = 5 * 60 * 1000;
const auto kUserPrefix = u"user:"_s;
const auto kTeamPrefix = u"team:"_s;

Result<QByteArray> feedHashAt(store::Database &db, const QString &feed, qint64 sequence)
{
    if (sequence <= 0)
        return crypto::chainStart();
    auto row = oneRow(
        db, "SELECT hash FROM feed_entry WHERE feed=? AND fseq=?", [](store::Statement &s) { return s.blob(0); }, feed,
        sequence);
    if (!row)
        return row.error();
    if (!*row)
        return Error{ErrorCode::NotFound, u"past the head of the feed"_s, feed};
    return **row;
}

protocol::FeedEntry readEntry(store::Statement &s)
{
    protocol::FeedEntry entry;
    entry.sequence = s.integer(0);
    entry.left = s.integer(1) != 0;
    entry.device = DeviceId(s.uuid(3));
    entry.incarnation = s.integer(4);
    entry.deviceSequence = s.integer(5);
    entry.eventHash = s.blob(6);
    entry.revision = s.integer(7);
    entry.receivedAt = wallTimeFromMs(s.integer(8));
    entry.verdict = s.text(9);
    entry.body = s.blob(10);
    return entry;
}

/// Entries after `page.hashBefore`, until the page is full.
Result<void> fillPage(store::Database &db, protocol::FeedPage &page, qint64 after)
{
    qsizetype bytes = 0;
    bool full = false;
    auto done = eachRow(
        db,
        "SELECT "
        "f.fseq,f.left_feed,f.hash,e.device_id,e.incarnation,e.sequence,e.event_hash,e.revision,e.received_ms,e."
        "verdict,"
        "e.body FROM feed_entry f JOIN event e ON e.serial=f.serial WHERE f.feed=? AND f.fseq>? ORDER BY f.fseq LIMIT "
        "?",
        [&](store::Statement &s) {
            if (full)
                return;
            protocol::FeedEntry entry = readEntry(s);
            bytes += entry.body.size();
            if (bytes > kPageBytes && !page.entries.empty()) {
                full = true;
                return;
            }
            page.hashAfter = s.blob(2);
            page.entries.push_back(std::move(entry));
        },
        page.feed, after, qint64{protocol::kMaxPageEvents});
    return done;
}

Result<void> markSeen(OfficeData &d, DeviceId device)
{
    auto seen = oneRow(
        *d.db, "SELECT coalesce(last_seen_ms,0) FROM device WHERE id=?",
        [](store::Statement &s) { return s.integer(0); }, device);
    if (!seen)
        return seen.error();
    // A durable commit for every small request would be the dearest part of it.
    if (seen->value_or(0) + kSeenEveryMs > d.nowMs())
        return {};
    return runSql(*d.db, "UPDATE device SET last_seen_ms=? WHERE id=?", d.nowMs(), device);
}

} // namespace

QString userFeed(UserId user)
{
    return kUserPrefix + user.toString();
}
QString teamFeed(TeamId team)
{
    return kTeamPrefix + team.toString();
}
QString feedOf(const User &user, const domain::RoleRule &role)
{
    switch (role.reads) {
    case domain::Reach::Own:
        return userFeed(user.id);
    case domain::Reach::Team:
        return teamFeed(user.team);
    case domain::Reach::None:
        break;
    }
    return {};
}

Result<FeedHead> feedHead(store::Database &db, const QString &feed)
{
    auto row = oneRow(
        db, "SELECT head,hash FROM feed_head WHERE feed=?",
        [](store::Statement &s) {
            return FeedHead{s.integer(0), s.blob(1)};
        },
        feed);
    if (!row)
        return row.error();
    return row->value_or(FeedHead{0, crypto::chainStart()});
}

Result<void> appendToFeed(store::Database &db, const QString &feed, qint64 serial, const QByteArray &eventHash,
                          bool left)
{
    auto head = feedHead(db, feed);
    if (!head)
        return head.error();
    const qint64 sequence = head->head + 1;
    const QByteArray hash = crypto::feedNext(head->hash, eventHash);
    if (auto done = runSql(db, "INSERT INTO feed_entry(feed,fseq,serial,left_feed,hash) VALUES(?,?,?,?,?)", feed,
                           sequence, serial, left, hash);
        !done)
        return done;
    return runSql(db,
                  "INSERT INTO feed_head(feed,head,hash) VALUES(?,?,?)"
                  " ON CONFLICT(feed) DO UPDATE SET head=excluded.head, hash=excluded.hash",
                  feed, sequence, hash);
}

Result<void> enterHistory(store::Database &db, const QString &feed, TicketId ticket)
{
    const bool forTeam = feed.startsWith(kTeamPrefix);
    std::vector<std::pair<qint64, QByteArray>> missing;
    auto done = eachRow(
        db,
        "SELECT e.serial,e.event_hash FROM event e WHERE e.ticket_id=? AND e.revision>0 AND (e.verdict='' OR ?)"
        " AND NOT EXISTS(SELECT 1 FROM feed_entry f WHERE f.serial=e.serial AND f.feed=?) ORDER BY e.revision",
        [&](store::Statement &s) { missing.emplace_back(s.integer(0), s.blob(1)); }, ticket, forTeam, feed);
    if (!done)
        return done;
    for (const auto &[serial, eventHash] : missing) {
        if (auto appended = appendToFeed(db, feed, serial, eventHash, false); !appended)
            return appended;
    }
    return runSql(db, "INSERT INTO ticket_reader(ticket_id,feed) VALUES(?,?) ON CONFLICT DO NOTHING", ticket, feed);
}

Result<bool> isReader(store::Database &db, TicketId ticket, const QString &feed)
{
    auto row = oneRow(
        db, "SELECT 1 FROM ticket_reader WHERE ticket_id=? AND feed=?", [](store::Statement &) { return true; }, ticket,
        feed);
    if (!row)
        return row.error();
    return row->has_value();
}

Result<std::map<QString, std::int64_t>> feedHeadsFor(store::Database &db, const QString &feed)
{
    if (feed.isEmpty())
        return std::map<QString, std::int64_t>();
    auto head = feedHead(db, feed);
    if (!head)
        return head.error();
    return std::map<QString, std::int64_t>{{feed, head->head}};
}

Result<protocol::HeadReply> Office::head(const Caller &caller)
{
    if (auto seen = markSeen(*m_d, caller.device); !seen)
        return seen.error();
    auto head = newestHead(*m_d->db, caller.device);
    if (!head)
        return head.error();
    auto feeds = feedHeadsFor(*m_d->db, feedOf(caller.user, caller.role));
    if (!feeds)
        return feeds.error();
    auto missing = missingBlobs(*m_d->db, caller.device);
    if (!missing)
        return missing.error();
    return protocol::HeadReply{*head, *feeds, *missing, m_d->epoch, m_d->clock.now()};
}

Result<protocol::FeedPage> Office::feed(const Caller &caller, const QString &feed, qint64 after, const QString &epoch)
{
    if (feed.isEmpty() || feed != feedOf(caller.user, caller.role))
        return Error{ErrorCode::NotAllowed, u"this feed belongs to others"_s, feed};
    if (after < 0)
        return Error{ErrorCode::InvalidInput, u"a cursor is not negative"_s, u"after"_s};
    // Another epoch is no refusal: page and hashes let the reader verify what it holds (sync.md 2.9).
    Q_UNUSED(epoch)
    auto head = feedHead(*m_d->db, feed);
    if (!head)
        return head.error();
    protocol::FeedPage page;
    page.feed = feed;
    page.epoch = m_d->epoch;
    page.head = head->head;
    page.serverTime = m_d->clock.now();
    // A cursor past our head means that this server went back in time; head tells the reader so.
    auto before = after > head->head ? Result<QByteArray>(head->hash) : feedHashAt(*m_d->db, feed, after);
    if (!before)
        return before.error();
    page.hashBefore = *before;
    page.hashAfter = *before;
    if (after >= head->head)
        return page;
    if (auto filled = fillPage(*m_d->db, page, after); !filled)
        return filled.error();
    // Entries that were committed after the head was read.
    if (!page.entries.empty())
        page.head = std::max(page.head, page.entries.back().sequence);
    return page;
}

} // namespace ruhu::service
