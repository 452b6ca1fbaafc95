// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <ruhu/crypto/digest.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::test {
namespace {

template<typename Kind>
Kind idOf(int number)
{
    return *Kind::fromString(u"0190a0b0-0000-7000-8000-%1"_s.arg(number, 12, 10, QChar(u'0')));
}

QByteArray bodyOf(int number)
{
    return R"({"id":")" + QByteArray::number(number) + R"(","t":"note.added","pl":{"text":"光猫"}})";
}

} // namespace

QByteArray hashOf(int number)
{
    return crypto::blake2b(QByteArray::number(number));
}

protocol::PushRun samplePushRun()
{
    protocol::PushRun run;
    run.device = idOf<DeviceId>(7);
    run.incarnation = 2;
    run.first = 18;
    run.previousHash = hashOf(17);
    run.headHash = hashOf(20);
    run.signature = hashOf(1) + hashOf(2);
    run.appVersion = u"0.1.0"_s;
    run.bodies = {bodyOf(1), bodyOf(2), bodyOf(3)};
    return run;
}

protocol::PushReply samplePushReply()
{
    protocol::PushReply reply;
    reply.head = {2, 20, hashOf(20)};
    reply.verdicts = {{18, u"not-assigned"_s}, {20, u"unreadable"_s}};
    reply.feedHeads = {{u"user:0190"_s, 41}, {u"team:0191"_s, 0}};
    reply.missingBlobs = {hashOf(3), hashOf(4)};
    reply.safeThrough = 12;
    reply.epoch = u"epoch-1"_s;
    reply.serverTime = wallTimeFromMs(1'772'300'042'349);
    return reply;
}

protocol::HeadReply sampleHeadReply()
{
    return {{1, 0, crypto::chainStart()},
            {{u"user:0190"_s, 3}},
            {hashOf(9)},
            u"epoch-1"_s,
            wallTimeFromMs(1'772'300'042'349)};
}

protocol::FeedPage sampleFeedPage()
{
    protocol::FeedPage page;
    page.feed = u"user:0190"_s;
    page.epoch = u"epoch-1"_s;
    page.head = 9;
    page.hashBefore = crypto::chainStart();
    page.hashAfter = page.hashBefore;
    page.serverTime = wallTimeFromMs(1'772'300'050'000);
    for (int i = 1; i <= 2; ++i) {
        protocol::FeedEntry entry;
        entry.sequence = i;
        entry.device = i == 1 ? DeviceId() : idOf<DeviceId>(7);
        entry.incarnation = i;
        entry.deviceSequence = 5 + i;
        entry.body = bodyOf(i);
        entry.eventHash = crypto::blake2b(entry.body);
        entry.revision = i;
        entry.receivedAt = wallTimeFromMs(1'772'300'040'000 + i);
        entry.verdict = i == 1 ? QString() : u"not-assigned"_s;
        entry.left = i == 2;
        page.hashAfter = crypto::feedNext(page.hashAfter, entry.eventHash);
        page.entries.push_back(entry);
    }
    return page;
}

std::vector<protocol::Blob> sampleBlobs()
{
    const QByteArray strokes = R"({"strokes":[[1,2,3]]})";
    const QByteArray photo = QByteArray::fromHex("ffd8ffe000104a464946") + QByteArray(64, '\x5a');
    return {{crypto::sha256(strokes), u"application/json"_s, strokes}, {crypto::sha256(photo), u"image/jpeg"_s, photo}};
}

protocol::BlobReply sampleBlobReply()
{
    return {{hashOf(3), hashOf(4)}};
}

protocol::EnrolRequest sampleEnrolRequest()
{
    return {u"tech01"_s, u"BCDF-GHJK-LMNP"_s, hashOf(1), hashOf(2) + hashOf(3), u"工程车笔记本"_s};
}

protocol::EnrolReply sampleEnrolReply()
{
    return {idOf<DeviceId>(7), hashOf(1), u"server-1"_s};
}

protocol::LoginRequest sampleLoginRequest()
{
    return {u"tech01"_s,           u"correct horse battery"_s,
            idOf<DeviceId>(7),     wallTimeFromMs(1'772'300'042'349),
            hashOf(2) + hashOf(3), {}};
}

protocol::PasswordRequest samplePasswordRequest()
{
    return {sampleLoginRequest(), u"a quiet river runs"_s};
}

protocol::LoginReply sampleLoginReply()
{
    protocol::LoginReply reply;
    reply.token = u"dG9rZW4"_s;
    reply.expires = wallTimeFromMs(1'772'400'000'000);
    reply.userId = idOf<UserId>(3);
    reply.displayName = u"技术员一"_s;
    reply.role = u"technician"_s;
    reply.team = idOf<TeamId>(4);
    reply.feeds = {u"user:0190"_s, u"team:0191"_s};
    reply.serverTime = wallTimeFromMs(1'772'300'042'349);
    reply.lease = {reply.userId, idOf<DeviceId>(5), reply.serverTime, wallTimeFromMs(1'772'900'000'000),
                   QByteArray(64, 'l')};
    reply.recoveryKey = QByteArray(32, 'r');
    return reply;
}

protocol::ResetRequest sampleResetRequest()
{
    return {u"zhang.three"_s,     idOf<DeviceId>(5),   u"BCDFGHJKLMNP"_s,
            QByteArray(160, 'e'), QByteArray(32, 'a'), u"a quiet river runs"_s};
}

protocol::ResetReply sampleResetReply()
{
    return {QByteArray(80, 'k')};
}

protocol::WipeOrder sampleWipeOrder()
{
    return {idOf<DeviceId>(5), wallTimeFromMs(1'772'300'042'349), QByteArray(64, 'w')};
}

protocol::OwnSessions sampleOwnSessions()
{
    const WallTime signedIn = wallTimeFromMs(1'772'300'042'349);
    return {{{idOf<DeviceId>(7), u"van 3"_s, signedIn, signedIn + std::chrono::hours(12)},
             {idOf<DeviceId>(8), u""_s, signedIn, signedIn + std::chrono::hours(1)}}};
}

protocol::AccessEntries sampleAccessEntries()
{
    const WallTime at = wallTimeFromMs(1'772'300'042'349);
    return {{{at, protocol::AccessAct::WrongPassword, 3},
             {at + Millis(1), protocol::AccessAct::Opened, 1},
             {at + Millis(9), protocol::AccessAct::Locked, 1}}};
}

protocol::Problem sampleProblem()
{
    return {u"gap"_s, u"the run begins past what is stored"_s, u"first"_s, 17};
}

} // namespace ruhu::test
