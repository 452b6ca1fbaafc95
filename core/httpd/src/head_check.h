// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <variant>

namespace ruhu::httpd {

/// What a request's head says, after the check.
struct RequestHead {
    QByteArray method;
    QByteArray target; // as it was sent
    QString path; // decoded
    std::map<QString, QString> query;
    QString token; // of "Authorization: Bearer"
    QByteArray proof; // of "Ruhu-Proof"
    QByteArray version; // of "Ruhu-Version"
    std::optional<std::int64_t> contentLength;
    bool chunked = false;
    bool keepAlive = true;
    bool expectsContinue = false;

    [[nodiscard]] bool hasBody() const { return chunked || contentLength.value_or(0) > 0; }
};

struct HeadRefusal {
    int status = 400;
    const char16_t *why = u"";
};

/// Strict reading of one whole head, up to and with its empty line: everything on which a proxy and we could disagree is
/// refused (request smuggling). Pure. `head` ends in CR LF CR LF.
[[nodiscard]] std::variant<RequestHead, HeadRefusal> checkHead(std::string_view head);

} // namespace ruhu::httpd
