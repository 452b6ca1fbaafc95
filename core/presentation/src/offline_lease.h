// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/crypto/sealing.h>
#include <ruhu/presentation/field_session.h>
#include <ruhu/protocol/messages.h>

namespace ruhu::presentation {

/// What a laptop knows of how long it may do without the office.
struct LeaseRecord {
    protocol::Lease lease;
    Millis offset{0}; // the server's time minus this laptop's clock, when last told
    WallTime seen; // the latest time a signed-in laptop ever saw, by the server's clock
    bool operator==(const LeaseRecord &) const = default;
};

/// DIR/lease.sealed, under a subkey of the data key: whoever lacks the password can neither read nor make one, only put
/// an older one back, which ends sooner. Thread: any, one at a time.
class OfflineLease {
public:
    OfflineLease(const QString &directory, const QByteArray &dataKey);

    /// Nothing when it is missing or not what this key has sealed.
    [[nodiscard]] std::optional<LeaseRecord> read() const;
    [[nodiscard]] Result<void> write(const LeaseRecord &record) const;

private:
    QString m_path;
    crypto::AeadSealer m_sealer;
};

/// Whether it is the server's word about this person and this laptop.
[[nodiscard]] bool isLeaseOf(const protocol::Lease &lease, const Profile &profile);

/// Why this laptop opens only once the office has said yes; nothing when it opens by itself. NotSignedIn, with the subject
/// "lease-none", "lease-over" or "clock-set-back".
[[nodiscard]] std::optional<Error> refusalToOpenAlone(const std::optional<LeaseRecord> &record, const Profile &profile,
                                                      WallTime laptopNow);

} // namespace ruhu::presentation
