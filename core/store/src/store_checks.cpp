// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store_checks.h"

#include "client_store_private.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/domain/codec.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

using MaybeFinding = std::optional<Finding>;

QString journalName(qint64 incarnation, qint64 sequence)
{
    return u"journal %1/%2"_s.arg(incarnation).arg(sequence);
}

/// Walks until the end or the first finding.
template<typename Look>
Result<MaybeFinding> firstFinding(Result<Statement> rows, Look look)
{
    if (!rows)
        return rows.error();
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            return MaybeFinding();
        if (MaybeFinding found = look(*rows))
            return found;
    }
}

/// Follows the chain of one incarnation after the other.
class ChainWalk {
public:
    explicit ChainWalk(const CheckContext &context) : m_context(context) {}

    /// Columns: incarnation, sequence, id, ticket, hash, body, state.
    [[nodiscard]] MaybeFinding look(const Statement &row)
    {
        const qint64 incarnation = row.integer(0);
        const qint64 sequence = row.integer(1);
        if (incarnation != m_incarnation) {
            m_incarnation = incarnation;
            m_sequence = 0;
            m_hash = crypto::chainStart();
        }
        // What was pending before an act that no longer opens moved to a new incarnation; the signatures tell of any other
        // gap there.
        const bool aside = row.integer(6) == static_cast<int>(EntryState::Parked);
        if (sequence != m_sequence + 1 && !aside)
            return Finding{journalName(incarnation, m_sequence + 1), u"the entry is missing"_s};
        const QString name = journalName(incarnation, sequence);
        const auto body = m_context.sealer.open(row.blob(5), place::journal(incarnation, sequence));
        if (!body)
            return Finding{name, u"the body does not open"_s};
        if (sequence != m_sequence + 1)
            m_hash = row.blob(4);
        else
            m_hash = crypto::chainNext(m_hash, *body);
        m_sequence = sequence;
        if (m_hash != row.blob(4))
            return Finding{name, u"the chain does not lead here"_s};
        const auto event = domain::decodeEvent(*body);
        if (!event || event->meta.id.uuid() != row.uuid(2) || event->meta.ticket.uuid() != row.uuid(3))
            return Finding{name, u"the body is not of this entry"_s};
        return std::nullopt;
    }

private:
    const CheckContext &m_context;
    qint64 m_incarnation = 0;
    qint64 m_sequence = 0;
    QByteArray m_hash;
};

/// Every entry is covered by exactly one signature.
class SignatureWalk {
public:
    explicit SignatureWalk(const CheckContext &context) : m_context(context) {}

    /// Columns: incarnation, last entry, signature's last (null behind the last one), first, signature, hash.
    [[nodiscard]] MaybeFinding look(const Statement &row)
    {
        const qint64 incarnation = row.integer(0);
        if (incarnation != m_incarnation) {
            m_incarnation = incarnation;
            m_covered = 0;
        }
        if (row.isNull(2) || row.integer(3) != m_covered + 1)
            return Finding{journalName(incarnation, m_covered + 1), u"no signature covers the entry"_s};
        m_covered = row.integer(2);
        const QByteArray message =
            crypto::runMessage(m_context.device.toBytes(), incarnation, row.integer(3), m_covered, row.blob(5));
        if (!crypto::verify(message, row.blob(4), m_context.publicKey))
            return Finding{journalName(incarnation, m_covered), u"the signature is not the device's"_s};
        return std::nullopt;
    }

private:
    const CheckContext &m_context;
    qint64 m_incarnation = 0;
    qint64 m_covered = 0;
};

class FeedWalk {
public:
    explicit FeedWalk(const CheckContext &context) : m_context(context) {}

    /// Columns: feed, sequence, event_hash, body.
    [[nodiscard]] MaybeFinding look(const Statement &row)
    {
        const QString feed = row.text(0);
        const qint64 sequence = row.integer(1);
        if (feed != m_feed || m_hash.isEmpty()) {
            m_feed = feed;
            m_sequence = 0;
            m_hash = crypto::chainStart();
        }
        const auto name = [&](qint64 at) { return u"inbox %1/%2"_s.arg(feed).arg(at); };
        if (sequence != m_sequence + 1)
            return Finding{name(m_sequence + 1), u"the entry is missing"_s};
        const auto body = m_context.sealer.open(row.blob(3), place::inbox(feed, sequence));
        if (!body)
            return Finding{name(sequence), u"the body does not open"_s};
        if (crypto::blake2b(*body) != row.blob(2))
            return Finding{name(sequence), u"the body does not have its hash"_s};
        m_sequence = sequence;
        m_hash = crypto::feedNext(m_hash, row.blob(2));
        m_ends[feed] = {sequence, m_hash};
        return std::nullopt;
    }
    /// Columns: feed, sequence, feed_hash of the cursor.
    [[nodiscard]] MaybeFinding lookAtCursor(const Statement &row) const
    {
        const auto end = m_ends.find(row.text(0));
        const auto [sequence, hash] = end == m_ends.end() ? std::pair(qint64{0}, crypto::chainStart()) : end->second;
        if (sequence == row.integer(1) && hash == row.blob(2))
            return std::nullopt;
        return Finding{u"inbox %1/%2"_s.arg(row.text(0)).arg(row.integer(1)), u"the feed does not end at its cursor"_s};
    }

private:
    const CheckContext &m_context;
    QString m_feed;
    qint64 m_sequence = 0;
    QByteArray m_hash;
    std::map<QString, std::pair<qint64, QByteArray>> m_ends;
};

} // namespace

Result<std::optional<Finding>> checkJournal(const CheckContext &context, CheckReport &report)
{
    ChainWalk walk(context);
    return firstFinding(query(context.database,
                              "SELECT incarnation, sequence, id, ticket, hash, body, state FROM journal"
                              " ORDER BY incarnation, sequence"),
                        [&](const Statement &row) {
                            ++report.entriesChecked;
                            return walk.look(row);
                        });
}

Result<std::optional<Finding>> checkSignatures(const CheckContext &context, CheckReport &report)
{
    SignatureWalk walk(context);
    // The second half stands for the entries behind the last signature.
    return firstFinding(
        query(context.database,
              "SELECT s.incarnation, j.sequence, s.last, s.first, s.signature, coalesce(j.hash, x'')"
              " FROM journal_sig s LEFT JOIN journal j ON j.incarnation = s.incarnation AND j.sequence = s.last"
              " UNION ALL SELECT incarnation, max(sequence), NULL, NULL, NULL, NULL FROM journal AS e GROUP BY "
              "incarnation"
              " HAVING max(sequence) > coalesce((SELECT max(last) FROM journal_sig AS t"
              "  WHERE t.incarnation = e.incarnation), 0)"
              " ORDER BY 1, 3 NULLS LAST"),
        [&](const Statement &row) {
            ++report.signaturesChecked;
            return walk.look(row);
        });
}

Result<std::optional<Finding>> checkInbox(const CheckContext &context, CheckReport &report)
{
    FeedWalk walk(context);
    auto found = firstFinding(query(context.database,
                                    "SELECT feed, sequence, event_hash, body FROM inbox ORDER BY feed, sequence"),
                              [&](const Statement &row) {
                                  ++report.inboxChecked;
                                  return walk.look(row);
                              });
    if (!found || *found)
        return found;
    return firstFinding(query(context.database, "SELECT feed, sequence, feed_hash FROM cursor ORDER BY feed"),
                        [&](const Statement &row) { return walk.lookAtCursor(row); });
}

Result<std::optional<Finding>> checkBlobs(const CheckContext &context, const BlobFiles &files, CheckReport &report)
{
    return firstFinding(query(context.database, "SELECT sha256 FROM blob WHERE local = 1 ORDER BY sha256"),
                        [&](const Statement &row) -> std::optional<Finding> {
                            ++report.blobsChecked;
                            const auto bytes = files.read(row.blob(0));
                            if (bytes)
                                return std::nullopt;
                            return Finding{u"blob "_s + QString::fromLatin1(row.blob(0).toHex()), bytes.error().detail};
                        });
}

Result<std::optional<Finding>> checkDocuments(const CheckContext &context)
{
    return firstFinding(query(context.database, "SELECT hash, body FROM document ORDER BY hash"),
                        [](const Statement &row) -> std::optional<Finding> {
                            if (QString::fromLatin1(crypto::blake2b(row.blob(1)).toHex()) == row.text(0))
                                return std::nullopt;
                            return Finding{u"document "_s + row.text(0), u"the bytes do not have their name"_s};
                        });
}

} // namespace ruhu::store
