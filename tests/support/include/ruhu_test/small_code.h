// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

namespace ruhu::test {

/// The smallest document that reads as a service code: one stage, no step.
[[nodiscard]] inline QByteArray smallServiceCode(const QByteArray &version)
{
    return R"({"id":"service-code","version":")" + version
           + R"(","arrivalToleranceMin":10,"stages":[{"id":"book","title":{"en":"Book","zh":"预约"}}],)"
             R"("transitions":[{"id":"all","from":"to-contact","to":"signed-off","stages":["book"],)"
             R"("act":{"en":"Finish","zh":"完成"}}],"steps":[],"measures":[]})";
}

/// The smallest document of phrases.
[[nodiscard]] inline QByteArray smallPhrases(const QByteArray &version)
{
    return R"({"id":"phrases","version":")" + version + R"(","phrases":[]})";
}

/// A small service code that names this document of phrases.
[[nodiscard]] inline QByteArray smallServiceCode(const QByteArray &version, const QByteArray &phrases)
{
    const QByteArray hash = QCryptographicHash::hash(phrases, QCryptographicHash::Blake2b_256).toHex();
    const QByteArray named = R"("documents":{"phrases":")" + hash + R"("},"steps":[])";
    return smallServiceCode(version).replace(R"("steps":[])", named);
}

/// What a ticket is bound to.
[[nodiscard]] inline QString documentHash(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256).toHex());
}

} // namespace ruhu::test
