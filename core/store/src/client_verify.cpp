// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client_store_private.h"
#include "store_checks.h"

using namespace Qt::Literals::StringLiterals;

namespace ruhu::store {
namespace {

/// The first thing found wrong is the one that is named; later parts are still counted.
void keepFirst(CheckReport &report, const std::optional<Finding> &finding)
{
    if (!finding || !report.firstBad.isEmpty())
        return;
    report.firstBad = finding->subject;
    report.reason = finding->reason;
}

} // namespace

Result<CheckReport> ClientStore::verify()
{
    Private &d = *m_d;
    CheckReport report;
    const auto quick = d.database->quickCheck();
    if (!quick)
        return quick.error();
    report.database = *quick;
    if (*quick != u"ok"_s)
        keepFirst(report, Finding{u"database"_s, *quick});

    const CheckContext context{*d.database, d.sealer, d.device, d.signing.publicKey()};
    const auto journal = checkJournal(context, report);
    if (!journal)
        return journal.error();
    keepFirst(report, *journal);
    const auto signatures = checkSignatures(context, report);
    if (!signatures)
        return signatures.error();
    keepFirst(report, *signatures);
    const auto inbox = checkInbox(context, report);
    if (!inbox)
        return inbox.error();
    keepFirst(report, *inbox);
    const auto blobs = checkBlobs(context, d.files, report);
    if (!blobs)
        return blobs.error();
    keepFirst(report, *blobs);
    const auto documents = checkDocuments(context);
    if (!documents)
        return documents.error();
    keepFirst(report, *documents);
    std::set<TicketId> damaged; // told, not mended
    const auto rows = d.openRows(damaged);
    if (!rows)
        return rows.error();
    if (!damaged.empty())
        keepFirst(report, Finding{u"ticket "_s + damaged.begin()->toString(), u"a projection row does not open"_s});
    return report;
}

} // namespace ruhu::store
