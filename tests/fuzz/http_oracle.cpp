// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http_oracle.h"

#include "fuzz.h"
#include "head_check.h"

#include <ruhu/protocol/messages.h>

#include <map>
#include <set>

namespace ruhu::fuzz {
namespace {

using httpd::HeadRefusal;
using httpd::RequestHead;

const QByteArray kHeadEnd = "\r\n\r\n";
const QByteArray kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

// ---- answers

std::map<QByteArray, QByteArray> fieldsOf(const QByteArray &head)
{
    std::map<QByteArray, QByteArray> fields;
    for (const QByteArray &line : head.split('\n').mid(1)) {
        const qsizetype colon = line.indexOf(':');
        require(colon > 0, "a line of an answer's head is a field");
        const auto added = fields.emplace(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        require(added.second, "a field of an answer stands once");
    }
    return fields;
}

void requireProblem(int status, const std::map<QByteArray, QByteArray> &fields, const QByteArray &body)
{
    static const std::set<int> statuses{400, 401, 403, 404, 405, 409, 411, 413, 417, 422, 426, 429, 431, 501, 505};
    require(statuses.count(status) == 1, "a refusal has a status that a peer alone can bring about");
    require(fields.at("content-type") == "application/problem+json", "a refusal is a problem document");
    require(protocol::decodeProblem(body).has_value(), "a problem document can be read");
}

HttpAnswer takeAnswer(const QByteArray &received, qsizetype &at)
{
    HttpAnswer answer;
    answer.afterContinue = received.mid(at, kContinue.size()) == kContinue;
    at += answer.afterContinue ? kContinue.size() : 0;
    const qsizetype end = received.indexOf(kHeadEnd, at);
    require(end > 0, "an answer has a whole head");
    const QByteArray head = received.mid(at, end - at);
    require(head.startsWith("HTTP/1.1 ") && head.size() > 13 && head[12] == ' ', "an answer begins with its status");
    answer.status = head.mid(9, 3).toInt();
    const auto fields = fieldsOf(head);
    require(fields.count("content-length") == 1 && fields.count("connection") == 1, "an answer says where it ends");
    require(fields.count("ruhu-protocol") == 1, "an answer is told from a captive portal's");
    const qsizetype length = fields.at("content-length").toLongLong();
    at = end + kHeadEnd.size();
    require(length >= 0 && length <= received.size() - at, "an answer is whole");
    if (answer.status != 200)
        requireProblem(answer.status, fields, received.mid(at, length));
    at += length;
    answer.close = fields.at("connection") == "close";
    require(answer.close || fields.at("connection") == "keep-alive", "a connection ends or goes on");
    return answer;
}

// ---- requests

/// Where a list of lines ends that each are a field and that an empty one closes; npos: not there, or no such list.
std::size_t trailersEnd(const std::string &sent, std::size_t at)
{
    for (;;) {
        const std::size_t end = sent.find("\r\n", at);
        if (end == sent.npos)
            return sent.npos;
        if (end == at)
            return at + 2;
        const std::size_t colon = sent.find(':', at);
        if (colon == sent.npos || colon == at || colon > end)
            return sent.npos;
        at = end + 2;
    }
}

/// Where the chunks that begin here end; npos: cut off or malformed (RFC 9112, 7.1).
std::size_t chunksEnd(const std::string &sent, std::size_t at)
{
    for (;;) {
        const std::size_t line = sent.find("\r\n", at);
        const std::size_t digits = sent.find_first_not_of("0123456789abcdefABCDEF", at);
        if (line == sent.npos || digits == at || digits > line || digits - at > 15)
            return sent.npos;
        // A size is followed by nothing or by extensions; blanks may stand before their semicolon.
        const std::size_t behind = sent.find_first_not_of(" \t", digits);
        if (digits != line && sent[behind] != ';')
            return sent.npos;
        const std::uint64_t size = std::stoull(sent.substr(at, digits - at), nullptr, 16);
        at = line + 2;
        if (size == 0)
            return trailersEnd(sent, at);
        if (size > sent.size() - at || sent.compare(at + size, 2, "\r\n") != 0)
            return sent.npos;
        at += size + 2;
    }
}

/// Where the body behind a head ends; npos: it is cut off or malformed.
std::size_t bodyEnd(const std::string &sent, std::size_t at, const RequestHead &head)
{
    if (head.chunked)
        return chunksEnd(sent, at);
    const auto length = static_cast<std::uint64_t>(head.contentLength.value_or(0));
    return length <= sent.size() - at ? at + length : sent.npos;
}

/// The answer to a request whose head was taken. Where the next request begins; npos: there is none.
std::size_t requireAnswer(const std::string &sent, std::size_t at, const RequestHead &head, const HttpAnswer &answer)
{
    require(!answer.afterContinue || head.expectsContinue, "whoever does not ask is not told to go on");
    const std::size_t end = bodyEnd(sent, at, head);
    if (end == sent.npos)
        require(answer.status != 200 && answer.close,
                "a body that is cut or malformed is refused, and nothing follows");
    if (answer.close)
        require(!head.keepAlive || (head.hasBody() && answer.status != 200),
                "a connection is not ended without a cause");
    else
        require(head.keepAlive, "a connection ends when the peer says so");
    return answer.close ? sent.npos : end;
}

} // namespace

std::vector<HttpAnswer> answersIn(const QByteArray &received)
{
    std::vector<HttpAnswer> answers;
    for (qsizetype at = 0; at < received.size();)
        answers.push_back(takeAnswer(received, at));
    return answers;
}

void requireAnswered(const std::string &sent, const std::vector<HttpAnswer> &answers, std::size_t headBytes)
{
    std::size_t given = 0;
    for (std::size_t at = 0; at != sent.npos;) {
        const std::size_t end = sent.find("\r\n\r\n", at);
        const std::size_t length = end == sent.npos ? sent.size() - at : end + 4 - at;
        if (end == sent.npos && length <= headBytes)
            break; // the peer went away within a head, or said nothing more
        require(given < answers.size(), "each request is answered");
        const HttpAnswer &answer = answers[given++];
        const auto checked = length > headBytes ? HeadRefusal{431} : httpd::checkHead(sent.substr(at, length));
        if (const auto *refusal = std::get_if<HeadRefusal>(&checked)) {
            require(answer.status == refusal->status && answer.close, "a malformed head ends the connection");
            break;
        }
        at = requireAnswer(sent, at + length, std::get<RequestHead>(checked), answer);
    }
    require(given == answers.size(), "nothing is answered that was not asked");
}

} // namespace ruhu::fuzz
