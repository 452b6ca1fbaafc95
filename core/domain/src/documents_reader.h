// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/catalogue.h>

#include "fields.h"

namespace ruhu::domain::detail {

/// Reads every reference document the service code names into it. `documents`: bytes by hash.
[[nodiscard]] Problem readDocuments(const std::map<QString, QByteArray> &documents, Catalogue &catalogue);

/// Gives the steps that take their options from a reference document these options.
[[nodiscard]] Problem fillOptions(Catalogue &catalogue);

} // namespace ruhu::domain::detail
