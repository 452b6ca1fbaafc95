// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace ruhu::report {

/// The few words a page needs besides those of the paper.
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ruhu::report::Tr)
};

} // namespace ruhu::report
