// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/service/api.h>
#include <ruhu/sync/transport.h>

namespace ruhu::test {

/// The real server in the same process, without sockets: answers before send() returns.
class LoopbackTransport final : public sync::Transport {
public:
    explicit LoopbackTransport(service::Office *office) : m_office(office) {}

    /// Another server, or the same one after a restore; nullptr: switched off (Offline).
    void setOffice(service::Office *office) { m_office = office; }
    void send(const sync::Request &request, Callback callback) override;
    [[nodiscard]] int total() const { return m_total; }

private:
    service::Office *m_office;
    int m_total = 0;
};

} // namespace ruhu::test
