// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profile.h"

#include <ruhu/base/hex.h>
#include <ruhu/base/json.h>
#include <ruhu/crypto/boxes.h>
#include <ruhu/crypto/signing.h>
#include <ruhu/domain/names.h>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {
namespace {

const QByteArray kSeedContext = QByteArrayLiteral("device-signing-seed");

[[nodiscard]] Error damaged(const QString &member)
{
    return Error{ErrorCode::Damaged, u"the profile of this folder is not readable"_s, member};
}

[[nodiscard]] std::optional<std::vector<QString>> readFeeds(const Json &json)
{
    const Json *feeds = json.find(u"feeds"_s);
    if (!feeds || !feeds->isArray())
        return std::nullopt;
    std::vector<QString> names;
    for (const Json &item : feeds->array()) {
        const auto name = item.toString();
        if (!name)
            return std::nullopt;
        names.push_back(*name);
    }
    return names;
}

/// Scheme, host and port; anything more was never written here.
[[nodiscard]] bool isAddress(const QUrl &url)
{
    const bool web = url.scheme() == u"https" || url.scheme() == u"http";
    const bool more = url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty();
    return url.isValid() && web && !url.host().isEmpty() && !more && (url.path().isEmpty() || url.path() == u"/");
}

[[nodiscard]] Result<SessionKeys> openSeed(const Json &json, const QByteArray &dataKey)
{
    const QByteArray sealed = QByteArray::fromHex(json.text(u"signingSeed").value_or(QString()).toLatin1());
    auto seed = crypto::AeadSealer(crypto::subkey(dataKey, crypto::purpose::kSigningSeed)).open(sealed, kSeedContext);
    return seed ? Result<SessionKeys>(SessionKeys{dataKey, *std::move(seed)}) : Result<SessionKeys>(seed.error());
}

} // namespace

QByteArray encodeProfile(const Profile &profile)
{
    Json::Array feeds;
    for (const QString &feed : profile.feeds)
        feeds.emplace_back(feed);
    Json json;
    json.set(u"v"_s, 1)
        .set(u"server"_s, profile.server.toString(QUrl::FullyEncoded))
        .set(u"caFile"_s, profile.caFile)
        .set(u"login"_s, profile.login)
        .set(u"displayName"_s, profile.displayName)
        .set(u"user"_s, profile.userId.toString())
        .set(u"team"_s, profile.team.toString())
        .set(u"role"_s, profile.role)
        .set(u"device"_s, profile.device.toString())
        .set(u"feeds"_s, std::move(feeds))
        .set(u"serverKey"_s, hex(profile.serverPublicKey));
    if (!profile.recoveryKey.isEmpty())
        json.set(u"recoveryKey"_s, hex(profile.recoveryKey));
    if (!profile.language.isEmpty())
        json.set(u"language"_s, profile.language);
    if (profile.secondFactor)
        json.set(u"secondFactor"_s, true);
    return writeJsonPretty(json);
}

Result<Profile> decodeProfile(const QByteArray &document)
{
    const auto json = readJson(document);
    if (!json)
        return damaged(json.error().subject);
    if (json->integer(u"v"_s) != 1)
        return damaged(u"v"_s);
    const auto text = [&](QStringView name) { return json->text(name).value_or(QString()); };
    Profile profile;
    profile.server = QUrl(text(u"server"), QUrl::StrictMode);
    profile.caFile = text(u"caFile");
    profile.login = text(u"login");
    profile.displayName = text(u"displayName");
    profile.serverPublicKey = QByteArray::fromHex(text(u"serverKey").toLatin1());
    profile.recoveryKey = QByteArray::fromHex(text(u"recoveryKey").toLatin1());
    profile.language = text(u"language");
    profile.secondFactor = json->boolean(u"secondFactor"_s).value_or(false);
    const auto user = UserId::fromString(text(u"user"));
    const auto team = TeamId::fromString(text(u"team"));
    const auto device = DeviceId::fromString(text(u"device"));
    profile.role = text(u"role");
    auto feeds = readFeeds(*json);
    if (!isAddress(profile.server))
        return damaged(u"server"_s);
    if (profile.login.isEmpty())
        return damaged(u"login"_s);
    if (!user || !team || !device || profile.role.isEmpty() || !feeds)
        return damaged(u"identity"_s);
    if (profile.serverPublicKey.size() != crypto::kPublicKeyBytes)
        return damaged(u"serverKey"_s);
    if (!profile.recoveryKey.isEmpty() && profile.recoveryKey.size() != crypto::kBoxKeyBytes)
        return damaged(u"recoveryKey"_s);
    profile.userId = *user;
    profile.team = *team;
    profile.device = *device;
    profile.feeds = std::move(*feeds);
    return profile;
}

Result<QByteArray> encodeKeys(const SessionKeys &keys, const QString &password, const crypto::KdfCost &cost)
{
    const auto wrapped = crypto::wrapKey(keys.dataKey, password, cost);
    if (!wrapped)
        return wrapped.error();
    const crypto::AeadSealer sealer(crypto::subkey(keys.dataKey, crypto::purpose::kSigningSeed));
    Json json;
    // The wrapped document is kept as its exact text: it is crypto's, not ours to re-format.
    json.set(u"v"_s, 1)
        .set(u"dataKey"_s, QString::fromUtf8(*wrapped))
        .set(u"signingSeed"_s, hex(sealer.seal(keys.signingSeed, kSeedContext)));
    return writeJsonPretty(json);
}

Result<SessionKeys> decodeKeys(const QByteArray &document, const QString &password)
{
    const auto json = readJson(document);
    if (!json || json->integer(u"v"_s) != 1)
        return damaged(u"key.json"_s);
    const auto wrapped = json->text(u"dataKey");
    if (!wrapped || !json->text(u"signingSeed"))
        return damaged(u"key.json"_s);
    auto dataKey = crypto::unwrapKey(wrapped->toUtf8(), password);
    if (!dataKey && dataKey.error().code == ErrorCode::NotAllowed)
        return Error{ErrorCode::NotAllowed, dataKey.error().detail, u"wrong-password"_s};
    if (!dataKey)
        return dataKey.error();
    return openSeed(*json, *dataKey);
}

bool isCheaperThan(const QByteArray &document, const crypto::KdfCost &wanted)
{
    const auto json = readJson(document);
    const auto wrapped = json ? json->text(u"dataKey") : std::nullopt;
    const auto cost = wrapped ? crypto::costOf(wrapped->toUtf8()) : std::nullopt;
    return cost && (cost->ops < wanted.ops || cost->memoryBytes < wanted.memoryBytes);
}

Result<SessionKeys> decodeKeysWith(const QByteArray &document, const QByteArray &dataKey)
{
    const auto json = readJson(document);
    if (!json || json->integer(u"v"_s) != 1 || dataKey.size() != crypto::kDataKeyBytes)
        return damaged(u"key.json"_s);
    return openSeed(*json, dataKey);
}

} // namespace ruhu::presentation
