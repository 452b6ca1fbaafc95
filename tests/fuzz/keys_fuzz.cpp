// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Promise: whatever somebody makes of key.json, it asks for no more work than its reader allows and is refused with a reason;
// only what was wrapped with a password opens by it, and gives the keys that were wrapped. An input that begins with "@" is
// written over a good document: two bytes say from where.

#include "fuzz.h"
#include "profile.h"

#include <ruhu/base/json.h>
#include <ruhu/crypto/digest.h>

using namespace ruhu;
using namespace ruhu::fuzz;
using namespace ruhu::presentation;

namespace {

constexpr std::uint64_t kMostWork = 64ULL * 1024 * 1024 * 1024; // ops by bytes: about a minute of an old laptop

std::optional<crypto::KdfCost> costIn(const QByteArray &document)
{
    const auto json = readJson(document);
    const auto wrapped = json ? json->text(u"dataKey") : std::nullopt;
    return wrapped ? crypto::costOf(wrapped->toUtf8()) : std::nullopt;
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

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool ready = crypto::initialise().has_value();
    require(ready, "the crypto library starts");
    const QByteArray document = documentFrom(bytesOf(data, size));
    const auto cost = costIn(document);
    const crypto::KdfCost cheap = crypto::cheapKdfCostForTests();
    require(!cost || cost->ops * cost->memoryBytes <= kMostWork, "a document cannot ask for any amount of work");
    // Dear ones are tried by nobody here: they would take seconds each.
    if (cost && (cost->ops > cheap.ops || cost->memoryBytes > cheap.memoryBytes))
        return 0;
    const auto keys = decodeKeys(document, kRight);
    if (keys)
        require(keys->dataKey == kKeys.dataKey && keys->signingSeed == kKeys.signingSeed, "it gives what was wrapped");
    else
        requireRefusal(keys.error(), {ErrorCode::Damaged, ErrorCode::NotAllowed});
    const auto others = decodeKeysWith(document, QByteArray(32, 'o'));
    require(!others, "no document opens by another data key");
    requireRefusal(others.error(), {ErrorCode::Damaged});
    (void)isCheaperThan(document, crypto::KdfCost());
    return 0;
}
