// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/sync/proving_transport.h>

#include "answers.h"

#include <ruhu/protocol/request_proof.h>

namespace ruhu::sync {
namespace {

constexpr int kProofIdBytes = 16;

bool asksForNonce(const Result<Reply> &reply)
{
    return reply && reply->status == 401 && failureOf(*reply).problem == u"use-nonce";
}

} // namespace

struct ProvingTransport::State {
    State(Transport &wayIn, const crypto::SigningKey &keyIn, RandomSource &randomIn, const QString &versionIn)
        : way(wayIn), key(*crypto::SigningKey::fromSeed(keyIn.seed())), random(randomIn), version(versionIn.toLatin1())
    {}

    [[nodiscard]] QByteArray proofFor(const Request &request)
    {
        protocol::RequestProof proof{nonce, random.bytes(kProofIdBytes).toHex(), {}};
        proof.signature =
            key.sign(protocol::proofMessage(request.method, request.path.toLatin1(), request.token, proof));
        return protocol::encodeProof(proof);
    }

    Transport &way;
    crypto::SigningKey key;
    RandomSource &random;
    QByteArray version;
    QByteArray nonce;
};

ProvingTransport::ProvingTransport(Transport &way, const crypto::SigningKey &key, RandomSource &random,
                                   const QString &version)
    : m_state(std::make_shared<State>(way, key, random, version))
{}

void ProvingTransport::send(const Request &request, Callback callback)
{
    sendProved(m_state, request, std::move(callback), true);
}

void ProvingTransport::sendProved(const std::shared_ptr<State> &state, const Request &request, Callback callback,
                                  bool mayRepeat)
{
    Request proved = request;
    if (!request.token.isEmpty())
        proved.version = state->version;
    if (!request.token.isEmpty() && !state->nonce.isEmpty())
        proved.proof = state->proofFor(request);
    state->way.send(proved, [state, request, mayRepeat, callback = std::move(callback)](const Result<Reply> &reply) {
        if (reply && reply->isOurs && !reply->nonce.isEmpty())
            state->nonce = reply->nonce;
        if (mayRepeat && asksForNonce(reply) && !state->nonce.isEmpty())
            return sendProved(state, request, callback, false);
        callback(reply);
    });
}

} // namespace ruhu::sync
