// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>
#include <ruhu_test/fake_transport.h>

#include <ruhu/crypto/digest.h>
#include <ruhu/protocol/request_proof.h>
#include <ruhu/sync/proving_transport.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

struct ProofBench {
    FakeTransport way;
    SeededRandom random{3};
    crypto::SigningKey key = crypto::SigningKey::generate();
    sync::ProvingTransport proving{way, key, random};
    int answers = 0;
    int status = 0;

    void ask(const QString &token)
    {
        proving.send({"GET", u"/sync/v1/head"_s, {}, {}, token}, [this](const Result<sync::Reply> &reply) {
            ++answers;
            status = reply ? reply->status : 0;
        });
    }
    [[nodiscard]] std::optional<protocol::RequestProof> sent() const
    {
        return protocol::decodeProof(way.expect("GET", u"/sync/v1/head"_s).proof);
    }
};

} // namespace

TEST_CASE("a laptop proves each request with the nonce of the answer before", "[sync][proof]")
{
    ProofBench bench;
    bench.ask({});
    CHECK_FALSE(bench.sent()); // no token, nothing to prove
    bench.way.nonce = "first";
    bench.way.answer(200, {});
    QByteArray id;
    for (const QByteArray &next : {QByteArray("second"), QByteArray("third")}) {
        const QByteArray expected = bench.way.nonce;
        bench.ask(u"token"_s);
        const auto proof = bench.sent();
        REQUIRE(proof);
        CHECK(proof->nonce == expected);
        CHECK(proof->id != id);
        CHECK(crypto::verify(protocol::proofMessage("GET", "/sync/v1/head", u"token"_s, *proof), proof->signature,
                             bench.key.publicKey()));
        id = proof->id;
        bench.way.nonce = next;
        bench.way.answer(200, {});
        CHECK(bench.status == 200);
    }
    CHECK(bench.answers == 3);
}

TEST_CASE("a laptop that is told to take another nonce asks once more, and no more often", "[sync][proof]")
{
    ProofBench bench;
    bench.ask(u"token"_s);
    CHECK_FALSE(bench.sent());
    bench.way.nonce = "fresh";
    bench.way.answerProblem(401, u"use-nonce"_s);
    CHECK(bench.answers == 0);
    CHECK(bench.sent()->nonce == "fresh");
    SECTION("it works")
    {
        bench.way.answer(200, {});
        CHECK(bench.status == 200);
    }
    SECTION("it is told the same again")
    {
        bench.way.answerProblem(401, u"use-nonce"_s);
        CHECK(bench.status == 401);
    }
    CHECK(bench.answers == 1);
    bench.way.expectSilence();
}

TEST_CASE("a nonce of somebody on the way is not taken", "[sync][proof]")
{
    ProofBench bench;
    bench.ask(u"token"_s);
    bench.way.nonce = "portal";
    bench.way.answerForeign(401, "sign in here");
    CHECK(bench.answers == 1);
    bench.ask(u"token"_s);
    CHECK_FALSE(bench.sent());
    bench.way.fail(ErrorCode::Offline);
    CHECK(bench.answers == 2);
}
