// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/protocol/messages.h>
#include <ruhu/sync/engine.h>

namespace ruhu::sync {

/// 2xx from our server.
[[nodiscard]] bool isGood(const Reply &reply);
/// What an answer that is not good means. The problem code: the server's own, else "captive-portal", "proxy", "too-large",
/// "bad-answer".
[[nodiscard]] Failed failureOf(const Reply &reply, std::optional<protocol::Problem> *problem = nullptr);
/// What an error of the transport or of the store means; its problem code is the error's name.
[[nodiscard]] Failed failureOf(const Error &error);
/// An answer of our server that cannot be read or contradicts itself.
[[nodiscard]] Failed badAnswer();

} // namespace ruhu::sync
