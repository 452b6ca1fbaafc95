// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu_test/catch_qt.h>

#include <ruhu/domain/paper.h>

using namespace ruhu;
using namespace ruhu::domain;

TEST_CASE("strokes come back from their document unchanged", "[domain][strokes]")
{
    const std::vector<Stroke> strokes{{{0, 0, 0, 0}, {10'000, 10'000, 15, 1000}}, {{5, 6, 700, 8}}};
    const QByteArray document = encodeStrokes(strokes);
    CHECK(document == "{\"v\":1,\"strokes\":[[[0,0,0,0],[10000,10000,15,1000]],[[5,6,700,8]]]}");
    const auto decoded = decodeStrokes(document);
    REQUIRE(decoded);
    CHECK(*decoded == strokes);
    CHECK(decodeStrokes(encodeStrokes({})));
}

TEST_CASE("a stroke document that is not exactly right is refused", "[domain][strokes]")
{
    const auto bad =
        GENERATE(as<std::string>{}, "", "[]", "{\"v\":1}", "{\"v\":2,\"strokes\":[]}", "{\"v\":1,\"strokes\":{}}",
                 "{\"v\":1,\"strokes\":[],\"x\":1}", "{\"v\":1,\"strokes\":[[]]}", "{\"v\":1,\"strokes\":[[[1,2,3]]]}",
                 "{\"v\":1,\"strokes\":[[[1,2,3,\"4\"]]]}", "{\"v\":1,\"strokes\":[[[-1,2,3,4]]]}",
                 "{\"v\":1,\"strokes\":[[[10001,2,3,4]]]}", "{\"v\":1,\"strokes\":[[[1,2,3,1001]]]}",
                 "{\"v\":1,\"strokes\":[[[1,2,9,4],[1,2,8,4]]]}");
    CAPTURE(bad);
    const auto decoded = decodeStrokes(QByteArray::fromStdString(bad));
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == ErrorCode::InvalidInput);
}

TEST_CASE("no more strokes or points are read than a hand can write", "[domain][strokes]")
{
    const StrokePoint point{1, 1, 1, 1};
    CHECK(decodeStrokes(encodeStrokes(std::vector<Stroke>(200, Stroke{point}))));
    CHECK_FALSE(decodeStrokes(encodeStrokes(std::vector<Stroke>(201, Stroke{point}))));
    CHECK(decodeStrokes(encodeStrokes(std::vector<Stroke>(2, Stroke(10'000, point)))));
    CHECK_FALSE(decodeStrokes(encodeStrokes(std::vector<Stroke>(2, Stroke(10'001, point)))));
}
