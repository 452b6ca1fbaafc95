// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/clock.h>
#include <ruhu/base/result.h>

#include <QString>
#include <QStringList>

namespace ruhu::service {

/// Makes an authority and a server certificate for these names (host names or addresses) and writes ca.pem, ca-key.pem,
/// server.pem, server-key.pem into the folder; keys are 0600. Replaces what is there: laptops must be given the new ca.pem.
[[nodiscard]] Result<void> writeCertificates(const QString &directory, const QStringList &names, const Clock &clock);

} // namespace ruhu::service
