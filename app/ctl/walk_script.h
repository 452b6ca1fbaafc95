// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/result.h>
#include <ruhu/domain/walk.h>

namespace ruhu::ctl {

/// A script of answers for `laptop walk`, see docs/cli.md: strict, so that a misspelt member is an error and not a
/// routine answer. The error's subject names the member.
struct WalkScript {
    domain::WalkAnswers answers;
    std::map<QString, QString> photos; // step id → file
};
[[nodiscard]] Result<WalkScript> readWalkScript(const QByteArray &document);

} // namespace ruhu::ctl
