// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/office_catalogue.h>

namespace ruhu::test {

/// The office's kinds of cases as every program carries them. Aborts the test run when they cannot be read.
[[nodiscard]] const domain::OfficeCatalogue &officeCases();
[[nodiscard]] QByteArray officeCasesBytes();

} // namespace ruhu::test
