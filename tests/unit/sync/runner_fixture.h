// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/fake_transport.h>
#include <ruhu_test/laptop.h>

namespace ruhu::test {

inline const QString kFeed = QStringLiteral("user:0190a0b0-0000-7000-8000-000000000001");

/// A feed as a server keeps it: notes on one ticket.
class Feed {
public:
    explicit Feed(TicketId ticket, std::uint64_t seed = 5) : m_ticket(ticket), m_seed(seed) {}
    void add(int count);
    [[nodiscard]] qint64 size() const { return static_cast<qint64>(m_entries.size()); }
    [[nodiscard]] QByteArray hashAt(qint64 sequence) const;
    [[nodiscard]] protocol::FeedPage page(qint64 after, int most, const QString &epoch) const;

private:
    TicketId m_ticket;
    std::uint64_t m_seed;
    std::vector<protocol::FeedEntry> m_entries;
};

/// One laptop and a server that the test plays. Signed in, the first request on its way.
class Bench {
public:
    Bench();

    [[nodiscard]] sync::Status status() { return laptop.runner().status(); }
    /// What the laptop has: a server that holds all of it says so.
    [[nodiscard]] protocol::DeviceHead own();
    void answerHead(std::optional<protocol::DeviceHead> head = {});
    /// The push that is waiting.
    [[nodiscard]] protocol::PushRun pushed();
    [[nodiscard]] protocol::PushReply replyTo(const protocol::PushRun &run);
    void answerPush(const protocol::PushRun &run);
    /// Answers pushes until something else, or nothing, is asked.
    void drainPushes();
    /// Answers the bundle that is waiting: these are kept.
    void answerBlobs(const std::vector<protocol::Blob> &kept);
    void answerPage(int most);

    ManualClock clock;
    SeededRandom random{11};
    FakeTransport way;
    TicketId ticket;
    Feed feed;
    QString epoch = QStringLiteral("epoch-1");
    Laptop laptop;
    std::vector<TicketId> changed;

private:
    [[nodiscard]] std::vector<QByteArray> missing() const;
    std::set<QByteArray> m_named;
    std::set<QByteArray> m_kept;
};

} // namespace ruhu::test
