// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: an HTTP head on which a proxy and the server could disagree is refused with a status, and one that is taken
// says exactly one thing about where its body ends.

#include "fuzz.h"
#include "head_check.h"

#include <set>
#include <string>

using namespace ruhu;
using namespace ruhu::fuzz;

namespace {

void requireTaken(const httpd::RequestHead &head, const std::string &text)
{
    require(head.path.startsWith(QLatin1Char('/')), "the target is a path of this server");
    const auto isControl = [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; };
    require(std::none_of(head.path.begin(), head.path.end(), isControl), "no control character in a path");
    require(head.query.size() <= 16, "the query is bounded");
    require(!head.contentLength || *head.contentLength >= 0, "a length is not negative");
    require(!(head.chunked && head.contentLength), "a body has one end");
    require(text.find('\0') == text.npos, "no NUL in a head");
    const auto lineFeeds = std::count(text.begin(), text.end(), '\n');
    require(std::count(text.begin(), text.end(), '\r') == lineFeeds, "line ends come in pairs");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string input(reinterpret_cast<const char *>(data), size);
    // As the session hands it over: up to and with the first empty line.
    const std::string text = input.substr(0, input.find("\r\n\r\n")) + "\r\n\r\n";
    const auto checked = httpd::checkHead(text);
    if (const auto *refusal = std::get_if<httpd::HeadRefusal>(&checked)) {
        static const std::set<int> statuses{400, 413, 417, 431, 501, 505};
        require(statuses.count(refusal->status) == 1, "a refusal has a status of HTTP");
        require(refusal->why[0] != u'\0', "a refusal says why");
    } else {
        requireTaken(std::get<httpd::RequestHead>(checked), text);
    }
    return 0;
}
