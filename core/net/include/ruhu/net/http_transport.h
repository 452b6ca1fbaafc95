// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/sync/transport.h>

#include <QUrl>

#include <memory>

namespace ruhu::net {

/// HTTPS to one server. TLS ≥ 1.2, the certificate is always verified: against the CA file when one is given, else the
/// system's. There is no switch to ignore errors. Plain http only to loopback. Thread: the one it was made on, which must
/// run an event loop.
class HttpTransport final : public sync::Transport {
public:
    /// InvalidInput: not an https URL (or http to loopback). NotFound / Damaged: the CA file.
    [[nodiscard]] static Result<std::unique_ptr<HttpTransport>> create(const QUrl &server, const QString &caFile);
    ~HttpTransport() override;
    void send(const sync::Request &request, Callback callback) override;

private:
    struct Private;
    explicit HttpTransport(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace ruhu::net
