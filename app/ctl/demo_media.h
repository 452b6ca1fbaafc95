// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/domain/paper.h>

namespace ruhu::ctl {

/// A plain drawing of a wall with a terminal box, as PNG; equal seeds give equal bytes, different ones different pictures.
[[nodiscard]] QByteArray drawnPhoto(std::uint64_t seed);

/// Strokes that look written by hand, equal for equal seeds.
[[nodiscard]] std::vector<domain::Stroke> drawnSignature(std::uint64_t seed);

} // namespace ruhu::ctl
