// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/random.h>
#include <ruhu/crypto/signing.h>
#include <ruhu/sync/transport.h>

#include <memory>

namespace ruhu::sync {

/// Adds the laptop's proof (protocol/request_proof.h) to every request with a token. The server's nonce is taken from its
/// answers; where there is none yet, or it is too old, the server says so and the request is sent once more.
/// Thread: that of `way`, which outlives it, as `random` does.
class ProvingTransport final : public Transport {
public:
    /// `version`: of this program, told with every request that is proved.
    ProvingTransport(Transport &way, const crypto::SigningKey &key, RandomSource &random, const QString &version = {});
    void send(const Request &request, Callback callback) override;

private:
    struct State;
    static void sendProved(const std::shared_ptr<State> &state, const Request &request, Callback callback,
                           bool mayRepeat);

    std::shared_ptr<State> m_state; // outlives answers that come late
};

} // namespace ruhu::sync
