// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/clock.h>
#include <ruhu/service/api.h>

namespace ruhu::httpd {

/// Status line and header fields of an answer, with the empty line. `allow` names the methods of a 405.
[[nodiscard]] QByteArray responseHead(const service::HttpResponse &response, bool keepAlive, const QByteArray &allow,
                                      WallTime now);

/// Methods that a path takes, for the Allow field.
[[nodiscard]] QByteArray allowedMethods(const QString &path);

} // namespace ruhu::httpd
