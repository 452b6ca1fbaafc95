// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Service codes that a ticket here is bound to and this program does not carry, one request each.

#include "runner_p.h"

#include <ruhu/base/logging.h>
#include <ruhu/crypto/digest.h>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace ruhu::sync {
namespace {

constexpr int kTimeoutMs = 60'000;

/// The server has no such document, or does not know the question: no matter of this round.
bool isAbsent(const Failed &failed)
{
    return failed.code == ErrorCode::NotFound || failed.code == ErrorCode::InvalidInput;
}

} // namespace

/// What did not come is not asked for with every round.
bool Runner::Private::isDocumentAside(const QString &hash)
{
    const auto aside = documentsAside.find(hash);
    if (aside == documentsAside.end())
        return false;
    const Millis left = aside->second.until - clock.now();
    // Further away than it ever is: the clock was put back.
    if (left > Millis(0) && left <= kAside)
        return true;
    documentsAside.erase(aside);
    return false;
}

Result<bool> Runner::Private::fetchDocument()
{
    const auto wanted = store.missingDocuments();
    if (!wanted)
        return wanted.error();
    for (const QString &hash : *wanted) {
        if (isDocumentAside(hash))
            continue;
        ++traffic.documents;
        send({"GET", u"/v1/catalogue/"_s + hash, {}, {}, {}, kTimeoutMs},
             [this, hash](const Reply &reply) { documentAnswered(hash, reply); });
        return true;
    }
    return false;
}

void Runner::Private::documentAnswered(const QString &hash, const Reply &reply)
{
    const auto setAside = [&](const QString &problem) {
        documentsAside[hash] = {clock.now() + kAside, problem};
        post(PullDone{true}); // the others have their turn
    };
    if (!isGood(reply)) {
        const Failed failed = failureOf(reply);
        return reply.isOurs && isAbsent(failed) ? setAside(u"document-missing"_s) : fail(failed);
    }
    if (reply.body.size() > protocol::kMaxDocumentBytes)
        return setAside(u"document-damaged"_s);
    const auto tickets = store.keepDocument(hash, reply.body);
    if (!tickets && tickets.error().code == ErrorCode::Damaged)
        return setAside(u"document-damaged"_s);
    if (!tickets)
        return fail(tickets.error());
    const std::weak_ptr<int> self = alive;
    ticketsChanged(*tickets);
    if (!self.expired())
        post(PullDone{true});
}

Result<QString> Runner::Private::documentProblem()
{
    const auto wanted = store.missingDocuments();
    if (!wanted)
        return wanted.error();
    for (const QString &hash : *wanted) {
        if (const auto aside = documentsAside.find(hash); aside != documentsAside.end())
            return aside->second.problem;
    }
    const auto unreadable = store.unreadableDocuments();
    if (!unreadable)
        return unreadable.error();
    for (const auto &[hash, why] : *unreadable)
        qCWarning(lcSync) << "a service code cannot be read:" << hash << why.subject << why.detail;
    return unreadable->empty() ? QString() : u"document-unreadable"_s;
}

} // namespace ruhu::sync
