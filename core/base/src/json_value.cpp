// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/base/json.h>

#include <algorithm>

namespace ruhu {
namespace {

template<typename T, typename Value>
std::optional<T> valueAs(const Value &value)
{
    if (const T *held = std::get_if<T>(&value))
        return *held;
    return std::nullopt;
}

} // namespace

std::optional<bool> Json::toBool() const
{
    return valueAs<bool>(m_value);
}

std::optional<std::int64_t> Json::toInt() const
{
    return valueAs<std::int64_t>(m_value);
}

std::optional<QString> Json::toString() const
{
    return valueAs<QString>(m_value);
}

const Json::Array &Json::array() const
{
    static const Array empty;
    const Array *held = std::get_if<Array>(&m_value);
    return held ? *held : empty;
}

const Json::Object &Json::object() const
{
    static const Object empty;
    const Object *held = std::get_if<Object>(&m_value);
    return held ? *held : empty;
}

const Json *Json::find(QStringView key) const
{
    const Object &members = object();
    const auto it = std::find_if(members.begin(), members.end(), [key](const Member &m) { return m.first == key; });
    return it == members.end() ? nullptr : &it->second;
}

std::optional<QString> Json::text(QStringView key) const
{
    const Json *member = find(key);
    return member ? member->toString() : std::nullopt;
}

std::optional<std::int64_t> Json::integer(QStringView key) const
{
    const Json *member = find(key);
    return member ? member->toInt() : std::nullopt;
}

std::optional<bool> Json::boolean(QStringView key) const
{
    const Json *member = find(key);
    return member ? member->toBool() : std::nullopt;
}

const Json::Array &Json::items(QStringView key) const
{
    static const Array empty;
    const Json *member = find(key);
    return member ? member->array() : empty;
}

Json &Json::set(const QString &key, Json value)
{
    if (isNull())
        m_value = Object();
    std::get<Object>(m_value).emplace_back(key, std::move(value));
    return *this;
}

} // namespace ruhu
