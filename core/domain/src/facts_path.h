// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/json.h>

#include <QStringList>

namespace ruhu::domain::detail {

/// The value at "steps.H10.text", or nullptr.
[[nodiscard]] inline const Json *follow(const Json &facts, const QString &path)
{
    const Json *here = &facts;
    const QStringList parts = path.split(QLatin1Char('.'));
    for (const QString &part : parts) {
        here = here->find(part);
        if (!here)
            return nullptr;
    }
    return here;
}

} // namespace ruhu::domain::detail
