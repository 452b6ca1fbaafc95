// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/base/json.h>

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace ruhu {
namespace {

template<typename Writer>
void writeText(const QString &text, Writer &writer)
{
    const QByteArray utf8 = text.toUtf8();
    writer.String(utf8.constData(), static_cast<rapidjson::SizeType>(utf8.size()));
}

template<typename Writer>
void writeValue(const Json &value, Writer &writer)
{
    if (const auto text = value.toString()) {
        writeText(*text, writer);
    } else if (const auto integer = value.toInt()) {
        writer.Int64(*integer);
    } else if (const auto flag = value.toBool()) {
        writer.Bool(*flag);
    } else if (value.isArray()) {
        writer.StartArray();
        for (const Json &item : value.array())
            writeValue(item, writer);
        writer.EndArray();
    } else if (value.isObject()) {
        writer.StartObject();
        for (const auto &[key, member] : value.object()) {
            const QByteArray utf8 = key.toUtf8();
            writer.Key(utf8.constData(), static_cast<rapidjson::SizeType>(utf8.size()));
            writeValue(member, writer);
        }
        writer.EndObject();
    } else {
        writer.Null();
    }
}

QByteArray takeBytes(const rapidjson::StringBuffer &buffer)
{
    return QByteArray(buffer.GetString(), static_cast<qsizetype>(buffer.GetSize()));
}

} // namespace

QByteArray writeJson(const Json &value)
{
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    writeValue(value, writer);
    return takeBytes(buffer);
}

QByteArray writeJsonPretty(const Json &value)
{
    rapidjson::StringBuffer buffer;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
    writer.SetIndent(' ', 2);
    writeValue(value, writer);
    return takeBytes(buffer) + '\n';
}

} // namespace ruhu
