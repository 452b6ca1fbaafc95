// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "head_check.h"

#include <ruhu/protocol/request_proof.h>

#include <algorithm>

namespace ruhu::httpd {
namespace {

constexpr std::size_t kMaxFields = 100;
constexpr std::size_t kMaxLengthDigits = 18;

bool isTokenChar(char c)
{
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.find(c) != marks.npos;
}

bool isToken(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isTokenChar);
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
    return a.size() == b.size()
           && std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

QByteArray bytesOf(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// Percent-decoded UTF-8; nothing for a broken escape, a control character or bytes that are no UTF-8.
std::optional<QString> decoded(std::string_view text)
{
    const auto isHex = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && (i + 2 >= text.size() || !isHex(text[i + 1]) || !isHex(text[i + 2])))
            return std::nullopt;
    }
    const QByteArray bytes = QByteArray::fromPercentEncoding(bytesOf(text));
    const QString result = QString::fromUtf8(bytes);
    const bool control =
        std::any_of(result.begin(), result.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
    if (control || result.toUtf8() != bytes)
        return std::nullopt;
    return result;
}

class HeadReader {
public:
    std::variant<RequestHead, HeadRefusal> read(std::string_view text)
    {
        // The last line's end and the empty line stay: every line ends in CR LF.
        std::size_t at = 0;
        bool first = true;
        std::size_t fields = 0;
        while (at < text.size() && !m_refusal) {
            const std::size_t end = text.find("\r\n", at);
            if (end == text.npos)
                return HeadRefusal{400, u"a line does not end in CR LF"};
            const std::string_view line = text.substr(at, end - at);
            at = end + 2;
            if (line.empty() && !first)
                break;
            if (first)
                readRequestLine(line);
            else if (++fields > kMaxFields)
                refuse(431, u"too many header fields");
            else
                readField(line);
            first = false;
        }
        if (!m_refusal)
            checkTogether();
        if (m_refusal)
            return *m_refusal;
        return m_head;
    }

private:
    void refuse(int status, const char16_t *why)
    {
        if (!m_refusal)
            m_refusal = HeadRefusal{status, why};
    }

    void readRequestLine(std::string_view line)
    {
        const std::size_t space = line.find(' ');
        const std::size_t last = line.rfind(' ');
        if (space == line.npos || space == last)
            return refuse(400, u"not a request line");
        const std::string_view method = line.substr(0, space);
        const std::string_view target = line.substr(space + 1, last - space - 1);
        const std::string_view version = line.substr(last + 1);
        if (!isToken(method) || method.size() > 16)
            return refuse(400, u"not a method");
        if (version == "HTTP/1.0")
            m_oldVersion = true;
        else if (version != "HTTP/1.1")
            return refuse(version.substr(0, 5) == "HTTP/" ? 505 : 400, u"not HTTP/1.1");
        m_head.method = bytesOf(method);
        m_head.keepAlive = !m_oldVersion;
        readTarget(target);
    }

    void readTarget(std::string_view target)
    {
        const bool plain =
            std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '#'; });
        if (target.empty() || target.front() != '/' || !plain)
            return refuse(400, u"the target is no path of this server");
        const std::size_t mark = target.find('?');
        const auto path = decoded(target.substr(0, mark));
        if (!path)
            return refuse(400, u"the path is badly encoded");
        m_head.target = bytesOf(target);
        m_head.path = *path;
        if (mark != target.npos)
            readQuery(target.substr(mark + 1));
    }

    void readQuery(std::string_view query)
    {
        while (!query.empty()) {
            const std::size_t end = std::min(query.find('&'), query.size());
            const std::string_view pair = query.substr(0, end);
            query.remove_prefix(std::min(end + 1, query.size()));
            const std::size_t equals = std::min(pair.find('='), pair.size());
            const auto name = decoded(pair.substr(0, equals));
            const auto value = decoded(pair.substr(std::min(equals + 1, pair.size())));
            if (!name || !value || m_head.query.size() >= 16)
                return refuse(400, u"the query is badly encoded");
            if (!m_head.query.emplace(*name, *value).second)
                return refuse(400, u"a query name stands twice");
        }
    }

    void readField(std::string_view line)
    {
        if (line.front() == ' ' || line.front() == '\t')
            return refuse(400, u"folded header line");
        const std::size_t colon = line.find(':');
        // A blank before the colon is one of the old ways to hide a header from a proxy.
        if (colon == line.npos || !isToken(line.substr(0, colon)))
            return refuse(400, u"not a header field");
        const std::string_view value = trimmed(line.substr(colon + 1));
        const bool clean = std::all_of(value.begin(), value.end(), [](char c) {
            return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
        });
        if (!clean)
            return refuse(400, u"a control character in a header");
        takeField(line.substr(0, colon), value);
    }

    void takeField(std::string_view name, std::string_view value)
    {
        if (equalsIgnoringCase(name, "host")) {
            if (++m_hosts > 1 || value.empty())
                refuse(400, u"more than one Host, or an empty one");
        } else if (equalsIgnoringCase(name, "content-length")) {
            readLength(value);
        } else if (equalsIgnoringCase(name, "transfer-encoding")) {
            if (++m_encodings > 1)
                refuse(400, u"more than one Transfer-Encoding");
            else if (!equalsIgnoringCase(value, "chunked"))
                refuse(501, u"unknown Transfer-Encoding");
            m_head.chunked = true;
        } else if (equalsIgnoringCase(name, "connection")) {
            if (equalsIgnoringCase(value, "close"))
                m_head.keepAlive = false;
        } else if (equalsIgnoringCase(name, "expect")) {
            if (!equalsIgnoringCase(value, "100-continue"))
                refuse(417, u"unknown expectation");
            m_head.expectsContinue = true;
        } else if (equalsIgnoringCase(name, "authorization")) {
            readAuthorization(value);
        } else if (equalsIgnoringCase(name, protocol::kProofHeader)) {
            if (++m_proofs > 1)
                refuse(400, u"more than one proof");
            m_head.proof = bytesOf(value);
        } else if (equalsIgnoringCase(name, protocol::kVersionHeader)) {
            m_head.version = bytesOf(value);
        }
    }

    void readLength(std::string_view value)
    {
        const bool digits = std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (m_head.contentLength || value.empty() || !digits)
            return refuse(400, u"bad or repeated Content-Length");
        if (value.size() > kMaxLengthDigits)
            return refuse(413, u"the body is larger than any path takes");
        std::int64_t length = 0;
        for (const char c : value)
            length = length * 10 + (c - '0');
        m_head.contentLength = length;
    }

    void readAuthorization(std::string_view value)
    {
        if (++m_authorizations > 1)
            return refuse(400, u"more than one Authorization");
        constexpr std::string_view scheme = "bearer ";
        if (value.size() <= scheme.size() || !equalsIgnoringCase(value.substr(0, scheme.size()), scheme))
            return; // an unknown scheme is no token: the route says 401
        const std::string_view token = trimmed(value.substr(scheme.size()));
        m_head.token = QString::fromLatin1(token.data(), static_cast<qsizetype>(token.size()));
    }

    void checkTogether()
    {
        if (m_head.chunked && m_head.contentLength)
            return refuse(400, u"Content-Length and Transfer-Encoding together");
        if (m_head.chunked && m_oldVersion)
            return refuse(400, u"Transfer-Encoding in HTTP/1.0");
        if (m_hosts == 0 && !m_oldVersion)
            return refuse(400, u"no Host");
    }

    RequestHead m_head;
    std::optional<HeadRefusal> m_refusal;
    bool m_oldVersion = false;
    int m_hosts = 0;
    int m_encodings = 0;
    int m_authorizations = 0;
    int m_proofs = 0;
};

} // namespace

std::variant<RequestHead, HeadRefusal> checkHead(std::string_view head)
{
    for (std::size_t i = 0; i < head.size(); ++i) {
        const bool bareLf = head[i] == '\n' && (i == 0 || head[i - 1] != '\r');
        const bool bareCr = head[i] == '\r' && (i + 1 == head.size() || head[i + 1] != '\n');
        if (bareLf || bareCr || head[i] == '\0')
            return HeadRefusal{400, u"a bare CR, LF or NUL in the head"};
    }
    return HeadReader().read(head);
}

} // namespace ruhu::httpd
