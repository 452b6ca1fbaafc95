// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Qt and Ruhu types print as text in failed assertions. Every test includes this instead of Catch2 alone.

#include <ruhu/base/error.h>
#include <ruhu/base/json.h>
#include <ruhu/base/uuid.h>

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

namespace Catch {

template<>
struct StringMaker<QString> {
    static std::string convert(const QString &text)
    {
        return text.isNull() ? "null QString" : '"' + text.toStdString() + '"';
    }
};

template<>
struct StringMaker<QStringList> {
    static std::string convert(const QStringList &texts)
    {
        return '[' + texts.join(QStringLiteral(" | ")).toStdString() + ']';
    }
};

/// Printable bytes as text, anything else as hex.
template<>
struct StringMaker<QByteArray> {
    static std::string convert(const QByteArray &bytes)
    {
        const auto printable = [](char c) { return (c >= 0x20 && c < 0x7f) || c == '\n'; };
        if (std::all_of(bytes.begin(), bytes.end(), printable))
            return '"' + bytes.toStdString() + '"';
        return "hex:" + bytes.toHex(' ').toStdString();
    }
};

template<>
struct StringMaker<QUuid> {
    static std::string convert(const QUuid &uuid) { return uuid.toString().toStdString(); }
};

template<>
struct StringMaker<QDateTime> {
    static std::string convert(const QDateTime &time) { return time.toString(Qt::ISODateWithMs).toStdString(); }
};

template<>
struct StringMaker<ruhu::Uuid> {
    static std::string convert(const ruhu::Uuid &uuid) { return uuid.toString().toStdString(); }
};

template<typename Tag>
struct StringMaker<ruhu::Id<Tag>> {
    static std::string convert(const ruhu::Id<Tag> &id) { return id.toString().toStdString(); }
};

template<>
struct StringMaker<ruhu::ErrorCode> {
    static std::string convert(ruhu::ErrorCode code) { return ruhu::codeName(code).toStdString(); }
};

template<>
struct StringMaker<ruhu::Error> {
    static std::string convert(const ruhu::Error &error)
    {
        const std::string code = ruhu::codeName(error.code).toStdString();
        return code + ": " + error.detail.toStdString() + " (" + error.subject.toStdString() + ')';
    }
};

template<>
struct StringMaker<ruhu::Json> {
    static std::string convert(const ruhu::Json &json) { return ruhu::writeJson(json).toStdString(); }
};

} // namespace Catch
