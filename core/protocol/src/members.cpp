// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "members.h"

using namespace Qt::Literals::StringLiterals;

namespace ruhu::protocol {

Members::Members(const Json &object, const QString &what) : m_object(object), m_what(what) {}

const Json *Members::take(QStringView key)
{
    const Json *member = m_object.find(key);
    if (!member) {
        refuse(key);
        return nullptr;
    }
    ++m_taken;
    return member;
}

void Members::refuse(QStringView key)
{
    if (m_trouble.isEmpty())
        m_trouble = key.toString();
}

std::int64_t Members::integer(QStringView key, std::int64_t lowest, std::int64_t highest)
{
    const Json *member = take(key);
    const auto value = member ? member->toInt() : std::nullopt;
    if (value && *value >= lowest && *value <= highest)
        return *value;
    refuse(key);
    return lowest;
}

WallTime Members::time(QStringView key)
{
    return wallTimeFromMs(integer(key, std::numeric_limits<std::int64_t>::min()));
}

bool Members::boolean(QStringView key)
{
    const Json *member = take(key);
    const auto value = member ? member->toBool() : std::nullopt;
    if (!value)
        refuse(key);
    return value.value_or(false);
}

QString Members::text(QStringView key, qsizetype longest)
{
    const Json *member = take(key);
    auto value = member ? member->toString() : std::nullopt;
    if (value && value->size() <= longest)
        return *value;
    refuse(key);
    return {};
}

QString Members::optionalText(QStringView key, qsizetype longest)
{
    return m_object.find(key) ? text(key, longest) : QString();
}

QString Members::nonEmptyText(QStringView key, qsizetype longest)
{
    QString value = text(key, longest);
    if (value.isEmpty())
        refuse(key);
    return value;
}

QByteArray Members::bytes(QStringView key, qsizetype size)
{
    const auto value = fromHex(text(key, size * 2), size);
    if (!value)
        refuse(key);
    return value.value_or(QByteArray());
}

const Json::Array &Members::array(QStringView key)
{
    static const Json::Array empty;
    const Json *member = take(key);
    if (member && member->isArray() && member->array().size() <= std::size_t{kMaxListed})
        return member->array();
    refuse(key);
    return empty;
}

const Json &Members::object(QStringView key)
{
    static const Json empty;
    const Json *member = take(key);
    if (member && member->isObject() && member->object().size() <= std::size_t{kMaxListed})
        return *member;
    refuse(key);
    return empty;
}

std::vector<QByteArray> Members::hashes(QStringView key)
{
    std::vector<QByteArray> all;
    for (const Json &item : array(key)) {
        auto hash = fromHex(item.toString().value_or(QString()), kHashBytes);
        if (!hash) {
            refuse(key);
            return {};
        }
        all.push_back(std::move(*hash));
    }
    return all;
}

std::vector<QString> Members::texts(QStringView key)
{
    std::vector<QString> all;
    for (const Json &item : array(key)) {
        auto text = item.toString();
        if (!text || text->isEmpty() || text->size() > kNameLength) {
            refuse(key);
            return {};
        }
        all.push_back(std::move(*text));
    }
    return all;
}

std::map<QString, std::int64_t> Members::counts(QStringView key)
{
    std::map<QString, std::int64_t> all;
    for (const auto &[name, value] : object(key).object()) {
        const auto count = value.toInt();
        if (!count || *count < 0 || name.isEmpty() || name.size() > kNameLength) {
            refuse(key);
            return {};
        }
        all.emplace(name, *count);
    }
    return all;
}

std::map<std::int64_t, QString> Members::notes(QStringView key)
{
    std::map<std::int64_t, QString> all;
    for (const auto &[name, value] : object(key).object()) {
        const std::int64_t number = name.toLongLong();
        const auto note = value.toString();
        // The name must be the number as we write it: "07" or "+7" would be a second key for 7.
        if (number < 1 || QString::number(number) != name || !note || note->size() > kNameLength) {
            refuse(key);
            return {};
        }
        all.emplace(number, *note);
    }
    return all;
}

Result<void> Members::finish()
{
    if (!m_trouble.isEmpty())
        return Error{ErrorCode::InvalidInput, m_what + u": member missing or wrong"_s, m_trouble};
    if (m_taken != m_object.object().size())
        return Error{ErrorCode::InvalidInput, m_what + u": unknown member"_s, {}};
    return {};
}

Json hexList(const std::vector<QByteArray> &hashes)
{
    Json::Array list;
    for (const QByteArray &hash : hashes)
        list.emplace_back(hex(hash));
    return list;
}

std::optional<QByteArray> fromHex(const QString &text, qsizetype size)
{
    if (text.size() != size * 2)
        return std::nullopt;
    const QByteArray written = text.toLatin1();
    QByteArray bytes = QByteArray::fromHex(written);
    // QByteArray skips what is no digit and takes upper case; only our own spelling comes back as it was.
    if (bytes.toHex() != written)
        return std::nullopt;
    return bytes;
}

Result<Json> readObject(const QByteArray &bytes, const QString &what)
{
    auto json = readJson(bytes);
    if (!json)
        return json.error().withContext(what);
    if (!json->isObject())
        return Error{ErrorCode::InvalidInput, what + u": no object"_s, {}};
    return json;
}

} // namespace ruhu::protocol
