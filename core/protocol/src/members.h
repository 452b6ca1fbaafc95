// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/clock.h>
#include <ruhu/base/hex.h>
#include <ruhu/base/json.h>
#include <ruhu/base/result.h>
#include <ruhu/base/uuid.h>

#include <limits>
#include <map>
#include <vector>

namespace ruhu::protocol {

inline constexpr qsizetype kNameLength = 200; // logins, names, codes, feed ids
inline constexpr qsizetype kPasswordLength =
    1000; // far above what is allowed, so that the rule says so and not the reader
inline constexpr qsizetype kHashBytes = 32;
inline constexpr qsizetype kMaxListed = 20'000; // entries of one list or map in an answer

/// Reads an object whose members are all known and, but for optionalText(), all required: one that is missing, of another kind, out of range or
/// not expected makes the whole message InvalidInput. The first trouble is kept, later reads answer empty values, so a
/// decoder reads everything and asks once at the end.
class Members {
public:
    /// `what` names the message in the error.
    Members(const Json &object, const QString &what);

    [[nodiscard]] std::int64_t integer(QStringView key, std::int64_t lowest = 0,
                                       std::int64_t highest = std::numeric_limits<std::int64_t>::max());
    [[nodiscard]] WallTime time(QStringView key);
    [[nodiscard]] bool boolean(QStringView key);
    [[nodiscard]] QString text(QStringView key, qsizetype longest = kNameLength);
    /// One of the few members that may be left out: empty then.
    [[nodiscard]] QString optionalText(QStringView key, qsizetype longest = kNameLength);
    [[nodiscard]] QString nonEmptyText(QStringView key, qsizetype longest = kNameLength);
    /// Lower-case hex of exactly so many bytes.
    [[nodiscard]] QByteArray bytes(QStringView key, qsizetype size);
    [[nodiscard]] std::vector<QByteArray> hashes(QStringView key);
    [[nodiscard]] std::vector<QString> texts(QStringView key);
    [[nodiscard]] std::map<QString, std::int64_t> counts(QStringView key);
    [[nodiscard]] std::map<std::int64_t, QString> notes(QStringView key);
    [[nodiscard]] const Json &object(QStringView key);
    [[nodiscard]] const Json::Array &array(QStringView key);
    template<typename Kind>
    [[nodiscard]] Kind id(QStringView key)
    {
        const QString read = text(key);
        const auto parsed = Kind::fromString(read);
        if (parsed && parsed->toString() == read)
            return *parsed;
        refuse(key);
        return {};
    }

    void refuse(QStringView key);
    /// Also refuses members nobody asked for.
    [[nodiscard]] Result<void> finish();

private:
    const Json *take(QStringView key);

    const Json &m_object;
    QString m_what;
    QString m_trouble;
    std::size_t m_taken = 0;
};

[[nodiscard]] Json hexList(const std::vector<QByteArray> &hashes);
/// Nothing unless it is lower-case hex of exactly so many bytes.
[[nodiscard]] std::optional<QByteArray> fromHex(const QString &text, qsizetype size);
/// The document read strictly; must be an object.
[[nodiscard]] Result<Json> readObject(const QByteArray &bytes, const QString &what);
/// Reads the object and every member by `read`, then asks whether all was well.
template<typename Message, typename Read>
[[nodiscard]] Result<Message> decodeObject(const QByteArray &bytes, const QString &what, Read read)
{
    auto json = readObject(bytes, what);
    if (!json)
        return json.error();
    Members members(*json, what);
    Message message = read(members);
    if (auto done = members.finish(); !done)
        return done.error();
    return message;
}

} // namespace ruhu::protocol
