// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "offline_lease.h"

#include "profile_files.h"

#include <ruhu/base/json.h>
#include <ruhu/crypto/signing.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {
namespace {

constexpr qint64 kMaxLeaseBytes = 4096;
const QByteArray kLeaseContext = QByteArrayLiteral("lease");
/// A clock that runs wrong by a time zone is put right now and then; turning it back further is turning it back. Nobody
/// gains by the difference: the lease ends by the latest time that was seen.
constexpr Millis kClockPutRight = std::chrono::hours(12);

} // namespace

OfflineLease::OfflineLease(const QString &directory, const QByteArray &dataKey)
    : m_path(directory + u'/' + kLeaseFile), m_sealer(crypto::subkey(dataKey, crypto::purpose::kLease))
{}

std::optional<LeaseRecord> OfflineLease::read() const
{
    const auto sealed = readWhole(m_path, kMaxLeaseBytes);
    const auto document = sealed ? m_sealer.open(*sealed, kLeaseContext) : Result<QByteArray>(sealed.error());
    const auto json = document ? readJson(*document) : Result<Json>(document.error());
    if (!json)
        return std::nullopt;
    const auto text = json->text(u"lease");
    const auto offset = json->integer(u"offset");
    const auto seen = json->integer(u"seen");
    auto lease = protocol::decodeLease(text.value_or(QString()).toUtf8());
    if (!lease || !offset || !seen)
        return std::nullopt;
    return LeaseRecord{*std::move(lease), Millis(*offset), wallTimeFromMs(*seen)};
}

Result<void> OfflineLease::write(const LeaseRecord &record) const
{
    Json json;
    json.set(u"lease"_s, QString::fromUtf8(protocol::encodeLease(record.lease)))
        .set(u"offset"_s, std::int64_t{record.offset.count()})
        .set(u"seen"_s, toMs(record.seen));
    return writeDurably(m_path, m_sealer.seal(writeJson(json), kLeaseContext));
}

bool isLeaseOf(const protocol::Lease &lease, const Profile &profile)
{
    return lease.user == profile.userId && lease.device == profile.device
           && crypto::verify(protocol::leaseMessage(lease), lease.signature, profile.serverPublicKey);
}

std::optional<Error> refusalToOpenAlone(const std::optional<LeaseRecord> &record, const Profile &profile,
                                        WallTime laptopNow)
{
    const auto refused = [](const QString &why) {
        return Error{ErrorCode::NotSignedIn, u"the office is asked first"_s, why};
    };
    if (!record || !isLeaseOf(record->lease, profile))
        return refused(u"lease-none"_s);
    const WallTime now = laptopNow + record->offset;
    if (now + kClockPutRight < record->seen)
        return refused(u"clock-set-back"_s);
    if (std::max(now, record->seen) >= record->lease.expires)
        return refused(u"lease-over"_s);
    return std::nullopt;
}

} // namespace ruhu::presentation
