// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a peer must be answered, told from the bytes it wrote: a reading of HTTP/1.1 that shares nothing with the server's
// but the check of a head, which has a target of its own.

#include <QByteArray>

#include <string>
#include <vector>

namespace ruhu::fuzz {

struct HttpAnswer {
    int status = 0;
    bool close = false; // it says that nothing follows
    bool afterContinue = false; // "100 Continue" came before it
};

/// Every answer of a connection that has ended; whatever is no answer breaks the promise.
[[nodiscard]] std::vector<HttpAnswer> answersIn(const QByteArray &received);

/// Each request of `sent` has its one answer, up to the one that closes. `headBytes`: how long a head may be.
void requireAnswered(const std::string &sent, const std::vector<HttpAnswer> &answers, std::size_t headBytes);

} // namespace ruhu::fuzz
