// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "office_fixture.h"
#include "raw_client.h"

#include <ruhu/httpd/server.h>

namespace ruhu::test {

/// An office behind a listener on a free port of the loopback device; deadlines of one second.
class ServerFixture : public OfficeFixture {
public:
    explicit ServerFixture(bool tls = false, int queuedRequests = 64)
    {
        options.port = 0;
        options.limits.headSeconds = 1;
        options.limits.bodySeconds = 1;
        options.limits.handshakeSeconds = 1;
        options.limits.queuedRequests = queuedRequests;
        if (tls) {
            options.certificateFile = dir.path(QStringLiteral("server.pem"));
            options.keyFile = dir.path(QStringLiteral("server-key.pem"));
        }
        server = must(httpd::Server::start(options, makeOffice()));
    }

    /// Offices for the worker threads; the test's clock stands still while they run.
    [[nodiscard]] httpd::Server::MakeOffice makeOffice()
    {
        return [this] {
            auto made = service::Office::open(dir.path(), shelf, clock, secrets);
            if (made)
                (*made)->setRequestProofs(proofs);
            return made;
        };
    }
    /// The head of a request with the laptop's token and proof, without its last line end.
    [[nodiscard]] QByteArray provedHead(const Laptop &laptop, const QByteArray &method, const QByteArray &target)
    {
        return method + ' ' + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + laptop.token.toLatin1()
               + "\r\nRuhu-Proof: " + proof(laptop, method, target, proofs->nonce()) + "\r\n";
    }
    /// One request on a connection of its own.
    [[nodiscard]] RawAnswer ask(const QByteArray &request) const
    {
        RawClient client(server->port());
        client.send(request);
        return client.answer();
    }
    /// Others are served whatever somebody else does.
    [[nodiscard]] bool answersOthers() const
    {
        return ask("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").status == 200;
    }

    SystemRandom secrets;
    std::shared_ptr<service::RequestProofs> proofs = std::make_shared<service::RequestProofs>(clock);
    httpd::ListenOptions options;
    std::unique_ptr<httpd::Server> server;
};

} // namespace ruhu::test
