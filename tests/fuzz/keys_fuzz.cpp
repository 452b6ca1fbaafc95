// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: whatever somebody makes of key.json, it asks for no more work than its reader allows and is refused with a reason;
// only what was wrapped with a password opens by it, and gives the keys that were wrapped. An input that begins with "@" is
// written over a good document: two bytes say from where. The check inside of a document holds no secret, so each one is
// tried as it came and once more with the check made right.

#include "fuzz.h"
#include "profile.h"

#include <ruhu/base/hex.h>
#include <ruhu/base/json.h>
#include <ruhu/crypto/digest.h>

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::presentation;

namespace {

constexpr std::uint64_t kMostWork = 4ULL * 1024 * 1024 * 1024; // ops by bytes: some seconds of an old laptop

std::optional<QByteArray> wrappedIn(const QByteArray &document)
{
    const auto json = readJson(document);
    const auto wrapped = json ? json->text(u"dataKey") : std::nullopt;
    return wrapped ? std::optional(wrapped->toUtf8()) : std::nullopt;
}

/// The same object with another text in one member.
Json with(const Json &object, QStringView name, const QString &text)
{
    Json changed{Json::Object{}};
    for (const auto &[key, value] : object.object())
        changed.set(key, key == name ? Json(text) : value);
    return changed;
}

QByteArray withGoodCheck(const QByteArray &document)
{
    const auto wrapped = readJson(wrappedIn(document).value_or(QByteArray()));
    if (!wrapped || !wrapped->isObject())
        return document;
    const auto number = [&](QStringView name) {
        return QByteArray::number(qint64{wrapped->integer(name).value_or(0)});
    };
    const auto bytes = [&](QStringView name) {
        return QByteArray::fromHex(wrapped->text(name).value_or(QString()).toLatin1());
    };
    const QByteArray checked =
        "ruhu-wrap-v1/" + number(u"ops") + '/' + number(u"memory") + '/' + bytes(u"salt").toHex() + bytes(u"sealed");
    const Json right = with(*wrapped, u"check", hex(crypto::blake2b(checked)));
    return writeJson(with(*readJson(document), u"dataKey", QString::fromUtf8(writeJson(right))));
}

const SessionKeys kKeys{QByteArray(32, 'k'), QByteArray(32, 's')};
const QString kRight = QStringLiteral("a quiet river runs");

QByteArray documentFrom(const QByteArray &input)
{
    static const QByteArray good = *encodeKeys(kKeys, kRight, crypto::cheapKdfCostForTests());
    if (input.size() < 3 || input.front() != '@')
        return input;
    const qsizetype from =
        ((static_cast<unsigned char>(input[1]) << 8) | static_cast<unsigned char>(input[2])) % good.size();
    QByteArray changed = good;
    return changed.replace(from, input.size() - 3, input.mid(3));
}

void requireRefusedOrTrue(const QByteArray &document)
{
    const auto wrapped = wrappedIn(document);
    const auto cost = wrapped ? crypto::costOf(*wrapped) : std::nullopt;
    require(!cost || cost->ops * cost->memoryBytes <= kMostWork, "a document cannot ask for any amount of work");
    // Dear ones are tried by nobody here: they would take seconds each.
    if (cost && cost->ops * cost->memoryBytes > 1024 * 1024)
        return;
    const auto keys = decodeKeys(document, kRight);
    if (keys)
        require(keys->dataKey == kKeys.dataKey && keys->signingSeed == kKeys.signingSeed, "it gives what was wrapped");
    else
        requireRefusal(keys.error(), {ErrorCode::Damaged, ErrorCode::NotAllowed});
    const auto others = decodeKeysWith(document, QByteArray(32, 'o'));
    require(!others, "no document opens by another data key");
    requireRefusal(others.error(), {ErrorCode::Damaged});
    (void)isCheaperThan(document, crypto::KdfCost());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool ready = crypto::initialise().has_value();
    require(ready, "the crypto library starts");
    const QByteArray document = documentFrom(bytesOf(data, size));
    requireRefusedOrTrue(document);
    requireRefusedOrTrue(withGoodCheck(document));
    return 0;
}
