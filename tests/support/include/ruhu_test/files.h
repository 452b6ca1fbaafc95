// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace ruhu::test {

/// The whole file or resource; one that cannot be read fails the test.
[[nodiscard]] QByteArray bytesOf(const QString &path);
/// Puts the bytes over those at the place; the rest of the file stays.
void overwrite(const QString &path, qint64 at, const QByteArray &bytes);

} // namespace ruhu::test
