// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "members.h"

#include <ruhu/crypto/boxes.h>
#include <ruhu/crypto/digest.h>
#include <ruhu/crypto/sealing.h>
#include <ruhu/crypto/signing.h>
#include <ruhu/protocol/messages.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::protocol {
namespace {

constexpr qsizetype kDeviceBytes = 16;
constexpr qsizetype kEscrowBytes = kDeviceBytes + crypto::kDataKeyBytes + crypto::kSignatureBytes;

} // namespace

QByteArray encodeEscrow(const Escrow &escrow)
{
    return escrow.device.toBytes() + escrow.dataKey + escrow.signature;
}

std::optional<Escrow> decodeEscrow(const QByteArray &bytes)
{
    const auto device = bytes.size() == kEscrowBytes ? DeviceId::fromBytes(bytes.left(kDeviceBytes)) : std::nullopt;
    if (!device)
        return std::nullopt;
    return Escrow{*device, bytes.mid(kDeviceBytes, crypto::kDataKeyBytes),
                  bytes.mid(kDeviceBytes + crypto::kDataKeyBytes)};
}

QByteArray escrowMessage(const Escrow &escrow)
{
    return QByteArrayLiteral("ruhu-escrow-v1") + escrow.device.toBytes() + crypto::blake2b(escrow.dataKey);
}

QByteArray encodeResetRequest(const ResetRequest &request)
{
    Json json;
    json.set(u"user"_s, request.user)
        .set(u"device"_s, request.device.toString())
        .set(u"code"_s, request.code)
        .set(u"escrow"_s, hex(request.escrow))
        .set(u"answerKey"_s, hex(request.answerKey))
        .set(u"newPassword"_s, request.newPassword);
    return writeJson(json);
}

Result<ResetRequest> decodeResetRequest(const QByteArray &body)
{
    return decodeObject<ResetRequest>(body, u"reset of a password"_s, [](Members &members) {
        ResetRequest request;
        request.user = members.nonEmptyText(u"user");
        request.device = members.id<DeviceId>(u"device");
        request.code = members.nonEmptyText(u"code");
        request.escrow = members.bytes(u"escrow", kEscrowBytes + crypto::kSealedBoxBytes);
        request.answerKey = members.bytes(u"answerKey", crypto::kBoxKeyBytes);
        request.newPassword = members.text(u"newPassword", kPasswordLength);
        return request;
    });
}

QByteArray encodeResetReply(const ResetReply &reply)
{
    Json json;
    json.set(u"dataKey"_s, hex(reply.dataKey));
    return writeJson(json);
}

Result<ResetReply> decodeResetReply(const QByteArray &body)
{
    return decodeObject<ResetReply>(body, u"reset answer"_s, [](Members &members) {
        return ResetReply{members.bytes(u"dataKey", crypto::kDataKeyBytes + crypto::kSealedBoxBytes)};
    });
}

} // namespace ruhu::protocol
