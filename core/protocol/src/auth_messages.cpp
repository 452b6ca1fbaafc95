// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "members.h"

#include <ruhu/crypto/boxes.h>
#include <ruhu/crypto/signing.h>
#include <ruhu/protocol/messages.h>

#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::protocol {
namespace {

constexpr qsizetype kTokenLength = 500;

Json jsonOf(const LoginRequest &request)
{
    Json json;
    json.set(u"user"_s, request.user)
        .set(u"password"_s, request.password)
        .set(u"device"_s, request.device.toString())
        .set(u"at"_s, toMs(request.issuedAt))
        .set(u"proof"_s, hex(request.proof));
    if (!request.secondFactor.isEmpty())
        json.set(u"secondFactor"_s, request.secondFactor);
    return json;
}

LoginRequest loginRequestOf(Members &members)
{
    LoginRequest request;
    request.user = members.nonEmptyText(u"user");
    request.password = members.text(u"password", kPasswordLength);
    request.device = members.id<DeviceId>(u"device");
    request.issuedAt = members.time(u"at");
    request.proof = members.bytes(u"proof", crypto::kSignatureBytes);
    request.secondFactor = members.optionalText(u"secondFactor");
    return request;
}

QByteArray timeBytes(WallTime time)
{
    char bytes[8];
    qToLittleEndian(static_cast<qint64>(toMs(time)), bytes);
    return QByteArray(bytes, sizeof bytes);
}

/// What a device signs: the purpose, itself, the person and the time.
QByteArray signedMessage(const QByteArray &purpose, const DeviceId &device, const QString &user, WallTime issuedAt)
{
    return purpose + device.toBytes() + user.toUtf8() + timeBytes(issuedAt);
}

Json jsonOf(const Lease &lease)
{
    Json json;
    json.set(u"user"_s, lease.user.toString())
        .set(u"device"_s, lease.device.toString())
        .set(u"issued"_s, toMs(lease.issued))
        .set(u"expires"_s, toMs(lease.expires))
        .set(u"signature"_s, hex(lease.signature));
    return json;
}

Lease leaseOf(Members &members)
{
    Lease lease;
    lease.user = members.id<UserId>(u"user");
    lease.device = members.id<DeviceId>(u"device");
    lease.issued = members.time(u"issued");
    lease.expires = members.time(u"expires");
    lease.signature = members.bytes(u"signature", crypto::kSignatureBytes);
    return lease;
}

} // namespace

QByteArray encodeEnrolRequest(const EnrolRequest &request)
{
    Json json;
    json.set(u"user"_s, request.user)
        .set(u"code"_s, request.code)
        .set(u"key"_s, hex(request.publicKey))
        .set(u"proof"_s, hex(request.proof))
        .set(u"device"_s, request.deviceName);
    return writeJson(json);
}

Result<EnrolRequest> decodeEnrolRequest(const QByteArray &body)
{
    return decodeObject<EnrolRequest>(body, u"enrolment"_s, [](Members &members) {
        EnrolRequest request;
        request.user = members.nonEmptyText(u"user");
        request.code = members.nonEmptyText(u"code");
        request.publicKey = members.bytes(u"key", crypto::kPublicKeyBytes);
        request.proof = members.bytes(u"proof", crypto::kSignatureBytes);
        request.deviceName = members.text(u"device");
        return request;
    });
}

QByteArray encodeEnrolReply(const EnrolReply &reply)
{
    Json json;
    json.set(u"device"_s, reply.device.toString())
        .set(u"serverKey"_s, hex(reply.serverPublicKey))
        .set(u"server"_s, reply.serverId);
    return writeJson(json);
}

Result<EnrolReply> decodeEnrolReply(const QByteArray &body)
{
    return decodeObject<EnrolReply>(body, u"enrolment answer"_s, [](Members &members) {
        EnrolReply reply;
        reply.device = members.id<DeviceId>(u"device");
        reply.serverPublicKey = members.bytes(u"serverKey", crypto::kPublicKeyBytes);
        reply.serverId = members.nonEmptyText(u"server");
        return reply;
    });
}

QByteArray enrolMessage(const QString &normalisedCode, const QByteArray &publicKey)
{
    return QByteArrayLiteral("ruhu-enrol-v1") + normalisedCode.toUtf8() + publicKey;
}

QByteArray encodeLoginRequest(const LoginRequest &request)
{
    return writeJson(jsonOf(request));
}

Result<LoginRequest> decodeLoginRequest(const QByteArray &body)
{
    return decodeObject<LoginRequest>(body, u"sign-in"_s, loginRequestOf);
}

QByteArray encodePasswordRequest(const PasswordRequest &request)
{
    Json json = jsonOf(request.person);
    json.set(u"newPassword"_s, request.newPassword);
    return writeJson(json);
}

Result<PasswordRequest> decodePasswordRequest(const QByteArray &body)
{
    return decodeObject<PasswordRequest>(body, u"change of a password"_s, [](Members &members) {
        PasswordRequest request{loginRequestOf(members), {}};
        request.newPassword = members.text(u"newPassword", kPasswordLength);
        return request;
    });
}

QByteArray encodeLoginReply(const LoginReply &reply)
{
    Json::Array feeds;
    for (const QString &feed : reply.feeds)
        feeds.emplace_back(feed);
    Json json;
    json.set(u"token"_s, reply.token)
        .set(u"expires"_s, toMs(reply.expires))
        .set(u"id"_s, reply.userId.toString())
        .set(u"name"_s, reply.displayName)
        .set(u"role"_s, reply.role)
        .set(u"team"_s, reply.team.toString())
        .set(u"feeds"_s, std::move(feeds))
        .set(u"now"_s, toMs(reply.serverTime))
        .set(u"lease"_s, jsonOf(reply.lease))
        .set(u"recoveryKey"_s, hex(reply.recoveryKey));
    return writeJson(json);
}

Result<LoginReply> decodeLoginReply(const QByteArray &body)
{
    return decodeObject<LoginReply>(body, u"sign-in answer"_s, [](Members &members) {
        LoginReply reply;
        reply.token = members.nonEmptyText(u"token", kTokenLength);
        reply.expires = members.time(u"expires");
        reply.userId = members.id<UserId>(u"id");
        reply.displayName = members.text(u"name");
        reply.role = members.nonEmptyText(u"role");
        reply.team = members.id<TeamId>(u"team");
        reply.feeds = members.texts(u"feeds");
        reply.serverTime = members.time(u"now");
        Members lease(members.object(u"lease"), u"lease"_s);
        reply.lease = leaseOf(lease);
        if (!lease.finish())
            members.refuse(u"lease");
        reply.recoveryKey = members.bytes(u"recoveryKey", crypto::kBoxKeyBytes);
        return reply;
    });
}

QByteArray loginMessage(const DeviceId &device, const QString &user, WallTime issuedAt)
{
    return signedMessage("ruhu-login-v1", device, user, issuedAt);
}

QByteArray passwordMessage(const DeviceId &device, const QString &user, WallTime issuedAt)
{
    return signedMessage("ruhu-password-v1", device, user, issuedAt);
}

QByteArray leaseMessage(const Lease &lease)
{
    return QByteArrayLiteral("ruhu-lease-v1") + lease.user.toBytes() + lease.device.toBytes() + timeBytes(lease.issued)
           + timeBytes(lease.expires);
}

QByteArray encodeLease(const Lease &lease)
{
    return writeJson(jsonOf(lease));
}

Result<Lease> decodeLease(const QByteArray &document)
{
    return decodeObject<Lease>(document, u"lease"_s, leaseOf);
}

QByteArray encodeWipeOrder(const WipeOrder &order)
{
    Json json;
    json.set(u"device"_s, order.device.toString())
        .set(u"issued"_s, toMs(order.issued))
        .set(u"signature"_s, hex(order.signature));
    return writeJson(json);
}

Result<WipeOrder> decodeWipeOrder(const QByteArray &body)
{
    return decodeObject<WipeOrder>(body, u"order to wipe"_s, [](Members &members) {
        WipeOrder order;
        order.device = members.id<DeviceId>(u"device");
        order.issued = members.time(u"issued");
        order.signature = members.bytes(u"signature", crypto::kSignatureBytes);
        return order;
    });
}

QByteArray wipeMessage(const WipeOrder &order)
{
    return QByteArrayLiteral("ruhu-wipe-v1") + order.device.toBytes() + timeBytes(order.issued);
}

} // namespace ruhu::protocol
