// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/result.h>

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace ruhu {

/// A JSON value of the strict kind every Ruhu document uses: integers only (decimals are scaled
/// integers), no duplicate keys, bounded depth and size. Members keep the order they were written in.
class Json {
public:
    using Array = std::vector<Json>;
    using Member = std::pair<QString, Json>;
    using Object = std::vector<Member>;

    Json() = default; // null
    Json(bool value) : m_value(value) {} // NOLINT(google-explicit-constructor)
    Json(std::int64_t value) : m_value(value) {} // NOLINT(google-explicit-constructor)
    Json(int value) : m_value(std::int64_t{value}) {} // NOLINT(google-explicit-constructor)
    Json(QString value) : m_value(std::move(value)) {} // NOLINT(google-explicit-constructor)
    Json(Array value) : m_value(std::move(value)) {} // NOLINT(google-explicit-constructor)
    Json(Object value) : m_value(std::move(value)) {} // NOLINT(google-explicit-constructor)
    // A pointer would silently become a bool.
    Json(const char *) = delete;

    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    [[nodiscard]] bool isObject() const { return std::holds_alternative<Object>(m_value); }
    [[nodiscard]] bool isArray() const { return std::holds_alternative<Array>(m_value); }
    [[nodiscard]] bool isString() const { return std::holds_alternative<QString>(m_value); }
    [[nodiscard]] bool isInt() const { return std::holds_alternative<std::int64_t>(m_value); }
    [[nodiscard]] bool isBool() const { return std::holds_alternative<bool>(m_value); }

    [[nodiscard]] std::optional<bool> toBool() const;
    [[nodiscard]] std::optional<std::int64_t> toInt() const;
    [[nodiscard]] std::optional<QString> toString() const;
    /// Empty when this is not an array or object.
    [[nodiscard]] const Array &array() const;
    [[nodiscard]] const Object &object() const;

    /// The member, or nullptr when this is no object or has none of that name.
    [[nodiscard]] const Json *find(QStringView key) const;
    /// The member's value when present and of that kind.
    [[nodiscard]] std::optional<QString> text(QStringView key) const;
    [[nodiscard]] std::optional<std::int64_t> integer(QStringView key) const;
    [[nodiscard]] std::optional<bool> boolean(QStringView key) const;
    /// Empty when absent or of another kind.
    [[nodiscard]] const Array &items(QStringView key) const;

    /// Appends a member; the caller does not add the same key twice. This must be an object or null.
    Json &set(const QString &key, Json value);

    bool operator==(const Json &) const = default;

private:
    std::variant<std::monostate, bool, std::int64_t, QString, Array, Object> m_value;
};

struct JsonLimits {
    qsizetype maxBytes = 1024 * 1024;
    int maxDepth = 16;
};

/// Reads one strict UTF-8 document: no byte-order mark, no fractions or exponents, no duplicate keys,
/// no lone surrogates, nothing after the value. Fails with InvalidInput or TooLarge and says where.
[[nodiscard]] Result<Json> readJson(const QByteArray &bytes, const JsonLimits &limits = {});

/// Compact UTF-8, members in their order. Equal values give equal bytes.
[[nodiscard]] QByteArray writeJson(const Json &value);
/// Indented, for people.
[[nodiscard]] QByteArray writeJsonPretty(const Json &value);

} // namespace ruhu
