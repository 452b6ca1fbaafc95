// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fields.h"

namespace ruhu::domain::detail {

using namespace Qt::Literals::StringLiterals;

Error inside(const QString &place, const Error &problem)
{
    const QString &part = problem.subject;
    const bool joined = part.isEmpty() || part.startsWith(u'[') || place.isEmpty();
    return {problem.code, problem.detail, place + (joined ? part : u'.' + part)};
}

Problem readText(const Json &json, QString &out)
{
    const auto text = json.toString();
    if (!text)
        return badMember({}, u"must be a text"_s);
    out = *text;
    return {};
}

Problem readInteger(const Json &json, std::int64_t &out)
{
    const auto number = json.toInt();
    if (!number || *number > kMaxInteger || *number < -kMaxInteger)
        return badMember({}, u"must be an integer below 2^53"_s);
    out = *number;
    return {};
}

Problem readFlag(const Json &json, bool &out)
{
    const auto flag = json.toBool();
    if (!flag)
        return badMember({}, u"must be true or false"_s);
    out = *flag;
    return {};
}

Problem readTime(const Json &json, WallTime &out)
{
    const auto ms = json.toInt();
    if (!ms || *ms < 0 || *ms > kMaxWallMs)
        return badMember({}, u"must be a time in milliseconds since 1970"_s);
    out = wallTimeFromMs(*ms);
    return {};
}

Problem readHex(const Json &json, QByteArray &out)
{
    const auto text = json.toString();
    const QByteArray bytes = text ? QByteArray::fromHex(text->toLatin1()) : QByteArray();
    // fromHex() skips what it does not know; only the canonical spelling comes back unchanged.
    if (!text || QString::fromLatin1(bytes.toHex()) != *text)
        return badMember({}, u"must be lower-case hex"_s);
    out = bytes;
    return {};
}

FieldReader::FieldReader(const Json &object, Decided decided) : m_object(object), m_decided(decided)
{
    m_known.reserve(object.object().size());
    if (!object.isObject())
        m_problem = badMember({}, u"must be an object"_s);
}

const Json *FieldReader::take(QStringView key)
{
    m_known.push_back(key);
    return m_object.find(key);
}

void FieldReader::fail(QStringView key, const QString &why)
{
    if (!m_problem)
        m_problem = badMember(key.toString(), why);
}

void FieldReader::raw(QStringView key, Json &out)
{
    if (const Json *member = take(key))
        out = *member;
    else
        fail(key, u"is missing"_s);
}

Problem FieldReader::finish()
{
    for (const auto &[key, value] : m_object.object()) {
        if (std::find(m_known.begin(), m_known.end(), QStringView(key)) == m_known.end())
            fail(key, u"is not known here"_s);
    }
    return m_problem;
}

} // namespace ruhu::domain::detail
