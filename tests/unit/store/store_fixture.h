// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/clock.h>
#include <ruhu/base/ids.h>
#include <ruhu/base/random.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/domain/codec.h>
#include <ruhu/store/client_store.h>

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/temp_dir.h>

#include <map>

namespace ruhu::test {

/// The feed of the technician whose store it is.
const auto kFeed = QStringLiteral("user:1");

/// The same keys every time: kept databases were made with them. Of no worth anywhere else.
[[nodiscard]] store::ClientStore::Keys storeKeys();

/// Makes events as a technician's program would.
class EventMaker {
public:
    explicit EventMaker(std::uint64_t seed = 1) : m_random(seed), m_ids(m_clock, m_random) {}

    [[nodiscard]] TicketId newTicket() { return TicketId(m_ids.next()); }
    /// One act of several payloads.
    [[nodiscard]] std::vector<domain::Event> act(TicketId ticket, const std::vector<domain::Payload> &payloads);
    [[nodiscard]] std::vector<domain::Event> note(TicketId ticket, const QString &text);
    /// An order of the office, with personal data that must not be readable at rest.
    [[nodiscard]] std::vector<domain::Event> order(TicketId ticket, const QString &number,
                                                   const QString &catalogue = {});

private:
    ManualClock m_clock;
    SeededRandom m_random;
    UuidV7Source m_ids;
};

/// A feed as a server would serve it.
class FeedMaker {
public:
    explicit FeedMaker(const QString &feed) : m_feed(feed) {}

    /// Appends an event of the server's own (device null) or of a device.
    void add(const domain::Event &event, DeviceId device = {}, qint64 deviceSequence = 0, const QString &verdict = {},
             bool left = false);
    void addBody(const QByteArray &body);
    /// Everything added since the last page.
    [[nodiscard]] store::InboxPage page();

private:
    QString m_feed;
    qint64 m_sequence = 0;
    QByteArray m_hash = crypto::chainStart();
    std::map<TicketId, qint64> m_revisions;
    std::vector<store::InboxEntry> m_entries;
};

/// A store in a folder of its own that can be closed and opened again.
class StoreBox {
public:
    StoreBox();

    [[nodiscard]] Result<std::unique_ptr<store::ClientStore>> tryOpen() const;
    void open();
    void close() { m_store.reset(); }
    store::ClientStore &operator*() { return *m_store; }
    store::ClientStore *operator->() { return m_store.get(); }
    [[nodiscard]] QString directory() const { return m_dir.path(QStringLiteral("store")); }
    [[nodiscard]] QString databasePath() const { return directory() + QStringLiteral("/local.db"); }
    [[nodiscard]] const TempDir &temp() const { return m_dir; }
    /// Runs SQL on the closed file behind the store's back; answers how many rows changed.
    int tamper(const char *sql) const;

    domain::CatalogueShelf shelf;
    ManualClock clock;

private:
    TempDir m_dir;
    std::unique_ptr<store::ClientStore> m_store;
};

/// The value, or the test fails with the error.
template<typename T>
T must(Result<T> result)
{
    if (!result)
        FAIL(Catch::StringMaker<Error>::convert(result.error()));
    return std::move(*result);
}
inline void must(const Result<void> &result)
{
    if (!result)
        FAIL(Catch::StringMaker<Error>::convert(result.error()));
}
template<typename T>
[[nodiscard]] ErrorCode codeOf(const Result<T> &result)
{
    if (result)
        FAIL("succeeded where an error was due");
    return result.error().code;
}

} // namespace ruhu::test
