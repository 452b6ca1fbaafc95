// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/base/limits.h>
#include <ruhu/base/result.h>

#include <QByteArray>

#include <vector>

namespace ruhu::protocol {

/// Limits of one message; both sides enforce them before memory is spent.
inline constexpr int kProtocolVersion = 1;
inline constexpr qsizetype kMaxEventBytes = ruhu::kMaxEventBytes;
inline constexpr int kMaxRunEvents = kMaxActEvents;
inline constexpr qsizetype kMaxRunBytes = 4 * 1024 * 1024; // unpacked
inline constexpr qsizetype kMaxPackedBytes = 1024 * 1024;
static_assert(kMaxActBytes < kMaxPackedBytes);
inline constexpr int kMaxPageEvents = 500;
inline constexpr qsizetype kMaxBlobBytes = 12 * 1024 * 1024;
inline constexpr qsizetype kMaxBundleBytes = 16 * 1024 * 1024;
inline constexpr qsizetype kMaxDocumentBytes = 1024 * 1024; // a published service code

/// Parts one after the other, each behind its length as 4 bytes little-endian.
[[nodiscard]] QByteArray joinFrames(const std::vector<QByteArray> &frames);
/// InvalidInput when a length runs past the end; TooLarge past maxFrames or maxFrameBytes.
[[nodiscard]] Result<std::vector<QByteArray>> splitFrames(const QByteArray &bytes, qsizetype maxFrames,
                                                          qsizetype maxFrameBytes);

[[nodiscard]] QByteArray compress(const QByteArray &bytes);
/// TooLarge as soon as the output would pass maxBytes; InvalidInput for anything that is not one whole zstd frame.
[[nodiscard]] Result<QByteArray> decompress(const QByteArray &packed, qsizetype maxBytes);

} // namespace ruhu::protocol
