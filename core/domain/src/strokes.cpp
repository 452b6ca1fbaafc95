// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/domain/paper.h>

#include <ruhu/base/json.h>

namespace ruhu::domain {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::size_t kMaxStrokes = 200;
constexpr std::size_t kMaxPoints = 20'000;
constexpr std::int64_t kMaxPad = 10'000;
constexpr std::int64_t kMaxPressure = 1000;
constexpr std::int64_t kMaxTimeMs = 60 * 60 * 1000;

Error bad(const QString &why, const QString &where = {})
{
    return Error{ErrorCode::InvalidInput, u"strokes: "_s + why, where};
}

bool isWithin(std::int64_t value, std::int64_t max)
{
    return value >= 0 && value <= max;
}

Result<StrokePoint> readPoint(const Json &json)
{
    const auto &parts = json.array();
    if (parts.size() != 4)
        return bad(u"a point has four numbers"_s);
    const auto x = parts[0].toInt();
    const auto y = parts[1].toInt();
    const auto t = parts[2].toInt();
    const auto pressure = parts[3].toInt();
    if (!x || !y || !t || !pressure)
        return bad(u"a point has four numbers"_s);
    if (!isWithin(*x, kMaxPad) || !isWithin(*y, kMaxPad) || !isWithin(*t, kMaxTimeMs)
        || !isWithin(*pressure, kMaxPressure))
        return bad(u"a point lies outside the pad"_s);
    return StrokePoint{*x, *y, *t, *pressure};
}

Result<Stroke> readStroke(const Json &json)
{
    if (!json.isArray() || json.array().empty() || json.array().size() > kMaxPoints)
        return bad(u"a stroke is a list of points"_s);
    Stroke stroke;
    for (const Json &item : json.array()) {
        const auto point = readPoint(item);
        if (!point)
            return point.error();
        if (!stroke.empty() && point->t < stroke.back().t)
            return bad(u"time runs backwards"_s);
        stroke.push_back(*point);
    }
    return stroke;
}

} // namespace

QByteArray encodeStrokes(const std::vector<Stroke> &strokes)
{
    Json::Array list;
    for (const Stroke &stroke : strokes) {
        Json::Array points;
        for (const StrokePoint &point : stroke)
            points.push_back(Json::Array{Json(point.x), Json(point.y), Json(point.t), Json(point.pressure)});
        list.push_back(Json(std::move(points)));
    }
    Json document{Json::Object{}};
    document.set(u"v"_s, 1).set(u"strokes"_s, std::move(list));
    return writeJson(document);
}

Result<std::vector<Stroke>> decodeStrokes(const QByteArray &document)
{
    const auto json = readJson(document);
    if (!json)
        return bad(json.error().detail);
    const Json *list = json->find(u"strokes");
    if (json->object().size() != 2 || json->integer(u"v") != 1 || !list || !list->isArray())
        return bad(u"not a stroke document of version 1"_s);
    if (list->array().size() > kMaxStrokes)
        return bad(u"too many strokes"_s);
    std::vector<Stroke> strokes;
    std::size_t points = 0;
    for (const Json &item : list->array()) {
        auto stroke = readStroke(item);
        if (!stroke)
            return stroke.error();
        points += stroke->size();
        if (points > kMaxPoints)
            return bad(u"too many points"_s);
        strokes.push_back(std::move(*stroke));
    }
    return strokes;
}

} // namespace ruhu::domain
