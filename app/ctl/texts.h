// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/json.h>

#include <QStringList>

#include <vector>

namespace ruhu::ctl {

/// A list of texts for programs, and for people.
[[nodiscard]] inline Json textsJson(const std::vector<QString> &texts)
{
    return Json(Json::Array(texts.begin(), texts.end()));
}

[[nodiscard]] inline QString joined(const std::vector<QString> &texts)
{
    return QStringList(texts.begin(), texts.end()).join(QStringLiteral(", "));
}

} // namespace ruhu::ctl
