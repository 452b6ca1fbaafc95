// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/base/json.h>

#include <simdjson.h>

#include <algorithm>
#include <string_view>

namespace ruhu {
namespace {

using namespace Qt::Literals::StringLiterals;
namespace dom = simdjson::dom;

Error refused(const QString &why)
{
    return Error{ErrorCode::InvalidInput, u"JSON: "_s + why, {}};
}

QString toQString(std::string_view text)
{
    QString read = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    // Qt takes it for a byte-order mark and drops it; inside a document it is a character of the text.
    if (text.substr(0, 3) == "\xef\xbb\xbf")
        read.prepend(QChar(u'\ufeff'));
    return read;
}

Result<Json> convert(const dom::element &element);

Result<Json> convertArray(const dom::array &array)
{
    Json::Array out;
    out.reserve(array.size());
    for (const dom::element item : array) {
        auto value = convert(item);
        if (!value)
            return value.error();
        out.push_back(std::move(*value));
    }
    return Json(std::move(out));
}

// Up to so many members, comparing each with each is quicker than sorting.
constexpr std::size_t kFewMembers = 24;

bool hasDuplicateKey(const Json::Object &members)
{
    if (members.size() <= kFewMembers) {
        for (auto one = members.begin(); one != members.end(); ++one) {
            const auto same = [&](const Json::Member &other) { return other.first == one->first; };
            if (std::any_of(members.begin(), one, same))
                return true;
        }
        return false;
    }
    std::vector<QStringView> keys;
    keys.reserve(members.size());
    for (const auto &member : members)
        keys.emplace_back(member.first);
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) != keys.end();
}

Result<Json> convertObject(const dom::object &object)
{
    Json::Object out;
    out.reserve(object.size());
    for (const dom::key_value_pair field : object) {
        auto value = convert(field.value);
        if (!value)
            return value.error();
        out.emplace_back(toQString(field.key), std::move(*value));
    }
    if (hasDuplicateKey(out))
        return refused(u"a key appears twice in one object"_s);
    return Json(std::move(out));
}

Result<Json> convert(const dom::element &element)
{
    switch (element.type()) {
    case dom::element_type::ARRAY:
        return convertArray(dom::array(element));
    case dom::element_type::OBJECT:
        return convertObject(dom::object(element));
    case dom::element_type::INT64:
        return Json(std::int64_t(element));
    case dom::element_type::STRING:
        return Json(toQString(std::string_view(element)));
    case dom::element_type::BOOL:
        return Json(bool(element));
    case dom::element_type::NULL_VALUE:
        return Json();
    case dom::element_type::UINT64:
        return refused(u"an integer is out of range"_s);
    case dom::element_type::DOUBLE:
        break;
    }
    return refused(u"numbers must be integers"_s);
}

// A parser for documents up to this size is kept by its thread: setting one up costs more than reading an event.
constexpr qsizetype kKeptParser = 16 * 1024;

bool isReady(dom::parser &parser, std::size_t capacity, std::size_t depth)
{
    if (parser.capacity() >= capacity && parser.max_depth() == depth)
        return true;
    return parser.allocate(capacity, depth) == simdjson::SUCCESS;
}

Result<Json> readWith(dom::parser &parser, const QByteArray &bytes, qsizetype capacity, int depth)
{
    if (!isReady(parser, static_cast<std::size_t>(capacity) + 1, static_cast<std::size_t>(depth)))
        return Error{ErrorCode::Internal, u"JSON: no memory"_s, {}};
    const simdjson::padded_string padded(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    dom::element root;
    const auto failure = parser.parse(padded).get(root);
    if (failure != simdjson::SUCCESS)
        return refused(QString::fromLatin1(simdjson::error_message(failure)));
    return convert(root);
}

} // namespace

Result<Json> readJson(const QByteArray &bytes, const JsonLimits &limits)
{
    if (bytes.size() > limits.maxBytes)
        return Error{ErrorCode::TooLarge, u"JSON: %1 bytes, allowed %2"_s.arg(bytes.size()).arg(limits.maxBytes), {}};
    if (bytes.startsWith("\xef\xbb\xbf"))
        return refused(u"byte-order mark"_s);
    if (bytes.size() <= kKeptParser) {
        thread_local dom::parser kept;
        return readWith(kept, bytes, kKeptParser, limits.maxDepth);
    }
    dom::parser parser;
    return readWith(parser, bytes, bytes.size(), limits.maxDepth);
}

} // namespace ruhu
