// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_data.h"

#include "judge.h"

#include <ruhu/base/logging.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/protocol/framing.h>

#include <set>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

Error gap(qint64 have)
{
    return refusal(ErrorCode::Conflict, u"gap"_s, u"the run begins past what is stored have=%1"_s.arg(have));
}
Error fork(qint64 at)
{
    return refusal(ErrorCode::Conflict, u"fork"_s, u"other bytes are stored under this sequence have=%1"_s.arg(at));
}
Error badChain(const QString &detail)
{
    return refusal(ErrorCode::InvalidInput, u"chain"_s, detail);
}

Result<void> checkShape(const Caller &caller, const protocol::PushRun &run)
{
    if (run.device != caller.device)
        return Error{ErrorCode::NotAllowed, u"the run belongs to another device than the token"_s, u"device"_s};
    if (run.bodies.empty() || run.first < 1 || run.incarnation < 1)
        return Error{ErrorCode::InvalidInput, u"an empty run or a sequence below 1"_s, u"first"_s};
    if (run.bodies.size() > std::size_t{protocol::kMaxRunEvents})
        return Error{ErrorCode::TooLarge, u"too many events in one run"_s, u"bodies"_s};
    for (const QByteArray &body : run.bodies) {
        if (body.size() > protocol::kMaxEventBytes)
            return Error{ErrorCode::TooLarge, u"an event is too large"_s, u"bodies"_s};
    }
    return {};
}

/// Chain hash stored at a sequence; chain start at 0, nothing past the head.
Result<std::optional<QByteArray>> storedHash(store::Database &db, const protocol::PushRun &run, qint64 sequence)
{
    if (sequence == 0)
        return std::optional(crypto::chainStart());
    return oneRow(
        db, "SELECT hash FROM event WHERE device_id=? AND incarnation=? AND sequence=?",
        [](store::Statement &s) { return s.blob(0); }, run.device, run.incarnation, sequence);
}

/// Chain hashes of the run's bodies; what is stored already must be the same bytes.
Result<std::vector<QByteArray>> chainRun(OfficeData &d, const protocol::PushRun &run, qint64 head)
{
    auto before = storedHash(*d.db, run, run.first - 1);
    if (!before)
        return before.error();
    if (!*before || !crypto::equalConstantTime(**before, run.previousHash))
        return fork(run.first - 1);
    std::vector<QByteArray> hashes;
    QByteArray hash = run.previousHash;
    qint64 sequence = run.first;
    for (const QByteArray &body : run.bodies) {
        hash = crypto::chainNext(hash, body);
        if (sequence <= head) {
            auto stored = storedHash(*d.db, run, sequence);
            if (!stored)
                return stored.error();
            if (!*stored || **stored != hash)
                return fork(sequence);
        }
        hashes.push_back(hash);
        ++sequence;
    }
    if (hash != run.headHash)
        return badChain(u"the chain over the bodies does not end in the head hash"_s);
    return hashes;
}

Result<void> checkSignature(OfficeData &d, const protocol::PushRun &run, qint64 last)
{
    auto key = oneRow(
        *d.db, "SELECT public_key FROM device WHERE id=?", [](store::Statement &s) { return s.blob(0); }, run.device);
    if (!key)
        return key.error();
    const QByteArray message = crypto::runMessage(run.device.toBytes(), run.incarnation, run.first, last, run.headHash);
    if (!*key || !crypto::verify(message, run.signature, **key))
        return badChain(u"the signature of the run does not verify"_s);
    return {};
}

Result<void> storeRun(OfficeData &d, const Caller &caller, const protocol::PushRun &run,
                      const std::vector<QByteArray> &hashes, qint64 head)
{
    std::set<TicketId> touched;
    std::vector<domain::Event> added;
    for (std::size_t i = 0; i < run.bodies.size(); ++i) {
        const qint64 sequence = run.first + static_cast<qint64>(i);
        if (sequence <= head)
            continue;
        NewEvent event;
        event.device = run.device;
        event.incarnation = run.incarnation;
        event.sequence = sequence;
        event.body = run.bodies[i];
        event.hash = hashes[i];
        if (i + 1 == run.bodies.size()) {
            event.signature = run.signature;
            event.runFirst = run.first;
        }
        auto judged = judgeBody(d, caller, run.bodies[i]);
        if (!judged)
            return judged.error();
        event.verdict = judged->verdict;
        event.event = std::move(judged->event);
        auto stored = storeEvent(d, event);
        if (!stored)
            return stored.error();
        if (!event.event || !event.verdict.isEmpty())
            continue;
        touched.insert(event.event->meta.ticket);
        if (*stored)
            added.push_back(*event.event);
    }
    for (const TicketId &ticket : touched) {
        // The row can be made anew at any time; the entries cannot.
        if (auto refreshed = refreshTicket(*d.db, ticket); !refreshed)
            qCWarning(lcServer) << "ticket row not refreshed" << ticket.toString() << codeName(refreshed.error().code);
    }
    for (const domain::Event &event : added) {
        if (auto opened = openCasesFrom(d, event); !opened)
            return opened;
    }
    return {};
}

Result<std::map<std::int64_t, QString>> storedVerdicts(store::Database &db, const protocol::PushRun &run, qint64 last)
{
    std::map<std::int64_t, QString> verdicts;
    auto done = eachRow(
        db,
        "SELECT sequence,verdict FROM event WHERE device_id=? AND incarnation=? AND sequence BETWEEN ? AND ? AND "
        "verdict<>''",
        [&](store::Statement &s) { verdicts.emplace(s.integer(0), s.text(1)); }, run.device, run.incarnation, run.first,
        last);
    if (!done)
        return done.error();
    return verdicts;
}

/// Everything of a push inside its transaction. `added` counts what was new.
Result<HeadRow> pushInside(OfficeData &d, const Caller &caller, const protocol::PushRun &run, qint64 &added)
{
    auto head = deviceHead(*d.db, run.device, run.incarnation);
    if (!head)
        return head.error();
    const qint64 last = run.first + static_cast<qint64>(run.bodies.size()) - 1;
    if (run.first > head->sequence + 1)
        return gap(head->sequence);
    auto hashes = chainRun(d, run, head->sequence);
    if (!hashes)
        return hashes.error();
    if (auto verified = checkSignature(d, run, last); !verified)
        return verified.error();
    if (auto seen = runSql(*d.db, "UPDATE device SET last_seen_ms=? WHERE id=?", d.nowMs(), run.device); !seen)
        return seen.error();
    if (last <= head->sequence)
        return *head; // all of it is here: the same answer again, no new row
    added = last - head->sequence;
    if (auto stored = storeRun(d, caller, run, *hashes, head->sequence); !stored)
        return stored.error();
    const HeadRow now{last, run.headHash};
    if (auto set = setDeviceHead(*d.db, run.device, run.incarnation, now); !set)
        return set.error();
    return now;
}

/// A run that cannot be authentic leaves a mark that a supervisor of the laptops can find.
void flagDevice(OfficeData &d, const protocol::PushRun &run, const QString &code)
{
    qCWarning(lcServer) << "run refused" << code << run.device.toString();
    // Ignored when it fails: the refusal itself matters more than its mark.
    (void)audit(d, u"push."_s + code, run.device.toString()).has_value();
}

} // namespace

Result<protocol::PushReply> Office::push(const Caller &caller, const protocol::PushRun &run)
{
    if (auto checked = checkShape(caller, run); !checked)
        return checked.error();
    qint64 added = 0;
    HeadRow head;
    {
        auto transaction = store::Transaction::begin(*m_d->db);
        if (!transaction)
            return transaction.error();
        auto pushed = pushInside(*m_d, caller, run, added);
        if (pushed) {
            if (auto committed = transaction->commit(); !committed)
                return committed.error();
            head = *pushed;
        } else if (pushed.error().subject != u"chain" && pushed.error().subject != u"fork") {
            return pushed.error();
        } else {
            // The transaction must be over before the mark is written.
            const Error &error = pushed.error();
            {
                const store::Transaction over = std::move(*transaction);
            }
            flagDevice(*m_d, run, error.subject);
            return error;
        }
    }
    if (added > 0)
        qCInfo(lcServer) << "stored" << added << "events of device" << run.device.toString();
    protocol::PushReply reply;
    reply.head = {run.incarnation, head.sequence, head.hash};
    auto verdicts = storedVerdicts(*m_d->db, run, run.first + static_cast<qint64>(run.bodies.size()) - 1);
    auto feeds = feedHeadsFor(*m_d->db, feedOf(caller.user, caller.role));
    auto missing = missingBlobs(*m_d->db, caller.device);
    if (!verdicts)
        return verdicts.error();
    if (!feeds)
        return feeds.error();
    if (!missing)
        return missing.error();
    reply.verdicts = std::move(*verdicts);
    reply.feedHeads = std::move(*feeds);
    reply.missingBlobs = std::move(*missing);
    reply.safeThrough = 0; // no backup is known to have been restored and checked
    reply.epoch = m_d->epoch;
    reply.serverTime = m_d->clock.now();
    return reply;
}

} // namespace ruhu::service
