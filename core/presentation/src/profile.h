// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/presentation/field_session.h>

namespace ruhu::presentation {

// The two small files beside a store. profile.json says whose laptop this is and holds nothing secret; key.json holds the
// data key wrapped by the password and the device's signing seed sealed under that key. profile.json is written last at
// enrolment: while it is missing, nobody is enrolled here.

[[nodiscard]] QByteArray encodeProfile(const Profile &profile);
/// Damaged when a member is missing or of another kind.
[[nodiscard]] Result<Profile> decodeProfile(const QByteArray &document);

struct SessionKeys {
    crypto::WipedBytes dataKey;
    crypto::WipedBytes signingSeed;
};
[[nodiscard]] Result<QByteArray> encodeKeys(const SessionKeys &keys, const QString &password,
                                            const crypto::KdfCost &cost);
/// NotAllowed: wrong password. Damaged: not such a document.
[[nodiscard]] Result<SessionKeys> decodeKeys(const QByteArray &document, const QString &password);
/// Whether a password on it costs less to try than `wanted`.
[[nodiscard]] bool isCheaperThan(const QByteArray &document, const crypto::KdfCost &wanted);
/// Where the data key came another way. Damaged: not such a document, or of another data key.
[[nodiscard]] Result<SessionKeys> decodeKeysWith(const QByteArray &document, const QByteArray &dataKey);

} // namespace ruhu::presentation
