// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <ruhu_test/catch_qt.h>

#include <ruhu/crypto/digest.h>
#include <ruhu/protocol/framing.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::protocol;
using namespace ruhu::test;

namespace {

template<typename T>
ErrorCode refusal(const Result<T> &result)
{
    REQUIRE_FALSE(result);
    return result.error().code;
}

template<typename Message, typename Encode, typename Decode>
void comesBack(const Message &message, Encode encode, Decode decode)
{
    const QByteArray bytes = encode(message);
    const auto decoded = decode(bytes);
    REQUIRE(decoded);
    CHECK(*decoded == message);
    CHECK(encode(*decoded) == bytes);
}

} // namespace

TEST_CASE("every message comes back as it was", "[protocol]")
{
    comesBack(samplePushRun(), encodePushRun, decodePushRun);
    comesBack(samplePushReply(), encodePushReply, decodePushReply);
    comesBack(sampleHeadReply(), encodeHeadReply, decodeHeadReply);
    comesBack(sampleFeedPage(), encodeFeedPage, decodeFeedPage);
    comesBack(sampleBlobs(), encodeBlobBundle, decodeBlobBundle);
    comesBack(sampleBlobReply(), encodeBlobReply, decodeBlobReply);
    comesBack(sampleEnrolRequest(), encodeEnrolRequest, decodeEnrolRequest);
    comesBack(sampleEnrolReply(), encodeEnrolReply, decodeEnrolReply);
    comesBack(sampleLoginRequest(), encodeLoginRequest, decodeLoginRequest);
    comesBack(samplePasswordRequest(), encodePasswordRequest, decodePasswordRequest);
    comesBack(sampleLoginReply(), encodeLoginReply, decodeLoginReply);
    comesBack(sampleResetRequest(), encodeResetRequest, decodeResetRequest);
    comesBack(sampleResetReply(), encodeResetReply, decodeResetReply);
    comesBack(sampleWipeOrder(), encodeWipeOrder, decodeWipeOrder);
    comesBack(sampleOwnSessions(), encodeOwnSessions, decodeOwnSessions);
    comesBack(EndSession{sampleOwnSessions().sessions.front().device}, encodeEndSession, decodeEndSession);
    comesBack(sampleAccessEntries(), encodeAccessEntries, decodeAccessEntries);
    comesBack(AccessReply{sampleAccessEntries().entries.back().at}, encodeAccessReply, decodeAccessReply);
    comesBack(sampleProblem(), encodeProblem, decodeProblem);
}

TEST_CASE("the empty forms of messages come back too", "[protocol]")
{
    FeedPage page = sampleFeedPage();
    page.entries.clear();
    comesBack(page, encodeFeedPage, decodeFeedPage);
    PushReply reply = samplePushReply();
    reply.verdicts.clear();
    reply.feedHeads.clear();
    reply.missingBlobs.clear();
    comesBack(reply, encodePushReply, decodePushReply);
    comesBack(std::vector<Blob>(), encodeBlobBundle, decodeBlobBundle);
    Problem problem = sampleProblem();
    problem.have.reset();
    problem.subject = u""_s;
    comesBack(problem, encodeProblem, decodeProblem);
}

TEST_CASE("notes of opening are bounded and of known kinds", "[protocol]")
{
    AccessEntries notes = sampleAccessEntries();
    notes.entries.assign(kMostAccessEntries, notes.entries.front());
    CHECK(decodeAccessEntries(encodeAccessEntries(notes)));
    notes.entries.push_back(notes.entries.front());
    CHECK(refusal(decodeAccessEntries(encodeAccessEntries(notes))) == ErrorCode::InvalidInput);
    notes.entries.resize(1);
    QByteArray unknown = encodeAccessEntries(notes);
    CHECK(refusal(decodeAccessEntries(unknown.replace("wrong-password", "stolen"))) == ErrorCode::InvalidInput);
    notes.entries.front().count = 0;
    CHECK(refusal(decodeAccessEntries(encodeAccessEntries(notes))) == ErrorCode::InvalidInput);
}

TEST_CASE("event bodies travel byte by byte, whatever they are", "[protocol]")
{
    PushRun run = samplePushRun();
    run.bodies = {QByteArray("\0\xff not JSON", 11), QByteArray(protocol::kMaxEventBytes, 'x')};
    comesBack(run, encodePushRun, decodePushRun);
}

TEST_CASE("a run without events or beyond its limits is refused", "[protocol]")
{
    PushRun run = samplePushRun();
    run.bodies.clear();
    CHECK(refusal(decodePushRun(encodePushRun(run))) == ErrorCode::InvalidInput);
    run.bodies = {"x", ""};
    CHECK(refusal(decodePushRun(encodePushRun(run))) == ErrorCode::InvalidInput);
    run.bodies = {QByteArray(protocol::kMaxEventBytes + 1, 'x')};
    CHECK(refusal(decodePushRun(encodePushRun(run))) == ErrorCode::TooLarge);
    run.bodies.assign(kMaxRunEvents, "x");
    CHECK(decodePushRun(encodePushRun(run)));
    run.bodies.assign(kMaxRunEvents + 1, "x");
    CHECK(refusal(decodePushRun(encodePushRun(run))) == ErrorCode::TooLarge);
    run.bodies.assign(20, QByteArray(protocol::kMaxEventBytes, 'x')); // 5 MiB in a few hundred bytes
    CHECK(refusal(decodePushRun(encodePushRun(run))) == ErrorCode::TooLarge);
    CHECK(refusal(decodePushRun(QByteArray(kMaxPackedBytes + 1, 'x'))) == ErrorCode::TooLarge);
}

TEST_CASE("numbers out of their range are refused", "[protocol]")
{
    PushRun run = samplePushRun();
    run.first = 0;
    CHECK(refusal(decodePushRun(encodePushRun(run))) == ErrorCode::InvalidInput);
    run.first = std::numeric_limits<std::int64_t>::max(); // first + count would overflow
    CHECK(refusal(decodePushRun(encodePushRun(run))) == ErrorCode::InvalidInput);
    run = samplePushRun();
    run.incarnation = 0;
    CHECK(refusal(decodePushRun(encodePushRun(run))) == ErrorCode::InvalidInput);
    PushReply reply = samplePushReply();
    reply.head.sequence = -1;
    CHECK(refusal(decodePushReply(encodePushReply(reply))) == ErrorCode::InvalidInput);
    reply = samplePushReply();
    reply.feedHeads[u"user:0190"_s] = -1;
    CHECK(refusal(decodePushReply(encodePushReply(reply))) == ErrorCode::InvalidInput);
}

TEST_CASE("hashes and signatures of another length are refused", "[protocol]")
{
    PushRun run = samplePushRun();
    run.signature.chop(1);
    CHECK(refusal(decodePushRun(encodePushRun(run))) == ErrorCode::InvalidInput);
    run = samplePushRun();
    run.headHash += 'x';
    CHECK(refusal(decodePushRun(encodePushRun(run))) == ErrorCode::InvalidInput);
    BlobReply reply = sampleBlobReply();
    reply.verified.push_back("short");
    CHECK(refusal(decodeBlobReply(encodeBlobReply(reply))) == ErrorCode::InvalidInput);
}

TEST_CASE("a page whose entries do not match their hashes or number is refused", "[protocol]")
{
    FeedPage page = sampleFeedPage();
    page.entries[1].body += ' ';
    CHECK(refusal(decodeFeedPage(encodeFeedPage(page))) == ErrorCode::InvalidInput);

    const auto plain = decompress(encodeFeedPage(sampleFeedPage()), 100'000);
    REQUIRE(plain);
    auto frames = splitFrames(*plain, 10, 100'000);
    REQUIRE(frames);
    REQUIRE(frames->size() == 5);
    frames->pop_back();
    CHECK(refusal(decodeFeedPage(compress(joinFrames(*frames)))) == ErrorCode::InvalidInput);
    frames->pop_back();
    CHECK(refusal(decodeFeedPage(compress(joinFrames(*frames)))) == ErrorCode::InvalidInput);
    frames->clear();
    CHECK(refusal(decodeFeedPage(compress(joinFrames(*frames)))) == ErrorCode::InvalidInput);
}

TEST_CASE("a bundle with a wrong, a double or a missing blob is refused", "[protocol]")
{
    auto blobs = sampleBlobs();
    blobs[0].bytes += 'x';
    const auto changed = decodeBlobBundle(encodeBlobBundle(blobs));
    CHECK(refusal(changed) == ErrorCode::InvalidInput);
    CHECK(changed.error().subject == QString::fromLatin1(blobs[0].sha256.toHex()));
    blobs = sampleBlobs();
    blobs.push_back(blobs[0]);
    CHECK(refusal(decodeBlobBundle(encodeBlobBundle(blobs))) == ErrorCode::InvalidInput);
    const QByteArray whole = encodeBlobBundle(sampleBlobs());
    CHECK(refusal(decodeBlobBundle(whole + joinFrames({"more"}))) == ErrorCode::InvalidInput);
    const QByteArray large(kMaxBlobBytes + 1, 'x');
    CHECK(refusal(decodeBlobBundle(encodeBlobBundle({{crypto::sha256(large), u"image/png"_s, large}})))
          == ErrorCode::TooLarge);
    CHECK(refusal(decodeBlobBundle(QByteArray(kMaxBundleBytes + 1024 * 1024, 'x'))) == ErrorCode::TooLarge);
}

TEST_CASE("an answer that is not ours is told apart from a malformed one", "[protocol]")
{
    for (const char *page : {"", "<html>Please sign in to the hotel network</html>", "{}", "[]", "null",
                             R"({"code":"gap","message":"","subject":""})", R"({"ruhu":2,"code":"gap"})",
                             R"({"ruhu":"1","code":"gap","message":"","subject":""})"}) {
        CAPTURE(page);
        CHECK(refusal(decodeProblem(page)) == ErrorCode::NotFound);
    }
    CHECK(refusal(decodeProblem(QByteArray(100'000, ' ') + encodeProblem(sampleProblem()))) == ErrorCode::NotFound);
    CHECK(refusal(decodeProblem(R"({"ruhu":1})")) == ErrorCode::InvalidInput);
    CHECK(refusal(decodeProblem(R"({"ruhu":1,"code":"","message":"","subject":""})")) == ErrorCode::InvalidInput);
    CHECK(refusal(decodeProblem(R"({"ruhu":1,"code":"gap","message":"","subject":"","have":"3"})"))
          == ErrorCode::InvalidInput);
    CHECK(refusal(decodeProblem(R"({"ruhu":1,"code":"gap","message":"","subject":"","have":-3})"))
          == ErrorCode::InvalidInput);
    // A later server may say more.
    const auto more = decodeProblem(R"({"ruhu":1,"code":"gap","message":"m","subject":"s","@type":"Error"})");
    REQUIRE(more);
    CHECK(*more == Problem{u"gap"_s, u"m"_s, u"s"_s, {}});
}

TEST_CASE("what a device signs at enrolment and sign-in is fixed byte by byte", "[protocol]")
{
    const DeviceId device = *DeviceId::fromString(u"00010203-0405-0607-0809-0a0b0c0d0e0f");
    CHECK(loginMessage(device, u"技"_s, wallTimeFromMs(0x0102030405060708)).toHex()
          == "727568752d6c6f67696e2d7631"
             "000102030405060708090a0b0c0d0e0f"
             "e68a80"
             "0807060504030201");
    // No proof of the one is a proof of the other.
    CHECK(passwordMessage(device, u"技"_s, wallTimeFromMs(0x0102030405060708)).toHex()
          == "727568752d70617373776f72642d7631"
             "000102030405060708090a0b0c0d0e0f"
             "e68a80"
             "0807060504030201");
    CHECK(enrolMessage(u"BCDF"_s, QByteArray(32, '\1')) == "ruhu-enrol-v1BCDF" + QByteArray(32, '\1'));
}
