// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One description per struct (Schema<T>::visit) serves both directions: FieldReader checks a JSON object
// strictly against it, FieldWriter makes the canonical object.

#include <ruhu/domain/codec.h>
#include <ruhu/domain/names.h>

#include <ruhu/base/result.h>

#include <algorithm>
#include <type_traits>

namespace ruhu::domain::detail {

/// Specialised for every described struct: `template<V, P> static void visit(V &visitor, P &value)`.
template<typename T>
struct Schema;

/// Whether members that decide() fills must be there.
enum class Decided { Required, MayBeMissing };

// The largest integer every JSON reader agrees on.
inline constexpr std::int64_t kMaxInteger = 9'007'199'254'740'991;

[[nodiscard]] inline Error badMember(const QString &path, const QString &why)
{
    return Error{ErrorCode::InvalidInput, why, path};
}

template<typename T>
inline constexpr bool kIsVector = false;
template<typename T>
inline constexpr bool kIsVector<std::vector<T>> = true;
template<typename T>
inline constexpr bool kIsOptional = false;
template<typename T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template<typename T>
inline constexpr bool kIsId = false;
template<typename Tag>
inline constexpr bool kIsId<Id<Tag>> = true;

using Problem = std::optional<Error>; // nothing when all is well

/// What is wrong with a part, told from the whole: paths are put together only once something is wrong.
[[nodiscard]] Error inside(const QString &place, const Error &problem);

/// The subject of a problem is the path inside this value, empty for the value itself.
template<typename T>
Problem readValue(const Json &json, Decided decided, T &out);

Problem readText(const Json &json, QString &out);
Problem readInteger(const Json &json, std::int64_t &out);
Problem readFlag(const Json &json, bool &out);
Problem readTime(const Json &json, WallTime &out);
Problem readHex(const Json &json, QByteArray &out);

class FieldReader {
public:
    /// The object must outlive the reader.
    FieldReader(const Json &object, Decided decided);

    template<typename T>
    void required(QStringView key, T &out)
    {
        if (const Json *member = take(key))
            read(key, *member, out);
        else
            fail(key, QStringLiteral("is missing"));
    }
    template<typename T>
    void optional(QStringView key, T &out)
    {
        if (const Json *member = take(key))
            read(key, *member, out);
    }
    template<typename T>
    void decided(QStringView key, T &out)
    {
        if (m_decided == Decided::Required)
            required(key, out);
        else
            optional(key, out);
    }

    /// A member of any kind.
    void raw(QStringView key, Json &out);

    /// The first problem met; a member nobody asked for is one, too.
    [[nodiscard]] Problem finish();
    /// The same, but more members are no problem.
    [[nodiscard]] const Problem &firstProblem() const { return m_problem; }

private:
    [[nodiscard]] const Json *take(QStringView key);
    void fail(QStringView key, const QString &why);

    template<typename T>
    void read(QStringView key, const Json &member, T &out)
    {
        if (m_problem)
            return;
        if (const auto problem = readValue(member, m_decided, out))
            m_problem = inside(key.toString(), *problem);
    }

    const Json &m_object;
    Decided m_decided;
    std::vector<QStringView> m_known;
    Problem m_problem;
};

template<typename T>
Problem readList(const Json &json, Decided decided, std::vector<T> &out)
{
    if (!json.isArray())
        return badMember({}, QStringLiteral("must be a list"));
    out.clear();
    for (const Json &item : json.array()) {
        T value{};
        if (const auto problem = readValue(item, decided, value))
            return inside(QLatin1Char('[') + QString::number(out.size()) + QLatin1Char(']'), *problem);
        out.push_back(std::move(value));
    }
    return {};
}

template<typename Enum>
Problem readEnum(const Json &json, Enum &out)
{
    const auto name = json.toString();
    const auto value = name ? fromName<Enum>(*name) : std::nullopt;
    if (!value)
        return badMember({}, QStringLiteral("is not a known name"));
    out = *value;
    return {};
}

template<typename T>
Problem readId(const Json &json, T &out)
{
    const auto text = json.toString();
    const auto id = text ? T::fromString(*text) : std::nullopt;
    if (!id)
        return badMember({}, QStringLiteral("is not an identifier"));
    out = *id;
    return {};
}

template<typename T>
Problem readValue(const Json &json, Decided decided, T &out)
{
    if constexpr (std::is_same_v<T, QString>)
        return readText(json, out);
    else if constexpr (std::is_same_v<T, bool>)
        return readFlag(json, out);
    else if constexpr (std::is_same_v<T, std::int64_t>)
        return readInteger(json, out);
    else if constexpr (std::is_same_v<T, int>) {
        std::int64_t wide = 0;
        auto problem = readInteger(json, wide);
        if (!problem && (wide < -1'000'000 || wide > 1'000'000))
            return badMember({}, QStringLiteral("is too large"));
        out = static_cast<int>(wide);
        return problem;
    } else if constexpr (std::is_same_v<T, WallTime>)
        return readTime(json, out);
    else if constexpr (std::is_same_v<T, QByteArray>)
        return readHex(json, out);
    else if constexpr (std::is_enum_v<T>)
        return readEnum(json, out);
    else if constexpr (kIsId<T>)
        return readId(json, out);
    else if constexpr (kIsVector<T>)
        return readList(json, decided, out);
    else if constexpr (kIsOptional<T>) {
        typename T::value_type value{};
        auto problem = readValue(json, decided, value);
        if (!problem)
            out = std::move(value);
        return problem;
    } else {
        FieldReader reader(json, decided);
        Schema<T>::visit(reader, out);
        return reader.finish();
    }
}

/// A whole document; members it does not have are refused.
template<typename T>
Problem readBytes(const QByteArray &document, T &out)
{
    const auto json = readJson(document);
    return json ? readValue(*json, Decided::Required, out) : Problem(json.error());
}

class FieldWriter {
public:
    template<typename T>
    void required(QStringView key, const T &value)
    {
        m_object.set(key.toString(), toJson(value));
    }
    /// Absent when empty, so that equal values give equal bytes.
    template<typename T>
    void optional(QStringView key, const T &value)
    {
        if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, QByteArray>) {
            if (value.isEmpty())
                return;
        } else if constexpr (kIsVector<T>) {
            if (value.empty())
                return;
        } else if constexpr (kIsOptional<T>) {
            if (!value)
                return;
        }
        required(key, value);
    }
    template<typename T>
    void decided(QStringView key, const T &value)
    {
        optional(key, value);
    }

    template<typename T>
    [[nodiscard]] static Json toJson(const T &value)
    {
        if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, bool> || std::is_same_v<T, std::int64_t>)
            return Json(value);
        else if constexpr (std::is_same_v<T, WallTime>)
            return Json(toMs(value));
        else if constexpr (std::is_same_v<T, QByteArray>)
            return Json(QString::fromLatin1(value.toHex()));
        else if constexpr (std::is_enum_v<T>)
            return Json(toName(value));
        else if constexpr (kIsId<T>)
            return Json(value.toString());
        else if constexpr (kIsOptional<T>)
            return value ? toJson(*value) : Json();
        else if constexpr (kIsVector<T>) {
            Json::Array list;
            for (const auto &item : value)
                list.push_back(toJson(item));
            return Json(std::move(list));
        } else {
            FieldWriter writer;
            Schema<T>::visit(writer, value);
            return writer.m_object;
        }
    }

private:
    Json m_object = Json(Json::Object{});
};

} // namespace ruhu::domain::detail
