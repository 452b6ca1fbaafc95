// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/event.h>

#include <QByteArray>
#include <QString>

namespace ruhu::test {

/// Compares with tests/golden/walks/<name>; with RUHU_UPDATE_GOLDEN set, writes it instead, for a person to read.
void compareWithGolden(const QString &name, const QString &text);

/// Touches of a finger, clicks or filled fields that the screens ask for an act of this kind.
[[nodiscard]] int touchesOf(const domain::Payload &payload);

/// The document every program carries.
[[nodiscard]] QByteArray serviceCodeBytes();

} // namespace ruhu::test
