// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/clock.h>
#include <ruhu/base/result.h>

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace ruhu::crypto {

struct CertificateAuthority {
    QByteArray certificatePem;
    QByteArray keyPem;
};
struct ServerCertificate {
    QByteArray certificatePem;
    QByteArray keyPem;
};

/// ECDSA P-256. `now` is when validity begins (minus one day for slow laptop clocks).
[[nodiscard]] Result<CertificateAuthority> makeAuthority(const QString &name, WallTime now, int validDays);
/// Names may be host names or IP addresses.
[[nodiscard]] Result<ServerCertificate> issueServerCertificate(const CertificateAuthority &ca, const QStringList &names,
                                                               WallTime now, int validDays);

} // namespace ruhu::crypto
