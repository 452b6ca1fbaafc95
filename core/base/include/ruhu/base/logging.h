// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

// Every category of the project. Info is one line per step a user can see; Warning is for a human to
// look at. Ids only: never names, addresses, phones, tokens or contents.
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcSync)
Q_DECLARE_LOGGING_CATEGORY(lcNet)
Q_DECLARE_LOGGING_CATEGORY(lcServer)
Q_DECLARE_LOGGING_CATEGORY(lcCrypto)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

namespace ruhu {

/// Sends every message of this process to stderr, one line each: UTC time, level, category, text.
void logToStderr();

} // namespace ruhu
