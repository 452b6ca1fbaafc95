// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_data.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/domain/names.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

constexpr const char *kEventsAfter =
    "SELECT e.serial,e.device_id,e.incarnation,e.sequence,e.id,e.ticket_id,e.revision,e.hash,e.signature,e.received_ms,"
    "e.verdict,e.body,(SELECT p.hash FROM event p WHERE p.device_id=e.device_id AND p.incarnation=e.incarnation"
    " AND p.sequence=e.sequence-1),e.run_first,(SELECT d.public_key FROM device d WHERE d.id=e.device_id)"
    " FROM event e WHERE e.serial>? AND (?=0 OR e.ticket_id=?) ORDER BY e.serial LIMIT ?";

StoredEvent readStored(store::Statement &s, const QByteArray &serverKey)
{
    StoredEvent event;
    event.serial = s.integer(0);
    event.device = DeviceId(s.uuid(1));
    event.incarnation = s.integer(2);
    event.sequence = s.integer(3);
    event.id = EventId(s.uuid(4));
    event.ticket = TicketId(s.uuid(5));
    event.revision = s.integer(6);
    event.hash = s.blob(7);
    event.signature = s.blob(8);
    event.receivedAt = wallTimeFromMs(s.integer(9));
    event.verdict = s.text(10);
    event.body = s.blob(11);
    event.previousHash = s.isNull(12) ? crypto::chainStart() : s.blob(12);
    event.runFirst = s.integer(13);
    event.publicKey = event.device.isNull() ? serverKey : s.blob(14);
    return event;
}

/// Walks everything in order and remembers the first thing that is wrong.
class Verifier {
public:
    explicit Verifier(OfficeData &d) : m_d(d) {}

    Result<VerifyReport> run()
    {
        if (auto loaded = loadKeys(); !loaded)
            return loaded.error();
        if (auto done = chains(); !done)
            return done.error();
        if (auto done = revisions(); !done)
            return done.error();
        if (auto done = feeds(); !done)
            return done.error();
        if (auto done = blobs(); !done)
            return done.error();
        if (auto done = catalogues(); !done)
            return done.error();
        return m_report;
    }

private:
    void bad(const QString &what, const QString &why)
    {
        if (!m_report.firstBad.isEmpty())
            return;
        m_report.firstBad = what;
        m_report.reason = why;
    }

    Result<void> loadKeys()
    {
        m_keys.emplace(DeviceId(), m_d.key->publicKey());
        return eachRow(*m_d.db, "SELECT id,public_key FROM device",
                       [&](store::Statement &s) { m_keys.emplace(DeviceId(s.uuid(0)), s.blob(1)); });
    }

    struct Chain {
        DeviceId device;
        qint64 incarnation = 0;
        qint64 sequence = 0;
        QByteArray hash;
        bool signedOff = true;
        [[nodiscard]] QString name() const
        {
            const QString who = device.isNull() ? u"server"_s : device.toString();
            return u"event %1/%2/%3"_s.arg(who).arg(incarnation).arg(sequence);
        }
    };

    Result<void> chains()
    {
        auto heads = loadHeads();
        if (!heads)
            return heads;
        Chain chain;
        auto done = eachRow(*m_d.db,
                            "SELECT device_id,incarnation,sequence,body,event_hash,hash,signature,run_first FROM event"
                            " ORDER BY device_id,incarnation,sequence",
                            [&](store::Statement &s) { checkEvent(chain, s); });
        if (!done)
            return done;
        finish(chain);
        for (const auto &[key, head] : m_heads)
            bad(u"journal %1/%2"_s.arg(key.first.isNull() ? u"server"_s : key.first.toString()).arg(key.second),
                u"all entries are missing"_s);
        return {};
    }

    Result<void> loadHeads()
    {
        return eachRow(
            *m_d.db, "SELECT device_id,incarnation,sequence,hash FROM device_head", [&](store::Statement &s) {
                m_heads.emplace(std::pair(DeviceId(s.uuid(0)), s.integer(1)), HeadRow{s.integer(2), s.blob(3)});
            });
    }

    void checkEvent(Chain &chain, store::Statement &s)
    {
        const DeviceId device(s.uuid(0));
        if (m_report.events == 0 || device != chain.device || s.integer(1) != chain.incarnation) {
            finish(chain);
            chain = {device, s.integer(1), 0, crypto::chainStart(), true};
            ++m_report.devices;
        }
        ++m_report.events;
        const QByteArray body = s.blob(3);
        const qint64 expected = chain.sequence + 1;
        chain.sequence = s.integer(2);
        if (chain.sequence != expected)
            bad(chain.name(), u"the entry before it is missing"_s);
        chain.hash = crypto::chainNext(chain.hash, body);
        if (s.blob(4) != crypto::blake2b(body))
            bad(chain.name(), u"its bytes do not have their hash"_s);
        if (s.blob(5) != chain.hash)
            bad(chain.name(), u"it does not continue the chain"_s);
        chain.hash = s.blob(5);
        chain.signedOff = checkSignature(chain, s.blob(6), s.integer(7));
    }

    bool checkSignature(const Chain &chain, const QByteArray &signature, qint64 first)
    {
        if (signature.isEmpty())
            return false;
        ++m_report.signatures;
        const auto key = m_keys.find(chain.device);
        const QByteArray message =
            crypto::runMessage(chain.device.toBytes(), chain.incarnation, first, chain.sequence, chain.hash);
        if (key == m_keys.end() || !crypto::verify(message, signature, key->second))
            bad(chain.name(), u"its signature does not verify"_s);
        return true;
    }

    void finish(const Chain &chain)
    {
        if (m_report.events == 0)
            return;
        if (!chain.signedOff)
            bad(chain.name(), u"no signature covers the last entry"_s);
        const auto head = m_heads.find({chain.device, chain.incarnation});
        if (head == m_heads.end() || head->second.sequence != chain.sequence || head->second.hash != chain.hash)
            bad(chain.name(), u"the journal does not end where its head says"_s);
        if (head != m_heads.end())
            m_heads.erase(head);
    }

    Result<void> revisions()
    {
        return eachRow(
            *m_d.db,
            "SELECT t.number FROM ticket t WHERE t.revision<>(SELECT count(*) FROM event e WHERE e.ticket_id=t.id"
            " AND e.revision>0) OR t.revision<>(SELECT coalesce(max(e.revision),0) FROM event e WHERE "
            "e.ticket_id=t.id)",
            [&](store::Statement &s) { bad(u"ticket "_s + s.text(0), u"its revisions are not dense"_s); });
    }

    Result<void> feeds()
    {
        std::map<QString, FeedHead> heads;
        auto loaded = eachRow(*m_d.db, "SELECT feed,head,hash FROM feed_head", [&](store::Statement &s) {
            heads.emplace(s.text(0), FeedHead{s.integer(1), s.blob(2)});
        });
        if (!loaded)
            return loaded;
        for (const auto &[feed, head] : heads) {
            ++m_report.feeds;
            if (auto checked = checkFeed(feed, head); !checked)
                return checked;
        }
        return {};
    }

    Result<void> checkFeed(const QString &feed, const FeedHead &head)
    {
        qint64 sequence = 0;
        QByteArray hash = crypto::chainStart();
        auto done = eachRow(
            *m_d.db,
            "SELECT f.fseq,f.hash,e.event_hash FROM feed_entry f JOIN event e ON e.serial=f.serial WHERE f.feed=? "
            "ORDER BY f.fseq",
            [&](store::Statement &s) {
                hash = crypto::feedNext(hash, s.blob(2));
                const QString name = u"feed %1/%2"_s.arg(feed).arg(s.integer(0));
                if (s.integer(0) != ++sequence)
                    bad(name, u"the entry before it is missing"_s);
                if (s.blob(1) != hash)
                    bad(name, u"its rolling hash is wrong"_s);
                hash = s.blob(1);
                sequence = s.integer(0);
            },
            feed);
        if (done && (sequence != head.head || hash != head.hash))
            bad(u"feed "_s + feed, u"it does not end where its head says"_s);
        return done;
    }

    Result<void> blobs()
    {
        std::vector<QByteArray> stored;
        auto listed = eachRow(*m_d.db, "SELECT sha256 FROM blob ORDER BY sha256",
                              [&](store::Statement &s) { stored.push_back(s.blob(0)); });
        if (!listed)
            return listed;
        for (const QByteArray &sha256 : stored) {
            ++m_report.blobs;
            if (auto bytes = m_d.blobs.read(sha256); !bytes)
                bad(u"blob "_s + QString::fromLatin1(sha256.toHex()), bytes.error().detail);
        }
        return eachRow(*m_d.db,
                       "SELECT count(DISTINCT r.sha256) FROM blob_ref r LEFT JOIN blob b ON b.sha256=r.sha256 WHERE "
                       "b.sha256 IS NULL",
                       [&](store::Statement &s) { m_report.blobsMissing = s.integer(0); });
    }

    Result<void> catalogues()
    {
        return eachRow(*m_d.db, "SELECT hash,body FROM catalogue ORDER BY hash", [&](store::Statement &s) {
            if (QString::fromLatin1(crypto::blake2b(s.blob(1)).toHex()) != s.text(0))
                bad(u"catalogue "_s + s.text(0), u"its bytes do not have their hash"_s);
        });
    }

    OfficeData &m_d;
    VerifyReport m_report;
    std::map<DeviceId, QByteArray> m_keys;
    std::map<std::pair<DeviceId, qint64>, HeadRow> m_heads;
};

} // namespace

Result<std::vector<AuditEntry>> Office::auditEntries(qint64 after, int limit)
{
    std::vector<AuditEntry> entries;
    auto done = eachRow(
        *m_d->db, "SELECT id,at_ms,act,subject,actor FROM audit WHERE id>? ORDER BY id LIMIT ?",
        [&](store::Statement &s) {
            entries.push_back({s.integer(0), wallTimeFromMs(s.integer(1)), s.text(2), s.text(3), s.text(4)});
        },
        after, qint64{limit});
    if (!done)
        return done.error();
    return entries;
}

Result<std::vector<StoredEvent>> Office::events(std::optional<TicketId> ticket, qint64 afterSerial, int limit)
{
    std::vector<StoredEvent> events;
    auto done = eachRow(
        *m_d->db, kEventsAfter, [&](store::Statement &s) { events.push_back(readStored(s, m_d->key->publicKey())); },
        afterSerial, ticket.has_value(), ticket.value_or(TicketId()), limit);
    if (!done)
        return done.error();
    return events;
}

Result<VerifyReport> Office::verify()
{
    return Verifier(*m_d).run();
}

Result<Stats> Office::stats()
{
    Stats stats;
    auto counted = eachRow(
        *m_d->db,
        "SELECT (SELECT count(*) FROM user_account),(SELECT count(*) FROM device),(SELECT count(*) FROM "
        "ticket)-(SELECT count(*) FROM office_case),"
        "(SELECT count(*) FROM event),(SELECT count(*) FROM blob),(SELECT coalesce(sum(size_bytes),0) FROM blob),"
        "(SELECT count(*) FROM event WHERE verdict<>'')",
        [&](store::Statement &s) {
            stats.users = s.integer(0);
            stats.devices = s.integer(1);
            stats.tickets = s.integer(2);
            stats.events = s.integer(3);
            stats.blobs = s.integer(4);
            stats.blobBytes = s.integer(5);
            stats.quarantined = s.integer(6);
        });
    if (!counted)
        return counted.error();
    auto states =
        eachRow(*m_d->db,
                "SELECT state,count(*) FROM ticket WHERE id NOT IN (SELECT id FROM office_case) GROUP BY state",
                [&](store::Statement &s) {
                    if (const auto state = domain::fromName<domain::State>(s.text(0)))
                        stats.byState.emplace(*state, s.integer(1));
                });
    if (!states)
        return states.error();
    return stats;
}

} // namespace ruhu::service
