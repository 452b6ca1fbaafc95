// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "field_session_p.h"

#include <ruhu/base/hex.h>
#include <ruhu/base/json.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/domain/codec.h>
#include <ruhu/domain/names.h>
#include <ruhu/presentation/papers.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {
namespace {

constexpr int kPage = 500;

[[nodiscard]] Json orNull(const std::optional<qint64> &value)
{
    return value ? Json(std::int64_t{*value}) : Json();
}

/// What a reader wants to see without decoding the body; the body alone is what was signed.
void describe(Json &line, const ExportEntry &entry)
{
    Json times;
    const auto event = domain::decodeEvent(entry.body);
    if (event) {
        const domain::EventMeta &meta = event->meta;
        line.set(u"event"_s, meta.id.toString())
            .set(u"actor"_s, meta.by.toString())
            .set(u"role"_s, meta.role)
            .set(u"ticket"_s, meta.ticket.toString())
            .set(u"type"_s, domain::payloadType(event->payload));
        times.set(u"wall"_s, toMs(meta.wall))
            .set(u"serverOffset"_s, meta.serverOffsetMs)
            .set(u"boot"_s, meta.bootId)
            .set(u"monotonic"_s, std::int64_t{meta.monotonic.count()});
    }
    times.set(u"received"_s, entry.receivedAt ? Json(toMs(*entry.receivedAt)) : Json());
    line.set(u"times"_s, std::move(times));
}

/// Own entries with the signatures made when they were recorded, one at the end of every act.
[[nodiscard]] Result<void> exportOwn(store::ClientStore &store, QByteArray &out)
{
    const auto head = store.head();
    if (!head)
        return head.error();
    for (qint64 incarnation = 1; incarnation <= head->incarnation; ++incarnation) {
        QByteArray previous = crypto::chainStart();
        for (qint64 next = 1;;) {
            const auto entries = store.entriesFrom(incarnation, next, kPage);
            if (!entries)
                return entries.error();
            if (entries->empty())
                break;
            const auto signatures = store.signatures(incarnation, next, entries->back().sequence);
            if (!signatures)
                return signatures.error();
            for (const store::JournalEntry &own : *entries) {
                ExportEntry entry;
                entry.journal = "device:"_L1 + store.device().toString() + u'/' + QString::number(incarnation);
                entry.sequence = own.sequence;
                entry.hash = own.hash;
                entry.previousHash = std::exchange(previous, own.hash);
                if (const auto signature = signatures->find(own.sequence); signature != signatures->end())
                    entry.signature = signature->second;
                entry.publicKey = store.signingKey().publicKey();
                entry.device = store.device();
                entry.incarnation = incarnation;
                entry.verdict = own.problem;
                entry.body = own.body;
                out += exportLine(entry);
            }
            next = entries->back().sequence + 1;
        }
    }
    return {};
}

[[nodiscard]] Result<void> exportFeed(store::ClientStore &store, const QString &feed, QByteArray &out)
{
    QByteArray previous = crypto::chainStart();
    for (qint64 after = 0;;) {
        const auto entries = store.inboxFrom(feed, after, kPage);
        if (!entries)
            return entries.error();
        for (const store::InboxEntry &received : *entries) {
            ExportEntry entry;
            entry.journal = "feed:"_L1 + feed;
            entry.sequence = received.sequence;
            entry.hash = crypto::feedNext(previous, received.eventHash);
            entry.previousHash = std::exchange(previous, entry.hash);
            entry.device = received.device;
            entry.incarnation = received.incarnation;
            entry.revision = received.revision;
            entry.receivedAt = received.receivedAt;
            entry.verdict = received.verdict;
            entry.body = received.body;
            out += exportLine(entry);
        }
        if (entries->empty())
            return {};
        after = entries->back().sequence;
    }
}

} // namespace

Json exportJson(const ExportEntry &entry)
{
    Json line;
    line.set(u"journal"_s, entry.journal)
        .set(u"sequence"_s, std::int64_t{entry.sequence})
        .set(u"hash"_s, hex(entry.hash))
        .set(u"previousHash"_s, hex(entry.previousHash))
        .set(u"signature"_s, hex(entry.signature))
        .set(u"signedFrom"_s, std::int64_t{entry.signedFrom})
        .set(u"publicKey"_s, hex(entry.publicKey))
        .set(u"device"_s, entry.device.isNull() ? u"server"_s : entry.device.toString())
        .set(u"incarnation"_s, std::int64_t{entry.incarnation})
        .set(u"revision"_s, orNull(entry.revision))
        .set(u"verdict"_s, entry.verdict);
    describe(line, entry);
    line.set(u"body"_s, QString::fromUtf8(entry.body));
    return line;
}

QByteArray exportLine(const ExportEntry &entry)
{
    return writeJson(exportJson(entry)) + '\n';
}

Result<QByteArray> FieldSession::exportJournal()
{
    if (!m_d->store)
        return Private::notSignedIn();
    QByteArray out;
    if (const auto own = exportOwn(*m_d->store, out); !own)
        return own.error();
    for (const QString &feed : m_d->profile->feeds) {
        if (const auto received = exportFeed(*m_d->store, feed, out); !received)
            return received.error();
    }
    return out;
}

} // namespace ruhu::presentation
