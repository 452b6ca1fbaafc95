// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <map>

namespace ruhu::test {

struct RawAnswer {
    int status = 0; // 0: the connection ended without one
    std::map<QByteArray, QByteArray> fields; // names in lower case
    QByteArray body;
};

/// A socket to the loopback device that sends exactly the given bytes. Waiting ends after ten seconds.
class RawClient {
public:
    explicit RawClient(quint16 port);
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    /// False when the other side no longer takes them.
    bool send(const QByteArray &bytes); // NOLINT(modernize-use-nodiscard)
    void finishSending();
    /// The next answer of the connection, by its Content-Length.
    [[nodiscard]] RawAnswer answer();
    /// Everything until the other side closes.
    [[nodiscard]] QByteArray rest();
    /// True when the other side has closed and nothing more is to read.
    [[nodiscard]] bool isClosed();

private:
    bool readMore();

    int m_socket = -1;
    QByteArray m_buffer;
};

} // namespace ruhu::test
