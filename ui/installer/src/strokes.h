// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/paper.h>
#include <ruhu/widgets/signature_pad.h>

namespace ruhu::installer {

/// The pad's points are the paper's points: both count 0…10000.
inline std::vector<domain::Stroke> domainStrokes(const std::vector<widgets::Stroke> &strokes)
{
    std::vector<domain::Stroke> out;
    for (const widgets::Stroke &stroke : strokes) {
        domain::Stroke points;
        for (const widgets::StrokePoint &point : stroke)
            points.push_back({point.x, point.y, point.t, point.pressure});
        out.push_back(points);
    }
    return out;
}

} // namespace ruhu::installer
