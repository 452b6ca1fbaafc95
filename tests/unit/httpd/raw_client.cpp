// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "raw_client.h"

#include <ruhu_test/catch_qt.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ruhu::test {
namespace {

constexpr int kPatienceMs = 10'000;

} // namespace

RawClient::RawClient(quint16 port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0);
}

RawClient::~RawClient()
{
    ::close(m_socket);
}

bool RawClient::send(const QByteArray &bytes)
{
    qsizetype at = 0;
    while (at < bytes.size()) {
        const ssize_t sent =
            ::send(m_socket, bytes.constData() + at, static_cast<std::size_t>(bytes.size() - at), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        at += sent;
    }
    return true;
}

void RawClient::finishSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

bool RawClient::readMore()
{
    pollfd waiting = {m_socket, POLLIN, 0};
    if (::poll(&waiting, 1, kPatienceMs) != 1)
        FAIL("no answer within ten seconds");
    char bytes[16 * 1024];
    const ssize_t got = ::recv(m_socket, bytes, sizeof bytes, 0);
    if (got > 0)
        m_buffer.append(bytes, got);
    return got > 0;
}

RawAnswer RawClient::answer()
{
    RawAnswer answer;
    while (!m_buffer.contains("\r\n\r\n")) {
        if (!readMore())
            return answer;
    }
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    const QList<QByteArray> lines = m_buffer.left(end).split('\n');
    m_buffer.remove(0, end + 4);
    REQUIRE(lines.front().startsWith("HTTP/1.1 "));
    answer.status = lines.front().mid(9, 3).toInt();
    for (const QByteArray &line : lines.mid(1))
        answer.fields[line.left(line.indexOf(':')).toLower()] = line.mid(line.indexOf(':') + 1).trimmed();
    const qsizetype length = answer.fields["content-length"].toLongLong();
    while (m_buffer.size() < length) {
        if (!readMore())
            return {};
    }
    answer.body = m_buffer.left(length);
    m_buffer.remove(0, length);
    return answer;
}

QByteArray RawClient::rest()
{
    while (readMore()) {
    }
    return m_buffer;
}

bool RawClient::isClosed()
{
    return m_buffer.isEmpty() && !readMore();
}

} // namespace ruhu::test
